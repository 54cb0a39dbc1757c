#include "xlsx/sheets.h"

#include <stdint.h>

#include "base/arena.h"
#include "xlsx/formula.h"
#include "xlsx/marks.h"
#include "xlsx/tally.h"

static void fill_people_heads(struct book *book, struct grid *grid, size_t first)
{
	size_t row = book->places.tally_top - 1;

	for (size_t i = 0; i < 2 * book->scores->n_people; i++) {
		size_t sign = book->places.tally_first + (i % 2 == 0 ? MARKS_PLUS : MARKS_MINUS);
		struct spot spot = {row, first + i, LOOK_HEAD | LOOK_RIGHT};
		const char *words = book_say(book, i % 2 == 0 ? "plus" : "minus");
		const char *code = book->scores->people[i / 2]->respondent;

		grid_formula_text(grid, spot, arena_printf(book->arena, "%s\n%s", code, words),
		                  "%s&CHAR(10)&%s", book_cell(book, PART_DATA, i / 2 + 1, 0),
		                  fixed_name(book->arena, row, sign));
		grid_width(grid, spot.column, book_size(book, SIZE_CELL_COUNT), 0);
	}
}

/* One pair of counts a respondent, live from the respondent's row of Data. */
static void fill_people(struct book *book, struct grid *grid, size_t element, size_t first)
{
	for (size_t i = 0; i < book->scores->n_people; i++) {
		const struct tally *tally = &book->scores->results[i][element].tally;
		struct spot spot = {book->places.tally_rows[element], first + 2 * i,
		                    NUMBER_COUNT | LOOK_FAINT};

		grid_formula(grid, spot, (double)tally->plus, "%s",
		             formula_signs(book, element, 1, i + 1, i + 1));
		spot.column++;
		grid_formula(grid, spot, (double)tally->minus, "%s",
		             formula_signs(book, element, -1, i + 1, i + 1));
	}
}

static double count_split(const struct book *book)
{
	const struct framework *framework = book->framework;
	double n = 0;

	for (size_t i = framework_next(framework, 0, 0, book->places.tally_level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, book->places.tally_level))
		n += book->scores->stats[i].split;
	return n;
}

static void fill_total(struct book *book, struct grid *grid, size_t top, size_t bottom)
{
	size_t row = bottom + 1, first = book->places.tally_first;
	struct marks_place place = {.row = row, .first = first,
	                            .look = LOOK_TOTAL | LOOK_BOLD};
	struct spot flag = {row, first + MARKS_FLAG, NUMBER_COUNT | LOOK_CENTRE | place.look};

	words_set_number(&book->vocabulary, "rows", (double)(bottom - top + 1), 0);
	grid_text(grid, (struct spot){row, 0, place.look | LOOK_SPILL}, book_say(book, "total"));
	for (size_t i = 1; i < first; i++)
		grid_empty(grid, (struct spot){row, i, place.look});
	for (size_t i = MARKS_PLUS; i <= MARKS_BLANK; i++) {
		struct area area = {top, first + i, bottom, first + i};
		const struct tally *tally = &book->scores->stats[0].tally;
		size_t cached = i == MARKS_PLUS    ? tally->plus
		                : i == MARKS_MINUS ? tally->minus
		                                   : tally->blank;

		grid_formula(grid, (struct spot){row, first + i, NUMBER_COUNT | place.look},
		             (double)cached, "SUM(%s)", area_name(book->arena, area));
	}
	marks_shares(book, grid, &place, 0);
	grid_formula(grid, flag, count_split(book), "SUMPRODUCT((%s<>\"\")*1)",
	             area_name(book->arena, (struct area){top, flag.column, bottom, flag.column}));
	marks_section_agreement(book, grid, &place, 0);
}

static void fill_section(struct book *book, struct grid *grid, size_t element)
{
	size_t first = book->places.tally_first;
	struct marks_place place = {.row = book->places.tally_rows[element], .first = first};
	struct spot order = {place.row, first + MARKS_ORDER, NUMBER_COUNT | LOOK_FAINT};

	tally_names(book, grid, element);
	marks_counts(book, grid, &place, element);
	marks_shares(book, grid, &place, element);
	marks_flag(book, grid, &place, element);
	marks_section_agreement(book, grid, &place, element);
	grid_formula(grid, order, tally_place(book, element), "%s",
	             tally_place_formula(book, place.row, first + MARKS_NET));
	fill_people(book, grid, element, first + MARKS_PEOPLE);
}

static void fill_marks(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	size_t top = places->tally_top, bottom = top;

	tally_name_heads(book, grid, places->tally_level);
	marks_heads(book, grid, places->tally_top - 1, places->tally_first);
	book_head(book, grid,
	          (struct spot){top - 1, places->tally_first + MARKS_ORDER, LOOK_RIGHT}, "order");
	grid_width(grid, places->tally_first + MARKS_ORDER, book_size(book, SIZE_CELL_NUMBER), 0);
	fill_people_heads(book, grid, places->tally_first + MARKS_PEOPLE);
	for (size_t i = framework_next(framework, 0, 0, places->tally_level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, places->tally_level))
		fill_section(book, grid, i);
	tally_rows(book, 0, places->tally_level, &top, &bottom);
	fill_total(book, grid, top, bottom);
	marks_bars(book, grid, (struct area){top, places->tally_first, bottom, 0});
	grid->table = (struct area){top - 1, 0, bottom, places->tally_first + MARKS_PEOPLE - 1};
	grid->n_print_columns = places->tally_first + MARKS_PEOPLE;
}

void fill_tally(struct book *book, struct grid *grid)
{
	book_opening(book, grid);
	if (book->places.marks)
		fill_marks(book, grid);
	else
		fill_ratings(book, grid);
	grid->frozen_rows = book->places.tally_top;
	grid->frozen_columns = book->places.tally_first;
}

static void fill_item(struct book *book, struct grid *grid, size_t item)
{
	const struct stats *stats = &book->scores->stats[item];
	size_t first = book->places.items_first;
	struct marks_place place = {.row = book->places.tally_rows[item], .first = first};
	struct spot n = {place.row, first + MARKS_N, NUMBER_COUNT};

	tally_names(book, grid, item);
	marks_counts(book, grid, &place, item);
	marks_shares(book, grid, &place, item);
	marks_flag(book, grid, &place, item);
	marks_item_agreement(book, grid, &place, item);
	grid_formula(grid, n, (double)stats->n, "%s", marks_sheets(book));
}

void fill_items(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	size_t top = places->tally_top, bottom = top + framework->n_items - 1;
	size_t n = places->items_first + MARKS_N;

	book_opening(book, grid);
	tally_name_heads(book, grid, framework->n_levels - 1);
	marks_heads(book, grid, top - 1, places->items_first);
	book_head(book, grid, (struct spot){top - 1, n, LOOK_RIGHT}, "n");
	grid_width(grid, n, book_size(book, SIZE_CELL_NUMBER), 0);
	for (size_t i = 0; i < framework->n_items; i++)
		fill_item(book, grid, framework->items[i]);
	marks_bars(book, grid, (struct area){top, places->items_first, bottom, 0});
	grid->table = (struct area){top - 1, 0, bottom, n};
	grid->frozen_rows = top;
	grid->frozen_columns = places->items_first;
}
