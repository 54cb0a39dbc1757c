/* Days of the calendar, as numbers. */
#ifndef WAYMARK_DATE_H
#define WAYMARK_DATE_H

/* The days from 1970-01-01 to a date, yyyy-mm-dd; NAN when it is NULL or not
 * written so. Whether the month has the day is not asked. */
double date_days(const char *text);

#endif
