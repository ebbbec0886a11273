/* thesaurus_make.c - WordNet's database to the tables of thesaurus.c, as a C header on standard
 * output: a program of the build, linked with WordNet's own library.
 *
 *   words  stems in byte order, as bytes behind each other, and where each starts
 *   kin    by word: the words behind it that it has to do with, each with the bits of pol_kinship
 *          below its number, in ascending order
 *
 * A word's number is its place, counted from 1. All that two words have to do with each other is
 * found here: a clause is compared with hundreds of passages, word by word. */
#include <stdio.h>
#include <stdlib.h>

#include <wn.h>

#include "core/analysis.h"
#include "draft/thesaurus.h"

enum { WORD_SIZE = 64, KEY_SHIFT = 3 };

/* Two numbers that belong together; at first of a stem and a set, in the end of words. */
typedef struct pair {
    uint32_t left, right;
} pair;

typedef struct pairs {
    pair *list;
    size_t count, capacity;
} pairs;

typedef struct stem_list {
    char (*list)[WORD_SIZE];
    size_t count, capacity;
} stem_list;

typedef struct making {
    pol_analyser *analyser;
    stem_list stems;
    pairs senses, parents, derived, antonyms;
} making;

static void die(const char *what)
{
    fprintf(stderr, "thesaurus_make: %s\n", what);
    exit(1);
}

static void add_pair(pairs *to, uint32_t left, uint32_t right)
{
    if (to->count == to->capacity) {
        to->capacity = to->capacity ? to->capacity * 2 : 4096;
        to->list = realloc(to->list, to->capacity * sizeof *to->list);
        if (!to->list)
            die("out of memory");
    }
    to->list[to->count++] = (pair){left, right};
}

/* --- stems ------------------------------------------------------------------------ */

static int by_stem(const void *left, const void *right)
{
    return strcmp(left, right);
}

/* The stem of a lemma of one word; false for others ("trade_union", "9"). */
static bool stem_of(making *at, const char *lemma, char stem[WORD_SIZE])
{
    pol_token token;
    if (strchr(lemma, '_') || strchr(lemma, '(') || strlen(lemma) < 3)
        return false;
    pol_analyser_begin(at->analyser, pol_span_of(lemma));
    if (!pol_analyser_next(at->analyser, &token) || token.stem.size >= WORD_SIZE ||
        token.end != strlen(lemma) || pol_is_stop_word(token.word))
        return false;
    memcpy(stem, token.stem.data, token.stem.size);
    stem[token.stem.size] = '\0';
    return true;
}

static void add_stem(making *at, const char *lemma)
{
    stem_list *stems = &at->stems;
    if (stems->count == stems->capacity) {
        stems->capacity = stems->capacity ? stems->capacity * 2 : 4096;
        stems->list = realloc(stems->list, stems->capacity * sizeof *stems->list);
        if (!stems->list)
            die("out of memory");
    }
    stems->count += stem_of(at, lemma, stems->list[stems->count]);
}

/* The number of a lemma's stem; 0 where it has none. */
static uint32_t number_of(making *at, const char *lemma)
{
    char stem[WORD_SIZE];
    if (!stem_of(at, lemma, stem))
        return 0;
    const char(*found)[WORD_SIZE] =
        bsearch(stem, at->stems.list, at->stems.count, WORD_SIZE, by_stem);
    return found ? (uint32_t)(found - at->stems.list) + 1 : 0;
}

/* Calls `take` for each lemma of a part of speech: the first words of the index file's lines. */
static void each_lemma(making *at, int part, void (*take)(making *at, const char *lemma, int part))
{
    char path[4096], line[16384];
    snprintf(path, sizeof path, "%s/index.%s", POL_WORDNET_DIR, partnames[part]);
    FILE *file = fopen(path, "re");
    if (!file)
        die("WordNet's index is not where it should be");
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, " \n")] = '\0';
        if (line[0])
            take(at, line, part);
    }
    fclose(file);
}

static void take_stem(making *at, const char *lemma, int part)
{
    (void)part;
    add_stem(at, lemma);
}

