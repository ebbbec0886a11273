/* split_movers.c - who moves: names that no person has, labels amid a line, lines that say where a
 * branch is. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "the code of a branch in brackets is of its name",
     .page = "1. Mugs\nThis ADM asks for more mugs in each hall.\nNorth Stores Branch (B104)\n\n"
             "2. Tea\nThis ADM asks for less tea in each hall.\nSouth Depot Branch (E017)\n\n"
             "3. Fog\nThis ADM asks for lamps in each hall.\nEast Quay Branch (C230)\n",
     .parts = "motion 1 'Mugs' by North Stores Branch (B104: This ADM asks  ...  in each hall.\n"
              "motion 2 'Tea' by South Depot Branch (E017: This ADM asks  ...  in each hall.\n"
              "motion 3 'Fog' by East Quay Branch (C230: This ADM asks  ...  in each hall.\n"},
    {.name = "a region under a branch says where it is",
     .page = "1. MUGS\n\nThis Congress asks for more mugs in each hall.\n\n"
             "F22 PARCELS BRANCH\nYork and Humber Region\n\n"
             "2. TEA\n\nThis Congress asks for less tea in each hall.\n\n"
             "D14 ASHDALE BRANCH\nWales Region\n\n"
             "3. FOG\n\nThis Congress asks for lamps in each hall.\n\n"
             "X05 WEIR BRANCH\nMidland Region\nL30 MOSS BRANCH\nNorth West Region\n",
     .parts = "motion 1 'MUGS' by F22 PARCELS BRANCH: This Congress  ...  in each hall.\n"
              "motion 2 'TEA' by D14 ASHDALE BRANCH: This Congress  ...  in each hall.\n"
              "motion 3 'FOG' by X05 WEIR BRANCH by L30 MOSS BRANCH: This Congress  ...  in each "
              "hall.\n"},
    {.name = "two that move together are none of that",
     .page = "1. MUGS\n\nThis Congress asks for more mugs in each hall.\n\n"
             "PARCELS BRANCH\nYork and Humber Region\n\n"
             "2. TEA\n\nThis Congress asks for less tea in each hall.\n\n"
             "Wales Region\nAshdale branch\n\n"
             "3. FOG\n\nThis Congress asks for lamps in each hall.\n\n"
             "WEIR BRANCH\nMOSS BRANCH\n",
     .parts = "motion 1 'MUGS' by PARCELS BRANCH by York and Humber Region: This Congress  ...  in "
              "each hall.\n"
              "motion 2 'TEA' by Wales Region by Ashdale branch: This Congress  ...  in each "
              "hall.\n"
              "motion 3 'FOG' by WEIR BRANCH by MOSS BRANCH: This Congress  ...  in each hall.\n"},
    {.name = "what ends in a number, or names a workplace, is no person",
     .page = "1. Mugs\n\nThis ADM asks for more mugs in each hall.\n\nLeeds Dairy D88\n\n"
             "2. Tea\n\nThis ADM asks for less tea in each hall.\n\nCastle Street No. 2\n\n"
             "3. Fog\n\nThis ADM asks for lamps in each hall.\n\nAlder Delivery\n\n"
             "4. Carts\n\nThis ADM asks for carts in each hall.\n\nAlder Pumphrey\n",
     .parts = "motion 1 'Mugs' by Leeds Dairy D88: This ADM asks  ...  in each hall.\n"
              "motion 2 'Tea' by Castle Street No. 2: This ADM asks  ...  in each hall.\n"
              "motion 3 'Fog' by Alder Delivery: This ADM asks  ...  in each hall.\n"
              "motion 4 'Carts' (Alder Pumphrey): This ADM asks  ...  in each hall.\n"},
    {.name = "labels amid a line",
     .page = "1 Mugs\nResolution submitted by the North Branch\n\n"
             "That this meeting asks for more mugs in each hall.\n\n"
             "2 Tea\nResolution submitted by the South Branch\n\n"
             "That this meeting asks for less tea in each hall.\n\n"
             "3 Fog\nResolution submitted by the East Branch\n\n"
             "That this meeting asks for lamps in each hall.\n",
     .parts = "motion 1 'Mugs' by North Branch: That this meet ...  in each hall.\n"
              "motion 2 'Tea' by South Branch: That this meet ...  in each hall.\n"
              "motion 3 'Fog' by East Branch: That this meet ...  in each hall.\n"},
    {.name = "composites whose parents are two in each",
     .page = "COMPOSITE 1  Mugs\n(Motions 1 and 2)\n\nCongress asks for more mugs in each hall.\n\n"
             "COMPOSITE 2  Tea\n(Motions 3 and 4)\n\nCongress asks for less tea in each hall.\n\n"
             "COMPOSITE 3  Fog\n(Motions 5 and 6)\n\nCongress asks for lamps in each hall.\n",
     .parts = "composite COMPOSITE 1 'Mugs' composite_of>1 composite_of>2: Congress asks  ...  in "
              "each hall.\n"
              "composite COMPOSITE 2 'Tea' composite_of>3 composite_of>4: Congress asks  ...  in "
              "each hall.\n"
              "composite COMPOSITE 3 'Fog' composite_of>5 composite_of>6: Congress asks  ...  in "
              "each hall.\n"},
    {.name = "lists whose names stand first here and later there",
     .page = "1. Mugs\n(Proposed by: Eastern Cape, Limpopo)\n\nCongress notes the mugs and calls "
             "for more.\n\n"
             "2. Tea\n(Proposed by: Gauteng, Eastern Cape)\n\nCongress notes the tea and calls for "
             "more.\n\n"
             "3. Fog\n(Proposed by: Western Cape, Gauteng)\n\nCongress notes the fog and calls for "
             "less.\n\n"
             "4. Ink\n(Proposed by: Limpopo, Western Cape)\n\nCongress notes the ink and calls for "
             "more.\n",
     .parts = "motion 1 'Mugs' by Eastern Cape by Limpopo: Congress notes ... alls for more.\n"
              "motion 2 'Tea' by Gauteng by Eastern Cape: Congress notes ... alls for more.\n"
              "motion 3 'Fog' by Western Cape by Gauteng: Congress notes ... alls for less.\n"
              "motion 4 'Ink' by Limpopo by Western Cape: Congress notes ... alls for more.\n"},
    {.name = "people who move each other's motions",
     .page = "1. Mugs\n(Proposed by: Hal Penny, Una Tarn)\n\nCongress notes the mugs and calls for "
             "more.\n\n"
             "2. Tea\n(Proposed by: Una Tarn, Bea Lock)\n\nCongress notes the tea and calls for "
             "more.\n\n"
             "3. Fog\n(Proposed by: Bea Lock, Hal Penny)\n\nCongress notes the fog and calls for "
             "less.\n\n"
             "4. Ink\n(Proposed by: Una Tarn, Hal Penny)\n\nCongress notes the ink and calls for "
             "more.\n",
     .parts = "motion 1 'Mugs': (Proposed by:  ... alls for more.\n"
              "motion 2 'Tea': (Proposed by:  ... alls for more.\n"
              "motion 3 'Fog': (Proposed by:  ... alls for less.\n"
              "motion 4 'Ink': (Proposed by:  ... alls for more.\n"},
    {.name = "commas behind who it was received from",
     .page = "Composite A: Mugs\nReceived from: Leith Weavers, Bakers' Guild, Fife and Tay "
             "Union\n\nCongress notes the mugs and calls for more.\n\n"
             "Composite B: Tea\nReceived from: Bakers' Guild, Leith Weavers\n\nCongress notes the "
             "tea and calls for more.\n",
     .parts = "composite Composite A 'Mugs' by Leith Weavers by Fife and Tay Union by Bakers' "
              "Guild: Congress notes ... alls for more.\n"
              "composite Composite B 'Tea' by Leith Weavers by Bakers' Guild: Congress notes ... "
              "alls for more.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
