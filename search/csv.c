/* csv.c - see csv.h. */
#include "search/csv.h"

#include "core/utf8.h"

/* A spreadsheet runs what starts so as a formula; an apostrophe makes it text. */
static bool is_formula(pol_span text)
{
    return text.size && text.data[0] && strchr("=+-@\t\r", text.data[0]);
}

static bool needs_quotes(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] && strchr(",\"\r\n", text.data[i]))
            return true;
    return false;
}

static void add_quoted(pol_buffer *buffer, pol_span text)
{
    pol_buffer_add_byte(buffer, '"');
    for (size_t at = 0; at < text.size;) {
        size_t quote = pol_span_find(text, POL_SPAN("\""), at);
        size_t end = quote == (size_t)-1 ? text.size : quote + 1;
        pol_buffer_add(buffer, pol_span_make(text.data + at, end - at));
        if (quote != (size_t)-1)
            pol_buffer_add_byte(buffer, '"');
        at = end;
    }
    pol_buffer_add_byte(buffer, '"');
}

void pol_csv_add(pol_buffer *buffer, pol_span text, bool is_first)
{
    pol_buffer safe;
    pol_buffer_init(&safe, POL_CSV_CELL_MAX);
    if (is_formula(text))
        pol_buffer_add_byte(&safe, '\'');
    pol_utf8_append_printable(&safe, text);
    if (!is_first)
        pol_buffer_add_byte(buffer, ',');
    if (needs_quotes(pol_buffer_span(&safe)))
        add_quoted(buffer, pol_buffer_span(&safe));
    else
        pol_buffer_add(buffer, pol_buffer_span(&safe));
    pol_buffer_spend(&safe, buffer);
}

void pol_csv_spend(pol_buffer *cell, pol_buffer *buffer, bool is_first)
{
    pol_csv_add(buffer, pol_buffer_span(cell), is_first);
    pol_buffer_spend(cell, buffer);
}
