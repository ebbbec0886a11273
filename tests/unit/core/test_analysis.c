/* test_analysis.c - text to tokens: every case as a row, and what holds for all texts. */
#include "core/analysis.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "tests/unit/core/cmocka_all.h"
#include "tests/unit/core/failing_alloc.h"

/* Each token as "START-END#POSITION WORD", then ">STEM" where it is another,
 * "~OTHER STEM" where there is one, " PART/COUNT" in a compound. */
static const struct {
    pol_span text;
    const char *tokens;
} rows[] = {
    /* Plain words, case, ends. */
    {{"", 0}, ""},
    {{" \t\r\n", 4}, ""},
    {{"The right to strike", 19}, "0-3#1 the | 4-9#2 right | 10-12#3 to | 13-19#4 strike"},
    {{"PAY, pay; Pay.", 14}, "0-3#1 pay | 5-8#2 pay | 10-13#3 pay"},
    {{"end.", 4}, "0-3#1 end"},
    {{"x", 1}, "0-1#1 x"},
    {{"A a.", 4}, "0-1#1 a | 2-3#2 a"},
    {{"(pay) [pay] \"pay\" pay!", 22}, "1-4#1 pay | 7-10#2 pay | 13-16#3 pay | 18-21#4 pay"},
    {{"word\x00word", 9}, "0-4#1 word | 5-9#2 word"},
    /* Apostrophes, straight and curly. */
    {{"union's", 7}, "0-7#1 unions>union"},
    {{"union’s", 9}, "0-9#1 unions>union"},
    {{"union‘s unionʼs", 18}, "0-9#1 unions>union | 10-18#2 unions>union"},
    {{"unions'", 7}, "0-6#1 unions>union"},
    {{"members’ dues", 15}, "0-7#1 members>member | 11-15#2 dues>due"},
    {{"don't dont", 10}, "0-5#1 dont | 6-10#2 dont"},
    {{"O'Brien O’Brien", 17}, "0-7#1 obrien | 8-17#2 obrien"},
    {{"'quoted' ‘quoted’", 21}, "1-7#1 quoted>quot | 12-18#2 quoted>quot"},
    {{"rock'n'roll", 11}, "0-11#1 rocknroll>rocknrol"},
    {{"NHS's", 5}, "0-5#1 nhss>nhs"},
    {{"it''s", 5}, "0-2#1 it | 4-5#2 s"},
    {{"union\xEF\xBF\xBDs", 9}, "0-9#1 unions>union"},
    {{"1980's 1980s", 12}, "0-6#1 1980s>1980 | 7-12#2 1980s>1980"},
    {{"5'6 ' '' 's", 11}, "0-1#1 5 | 2-3#2 6 | 10-11#3 s"},
    /* Soft hyphens, zero width, line ends. */
    {{"co\xC2\xADoperation", 13}, "0-13#1 cooperation>cooper"},
    {{"co\xC2\xAD\noperation", 14}, "0-14#1 cooperation>cooper"},
    {{"na\xE2\x80\x8Bme he\xEF\xBB\xBF"
      "ading\xEF\xBB\xBF",
      21},
     "0-7#1 name | 8-18#2 heading>head"},
    {{"inter-\nnational", 15},
     "0-15#1 international>intern 0/2 | 0-5#1 inter 1/2 | 7-15#1 national>nation 2/2"},
    {{"inter-  \r\n  national", 20},
     "0-20#1 international>intern 0/2 | 0-5#1 inter 1/2 | 12-20#1 national>nation 2/2"},
    {{"inter-\n\nnational", 16}, "0-5#1 inter | 8-16#2 national>nation"},
    {{"inter-\n12", 9}, "0-5#1 inter | 7-9#2 12"},
    {{"word -\nitem", 11}, "0-4#1 word | 7-11#2 item"},
    {{"pre- and post-war", 17},
     "0-3#1 pre | 5-8#2 and | 9-17#3 postwar 0/2 | 9-13#3 post 1/2 | 14-17#3 war 2/2"},
    /* Hyphenated compounds. */
    {{"co-operation", 12},
     "0-12#1 cooperation>cooper 0/2 | 0-2#1 co 1/2 | 3-12#1 operation>oper 2/2"},
    {{"cooperation", 11}, "0-11#1 cooperation>cooper"},
    {{"co\xE2\x80\x90operation co\xE2\x80\x91operation", 29},
     "0-14#1 cooperation>cooper 0/2 | 0-2#1 co 1/2 | 5-14#1 operation>oper 2/2 | 15-29#2 "
     "cooperation>cooper 0/2 | 15-17#2 co 1/2 | 20-29#2 operation>oper 2/2"},
    {{"Well-being", 10}, "0-10#1 wellbeing>wellb 0/2 | 0-4#1 well 1/2 | 5-10#1 being>be 2/2"},
    {{"the-pay-gap claim", 17},
     "0-11#1 thepaygap 0/3 | 0-3#1 the 1/3 | 4-7#1 pay 2/3 | 8-11#1 gap 3/3 | 12-17#2 claim"},
    {{"covid-19", 8}, "0-8#1 covid19 0/2 | 0-5#1 covid 1/2 | 6-8#1 19 2/2"},
    {{"16-year-old", 11}, "0-11#1 16yearold 0/3 | 0-2#1 16 1/3 | 3-7#1 year 2/3 | 8-11#1 old 3/3"},
    {{"F-35s", 5}, "0-5#1 f35s>f35 0/2 | 0-1#1 f 1/2 | 2-5#1 35s>35 2/2"},
    {{"union-led's", 11}, "0-11#1 unionleds>unionl 0/2 | 0-5#1 union 1/2 | 6-11#1 leds>led 2/2"},
    {{"16-17 2010-2015", 15}, "0-2#1 16 | 3-5#2 17 | 6-10#3 2010 | 11-15#4 2015"},
    {{"2010–2015 a–b a—b", 23},
     "0-4#1 2010 | 7-11#2 2015 | 12-13#3 a | 16-17#4 b | 18-19#5 a | 22-23#6 b"},
    {{"5\xE2\x88\x92"
      "3 a\xE2\x88\x92"
      "b",
      11},
     "0-1#1 5 | 4-5#2 3 | 6-7#3 a | 10-11#4 b"},
    {{"a--b", 4}, "0-1#1 a | 3-4#2 b"},
    {{"-a b-", 5}, "1-2#1 a | 3-4#2 b"},
    {{"a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r", 35},
     "0-31#1 abcdefghijklmnop 0/16 | 0-1#1 a 1/16 | 2-3#1 b 2/16 | 4-5#1 c 3/16 | 6-7#1 d 4/16 | "
     "8-9#1 e 5/16 | 10-11#1 f 6/16 | 12-13#1 g 7/16 | 14-15#1 h 8/16 | 16-17#1 i 9/16 | 18-19#1 j "
     "10/16 | 20-21#1 k 11/16 | 22-23#1 l 12/16 | 24-25#1 m 13/16 | 26-27#1 n 14/16 | 28-29#1 o "
     "15/16 | 30-31#1 p 16/16 | 32-35#2 qr 0/2 | 32-33#2 q 1/2 | 34-35#2 r 2/2"},
    /* Dots. */
    {{"N.H.S. NHS nhs", 14}, "0-5#1 nhs | 7-10#2 nhs | 11-14#3 nhs~nh"},
    {{"the U.K.", 8}, "0-3#1 the | 4-7#2 uk"},
    {{"N.H.S.'s", 8}, "0-8#1 nhss>nhs"},
    {{"e.g. i.e. 10 a.m.", 17}, "0-3#1 eg | 5-8#2 ie | 10-12#3 10 | 13-16#4 am"},
    {{"M.P.s", 5}, "0-5#1 mps>mp"},
    {{"J.K.Rowling", 11}, "0-3#1 jk | 4-11#2 rowling>rowl"},
    {{"work.They", 9}, "0-4#1 work | 5-9#2 they"},
    {{"3.5 75.1 1.3.4", 14}, "0-3#1 3.5 | 4-8#2 75.1 | 9-14#3 1.3.4"},
    {{"P.18.1 p.18.1", 13}, "0-6#1 p.18.1 | 7-13#2 p.18.1"},
    {{"1A.1", 4}, "0-4#1 1a.1"},
    {{"s.31 no.12", 10}, "0-4#1 s.31 | 5-7#2 no | 8-10#3 12"},
    {{"a.b.c.", 6}, "0-5#1 abc"},
    {{"x.. 5. .5", 9}, "0-1#1 x | 4-5#2 5 | 8-9#3 5"},
    {{"U.N.1", 5}, "0-3#1 un | 4-5#2 1"},
    /* Numbers. */
    {{"1,500", 5}, "0-5#1 1500"},
    {{"1,234,567.50", 12}, "0-12#1 1234567.50"},
    {{"1500", 4}, "0-4#1 1500"},
    {{"12,34 1,2,3 2010,2011", 21},
     "0-2#1 12 | 3-5#2 34 | 6-7#3 1 | 8-9#4 2 | 10-11#5 3 | 12-16#6 2010 | 17-21#7 2011"},
    {{"1,5000", 6}, "0-1#1 1 | 2-6#2 5000"},
    {{"£3.8bn", 7}, "2-7#1 3.8bn"},
    {{"50% #12 §31", 12}, "0-2#1 50 | 5-7#2 12 | 10-12#3 31"},
    {{"10.30am 24/7 1/2", 16}, "0-7#1 10.30am | 8-10#2 24 | 11-12#3 7 | 13-14#4 1 | 15-16#5 2"},
    {{"1)Word 1Word 1.3.4No", 20},
     "0-1#1 1 | 2-6#2 word | 7-8#3 1 | 8-12#4 word | 13-18#5 1.3.4 | 18-20#6 no"},
    {{"10Km £3Bn 2ND", 14}, "0-4#1 10km | 7-10#2 3bn | 11-14#3 2nd"},
    {{"9am 2nd", 7}, "0-3#1 9am | 4-7#2 2nd"},
    /* Acronyms and their plurals. */
    {{"STPs HWBs GPs", 13}, "0-4#1 stps>stp | 5-9#2 hwbs>hwb | 10-13#3 gps>gp"},
    {{"STP HWB GP", 10}, "0-3#1 stp | 4-7#2 hwb | 8-10#3 gp"},
    {{"PCS PCs", 7}, "0-3#1 pcs | 4-7#2 pcs>pc"},
    {{"NHS STPS", 8}, "0-3#1 nhs | 4-8#2 stps"},
    {{"stps hwbs gps nhs", 17},
     "0-4#1 stps~stp | 5-9#2 hwbs~hwb | 10-13#3 gps~gp | 14-17#4 nhs~nh"},
    {{"Gps this class virus bus", 24},
     "0-3#1 gps~gp | 4-8#2 this | 9-14#3 class | 15-20#4 virus~viru | 21-24#5 bus~bu"},
    {{"McDonalds As", 12}, "0-9#1 mcdonalds>mcdonald | 10-12#2 as"},
    {{"GP's GPs'", 9}, "0-4#1 gps>gp | 5-8#2 gps>gp"},
    {{"COP26s", 6}, "0-6#1 cop26s>cop26"},
    /* Separators. */
    {{"patient/user R&D LGBT+ :) &", 27},
     "0-7#1 patient | 8-12#2 user | 13-14#3 r | 15-16#4 d | 17-21#5 lgbt"},
    {{"jane.doe@example.org", 20}, "0-4#1 jane | 5-8#2 doe | 9-16#3 example>exampl | 17-20#4 org"},
    {{"https://www.example.org/a_b?c=d", 31},
     "0-5#1 https~http | 8-11#2 www | 12-19#3 example>exampl | 20-23#4 org | 24-25#5 a | 26-27#6 b "
     "| 28-29#7 c | 30-31#8 d"},
    {{"work…they • pay · gap", 26}, "0-4#1 work | 7-11#2 they | 16-19#3 pay | 23-26#4 gap"},
    /* Folding. */
    {{"Ｆｕｌｌ ﬁne oﬃce", 25}, "0-12#1 full | 13-18#2 fine | 19-25#3 office>offic"},
    {{"straße STRASSE", 15}, "0-7#1 strasse>strass | 8-15#2 strasse>strass"},
    {{"Łódź Ødegård Æsop œuvre", 30},
     "0-7#1 lodz | 8-17#2 odegard | 18-23#3 aesop | 24-30#4 oeuvre>oeuvr"},
    {{"İstanbul ısı", 15}, "0-9#1 istanbul | 10-15#2 isi"},
    {{"ΣΊΣΥΦΟΣ σίσυφος", 29}, "0-14#1 σισυφοσ | 15-29#2 σισυφοσ"},
    {{"café CAFÉ cafe\xCC\x81 cafe\xCC\x81\xCC\xA7s", 28},
     "0-5#1 cafe | 6-11#2 cafe | 12-18#3 cafe | 19-28#4 cafes>cafe"},
    {{"Việt Nam", 10}, "0-6#1 viet | 7-10#2 nam"},
    {{"МОСКВА Москва", 25}, "0-12#1 москва | 13-25#2 москва"},
    {{"한국어 \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 19}, "0-9#1 한국어 | 10-19#2 한"},
    {{"नमस्ते", 18}, "0-18#1 नमस्ते"},
    {{"שָׁלוֹם", 14}, "0-14#1 שלום"},
    {{"٢٠٢٣", 8}, "0-8#1 ٢٠٢٣"},
    /* Scripts without spaces, singles, symbols. */
    {{"工会 2023年", 14}, "0-3#1 工 | 3-6#2 会 | 7-11#3 2023 | 11-14#4 年"},
    {{"がっこう か\xE3\x82\x99", 19}, "0-3#1 が | 3-6#2 っ | 6-9#3 こ | 9-12#4 う | 13-19#5 が"},
    {{"ไทยนี้", 18}, "0-3#1 ไ | 3-6#2 ท | 6-9#3 ย | 9-18#4 นี้"},
    {{"½ 2½ ①Item", 14}, "0-2#1 1/2 | 3-4#2 2 | 4-6#3 1/2 | 7-10#4 1 | 10-14#5 item"},
    {{"word¹ m² CO₂", 16}, "0-4#1 word | 7-8#2 m | 11-16#3 co2"},
    {{"Ⅳ №5 ™", 12}, "0-3#1 iv | 7-8#2 5"},
    {{"👍🏽 😀pay😀", 20}, "13-16#1 pay"},
    {{"1\xEF\xB8\x8F\xE2\x83\xA3", 7}, "0-7#1 1"},
};

static void print_token(pol_buffer *out, const pol_token *token)
{
    pol_buffer_printf(out, "%s%u-%u#%u ", out->size ? " | " : "", token->start, token->end,
                      token->position);
    pol_buffer_add(out, token->word);
    if (!pol_span_equal(token->word, token->stem))
        pol_buffer_printf(out, ">%.*s", POL_SPAN_ARGS(token->stem));
    if (token->other_stem.data)
        pol_buffer_printf(out, "~%.*s", POL_SPAN_ARGS(token->other_stem));
    if (token->part_count > 0)
        pol_buffer_printf(out, " %u/%u", token->part, token->part_count);
}

/* All tokens, printed; `out` is cleared first. */
static void print_tokens(pol_analyser *analyser, pol_span text, pol_buffer *out)
{
    pol_token token;
    pol_buffer_clear(out);
    pol_analyser_begin(analyser, text);
    while (pol_analyser_next(analyser, &token))
        print_token(out, &token);
    assert_int_equal(out->status, POL_OK);
}

static int make_analyser(void **state)
{
    return pol_analyser_new("en", (pol_analyser **)state, NULL) == POL_OK ? 0 : -1;
}

static int free_analyser(void **state)
{
    pol_analyser_free(*state);
    return 0;
}

static void cuts_text_into_tokens(void **state)
{
    pol_buffer out;
    pol_buffer_init(&out, 1 << 20);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_tokens(*state, rows[i].text, &out);
        if (!pol_span_equal(pol_buffer_span(&out), pol_span_of(rows[i].tokens)))
            fail_msg("'%.*s':\n  got    %.*s\n  wanted %s", POL_SPAN_ARGS(rows[i].text),
                     POL_SPAN_ARGS(pol_buffer_span(&out)), rows[i].tokens);
    }
    pol_buffer_done(&out);
}

/* The same text inside another one, at the end of a page that must not be read past:
 * what stands behind a text is none of its business. */
static void reads_nothing_behind_the_text(void **state)
{
    pol_buffer alone, inside;
    pol_buffer_init(&alone, 1 << 20);
    pol_buffer_init(&inside, 1 << 20);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_span text = rows[i].text;
        char *exact = malloc(text.size + 1), *longer = malloc(text.size + 32);
        memcpy(exact, text.data, text.size);
        memset(longer, 'a', text.size + 32);
        memcpy(longer, text.data, text.size);
        print_tokens(*state, pol_span_make(exact, text.size), &alone);
        print_tokens(*state, pol_span_make(longer, text.size), &inside);
        assert_true(pol_span_equal(pol_buffer_span(&alone), pol_buffer_span(&inside)));
        free(exact);
        free(longer);
    }
    pol_buffer_done(&alone);
    pol_buffer_done(&inside);
}

