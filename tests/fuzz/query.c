/* query.c - bytes to a query tree, printed and in words, with and without operators. */
#include "search/query.h"

#include "core/utf8.h"
#include "tests/fuzz/fuzz.h"

static void check_node(const pol_node *node, size_t size, unsigned depth)
{
    FUZZ_CHECK(node->type <= POL_NODE_LABEL);
    FUZZ_CHECK(node->start <= node->end && node->end <= size);
    FUZZ_CHECK(depth <= 4 * POL_QUERY_DEPTH_MAX);
    FUZZ_CHECK(node->type != POL_NODE_NOT || node->child_count == 1);
    for (size_t i = 0; i < node->child_count; i++)
        check_node(node->children[i], size, depth + 1);
}

static void check_written(void (*write)(const pol_query *, pol_buffer *), const pol_query *query)
{
    pol_buffer written;
    pol_buffer_init(&written, 16 << 20);
    write(query, &written);
    FUZZ_CHECK(written.status == POL_OK);
    pol_span text = pol_buffer_span(&written);
    FUZZ_CHECK(pol_utf8_valid_prefix(text) == text.size);
    pol_buffer_done(&written);
}

static void check_query(const pol_query *query, pol_span text)
{
    if (pol_query_root(query))
        check_node(pol_query_root(query), text.size, 0);
    check_written(pol_query_print, query);
    check_written(pol_query_understood, query);
    for (size_t i = 0; i < pol_query_note_count(query); i++)
        FUZZ_CHECK(pol_query_note(query, i)[0] != '\0');
}

static void parse(pol_span text, bool is_literal)
{
    bool is_read = false;
    pol_query *query = NULL;
    pol_error error = {0};
    pol_status status = pol_query_parse(text, is_literal, &query, &error);
    fuzz_check_error(status, &error);
    FUZZ_CHECK((status == POL_OK) == (query != NULL));
    FUZZ_CHECK(status != POL_USAGE || error.at <= text.size);
    if (status != POL_OK)
        return;
    check_query(query, text);
    FUZZ_CHECK(pol_query_read_outcomes(query, &is_read, &error) == POL_OK);
    if (is_read)
        check_query(query, text);
    pol_query_free(query);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    parse(fuzz_span(data, size), false);
    parse(fuzz_span(data, size), true);
    return 0;
}
