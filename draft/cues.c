/* cues.c - see cues.h. */
#include "draft/cues.h"

const pol_cue_row pol_cue_rows[] = {
    {POL_CUE_NOT,
     "no not never nobody nothing none neither nor without cannot nowhere lack lacking"},
    {POL_CUE_END,
     "end ends ended drop drops dropped stop stopped abandon abolish abolished scrap "
     "withdraw withdrawn withhold call_off called_off cancel refuse reject oppose resist "
     "against close closed cut repeal rescind lift give_up given_up suspend halt ban "
     "banned moratorium prevent block"},
    {POL_CUE_KEEP, "keep kept keeps retain retained remain remains stay stays continue continues "
                   "continued maintain maintained carry_on carrying_on go_on going_on preserve "
                   "unchanged still bring_back brought_back restore resume extend renew renewed "
                   "renewal"},
    {POL_CUE_PERMIT,
     "may might could let lets allow allows allowed permit permitted accept accepts "
     "accepted agree agrees agreed concede concedes tolerate welcome welcomes "
     "discretion discretionary goodwill free left leave leaves voluntary "
     "voluntarily optional option decide choose content comply cooperate recognise "
     "settle grant granted content fair worth sound wait expect wishes likes "
     "happy satisfied whenever"},
    {POL_CUE_ALLOW, "let lets allow allows allowed permit permitted accept accepts accepted agree "
                    "agrees agreed concede concedes tolerate welcome welcomes discretion "
                    "discretionary goodwill free left leave leaves voluntary voluntarily optional "
                    "option decide choose content comply cooperate recognise settle grant granted"},
    {POL_CUE_WEAKEN,
     "only unless even whether regardless irrespective instead rather except merely "
     "optional until enough long need limited maximum most partial half lower less "
     "fewer"},
    {POL_CUE_LIMIT, "only even whether except merely optional voluntary may might discretion"},
    {POL_CUE_OTHERS, "private privately contractor contractors market agency agencies employer "
                     "employers management individual individually"},
    {POL_CUE_BEFORE, "before until till ahead prior unless"},
    {POL_CUE_AFTER, "after once following afterwards"},
    {POL_CUE_FIRST, "first"},
    {POL_CUE_LAST, "last afterwards"},
    {POL_CUE_MORE, "more higher above longer worth better up"},
    {POL_CUE_LESS, "less fewer lower below shorter worse down"},
    {POL_CUE_DEMAND, "should must ought shall instruct instructs call calls resolve resolves urge "
                     "urges demand demands ask asks want wants campaign press lobby negotiate seek "
                     "claim insist oppose opposes support supports"},
    {POL_CUE_INSTEAD, "instead rather substitute replacement than"},
};
const size_t pol_cue_count = sizeof pol_cue_rows / sizeof *pol_cue_rows;
