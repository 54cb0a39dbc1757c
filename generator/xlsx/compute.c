#include "xlsx/compute.h"

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/* Tells the rows of a sheet apart beside a day: more than a sheet has. */
#define ROWS_KEY "1048576"

/* Past every day that people write down. */
#define LAST_DAY "2958465"

/* One cell to compute. */
struct cell_at {
	struct book *book;
	size_t record, row;
	const struct record_column *column;
};

const char *compute_area(struct book *book, size_t record, size_t column)
{
	size_t top = book->places.record_top;
	size_t bottom = top + book->places.record_rows[record] - 1;

	return book_record_area(book, record, (struct area){top, column, bottom, column});
}

/* A source as the formula has it: the cell beside it, or all rows of the
 * column of another record. */
static const char *source_cells(const struct cell_at *at, const struct column_source *source)
{
	size_t column = at->book->places.record_columns[source->record][source->column];

	if (source->by == SIZE_MAX)
		return place_name(at->book->arena, at->row, column);
	return compute_area(at->book, source->record, column);
}

static const char *own_cell(const struct cell_at *at, size_t source)
{
	assert(at->column->sources[source].by == SIZE_MAX);
	return source_cells(at, &at->column->sources[source]);
}

/* 1 for each row of the source's record that refers to this one; no key, no row. */
static const char *rows_here(const struct cell_at *at, const struct column_source *source)
{
	size_t by = at->book->places.record_columns[source->record][source->by];
	const char *key = place_name(at->book->arena, at->row,
	                             at->book->places.record_keys[at->record]);

	return arena_printf(at->book->arena, "(%s=%s)*(%s<>\"\")",
	                    compute_area(at->book, source->record, by), key, key);
}

/* The sheet's date, or the last day where there is none. */
static const char *today(struct book *book)
{
	const char *cell = book_date(book);

	return arena_printf(book->arena, "IF(%s=\"\"," LAST_DAY ",%s)", cell, cell);
}

static const char *progress_formula(const struct cell_at *at)
{
	const char *from = own_cell(at, 0), *now = own_cell(at, 1), *to = own_cell(at, 2);

	return arena_printf(at->book->arena,
	                    "IF(COUNT(%s,%s,%s)<3,\"\",IF(%s=%s,\"\",(%s-%s)/(%s-%s)))", from, now,
	                    to, to, from, now, from, to, from);
}

static const char *difference_formula(const struct cell_at *at)
{
	const char *left = own_cell(at, 0), *right = own_cell(at, 1);

	return arena_printf(at->book->arena, "IF(COUNT(%s,%s)<2,\"\",%s-%s)", left, right, left,
	                    right);
}

/* How many values a source has here. */
static const char *source_count(const struct cell_at *at, const struct column_source *source)
{
	struct arena *arena = at->book->arena;

	if (source->by == SIZE_MAX)
		return arena_printf(arena, "COUNT(%s)", source_cells(at, source));
	if (source->column == SIZE_MAX)
		return arena_printf(arena, "SUMPRODUCT(%s)", rows_here(at, source));
	return arena_printf(arena, "SUMPRODUCT(%s*ISNUMBER(%s))", rows_here(at, source),
	                    source_cells(at, source));
}

/* Text among the values counts as nothing where SUM and the second argument
 * of SUMPRODUCT find it. */
static const char *source_sum(const struct cell_at *at, const struct column_source *source)
{
	struct arena *arena = at->book->arena;

	if (source->column == SIZE_MAX)
		return source_count(at, source);
	if (source->by == SIZE_MAX)
		return arena_printf(arena, "SUM(%s)", source_cells(at, source));
	return arena_printf(arena, "SUMPRODUCT(%s,%s)", rows_here(at, source),
	                    source_cells(at, source));
}

/* Over all sources, with + between them. */
static const char *over_sources(const struct cell_at *at,
                                const char *(*term)(const struct cell_at *,
                                                    const struct column_source *))
{
	struct buf sum = {.arena = at->book->arena};

	for (size_t i = 0; i < at->column->n_sources; i++)
		buf_addf(&sum, "%s%s", i > 0 ? "+" : "", term(at, &at->column->sources[i]));
	return buf_text(&sum);
}

static const char *sum_formula(const struct cell_at *at)
{
	return arena_printf(at->book->arena, "IF(%s=0,\"\",%s)", over_sources(at, source_count),
	                    over_sources(at, source_sum));
}

static const char *count_formula(const struct cell_at *at)
{
	return over_sources(at, source_count);
}

/* Of the rows with a value and a day up to today's the one with the greatest
 * day * rows + row: the last day, and of equal days the row furthest down. */
static const char *latest_formula(const struct cell_at *at)
{
	struct arena *arena = at->book->arena;
	const struct column_source *source = &at->column->sources[0];
	const char *values = source_cells(at, source), *day = today(at->book), *key;
	const char *dates = source_cells(at, &at->column->sources[1]);

	key = arena_printf(arena,
	                   "SUMPRODUCT(MAX(%s*ISNUMBER(%s)*(%s<>\"\")*(%s<=%s)*(%s*" ROWS_KEY
	                   "+ROW(%s))))",
	                   rows_here(at, source), values, dates, dates, day, dates, dates);
	return arena_printf(arena,
	                    "IF(%s=0,\"\",INDEX(%s,MOD(%s," ROWS_KEY ")-ROW(INDEX(%s,1))+1))",
	                    key, values, key, values);
}

static const char *age_formula(const struct cell_at *at)
{
	struct book *book = at->book;
	const char *date = own_cell(at, 0), *day = book_date(book);

	return arena_printf(book->arena, "IF(COUNT(%s,%s)<2,\"\",%s-%s)", date, day, day, date);
}

static const char *(*const formulas[COMPUTATION_COUNT])(const struct cell_at *) = {
	[COMPUTE_PROGRESS] = progress_formula, [COMPUTE_DIFFERENCE] = difference_formula,
	[COMPUTE_SUM] = sum_formula,           [COMPUTE_COUNT] = count_formula,
	[COMPUTE_LATEST] = latest_formula,     [COMPUTE_AGE] = age_formula,
};

const char *compute_formula(struct book *book, size_t record,
                            const struct record_column *column, size_t row)
{
	return formulas[column->computation](
	    &(struct cell_at){.book = book, .record = record, .row = row, .column = column});
}
