/* opposites.c - the words that turn a demand round, and words that are each other's opposite.
 *
 * Earlier rows hold over later ones, and all of these over equivalents.c. */
#include "draft/lexicon.h"

const pol_lexicon_row pol_opposites[] = {
    /* What looks like a turn and is none. */
    {POL_ROLE_NONE, "not_only not_just not_merely not_simply no_matter", NULL},
    {POL_ROLE_NONE, "without_exception no_exception", NULL},
    {POL_ROLE_NONE, "no_doubt without_doubt no_less_than", NULL},
    {POL_ROLE_NONE,
     "end_user dead_end year_end week_end by_the_end at_the_end until_the_end before_the_end "
     "from_the_end",
     NULL},
    {POL_ROLE_NONE, "short_of", NULL},
    {POL_ROLE_NONE, "used_against used_on used_upon", NULL},
    {POL_ROLE_NONE, "violence_against violence violent", NULL},
    {POL_ROLE_NONE,
     "discrimination_against discriminate_against discriminated_against discrimination "
     "discriminate discriminatory",
     NULL},
    {POL_ROLE_NONE, "stop_press bus_stop cut_off_date", NULL},
    {POL_ROLE_NONE, "no_later_than not_later_than", NULL},
    {POL_ROLE_DO, "not_hesitate", NULL},
    {POL_ROLE_DO, "fail_to_recognise", NULL},

    /* Against what follows, to the end of the phrase. */
    {POL_ROLE_TURN,
     "oppose opposition resist resistance reject rejection fight_against campaign_against "
     "argue_against "
     "not_accept refuse_to_accept stand_against speak_against vote_against object_to condemn "
     "deplore denounce fight_off defy disagree dispute_the combat say_no_to defeat "
     "hostile_to opposed fight repudiate disown dissociate spurn decry turn_down throw_out "
     "vote_down "
     "stand_up_to",
     NULL},
    {POL_ROLE_TURN,
     "end cease stop halt abolish abolition scrap repeal discontinue terminate termination "
     "abandon withdraw withdrawal walk_out drop cancel cancellation remove removal eliminate "
     "rescind "
     "revoke dissolve wind_up wind_down phase_out do_away_with done_away_with get_rid_of "
     "put_an_end "
     "bring_to_an_end call_off give_up pull_out walk_away_from dismantle suspend suspension "
     "leave_off break_off disband disaffiliate disaffiliation undo reverse reversal overturn "
     "delete annul nullify quash retract demolish decommission freeze sell_off make_redundant "
     "strike_out shelve ditch axe quit renounce relinquish surrender",
     NULL},
    {POL_ROLE_TURN,
     "ban banning banned moratorium prohibit prohibition forbid outlaw disallow prevent deny "
     "expel evict deport deregulate shun strip deprive criminalise veto exclude exclusion forbade "
     "boycott",
     NULL},
    {POL_ROLE_TURN, "refuse refusal decline no_longer not_to never cease_to fail_to rule_out",
     NULL},
    {POL_ROLE_TURN, "discourage dissuade deter warn_against advise_against hinder obstruct", NULL},
    {POL_ROLE_TURN,
     "cut reduce reduction decrease shrink curtail slash halve minimise diminish "
     "restrict restriction weaken dilute water_down undermine erode cut_back scale_back "
     "run_down downgrade downsize",
     NULL},
    {POL_ROLE_TURN, "close closure shut closing closed", NULL},
    {POL_ROLE_TURN, "delay postpone defer hold_back put_off hold_up", NULL},
    {POL_ROLE_TURN, "ignore disregard neglect overlook turn_a_blind_eye", NULL},
    {POL_ROLE_TURN, "exempt exemption except excepting waive opt_out", NULL},
    {POL_ROLE_TURN,
     "stand_down scale_down tone_down slow_down freeze water_down strip_back roll_back trim "
     "hive_off give_away hand_back write_off pull_back back_down back_away hold_off stand_aside "
     "disinvest decommission demote detach deter dilute disapply disqualify disenfranchise",
     NULL},
    {POL_ROLE_TURN,
     "dispense_with do_without go_without forgo waive excuse relieve release_from absolve "
     "free_from "
     "free_of rid_of devoid_of",
     NULL},
    {POL_ROLE_TURN, "refrain abstain leave_out left_out leave_off keep_out shut_out drop_out",
     NULL},
    {POL_ROLE_TURN,
     "hostility antipathy obstacle impediment barrier threat_to attack_on assault_on", NULL},
    {POL_ROLE_TURN, "instead_of rather_than in_place_of as_opposed_to in_lieu_of", NULL},
    {POL_ROLE_TURN, "protect_from shield_from spare_from safeguard_from", NULL},
    {POL_ROLE_TURN, "avoid evade conceal hide withhold keep_secret keep_from", NULL},
    {POL_ROLE_TURN, "dismiss sack", NULL},
    {POL_ROLE_TURN, "take_away taken_away taking_away took_away sign_away bargain_away", NULL},
    {POL_ROLE_TURN, "punish penalise punishment victimise victimisation", NULL},
    {POL_ROLE_TURN, "lift_the lift_this lift_its lift_all lifting_of", NULL},

    /* Of the next words only. */
    {POL_ROLE_TURN_NEAR,
     "no not without neither nor nobody none nothing cannot dont doesnt wont isnt arent "
     "shouldnt "
     "nowhere lack lacking free_from",
     NULL},
    {POL_ROLE_TURN_NEAR, "against", NULL},
    {POL_ROLE_TURN_NEAR, "fewer less", NULL},
    {POL_ROLE_TURN_NEAR,
     "unnecessary needless unwanted inappropriate unacceptable wrong unaffordable pointless", NULL},

    /* Where one demand ends, and where what follows is said of what stands before. */
    {POL_ROLE_JOIN, "and or", NULL},
    {POL_ROLE_BUT, "but while whereas so_that", NULL},
    {POL_ROLE_BE, "be", NULL},
    {POL_ROLE_IS, "is are was were been being has have had get gets", NULL},
    {POL_ROLE_LIMIT,
     "only_for only_if only_when only_after unless may might discretion discretionary whatever "
     "regardless "
     "irrespective "
     "notwithstanding instead lesser partial partially unchanged optional optionally "
     "subject_to "
     "on_condition status_quo free_of where_possible wherever_possible "
     "if_possible where_appropriate as_far_as_possible only alone at_most no_more_than maximum "
     "ceiling limited_to whether_or_not no_need means_tested means_test exclusively solely "
     "merely be_left_to goodwill nobody_who none_who nobody_whose none_that",
     NULL},
    {POL_ROLE_ARTICLE,
     "a an the any every each all our their its this that these those such of for in on at from by "
     "with some",
     NULL},
    {POL_ROLE_THAN, "than", NULL},

    /* Pairs. */
    {POL_ROLE_SWAP, "public nationalise nationalisation renationalise municipal",
     "private privatise privatisation privately denationalise commercial for_profit"},
    {POL_ROLE_SWAP, "in_house insource insourcing direct_labour directly_employed",
     "outsource outsourcing contract_out contracted_out put_out_to_contract put_out_to_tender "
     "market_test tender_out out_to_contract out_to_tender"},
    {POL_ROLE_SWAP, "before ahead_of prior_to until", "after following once"},
    {POL_ROLE_SWAP, "compulsory mandatory obligatory", "voluntary optional discretionary"},
    {POL_ROLE_SWAP, "increase raise rise growth grow expand expansion enlarge",
     "decreasing shrinking falling"},
    {POL_ROLE_SWAP, "keep retain retention maintain preserve conserve hold_on_to hold_onto",
     "leave divest depart exit"},
    {POL_ROLE_SWAP, "extend extension widen broaden lengthen prolong",
     "limit narrow shorten confine"},
    {POL_ROLE_SWAP, "minimum floor at_least no_less_than",
     "maximum ceiling at_most no_more_than cap"},
    {POL_ROLE_SWAP, "permanent indefinite", "temporary interim fixed_term casual"},
    {POL_ROLE_SWAP, "elected elect", "appointed appoint unelected"},
    {POL_ROLE_SWAP, "universal everyone everybody all_pupils",
     "means_tested means_test selective targeted"},
    {POL_ROLE_SWAP, "centralise central centralised", "decentralise devolved local_control"},
    {POL_ROLE_SWAP, "collective collectively", "individual individually"},
    {POL_ROLE_SWAP, "join affiliate affiliation", "leave secede"},
    {POL_ROLE_SWAP, "strengthen tighten", "loosen relax"},
    {POL_ROLE_SWAP, "include inclusion including", "excluding omit omission"},
    {POL_ROLE_SWAP, "open", "secret confidential closed_doors"},
    {POL_ROLE_SWAP, "higher", "lower"},
    {POL_ROLE_SWAP, "longer", "shorter"},
    {POL_ROLE_SWAP, "quick quickly fast faster", "slow slowly slower"},
    {POL_ROLE_SWAP, "accept agree tolerate", "challenge contest"},
    {POL_ROLE_SWAP, "early earlier sooner", "late later"},
    {POL_ROLE_SWAP, "separate separately apart", "merge combine together"},
    {POL_ROLE_SWAP, "always", "seldom rarely"},
    {POL_ROLE_SWAP, "succeed success", "failure failed"},
    {POL_ROLE_SWAP, "internal", "external"},
    {POL_ROLE_SWAP, "free free_of_charge", "charged charge fee paid_for"},
    {POL_ROLE_SWAP, "above exceeding more_than", "below beneath less_than"},
    {POL_ROLE_SWAP, "national nationally", "local locally"},
    {POL_ROLE_SWAP, "first_choice preferred", "last_resort"},
    {POL_ROLE_SWAP, "whole entire entirely full fully complete completely", "partial partly half"},
    {POL_ROLE_SWAP, "majority", "minority"},
    {POL_ROLE_SWAP, "worker_led union_led", "employer_led management_led"},
    {POL_ROLE_SWAP, "binding enforceable", "advisory non_binding guideline"},
    {POL_ROLE_SWAP, "win gain", "lose"},
    {POL_ROLE_SWAP, "proportional proportional_representation", "first_past_the_post"},
    {POL_ROLE_SWAP, "immediate immediately at_once without_delay straight_away urgent urgently",
     "eventual eventually in_due_course"},
    {POL_ROLE_SWAP, "welcome applaud", "regret"},
    {POL_ROLE_SWAP, "best highest", "worst lowest"},
    {POL_ROLE_SWAP, "unconditional unconditionally", "conditional conditionally"},
    {POL_ROLE_SWAP, "full_time", "part_time"},
};
const size_t pol_opposite_count = sizeof pol_opposites / sizeof *pol_opposites;
