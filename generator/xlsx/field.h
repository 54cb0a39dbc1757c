/* Cells of typed columns: those of records and those beside answers. */
#ifndef WAYMARK_XLSX_FIELD_H
#define WAYMARK_XLSX_FIELD_H

#include "xlsx/book.h"

/* The head of a column, with its unit where all rows share one. */
const char *field_head(struct book *book, const struct record_column *column);

/* How its cells look. */
unsigned field_look(const struct record_column *column);

/* What was written; NULL or nothing leaves the cell empty. Not for references
 * and computed columns. */
void field_fill(struct book *book, struct grid *grid, struct spot spot,
                const struct record_column *column, const struct value *value);

/* What may be typed into the cells of `area`. */
void field_limits(struct book *book, struct grid *grid, struct area area,
                  const struct record_column *column);

/* Drop-down lists and numbers that are no cells of such a column. */
void field_pick(struct book *book, struct grid *grid, struct area area, const char *source);

/* Least and greatest width of a column. */
void field_width(struct book *book, struct grid *grid, size_t at,
                 const struct record_column *column);

/* The day as spreadsheets count it. */
double field_day(double days);

#endif
