#include "xlsx/blank.h"

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/lists.h"
#include "xlsx/sheets.h"

/* What was typed in, and nothing where nothing was. */
static void copy_cell(struct grid *grid, struct spot spot, const char *cached, const char *cell)
{
	grid_formula_text(grid, spot, cached == NULL ? "" : cached, "IF(%s=\"\",\"\",%s)", cell,
	                  cell);
}

/* The number or id of what was chosen, by its words on the scale. */
static void look_up(struct book *book, struct grid *grid, struct spot spot, const char *cell,
                    const struct list *list)
{
	struct buf formula = {.arena = book->arena};
	size_t n = list->n_points + (list->excluded != NULL);

	for (size_t i = 0; i < n; i++)
		buf_addf(&formula, "IF(%s=%s,%s,", cell, list_cell(book, list, i, LIST_LABEL),
		         list_cell(book, list, i, LIST_ID));
	buf_adds(&formula, "\"\"");
	for (size_t i = 0; i < n; i++)
		buf_adds(&formula, ")");
	grid_formula_text(grid, spot, "", "%s", buf_text(&formula));
}

/* A number that does not apply stands there by its words. */
static void copy_written(struct book *book, struct grid *grid, struct spot spot,
                         const char *cell, const struct scale *scale)
{
	if (scale->kind == SCALE_DATE)
		spot.look |= NUMBER_DATE;
	if (scale->excluded == NULL)
		copy_cell(grid, spot, NULL, cell);
	else
		grid_formula_text(grid, spot, "",
		                  "IF(%s=\"\",\"\",IF(%s=%s,\"" ANSWER_EXCLUDED_ID "\",%s))", cell,
		                  cell, book_quoted(book, scale->excluded), cell);
}

static void fill_row(struct book *book, struct grid *grid, size_t person)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;

	copy_cell(grid, (struct spot){1 + person, 0, LOOK_BOLD},
	          blank_field_value(book, person, FIELD_CODE),
	          blank_field(book, person, FIELD_CODE));
	copy_cell(grid, (struct spot){1 + person, 1, 0}, NULL,
	          blank_field(book, person, FIELD_WAVE));
	for (size_t i = 0; i < places->n_segments; i++)
		copy_cell(grid, (struct spot){1 + person, 2 + i, 0}, NULL,
		          blank_field(book, person, FORM_FIELDS + i));
	for (size_t i = 0; i < framework->n_items; i++) {
		const struct scale *scale = framework->elements[framework->items[i]].scale;
		struct spot spot = {1 + person, places->first_item + i, 0};
		const char *cell = blank_item(book, person, i);

		if (scale_is_coded(scale))
			look_up(book, grid, spot, cell, list_of_scale(book, scale));
		else
			copy_written(book, grid, spot, cell, scale);
	}
}

void fill_form_data(struct book *book, struct grid *grid)
{
	const char **heads = data_heads(book);
	size_t n = book->places.first_item + book->framework->n_items;

	for (size_t i = 0; i < n; i++) {
		grid_text(grid, (struct spot){0, i, LOOK_HEAD}, heads[i]);
		grid_width(grid, i, book_size(book, SIZE_CELL_BAR), 0);
	}
	for (size_t person = 0; person < book->scores->n_people; person++)
		fill_row(book, grid, person);
	grid->frozen_rows = grid->frozen_columns = 1;
	grid->wide = true;
}
