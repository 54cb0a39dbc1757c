#include "xlsx/sheets.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/counts.h"

/* A row while it is filled. */
struct row {
	struct book *book;
	struct grid *grid;
	size_t item, row;
	size_t first, last;  /* columns of the points */
	size_t shares;       /* column of the first share */
	const struct scale *scale;
	const char *answers; /* the item's column of Data */
};

static struct spot spot_at(const struct row *row, enum counts_column column, unsigned look)
{
	return (struct spot){row->row, counts_column(row->book, column), look};
}

static char *at(const struct row *row, enum counts_column column)
{
	return place_name(row->book->arena, row->row, counts_column(row->book, column));
}

static struct area points_area(const struct row *row)
{
	return (struct area){row->row, row->first, row->row, row->last};
}

static const struct stats *stats_of(const struct row *row)
{
	return &row->book->scores->stats[row->item];
}

static double n_of(const struct row *row)
{
	double n = 0;

	for (size_t i = 0; i < row->scale->n_points; i++)
		n += (double)stats_of(row)->counts[i];
	return n;
}

/* Empty boxes of people who gave an answer elsewhere, or of the others. */
static const char *empty_boxes(const struct row *row, const char *answered)
{
	return arena_printf(row->book->arena, "SUMPRODUCT((%s=\"\")*(%s%s))", row->answers,
	                    book_scores(row->book, row->book->places.answered), answered);
}

/* Ids are compared as they are: COUNTIF would take "1-2" or "true" for more. */
static const char *count_formula(const struct row *row, size_t point)
{
	struct arena *arena = row->book->arena;
	const struct point *given = &row->scale->points[point];
	const char *counted =
	    row->scale->kind == SCALE_RATING
	        ? arena_printf(arena, "COUNTIF(%s,%d)", row->answers, given->value)
	        : arena_printf(arena, "SUMPRODUCT((%s=\"%s\")*1)", row->answers, given->id);

	if (row->scale->kind != SCALE_CHECK || point > 0)
		return counted;
	return arena_printf(arena, "%s+%s", counted, empty_boxes(row, ">0"));
}

static void fill_points(const struct row *row)
{
	const char *n = at(row, COUNTS_N);
	double answered = n_of(row);

	for (size_t i = 0; i < row->scale->n_points; i++) {
		struct spot spot = {row->row, row->first + i, NUMBER_COUNT};
		double count = (double)stats_of(row)->counts[i];

		grid_formula(row->grid, spot, count, "%s", count_formula(row, i));
		grid_formula(row->grid,
		             (struct spot){row->row, row->shares + i, NUMBER_SHARE},
		             answered > 0 ? count / answered : NAN, "IF(%s=0,\"\",%s/%s)", n,
		             place_name(row->book->arena, row->row, spot.column), n);
	}
}

/* Statuses are worth 1 where they are done. */
static const char *done_cells(const struct row *row)
{
	struct buf cells = {.arena = row->book->arena};

	for (size_t i = 0; i < row->scale->n_points; i++)
		if (row->scale->points[i].stand == STAND_DONE)
			buf_addf(&cells, "%s%s", cells.length > 0 ? "+" : "",
			         place_name(row->book->arena, row->row, row->first + i));
	return cells.length > 0 ? buf_text(&cells) : "0";
}

/* Reversed items are turned before they are divided, as on Tally. */
static const char *rating_sum(const struct row *row)
{
	const struct scale *scale = row->scale;
	int both = scale->points[0].value + scale->points[scale->n_points - 1].value;

	if (!row->book->framework->elements[row->item].reversed)
		return arena_printf(row->book->arena, "SUM(%s)", row->answers);
	return arena_printf(row->book->arena, "%d*%s-SUM(%s)", both, at(row, COUNTS_N),
	                    row->answers);
}

static void fill_mean(const struct row *row)
{
	bool rating = row->scale->kind == SCALE_RATING;
	const char *n = at(row, COUNTS_N);

	if (!counts_fills(row->scale, COUNTS_MEAN))
		return;
	grid_formula(row->grid,
	             spot_at(row, COUNTS_MEAN,
	                     LOOK_BOLD | (rating ? NUMBER_RATIO : NUMBER_SHARE)),
	             stats_of(row)->mean, "IF(%s=0,\"\",(%s)/%s)", n,
	             rating ? rating_sum(row) : done_cells(row), n);
}

static void fill_missing(const struct row *row)
{
	struct book *book = row->book;
	const struct tally *tally = &stats_of(row)->tally;

	if (counts_fills(row->scale, COUNTS_EXCLUDED))
		grid_formula(row->grid, spot_at(row, COUNTS_EXCLUDED, NUMBER_COUNT),
		             (double)tally->excluded,
		             "COUNTIF(%s,\"" ANSWER_EXCLUDED_ID "\")", row->answers);
	grid_formula(row->grid, spot_at(row, COUNTS_BLANK, NUMBER_COUNT), (double)tally->blank,
	             "%s",
	             row->scale->kind == SCALE_CHECK
	                 ? empty_boxes(row, "=0")
	                 : arena_printf(book->arena, "%s-COUNTA(%s)", book_n_people(book),
	                                row->answers));
}

/* Tastle & Wierman's consensus over the points by their order, 0, 1 and so on;
 * as in the tally of ratings. */
