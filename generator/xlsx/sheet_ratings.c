#include "xlsx/sheets.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "xlsx/marks.h"
#include "xlsx/tally.h"

static const struct {
	const char *key;
	enum size width;
	unsigned look;
} columns[RATINGS_COLUMNS] = {
	[RATINGS_BLANK] = {"blank", SIZE_CELL_COUNT, 0},
	[RATINGS_N] = {"n", SIZE_CELL_NUMBER, 0},
	[RATINGS_MEAN] = {"mean", SIZE_CELL_NUMBER, 0},
	[RATINGS_SD] = {"sd", SIZE_CELL_NUMBER, 0},
	[RATINGS_AGREEMENT] = {"agreement", SIZE_CELL_NUMBER, LOOK_INDENT},
	[RATINGS_BAR] = {NULL, SIZE_CELL_BAR, 0},
	[RATINGS_ORDER] = {"order", SIZE_CELL_NUMBER, 0},
};

/* One row while it is filled. */
struct row {
	size_t item, row;
	size_t points, first; /* columns: the lowest point, RATINGS_BLANK */
	const char *answers;  /* the item's column of Data */
};

static char *at(struct book *book, const struct row *row, enum ratings_column column)
{
	return place_name(book->arena, row->row, row->first + column);
}

static struct spot spot_at(const struct row *row, enum ratings_column column, unsigned look)
{
	return (struct spot){row->row, row->first + column, look};
}

static void fill_heads(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;
	size_t row = places->tally_top - 1, first = places->items_first + places->n_points;

	tally_name_heads(book, grid, book->framework->n_levels - 1);
	for (size_t i = 0; i < places->n_points; i++) {
		struct spot spot = {row, places->items_first + i,
		                    NUMBER_COUNT | LOOK_HEAD | LOOK_RIGHT};

		grid_number(grid, spot, places->points[i]);
		grid_width(grid, spot.column, book_size(book, SIZE_CELL_COUNT), 0);
	}
	for (size_t i = 0; i < RATINGS_COLUMNS; i++) {
		book_head(book, grid, (struct spot){row, first + i, LOOK_RIGHT | columns[i].look},
		          columns[i].key);
		grid_width(grid, first + i, book_size(book, columns[i].width), 0);
	}
}

static size_t count_at(const struct book *book, size_t item, int value)
{
	const struct element *element = &book->framework->elements[item];
	const struct stats *stats = &book->scores->stats[item];

	if (element->scale->kind == SCALE_MARK) {
		int turned = element->reversed ? -value : value;

		return turned == 1 ? stats->tally.plus : turned == -1 ? stats->tally.minus : 0;
	}
	for (size_t i = 0; i < element->scale->n_points; i++)
		if (element->scale->points[i].value == value)
			return stats->counts[i];
	return 0;
}

static void fill_item_counts(struct book *book, struct grid *grid, const struct row *row)
{
	const struct places *places = &book->places;

	for (size_t i = 0; i < places->n_points; i++)
		grid_formula(grid, (struct spot){row->row, row->points + i, NUMBER_COUNT},
		             (double)count_at(book, row->item, places->points[i]),
		             "COUNTIF(%s,%s)", row->answers,
		             fixed_name(book->arena, places->tally_top - 1, row->points + i));
	grid_formula(grid, spot_at(row, RATINGS_BLANK, NUMBER_COUNT),
	             (double)book->scores->stats[row->item].tally.blank, "%s-%s(%s)",
	             book_n_people(book),
	             book->framework->elements[row->item].scale->excluded == NULL ? "COUNT"
	                                                                          : "COUNTA",
	             row->answers);
}

/* Reversed items are turned before they are divided, so that equal means are
 * equal to the last digit. */
static void fill_mean(struct book *book, struct grid *grid, const struct row *row)
{
	const struct element *item = &book->framework->elements[row->item];
	const struct scale *scale = item->scale;
	int both = scale->points[0].value + scale->points[scale->n_points - 1].value;
	const char *sum = arena_printf(book->arena, "SUM(%s)", row->answers);

	if (item->reversed)
		sum = arena_printf(book->arena, "(%d*%s-%s)", both, at(book, row, RATINGS_N), sum);
	grid_formula(grid, spot_at(row, RATINGS_MEAN, NUMBER_MEAN | LOOK_BOLD),
	             book->scores->stats[row->item].mean, "IF(%s=0,\"\",%s/%s)",
	             at(book, row, RATINGS_N), sum, at(book, row, RATINGS_N));
}

/* Tastle & Wierman's consensus, 1 + sum of p * log2(1 - distance from the
 * mean / range). Adding (count=0) keeps a logarithm that is not wanted off
 * zero. Points and mean are as answered: turning both round changes nothing. */
