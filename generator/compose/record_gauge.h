/* Records whose rows have a goal: those with a column of progress. What it is
 * worked out from says where baseline, present value and goal stand.
 */
#ifndef WAYMARK_RECORD_GAUGE_H
#define WAYMARK_RECORD_GAUGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/record.h"

struct composer;

/* Columns of the record; the last three are SIZE_MAX where they are not its own. */
struct gauge {
	size_t progress;
	size_t baseline, now, goal;
};

enum course {
	COURSE_UNKNOWN, /* a baseline, a value or a goal is missing, or they cannot be compared */
	COURSE_WORSE,   /* than the baseline */
	COURSE_STILL,
	COURSE_TOWARD,
	COURSE_REACHED,
	COURSE_COUNT
};

bool record_has_progress(const struct record *record);

/* False when the record has no column of progress. */
bool record_gauge(const struct record *record, struct gauge *gauge);

/* A choice whose options stand for different things: done, open; or SIZE_MAX. */
size_t record_find_standing(const struct record *record);

enum course gauge_course(const struct gauge *gauge, const struct record_row *row);

/* The number in one of the columns above; NAN when nothing is there. */
double gauge_number(const struct record_row *row, size_t column);

/* "6.1%": the number of a column, as precise as baseline, value and goal of
 * the row together; what the column says for none; NULL when nothing is there. */
const char *gauge_figure(struct composer *composer, size_t record,
                           const struct record_row *row, size_t column);

/* Any number of the same kind, such as a single reading. */
const char *gauge_write(struct composer *composer, size_t record, const struct record_row *row,
                          double number, int decimals);

#endif