static bool is_boundary(pol_span text, size_t at)
{
    return at == text.size || ((unsigned char)text.data[at] & 0xC0) != 0x80;
}

/* What holds for every token of every text; `last` is the one before. */
static void check_token(pol_span text, const pol_token *token, const pol_token *last)
{
    assert_true(token->start < token->end && token->end <= text.size);
    assert_true(token->start >= last->start);
    assert_true(token->position == last->position ? token->part > 0
                                                  : token->position == last->position + 1);
    if (token->part == 0)
        assert_true(token->start >= last->end);
    assert_true(token->part <= token->part_count);
    assert_in_range(token->word.size, 1, POL_WORD_MAX);
    assert_in_range(token->stem.size, 1, POL_WORD_MAX);
    assert_int_equal(pol_utf8_valid_prefix(token->word), token->word.size);
    assert_true((uint8_t)token->word.data[0] >= 0x80 || token->word.data[0] < 'A' ||
                token->word.data[0] > 'Z');
}

static size_t check_text(pol_analyser *analyser, pol_span text)
{
    bool is_valid = pol_utf8_valid_prefix(text) == text.size;
    pol_token token, last = {0};
    size_t count = 0;
    pol_analyser_begin(analyser, text);
    for (; pol_analyser_next(analyser, &token); count++) {
        check_token(text, &token, &last);
        if (is_valid)
            assert_true(is_boundary(text, token.start) && is_boundary(text, token.end));
        last = token;
    }
    assert_false(pol_analyser_next(analyser, &token));
    return count;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Those that next_of() gives are some of the text's, with the same places, and among them all that
 * begin with one of the letters, by word or by stem. */
static void check_firsts(pol_analyser *analyser, pol_span text, const bool firsts[256])
{
    enum { TOKENS_MAX = 400 };
    pol_token token, given[TOKENS_MAX];
    size_t count = 0, at = 0;
    pol_analyser_begin(analyser, text);
    while (count < TOKENS_MAX && pol_analyser_next_of(analyser, firsts, &token))
        given[count++] = token;
    assert_true(count < TOKENS_MAX);
    pol_analyser_begin(analyser, text);
    while (pol_analyser_next(analyser, &token)) {
        bool is_given = at < count && given[at].start == token.start &&
                        given[at].part == token.part && given[at].end == token.end;
        if (is_given)
            assert_int_equal(given[at++].position, token.position);
        else
            assert_false(firsts[(uint8_t)token.word.data[0]] ||
                         firsts[(uint8_t)token.stem.data[0]]);
    }
    assert_int_equal(at, count);
}

static void passes_over_other_words(void **state)
{
    static const char *const words[] = {"pay",   "Pay ",   "skies",   "dying, ", "NHS",    "STPs.",
                                        " ",     ", ",     "\n",      "-",       "idly ",  "'",
                                        "union", "yearly", "é",       "12",      "gently", "ly",
                                        "ties ", " (",     "singly ", "early ",  "_",      "ﬁ "};
    uint32_t seed = 5;
    char text[300];
    for (int round = 0; round < 20000; round++) {
        bool firsts[256] = {false};
        size_t size = 0;
        for (uint32_t left = next_random(&seed) % 4; left > 0; left--)
            firsts['a' + next_random(&seed) % 26] = true;
        for (uint32_t left = next_random(&seed) % 20; left > 0; left--) {
            const char *word = words[next_random(&seed) % (sizeof words / sizeof words[0])];
            memcpy(text + size, word, strlen(word));
            size += strlen(word);
        }
        check_firsts(*state, pol_span_make(text, size), firsts);
    }
}

static void holds_for_random_bytes(void **state)
{
    uint32_t seed = 1;
    char text[200];
    for (int round = 0; round < 20000; round++) {
        size_t size = next_random(&seed) % sizeof text;
        for (size_t i = 0; i < size; i++)
            text[i] = (char)next_random(&seed);
        check_text(*state, pol_span_make(text, size));
    }
}

/* The pieces that meet in no planned way. */
static void holds_for_random_pieces(void **state)
{
    static const char *const pieces[] = {
        "a",
        "A",
        "s",
        "STPs",
        "co",
        "1",
        "23",
        "500",
        ".",
        ",",
        "-",
        "'",
        "\xE2\x80\x99",
        " ",
        "\n",
        "\r\n",
        "/",
        "\xC2\xAD",
        "\xC3\xA9",
        "\xCC\x81",
        "\xE2\x80\x8B",
        "\xE5\xB7\xA5",
        "\xC2\xBD",
        "\xFF",
        "\xE2\x80",
        "\xE1\x84\x92",
        "\xE1\x85\xA1",
        "\xEF\xB7\xBA",
        "\xE0\xA5\x87",
        "\xF0\x9F\x98\x80",
    };
    uint32_t seed = 7;
    for (int round = 0; round < 50000; round++) {
        char text[256];
        size_t size = 0;
        for (uint32_t left = next_random(&seed) % 40; left > 0; left--) {
            const char *piece = pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + size, piece, strlen(piece));
            size += strlen(piece);
        }
        check_text(*state, pol_span_make(text, size));
    }
}