static void fill_agreement(const struct row *row)
{
	struct book *book = row->book;
	const char *counts = area_name(book->arena, points_area(row)), *n = at(row, COUNTS_N);
	const char *first = fixed_name(book->arena, row->row, row->first);
	const char *places = arena_printf(book->arena, "(COLUMN(%s)-COLUMN(%s))", counts, first);

	grid_formula(row->grid, spot_at(row, COUNTS_AGREEMENT, NUMBER_RATIO),
	             stats_of(row)->agreement,
	             "IF(%s<2,\"\",MAX(0,1+SUMPRODUCT(%s,LOG(1-ABS(%s-SUMPRODUCT(%s,%s)/%s)/%zu"
	             "+(%s=0),2))/%s))",
	             n, counts, places, counts, places, n, row->scale->n_points - 1, counts, n);
}

static void fill_row(const struct row *row)
{
	const struct framework *framework = row->book->framework;
	size_t level = framework->n_levels - 1;

	for (size_t i = 1; i <= level; i++) {
		size_t element = book_ancestor(row->book, row->item, i);

		grid_text(row->grid, (struct spot){row->row, i - 1, i == level ? LOOK_WRAP : 0u},
		          framework->elements[element].text);
	}
	fill_points(row);
	grid_formula(row->grid, spot_at(row, COUNTS_N, NUMBER_COUNT), n_of(row), "SUM(%s)",
	             area_name(row->book->arena, points_area(row)));
	fill_mean(row);
	fill_missing(row);
	if (counts_fills(row->scale, COUNTS_AGREEMENT))
		fill_agreement(row);
}

/* The words above a column before the points. */
static const char *head_of(const struct row *row, enum counts_column column)
{
	struct book *book = row->book;

	switch (column) {
	case COUNTS_N:
		return book_say(book, "n");
	case COUNTS_MEAN:
		return book_say(book, row->scale->kind == SCALE_RATING ? "mean" : "done");
	case COUNTS_BLANK:
		return book_say(book, "blank");
	case COUNTS_EXCLUDED:
		return row->scale->excluded;
	case COUNTS_AGREEMENT:
		return book_say(book, "agreement");
	case COUNTS_POINTS:
		break;
	}
	return NULL;
}

/* "3 = Often", of what is not rated the label alone. */
static const char *point_head(const struct row *row, size_t point)
{
	struct book *book = row->book;

	if (row->scale->kind != SCALE_RATING)
		return row->scale->points[point].label;
	words_set(&book->vocabulary, "label", row->scale->points[point].label);
	words_set_number(&book->vocabulary, "value", row->scale->points[point].value, 0);
	return book_say(book, "point");
}

static void fill_heads(const struct row *row)
{
	struct book *book = row->book;
	struct spot spot = {row->row, 0, LOOK_HEAD};

	for (size_t i = 1; i < book->framework->n_levels; i++) {
		spot.column = i - 1;
		grid_text(row->grid, spot, book->framework->levels[i].title);
	}
	for (enum counts_column i = 0; i < COUNTS_POINTS; i++)
		if (counts_fills(row->scale, i))
			grid_text(row->grid, spot_at(row, i, LOOK_HEAD | LOOK_RIGHT),
			          head_of(row, i));
	spot.look |= LOOK_RIGHT;
	for (size_t i = 0; i < row->scale->n_points; i++) {
		const char *head = point_head(row, i);

		spot.column = row->first + i;
		grid_text(row->grid, spot, head);
		words_set(&book->vocabulary, "label", head);
		spot.column = row->shares + i;
		grid_text(row->grid, spot, book_say(book, "share-head"));
	}
}

/* Of all scales that are counted, so that their shares stand below each other. */
static size_t most_points(const struct book *book)
{
	const struct framework *framework = book->framework;
	size_t most = 0;

	for (size_t i = 0; i < framework->n_scales; i++)
		if (counts_has(&framework->scales[i]) && framework->scales[i].n_points > most)
			most = framework->scales[i].n_points;
	return most;
}

/* The items of one scale below their heads. */
static void fill_scale(struct book *book, struct grid *grid, const struct scale *scale)
{
	const struct framework *framework = book->framework;
	size_t first = counts_column(book, COUNTS_POINTS), top, bottom;
	struct row row = {.book = book, .grid = grid, .scale = scale, .first = first,
	                  .last = first + scale->n_points - 1,
	                  .shares = first + most_points(book)};

	if (!counts_rows(book, 0, scale, &top, &bottom))
		return;
	row.row = top - 1;
	fill_heads(&row);
	for (size_t i = 0; i < framework->n_items; i++) {
		size_t column = book->places.first_item + i;

		row.item = framework->items[i];
		if (framework->elements[row.item].scale != scale)
			continue;
		row.row = counts_row(book, row.item);
		row.answers = book_area(
		    book, PART_DATA, (struct area){1, column, book->places.data_bottom, column});
		fill_row(&row);
	}
	grid_share_bars(grid, (struct area){top, row.shares, bottom,
	                                    row.shares + scale->n_points - 1});
}

void fill_distribution(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	size_t most = most_points(book), shares = counts_column(book, COUNTS_POINTS) + most;

	book_opening(book, grid);
	for (size_t i = 0; i < framework->n_scales; i++)
		if (counts_has(&framework->scales[i]))
			fill_scale(book, grid, &framework->scales[i]);
	for (size_t i = 0; i + 1 < framework->n_levels; i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT) *
		               (i + 2 < framework->n_levels ? 0.4 : 1));
	for (size_t i = framework->n_levels - 1; i < shares; i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER), 0);
	/* Wide enough for most words of heads, so that bars compare. */
	for (size_t i = shares; i < shares + most; i++)
		grid_width(grid, i, 1.7 * book_size(book, SIZE_CELL_BAR), 0);
	grid->frozen_columns = framework->n_levels - 1;
}
