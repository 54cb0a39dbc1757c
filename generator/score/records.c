#include "score/score.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "model/answers.h"

/* The rows that are being filled in. */
struct work {
	struct arena *arena;
	const struct framework *framework;
	struct record_rows *rows;
	double today; /* the day of the sheet, NAN when it has none */
	bool **done;  /* [record][column]: computed, or being computed */
};

/* For the rows of a record those that a source takes its values from, as lists
 * in the order of the sheet: first[row], then next[...], each ended by SIZE_MAX. */
struct sourcing {
	const struct record_rows *rows;
	const size_t *first, *next; /* NULL: the row itself */
	size_t column;              /* SIZE_MAX: the rows themselves */
};

/* One cell to compute. */
struct cell {
	const struct sourcing *sources;
	size_t n_sources;
	size_t row;
	double today;
};

static double value_number(const struct value *value)
{
	return value->given && !value->none ? value->number : NAN;
}

static struct sourcing index_source(const struct work *work, size_t record,
                                    const struct column_source *source)
{
	struct sourcing sourcing = {.rows = &work->rows[source->record], .column = source->column};
	size_t n = work->rows[record].n_rows, *first, *next;

	if (source->by == SIZE_MAX)
		return sourcing;
	first = ARENA_ARRAY(work->arena, size_t, n);
	next = ARENA_ARRAY(work->arena, size_t, sourcing.rows->n_rows);
	for (size_t i = 0; i < n; i++)
		first[i] = SIZE_MAX;
	for (size_t i = sourcing.rows->n_rows; i-- > 0;) {
		double to = value_number(&sourcing.rows->rows[i].values[source->by]);

		if (!(to >= 0 && to < (double)n))
			continue;
		next[i] = first[(size_t)to];
		first[(size_t)to] = i;
	}
	sourcing.first = first;
	sourcing.next = next;
	return sourcing;
}

static size_t source_first(const struct sourcing *sourcing, size_t row)
{
	return sourcing->first == NULL ? row : sourcing->first[row];
}

static size_t source_next(const struct sourcing *sourcing, size_t at)
{
	return sourcing->next == NULL ? SIZE_MAX : sourcing->next[at];
}

/* Of a row that counts by itself the number is 1. */
static double source_number(const struct sourcing *sourcing, size_t at)
{
	if (sourcing->column == SIZE_MAX)
		return 1;
	return value_number(&sourcing->rows->rows[at].values[sourcing->column]);
}

/* Adds up what there is; NAN when there is nothing. */
static double source_sum(const struct sourcing *sourcing, size_t row)
{
	double sum = NAN;

	for (size_t at = source_first(sourcing, row); at != SIZE_MAX;
	     at = source_next(sourcing, at)) {
		double number = source_number(sourcing, at);

		if (!isnan(number))
			sum = isnan(sum) ? number : sum + number;
	}
	return sum;
}

static double source_count(const struct sourcing *sourcing, size_t row)
{
	double count = 0;

	for (size_t at = source_first(sourcing, row); at != SIZE_MAX;
	     at = source_next(sourcing, at))
		count += !isnan(source_number(sourcing, at));
	return count;
}

/* The value in the row itself. */
static double own_number(const struct cell *cell, size_t source)
{
	assert(cell->sources[source].first == NULL);
	return source_number(&cell->sources[source], cell->row);
}

static double compute_progress(const struct cell *cell)
{
	return score_progress(own_number(cell, 0), own_number(cell, 1), own_number(cell, 2));
}

static double compute_difference(const struct cell *cell)
{
	return own_number(cell, 0) - own_number(cell, 1);
}

static double compute_sum(const struct cell *cell)
{
	double all = NAN;

	for (size_t i = 0; i < cell->n_sources; i++) {
		double sum = source_sum(&cell->sources[i], cell->row);

		if (!isnan(sum))
			all = isnan(all) ? sum : all + sum;
	}
	return all;
}

static double compute_count(const struct cell *cell)
{
	double count = 0;

	for (size_t i = 0; i < cell->n_sources; i++)
		count += source_count(&cell->sources[i], cell->row);
	return count;
}

/* Value and date stand in the same rows. Of those with the last date the one
 * furthest down the sheet counts. */