static void fill_agreement(struct book *book, struct grid *grid, const struct row *row)
{
	const struct places *places = &book->places;
	const struct scale *scale = book->framework->elements[row->item].scale;
	int low = scale->points[0].value, high = scale->points[scale->n_points - 1].value;
	struct area counts = {row->row, row->points, row->row, row->points}, points;

	for (size_t i = 0; i < places->n_points; i++) {
		if (places->points[i] == low)
			counts.left = row->points + i;
		if (places->points[i] == high)
			counts.right = row->points + i;
	}
	points = counts;
	points.top = points.bottom = places->tally_top - 1;
	if (low < high)
		grid_formula(grid, spot_at(row, RATINGS_AGREEMENT,
		                           NUMBER_RATIO | LOOK_RIGHT | LOOK_INDENT),
		             book->scores->stats[row->item].agreement,
		             "IF(%s<2,\"\",MAX(0,1+SUMPRODUCT(%s,LOG(1-ABS(%s-AVERAGE(%s))/%d"
		             "+(%s=0),2))/%s))",
		             at(book, row, RATINGS_N), area_name(book->arena, counts),
		             area_name(book->arena, points), row->answers, high - low,
		             area_name(book->arena, counts), at(book, row, RATINGS_N));
	else
		grid_empty(grid, spot_at(row, RATINGS_AGREEMENT, 0));
}

static void fill_bar(struct book *book, struct grid *grid, const struct row *row)
{
	const char *agreement = at(book, row, RATINGS_AGREEMENT);

	grid_formula(grid, spot_at(row, RATINGS_BAR, NUMBER_RATIO),
	             book->scores->stats[row->item].agreement, "IF(COUNT(%s)=0,\"\",%s)",
	             agreement, agreement);
}

static void fill_rating(struct book *book, struct grid *grid, const struct row *row)
{
	const struct stats *stats = &book->scores->stats[row->item];

	grid_formula(grid, spot_at(row, RATINGS_N, NUMBER_COUNT), (double)stats->n, "COUNT(%s)",
	             row->answers);
	fill_mean(book, grid, row);
	grid_formula(grid, spot_at(row, RATINGS_SD, NUMBER_RATIO), stats->sd,
	             "IF(%s<2,\"\",STDEV(%s))", at(book, row, RATINGS_N), row->answers);
	fill_agreement(book, grid, row);
	grid_formula(grid, spot_at(row, RATINGS_ORDER, NUMBER_COUNT | LOOK_FAINT),
	             tally_place(book, row->item), "%s",
	             tally_place_formula(book, row->row, row->first + RATINGS_MEAN));
}

/* The cell that counts a sign. */
static const char *sign_at(struct book *book, const struct row *row, int sign)
{
	size_t i = 0;

	while (i < book->places.n_points && book->places.points[i] != sign)
		i++;
	return place_name(book->arena, row->row, row->points + i);
}

/* Marks among items of other kinds have no mean: their net is a share of sheets. */
static void fill_mark(struct book *book, struct grid *grid, const struct row *row)
{
	const struct stats *stats = &book->scores->stats[row->item];

	grid_formula(grid, spot_at(row, RATINGS_N, NUMBER_COUNT), (double)stats->n, "%s",
	             marks_sheets(book));
	grid_formula(grid,
	             spot_at(row, RATINGS_AGREEMENT, NUMBER_RATIO | LOOK_RIGHT | LOOK_INDENT),
	             stats->agreement, "%s",
	             marks_agreement(book, sign_at(book, row, 1), sign_at(book, row, -1),
	                             at(book, row, RATINGS_N)));
}

static void fill_row(struct book *book, struct grid *grid, size_t place)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	struct row row = {.item = framework->items[place], .points = places->items_first};
	size_t column = places->first_item + place;

	row.row = places->tally_rows[row.item];
	row.first = row.points + places->n_points;
	row.answers =
	    book_area(book, PART_DATA, (struct area){1, column, places->data_bottom, column});
	tally_names(book, grid, row.item);
	fill_item_counts(book, grid, &row);
	if (framework->elements[row.item].scale->kind == SCALE_MARK)
		fill_mark(book, grid, &row);
	else
		fill_rating(book, grid, &row);
	fill_bar(book, grid, &row);
}

void fill_ratings(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;
	size_t first = places->items_first + places->n_points, bottom;
	struct area area = {places->tally_top, 0, places->tally_top, 0};

	fill_heads(book, grid);
	for (size_t i = 0; i < book->framework->n_items; i++)
		if (places->tally_rows[book->framework->items[i]] != SIZE_MAX)
			fill_row(book, grid, i);
	if (tally_rows(book, 0, places->tally_level, &area.top, &bottom))
		area.bottom = bottom;
	area.left = area.right = first + RATINGS_BAR;
	grid_bars(grid, area, COLOUR_BLUE, 1);
	grid->table = (struct area){area.top - 1, 0, area.bottom, first + RATINGS_COLUMNS - 1};
}