static void repeats_itself(void **state)
{
    pol_buffer first, again;
    pol_buffer_init(&first, 1 << 20);
    pol_buffer_init(&again, 1 << 20);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_tokens(*state, rows[i].text, &first);
        print_tokens(*state, rows[i].text, &again);
        assert_true(pol_span_equal(pol_buffer_span(&first), pol_buffer_span(&again)));
    }
    pol_buffer_done(&first);
    pol_buffer_done(&again);
}

static void cuts_long_words_at_a_character(void **state)
{
    pol_analyser *analyser = *state;
    enum { SIZE = 1000000 };
    char *text = malloc(SIZE);
    pol_token token;
    memset(text, 'a', SIZE);
    pol_analyser_begin(analyser, pol_span_make(text, SIZE));
    assert_true(pol_analyser_next(analyser, &token));
    assert_int_equal(token.word.size, POL_WORD_MAX);
    assert_int_equal(token.end, SIZE);
    assert_false(pol_analyser_next(analyser, &token));

    for (size_t i = 1; i + 2 <= SIZE; i += 2) /* an odd start: 64 falls inside */
        memcpy(text + i, "\xD0\xB6", 2);
    pol_analyser_begin(analyser, pol_span_make(text, SIZE - 1));
    assert_true(pol_analyser_next(analyser, &token));
    assert_int_equal(token.word.size, POL_WORD_MAX - 1);
    assert_int_equal(token.end, SIZE - 1);

    for (size_t i = 0; i < SIZE; i++)
        text[i] = i % 2 ? '-' : 'a';
    assert_int_equal(check_text(analyser, pol_span_make(text, SIZE)), SIZE / 2 / 16 * 17);
    free(text);
}

