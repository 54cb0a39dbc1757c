#include "dump/scores_grid.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "dump/label.h"
#include "model/framework.h"

#define ELLIPSIS "\xe2\x80\xa6"

void grid_add(struct grid *grid, const char *cell)
{
	grid->cells = arena_push(grid->arena, grid->cells, grid->n_cells, sizeof *grid->cells);
	grid->cells[grid->n_cells++] = cell;
}

void grid_add_heads(struct grid *grid, const char *const *heads, const char *align)
{
	grid->align = align;
	grid->n_columns = strlen(align) - !grid->bands;
	for (size_t i = 0; i < grid->n_columns; i++)
		grid_add(grid, heads[i]);
}

void grid_add_count(struct grid *grid, size_t count)
{
	grid_add(grid, arena_printf(grid->arena, "%zu", count));
}

void grid_add_number(struct grid *grid, double value)
{
	grid_add(grid, isnan(value) ? GRID_NOTHING : text_number(grid->arena, value, 2));
}

void grid_add_signed(struct grid *grid, double value)
{
	grid_add(grid, isnan(value) ? GRID_NOTHING : text_signed(grid->arena, value, 2));
}

void grid_add_band(struct grid *grid, const struct framework *framework, size_t element,
                   int number)
{
	const struct band *band = label_band(framework, element, number);

	if (grid->bands)
		grid_add(grid, band == NULL ? "" : band->title);
}

static void add_spaces(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_adds(out, " ");
}

/* Spaces are written only before something, so no line ends with them. */
void grid_write(const struct grid *grid, struct buf *out)
{
	size_t n_columns = grid->n_columns, owed = 0;
	size_t *widths = ARENA_ARRAY(grid->arena, size_t, n_columns);

	for (size_t i = 0; i < grid->n_cells; i++) {
		size_t length = text_length(grid->cells[i]);

		if (length > widths[i % n_columns])
			widths[i % n_columns] = length;
	}
	for (size_t i = 0; i < grid->n_cells; i++) {
		size_t column = i % n_columns;
		size_t room = widths[column] - text_length(grid->cells[i]);

		if (grid->align[column] == 'r')
			owed += room;
		if (grid->cells[i][0] != '\0') {
			add_spaces(out, owed);
			buf_adds(out, grid->cells[i]);
			owed = 0;
		}
		if (grid->align[column] == 'l')
			owed += room;
		owed += 2;
		if (column + 1 == n_columns) {
			buf_adds(out, "\n");
			owed = 0;
		}
	}
}

char *grid_shorten(struct arena *arena, const char *text, size_t limit)
{
	size_t at = 0, cut = 0;
	char *line;

	for (size_t n = 0; n < limit && text[at] != '\0'; n++) {
		if (n + 1 == limit)
			cut = at;
		text_next(text, &at);
	}
	if (text[at] == '\0')
		line = arena_strdup(arena, text);
	else
		line = arena_printf(arena, "%.*s" ELLIPSIS, (int)cut, text);
	for (char *c = line; *c != '\0'; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	return line;
}
