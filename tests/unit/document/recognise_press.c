/* recognise_press.c - articles: where their date stands, and that what they tell of
 * motions is not theirs. */
#include "recognise_case.h"

#define STORY                                                                                      \
    "\n\nThe council said on Monday that the buses would be cut.\n\n\xE2\x80\x9CWe are "           \
    "angry,\xE2\x80\x9D a driver told us."

static const page_case pages[] = {
    {.name = "short date under the title",
     .page = "Councils urge minister to back plan\n\n22 Aug 16" STORY
             "\n\nDid you enjoy this article?\n\nAddToAny\n\nTop",
     .kind = "article",
     .title = "Councils urge minister to back plan",
     .year = 2016,
     .date = "2016-08-22",
     .passages = 2},
    {.name = "a byline of no person",
     .page = "Buses cut\n\nBy our transport correspondent, 22 September 2016" STORY,
     .kind = "article",
     .title = "Buses cut",
     .year = 2016,
     .date = "2016-09-22",
     .passages = 2},
    {.name = "a sentence that starts like a byline",
     .page = "Buses cut\n\nBy noon the last bus to our town had left the office, 22 September "
             "2016" STORY,
     .kind = "article",
     .title = "Buses cut",
     .passages = 3},
    {.name = "dots",
     .page = "Buses cut\n22.09.16" STORY,
     .kind = "article",
     .title = "Buses cut",
     .year = 2016,
     .date = "2016-09-22",
     .passages = 2},
    {.name = "hyphens",
     .page = "Buses to be cut in the valley\n\n19-12-2012" STORY,
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .year = 2012,
     .date = "2012-12-19",
     .passages = 2},
    {.name = "glued to the first sentence",
     .page = "Buses to be cut in the valley\n\n(16/07/07)The council said on Monday that the buses "
             "would be "
             "cut.\n\nA driver told us of it.",
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .year = 2007,
     .date = "2007-07-16",
     .passages = 2},
    {.name = "American order",
     .page = "Buses to be cut in the valley\n\nOctober 23, 2019" STORY,
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .year = 2019,
     .date = "2019-10-23",
     .passages = 2},
    {.name = "weekday above the title",
     .page = "Monday, September 11, 2006\n\nBuses to be cut in the valley" STORY,
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .year = 2006,
     .date = "2006-09-11",
     .passages = 2},
    {.name = "headlines",
     .page = "Headlines: December 15th, 2016\n\nThe council said on Monday that the buses would be "
             "cut.\n\nThe "
             "minister told reporters that it was news to her.",
     .kind = "article",
     .title = NULL,
     .year = 2016,
     .date = "2016-12-15",
     .passages = 2},
    {.name = "written by",
     .page =
         "Buses to be cut in the valley\n\nWritten by Ann Reed on 10 October 2017 in News" STORY,
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .year = 2017,
     .date = "2017-10-10",
     .passages = 2},
    {.name = "byline and date",
     .page = "Buses to be cut in the valley\nBy Ann Reed\n02 Feb 2018" STORY,
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .year = 2018,
     .date = "2018-02-02",
     .passages = 2},
    {.name = "front matter",
     .format = POL_FORMAT_MARKDOWN,
     .page = "---\ntitle: Buses cut\ndate: \"2011-03-10 19:26:55 +0000\"\n---\nThe council said on "
             "Monday that "
             "the buses would be cut.\n",
     .kind = "article",
     .title = "Buses cut",
     .year = 2011,
     .date = "2011-03-10",
     .passages = 1},
    {.name = "no date",
     .page = "Buses to be cut in the valley" STORY,
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .passages = 2},
    {.name = "no title, no date",
     .page =
         "The council said on Monday that the buses of the valley would be cut, and that it was "
         "sorry.\n\nA driver told us that she was sorry too.",
     .kind = "article",
     .title = NULL,
     .passages = 2},
    {.name = "another date in the title",
     .page = "Strike of 12 May 2010 remembered\n\n3 June 2011" STORY,
     .kind = "article",
     .title = "Strike of 12 May 2010 remembered",
     .year = 2011,
     .date = "2011-06-03",
     .passages = 2},
    {.name = "a motion is quoted and carried",
     .page = "Delegates back free buses\n\n3 June 2011\n\nDelegates voted for free buses on "
             "Monday.\n\nPart of "
             "the motion read: \xE2\x80\x9C"
             "Conference calls on the council to run buses.\xE2\x80\x9D\n\nThe "
             "motion was carried unanimously.\n\nA driver said she was glad.",
     .kind = "article",
     .title = "Delegates back free buses",
     .year = 2011,
     .date = "2011-06-03",
     .passages = 4},
    {.name = "a whole motion is embedded",
     .page = "Union votes for free buses\n\n3 June 2011\n\nThe union\xE2\x80\x99s conference in "
             "Leek voted for free "
             "buses today, and a delegate said it was high time.\n\nThe motion "
             "reads:\n\nConference notes the "
             "fares.\n\nConference calls on the council to:\n\n1. end them\n\n2. say "
             "so\n\nCarried\n\nShare "
             "this...\n",
     .kind = "article",
     .title = "Union votes for free buses",
     .year = 2011,
     .date = "2011-06-03"},
    {.name = "press release with its date",
     .page = "PRESS RELEASE\n\nFor immediate release: 6 June 2018\n\nDrivers to strike in the "
             "valley" STORY,
     .kind = "article",
     .title = "Drivers to strike in the valley",
     .year = 2018,
     .date = "2018-06-06",
     .passages = 2},
    {.name = "news release without a headline",
     .page = "NEWS RELEASE\nFor immediate release" STORY,
     .kind = "article",
     .title = NULL,
     .passages = 2},
    {.name = "a press release is a point of a motion",
     .page = "Free buses\n\nThis branch notes the fares.\n\nThis branch resolves to "
             "issue:\n\n1. Press release\n\n2. Leaflet",
     .kind = "motion",
     .title = "Free buses",
     .decision = "unknown",
     .passages = 4,
     .actions = 2},
    {.name = "a motion adopted last night is quoted",
     .page = "Valley council backs free buses\n\n14 June 2018\n\nThe valley council last night "
             "adopted the following motion, moved by our branch:\n\nThis council notes the "
             "fares.\n\nThis council resolves to:\n1. end them\n2. say so\n\nThe branch "
             "secretary said: \xE2\x80\x9CWe are glad.\xE2\x80\x9D",
     .kind = "article",
     .title = "Valley council backs free buses",
     .year = 2018,
     .date = "2018-06-14"},
    {.name = "a motion passed on Saturday is quoted in marks",
     .page = "Free buses win the day\n\n14 June 2018\n\nDelegates met in Leek.\n\nThe conference "
             "on Saturday passed the following resolution:\n\n\xE2\x80\x9C"
             "Conference calls on the council to run buses.\xE2\x80\x9D",
     .kind = "article",
     .title = "Free buses win the day",
     .year = 2018,
     .date = "2018-06-14"},
    {.name = "a branch that passed a motion tells no news",
     .page = "Free buses\n\n14 June 2018\n\nThe following motion was passed by the Leek "
             "branch:\n\nThis branch notes the fares.\n\nThis branch resolves to end them.",
     .kind = "motion",
     .title = "Free buses",
     .date = "2018-06-14",
     .decision = "carried"},
    {.name = "updated is not published",
     .page = "Buses to be cut in the valley\n\nLast updated on 5 May 2015" STORY,
     .kind = "article",
     .title = "Buses to be cut in the valley",
     .passages = 2},
    {.name = "UNISON calls in the first sentence",
     .page = "Buses matter\n\n3 June 2011\n\nUNISON calls on the government to save the buses of "
             "the valley.\n\n"
             "A driver said she was glad.\n\nShare this...",
     .kind = "article",
     .title = "Buses matter",
     .year = 2011,
     .date = "2011-06-03",
     .passages = 2},
    {.name = "html of a paper",
     .format = POL_FORMAT_HTML,
     .page =
         "<html><head><title>Buses cut | The Paper</title><meta property='article:published_time' "
         "content='2014-02-03T10:00:00Z'></head><body><article><h1>Buses cut</h1><p>The council "
         "said on "
         "Monday that buses would go.</p><p>A driver told us more.</p></article></body></html>",
     .kind = "article",
     .title = "Buses cut",
     .year = 2014,
     .date = "2014-02-03",
     .passages = 2},
};

static void test_pages(void **state)
{
    (void)state;
    expect_pages(pages, sizeof pages / sizeof *pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
