#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "compose/status.h"

/* More sections than this do not stand side by side on a page. */
enum { COLUMNS_AT_MOST = 5 };

/* The steps of all phases: those of the same title are one row. */
struct matrix {
	size_t *phases; /* elements */
	size_t n_phases;
	const char **titles; /* one for each row; a NULL stands for all of a phase */
	size_t n_rows;
	enum scale_kind kind;
};

static size_t find_title(const struct matrix *matrix, const char *title)
{
	for (size_t i = 0; i < matrix->n_rows; i++)
		if (strcmp(matrix->titles[i], title) == 0)
			return i;
	return SIZE_MAX;
}

static void insert_title(struct composer *composer, struct matrix *matrix, size_t at,
                         const char *title)
{
	matrix->titles = arena_push(composer->arena, matrix->titles, matrix->n_rows,
	                            sizeof *matrix->titles);
	memmove(matrix->titles + at + 1, matrix->titles + at,
	        (matrix->n_rows - at) * sizeof *matrix->titles);
	matrix->titles[at] = title;
	matrix->n_rows++;
}

/* The next part of a phase that has work in it. */
static size_t next_step(const struct composer *composer, const struct matrix *matrix, size_t phase,
                        size_t step)
{
	const struct framework *f = composer->framework;
	size_t level = f->elements[phase].level + 1;

	do
		step = framework_next(f, phase, step, level);
	while (step != SIZE_MAX && framework_count_kind(f, step, matrix->kind) == 0);
	return step;
}

/* Where a row belongs that is new with a step of a phase: before the row of the
 * next step that has one, at the end when there is none; never before that of
 * the step before it. */
static size_t place_of(const struct composer *composer, const struct matrix *matrix, size_t phase,
                       size_t step, size_t after)
{
	const struct framework *f = composer->framework;

	for (size_t i = next_step(composer, matrix, phase, step); i != SIZE_MAX;
	     i = next_step(composer, matrix, phase, i)) {
		size_t row = find_title(matrix, f->elements[i].text);

		if (row != SIZE_MAX)
			return row >= after ? row : after;
	}
	return matrix->n_rows;
}

static void add_titles(struct composer *composer, struct matrix *matrix, size_t phase)
{
	const struct framework *f = composer->framework;
	size_t after = 0; /* the rows that stand up to the step before */

	for (size_t i = next_step(composer, matrix, phase, phase); i != SIZE_MAX;
	     i = next_step(composer, matrix, phase, i)) {
		size_t row = find_title(matrix, f->elements[i].text);

		if (row == SIZE_MAX) {
			row = place_of(composer, matrix, phase, i, after);
			insert_title(composer, matrix, row, f->elements[i].text);
		}
		after = row + 1;
	}
}

static struct matrix make_matrix(struct composer *composer)
{
	const struct framework *f = composer->framework;
	struct matrix matrix = {.kind = status_work(f)};
	size_t level = status_level(f);
	bool steps = level + 2 < f->n_levels;

	matrix.phases = ARENA_ARRAY(composer->arena, size_t, f->n_elements);
	if (level == 0)
		matrix.phases[matrix.n_phases++] = 0;
	for (size_t i = framework_next(f, 0, 0, level); level > 0 && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (framework_count_kind(f, i, matrix.kind) > 0)
			matrix.phases[matrix.n_phases++] = i;
	for (size_t i = 0; steps && i < matrix.n_phases; i++)
		add_titles(composer, &matrix, matrix.phases[i]);
	if (!steps) {
		matrix.titles = ARENA_ARRAY(composer->arena, const char *, 1);
		matrix.n_rows = 1;
	}
	return matrix;
}

/* The squares of one part, after those that the cell has already. */
static void add_squares(struct composer *composer, const struct matrix *matrix, size_t part,
                        enum square *squares, struct squares_cell *cell)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[part];

	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = f->items[element->first_item + i];

		if (f->elements[item].scale->kind == matrix->kind)
			squares[cell->n_squares++] =
			    status_square(composer->input->scores, item);
	}
}

