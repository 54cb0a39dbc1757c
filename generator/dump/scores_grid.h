/* A table of the text dumps, its columns aligned by spaces. */
#ifndef WAYMARK_DUMP_SCORES_GRID_H
#define WAYMARK_DUMP_SCORES_GRID_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct framework;

#define GRID_NOTHING "\xe2\x80\x93"
#define GRID_MINUS "\xe2\x88\x92"

/* Cells in reading order; the first row is the head. A column of bands is the
 * last one and is left out when no level has bands. */
struct grid {
	struct arena *arena;
	const char *align; /* 'l' or 'r' for each column */
	size_t n_columns;
	bool bands;
	const char **cells;
	size_t n_cells;
};

void grid_add(struct grid *grid, const char *cell);
void grid_add_heads(struct grid *grid, const char *const *heads, const char *align);
void grid_add_count(struct grid *grid, size_t count);
void grid_add_number(struct grid *grid, double value);
void grid_add_signed(struct grid *grid, double value);

/* Only where there is a column of bands; -1: an empty cell. */
void grid_add_band(struct grid *grid, const struct framework *framework, size_t element,
                   int number);

void grid_write(const struct grid *grid, struct buf *out);

/* One line of at most `limit` characters. */
char *grid_shorten(struct arena *arena, const char *text, size_t limit);

#endif
