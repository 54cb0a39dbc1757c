#include "xlsx/codebook.h"
#include "xlsx/blank.h"

void fill_scale(struct book *book, struct grid *grid)
{
	book_opening(book, grid);
	for (size_t i = 0; i < CODE_COLUMNS; i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT));
	codebook_bands(book, grid);
	codebook_lists(book, grid);
}
