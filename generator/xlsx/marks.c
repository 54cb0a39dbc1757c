#include "xlsx/marks.h"

#include <math.h>

#include "base/arena.h"
#include "xlsx/formula.h"
#include "xlsx/tally.h"

/* How each column is headed and how wide it is. */
static const struct {
	const char *key;
	unsigned look;
	enum size width;
} columns[] = {
	[MARKS_PLUS] = {"plus", LOOK_RIGHT, SIZE_CELL_COUNT},
	[MARKS_MINUS] = {"minus", LOOK_RIGHT, SIZE_CELL_COUNT},
	[MARKS_BLANK] = {"blank", LOOK_RIGHT, SIZE_CELL_COUNT},
	[MARKS_NET] = {"net", LOOK_RIGHT, SIZE_CELL_COUNT},
	[MARKS_PLUS_SHARE] = {"plus-share", LOOK_RIGHT | LOOK_INDENT, SIZE_CELL_NUMBER},
	[MARKS_PLUS_BAR] = {NULL, 0, SIZE_CELL_BAR},
	[MARKS_MINUS_SHARE] = {"minus-share", LOOK_RIGHT | LOOK_INDENT, SIZE_CELL_NUMBER},
	[MARKS_MINUS_BAR] = {NULL, 0, SIZE_CELL_BAR},
	[MARKS_FLAG] = {"flag", LOOK_CENTRE, SIZE_CELL_NUMBER},
	[MARKS_AGREEMENT] = {"agreement", LOOK_RIGHT, SIZE_CELL_NUMBER},
};

static char *at(struct book *book, const struct marks_place *place, enum marks_column column)
{
	return place_name(book->arena, place->row, place->first + column);
}

static struct spot spot_at(const struct marks_place *place, enum marks_column column,
                           unsigned look)
{
	return (struct spot){place->row, place->first + column, look | place->look};
}

void marks_heads(struct book *book, struct grid *grid, size_t row, size_t first)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		book_head(book, grid, (struct spot){row, first + i, columns[i].look},
		          columns[i].key);
		grid_width(grid, first + i, book_size(book, columns[i].width), 0);
	}
}

void marks_counts(struct book *book, struct grid *grid, const struct marks_place *place,
                  size_t element)
{
	const struct tally *tally = &book->scores->stats[element].tally;
	size_t bottom = book->places.data_bottom;

	grid_formula(grid, spot_at(place, MARKS_PLUS, NUMBER_COUNT), (double)tally->plus, "%s",
	             formula_signs(book, element, 1, 1, bottom));
	grid_formula(grid, spot_at(place, MARKS_MINUS, NUMBER_COUNT), (double)tally->minus, "%s",
	             formula_signs(book, element, -1, 1, bottom));
	grid_formula(grid, spot_at(place, MARKS_BLANK, NUMBER_COUNT), (double)tally->blank,
	             "%s*%zu-%s-%s%s", book_n_people(book),
	             book->framework->elements[element].n_items, at(book, place, MARKS_PLUS),
	             at(book, place, MARKS_MINUS), formula_excluded(book, element, 1, bottom));
}

static double share(size_t part, const struct tally *tally)
{
	double all = (double)(tally->plus + tally->minus + tally->blank);

	return all > 0 ? (double)part / all : NAN;
}

static void fill_share(struct book *book, struct grid *grid, const struct marks_place *place,
                       enum marks_column count, double cached)
{
	enum marks_column column = count == MARKS_PLUS ? MARKS_PLUS_SHARE : MARKS_MINUS_SHARE;
	enum marks_column bar = count == MARKS_PLUS ? MARKS_PLUS_BAR : MARKS_MINUS_BAR;
	const char *all =
	    arena_printf(book->arena, "SUM(%s:%s)", at(book, place, MARKS_PLUS),
	                 at(book, place, MARKS_BLANK));

	grid_formula(grid, spot_at(place, column, NUMBER_SHARE | LOOK_RIGHT | LOOK_INDENT),
	             cached, "IF(%s=0,\"\",%s/%s)", all, at(book, place, count), all);
	if ((place->look & LOOK_TOTAL) == 0)
		grid_formula(grid, spot_at(place, bar, NUMBER_SHARE), cached, "%s",
		             at(book, place, column));
	else
		grid_empty(grid, spot_at(place, bar, 0));
}

