/* A course: values at equal distances on a line, some of which are missing. */
#ifndef WAYMARK_COURSE_H
#define WAYMARK_COURSE_H

#include "layout/draw.h"

/* Where values stand: the middles of the first and the last one, and the height
 * of the ends of their axis, the upper one at `top`. */
struct course_plot {
	double first, last; /* x */
	double top, bottom; /* y */
	double low, high;
	size_t n;
};

double course_x(const struct course_plot *plot, size_t i);
double course_y(const struct course_plot *plot, double value);

/* The first or the last value that is there, from `i` on in steps of 1 or -1;
 * SIZE_MAX: none. */
size_t course_find(const double *values, size_t n, size_t i, int step);

/* A line through the values, dashed across what is missing. */
void course_line(struct layout *layout, const struct course_plot *plot, const double *values,
                 struct stroke stroke);

/* A point with a rim of paper around it. */
void course_point(struct layout *layout, struct xy centre, double across);

#endif
