/* passages.c - motions of a JSON Lines file to the passages that polindex makes of them: the
 * same text for every engine.
 *
 *   bench-passages MOTIONS.jsonl >PASSAGES
 *
 * A line each: "ID#p7", tab, the motion's title and the passage's text with a space between them.
 * Control characters, which no engine indexes, become spaces. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/json_lines.h"

static void die(const char *what, const char *why)
{
    fprintf(stderr, "bench-passages: %s: %s\n", what, why);
    exit(2);
}

static void write_plain(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        putchar((unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
}

static void write_item(const pol_item *item)
{
    for (size_t i = 0; i < item->document_count; i++) {
        const pol_document *document = &item->documents[i].stored.document;
        for (size_t j = 0; j < document->passage_count; j++) {
            const pol_passage *passage = &document->passages[j];
            write_plain(document->id.text);
            printf("#p%u\t", passage->ordinal);
            write_plain(document->title.text);
            putchar(' ');
            write_plain(passage->text);
            putchar('\n');
        }
    }
}

static void write_motions(const char *path)
{
    pol_line_stream *stream;
    pol_intake intake = {0};
    pol_error error;
    bool has_more = true;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        die(path, strerror(errno));
    if (pol_line_stream_new(file, &stream, &error) != POL_OK ||
        pol_sandbox_new(NULL, &intake.sandbox, &error) != POL_OK)
        die(path, error.text);
    while (has_more) {
        pol_item *item = pol_item_new();
        if (!item || pol_line_stream_next(stream, item, &has_more, &error) != POL_OK)
            die(path, "cannot read it");
        item->format = POL_FORMAT_JSON_LINES;
        if (has_more)
            pol_item_take(item, &intake);
        write_item(item);
        pol_item_free(item);
    }
    pol_sandbox_free(intake.sandbox);
    pol_line_stream_free(stream);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        die("usage", "bench-passages MOTIONS.jsonl");
    write_motions(argv[1]);
    if (fflush(stdout) != 0)
        die("standard output", strerror(errno));
    return 0;
}
