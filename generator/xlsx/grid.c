#include "xlsx/grid.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* Width of a letter in em, on average, and the space at both sides of a cell. */
#define LETTER 0.5
#define BOLD_LETTER 0.58
#define CELL_SPACE 1.0

static struct cell *add_cell(struct grid *grid, struct spot spot, enum cell_kind kind)
{
	struct cell *cell;

	grid->cells = arena_push(grid->arena, grid->cells, grid->n_cells, sizeof *grid->cells);
	cell = &grid->cells[grid->n_cells++];
	cell->spot = spot;
	cell->kind = kind;
	return cell;
}

void grid_text(struct grid *grid, struct spot spot, const char *text)
{
	enum cell_kind kind = text == NULL || *text == '\0' ? CELL_EMPTY : CELL_TEXT;

	add_cell(grid, spot, kind)->text = text;
}

void grid_number(struct grid *grid, struct spot spot, double number)
{
	add_cell(grid, spot, isnan(number) ? CELL_EMPTY : CELL_NUMBER)->number = number;
}

void grid_empty(struct grid *grid, struct spot spot)
{
	add_cell(grid, spot, CELL_EMPTY);
}

void grid_formula(struct grid *grid, struct spot spot, double cached, const char *format, ...)
{
	struct cell *cell = add_cell(grid, spot, CELL_FORMULA);
	va_list values;

	va_start(values, format);
	cell->formula = arena_vprintf(grid->arena, format, values);
	va_end(values);
	cell->number = cached;
	cell->text = isnan(cached) ? "" : NULL;
}

void grid_formula_text(struct grid *grid, struct spot spot, const char *cached,
                       const char *format, ...)
{
	struct cell *cell = add_cell(grid, spot, CELL_FORMULA);
	va_list values;

	va_start(values, format);
	cell->formula = arena_vprintf(grid->arena, format, values);
	va_end(values);
	cell->text = cached;
}

void grid_bars(struct grid *grid, struct area area, enum colour colour, double low, double high)
{
	grid->bars = arena_push(grid->arena, grid->bars, grid->n_bars, sizeof *grid->bars);
	grid->bars[grid->n_bars++] = (struct bars){area, colour, low, high};
}

void grid_emphasis(struct grid *grid, struct area area, const char *formula, bool boxed)
{
	grid->emphases =
	    arena_push(grid->arena, grid->emphases, grid->n_emphases, sizeof *grid->emphases);
	grid->emphases[grid->n_emphases++] = (struct emphasis){area, formula, boxed};
}

void grid_limits(struct grid *grid, struct area area, int low, int high, const char *message)
{
	grid->limits = arena_push(grid->arena, grid->limits, grid->n_limits, sizeof *grid->limits);
	grid->limits[grid->n_limits++] = (struct limits){area, low, high, message};
}

void grid_width(struct grid *grid, size_t column, double least, double most)
{
	if (column >= grid->n_widths) {
		grid->widths = arena_grow(grid->arena, grid->widths, grid->n_widths, column + 1,
		                          sizeof *grid->widths);
		grid->n_widths = column + 1;
	}
	grid->widths[column] = (struct width){least, most};
}

static int compare_cells(const void *left, const void *right)
{
	const struct spot *a = &((const struct cell *)left)->spot;
	const struct spot *b = &((const struct cell *)right)->spot;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

static size_t longest_word(struct arena *arena, const char *text)
{
	size_t longest = 0;

	while (*text != '\0') {
		size_t length = strcspn(text, " \n");
		size_t n = text_length(arena_strndup(arena, text, length));

		longest = n > longest ? n : longest;
		text += length + strspn(text + length, " \n");
	}
	return longest;
}

static double wanted_width(struct grid *grid, const struct cell *cell, double em)
{
	unsigned look = cell->spot.look;

	if (cell->text == NULL || (look & (LOOK_TITLE | LOOK_NOTE | LOOK_SPILL)) != 0)
		return 0;
	if ((look & LOOK_HEAD) != 0)
		return em * (BOLD_LETTER * (double)longest_word(grid->arena, cell->text) +
		             CELL_SPACE);
	return em * ((look & LOOK_BOLD ? BOLD_LETTER : LETTER) * (double)text_length(cell->text) +
	             CELL_SPACE);
}

static void settle_widths(struct grid *grid, double em)
{
	for (size_t i = 0; i < grid->n_cells; i++) {
		const struct cell *cell = &grid->cells[i];
		struct width *width;
		double wanted;

		if (cell->spot.column >= grid->n_widths)
			continue;
		width = &grid->widths[cell->spot.column];
		wanted = wanted_width(grid, cell, em);
		if (width->least == 0 || (width->most == 0 && !(cell->spot.look & LOOK_HEAD)))
			continue;
		if (width->most > 0)
			wanted = fmin(wanted, width->most);
		width->least = fmax(width->least, wanted);
	}
}

void grid_finish(struct grid *grid, double em)
{
	if (grid->n_cells > 1)
		qsort(grid->cells, grid->n_cells, sizeof *grid->cells, compare_cells);
	for (size_t i = 1; i < grid->n_cells; i++)
		assert(compare_cells(&grid->cells[i - 1], &grid->cells[i]) < 0);
	settle_widths(grid, em);
}

/* Letters of a column: A to Z, AA to ZZ and so on, without a zero. */
static char *column_name(struct arena *arena, size_t column)
{
	char letters[16];
	size_t at = sizeof letters;

	letters[--at] = '\0';
	for (size_t n = column + 1; n > 0; n = (n - 1) / 26)
		letters[--at] = (char)('A' + (n - 1) % 26);
	return arena_strdup(arena, letters + at);
}

char *place_name(struct arena *arena, size_t row, size_t column)
{
	return arena_printf(arena, "%s%zu", column_name(arena, column), row + 1);
}

char *fixed_name(struct arena *arena, size_t row, size_t column)
{
	return arena_printf(arena, "$%s$%zu", column_name(arena, column), row + 1);
}

char *area_name(struct arena *arena, struct area area)
{
	char *first = fixed_name(arena, area.top, area.left);

	if (area.top == area.bottom && area.left == area.right)
		return first;
	return arena_printf(arena, "%s:%s", first, fixed_name(arena, area.bottom, area.right));
}