static double compute_latest(const struct cell *cell)
{
	const struct sourcing *values = &cell->sources[0], *dates = &cell->sources[1];
	double latest = NAN, last = -INFINITY;

	for (size_t at = source_first(values, cell->row); at != SIZE_MAX;
	     at = source_next(values, at)) {
		double value = source_number(values, at), date = source_number(dates, at);

		if (isnan(value) || !(date >= last) || date > cell->today)
			continue;
		latest = value;
		last = date;
	}
	return latest;
}

static double compute_age(const struct cell *cell)
{
	return cell->today - own_number(cell, 0);
}

static const struct computing {
	double (*compute)(const struct cell *cell);
	size_t n_sources; /* at the least */
} computings[COMPUTATION_COUNT] = {
	[COMPUTE_PROGRESS] = {compute_progress, 3}, [COMPUTE_DIFFERENCE] = {compute_difference, 2},
	[COMPUTE_SUM] = {compute_sum, 0},           [COMPUTE_COUNT] = {compute_count, 0},
	[COMPUTE_LATEST] = {compute_latest, 2},     [COMPUTE_AGE] = {compute_age, 1},
};

static void fill_column(const struct work *work, size_t record, size_t at)
{
	const struct record_column *column = &work->framework->records[record].columns[at];
	const struct computing *computing = &computings[column->computation];
	const struct record_rows *rows = &work->rows[record];
	struct sourcing sources[SOURCES_MAX];
	struct cell cell = {sources, column->n_sources, 0, work->today};

	assert(column->n_sources >= computing->n_sources);
	assert(column->computation != COMPUTE_LATEST ||
	       (column->sources[0].record == column->sources[1].record &&
	        column->sources[0].by == column->sources[1].by));
	for (size_t i = 0; i < column->n_sources; i++)
		sources[i] = index_source(work, record, &column->sources[i]);
	for (; cell.row < rows->n_rows; cell.row++) {
		double number = computing->compute(&cell);

		rows->rows[cell.row].values[at] =
		    (struct value){.given = !isnan(number), .number = number, .text = ""};
	}
}

/* Fills in a column after those that it is computed from; they run in no
 * circle. */
static void compute_column(const struct work *work, size_t record, size_t at)
{
	const struct record_column *column = &work->framework->records[record].columns[at];

	if (column->type != COLUMN_COMPUTED || work->done[record][at])
		return;
	work->done[record][at] = true;
	for (size_t i = 0; i < column->n_sources; i++)
		if (column->sources[i].column != SIZE_MAX)
			compute_column(work, column->sources[i].record, column->sources[i].column);
	fill_column(work, record, at);
}

static struct record_rows copy_rows(struct arena *arena, const struct record *record,
                                    const struct record_rows *from)
{
	struct record_rows rows = {.n_rows = from->n_rows};

	rows.rows = ARENA_ARRAY(arena, struct record_row, rows.n_rows);
	for (size_t i = 0; i < rows.n_rows; i++) {
		rows.rows[i] = from->rows[i];
		rows.rows[i].values = ARENA_ARRAY(arena, struct value, record->n_columns);
		for (size_t c = 0; c < record->n_columns; c++)
			rows.rows[i].values[c] = from->rows[i].values[c];
	}
	return rows;
}

struct record_rows *score_records(struct arena *arena, const struct framework *framework,
                                  const struct sheet *sheet)
{
	struct work work = {.arena = arena, .framework = framework};

	work.rows = ARENA_ARRAY(arena, struct record_rows, framework->n_records);
	if (sheet == NULL || sheet->records == NULL)
		return work.rows;
	work.today = date_days(sheet->date);
	work.done = ARENA_ARRAY(arena, bool *, framework->n_records);
	for (size_t i = 0; i < framework->n_records; i++) {
		const struct record *record = &framework->records[i];

		work.rows[i] = copy_rows(arena, record, &sheet->records[i]);
		work.done[i] = ARENA_ARRAY(arena, bool, record->n_columns);
	}
	for (size_t i = 0; i < framework->n_records; i++)
		for (size_t c = 0; c < framework->records[i].n_columns; c++)
			compute_column(&work, i, c);
	return work.rows;
}
