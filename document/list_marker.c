/* list_marker.c - numbers of list items as browsers show them. */
#include <stdio.h>

#include "document/html/blocks.h"

enum { MARKER_SIZE = 32, ROMAN_MAX = 3999 };

static void write_roman(long number, bool is_upper, char buffer[MARKER_SIZE])
{
    static const struct {
        long value;
        const char *lower, *upper;
    } digits[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
        {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
        {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"},
    };
    size_t size = 0;
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        for (; number >= digits[i].value; number -= digits[i].value)
            size += (size_t)snprintf(buffer + size, MARKER_SIZE - size, "%s",
                                     is_upper ? digits[i].upper : digits[i].lower);
    snprintf(buffer + size, MARKER_SIZE - size, ".");
}

/* a..z, aa, ab, ... */
static void write_letters(long number, char first, char buffer[MARKER_SIZE])
{
    char reversed[MARKER_SIZE];
    size_t count = 0, size = 0;
    for (; number > 0; number = (number - 1) / 26)
        reversed[count++] = (char)(first + (number - 1) % 26);
    while (count > 0)
        buffer[size++] = reversed[--count];
    snprintf(buffer + size, MARKER_SIZE - size, ".");
}

pol_span pol_list_marker(char type, long number, pol_arena *arena)
{
    char buffer[MARKER_SIZE];
    if ((type == 'a' || type == 'A') && number > 0)
        write_letters(number, type, buffer);
    else if ((type == 'i' || type == 'I') && number > 0 && number <= ROMAN_MAX)
        write_roman(number, type == 'I', buffer);
    else
        snprintf(buffer, sizeof buffer, "%ld.", number);
    return pol_arena_copy(arena, pol_span_of(buffer));
}
