#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_gauge.h"
#include "compose/record_rows.h"
#include "compose/report.h"

struct business_case {
	struct composer *composer;
	struct selection *selection;
	const size_t *columns;
	size_t n_columns;
	size_t standing;    /* SIZE_MAX: none */
	const char **units; /* of each row, NULL where it has none */
	size_t n_units;     /* different ones */
};

/* Which rows a sum is made of. */
enum part {
	PART_ALL,
	PART_SHOWN, /* without those of which people said that it does not show */
	PART_DONE,  /* only those that hold */
	PART_COUNT
};

static bool has_numbers(const struct record *record)
{
	if (record_find_standing(record) == SIZE_MAX)
		return false;
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_NUMBER)
			return true;
	return false;
}

static const struct record_column *column_of(const struct business_case *bc, size_t i)
{
	return &bc->selection->kind->columns[bc->columns[i]];
}

static bool is_summed(const struct business_case *bc, size_t i)
{
	return column_of(bc, i)->type == COLUMN_NUMBER;
}

static bool takes_part(const struct business_case *bc, const struct record_row *row,
                       enum part part)
{
	const struct record_column *standing;
	double option;
	enum stand stand;

	if (part == PART_ALL || bc->standing == SIZE_MAX)
		return true;
	standing = &bc->selection->kind->columns[bc->standing];
	option = record_number(&row->values[bc->standing]);
	if (isnan(option))
		return part == PART_SHOWN;
	stand = standing->options[(size_t)option].stand;
	return part == PART_SHOWN ? stand != STAND_STARTED : stand == STAND_DONE;
}

