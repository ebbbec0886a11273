/* spelt.c - see spelt.h. */
#include "draft/spelt.h"

#include "core/schema.h"
#include "document/acronyms.h"
#include "document/words.h"
#include "search/fetch.h"

enum {
    FORMS_MAX = 16, /* different spellings that are counted */
    KEY_MAX = POL_ACRONYM_LONG_MAX + 56,
    BLOCK = 64,
    DOCUMENTS_BYTES_MAX = 64 << 20
};

/* Spellings that differ in case and plural at most. */
typedef struct spelling_form {
    char key[KEY_MAX];
    pol_span surface[2]; /* one that is no plural, and one that is; absent: not met */
    uint32_t documents;
    bool is_sure;
} spelling_form;

typedef struct spelling_search {
    pol_index *index;
    pol_span acronym;
    pol_arena arena; /* of the documents read */
    pol_fetch fetch;
    spelling_form forms[FORMS_MAX];
    size_t form_count;
    uint32_t read, uppers, lowers;
    size_t most;
    pol_error *reterr;
} spelling_search;

/* --- counting ------------------------------------------------------------------------- */

static bool is_plural(pol_span spelling)
{
    return pol_span_ends(spelling, POL_SPAN("s")) && !pol_span_ends(spelling, POL_SPAN("ss"));
}

static size_t count_capitals(pol_span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] >= 'A' && text.data[i] <= 'Z';
    return count;
}

static spelling_form *form_of(spelling_search *search, pol_span spelling)
{
    char key[KEY_MAX];
    size_t size = pol_fold_label(spelling, key, sizeof key);
    if (is_plural(spelling) && size > 0 && key[size - 1] == 's')
        key[size - 1] = '\0';
    for (size_t i = 0; i < search->form_count; i++)
        if (strcmp(search->forms[i].key, key) == 0)
            return &search->forms[i];
    if (search->form_count == FORMS_MAX)
        return NULL;
    spelling_form *form = &search->forms[search->form_count++];
    *form = (spelling_form){0};
    memcpy(form->key, key, sizeof key);
    return form;
}

/* Names are better shown as such: "National Care Service", not "national care service". */
static void vote(spelling_search *search, const pol_acronym_pair *pair)
{
    spelling_form *form = form_of(search, pair->spelling);
    if (!form)
        return;
    pol_span *surface = &form->surface[is_plural(pair->spelling)];
    if (!surface->data || count_capitals(pair->spelling) > count_capitals(*surface))
        *surface = pair->spelling;
    form->is_sure = form->is_sure || pair->is_sure;
    form->documents++;
}

static void count_case(spelling_search *search, pol_span text)
{
    for (pol_span rest = text, word; (word = pol_word_next(&rest)).data;) {
        pol_span core = pol_acronym_of(word);
        if (core.data ? pol_span_equal(core, search->acronym)
                      : pol_span_equal(word, search->acronym))
            search->uppers++;
        else if (pol_span_equal_fold(word, search->acronym))
            search->lowers++;
    }
}

static void read_text(spelling_search *search, pol_span text)
{
    pol_acronym_pair pair;
    search->read++;
    count_case(search, text);
    for (size_t at = 0; pol_acronym_pair_next(text, &at, &pair);) {
        if (pol_span_equal(pair.word, search->acronym)) {
            vote(search, &pair);
            return;
        }
    }
}

/* --- reading ---------------------------------------------------------------------------- */

static bool is_enough(const spelling_search *search)
{
    if (search->read >= search->most)
        return true;
    return search->form_count == 1 && search->forms[0].documents >= POL_SPELT_ENOUGH;
}

/* The document of an entry, unless it is the one read last. */
static pol_status read_entry(spelling_search *search, xc_docid docid, const pol_stored **last)
{
    pol_fetched fetched;
    pol_status status = pol_fetch_entry(&search->fetch, docid, &fetched, search->reterr);
    if (status != POL_OK || fetched.stored == *last)
        return status;
    *last = fetched.stored;
    read_text(search, fetched.stored->document.text);
    return POL_OK;
}

/* Every so many postings one, so that those read are of all years. */
static pol_status read_postings(spelling_search *search, xc_postings *postings, size_t stride)
{
    xc_posting block[BLOCK];
    size_t count = 0, seen = 0;
    const pol_stored *last = NULL;
    pol_status status = POL_OK;
    do {
        xc_error error = {0};
        if (xc_postings_read(postings, block, BLOCK, &count, &error) != XC_OK)
            return pol_index_fail(search->index, &error, search->reterr);
        for (size_t i = 0; i < count && status == POL_OK && !is_enough(search); i++)
            if (seen++ % stride == 0)
                status = read_entry(search, block[i].docid, &last);
    } while (count > 0 && status == POL_OK && !is_enough(search));
    return status;
}

