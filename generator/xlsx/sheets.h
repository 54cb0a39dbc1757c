/* One function for each sheet of a workbook: fills its grid from the book.
 * book->section is the sheet's section of the template. */
#ifndef WAYMARK_SHEETS_H
#define WAYMARK_SHEETS_H

#include "xlsx/book.h"

void fill_summary(struct book *book, struct grid *grid);
void fill_tally(struct book *book, struct grid *grid);
void fill_items(struct book *book, struct grid *grid);
void fill_scores(struct book *book, struct grid *grid);
void fill_data(struct book *book, struct grid *grid);
void fill_codebook(struct book *book, struct grid *grid);
void fill_about(struct book *book, struct grid *grid);

/* Heads of the columns of Data, which the codebook explains. */
const char **data_heads(struct book *book);

/* What a sheet says for a segment, or NULL. */
const char *segment_value(const struct sheet *sheet, const char *name);

/* The tally of ratings, a row for each item. */
void fill_ratings(struct book *book, struct grid *grid);

#endif
