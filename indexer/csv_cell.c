/* csv_cell.c - quoting. */
#include "indexer/csv_cell.h"

void pol_csv_cell(pol_buffer *buffer, pol_span text, bool is_last)
{
    pol_buffer_add_byte(buffer, '"');
    if (text.size && strchr("=+-@\t\r", text.data[0]))
        pol_buffer_add_byte(buffer, '\'');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"')
            pol_buffer_add_byte(buffer, '"');
        pol_buffer_add_byte(buffer, text.data[i]);
    }
    pol_buffer_add_text(buffer, is_last ? "\"\r\n" : "\",");
}