/* A word that is cut and its start must not be the same token by accident of a
 * compound: both are cut alike, in documents and queries. */
static void cuts_alike_with_and_without_hyphen(void **state)
{
    pol_analyser *analyser = *state;
    char text[201], first[POL_WORD_MAX];
    pol_token token;
    memset(text, 'b', sizeof text);
    pol_analyser_begin(analyser, pol_span_make(text, 200));
    assert_true(pol_analyser_next(analyser, &token));
    memcpy(first, token.word.data, token.word.size);
    text[100] = '-';
    pol_analyser_begin(analyser, pol_span_make(text, 201));
    assert_true(pol_analyser_next(analyser, &token));
    assert_int_equal(token.part_count, 2);
    assert_true(pol_span_equal(token.word, pol_span_make(first, POL_WORD_MAX)));
}

/* More words than the cache has room for. */
static void stems_do_not_depend_on_the_cache(void **state)
{
    pol_analyser *analyser = *state, *fresh;
    for (unsigned i = 0; i < 200000; i++) {
        char word[32], stem[32];
        int size = snprintf(word, sizeof word, "%c%c%c%cings", 'a' + i % 26, 'a' + i / 26 % 26,
                            'a' + i / 676 % 26, 'a' + i / 17576 % 26);
        pol_token token;
        pol_analyser_begin(analyser, pol_span_make(word, (size_t)size));
        assert_true(pol_analyser_next(analyser, &token));
        if (i % 5000 != 0)
            continue;
        memcpy(stem, token.stem.data, token.stem.size);
        size_t stem_size = token.stem.size;
        assert_int_equal(pol_analyser_new("en", &fresh, NULL), POL_OK);
        pol_analyser_begin(fresh, pol_span_make(word, (size_t)size));
        assert_true(pol_analyser_next(fresh, &token));
        assert_true(pol_span_equal(token.stem, pol_span_make(stem, stem_size)));
        pol_analyser_free(fresh);
    }
}

