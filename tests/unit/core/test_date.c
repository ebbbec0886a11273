/* test_date.c - dates as printed, one row each. */
#include "core/date.h"
#include "tests/unit/core/cmocka_all.h"

/* iso == NULL: no date. */
typedef struct parse_row {
    const char *text;
    const char *iso;
} parse_row;

static const parse_row parse_rows[] = {
    {"15 December 2016", "2016-12-15"},
    {"  15 December 2016\r\n", "2016-12-15"},
    {"15\xC2\xA0"
     "December\xC2\xA0"
     "2016",
     "2016-12-15"},
    {"22 Aug 16", "2016-08-22"},
    {"22 Aug '16", "2016-08-22"},
    {"22 AUG 2016", "2016-08-22"},
    {"22-Aug-2016", "2016-08-22"},
    {"22.09.16", "2016-09-22"},
    {"2.9.2016", "2016-09-02"},
    {"19-12-2012", "2012-12-19"},
    {"(16/07/07)", "2007-07-16"},
    {"16/07/1969", "1969-07-16"},
    {"01/02/70", "1970-02-01"},
    {"01/02/69", "2069-02-01"},
    {"03/04/2015", "2015-04-03"}, /* day first */
    {"04/23/2015", "2015-04-23"}, /* no choice */
    {"October 23, 2019", "2019-10-23"},
    {"October 23,2019", "2019-10-23"},
    {"Monday, September 11, 2006", "2006-09-11"},
    {"Mon 11 Sept. 2006", "2006-09-11"},
    {"Thursday 11th September, 2008", "2008-09-11"},
    {"2nd June 2014", "2014-06-02"},
    {"the 21st of June 2014", "2014-06-21"},
    {"01 October 2015", "2015-10-01"},
    {"1 January 2016", "2016-01-01"},
    {"2011-03-10 19:26:55 +0000", "2011-03-10"},
    {"2011-03-10T19:26:55Z", "2011-03-10"},
    {"2011-03-10T19:26:55.123+01:00", "2011-03-10"},
    {"10 March 2011, 7.15 pm", "2011-03-10"},
    {"10 March 2011 at 7pm", "2011-03-10"},
    {"19:26, 10 March 2011", "2011-03-10"},
    {"2011/03/10", "2011-03-10"},
    {"2014-06", "2014-06"},
    {"June 2014", "2014-06"},
    {"Sept 2014", "2014-09"},
    {"May 2014", "2014-05"},
    {"2014", "2014"},
    {"29 February 2016", "2016-02-29"},
    {"29 February 2000", "2000-02-29"},
    {"29 February 1900", NULL},
    {"29 February 2015", NULL},
    {"31.02.2016", NULL},
    {"31 April 2016", NULL},
    {"0 May 2016", NULL},
    {"32/01/2016", NULL},
    {"13/13/2016", NULL},
    {"00/01/2016", NULL},
    {"", NULL},
    {"   ", NULL},
    {"()", NULL},
    {"May", NULL},
    {"May 16", NULL},
    {"14 May", NULL},
    {"15", NULL},
    {"123", NULL},
    {"12345", NULL},
    {"1799", NULL},
    {"2101", NULL},
    {"4.2.10", NULL}, /* a clause number */
    {"1.3.4", NULL},
    {"2014-15", NULL}, /* a session */
    {"2014/06", NULL},
    {"2014-00", NULL},
    {"2017 Canteen Conference", NULL},
    {"Conference 2017", NULL},
    {"15 December 2016 and more", NULL},
    {"Mayor 2016", NULL},
    {"15 Decembers 2016", NULL},
    {"15 December 20161", NULL},
    {"15 December 201", NULL},
    {"15December2016", NULL},
    {"\xFF\xFE", NULL},
};

static void parses_whole_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof parse_rows / sizeof *parse_rows; i++) {
        const parse_row *row = &parse_rows[i];
        pol_date date = {1, 2, 3};
        bool is_date = pol_date_parse(pol_span_of(row->text), &date);
        if (is_date != (row->iso != NULL))
            fail_msg("'%s' should %sbe a date", row->text, row->iso ? "" : "not ");
        char iso[POL_DATE_ISO_SIZE];
        if (row->iso)
            assert_string_equal(pol_date_iso(date, iso), row->iso);
        else
            assert_true(date.year == 1 && date.month == 2 && date.day == 3);
    }
}

