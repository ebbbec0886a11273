/* split_styles.c - cutting texts of many motions: headings and movers that only the style of
 * the whole file tells. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "movers alone behind the numbers",
     .page = "41. Council\n\n\"That this AGM notes the mugs and calls for more.\"\n\n"
             "Amendment Weir Valley\n\nDelete \"more\" and insert \"two\".\n\n"
             "42. Weir Valley\n\n\"That this AGM notes the tea and asks for less.\"\n\n"
             "43. Weir Valley; Moss\n\n\"That this AGM believes in fog and asks for it.\"\n",
     .parts = "motion 41 by Council: \"That this AGM ... lls for more.\"\n"
              "amendment by Weir Valley amends>41: Delete \"more\"  ...  insert \"two\".\n"
              "motion 42 by Weir Valley: \"That this AGM ... sks for less.\"\n"
              "motion 43 by Weir Valley by Moss: \"That this AGM ...  asks for it.\"\n"},
    {.name = "numbers alone, movers in brackets behind the text, one text in no known words",
     .page = "1.\nThat this Conference notes the mugs and calls for more.(Weir Branch)\n\n"
             "2.\nGo mbeidh tae ar fáil do gach ball, gach lá den bhliain go deo.(Moss Branch)\n\n"
             "3.\nThat this Conference notes the fog and calls for less.(Weir Branch)\n\n"
             "4.\nThat this Conference notes the rain and calls for hats.(Fell Branch)\n",
     .parts = "motion 1 by Weir Branch: That this Conf ... alls for more.\n"
              "motion 2 by Moss Branch: Go mbeidh tae  ... hliain go deo.\n"
              "motion 3 by Weir Branch: That this Conf ... alls for less.\n"
              "motion 4 by Fell Branch: That this Conf ... alls for hats.\n"},
    {.name = "capitals behind the text, over two lines",
     .page = "01 MUGS\n\nConference notes the mugs and calls for more. WEIR BRANCH\n\n"
             "02 TEA\n\nConference notes the tea. It calls for better. WEIR\nVALLEY BRANCH\n\n"
             "03 FOG\n\nConference notes the fog and calls for less. MOSS BRANCH\n",
     .parts = "motion 01 'MUGS' by WEIR BRANCH: Conference not ... alls for more.\n"
              "motion 02 'TEA' by WEIR VALLEY BRANCH: Conference not ... ls for better.\n"
              "motion 03 'FOG' by MOSS BRANCH: Conference not ... alls for less.\n"},
    {.name = "a noun of the file's own",
     .page = "Notice 1. Mugs\n\nThis Assembly notes the mugs and asks for more.\n\n"
             "Notice 5. Tea\n\nThis Assembly notes the tea and asks for less.\n\n"
             "Amendment to Notice 5\n\nDelete \"less\" and insert \"none\".\n\n"
             "Notice 3. Fog\n\nThis Assembly notes the fog and asks for lamps.\n",
     .parts = "motion 1 'Mugs': This Assembly  ... asks for more.\n"
              "motion 5 'Tea': This Assembly  ... asks for less.\n"
              "amendment amends>5: Delete \"less\"  ... insert \"none\".\n"
              "motion 3 'Fog': This Assembly  ... sks for lamps.\n"},
    {.name = "numbers at the right edge",
     .page = "Mugs for all                                      9\nWeir branch\n\n"
             "Conference notes the mugs and calls for more.\n\n"
             "Tea                                              10\nMoss branch\n\n"
             "Conference notes the tea and calls for less.\n\n"
             "Fog                                              11\nWeir branch\n\n"
             "Conference notes the fog and calls for lamps.\n",
     .parts = "motion 9 'Mugs for all' by Weir branch: Conference not ... alls for more.\n"
              "motion 10 'Tea' by Moss branch: Conference not ... alls for less.\n"
              "motion 11 'Fog' by Weir branch: Conference not ... lls for lamps.\n"},
    {.name = "roman numbers, movers behind",
     .page = "I. Mugs\n\nThat the Society buy mugs in bulk for all its members.\n\nWeir branch\n\n"
             "II. Tea\n\nThat the Society brew tea at all hours of the day.\n\nMoss branch\n\n"
             "III. Fog\n\nThat the Society take note of the fog on the hill.\n\nWeir branch\n",
     .parts = "motion I 'Mugs' by Weir branch: That the Socie ... l its members.\n"
              "motion II 'Tea' by Moss branch: That the Socie ... rs of the day.\n"
              "motion III 'Fog' by Weir branch: That the Socie ... g on the hill.\n"},
    {.name = "dotted numbers of an agenda's item",
     .page = "Item 7: Motions\n\n7.1 Motion: Mugs\nProposer: Weir branch\n"
             "Conference notes the mugs and calls for more.\n\n"
             "7.2 Motion: Tea\nProposer: Moss branch\n"
             "Conference notes the tea and calls for less.\n\n"
             "7.3 Motion: Fog\nProposer: Weir branch\n"
             "Conference notes the fog and calls for lamps.\n",
     .parts = "motion 7.1 'Mugs' by Weir branch: Conference not ... alls for more.\n"
              "motion 7.2 'Tea' by Moss branch: Conference not ... alls for less.\n"
              "motion 7.3 'Fog' by Weir branch: Conference not ... lls for lamps.\n"},
    {.name = "letters, a dash and a number",
     .page = "Resolution A-1\nMUGS\n\nThis Conference notes the mugs and calls for more.\n\n"
             "Resolution B-1\nTEA\n\nThis Conference notes the tea and calls for less.\n",
     .parts = "motion A-1 'MUGS': This Conferenc ... alls for more.\n"
              "motion B-1 'TEA': This Conferenc ... alls for less.\n"},
    {.name = "composites by what stands behind the title",
     .page = "Mugs (Composite 3)\n\nConference notes the mugs and calls for more.\n\n"
             "Tea (Emergency Motion 1)\n\nConference notes the tea and calls for less.\n",
     .parts = "composite Composite 3 'Mugs': Conference not ... alls for more.\n"
              "emergency 1 'Tea': Conference not ... alls for less.\n"},
    {.name = "amendments of letters and numbers",
     .page = "L2 Mugs: Weir branch\n\nConference notes the mugs and calls for more.\n\n"
             "L2A.1 Amendment: Moss branch\n\nDelete \"more\" and insert \"two\".\n\nCARRIED\n\n"
             "L2, as amended: carried\n\n"
             "L3 Tea: Moss branch\n\nConference notes the tea and calls for less.\n\nLOST\n\n"
             "L4 Fog: Fell branch\n\nConference notes the fog and calls for lamps.\n",
     .parts = "motion L2 'Mugs' by Weir branch = as amended: carried: Conference not ... alls for "
              "more.\n"
              "amendment L2A.1 by Moss branch amends>L2: Delete \"more\"  ... CARRIED\n"
              "motion L3 'Tea' by Moss branch: Conference not ... LOST\n"
              "motion L4 'Fog' by Fell branch: Conference not ... lls for lamps.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
