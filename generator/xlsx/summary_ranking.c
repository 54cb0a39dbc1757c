#include "xlsx/summary.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "xlsx/tally.h"

enum { RANK_NAME, RANK_VALUE, RANK_ASIDE, RANK_TEXT };

#define RANKED 3 /* strengths, and gaps, unless the template says how many */

/* Places that show as strengths (from the highest) or gaps (from the
 * lowest): at most `count`, and all that tie with the last one; none where
 * all are equal. `n` is how many are ranked. */
static size_t count_ranked(const struct book *book, size_t count, bool gaps, size_t *n)
{
	const struct framework *framework = book->framework;
	double highest = -INFINITY, lowest = INFINITY, limit = NAN;
	size_t level = book->places.tally_level, shown = 0;

	*n = 0;
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level)) {
		double key = tally_key(book, i);

		if (isnan(key))
			continue;
		++*n;
		highest = fmax(highest, key);
		lowest = fmin(lowest, key);
	}
	if (*n < 2 || lowest >= highest)
		return 0;
	count = count < *n / 2 ? count : *n / 2;
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level))
		if (tally_place(book, i) == (double)(gaps ? *n + 1 - count : count))
			limit = tally_key(book, i);
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level))
		shown += gaps ? tally_key(book, i) <= limit : tally_key(book, i) >= limit;
	return shown;
}

static size_t find_place(const struct book *book, size_t place)
{
	const struct framework *framework = book->framework;
	size_t i = framework_next(framework, 0, 0, book->places.tally_level);

	while (i != SIZE_MAX && !(tally_place(book, i) == (double)place))
		i = framework_next(framework, 0, i, book->places.tally_level);
	return i;
}

/* What stands in a column of the tally at a place, which `place` counts from
 * the top, or from the bottom for gaps. */
static const char *ranked_cell(struct book *book, size_t place, bool gaps, size_t column)
{
	const struct places *places = &book->places;
	size_t order = places->tally_first + (places->marks ? (size_t)MARKS_ORDER
	                                                : places->n_points + RATINGS_ORDER);
	size_t top = places->tally_top, bottom = top;
	const char *orders, *cells;

	tally_rows(book, 0, places->tally_level, &top, &bottom);
	orders = book_area(book, PART_TALLY, (struct area){top, order, bottom, order});
	cells = book_area(book, PART_TALLY, (struct area){top, column, bottom, column});
	if (gaps)
		return arena_printf(
		    book->arena, "IF(COUNT(%s)<%zu,\"\",INDEX(%s,MATCH(COUNT(%s)+1-%zu,%s,0)))",
		    orders, place, cells, orders, place, orders);
	return arena_printf(book->arena, "IF(COUNT(%s)<%zu,\"\",INDEX(%s,MATCH(%zu,%s,0)))",
	                    orders, place, cells, place, orders);
}

static void fill_ranked(struct book *book, struct grid *grid, size_t row, size_t place,
                        bool gaps, size_t element)
{
	const struct places *places = &book->places;
	const struct stats *stats = &book->scores->stats[element];
	size_t first = places->tally_first;
	struct spot aside = {row, RANK_ASIDE, NUMBER_COUNT | LOOK_RIGHT};

	grid_text(grid, (struct spot){row, RANK_NAME, 0},
	          book_say(book, gaps ? "gap" : "strength"));
	if (places->marks) {
		grid_formula(grid, (struct spot){row, RANK_VALUE, NUMBER_NET | LOOK_BOLD},
		             tally_key(book, element), "%s",
		             ranked_cell(book, place, gaps, first + MARKS_NET));
		grid_formula_text(grid, aside,
		                  stats->split ? book_say_document(book, "split") : "", "%s",
		                  ranked_cell(book, place, gaps, first + MARKS_FLAG));
	} else {
		first += places->n_points;
		grid_formula(grid, (struct spot){row, RANK_VALUE, NUMBER_MEAN | LOOK_BOLD},
		             tally_key(book, element), "%s",
		             ranked_cell(book, place, gaps, first + RATINGS_MEAN));
		grid_formula(grid, aside, (double)stats->n, "%s",
		             ranked_cell(book, place, gaps, first + RATINGS_N));
	}
	grid_formula_text(grid, (struct spot){row, RANK_TEXT, LOOK_SPILL | LOOK_INDENT},
	                  book->framework->elements[element].text, "%s",
	                  ranked_cell(book, place, gaps, places->tally_first - 1));
}

void summary_ranking(struct book *book, struct grid *grid, size_t *row)
{
	size_t count = book->tab->section->count > 0 ? (size_t)book->tab->section->count : RANKED;
	size_t n, strengths = count_ranked(book, count, false, &n);
	size_t gaps = count_ranked(book, count, true, &n);

	book_head(book, grid, (struct spot){*row, RANK_NAME, 0}, "ranking");
	book_head(book, grid, (struct spot){*row, RANK_VALUE, LOOK_RIGHT}, "ranking-value");
	book_head(book, grid, (struct spot){*row, RANK_ASIDE, LOOK_RIGHT}, "ranking-aside");
	for (size_t i = RANK_TEXT; i < SUMMARY_COLUMNS; i++)
		book_head(book, grid, (struct spot){*row, i, 0}, NULL);
	++*row;
	for (size_t i = 1; i <= strengths; i++)
		fill_ranked(book, grid, (*row)++, i, false, find_place(book, i));
	for (size_t i = 1; i <= gaps; i++)
		fill_ranked(book, grid, (*row)++, i, true, find_place(book, n + 1 - i));
	if (strengths + gaps == 0)
		grid_text(grid, (struct spot){(*row)++, RANK_NAME, LOOK_SPILL},
		          book_say(book, "ranking-none"));
	++*row;
}
