#include "xlsx/summary.h"

#include <stdint.h>

#include "base/arena.h"
#include "xlsx/compute.h"

/* One matrix: rows of a record by what they refer to and what they chose. */
struct matrix {
	struct book *book;
	struct grid *grid;
	size_t record, by, choice; /* the record, its columns */
	size_t head;
};

static const struct record_column *column_of(const struct matrix *matrix, size_t column)
{
	return &matrix->book->framework->records[matrix->record].columns[column];
}

static const char *cells_of(const struct matrix *matrix, size_t column)
{
	const struct places *places = &matrix->book->places;

	return compute_area(matrix->book, matrix->record,
	                    places->record_columns[matrix->record][column]);
}

static bool holds(const struct record_row *row, size_t column, size_t value)
{
	return row->values[column].given && (size_t)row->values[column].number == value;
}

/* Rows that refer to `target`, with this option or, SIZE_MAX, any or none. */
static double count_rows(const struct matrix *matrix, size_t target, size_t option)
{
	const struct record_rows *rows = &matrix->book->scores->records[matrix->record];
	double n = 0;

	for (size_t i = 0; i < rows->n_rows; i++)
		n += holds(&rows->rows[i], matrix->by, target) &&
		     (option == SIZE_MAX || holds(&rows->rows[i], matrix->choice, option));
	return n;
}

/* What the row is called, live from its own sheet. */
static void fill_name(const struct matrix *matrix, size_t row, size_t target)
{
	struct book *book = matrix->book;
	size_t to = column_of(matrix, matrix->by)->record;
	const struct record *record = &book->framework->records[to];
	struct area id = {RECORD_TOP + target, 0, RECORD_TOP + target, 0}, label = id;
	const char *cell;

	if (record->label != SIZE_MAX)
		label.left = label.right = book->places.record_columns[to][record->label];
	cell = book_record_area(book, to, label);
	grid_formula_text(matrix->grid, (struct spot){row, 0, 0},
	                  row_label(record, &book->scores->records[to].rows[target]),
	                  "IF(%s=\"\",%s,%s)", cell, book_record_area(book, to, id), cell);
}

static void fill_row(const struct matrix *matrix, size_t row, size_t target)
{
	struct book *book = matrix->book;
	const struct record_column *choice = column_of(matrix, matrix->choice);
	struct area id = {RECORD_TOP + target, 0, RECORD_TOP + target, 0};
	const char *here =
	    arena_printf(book->arena, "(%s=%s)", cells_of(matrix, matrix->by),
	                 book_record_area(book, column_of(matrix, matrix->by)->record, id));

	fill_name(matrix, row, target);
	for (size_t i = 0; i < choice->n_options; i++)
		grid_formula(matrix->grid, (struct spot){row, 1 + i, NUMBER_COUNT},
		             count_rows(matrix, target, i), "SUMPRODUCT(%s*(%s=%s))", here,
		             cells_of(matrix, matrix->choice),
		             fixed_name(book->arena, matrix->head, 1 + i));
	grid_formula(matrix->grid,
	             (struct spot){row, 1 + choice->n_options, NUMBER_COUNT | LOOK_BOLD},
	             count_rows(matrix, target, SIZE_MAX), "SUMPRODUCT(%s*1)", here);
}

static void fill_head(const struct matrix *matrix)
{
	struct book *book = matrix->book;
	const struct record *record = &book->framework->records[matrix->record];
	const struct record_column *choice = column_of(matrix, matrix->choice);
	struct spot spot = {matrix->head, 0, LOOK_HEAD};

	words_set(&book->vocabulary, "title", record->plural);
	words_set(&book->vocabulary, "rows",
	          book->framework->records[column_of(matrix, matrix->by)->record].title);
	words_set(&book->vocabulary, "columns", choice->title);
	grid_text(matrix->grid, spot, book_say(book, "coverage"));
	spot.look |= LOOK_RIGHT;
	for (size_t i = 0; i < choice->n_options; i++) {
		spot.column = 1 + i;
		grid_text(matrix->grid, spot, choice->options[i].label);
	}
	spot.column++;
	grid_text(matrix->grid, spot, book_say(book, "coverage-all"));
}

static size_t find_choice(const struct record *record)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_CHOICE)
			return i;
	return SIZE_MAX;
}

static size_t find_reference(const struct record *record)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_REFERENCE)
			return i;
	return SIZE_MAX;
}

void summary_coverage(struct book *book, struct grid *grid, size_t *row)
{
	for (size_t i = 0; i < book->framework->n_records; i++) {
		const struct record *record = &book->framework->records[i];
		struct matrix matrix = {book, grid, i, find_reference(record), find_choice(record),
		                        *row};
		size_t n;

		if (matrix.by == SIZE_MAX || matrix.choice == SIZE_MAX)
			continue;
		n = book->scores->records[record->columns[matrix.by].record].n_rows;
		if (n == 0)
			continue;
		fill_head(&matrix);
		for (size_t target = 0; target < n; target++)
			fill_row(&matrix, matrix.head + 1 + target, target);
		*row += n + 2;
	}
}
