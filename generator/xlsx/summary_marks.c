#include "xlsx/summary.h"

#include <stdint.h>

#include "xlsx/marks.h"

bool summary_shows(const struct book *book, size_t element)
{
	size_t level = book->framework->elements[element].level;

	if (book->framework->elements[element].scale != NULL)
		return false;
	return !book->places.marks || level == 0 || level < book->places.tally_level ||
	       book->places.tally_level == 1;
}

void summary_name(struct book *book, struct grid *grid, size_t row, size_t element,
                  const char *text)
{
	size_t level = book->framework->elements[element].level;
	unsigned look = level == 0 ? LOOK_BOLD : level > 1 ? LOOK_INDENT : 0;

	grid_text(grid, (struct spot){row, 0, look}, text);
}

void summary_marks(struct book *book, struct grid *grid, size_t *row)
{
	size_t top;

	book_head(book, grid, (struct spot){*row, 0, 0}, "counts");
	marks_heads(book, grid, (*row)++, 1);
	top = *row;
	for (size_t e = 0; e < book->framework->n_elements; e++) {
		struct marks_place place = {.row = *row, .first = 1};

		if (!summary_shows(book, e))
			continue;
		summary_name(book, grid, (*row)++, e, book_title(book, e));
		marks_counts(book, grid, &place, e);
		marks_shares(book, grid, &place, e);
		marks_flag(book, grid, &place, e);
		marks_section_agreement(book, grid, &place, e);
	}
	marks_bars(book, grid, (struct area){top, 1, *row - 1, 0});
	++*row;
}