static void sort_stems(making *at)
{
    stem_list *stems = &at->stems;
    size_t kept = 0;
    qsort(stems->list, stems->count, WORD_SIZE, by_stem);
    for (size_t i = 0; i < stems->count; i++)
        if (kept == 0 || strcmp(stems->list[kept - 1], stems->list[i]) != 0)
            memmove(stems->list[kept++], stems->list[i], WORD_SIZE);
    stems->count = kept;
}

/* --- senses ----------------------------------------------------------------------- */

/* A set's name that is unique over all parts of speech. */
static uint32_t key_of(long offset, int part)
{
    return (uint32_t)offset << KEY_SHIFT | (uint32_t)part;
}

/* A set as the library has it, which wants a word that may be changed. */
static SynsetPtr read_set(int part, long offset)
{
    char no_word[] = "";
    return read_synset(part, offset, no_word);
}

/* The word at the other end of a pointer between words. */
static uint32_t target_of(making *at, const Synset *set, int pointer)
{
    SynsetPtr other = read_set(set->ppos[pointer], set->ptroff[pointer]);
    uint32_t number = 0;
    int word = set->pto[pointer];
    if (other && word > 0 && word <= other->wcount)
        number = number_of(at, other->words[word - 1]);
    free_synset(other);
    return number;
}

static void take_pointer(making *at, const Synset *set, uint32_t key, uint32_t word, int place,
                         int pointer)
{
    int type = set->ptrtyp[pointer];
    if (type == HYPERPTR)
        add_pair(&at->parents, key, key_of(set->ptroff[pointer], set->ppos[pointer]));
    if ((type != DERIVATION && type != ANTPTR) || set->pfrm[pointer] != place)
        return;
    uint32_t other = target_of(at, set, pointer);
    if (other && other != word) {
        pairs *to = type == ANTPTR ? &at->antonyms : &at->derived;
        add_pair(to, word, other);
        add_pair(to, other, word);
    }
}

static void take_sense(making *at, const char *lemma, uint32_t word, long offset, int part)
{
    SynsetPtr set = read_set(part, offset);
    int place = 0;
    if (!set)
        die("WordNet's database cannot be read");
    for (int i = 0; i < set->wcount; i++)
        if (strcasecmp(set->words[i], lemma) == 0)
            place = i + 1;
    uint32_t key = key_of(offset, part);
    add_pair(&at->senses, word, key);
    for (int i = 0; i < set->ptrcount; i++)
        take_pointer(at, set, key, word, place, i);
    free_synset(set);
}

static void take_lemma(making *at, const char *lemma, int part)
{
    char name[256];
    uint32_t word = number_of(at, lemma);
    if (!word || strlen(lemma) >= sizeof name)
        return;
    strcpy(name, lemma);
    IndexPtr entry = index_lookup(name, part);
    if (!entry)
        return;
    for (int i = 0; i < entry->off_cnt && i < POL_THESAURUS_SENSES; i++)
        take_sense(at, lemma, word, (long)entry->offset[i], part);
    free_index(entry);
}

/* --- numbers ---------------------------------------------------------------------- */

static int by_pair(const void *left, const void *right)
{
    const pair *a = left, *b = right;
    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    return (a->right > b->right) - (a->right < b->right);
}

