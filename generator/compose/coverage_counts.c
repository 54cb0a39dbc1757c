#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/coverage.h"
#include "compose/record_rows.h"

static size_t find_type(const struct record *record, enum column_type type)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == type)
			return i;
	return SIZE_MAX;
}

bool record_can_cover(const struct record *record)
{
	return find_type(record, COLUMN_REFERENCE) != SIZE_MAX &&
	       find_type(record, COLUMN_CHOICE) != SIZE_MAX;
}

/* The template's columns by their types, else the first of each type. */
static bool find_columns(struct coverage *coverage)
{
	const struct record *record = coverage->selection->kind;
	size_t n;
	const size_t *columns = record_columns(coverage->composer, record, &n);

	coverage->by = coverage->choice = coverage->check = SIZE_MAX;
	for (size_t i = n; i-- > 0;) {
		enum column_type type = record->columns[columns[i]].type;

		if (type == COLUMN_REFERENCE)
			coverage->by = columns[i];
		else if (type == COLUMN_CHOICE)
			coverage->choice = columns[i];
		else if (type == COLUMN_CHECK && coverage->composer->section->n_columns > 0)
			coverage->check = columns[i];
	}
	return coverage->by != SIZE_MAX && coverage->choice != SIZE_MAX;
}

bool coverage_has(const struct coverage *coverage, const struct record_row *signal, size_t row,
                  size_t option)
{
	return record_leads(coverage->composer, coverage->selection->kind, signal, coverage->by,
	                    &coverage->all[row]) &&
	       record_number(&signal->values[coverage->choice]) == (double)option;
}

size_t coverage_count(const struct coverage *coverage, size_t row, size_t option)
{
	return coverage->counts[row * coverage->n_options + option];
}

static void count(struct coverage *coverage)
{
	const struct record *record = coverage->selection->kind;
	size_t target = record->columns[coverage->by].record;
	const struct record_rows *all = record_rows(coverage->composer, target);

	coverage->rows = &coverage->composer->framework->records[target];
	coverage->all = all->rows;
	coverage->n_rows = all->n_rows;
	coverage->n_options = record->columns[coverage->choice].n_options;
	coverage->counts = ARENA_ARRAY(coverage->composer->arena, size_t,
	                               coverage->n_rows * coverage->n_options + 1);
	for (size_t i = 0; i < coverage->selection->n_rows; i++)
		for (size_t cell = 0; cell < coverage->n_rows * coverage->n_options; cell++)
			if (coverage_has(coverage, coverage->selection->rows[i],
			                 cell / coverage->n_options, cell % coverage->n_options))
				coverage->counts[cell]++;
}

static size_t missing_in(const struct coverage *coverage, size_t row)
{
	size_t missing = 0;

	for (size_t option = 0; option < coverage->n_options; option++)
		missing += coverage_count(coverage, row, option) == 0;
	return missing;
}

bool coverage_is_bare(const struct coverage *coverage, size_t row)
{
	return missing_in(coverage, row) == coverage->n_options;
}

size_t coverage_name_lacking(const struct coverage *coverage, size_t option, const char **names)
{
	size_t n = 0;

	for (size_t row = 0; row < coverage->n_rows; row++)
		if (coverage_count(coverage, row, option) == 0 && !coverage_is_bare(coverage, row))
			names[n++] = row_label(coverage->rows, &coverage->all[row]);
	return n;
}

const char *coverage_option(const struct coverage *coverage, size_t option)
{
	return coverage->selection->kind->columns[coverage->choice].options[option].label;
}

static void set_counts(const struct coverage *coverage)
{
	static const char *const keys[] = {"lacking-first", "lacking-second"};
	struct composer *composer = coverage->composer;
	const char **names = ARENA_ARRAY(composer->arena, const char *, coverage->n_rows + 1);
	size_t bare = 0, whole = 0, uneven;

	for (size_t i = 0; i < 2; i++) {
		size_t n = i < coverage->n_options ? coverage_name_lacking(coverage, i, names) : 0;

		composer_set_count(composer, keys[i], n);
		composer_flag(composer, keys[i], n > 0);
	}
	for (size_t row = 0; row < coverage->n_rows; row++) {
		bare += coverage_is_bare(coverage, row);
		whole += missing_in(coverage, row) == 0;
	}
	uneven = coverage->n_rows - bare - whole;
	composer_set_count(composer, "bare", bare);
	composer_set_count(composer, "whole", whole);
	composer_set_count(composer, "uneven", uneven);
	composer_set_count(composer, "gapped", bare + uneven);
	composer_flag(composer, "bare", bare > 0);
	composer_flag(composer, "uneven", uneven > 0);
	composer_flag(composer, "no-parents", coverage->n_rows == 0);
	record_set_names(composer, "parent", coverage->rows, coverage->n_rows);
}

bool coverage_find(struct coverage *coverage, struct composer *composer,
                   const struct selection *selection)
{
	coverage->composer = composer;
	coverage->selection = selection;
	if (!find_columns(coverage))
		return false;
	count(coverage);
	set_counts(coverage);
	return true;
}
