/* What the sections of reports that show records share: which rows and columns
 * of which record they show, and how a cell is written.
 *
 * A section selects first: the record that the template names, or the first one
 * of the framework that fits. Rows are those of the sheet that the group filled
 * in together, so no single person's answers stand in them.
 */
#ifndef WAYMARK_RECORD_ROWS_H
#define WAYMARK_RECORD_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/document.h"
#include "model/record.h"

struct composer;

struct selection {
	size_t record; /* index into framework->records */
	const struct record *kind;
	const struct record_row **rows; /* those that the section's `where` lets through */
	size_t n_rows, n_all;
};

/* Selects the record that the section names, else the first that `fits`. Sets
 * {record*}, {record-count#}, {counted-records}, {n#}, {total#} and the flags
 * `found`, `all`, `no-rows` and `no-sheet`. False when there is none; an unknown
 * name is recorded. */
bool record_select(struct composer *composer, bool (*fits)(const struct record *record),
                   struct selection *selection);

/* The columns that the section names; all but those that it names after "not"; or
 * all of them. */
const size_t *record_columns(struct composer *composer, const struct record *record, size_t *n);

/* A column of any record. */
struct named_column {
	const struct record *record;
	const struct record_column *column;
};

/* The column that is written as record.column; false where there is none, which is
 * recorded. */
bool record_of_column(struct composer *composer, const char *name, struct named_column *named);

/* {name*}, {name-count#} and {counted-names} from a record's title. */
void record_set_names(struct composer *composer, const char *name, const struct record *record,
                      size_t count);

const struct record_rows *record_rows(const struct composer *composer, size_t record);

/* The row that a reference leads to, or NULL. */
const struct record_row *record_target(const struct composer *composer,
                                       const struct record_column *column,
                                       const struct value *value);

/* Whether the column `by` (SIZE_MAX: none) of a row leads to the row `to`. */
bool record_leads(const struct composer *composer, const struct record *record,
                  const struct record_row *row, size_t by, const struct record_row *to);

/* Whether a cell says something: not "none yet", not no, not a count of 0. */
bool record_is_given(const struct record_column *column, const struct value *value);

/* NAN when there is no number. */
double record_number(const struct value *value);

/* A cell as readers see it; NULL when nothing is there. */
const char *record_cell(struct composer *composer, size_t record, const struct record_row *row,
                        size_t column);

/* The unit of a column in this row, its own or its source's; or NULL. */
const char *record_unit(const struct composer *composer, size_t record,
                        const struct record_row *row, size_t column);

/* A number with its unit; percent and others as the document's words say. */
const char *record_quantity(struct composer *composer, double number, int decimals,
                            const char *unit);

/* The decimals that a number was written with; of a computed one those it needs. */
int record_decimals(const struct record_column *column, const struct value *value);

const char *record_date(struct composer *composer, double days);

/* A table of rows with all their columns' heads; `n` columns. */
struct table_block record_table(struct composer *composer, const struct selection *selection,
                                const size_t *columns, size_t n);

#endif
