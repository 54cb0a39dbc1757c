/* The computed columns of records as formulas; they follow score/, which says
 * what they come to. */
#ifndef WAYMARK_COMPUTE_H
#define WAYMARK_COMPUTE_H

#include "xlsx/book.h"

/* All rows of a column of a record's sheet, by the sheet's columns. */
const char *compute_area(struct book *book, size_t record, size_t column);

/* The formula of a computed column in row `row` of the record's sheet. */
const char *compute_formula(struct book *book, size_t record,
                            const struct record_column *column, size_t row);

#endif