/* What the words of a cell are made of; the caller closes the flags. */
static void set_cell(struct composer *composer, const struct matrix *matrix, size_t row,
                     size_t phase)
{
	const struct framework *f = composer->framework;
	struct tally all = {0};

	if (matrix->titles[row] == NULL)
		all = status_tally(composer, phase, matrix->kind);
	for (size_t i = phase; matrix->titles[row] != NULL;) {
		struct tally part;

		i = next_step(composer, matrix, phase, i);
		if (i == SIZE_MAX)
			break;
		part = status_tally(composer, i, matrix->kind);
		if (strcmp(f->elements[i].text, matrix->titles[row]) == 0)
			tally_add(&all, &part);
	}
	status_set_counts(composer, &all);
}

static struct squares_cell make_cell(struct composer *composer, const struct matrix *matrix,
                                     size_t row, size_t phase)
{
	const struct framework *f = composer->framework;
	size_t opened = composer_open_flags(composer);
	struct squares_cell cell = {0};
	enum square *squares =
	    ARENA_ARRAY(composer->arena, enum square, f->elements[phase].n_items + 1);

	if (matrix->titles[row] == NULL)
		add_squares(composer, matrix, phase, squares, &cell);
	for (size_t i = phase; matrix->titles[row] != NULL;) {
		i = next_step(composer, matrix, phase, i);
		if (i == SIZE_MAX)
			break;
		if (strcmp(f->elements[i].text, matrix->titles[row]) == 0)
			add_squares(composer, matrix, i, squares, &cell);
	}
	cell.squares = squares;
	if (cell.n_squares > 0) {
		set_cell(composer, matrix, row, phase);
		cell.figure = composer_say(composer, "figure");
	}
	composer_close_flags(composer, opened);
	return cell;
}

static struct squares_column make_column(struct composer *composer, const struct matrix *matrix,
                                         size_t phase)
{
	const struct scores *scores = composer->input->scores;
	size_t opened = composer_open_flags(composer);
	struct tally tally = status_tally(composer, phase, matrix->kind);
	double of = (double)status_applicable(&tally);
	struct squares_column column = {.head = composer->framework->elements[phase].text};

	status_set_counts(composer, &tally);
	column.text = composer_say(composer, "phase-text");
	column.done = of > 0 ? (double)tally.stands[STAND_DONE] / of : NAN;
	column.started = of > 0 ? (double)tally.stands[STAND_STARTED] / of : NAN;
	column.current = status_has_position(composer->framework) && scores->position == phase;
	composer_close_flags(composer, opened);
	return column;
}

/* Only what is seen needs a key. */
static void add_keys(struct composer *composer, struct squares_block *squares)
{
	static const char *const keys[SQUARE_COUNT] = {
		[SQUARE_DONE] = "key-done",         [SQUARE_STARTED] = "key-started",
		[SQUARE_OPEN] = "key-open",         [SQUARE_EXCLUDED] = "key-excluded",
		[SQUARE_BLANK] = "key-blank",
	};
	bool seen[SQUARE_COUNT] = {false}, none = false;

	for (size_t row = 0; row < squares->n_rows; row++)
		for (size_t i = 0; i < squares->n_columns; i++) {
			const struct squares_cell *cell = &squares->rows[row].cells[i];

			none = none || cell->n_squares == 0;
			for (size_t j = 0; j < cell->n_squares; j++)
				seen[cell->squares[j]] = true;
		}
	squares->key_lead = composer_say(composer, "key-lead");
	for (size_t i = 0; i < SQUARE_COUNT; i++)
		squares->key[i] = seen[i] ? composer_say(composer, keys[i]) : NULL;
	squares->key_none = none ? composer_say(composer, "key-none") : NULL;
}

/* The whole in words: each phase with what is done there. */
static const char *roadmap_finding(struct composer *composer, const struct squares_block *squares)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, squares->n_columns);

	for (size_t i = 0; i < squares->n_columns; i++)
		parts[i] = arena_printf(composer->arena, "%s: %s", squares->columns[i].head,
		                        squares->columns[i].text == NULL
		                            ? "" : squares->columns[i].text);
	composer_set(composer, "rows",
	             composer_join_parts(composer, parts, squares->n_columns));
	return composer_text(composer, "finding");
}