static void leaves_words_unstemmed_without_a_language(void **state)
{
    (void)state;
    pol_analyser *analyser;
    pol_token token;
    assert_int_equal(pol_analyser_new(NULL, &analyser, NULL), POL_OK);
    pol_analyser_begin(analyser, POL_SPAN("Meetings"));
    assert_true(pol_analyser_next(analyser, &token));
    assert_true(pol_span_equal(token.stem, POL_SPAN("meetings")));
    assert_null(token.other_stem.data);
    pol_analyser_free(analyser);
}

static void stems_other_languages(void **state)
{
    (void)state;
    pol_analyser *analyser;
    pol_token token;
    assert_int_equal(pol_analyser_new("fr", &analyser, NULL), POL_OK);
    pol_analyser_begin(analyser, POL_SPAN("continuellement"));
    assert_true(pol_analyser_next(analyser, &token));
    assert_true(pol_span_equal(token.stem, POL_SPAN("continuel")));
    pol_analyser_free(analyser);
}

static void refuses_unknown_languages(void **state)
{
    (void)state;
    pol_analyser *analyser = NULL;
    pol_error error;
    assert_int_equal(pol_analyser_new("xx", &analyser, &error), POL_UNSUPPORTED);
    assert_null(analyser);
    assert_non_null(strstr(error.text, "'xx'"));
}

