/* Rows of counted marks, as the tallies and the summary show them: counts,
 * net, shares with their bars, flag and agreement, in the columns that enum
 * marks_column names. */
#ifndef WAYMARK_MARKS_H
#define WAYMARK_MARKS_H

#include "xlsx/book.h"

struct marks_place {
	size_t row;
	size_t first;  /* column of MARKS_PLUS */
	unsigned look; /* of all cells, besides their numbers' */
};

/* Heads and widths from MARKS_PLUS to MARKS_AGREEMENT. */
void marks_heads(struct book *book, struct grid *grid, size_t row, size_t first);

/* Counts of +, - and empty boxes straight from Data. */
void marks_counts(struct book *book, struct grid *grid, const struct marks_place *place,
                  size_t element);

/* Net and shares from the counts beside them, and the cells of the bars. */
void marks_shares(struct book *book, struct grid *grid, const struct marks_place *place,
                  size_t element);

void marks_flag(struct book *book, struct grid *grid, const struct marks_place *place,
                size_t element);

/* The mean of the agreement of its items; of one item over its answers. */
void marks_section_agreement(struct book *book, struct grid *grid,
                             const struct marks_place *place, size_t element);
void marks_item_agreement(struct book *book, struct grid *grid, const struct marks_place *place,
                          size_t item);

/* The formula of that agreement, of cells with the counts of + and - and of sheets; and of how
 * many sheets there are with any answer. */
const char *marks_agreement(struct book *book, const char *plus, const char *minus, const char *n);
const char *marks_sheets(struct book *book);

/* Bars and flags of the rows of `area`, whose left is MARKS_PLUS. */
void marks_bars(struct book *book, struct grid *grid, struct area area);

#endif