static void sort_pairs(pairs *of)
{
    size_t kept = 0;
    if (of->count)
        qsort(of->list, of->count, sizeof *of->list, by_pair);
    for (size_t i = 0; i < of->count; i++)
        if (kept == 0 || by_pair(&of->list[kept - 1], &of->list[i]) != 0)
            of->list[kept++] = of->list[i];
    of->count = kept;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Keys of sets to numbers from 1, so that they can be places in a table. */
typedef struct numbering {
    uint32_t *keys;
    size_t count;
} numbering;

static numbering number_sets(const making *at)
{
    numbering sets = {.keys = malloc((at->senses.count + 1) * sizeof *sets.keys)};
    if (!sets.keys)
        die("out of memory");
    size_t all = 0;
    for (; all < at->senses.count; all++)
        sets.keys[all] = at->senses.list[all].right;
    qsort(sets.keys, all, sizeof *sets.keys, by_number);
    for (size_t i = 0; i < all; i++)
        if (sets.count == 0 || sets.keys[sets.count - 1] != sets.keys[i])
            sets.keys[sets.count++] = sets.keys[i];
    return sets;
}

static uint32_t set_number(const numbering *sets, uint32_t key)
{
    const uint32_t *found = bsearch(&key, sets->keys, sets->count, sizeof key, by_number);
    return found ? (uint32_t)(found - sets->keys) + 1 : 0;
}

/* --- kin -------------------------------------------------------------------------- */

/* The right sides of each left side, from `at[left]` to `at[left + 1]`. */
typedef struct lists {
    uint32_t *rights;
    size_t *at;
} lists;

/* Of sorted pairs whose left sides are at most `most`. */
static lists lists_of(const pairs *of, size_t most)
{
    lists made = {malloc((of->count + 1) * sizeof *made.rights), calloc(most + 2, sizeof *made.at)};
    if (!made.rights || !made.at)
        die("out of memory");
    for (size_t i = 0; i < of->count; i++) {
        made.rights[i] = of->list[i].right;
        made.at[of->list[i].left + 1] = i + 1;
    }
    for (size_t i = 1; i < most + 2; i++)
        made.at[i] = made.at[i] > made.at[i - 1] ? made.at[i] : made.at[i - 1];
    return made;
}

static void free_lists(lists *of)
{
    free(of->rights);
    free(of->at);
}

/* The words that are in each set. */
static lists members_of(const pairs *senses, size_t sets)
{
    pairs turned = {0};
    for (size_t i = 0; i < senses->count; i++)
        add_pair(&turned, senses->list[i].right, senses->list[i].left);
    sort_pairs(&turned);
    lists members = lists_of(&turned, sets);
    free(turned.list);
    return members;
}

/* The first parent of each set that words are in, by its number; 0: none. */
static uint32_t *parents_of(const pairs *parents, const numbering *sets)
{
    size_t at = 0;
    uint32_t *found = calloc(sets->count + 1, sizeof *found);
    if (!found)
        die("out of memory");
    for (size_t i = 0; i < sets->count; i++) {
        while (at < parents->count && parents->list[at].left < sets->keys[i])
            at++;
        for (size_t j = at; j < parents->count && parents->list[j].left == sets->keys[i]; j++)
            if (!found[i + 1])
                found[i + 1] = set_number(sets, parents->list[j].right);
    }
    return found;
}

typedef struct kin_finder {
    lists senses, members, derived, antonyms;
    uint32_t *parents;
    pairs kin; /* each under the smaller number, the other one shifted, with bits */
} kin_finder;

static void add_kin(kin_finder *to, uint32_t word, uint32_t other, pol_kinship kinship)
{
    uint32_t low = word < other ? word : other, high = word < other ? other : word;
    if (low != high)
        add_pair(&to->kin, low, high << POL_THESAURUS_KINSHIP_BITS | kinship);
}

static void add_members(kin_finder *to, uint32_t word, uint32_t set, pol_kinship kinship)
{
    for (size_t i = to->members.at[set]; i < to->members.at[set + 1]; i++)
        add_kin(to, word, to->members.rights[i], kinship);
}

static void add_antonyms(kin_finder *to, uint32_t word, uint32_t form)
{
    for (size_t i = to->antonyms.at[form]; i < to->antonyms.at[form + 1]; i++)
        add_kin(to, word, to->antonyms.rights[i], POL_KINSHIP_ANTONYM);
}

/* Whose sense one of its own is, or is a kind of; and its derived forms, with all that these mean
 * and are antonyms of. */
static void find_kin_of(kin_finder *to, uint32_t word)
{
    for (size_t i = to->senses.at[word]; i < to->senses.at[word + 1]; i++) {
        uint32_t set = to->senses.rights[i];
        add_members(to, word, set, POL_KINSHIP_SYNONYM);
        if (to->parents[set])
            add_members(to, word, to->parents[set], POL_KINSHIP_BROADER);
    }
    add_antonyms(to, word, word);
    for (size_t i = to->derived.at[word]; i < to->derived.at[word + 1]; i++) {
        uint32_t form = to->derived.rights[i];
        add_kin(to, word, form, POL_KINSHIP_DERIVED);
        for (size_t j = to->senses.at[form]; j < to->senses.at[form + 1]; j++)
            add_members(to, word, to->senses.rights[j], POL_KINSHIP_DERIVED);
        add_antonyms(to, word, form);
    }
}

/* Two words once, with all bits. */
static void merge_kin(pairs *kin)
{
    size_t kept = 0;
    sort_pairs(kin);
    for (size_t i = 0; i < kin->count; i++) {
        pair *last = kept > 0 ? &kin->list[kept - 1] : NULL, one = kin->list[i];
        if (last && last->left == one.left &&
            last->right >> POL_THESAURUS_KINSHIP_BITS == one.right >> POL_THESAURUS_KINSHIP_BITS)
            last->right |= one.right;
        else
            kin->list[kept++] = one;
    }
    kin->count = kept;
}

static pairs find_kin(const making *at, const numbering *sets)
{
    size_t words = at->stems.count;
    kin_finder finder = {.senses = lists_of(&at->senses, words),
                         .members = members_of(&at->senses, sets->count),
                         .derived = lists_of(&at->derived, words),
                         .antonyms = lists_of(&at->antonyms, words),
                         .parents = parents_of(&at->parents, sets)};
    for (uint32_t word = 1; word <= words; word++)
        find_kin_of(&finder, word);
    merge_kin(&finder.kin);
    free_lists(&finder.senses);
    free_lists(&finder.members);
    free_lists(&finder.derived);
    free_lists(&finder.antonyms);
    free(finder.parents);
    return finder.kin;
}

/* --- writing ---------------------------------------------------------------------- */

static void write_words(const stem_list *stems)
{
    uint32_t start = 0;
    printf("static const char words[] =");
    for (size_t i = 0; i < stems->count; i++) {
        printf("%s\"", i % 8 ? " " : "\n    ");
        for (const char *c = stems->list[i]; *c; c++)
            printf((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') ? "%c" : "\\%03o",
                   (unsigned char)*c);
        printf("\"");
    }
    printf(";\nstatic const uint32_t word_starts[] = {");
    for (size_t i = 0; i < stems->count; i++) {
        printf("%u,", start);
        start += (uint32_t)strlen(stems->list[i]);
    }
    printf("%u};\nenum { WORD_COUNT = %zu };\n", start, stems->count);
}

/* The right sides behind each other, and where those of each word start. */
static void write_pairs(const char *name, const pairs *of, size_t words)
{
    printf("static const uint32_t %s[] = {", name);
    for (size_t i = 0; i < of->count; i++)
        printf("%u,", of->list[i].right);
    printf("0};\nstatic const uint32_t %s_starts[] = {", name);
    for (size_t word = 0, at = 0; word <= words + 1; word++) {
        while (at < of->count && of->list[at].left < word)
            at++;
        printf("%zu,", at);
    }
    printf("%zu};\n", of->count);
}

int main(void)
{
    static making at;
    pol_error error;
    setenv("WNSEARCHDIR", POL_WORDNET_DIR, 1);
    if (wninit() != 0)
        die("WordNet's database cannot be opened: install wordnet-base");
    if (pol_analyser_new("en", &at.analyser, &error) != POL_OK)
        die(error.text);
    for (int part = 1; part <= NUMPARTS; part++)
        each_lemma(&at, part, take_stem);
    sort_stems(&at);
    for (int part = 1; part <= NUMPARTS; part++)
        each_lemma(&at, part, take_lemma);
    sort_pairs(&at.senses);
    sort_pairs(&at.parents);
    sort_pairs(&at.derived);
    sort_pairs(&at.antonyms);
    numbering sets = number_sets(&at);
    for (size_t i = 0; i < at.senses.count; i++)
        at.senses.list[i].right = set_number(&sets, at.senses.list[i].right);
    sort_pairs(&at.senses);
    printf("/* Made by draft/thesaurus_make.c from WordNet 3.0. */\n");
    write_words(&at.stems);
    pairs kin = find_kin(&at, &sets);
    write_pairs("kin", &kin, at.stems.count);
    free(kin.list);
    free(sets.keys);
    free(at.stems.list);
    free(at.senses.list);
    free(at.parents.list);
    free(at.derived.list);
    free(at.antonyms.list);
    pol_analyser_free(at.analyser);
    return fflush(stdout) == 0 ? 0 : 1;
}
