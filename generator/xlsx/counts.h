/* Where the answers to each item are counted on Distribution: a block for each
 * scale of ratings, statuses, checks or choices, a row for each item. */
#ifndef WAYMARK_COUNTS_H
#define WAYMARK_COUNTS_H

#include "xlsx/book.h"

/* Head of the first block. */
enum { COUNTS_TOP = 2 };

/* Columns after the names: the same for all scales, so that they stand below
 * each other; those that no scale needs are left out. The points follow, once
 * as people and once as shares of them. */
enum counts_column {
	COUNTS_N,
	COUNTS_MEAN,      /* ratings as they are scored; statuses and checks: share done */
	COUNTS_BLANK,
	COUNTS_EXCLUDED,
	COUNTS_AGREEMENT, /* of ratings it stands on Tally */
	COUNTS_POINTS
};

/* Whether answers on a scale are counted there. */
bool counts_has(const struct scale *scale);

/* Whether a scale has something for a column. */
bool counts_fills(const struct scale *scale, enum counts_column column);

/* The sheet's column of one of these that some scale fills. */
size_t counts_column(const struct book *book, enum counts_column column);

/* The item's row; SIZE_MAX: it has none. */
size_t counts_row(const struct book *book, size_t item);

/* First and last row of the items below an element on a scale; false when
 * there are none. */
bool counts_rows(const struct book *book, size_t element, const struct scale *scale, size_t *top,
                 size_t *bottom);

#endif
