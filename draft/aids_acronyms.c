/* aids_acronyms.c - acronyms that a draft uses and does not spell out. */
#include "document/acronyms.h"
#include "document/words.h"
#include "draft/aids_build.h"
#include "draft/spelt.h"

enum {
    DOCUMENTS_MAX = 300, /* read for one draft */
    LONG_MIN = 6         /* letters of one that may as well be a word in capitals */
};

static bool is_of_profile(const pol_profile *profile, pol_span word)
{
    for (size_t i = 0; i < profile->known_acronym_count; i++)
        if (pol_span_equal_fold(profile->known_acronyms[i], word))
            return true;
    return false;
}

static bool is_spelt_in(pol_span word, pol_span text)
{
    pol_acronym_pair pair;
    for (size_t at = 0; pol_acronym_pair_next(text, &at, &pair);)
        if (pol_span_equal(pair.word, word))
            return true;
    return pol_acronym_is_written_out(word, text);
}

static bool is_within(pol_span part, pol_span whole)
{
    return part.data >= whole.data && part.data < whole.data + whole.size;
}

/* The clause where it first stands, in its text or its lead-in; 0: in none, as in the title. */
static uint32_t clause_of(const pol_draft *draft, pol_span used)
{
    for (size_t i = 0; i < draft->clause_count; i++) {
        const pol_draft_clause *clause = &draft->clauses[i];
        if (is_within(used, clause->text) ||
            (clause->lead_in && is_within(used, clause->lead_in->text)))
            return clause->number;
    }
    return 0;
}

static bool has_vowel(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (strchr("AEIOU", word.data[i]))
            return true;
    return false;
}

/* "STPs", but not "the STP's board". */
static bool has_plural(const pol_acronym *acronym)
{
    return acronym->used.size == acronym->word.size + 1;
}

static pol_status add_remark(pol_aids *aids, const pol_acronym *acronym, const pol_spelt *spelt)
{
    uint32_t clause = clause_of(aids->draft, acronym->used);
    bool is_plural = has_plural(acronym);
    pol_span used = is_plural ? acronym->used : acronym->word;
    if (!spelt->spelling.data)
        return pol_aids_add(aids, POL_AID_ACRONYM, clause, acronym->word,
                            "“%.*s” is not spelt out: where it first stands, write it in full, "
                            "with “(%.*s)” behind it.",
                            POL_SPAN_ARGS(used), POL_SPAN_ARGS(acronym->word));
    bool is_one = spelt->documents == 1;
    return pol_aids_add(aids, POL_AID_ACRONYM, clause, acronym->word,
                        "“%.*s” is not spelt out: where it first stands, write “%.*s (%.*s)”, as "
                        "%u document%s here %s.",
                        POL_SPAN_ARGS(used), POL_SPAN_ARGS(spelt->spelling),
                        POL_SPAN_ARGS(spelt->is_plural && is_plural ? used : acronym->word),
                        (unsigned)spelt->documents, is_one ? "" : "s", is_one ? "does" : "do");
}

static pol_status add_acronym(pol_aids *aids, const pol_acronym *acronym, size_t *left)
{
    const pol_document *document = aids->draft->document;
    pol_span word = acronym->word;
    pol_spelt spelt;
    if (pol_acronym_is_known(word) || is_of_profile(aids->profile, word) ||
        is_spelt_in(word, document->text) || is_spelt_in(word, document->title.text))
        return POL_OK;
    pol_status status = pol_spelt_find(aids->index, word, has_plural(acronym), *left, aids->arena,
                                       &spelt, aids->reterr);
    if (status != POL_OK)
        return status;
    *left -= spelt.read < *left ? spelt.read : *left;
    bool may_be_word = !spelt.spelling.data && word.size >= LONG_MIN && has_vowel(word);
    return spelt.is_word || may_be_word ? POL_OK : add_remark(aids, acronym, &spelt);
}

pol_status pol_aids_add_acronyms(pol_aids *aids)
{
    const pol_document *document = aids->draft->document;
    size_t count = 0, left = DOCUMENTS_MAX;
    pol_acronym *list = pol_arena_array(aids->arena, POL_ACRONYMS_MAX, sizeof *list);
    if (!list)
        return pol_arena_refused(aids->arena, POL_ACRONYMS_MAX * sizeof *list, aids->reterr);
    for (size_t i = 0; i < document->passage_count; i++)
        if (document->passages[i].clause != POL_CLAUSE_RATIONALE)
            pol_acronyms_add(document->passages[i].text, list, &count);
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK && aids->count < POL_AIDS_MAX; i++)
        status = add_acronym(aids, &list[i], &left);
    return status;
}