static void can_be_freed_twice_over_nothing(void **state)
{
    (void)state;
    pol_analyser_free(NULL);
}

/* The slots alone may be refused; then it goes on without them. */
static void survives_refused_memory(void **state)
{
    pol_buffer wanted, out;
    pol_buffer_init(&wanted, 1 << 20);
    pol_buffer_init(&out, 1 << 20);
    const pol_span text = POL_SPAN("Meetings of the members' co-operatives and STPs");
    print_tokens(*state, text, &wanted);
    int refused = 0, worked = 0;
    for (int i = 0; i < 4; i++) {
        pol_analyser *analyser = NULL;
        pol_error error;
        fail_alloc_after(i);
        pol_status status = pol_analyser_new("en", &analyser, &error);
        fail_alloc_never();
        if (status == POL_OK) {
            worked++;
            print_tokens(analyser, text, &out);
            assert_true(pol_span_equal(pol_buffer_span(&wanted), pol_buffer_span(&out)));
        } else {
            refused++;
            assert_int_equal(status, POL_NOMEM);
            assert_null(analyser);
        }
        pol_analyser_free(analyser);
    }
    assert_int_equal(refused, 2);
    assert_int_equal(worked, 2);
    pol_buffer_done(&wanted);
    pol_buffer_done(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_text_into_tokens),
        cmocka_unit_test(reads_nothing_behind_the_text),
        cmocka_unit_test(passes_over_other_words),
        cmocka_unit_test(holds_for_random_bytes),
        cmocka_unit_test(holds_for_random_pieces),
        cmocka_unit_test(repeats_itself),
        cmocka_unit_test(cuts_long_words_at_a_character),
        cmocka_unit_test(cuts_alike_with_and_without_hyphen),
        cmocka_unit_test(stems_do_not_depend_on_the_cache),
        cmocka_unit_test(leaves_words_unstemmed_without_a_language),
        cmocka_unit_test(stems_other_languages),
        cmocka_unit_test(refuses_unknown_languages),
        cmocka_unit_test(can_be_freed_twice_over_nothing),
        cmocka_unit_test(survives_refused_memory),
    };
    return cmocka_run_group_tests(tests, make_analyser, free_analyser);
}