static const struct {
    const char *text;
    const char *found; /* the bytes that are the date; NULL: none */
    const char *iso;
} find_rows[] = {
    {"Written on 10 October 2017 in Leeds", "10 October 2017", "2017-10-10"},
    {"Headlines: December 15th, 2016", "December 15th, 2016", "2016-12-15"},
    {"(16/07/07)The strike began", "16/07/07", "2007-07-16"},
    {"Posted 22 Aug 16\nNext line", "22 Aug 16", "2016-08-22"},
    {"Posted 22 Aug 16.", "22 Aug 16", "2016-08-22"},
    {"On 12 May 16 delegates spoke", NULL, NULL},
    {"from 1 May 2016 to 3 May 2016", "1 May 2016", "2016-05-01"},
    {"see example.org/2016/08/22/kettles", "2016/08/22", "2016-08-22"},
    {"date: \"2011-03-10 19:26:55 +0000\"", "2011-03-10", "2011-03-10"},
    {"date 2011-03-10T19:26", "2011-03-10", "2011-03-10"},
    {"Passed unanimously on Tuesday 4th May 2021", "Tuesday 4th May 2021", "2021-05-04"},
    {"between 3\xE2\x80\x93"
     "4 May 2021",
     "4 May 2021", "2021-05-04"},
    {"the 2017 Conference in May 2017", NULL, NULL},
    {"rule 1.3.2016.4 applies", NULL, NULL},
    {"rule 7.12.05.2016 applies", NULL, NULL},
    {"call 01/02/2016/55", NULL, NULL},
    {"order 115/07/2007", NULL, NULL},
    {"order 15/07/20071", NULL, NULL},
    {"code A15/07/2007", NULL, NULL},
    {"ref 20160-08-22", NULL, NULL},
    {"ref 2016-08-221", NULL, NULL},
    {"31 June 2016", NULL, NULL},
    {"Mayday 12, 2016", NULL, NULL},
    {"clause 4.2.10 is added", NULL, NULL},
    {"", NULL, NULL},
};

static void finds_dates_in_running_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof find_rows / sizeof *find_rows; i++) {
        const char *text = find_rows[i].text;
        pol_date date;
        size_t at = 0, size = 0;
        bool is_found = pol_date_find(pol_span_of(text), &date, &at, &size);
        if (is_found != (find_rows[i].found != NULL))
            fail_msg("'%s' should %shold a date", text, find_rows[i].found ? "" : "not ");
        if (!is_found)
            continue;
        assert_true(
            pol_span_equal(pol_span_make(text + at, size), pol_span_of(find_rows[i].found)));
        char iso[POL_DATE_ISO_SIZE];
        assert_string_equal(pol_date_iso(date, iso), find_rows[i].iso);
        assert_true(pol_date_find(pol_span_of(text), &date, NULL, NULL));
    }
}

static void compares_unknown_parts_first(void **state)
{
    (void)state;
    const pol_date year = {2016, 0, 0}, month = {2016, 3, 0}, day = {2016, 3, 1},
                   later = {2016, 3, 2}, next = {2017, 0, 0};
    assert_true(pol_date_compare(year, month) < 0);
    assert_true(pol_date_compare(month, day) < 0);
    assert_true(pol_date_compare(day, later) < 0);
    assert_true(pol_date_compare(next, later) > 0);
    assert_int_equal(pol_date_compare(day, day), 0);
}

static void writes_nothing_for_no_date(void **state)
{
    (void)state;
    char iso[POL_DATE_ISO_SIZE];
    assert_string_equal(pol_date_iso((pol_date){0}, iso), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses_whole_dates),
        cmocka_unit_test(finds_dates_in_running_text),
        cmocka_unit_test(compares_unknown_parts_first),
        cmocka_unit_test(writes_nothing_for_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
