/* words.c - the sentences that all forms of a timeline share. */
#include <stdio.h>

#include "search/remark.h"
#include "search/render/parts.h"
#include "search/timeline.h"

const char *pol_timeline_year(int year, char buffer[16])
{
    snprintf(buffer, 16, "%d", year);
    return year ? buffer : "Year not stated";
}

static void add_years(const pol_timeline *timeline, pol_buffer *buffer)
{
    int first = 0, last = 0;
    for (size_t i = 0; i < timeline->entry_count; i++) {
        int year = timeline->entries[i].year;
        if (year && !first)
            first = year;
        if (year)
            last = year;
    }
    if (first)
        pol_buffer_printf(buffer, ", %d", first);
    if (last > first)
        pol_buffer_printf(buffer, " to %d", last);
}

void pol_timeline_add_summary(const pol_timeline *timeline, pol_buffer *buffer)
{
    size_t count = timeline->entry_count;
    if (timeline->found->lacks_words) {
        pol_part_lack(timeline->found, buffer);
        pol_buffer_add_byte(buffer, ' ');
    }
    pol_buffer_printf(buffer, "%zu document%s", count, count == 1 ? "" : "s");
    add_years(timeline, buffer);
    pol_buffer_add_text(buffer, count == 1 ? "." : ", the oldest first.");
    if (timeline->left_out)
        pol_buffer_printf(buffer,
                          " They are the most relevant: %s%u more %s found. Narrow the search to "
                          "see all.",
                          timeline->found->total_is_exact ? "" : "about ",
                          (unsigned)timeline->left_out, timeline->left_out == 1 ? "was" : "were");
    if (timeline->is_partial)
        pol_buffer_add_text(buffer, " None has all the words: these have some of them, and may be "
                                    "about something else.");
}

const char *pol_timeline_now_words(const pol_timeline *timeline)
{
    if (timeline->now)
        return "The newest that was carried, and is not known to be superseded or lapsed: ";
    if (timeline->is_partial)
        return "None can be named: nothing that was found has all the words.";
    return "None can be named: nothing that was found is known to have been carried and to stand "
           "to "
           "this day.";
}

void pol_timeline_add_caution(const pol_timeline *timeline, pol_buffer *buffer)
{
    size_t newer = timeline->newer_count;
    if (!timeline->now)
        return;
    pol_buffer_add_text(buffer, "Read what it says: words alone do not tell whether it is the "
                                "policy you are looking for.");
    if (pol_remark_is_before_amendment(&timeline->now->hit->stored->document))
        pol_buffer_add_text(buffer, " Its text here is the one before its amendment.");
    if (newer == 1)
        pol_buffer_add_text(buffer, " One newer document was not carried, is an amendment, or "
                                    "does not hold any more.");
    else if (newer)
        pol_buffer_printf(buffer,
                          " %zu newer documents were not carried, are amendments, or do not hold "
                          "any more.",
                          newer);
}
