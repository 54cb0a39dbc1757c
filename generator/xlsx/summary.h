/* The blocks of the sheet Summary. Each takes the row where it begins and
 * leaves the one after it, an empty one between them. */
#ifndef WAYMARK_SUMMARY_H
#define WAYMARK_SUMMARY_H

#include "xlsx/book.h"

/* Columns after the names that blocks of scores have. */
enum { SUMMARY_COLUMNS = 10 };

/* Whether a section stands on Summary beside the tallies. */
bool summary_shows(const struct book *book, size_t element);

void summary_name(struct book *book, struct grid *grid, size_t row, size_t element,
                  const char *text);

/* The counts of each section that is no row of the tally itself. */
void summary_marks(struct book *book, struct grid *grid, size_t *row);

/* What the scores of all people come to, and the bands of the overall one. */
void summary_scores(struct book *book, struct grid *grid, size_t *row);

void summary_ranking(struct book *book, struct grid *grid, size_t *row);

/* The plan's answers on one kind of scale, counted by section, with where
 * people stand by their completion. */
void summary_stands(struct book *book, struct grid *grid, size_t *row, enum scale_kind kind);

/* For each record that refers to another and chooses: how many of its rows
 * there are for each row of the other and each choice. */
void summary_coverage(struct book *book, struct grid *grid, size_t *row);

#endif
