/* traits.c - files to what places.py reads: each line that is no furniture, with its traits, one
 * JSON object a file. */
#include <stdio.h>
#include <stdlib.h>

#include "document/split/model.h"
#include "formats/formats.h"

static void print_text(pol_span text)
{
    putchar('"');
    for (size_t i = 0; i < text.size; i++) {
        if (strchr("\"\\", text.data[i]))
            putchar('\\');
        putchar((unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
    }
    putchar('"');
}

static void print_lines(pol_splitter *split, const pol_split_traits *traits, size_t count)
{
    printf("\"lines\": [");
    for (size_t i = 0, row = 0; i < split->count; i++) {
        const pol_line *line = &split->text->lines[i];
        printf("%s[", i ? ", " : "");
        print_text(line->text);
        printf(", ");
        print_text(line->marker);
        if (row < count && traits[row].line == i) {
            printf(", \"");
            for (int k = 0; k < POL_TRAIT_WORDS; k++)
                printf("%s%llx", k ? " " : "", (unsigned long long)traits[row].bits[k]);
            printf("\"");
            row++;
        }
        printf("]");
    }
    printf("], \"candidates\": [");
    for (size_t i = 0; i < split->heading_count; i++)
        printf("%s%u", i ? ", " : "", split->headings[i].line);
    printf("]");
}

static void print_file(const char *path, pol_span bytes)
{
    pol_arena arena;
    pol_text text = {0};
    pol_error error;
    size_t count = 0;
    pol_arena_init(&arena, (size_t)1 << 30);
    pol_format format = pol_format_detect(pol_span_of(path), bytes);
    printf("{\"file\": ");
    print_text(pol_span_of(path));
    printf(", ");
    pol_splitter split = {.arena = &arena, .reterr = &error};
    bool is_read = pol_format_read(format, bytes, &arena, &text, &error) == POL_OK &&
                   pol_split_prepare(&split, &text);
    pol_split_traits *traits = is_read ? pol_split_find_traits(&split, &count) : NULL;
    if (traits)
        print_lines(&split, traits, count);
    else
        printf("\"lines\": [], \"candidates\": []");
    printf("}\n");
    pol_arena_done(&arena);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        FILE *from = fopen(argv[i], "rb");
        char *bytes = malloc((size_t)1 << 24);
        if (!from || !bytes)
            return 2;
        print_file(argv[i], pol_span_make(bytes, fread(bytes, 1, (size_t)1 << 24, from)));
        fclose(from);
        free(bytes);
    }
    return 0;
}
