/* Which rows of a record have what: how many rows of another record lead to
 * each of them, for each option of a choice. "Journeys by signals that say what
 * happens and signals that say why."
 */
#ifndef WAYMARK_COVERAGE_H
#define WAYMARK_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/record.h"

struct composer;
struct selection;

struct coverage {
	struct composer *composer;
	const struct selection *selection;
	size_t by, choice, check; /* columns: reference, choice, and a check or SIZE_MAX */
	const struct record *rows;
	const struct record_row *all; /* rows that are referred to */
	size_t n_rows, n_options;
	size_t *counts; /* of each row and option */
};

bool record_can_cover(const struct record *record);

/* Finds the columns and counts. Sets {parent*} with {parent-count#}, the numbers
 * of its rows {bare#} (nothing leads to them), {whole#} (every option), {uneven#}
 * (some, not all), {gapped#} (bare or uneven), {lacking-first#} and {lacking-second#}
 * (uneven without that option), and flags of these names; `no-parents`. False
 * when the record has no such columns. */
bool coverage_find(struct coverage *coverage, struct composer *composer,
                   const struct selection *selection);

bool coverage_has(const struct coverage *coverage, const struct record_row *signal, size_t row,
                  size_t option);
size_t coverage_count(const struct coverage *coverage, size_t row, size_t option);
bool coverage_is_bare(const struct coverage *coverage, size_t row);
const char *coverage_option(const struct coverage *coverage, size_t option);

/* Names the rows that lack this option and have another; returns how many. */
size_t coverage_name_lacking(const struct coverage *coverage, size_t option, const char **names);

#endif
