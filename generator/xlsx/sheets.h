/* One function for each sheet of a workbook: fills its grid from the book.
 * book->tab is the sheet, with its section of the template. */
#ifndef WAYMARK_SHEETS_H
#define WAYMARK_SHEETS_H

#include "xlsx/book.h"

void fill_summary(struct book *book, struct grid *grid);
void fill_plan(struct book *book, struct grid *grid);
void fill_consensus(struct book *book, struct grid *grid);
void fill_actions(struct book *book, struct grid *grid);
void fill_tally(struct book *book, struct grid *grid);
void fill_items(struct book *book, struct grid *grid);
void fill_distribution(struct book *book, struct grid *grid);
void fill_record(struct book *book, struct grid *grid);
void fill_scores(struct book *book, struct grid *grid);
void fill_data(struct book *book, struct grid *grid);
void fill_long(struct book *book, struct grid *grid);
void fill_codebook(struct book *book, struct grid *grid);
void fill_about(struct book *book, struct grid *grid);

/* Heads of the columns of Data, which the codebook explains. */
const char **data_heads(struct book *book);

/* The column that asked for what stands in a column after the items. */
const struct record_column *data_extra(const struct book *book, size_t i);

/* What a sheet says for a segment, or NULL. */
const char *segment_value(const struct sheet *sheet, const char *name);

/* An answer as it was given: a number, an id, a day, a text. */
void data_answer(struct grid *grid, struct spot spot, const struct scale *scale,
                 const struct sheet *sheet, size_t item);

/* How scores by a rule look. */
unsigned score_look(const struct rule *rule);

/* The tally of ratings, a row for each item. */
void fill_ratings(struct book *book, struct grid *grid);

#endif