static bool same_unit(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The unit of a row's first number. */
static const char *row_unit(const struct business_case *bc, const struct record_row *row)
{
	for (size_t i = 0; i < bc->n_columns; i++)
		if (is_summed(bc, i))
			return record_unit(bc->composer, bc->selection->record, row,
			                   bc->columns[i]);
	return NULL;
}

/* Rows of one unit stand together, in the order in which units come. */
static void sort_by_unit(struct business_case *bc)
{
	struct selection *selection = bc->selection;
	struct arena *arena = bc->composer->arena;
	const struct record_row **sorted =
	    ARENA_ARRAY(arena, const struct record_row *, selection->n_rows + 1);
	bool *taken = ARENA_ARRAY(arena, bool, selection->n_rows + 1);
	size_t n = 0;

	bc->units = ARENA_ARRAY(arena, const char *, selection->n_rows + 1);
	for (size_t first = 0; first < selection->n_rows; first++) {
		const char *unit = row_unit(bc, selection->rows[first]);

		if (taken[first])
			continue;
		bc->n_units++;
		for (size_t i = first; i < selection->n_rows; i++) {
			if (taken[i] || !same_unit(unit, row_unit(bc, selection->rows[i])))
				continue;
			taken[i] = true;
			bc->units[n] = unit;
			sorted[n++] = selection->rows[i];
		}
	}
	selection->rows = sorted;
}

/* The sum of a column over the rows of one unit, ready to print; NULL when
 * nothing can be added. */
static const char *sum(const struct business_case *bc, size_t column, const char *unit,
                       enum part part, bool with_unit)
{
	const struct record_column *summed = column_of(bc, column);
	double total = 0;
	int decimals = 0;
	bool any = false;

	for (size_t i = 0; i < bc->selection->n_rows; i++) {
		const struct record_row *row = bc->selection->rows[i];
		const struct value *value = &row->values[bc->columns[column]];
		int own = record_decimals(summed, value);

		if (!same_unit(bc->units[i], unit) || !takes_part(bc, row, part) ||
		    isnan(record_number(value)))
			continue;
		total += value->number;
		decimals = own > decimals ? own : decimals;
		any = true;
	}
	return any ? record_quantity(bc->composer, total, decimals, with_unit ? unit : NULL)
	           : NULL;
}

static size_t count_part(const struct business_case *bc, const char *unit, enum part part)
{
	size_t n = 0;

	for (size_t i = 0; i < bc->selection->n_rows; i++)
		n += same_unit(bc->units[i], unit) &&
		     takes_part(bc, bc->selection->rows[i], part);
	return n;
}

/* A row of sums for each part that is not all or nothing; one number is no sum. */
static void add_totals(struct business_case *bc, struct table_block *table, const char *unit)
{
	static const char *const keys[PART_COUNT] = {"total", "total-shown", "total-done"};
	struct composer *composer = bc->composer;
	size_t all = count_part(bc, unit, PART_ALL);

	if (all < 2)
		return;
	for (enum part part = 0; part < PART_COUNT; part++) {
		size_t n = count_part(bc, unit, part);
		const char **cells;

		composer_set_count(composer, "n", n);
		if (n == 0 || (part != PART_ALL && n == all) ||
		    composer_say(composer, keys[part]) == NULL)
			continue;
		cells = composer_add_row(composer, table);
		table->rows[table->n_rows - 1].group = true;
		cells[0] = composer_say(composer, keys[part]);
		for (size_t i = 1; i < bc->n_columns; i++)
			if (is_summed(bc, i))
				cells[i] = sum(bc, i, unit, part, false);
	}
	composer_set_count(composer, "n", bc->selection->n_rows);
}

/* Numbers stand without their unit, which their head or the line above names. */
static void add_row(struct business_case *bc, struct table_block *table, size_t row)
{
	const struct selection *selection = bc->selection;
	const char **cells = composer_add_row(bc->composer, table);

	for (size_t i = 0; i < bc->n_columns; i++) {
		const struct value *value = &selection->rows[row]->values[bc->columns[i]];
		double number = record_number(value);

		cells[i] = is_summed(bc, i) && !isnan(number)
		               ? composer_number(bc->composer, number,
		                                 record_decimals(column_of(bc, i), value))
		               : record_cell(bc->composer, selection->record,
		                             selection->rows[row], bc->columns[i]);
	}
}

static void add_unit_row(struct business_case *bc, struct table_block *table, const char *unit)
{
	composer_add_row(bc->composer, table)[0] =
	    unit == NULL ? composer_say(bc->composer, "no-unit") : unit;
	table->rows[table->n_rows - 1].group = true;
}

static void set_heads(struct business_case *bc, struct table_block *table)
{
	if (bc->n_units != 1 || bc->units[0] == NULL)
		return;
	for (size_t i = 0; i < bc->n_columns; i++)
		if (is_summed(bc, i)) {
			composer_set(bc->composer, "title", table->columns[i].head);
			composer_set(bc->composer, "unit", bc->units[0]);
			table->columns[i].head = composer_text(bc->composer, "head");
		}
}

static void add_table(struct business_case *bc)
{
	struct selection none = *bc->selection;
	struct table_block table;
	size_t n = bc->selection->n_rows;

	none.n_rows = 0;
	table = record_table(bc->composer, &none, bc->columns, bc->n_columns);
	table.rows = NULL;
	set_heads(bc, &table);
	for (size_t i = 0; i < n; i++) {
		if (bc->n_units > 1 && (i == 0 || !same_unit(bc->units[i - 1], bc->units[i])))
			add_unit_row(bc, &table, bc->units[i]);
		add_row(bc, &table, i);
		if (i + 1 == n || !same_unit(bc->units[i], bc->units[i + 1]))
			add_totals(bc, &table, bc->units[i]);
	}
	composer_add(bc->composer, BLOCK_TABLE)->table = table;
}

/* The sums of the first and the last column, where there is one unit only. */
static void set_sums(struct business_case *bc)
{
	struct composer *composer = bc->composer;
	size_t first = SIZE_MAX, last = SIZE_MAX, missing = 0;
	const char *unit = bc->units[0];

	for (size_t i = 0; i < bc->n_columns; i++)
		if (is_summed(bc, i)) {
			first = first == SIZE_MAX ? i : first;
			last = i;
		}
	for (size_t row = 0; row < bc->selection->n_rows; row++) {
		bool whole = true;

		for (size_t i = 0; i < bc->n_columns; i++)
			whole = whole && (!is_summed(bc, i) ||
			                  !isnan(record_number(&bc->selection->rows[row]
			                                            ->values[bc->columns[i]])));
		missing += !whole;
	}
	composer_set_count(composer, "missing", missing);
	composer_flag(composer, "missing", missing > 0);
	composer_set(composer, "first-sum", NULL);
	composer_set(composer, "last-sum", NULL);
	if (first == SIZE_MAX || bc->n_units != 1)
		return;
	composer_set(composer, "first-sum", sum(bc, first, unit, PART_SHOWN, true));
	composer_set(composer, "last-sum", sum(bc, last, unit, PART_SHOWN, true));
	composer_flag(composer, "summed", sum(bc, first, unit, PART_SHOWN, true) != NULL &&
	                                      sum(bc, last, unit, PART_SHOWN, true) != NULL);
}

void compose_case(struct composer *composer)
{
	struct selection selection;
	struct business_case bc = {.composer = composer, .selection = &selection};
	struct blocks outer;
	size_t refuted;

	if (!record_select(composer, has_numbers, &selection))
		return;
	bc.columns = record_columns(composer, selection.kind, &bc.n_columns);
	bc.standing = record_find_standing(selection.kind);
	sort_by_unit(&bc);
	set_sums(&bc);
	refuted = selection.n_rows;
	for (size_t i = 0; i < selection.n_rows; i++)
		refuted -= takes_part(&bc, selection.rows[i], PART_SHOWN);
	composer_set_count(composer, "refuted", refuted);
	composer_flag(composer, "refuted", refuted > 0);
	composer_flag(composer, "units", bc.n_units > 1);
	outer = report_open_section(composer);
	if (selection.n_rows == 0)
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	else if (bc.n_columns > 0)
		add_table(&bc);
	if (selection.n_rows > 0)
		composer_add_paragraphs(composer, STYLE_NOTE, composer_say(composer, "note"));
	report_close_section(composer, outer);
}
