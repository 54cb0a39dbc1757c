#include "pdf/grid.h"

#include "base/arena.h"

struct column_head {
	size_t id, first, end; /* columns */
};

struct row_head {
	size_t id, rows; /* that it still heads */
};

struct grid {
	struct arena *arena;
	struct column_head *columns;
	size_t n_columns;
	struct row_head *rows;
	size_t n_rows;
	size_t *taken;  /* rows that a cell from above still takes in each column */
	size_t n_taken;
	size_t next;    /* column of the next cell */
	size_t n_cells; /* of the row */
	size_t group;   /* head that stands alone in its row, for the rows below */
	size_t *heads;  /* of one cell */
	size_t n_heads;
};

struct grid *grid_new(struct arena *arena)
{
	struct grid *grid = ARENA_NEW(arena, struct grid);

	grid->arena = arena;
	return grid;
}

void grid_row(struct grid *grid)
{
	grid->next = 0;
	grid->n_cells = 0;
}

static void take(struct grid *grid, size_t column, size_t rows)
{
	while (grid->n_taken <= column) {
		grid->taken = arena_push(grid->arena, grid->taken, grid->n_taken,
		                         sizeof *grid->taken);
		grid->taken[grid->n_taken++] = 0;
	}
	grid->taken[column] = rows;
}

static void add_head(struct grid *grid, size_t id)
{
	grid->heads = arena_push(grid->arena, grid->heads, grid->n_heads, sizeof *grid->heads);
	grid->heads[grid->n_heads++] = id;
}

static size_t collect(struct grid *grid, size_t first, size_t end)
{
	size_t n;

	grid->n_heads = 0;
	for (size_t i = 0; i < grid->n_columns; i++)
		if (grid->columns[i].first < end && grid->columns[i].end > first)
			add_head(grid, grid->columns[i].id);
	n = grid->n_heads;
	if (grid->group != 0)
		add_head(grid, grid->group);
	for (size_t i = 0; i < grid->n_rows; i++)
		add_head(grid, grid->rows[i].id);
	return n > 0 && grid->n_heads > n ? grid->n_heads : 0;
}

static void add_column_head(struct grid *grid, struct column_head head)
{
	grid->columns = arena_push(grid->arena, grid->columns, grid->n_columns, sizeof head);
	grid->columns[grid->n_columns++] = head;
}

static void add_row_head(struct grid *grid, struct row_head head)
{
	grid->rows = arena_push(grid->arena, grid->rows, grid->n_rows, sizeof head);
	grid->rows[grid->n_rows++] = head;
}

size_t grid_cell(struct grid *grid, const struct op *cell, size_t id, const size_t **heads)
{
	size_t columns = cell->begin.columns > 1 ? cell->begin.columns : 1;
	size_t rows = cell->begin.rows > 1 ? cell->begin.rows : 1, first = grid->next, n;

	while (first < grid->n_taken && grid->taken[first] > 0)
		first++;
	for (size_t i = first; i < first + columns; i++)
		take(grid, i, rows);
	grid->next = first + columns;
	grid->n_cells++;
	if (cell->begin.role == ROLE_HEAD_CELL)
		add_column_head(grid, (struct column_head){id, first, first + columns});
	if (cell->begin.role == ROLE_ROW_HEAD)
		add_row_head(grid, (struct row_head){id, rows});
	if (cell->begin.role != ROLE_CELL)
		return 0;
	n = collect(grid, first, first + columns);
	*heads = grid->heads;
	return n;
}

void grid_end_row(struct grid *grid)
{
	size_t n = 0;

	if (grid->n_cells == 1 && grid->n_rows == 1)
		grid->group = grid->rows[0].id;
	for (size_t i = 0; i < grid->n_rows; i++) {
		if (grid->rows[i].rows <= 1)
			continue;
		grid->rows[n] = grid->rows[i];
		grid->rows[n++].rows--;
	}
	grid->n_rows = n;
	for (size_t i = 0; i < grid->n_taken; i++)
		grid->taken[i] -= grid->taken[i] > 0;
}
