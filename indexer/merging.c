/* merging.c - finding another rendering of a document, and joining the two. */
#include "indexer/merging.h"

#include "core/analysis.h"
#include "indexer/prepare.h"

/* Looked at for each merge term: documents that agree in title, conference and year but
 * not in their words are few. */
enum { CANDIDATES_MAX = 16 };

static pol_status look_up(xc_reader *reader, pol_span term, xc_posting block[CANDIDATES_MAX],
                          size_t *ret_count, pol_error *reterr)
{
    xc_postings *postings = NULL;
    xc_error error;
    xc_status status = xc_postings_open(reader, pol_xc_bytes(term), false, &postings, &error);
    if (status == XC_OK)
        status = xc_postings_read(postings, block, CANDIDATES_MAX, ret_count, &error);
    xc_postings_free(postings);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, "cannot read the index");
}

pol_status pol_find_rendering(xc_reader *reader, const pol_stored *ours, pol_span file_key,
                              pol_arena *arena, pol_held *ret_other, bool *ret_is_found,
                              pol_error *reterr)
{
    char buffers[2][POL_TERM_MAX + 1];
    pol_span terms[2];
    size_t count = pol_merge_terms(ours, buffers, terms);
    *ret_is_found = false;
    for (size_t i = 0; i < count; i++) {
        xc_posting block[CANDIDATES_MAX];
        size_t found = 0;
        pol_status status = look_up(reader, terms[i], block, &found, reterr);
        for (size_t j = 0; j < found && status == POL_OK; j++) {
            status = pol_held_read(reader, block[j].docid, arena, ret_other, reterr);
            if (status != POL_OK || pol_held_comes_from(ret_other, file_key) ||
                ret_other->stored.source_count >= POL_HELD_SOURCES_MAX ||
                !pol_is_same_document(&ret_other->stored, ours))
                continue;
            *ret_is_found = true;
            return POL_OK;
        }
        if (status != POL_OK)
            return status;
    }
    return POL_OK;
}

/* Texts change between the agendas of a conference; what was final was voted on. */
static int finality(pol_span path)
{
    static const struct {
        const char *word;
        int score;
    } words[] = {{"final", 16}, {"prelim", -16}, {"provisional", -16}, {"draft", -16}};
    char name[512];
    size_t size = pol_fold_label(path, name, sizeof name);
    int score = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_span_find(pol_span_make(name, size), pol_span_of(words[i].word), 0) != (size_t)-1)
            score += words[i].score;
    return score;
}

/* How much a rendering states. */
static int richness(const pol_stored *stored)
{
    const pol_document *document = &stored->document;
    return finality(stored->sources[0]) + (document->title.text.size > 0) +
           (document->date.year > 0) + (document->number.text.size > 0) +
           (document->submitter_count > 0) + 2 * (document->decision != POL_DECISION_UNKNOWN);
}

static void fill_gaps(pol_document *into, const pol_document *from)
{
    if (!into->title.text.size) {
        into->title = from->title;
        into->display_title = from->display_title;
    }
    if (!into->number.text.size)
        into->number = from->number;
    if (!into->date.year) {
        into->date = from->date;
        into->date_line = from->date_line;
    }
    if (into->decision == POL_DECISION_UNKNOWN && from->decision != POL_DECISION_UNKNOWN) {
        into->decision = from->decision;
        into->decision_raw = from->decision_raw;
    }
    if (into->submitter_count == 0) {
        into->submitters = from->submitters;
        into->submitter_count = from->submitter_count;
        into->submitters_line = from->submitters_line;
    }
}

pol_status pol_merge(const pol_held *other, const pol_stored *ours, pol_span file_key,
                     pol_arena *arena, pol_held *ret_merged, pol_error *reterr)
{
    const size_t count = other->stored.source_count + 1;
    bool is_richer = richness(ours) > richness(&other->stored);
    bool is_first = true;
    pol_span *sources = pol_arena_array(arena, count, sizeof *sources);
    if (!sources)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory while merging two documents");
    *ret_merged = (pol_held){.stored = is_richer ? *ours : other->stored};
    size_t own = is_richer ? 0 : count - 1;
    sources[own] = ours->sources[0];
    ret_merged->keys[own] = file_key;
    for (size_t i = 0; i + 1 < count; i++) {
        sources[is_richer + i] = other->stored.sources[i];
        ret_merged->keys[is_richer + i] = other->keys[i];
        is_first &= pol_span_compare(ours->sources[0], other->stored.sources[i]) < 0;
    }
    pol_stored *merged = &ret_merged->stored;
    merged->sources = sources;
    merged->source_count = count;
    fill_gaps(&merged->document, is_richer ? &other->stored.document : &ours->document);
    merged->document.id = is_first ? ours->document.id : other->stored.document.id;
    return POL_OK;
}
