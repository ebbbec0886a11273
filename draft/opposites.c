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
    {POL_ROLE_NONE,
     "refuse_collection refuse_collector refuse_worker refuse_crew refuse_round refuse_lorry "
     "refuse_truck refuse_service bin_collection bin_worker bin_crew bin_lorry waste_collection",
     NULL},
    {POL_ROLE_NONE, "stop_press bus_stop cut_off_date", NULL},
    {POL_ROLE_NONE, "no_later_than not_later_than", NULL},
    {POL_ROLE_NONE, "and_no_more if_not not_least needless_to_say not_forgetting no_sooner_than",
     NULL},
    {POL_ROLE_NONE, "to_that_end to_this_end in_the_end end_to_end day_off days_off", NULL},
    {POL_ROLE_NONE,
     "half_past half_an_hour half_hour close_to close_the_gap closing_the_gap block_vote "
     "block_grant tower_block apartment_block stop_and_search stop_gap time_off cut_off_point "
     "lower_the_voting_age drop_in drop_box sick_leave annual_leave leave_to_remain",
     NULL},
    {POL_ROLE_DO, "not_hesitate", NULL},
    {POL_ROLE_DO, "fail_to_recognise", NULL},

    /* Against what follows, to the end of the phrase. */
    {POL_ROLE_TURN,
     "oppose opposition resist resistance reject rejection fight_against campaign_against "
     "argue_against "
     "not_accept refuse_to_accept stand_against speak_against vote_against object_to condemn "
     "deplore denounce fight_off defy disagree dispute_the combat say_no_to defeat "
     "hostile_to opposed is_opposed_to be_opposed_to are_opposed_to fight repudiate disown "
     "dissociate spurn decry turn_down throw_out "
     "vote_down "
     "stand_up_to",
     NULL},
    {POL_ROLE_TURN,
     "end cease stop halt abolish abolition scrap repeal discontinue terminate termination do_away "
     "abandon withdraw withdrawal walk_out drop cancel cancellation remove removal eliminate "
     "rescind "
     "revoke dissolve wind_up wind_down phase_out do_away_with done_away_with get_rid_of "
     "put_an_end "
     "bring_to_an_end bring_to_a_close bring_to_a_halt bring_to_a_stop draw_to_a_close call_off "
     "give_up pull_out walk_away_from dismantle suspend suspension "
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
     "restrict restriction weaken dilute water_down undermine erode cut_back scale_back loss "
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
    {POL_ROLE_TURN, "lift_the lift_this lift_its lift_all lifting_of be_lifted", NULL},
    {POL_ROLE_TURN,
     "block bar thwart frustrate impede preclude stall hamper stifle suppress curb restrain "
     "constrain inhibit forestall foil sabotage scupper wreck disrupt outvote",
     NULL},
    {POL_ROLE_TURN,
     "trade_away barter_away throw_away explain_away turn_away whittle_away chip_away wipe_out "
     "take_off take_out take_from cut_out write_out cross_out strike_off strike_from edit_out "
     "screen_out "
     "freeze_out lock_out weed_out root_out stamp_out warn_off fend_off stave_off head_off "
     "cast_off "
     "keep_off lay_off stand_off put_down pull_down take_down tear_down close_down shut_down "
     "keep_down "
     "hold_down bring_down bring_to_an_end come_to_an_end put_a_stop call_a_halt call_time_on "
     "let_go let_lapse let_drop drop_from remove_from tear_up rip_up rip_out "
     "back_out pull_away walk_away stay_away stay_out keep_away stay_clear",
     NULL},
    {POL_ROLE_TURN,
     "cease cessation forfeit forsake desert disclaim disavow recant overrule override disapprove "
     "censure reprimand discredit delist derecognise decriminalise desist detract extinguish "
     "eradicate expunge erase wipe purge jettison discard dump offload shed pare prune "
     "dispose_of disposal_of desertion destroy destruction ruin erosion dismissal cancellation",
     NULL},
    {POL_ROLE_TURN,
     "no_reason_to no_reason_for no_case_for no_call_for no_point_in no_place_for no_room_for "
     "no_role_for no_question_of no_part_in no_further no_business no_use_for no_interest_in "
     "no_right_to no_duty_to no_obligation no_power_to no_say no_claim_to no_intention no_wish_to "
     "no_plan_to need_not give_no make_no see_no",
     NULL},
    {POL_ROLE_TURN,
     "steer_clear keep_clear shy_away draw_back leave_alone wash_its_hands wash_our_hands "
     "turn_its_back turn_our_back turn_their_back think_better_of have_done_with kick_into "
     "look_the_other_way sit_out stop_short hands_off draw_a_line_under put_paid_to "
     "consign pull_the_plug turn_against speak_out_against come_out_against set_against "
     "protest_against vote_no argue_down talk_out stay_silent stay_neutral keep_quiet "
     "take_no make_light_of play_down count_out give_way concede_on climb_down back_off "
     "backtrack renege go_back_on fall_short_of at_the_expense_of to_the_exclusion_of "
     "in_defiance_of contrary_to in_breach_of out_of_reach_of beyond_the_reach",
     NULL},

    /* Of the next words only. */
    {POL_ROLE_TURN_NEAR,
     "no not without neither nor nobody none nothing cannot nowhere lack lacking free_from", NULL},
    {POL_ROLE_TURN_NEAR, "against", NULL},
    {POL_ROLE_TURN_NEAR, "apart_from separate_from other_than aside_from save_for", NULL},
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
    {POL_ROLE_LIMIT,
     "see_fit sees_fit think_fit at_will if_they_wish if_they_choose if_it_wishes if_it_chooses "
     "if_they_like as_they_please as_it_pleases as_they_wish left_to leave_to leave_it_to "
     "leave_this_to leave_them_to leave_that_to up_to_each up_to_them up_to_the up_to_individual "
     "own_choice free_to content_with content_to satisfied_with happy_with happy_to settle_for "
     "make_do_with put_up_with live_with good_enough be_patient wait_and_see in_due_course "
     "some_day one_day when_funds_allow when_money_allows funds_permitting where_practicable "
     "if_affordable within_existing nothing_more_than no_better_than in_name_only "
     "not_before not_until not_unless even_if even_when even_where even_though even_at "
     "if_at_all as_a_last_resort last_resort only_once only_by only_those only_in only_to only_the "
     "only_on only_as no_other nobody_else none_but for_as_long_as suffice sufficient_that "
     "a_fraction_of a_token on_merit by_invitation on_request on_application",
     NULL},
    {POL_ROLE_ARTICLE,
     "a an the any every each all this that these those such of for in on at from by with some",
     NULL},
    {POL_ROLE_ARTICLE, "our my", NULL},
    {POL_ROLE_ARTICLE, "their its his her your", NULL},
    {POL_ROLE_THAN, "than", NULL},

    /* Pairs. */
    {POL_ROLE_SWAP, "public nationalise nationalisation renationalise municipal",
     "private privatise privatisation privately denationalise commercial for_profit"},
    {POL_ROLE_SWAP, "in_house back_in_house insource insourcing direct_labour directly_employed",
     "outsource outsourcing contract_out contracted_out put_out_to_contract put_out_to_tender "
     "market_test tender_out out_to_contract out_to_tender private_contract private_contractor"},
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
    {POL_ROLE_SWAP,
     "free free_of_charge without_charge no_charge at_no_charge at_no_cost no_cost without_cost "
     "cost_nothing for_nothing nothing_to_pay free_at_point",
     "charged charge fee paid_for"},
    {POL_ROLE_SWAP, "above exceeding more_than", "below beneath less_than"},
    {POL_ROLE_SWAP, "national nationally", "local locally"},
    {POL_ROLE_SWAP, "first_choice preferred", "last_resort"},
    {POL_ROLE_SWAP, "whole entire entirely full fully complete completely",
     "partial partially half"},
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