void marks_shares(struct book *book, struct grid *grid, const struct marks_place *place,
                  size_t element)
{
	const struct tally *tally = &book->scores->stats[element].tally;

	grid_formula(grid, spot_at(place, MARKS_NET, NUMBER_NET | LOOK_BOLD),
	             (double)tally->plus - (double)tally->minus, "%s-%s",
	             at(book, place, MARKS_PLUS), at(book, place, MARKS_MINUS));
	fill_share(book, grid, place, MARKS_PLUS, share(tally->plus, tally));
	fill_share(book, grid, place, MARKS_MINUS, share(tally->minus, tally));
}

void marks_flag(struct book *book, struct grid *grid, const struct marks_place *place,
                size_t element)
{
	const char *split = book_say_document(book, "split");

	grid_formula_text(grid, spot_at(place, MARKS_FLAG, LOOK_CENTRE),
	                  book->scores->stats[element].split ? split : "",
	                  "IF(%s+%s=0,\"\",IF(MIN(%s,%s)>=%s,%s,\"\"))",
	                  at(book, place, MARKS_PLUS), at(book, place, MARKS_MINUS),
	                  at(book, place, MARKS_PLUS_SHARE), at(book, place, MARKS_MINUS_SHARE),
	                  book_number(book, book->framework->split), book_quoted(book, split));
}

void marks_section_agreement(struct book *book, struct grid *grid,
                             const struct marks_place *place, size_t element)
{
	size_t top, bottom, column = book->places.items_first + MARKS_AGREEMENT;
	struct spot spot = spot_at(place, MARKS_AGREEMENT, NUMBER_RATIO);
	const char *items;

	if (!tally_rows(book, element, book->framework->n_levels - 1, &top, &bottom))
		return;
	items = book_area(book, PART_ITEMS, (struct area){top, column, bottom, column});
	grid_formula(grid, spot, book->scores->stats[element].agreement,
	             "IF(COUNT(%s)=0,\"\",AVERAGE(%s))", items, items);
}

/* Tastle & Wierman's consensus on -1, 0 and 1; adding (count=0) to what is under a logarithm
 * keeps it off zero where the logarithm is not wanted. With p and m counts of the signs and n
 * sheets the mean is (p-m)/n, and the distances are shares of the range 2. */
const char *marks_agreement(struct book *book, const char *plus, const char *minus, const char *n)
{
	const char *half = arena_printf(book->arena, "(%s-%s)/%s/2", plus, minus, n);

	return arena_printf(book->arena,
	                    "IF(%s<2,\"\",MAX(0,1+(%s*LOG(0.5+%s+(%s=0),2)+%s*LOG(0.5-%s+(%s=0),2)"
	                    "+(%s-%s-%s)*LOG(1-ABS(%s),2))/%s))",
	                    n, plus, half, plus, minus, half, minus, n, plus, minus, half, n);
}

void marks_item_agreement(struct book *book, struct grid *grid, const struct marks_place *place,
                          size_t item)
{
	grid_formula(grid, spot_at(place, MARKS_AGREEMENT, NUMBER_RATIO),
	             book->scores->stats[item].agreement, "%s",
	             marks_agreement(book, at(book, place, MARKS_PLUS),
	                             at(book, place, MARKS_MINUS), at(book, place, MARKS_N)));
}

const char *marks_sheets(struct book *book)
{
	return arena_printf(book->arena, "COUNTIF(%s,\">0\")",
	                    book_scores(book, book->places.answered));
}

void marks_bars(struct book *book, struct grid *grid, struct area area)
{
	struct area plus = area, minus = area, flag = area;

	plus.left = plus.right = area.left + MARKS_PLUS_BAR;
	minus.left = minus.right = area.left + MARKS_MINUS_BAR;
	flag.left = flag.right = area.left + MARKS_FLAG;
	grid_bars(grid, plus, COLOUR_BLUE, 1);
	grid_bars(grid, minus, COLOUR_ORANGE, 1);
	grid_emphasis(grid, flag,
	              arena_printf(book->arena, "LEN(%s)>0",
	                           place_name(book->arena, flag.top, flag.left)),
	              true);
}
