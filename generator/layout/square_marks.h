/* The small squares of things done, under way and to do, and their key. */
#ifndef WAYMARK_SQUARE_MARKS_H
#define WAYMARK_SQUARE_MARKS_H

#include "layout/chart_parts.h"

/* (x, y): left end and middle. */
void square_place(struct layout *layout, enum square square, double x, double y);

/* What stands where there is no square. */
void square_place_none(struct layout *layout, double x, double y);

struct key squares_key(const struct layout *layout, const struct block *block);

#endif
