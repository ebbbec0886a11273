/* support.c - a scratch folder per test, small databases, assertions. */
#include "support.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void check_status(xc_status status, xc_status wanted, const xc_error *error, const char *call,
                  const char *file, int line)
{
    if (status != wanted) {
        print_error("%s\n  gives '%s' instead of '%s': %s\n", call, xc_status_name(status),
                    xc_status_name(wanted), status == XC_OK ? "" : error->text);
        _fail(file, line);
    }
    if (wanted == XC_OK)
        return;
    if (error->status != wanted || error->text[0] == '\0') {
        print_error("%s\n  leaves the error at '%s', \"%s\"\n", call, xc_status_name(error->status),
                    error->text);
        _fail(file, line);
    }
}

void check_bytes(xc_bytes got, const char *wanted, const char *file, int line)
{
    if (got.size == strlen(wanted) && (got.size == 0 || memcmp(got.data, wanted, got.size) == 0))
        return;
    print_error("\"%.*s\" instead of \"%s\"\n", (int)got.size, got.data ? got.data : "", wanted);
    _fail(file, line);
}

int scratch_setup(void **state)
{
    const char *base = getenv("TMPDIR");
    char *path = NULL;
    if (asprintf(&path, "%s/xapian-c-XXXXXX", base ? base : "/tmp") < 0)
        return -1;
    *state = path;
    return mkdtemp(path) ? 0 : -1;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

void remove_tree(const char *path)
{
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

int scratch_teardown(void **state)
{
    remove_tree(*state);
    free(*state);
    return 0;
}

const char *in_scratch(void **state, const char *name)
{
    static char buffers[8][512];
    static unsigned next;
    char *buffer = buffers[next++ % 8];
    snprintf(buffer, sizeof buffers[0], "%s/%s", (const char *)*state, name);
    return buffer;
}

void write_file(const char *path, const void *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

size_t file_size(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return (size_t)status.st_size;
}

xc_document *document_of(const char *words, const char *value0, const char *value1,
                         const char *value2)
{
    xc_error error;
    xc_document *document;
    OK(xc_document_new(&document, &error));
    uint32_t position = 0;
    for (const char *word = words; *word;) {
        size_t size = strcspn(word, " ");
        OK(xc_document_add_posting(document, (xc_bytes){word, size}, ++position, 1, &error));
        word += size;
        word += strspn(word, " ");
    }
    const char *const values[] = {value0, value1, value2};
    for (xc_slot slot = 0; slot < 3; slot++)
        if (values[slot])
            OK(xc_document_set_value(document, slot, bytes(values[slot]), &error));
    OK(xc_document_set_data(document, bytes(words), &error));
    return document;
}

xc_docid put_values(xc_writer *writer, const char *words, const char *value0, const char *value1,
                    const char *value2)
{
    xc_error error;
    xc_docid docid;
    xc_document *document = document_of(words, value0, value1, value2);
    OK(xc_writer_add(writer, document, &docid, &error));
    xc_document_free(document);
    return docid;
}

xc_docid put(xc_writer *writer, const char *words)
{
    return put_values(writer, words, NULL, NULL, NULL);
}

xc_writer *open_writer(const char *path, xc_write_mode mode)
{
    xc_error error;
    xc_writer *writer;
    xc_writer_options options = {.mode = mode, .is_unsynced = true};
    OK(xc_writer_open(path, &options, &writer, &error));
    return writer;
}

xc_reader *open_reader(const char *path)
{
    xc_error error;
    xc_reader *reader;
    OK(xc_reader_open(path, &reader, &error));
    return reader;
}

void build(const char *path, const char *const *texts, size_t count)
{
    xc_error error;
    xc_writer *writer = open_writer(path, XC_OPEN_OR_CREATE);
    for (size_t i = 0; i < count; i++)
        put(writer, texts[i]);
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

xc_query *term(const char *word)
{
    xc_error error;
    xc_query *query;
    OK(xc_query_term(bytes(word), 1, &query, &error));
    return query;
}

xc_query *words_query(xc_operator op, const char *const *words, size_t count, uint32_t window)
{
    xc_error error;
    xc_query *parts[8];
    xc_query *query;
    assert_true(count <= 8);
    for (size_t i = 0; i < count; i++)
        parts[i] = term(words[i]);
    OK(xc_query_combine(op, parts, count, window, &query, &error));
    for (size_t i = 0; i < count; i++)
        xc_query_free(parts[i]);
    return query;
}

const char *hits_text(const xc_matches *matches)
{
    static char text[1024];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < xc_matches_count(matches) && size < sizeof text - 16; i++)
        size += (size_t)sprintf(text + size, i ? " %u" : "%u", xc_matches_at(matches, i)->docid);
    return text;
}

const char *hits_of(xc_reader *reader, xc_query *query)
{
    xc_error error;
    xc_matches *matches;
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    search.count = 1000;
    OK(xc_reader_search(reader, &search, &matches, &error));
    const char *text = hits_text(matches);
    xc_matches_free(matches);
    xc_query_free(query);
    return text;
}
