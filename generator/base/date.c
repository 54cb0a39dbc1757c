#include "base/date.h"

#include <math.h>
#include <stdio.h>

/* Years begin in March here, so that a leap day is the last of its year. */
double date_days(const char *text)
{
	int year, month, day, end = 0;
	double years, days;

	if (text == NULL || sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 ||
	    text[end] != '\0')
		return NAN;
	years = month > 2 ? year : year - 1;
	days = floor((153 * ((month + 9) % 12) + 2) / 5.0) + day - 1;
	return 365 * years + floor(years / 4) - floor(years / 100) + floor(years / 400) + days -
	       719468;
}
