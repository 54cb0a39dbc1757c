#include "xlsx/sheets.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "xlsx/counts.h"
#include "xlsx/lists.h"
#include "xlsx/plan.h"
#include "xlsx/tally.h"

/* Columns after those of the points; the agreement stands below each other for
 * all scales. */
enum { COUNT_EXCLUDED, COUNT_BLANK, COUNT_N, COUNT_AGREEMENT };

/* A row while it is filled. */
struct row {
	struct book *book;
	struct grid *grid;
	size_t item, row, first, last; /* first: column of the first point; last: of all points */
	const struct scale *scale;
	const char *answers;           /* the item's column of Data */
};

size_t counts_first(const struct book *book)
{
	return book->framework->n_levels - 1;
}

size_t counts_agreement(const struct book *book)
{
	size_t most = 0;

	for (size_t i = 0; i < book->framework->n_scales; i++) {
		const struct scale *scale = &book->framework->scales[i];

		if (list_is_for(scale) && scale->n_points > most)
			most = scale->n_points;
	}
	return counts_first(book) + most + COUNT_AGREEMENT;
}

size_t counts_row(const struct book *book, size_t item)
{
	const struct framework *framework = book->framework;
	size_t row = COUNTS_TOP;

	for (size_t s = 0; s < framework->n_scales; s++) {
		const struct scale *scale = &framework->scales[s];
		size_t n = 0;

		if (!list_is_for(scale))
			continue;
		for (size_t i = 0; i < framework->n_items; i++) {
			if (framework->elements[framework->items[i]].scale != scale)
				continue;
			n++;
			if (framework->items[i] == item)
				return row + n;
		}
		row += n > 0 ? n + 2 : 0;
	}
	return SIZE_MAX;
}

bool counts_rows(const struct book *book, size_t element, const struct scale *scale, size_t *top,
                 size_t *bottom)
{
	const struct framework *framework = book->framework;
	const struct element *part = &framework->elements[element];
	size_t n = 0;

	for (size_t i = part->first_item; i < part->first_item + part->n_items; i++) {
		if (framework->elements[framework->items[i]].scale != scale)
			continue;
		if (n++ == 0)
			*top = counts_row(book, framework->items[i]);
	}
	*bottom = n > 0 ? *top + n - 1 : 0;
	return n > 0;
}

static struct spot spot_at(const struct row *row, size_t column, unsigned look)
{
	return (struct spot){row->row, row->last + 1 + column, look};
}

static double tally_of(const struct row *row, size_t point)
{
	return (double)row->book->scores->stats[row->item].counts[point];
}

/* Empty boxes of people who gave an answer elsewhere, or of the others. */
static const char *empty_boxes(const struct row *row, const char *answered)
{
	return arena_printf(row->book->arena, "SUMPRODUCT((%s=\"\")*(%s%s))", row->answers,
	                    book_scores(row->book, row->book->places.answered), answered);
}

