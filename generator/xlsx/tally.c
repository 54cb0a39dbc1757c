#include "xlsx/tally.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"

bool tally_has(const struct scale *scale)
{
	return scale->kind == SCALE_RATING || scale->kind == SCALE_MARK;
}

/* The next element of a level that has a row. */
static size_t next_row(const struct book *book, size_t within, size_t element, size_t level)
{
	do
		element = framework_next(book->framework, within, element, level);
	while (element != SIZE_MAX && book->places.tally_rows[element] == SIZE_MAX);
	return element;
}

void tally_name_heads(struct book *book, struct grid *grid, size_t level)
{
	for (size_t i = 1; i <= level; i++) {
		struct spot spot = {book->places.tally_top - 1, i - 1, LOOK_HEAD};

		grid_text(grid, spot, book->framework->levels[i].title);
		grid_width(grid, i - 1, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT));
	}
}

void tally_names(struct book *book, struct grid *grid, size_t element)
{
	const struct framework *framework = book->framework;
	size_t level = framework->elements[element].level;
	struct spot spot = {book->places.tally_rows[element], 0, 0};

	for (size_t i = 1; i <= level; i++) {
		size_t section = book_ancestor(book, element, i);
		bool first = next_row(book, section, section, level) == element;

		spot.column = i - 1;
		spot.look = i == level ? 0 : first ? LOOK_BOLD : LOOK_FAINT;
		if (framework->elements[section].scale != NULL)
			spot.look |= LOOK_WRAP;
		grid_text(grid, spot, framework->elements[section].text);
	}
}

double tally_key(const struct book *book, size_t element)
{
	const struct stats *stats = &book->scores->stats[element];

	if (book->places.marks)
		return (double)stats->tally.plus - (double)stats->tally.minus;
	if (book->framework->elements[element].scale->kind != SCALE_RATING)
		return NAN;
	return stats->mean;
}

double tally_place(const struct book *book, size_t element)
{
	const struct framework *framework = book->framework;
	size_t level = framework->elements[element].level;
	double key = tally_key(book, element), place = 1;

	if (isnan(key))
		return NAN;
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level)) {
		double other = tally_key(book, i);

		if (other > key || (other >= key && i < element))
			place++;
	}
	return place;
}

const char *tally_place_formula(struct book *book, size_t row, size_t column)
{
	size_t top = book->places.tally_top, bottom;
	const char *cell = place_name(book->arena, row, column);
	const char *first = fixed_name(book->arena, top, column);

	tally_rows(book, 0, book->places.tally_level, &top, &bottom);
	return arena_printf(book->arena, "IF(COUNT(%s)=0,\"\",RANK(%s,%s)+COUNTIF(%s:%s,%s)-1)",
	                    cell, cell,
	                    area_name(book->arena, (struct area){top, column, bottom, column}),
	                    first, cell, cell);
}

bool tally_rows(const struct book *book, size_t element, size_t level, size_t *top,
                size_t *bottom)
{
	size_t first = next_row(book, element, element, level);

	if (book->framework->elements[element].level == level &&
	    book->places.tally_rows[element] != SIZE_MAX)
		first = element;
	if (first == SIZE_MAX)
		return false;
	*top = book->places.tally_rows[first];
	*bottom = *top;
	for (size_t i = next_row(book, element, first, level); i != SIZE_MAX;
	     i = next_row(book, element, i, level))
		*bottom = book->places.tally_rows[i];
	return true;
}