/* Absent where it is no single word to the index. */
static pol_span stem_of(pol_index *index, pol_span acronym)
{
    pol_token token, further;
    pol_analyser_begin(index->analyser, acronym);
    if (!pol_analyser_next(index->analyser, &token))
        return pol_span_make(NULL, 0);
    pol_span stem = token.stem;
    return token.part_count == 0 && !pol_analyser_next(index->analyser, &further)
               ? stem
               : pol_span_make(NULL, 0);
}

static pol_status read_documents(spelling_search *search)
{
    char stem[POL_WORD_MAX + 1], buffer[POL_TERM_MAX + 1];
    xc_postings *postings = NULL;
    xc_error error = {0};
    uint32_t frequency = 0;
    pol_span found = stem_of(search->index, search->acronym);
    if (!found.data || found.size > POL_WORD_MAX)
        return POL_OK;
    memcpy(stem, found.data, found.size); /* the analyser's own is gone with its next word */
    found.data = stem;
    pol_status status =
        pol_index_frequency(search->index, POL_PREFIX_STEM, found, &frequency, search->reterr);
    if (status != POL_OK || frequency == 0)
        return status;
    pol_span term = pol_term_make(POL_PREFIX_STEM, found, buffer);
    if (xc_postings_open(search->index->reader, pol_xc_bytes(term), false, &postings, &error) !=
        XC_OK)
        return pol_index_fail(search->index, &error, search->reterr);
    size_t stride = frequency / (search->most * 2);
    status = read_postings(search, postings, stride ? stride : 1);
    xc_postings_free(postings);
    return status;
}

/* --- the answer --------------------------------------------------------------------------- */

/* The most frequent one, where no other comes near it. */
static const spelling_form *best_of(const spelling_search *search)
{
    const spelling_form *best = NULL;
    uint32_t second = 0;
    for (size_t i = 0; i < search->form_count; i++) {
        const spelling_form *form = &search->forms[i];
        if (!best || form->documents > best->documents) {
            second = best ? best->documents : 0;
            best = form;
        } else if (form->documents > second) {
            second = form->documents;
        }
    }
    bool is_clear = best && best->documents >= 2 * second && (best->is_sure || best->documents > 1);
    return is_clear ? best : NULL;
}

static pol_status answer(const spelling_search *search, bool wants_plural, pol_arena *arena,
                         pol_spelt *ret_spelt)
{
    const spelling_form *best = best_of(search);
    ret_spelt->read = search->read;
    ret_spelt->is_word = search->lowers > search->uppers;
    if (!best)
        return POL_OK;
    ret_spelt->is_plural = best->surface[wants_plural].data ? wants_plural : !wants_plural;
    pol_span spelling = best->surface[ret_spelt->is_plural];
    ret_spelt->documents = best->documents;
    ret_spelt->spelling = pol_arena_copy(arena, spelling);
    if (!ret_spelt->spelling.data)
        return pol_arena_refused(arena, spelling.size, search->reterr);
    return POL_OK;
}

pol_status pol_spelt_find(pol_index *index, pol_span acronym, bool wants_plural, size_t most,
                          pol_arena *arena, pol_spelt *ret_spelt, pol_error *reterr)
{
    *ret_spelt = (pol_spelt){0};
    if (!index->is_local || most == 0)
        return POL_OK;
    spelling_search *search = pol_arena_alloc(arena, sizeof *search);
    if (!search)
        return pol_arena_refused(arena, sizeof *search, reterr);
    search->index = index;
    search->acronym = acronym;
    search->most = most < POL_SPELT_DOCUMENTS_MAX ? most : POL_SPELT_DOCUMENTS_MAX;
    search->reterr = reterr;
    pol_arena_init(&search->arena, DOCUMENTS_BYTES_MAX);
    pol_fetch_init(&search->fetch, index, &search->arena);
    pol_status status = read_documents(search);
    if (status == POL_LIMIT) /* documents are large: those read are enough */
        status = POL_OK;
    if (status == POL_OK)
        status = answer(search, wants_plural, arena, ret_spelt);
    pol_arena_done(&search->arena);
    return status;
}
