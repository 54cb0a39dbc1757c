#include "xlsx/sheets.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "xlsx/field.h"
#include "xlsx/heads.h"
#include "xlsx/lists.h"
#include "xlsx/plan.h"

/* Columns after the names; the last two where people answered too. */
enum { AGREED_ANSWER, AGREED_MEAN, AGREED_DIFFERENCE, AGREED_COLUMNS };

enum { CONSENSUS_TOP = 3 };

/* A row while it is filled. */
struct row {
	struct book *book;
	struct grid *grid;
	size_t place, item, row, first;
	const struct scale *scale;
};

static size_t count_columns(const struct book *book)
{
	return book_tab(book, PART_TALLY) == NULL ? AGREED_MEAN : (size_t)AGREED_COLUMNS;
}

static void fill_heads(struct book *book, struct grid *grid, size_t first)
{
	static const char *const keys[AGREED_COLUMNS] = {"answer", "mean", "difference"};
	struct heads heads = {.arena = book->arena};
	struct spot spot = {CONSENSUS_TOP - 1, 0, LOOK_HEAD};

	for (; spot.column < first; spot.column++) {
		grid_text(grid, spot,
		          heads_add(&heads, book->framework->levels[spot.column + 1].title));
		grid_width(grid, spot.column, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT) * (spot.column + 1 < first ? 0.4 : 0.8));
	}
	for (size_t i = 0; i < count_columns(book); i++) {
		spot.column = first + i;
		spot.look = LOOK_HEAD | (i > AGREED_ANSWER ? LOOK_RIGHT : 0u);
		grid_text(grid, spot, heads_add(&heads, book_say(book, keys[i])));
		grid_width(grid, spot.column, book_size(book, SIZE_CELL_NUMBER),
		           i > AGREED_ANSWER ? 0 : book_size(book, SIZE_CELL_TEXT) / 2);
	}
}

static void fill_answer(const struct row *row)
{
	const struct sheet *sheet = row->book->scores->consensus_sheet;
	struct spot spot = {row->row, row->first + AGREED_ANSWER,
	                    LOOK_INPUT | (row->scale->kind == SCALE_TEXT ? LOOK_WRAP : 0u)};
	struct area area = {row->row, spot.column, row->row, spot.column};

	if (row->scale->kind == SCALE_MARK)
		spot.look |= NUMBER_NET;
	if (list_is_for(row->scale)) {
		grid_text(row->grid, spot,
		          plan_answer(row->book->framework, sheet, row->book->scores->consensus,
		                      row->place));
		field_pick(row->book, row->grid, area,
		           list_area(row->book, list_of_scale(row->book, row->scale),
		                     LIST_LABEL));
	} else if (sheet->values[row->place] == ANSWER_EXCLUDED) {
		grid_text(row->grid, spot, row->scale->excluded);
	} else {
		data_answer(row->grid, spot, row->scale, sheet, row->place);
	}
}

/* The people's mean as the tally has it; of marks from their net. */
static const char *mean_formula(const struct row *row)
{
	struct book *book = row->book;
	const struct places *places = &book->places;
	size_t at = places->tally_rows[row->item];
	const char *mean, *n;

	if (places->marks) {
		mean = book_cell(book, PART_ITEMS, at, places->items_first + MARKS_NET);
		n = book_cell(book, PART_ITEMS, at, places->items_first + MARKS_N);
		return arena_printf(book->arena, "IF(%s=0,\"\",%s/%s)", n, mean, n);
	}
	mean = book_cell(book, PART_TALLY, at,
	                 places->items_first + places->n_points + RATINGS_MEAN);
	return arena_printf(book->arena, "IF(COUNT(%s)=0,\"\",%s)", mean, mean);
}

/* Reversed answers are turned round, as the mean is. */
static const char *turned(const struct row *row, const char *answer)
{
	const struct scale *scale = row->scale;
	int both = 0;

	if (!row->book->framework->elements[row->item].reversed)
		return answer;
	if (scale->kind == SCALE_RATING)
		both = scale->points[0].value + scale->points[scale->n_points - 1].value;
	return arena_printf(row->book->arena, "(%d-%s)", both, answer);
}

static void fill_people(const struct row *row)
{
	struct book *book = row->book;
	unsigned look = book->places.marks ? NUMBER_SIGNED : NUMBER_MEAN;
	double mean = book->scores->stats[row->item].mean;
	int value = book->scores->consensus_sheet->values[row->place];
	double agreed = value == ANSWER_BLANK ? NAN : book->scores->consensus[row->item].value;
	const char *answer = place_name(book->arena, row->row, row->first + AGREED_ANSWER);
	const char *cell = place_name(book->arena, row->row, row->first + AGREED_MEAN);

	if (row->scale->kind != (book->places.marks ? SCALE_MARK : SCALE_RATING))
		return;
	grid_formula(row->grid, (struct spot){row->row, row->first + AGREED_MEAN, look}, mean,
	             "%s", mean_formula(row));
	grid_formula(row->grid,
	             (struct spot){row->row, row->first + AGREED_DIFFERENCE, NUMBER_SIGNED},
	             agreed - mean, "IF(COUNT(%s,%s)<2,\"\",%s-%s)", answer, cell,
	             turned(row, answer), cell);
}

static void fill_row(const struct row *row)
{
	const struct framework *framework = row->book->framework;

	for (size_t i = 0; i < row->first; i++)
		grid_text(row->grid, (struct spot){row->row, i, LOOK_WRAP},
		          framework->elements[book_ancestor(row->book, row->item, i + 1)].text);
	fill_answer(row);
	if (count_columns(row->book) > AGREED_MEAN)
		fill_people(row);
}

void fill_consensus(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	struct row row = {.book = book, .grid = grid, .row = CONSENSUS_TOP,
	                  .first = framework->n_levels - 1};

	book_opening(book, grid);
	fill_heads(book, grid, row.first);
	for (row.place = 0; row.place < framework->n_items; row.place++) {
		row.item = framework->items[row.place];
		row.scale = framework->elements[row.item].scale;
		if (scale_has_stands(row.scale))
			continue;
		fill_row(&row);
		row.row++;
	}
	grid->frozen_rows = CONSENSUS_TOP;
	grid->frozen_columns = row.first;
	grid->has_table = true;
	grid->table = (struct area){CONSENSUS_TOP - 1, 0, row.row - 1,
	                            row.first + count_columns(book) - 1};
}
