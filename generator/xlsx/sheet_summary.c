#include "xlsx/sheets.h"

#include <math.h>

#include "xlsx/field.h"
#include "xlsx/summary.h"

/* The day that due dates and readings are held against; people may type in
 * another one. */
static void fill_date(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;

	grid_text(grid, (struct spot){places->date, DATE_COLUMN - 1, LOOK_BOLD},
	          book_say(book, "as-of"));
	grid_number(grid, (struct spot){places->date, DATE_COLUMN, NUMBER_DATE | LOOK_INPUT},
	            field_day(places->day));
	grid_width(grid, DATE_COLUMN, book_size(book, SIZE_CELL_BAR), 0);
}

void fill_summary(struct book *book, struct grid *grid)
{
	size_t row = 3;

	book_opening(book, grid);
	for (size_t i = 1; !book->places.marks && i < SUMMARY_COLUMNS; i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER), 0);
	if (book_tab(book, PART_PLAN) != NULL || book_tab(book, PART_RECORDS) != NULL ||
	    book_tab(book, PART_ACTIONS) != NULL) {
		fill_date(book, grid);
		row++;
	}
	summary_stands(book, grid, &row, SCALE_STATUS);
	if (book->places.marks)
		summary_marks(book, grid, &row);
	if (book_tab(book, PART_SCORES) != NULL)
		summary_scores(book, grid, &row);
	if (book_tab(book, PART_TALLY) != NULL)
		summary_ranking(book, grid, &row);
	summary_stands(book, grid, &row, SCALE_CHECK);
	summary_coverage(book, grid, &row);
	grid_text(grid, (struct spot){row, 0, LOOK_NOTE}, book_say(book, "foot"));
	grid_width(grid, 0, book_size(book, SIZE_CELL_TEXT) / 2, book_size(book, SIZE_CELL_TEXT));
	grid->frozen_rows = 4;
	grid->plain = true;
	grid->current = true;
}
