/* What the tallies by section and by item share. */
#ifndef WAYMARK_TALLY_H
#define WAYMARK_TALLY_H

#include "xlsx/book.h"

/* Whether answers on a scale are counted on Tally (and marks on Items). */
bool tally_has(const struct scale *scale);

/* Heads and widths of the columns that name a row: one for each level down to
 * `level`. */
void tally_name_heads(struct book *book, struct grid *grid, size_t level);

/* The names of an element and of the sections it lies in; where the row
 * above says the same they are faint, but kept for filters. */
void tally_names(struct book *book, struct grid *grid, size_t element);

/* What rows are ranked by: net of marks, mean of ratings; NAN: not ranked. */
double tally_key(const struct book *book, size_t element);

/* Place among the elements of its level, 1 for the highest; of two alike the
 * first one in the framework comes first. NAN when it is not ranked. */
double tally_place(const struct book *book, size_t element);

/* The formula of that place; `column` holds the keys. */
const char *tally_place_formula(struct book *book, size_t row, size_t column);

/* First and last row of the tallies for the elements of `level` below
 * `element`; false when there are none. */
bool tally_rows(const struct book *book, size_t element, size_t level, size_t *top,
                size_t *bottom);

#endif