/* The squares as a table of words; none when the template has none for it. */
static struct table_block *roadmap_numbers(struct composer *composer, const struct matrix *matrix,
                                           const size_t *phases,
                                           const struct squares_block *squares)
{
	struct table_block *table = composer_numbers(composer, composer_text(composer, "title"));

	composer_add_column(composer, table, squares->row_head);
	for (size_t i = 0; i < squares->n_columns; i++)
		composer_add_column(composer, table, squares->columns[i].head);
	for (size_t row = 0, own = 0; row < matrix->n_rows; row++) {
		const char **cells;

		if (matrix->titles[row] != NULL &&
		    (own == squares->n_rows ||
		     strcmp(squares->rows[own].title, matrix->titles[row]) != 0))
			continue;
		cells = composer_add_row(composer, table);
		cells[0] = squares->rows[own].title;
		for (size_t i = 0; i < squares->n_columns; i++) {
			size_t opened = composer_open_flags(composer);

			set_cell(composer, matrix, row, phases[i]);
			cells[i + 1] = squares->rows[own].cells[i].n_squares == 0
			                   ? composer_say(composer, "key-none")
			                   : composer_say(composer, "cell");
			if (cells[i + 1] == NULL && squares->rows[own].cells[i].n_squares > 0)
				return NULL;
			composer_close_flags(composer, opened);
		}
		own++;
	}
	return table;
}

static void add_row(struct composer *composer, const struct matrix *matrix, size_t row,
                    const size_t *phases, struct squares_block *squares)
{
	const struct framework *f = composer->framework;
	struct squares_row *made = &squares->rows[squares->n_rows];
	bool filled = false;

	made->title = matrix->titles[row];
	if (made->title == NULL)
		made->title = f->levels[f->n_levels - 1].plural;
	made->cells = ARENA_ARRAY(composer->arena, struct squares_cell, squares->n_columns);
	for (size_t i = 0; i < squares->n_columns; i++) {
		made->cells[i] = make_cell(composer, matrix, row, phases[i]);
		filled = filled || made->cells[i].n_squares > 0;
	}
	squares->n_rows += filled;
}

/* Some of the phases side by side, with the rows that they have steps in. */
static void add_squares_block(struct composer *composer, const struct matrix *matrix,
                              const size_t *phases, size_t n)
{
	const struct framework *f = composer->framework;
	size_t level = status_level(f) + 1;
	struct squares_block squares = {.n_columns = n};
	struct block *block;

	squares.row_head = level + 1 < f->n_levels ? f->levels[level].title : "";
	squares.columns = ARENA_ARRAY(composer->arena, struct squares_column, n);
	for (size_t i = 0; i < n; i++)
		squares.columns[i] = make_column(composer, matrix, phases[i]);
	squares.rows = ARENA_ARRAY(composer->arena, struct squares_row, matrix->n_rows);
	for (size_t row = 0; row < matrix->n_rows; row++)
		add_row(composer, matrix, row, phases, &squares);
	add_keys(composer, &squares);
	squares.words.finding = roadmap_finding(composer, &squares);
	squares.words.numbers = roadmap_numbers(composer, matrix, phases, &squares);
	block = composer_add(composer, BLOCK_SQUARES);
	block->squares = squares;
	block->bookmark = composer_say(composer, "title");
}

void compose_roadmap(struct composer *composer)
{
	struct matrix matrix;

	if (composer->input->scores->consensus == NULL)
		return;
	matrix = make_matrix(composer);
	status_set_phases(composer);
	for (size_t first = 0; first < matrix.n_phases; first += COLUMNS_AT_MOST) {
		size_t n = matrix.n_phases - first;

		add_squares_block(composer, &matrix, matrix.phases + first,
		                  n < COLUMNS_AT_MOST ? n : COLUMNS_AT_MOST);
	}
	if (matrix.n_phases > 0)
		composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "note"), 0);
}