static void fill_points(const struct row *row)
{
	struct book *book = row->book;

	for (size_t i = 0; i < row->scale->n_points; i++) {
		bool no = row->scale->kind == SCALE_CHECK && i == 0;

		grid_formula(row->grid, (struct spot){row->row, row->first + i, NUMBER_COUNT},
		             tally_of(row, i), "SUMPRODUCT((%s=\"%s\")*1)%s%s", row->answers,
		             row->scale->points[i].id, no ? "+" : "",
		             no ? empty_boxes(row, ">0") : "");
	}
	if (row->scale->excluded != NULL)
		grid_formula(row->grid, spot_at(row, COUNT_EXCLUDED, NUMBER_COUNT),
		             (double)book->scores->stats[row->item].tally.excluded,
		             "COUNTIF(%s,\"" ANSWER_EXCLUDED_ID "\")", row->answers);
	grid_formula(row->grid, spot_at(row, COUNT_BLANK, NUMBER_COUNT),
	             (double)book->scores->stats[row->item].tally.blank, "%s",
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
	struct area area = {row->row, row->first, row->row, row->last};
	const char *counts = area_name(book->arena, area);
	const char *first = fixed_name(book->arena, row->row, row->first);
	const char *n = place_name(book->arena, row->row, row->last + 1 + COUNT_N);
	const char *places = arena_printf(book->arena, "(COLUMN(%s)-COLUMN(%s))", counts, first);

	grid_formula(row->grid,
	             (struct spot){row->row, counts_agreement(book), NUMBER_RATIO},
	             book->scores->stats[row->item].agreement,
	             "IF(%s<2,\"\",MAX(0,1+SUMPRODUCT(%s,LOG(1-ABS(%s-SUMPRODUCT(%s,%s)/%s)/%zu"
	             "+(%s=0),2))/%s))",
	             n, counts, places, counts, places, n, row->scale->n_points - 1, counts, n);
}

static void fill_sections(const struct row *row)
{
	const struct framework *framework = row->book->framework;
	size_t level = framework->n_levels - 1;

	for (size_t i = 1; i <= level; i++) {
		size_t element = book_ancestor(row->book, row->item, i);

		grid_text(row->grid, (struct spot){row->row, i - 1, i == level ? LOOK_WRAP : 0u},
		          framework->elements[element].text);
	}
}

static void fill_row(const struct row *row)
{
	struct book *book = row->book;
	double n = 0;

	fill_sections(row);
	fill_points(row);
	for (size_t i = 0; i < row->scale->n_points; i++)
		n += tally_of(row, i);
	grid_formula(row->grid, spot_at(row, COUNT_N, NUMBER_COUNT), n, "SUM(%s)",
	             area_name(book->arena,
	                       (struct area){row->row, row->first, row->row, row->last}));
	if (scale_has_stands(row->scale))
		fill_agreement(row);
}

/* The words above a column of counts; NULL: nothing stands there on this scale. */
static const char *head_at(const struct row *row, size_t column)
{
	size_t after = column - row->last - 1;

	if (column <= row->last)
		return row->scale->points[column - row->first].label;
	if (column == counts_agreement(row->book))
		return scale_has_stands(row->scale) ? book_say(row->book, "agreement") : NULL;
	return after == COUNT_EXCLUDED  ? row->scale->excluded
	       : after == COUNT_BLANK ? book_say(row->book, "blank")
	       : after == COUNT_N     ? book_say(row->book, "n")
	                              : NULL;
}

static void fill_heads(const struct row *row)
{
	struct book *book = row->book;
	struct spot spot = {row->row, 0, LOOK_HEAD};

	for (size_t i = 1; i < book->framework->n_levels; i++) {
		spot.column = i - 1;
		grid_text(row->grid, spot, book->framework->levels[i].title);
	}
	spot.look |= LOOK_RIGHT;
	for (spot.column = row->first; spot.column <= counts_agreement(book); spot.column++)
		grid_text(row->grid, spot, head_at(row, spot.column));
}

/* The items of one scale below their heads. */
static void fill_scale(struct book *book, struct grid *grid, const struct scale *scale)
{
	const struct framework *framework = book->framework;
	size_t first = counts_first(book);
	struct row row = {.book = book, .grid = grid, .scale = scale, .first = first,
	                  .last = first + scale->n_points - 1};
	bool headed = false;

	for (size_t i = 0; i < framework->n_items; i++) {
		size_t column = book->places.first_item + i;

		row.item = framework->items[i];
		if (framework->elements[row.item].scale != scale)
			continue;
		row.row = counts_row(book, row.item) - 1;
		if (!headed)
			fill_heads(&row);
		headed = true;
		row.row++;
		row.answers = book_area(
		    book, PART_DATA, (struct area){1, column, book->places.data_bottom, column});
		fill_row(&row);
	}
}

void fill_given(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;

	book_opening(book, grid);
	for (size_t i = 0; i < framework->n_scales; i++)
		if (list_is_for(&framework->scales[i]))
			fill_scale(book, grid, &framework->scales[i]);
	for (size_t i = 0; i + 1 < framework->n_levels; i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT) *
		               (i + 2 < framework->n_levels ? 0.4 : 1));
	for (size_t i = counts_first(book); i <= counts_agreement(book); i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER), 0);
	grid->frozen_columns = counts_first(book);
}
