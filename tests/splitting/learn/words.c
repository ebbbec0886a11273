/* words.c - files to what roles.py reads: the words of each heading with their signs, one JSON
 * object a file. */
#include <stdio.h>
#include <stdlib.h>

#include "document/split/words.h"
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

static void print_word(const pol_split_word *word, bool is_first)
{
    printf("%s[", is_first ? "" : ", ");
    print_text(word->text);
    printf(", %u, %u, \"", word->line, word->gap);
    for (int i = 0; i < POL_SIGN_WORDS; i++)
        printf("%s%llx", i ? " " : "", (unsigned long long)word->signs[i]);
    printf("\"]");
}

static void print_items(pol_splitter *split)
{
    pol_split_word words[POL_SPLIT_WORDS_MAX];
    pol_split_items items = {0};
    const bool *is_furniture = pol_split_read_heads(split, &items);
    pol_split_slots *slots =
        is_furniture && split->places ? pol_split_find_slots(split, &items, is_furniture) : NULL;
    for (size_t i = 0, printed = 0; slots && i < items.count; i++) {
        size_t count = items.items[i].text ? pol_split_find_words(split, slots, is_furniture,
                                                                  &items.items[i], words)
                                           : 0;
        if (count == 0)
            continue;
        printf("%s[", printed++ ? ", " : "");
        for (size_t k = 0; k < count; k++)
            print_word(&words[k], k == 0);
        printf("]");
    }
}

static void print_file(const char *path, pol_span bytes)
{
    pol_arena arena;
    pol_text text = {0};
    pol_error error;
    pol_arena_init(&arena, (size_t)1 << 30);
    pol_format format = pol_format_detect(pol_span_of(path), bytes);
    printf("{\"file\": ");
    print_text(pol_span_of(path));
    printf(", \"items\": [");
    pol_splitter split = {.arena = &arena, .reterr = &error};
    if (pol_format_read(format, bytes, &arena, &text, &error) == POL_OK &&
        pol_split_prepare(&split, &text) && pol_split_choose_all(&split))
        print_items(&split);
    printf("]}\n");
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
