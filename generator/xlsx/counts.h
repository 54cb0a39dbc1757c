/* Where the counts of statuses, checks and choices stand on Items: a block for
 * each scale, a row for each item. */
#ifndef WAYMARK_COUNTS_H
#define WAYMARK_COUNTS_H

#include "xlsx/book.h"

/* Head of the first block. */
enum { COUNTS_TOP = 2 };

size_t counts_first(const struct book *book);     /* column of the first point */
size_t counts_agreement(const struct book *book); /* column */

/* The item's row; SIZE_MAX: it has none. */
size_t counts_row(const struct book *book, size_t item);

/* First and last row of the items below an element on a scale; false when
 * there are none. */
bool counts_rows(const struct book *book, size_t element, const struct scale *scale, size_t *top,
                 size_t *bottom);

#endif
