/* Cells to fill in: what the rows of records and what is asked beside an answer
 * have in common. Their words are the section's: `unit`, `date-format`,
 * and the tooltips `tip-cell` and `tip-option`, which may name the {column} and
 * the {label} of an option beside what the caller has set. */
#ifndef WAYMARK_CELLS_H
#define WAYMARK_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/document.h"

struct composer;
struct point;
struct record_column;

/* Whether the column is asked for on paper: computed ones are not. */
bool cells_are_asked(const struct record_column *column);

/* A column of a table; of a choice with many options people write one. */
struct entry_column cells_column(struct composer *composer, const struct record_column *column);

/* The same in a form, where all options have room. */
struct entry_column cells_box(struct composer *composer, const struct record_column *column);

/* All options of a column in one line of words. */
const char *cells_options(struct composer *composer, const struct entry_column *entry);

/* The words of points and what a form says for each, with room for `more` that
 * follow. */
void cells_set_options(struct composer *composer, struct entry_column *entry,
                       const struct point *points, size_t n_points, size_t more);

/* One more of them. */
void cells_add_option(struct entry_column *entry, const char *label, const char *value);

/* A cell to fill in; `entry` is its column's. */
struct entry_cell cells_cell(struct composer *composer, const struct record_column *column,
                             const struct entry_column *entry, const char *field);

/* The same cell in the row of an example. */
struct entry_cell cells_example(const struct record_column *column);

#endif
