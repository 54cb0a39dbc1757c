#include "xlsx/sheets.h"

#include <stdint.h>

#include "base/arena.h"
#include "xlsx/formula.h"
#include "xlsx/runs.h"

unsigned score_look(const struct rule *rule)
{
	return rule->measure == MEASURE_NET         ? NUMBER_SIGNED
	       : measure_is_share(rule->measure)   ? NUMBER_SHARE
	       : rule->measure == MEASURE_DONE     ? NUMBER_PLAIN
	                                           : NUMBER_MEAN;
}

static void fill_heads(struct book *book, struct grid *grid, size_t row)
{
	const struct places *places = &book->places;
	const char **heads = data_heads(book);

	for (size_t i = 0; i < places->first_item; i++) {
		grid_text(grid, (struct spot){row, i, LOOK_HEAD}, heads[i]);
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT));
	}
	book_head(book, grid, (struct spot){row, places->answered, LOOK_RIGHT}, "answered");
	grid_width(grid, places->answered, book_size(book, SIZE_CELL_NUMBER), 0);
	for (size_t e = 0; e < book->framework->n_elements; e++) {
		const struct element *element = &book->framework->elements[e];
		const struct bands *bands = book->framework->levels[element->level].rule.bands;
		size_t column = places->score_columns[e], band = places->band_columns[e];

		if (column == SIZE_MAX)
			continue;
		grid_text(grid, (struct spot){row, column, LOOK_HEAD | LOOK_RIGHT},
		          book_title(book, e));
		grid_width(grid, column, book_size(book, SIZE_CELL_NUMBER), 0);
		if (band == SIZE_MAX)
			continue;
		grid_text(grid, (struct spot){row, band, LOOK_HEAD | LOOK_INDENT}, bands->title);
		grid_width(grid, band, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT));
	}
}

/* Code, wave and segments again, so that the sheet can be filtered by them. */
static void fill_keys(struct book *book, struct grid *grid, size_t row, size_t person)
{
	const struct sheet *sheet = book->scores->people[person];

	for (size_t i = 0; i < book->places.first_item; i++) {
		const char *cell = book_cell(book, PART_DATA, person + 1, i);
		const char *cached = i == 0   ? sheet->respondent
		                     : i == 1 ? sheet->wave
		                              : segment_value(sheet, book->places.segments[i - 2]);

		grid_formula_text(grid, (struct spot){row, i, i == 0 ? LOOK_BOLD : 0u},
		                  cached == NULL ? "" : cached, "IF(%s=\"\",\"\",%s)", cell, cell);
	}
}

static void fill_person(struct book *book, struct grid *grid, size_t person)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	const struct result *results = book->scores->results[person];
	size_t row = places->scores_top + person;

	fill_keys(book, grid, row, person);
	grid_formula(grid, (struct spot){row, places->answered, NUMBER_COUNT},
	             (double)results[0].answered, "%s",
	             runs_answered(book, 0, EVERY_KIND, person + 1));
	for (size_t e = 0; e < framework->n_elements; e++) {
		const struct rule *rule = &framework->levels[framework->elements[e].level].rule;
		size_t column = places->score_columns[e], band = places->band_columns[e];
		const char *formula;

		if (column == SIZE_MAX)
			continue;
		formula = formula_score(book, e, row);
		if (formula == NULL)
			continue;
		grid_formula(grid, (struct spot){row, column, score_look(rule)}, results[e].value,
		             "%s", formula);
		if (band != SIZE_MAX)
			grid_formula_text(
			    grid, (struct spot){row, band, LOOK_INDENT},
			    results[e].band < 0 ? "" : rule->bands->steps[results[e].band].title,
			    "%s", formula_band(book, rule->bands,
			                       place_name(book->arena, row, column)));
	}
}

void fill_scores(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;
	size_t last = places->answered;

	book_opening(book, grid);
	fill_heads(book, grid, places->scores_top - 1);
	for (size_t person = 0; person < book->scores->n_people; person++)
		fill_person(book, grid, person);
	for (size_t i = 0; i < grid->n_cells; i++)
		last = grid->cells[i].spot.column > last ? grid->cells[i].spot.column : last;
	grid->frozen_rows = places->scores_top;
	grid->frozen_columns = 1;
	grid->table = (struct area){places->scores_top - 1, 0,
	                            places->scores_top + places->data_bottom - 1, last};
}
