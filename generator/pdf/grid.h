/* The columns and rows of a table while its cells come one after the other:
 * which heads a cell has.
 *
 * grid_row starts a row, grid_cell places its next cell, grid_end_row ends it.
 * Heads are called by numbers that the caller gives; 0 is none.
 */
#ifndef WAYMARK_PDF_GRID_H
#define WAYMARK_PDF_GRID_H

#include "layout/page.h"

struct grid;

struct grid *grid_new(struct arena *arena);

void grid_row(struct grid *grid);

/* Finds the cell's place beside those that reach down from rows above. A head
 * has the number `id`. For a cell that has heads in both directions their
 * numbers are put in *heads (valid until the next cell) and counted, columns
 * first; else 0. */
size_t grid_cell(struct grid *grid, const struct op *cell, size_t id, const size_t **heads);

void grid_end_row(struct grid *grid);

#endif
