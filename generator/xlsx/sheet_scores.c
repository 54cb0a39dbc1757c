#include "xlsx/sheets.h"

#include <stdint.h>

#include "base/arena.h"
#include "xlsx/formula.h"

static unsigned score_look(const struct rule *rule)
{
	return rule->measure == MEASURE_NET ? NUMBER_SIGNED : NUMBER_MEAN;
}

static void fill_heads(struct book *book, struct grid *grid, size_t row)
{
	const struct plan *plan = &book->plan;
	const char **heads = data_heads(book);

	for (size_t i = 0; i < plan->first_item; i++) {
		grid_text(grid, (struct spot){row, i, LOOK_HEAD}, heads[i]);
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT));
	}
	book_head(book, grid, (struct spot){row, plan->answered, LOOK_RIGHT}, "answered");
	grid_width(grid, plan->answered, book_size(book, SIZE_CELL_NUMBER), 0);
	for (size_t e = 0; e < book->framework->n_elements; e++) {
		const struct element *element = &book->framework->elements[e];
		const struct bands *bands = book->framework->levels[element->level].rule.bands;
		size_t column = plan->score_columns[e], band = plan->band_columns[e];

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

	for (size_t i = 0; i < book->plan.first_item; i++) {
		const char *cell = book_cell(book, PART_DATA, person + 1, i);
		const char *cached = i == 0   ? sheet->respondent
		                     : i == 1 ? sheet->wave
		                              : segment_value(sheet, book->plan.segments[i - 2]);

		grid_formula_text(grid, (struct spot){row, i, i == 0 ? LOOK_BOLD : 0u},
		                  cached == NULL ? "" : cached, "IF(%s=\"\",\"\",%s)", cell, cell);
	}
}

static void fill_person(struct book *book, struct grid *grid, size_t person)
{
	const struct framework *framework = book->framework;
	const struct plan *plan = &book->plan;
	const struct result *results = book->scores->results[person];
	size_t row = plan->scores_top + person;
	struct area items = {person + 1, plan->first_item, person + 1,
	                     plan->first_item + framework->n_items - 1};

	fill_keys(book, grid, row, person);
	grid_formula(grid, (struct spot){row, plan->answered, NUMBER_COUNT},
	             (double)results[0].answered, "COUNT(%s)", book_area(book, PART_DATA, items));
	for (size_t e = 0; e < framework->n_elements; e++) {
		const struct rule *rule = &framework->levels[framework->elements[e].level].rule;
		size_t column = plan->score_columns[e], band = plan->band_columns[e];
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
	const struct plan *plan = &book->plan;
	size_t last = plan->answered;

	book_opening(book, grid);
	fill_heads(book, grid, plan->scores_top - 1);
	for (size_t person = 0; person < book->scores->n_people; person++)
		fill_person(book, grid, person);
	for (size_t i = 0; i < grid->n_cells; i++)
		last = grid->cells[i].spot.column > last ? grid->cells[i].spot.column : last;
	grid->frozen_rows = plan->scores_top;
	grid->frozen_columns = 1;
	grid->table = (struct area){plan->scores_top - 1, 0,
	                            plan->scores_top + plan->data_bottom - 1, last};
}
