#include "xlsx/blank.h"

#include <stdint.h>

#include "base/arena.h"

/* The fields that each row has, in the order of the columns. */
static const enum form_field row_fields[PEOPLE_FIELDS] = {
	[PEOPLE_CODE] = FIELD_CODE,
	[PEOPLE_NAME] = FIELD_NAME,
	[PEOPLE_ROLE] = FIELD_ROLE,
};

static size_t field_at(size_t column)
{
	return column < PEOPLE_FIELDS ? row_fields[column] : FORM_FIELDS + column - PEOPLE_FIELDS;
}

/* Wave and date hold for all rows. */
static void fill_common(struct book *book, struct grid *grid)
{
	static const enum form_field common[] = {FIELD_WAVE, FIELD_DATE};

	for (size_t i = 0; i < 2; i++) {
		struct spot spot = {FORM_TOTALS, 2 * i, LOOK_RIGHT};

		grid_text(grid, spot, blank_field_words(book, common[i]));
		spot.column++;
		spot.look = FORM_INPUT | (i == 0 ? NUMBER_TEXT : NUMBER_DATE | LOOK_LEFT);
		grid_empty(grid, spot);
		blank_field_limits(book, grid,
		                  (struct area){FORM_TOTALS, spot.column, FORM_TOTALS, spot.column},
		                  common[i]);
	}
}

static void head(struct book *book, struct grid *grid, size_t column, const char *id,
                 const char *text)
{
	if (column == SIZE_MAX)
		return;
	grid_text(grid, (struct spot){FORM_IDS, column, LOOK_FAINT}, id);
	grid_text(grid, (struct spot){FORM_PEOPLE_TOP - 1, column, LOOK_HEAD}, text);
	grid_width(grid, column, book_size(book, SIZE_CELL_BAR), 0);
}

static void fill_heads(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct form_places *form = &book->places.form;
	size_t n_fields = PEOPLE_FIELDS + book->places.n_segments;

	for (size_t i = 0; i < n_fields; i++)
		head(book, grid, i, blank_field_id(book, field_at(i)),
		     blank_field_words(book, field_at(i)));
	head(book, grid, n_fields, NULL, book_say(book, "answered"));
	head(book, grid, form->score, NULL, book_say_document(book, "overall"));
	head(book, grid, form->band, NULL, book_say(book, "band"));
	if (form->score != SIZE_MAX)
		grid_width(grid, form->score, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT) / 3);
	if (form->band != SIZE_MAX)
		grid_width(grid, form->band, book_size(book, SIZE_CELL_TEXT) * 0.24, 0);
	for (size_t i = 0; i < framework->n_items; i++) {
		const struct element *item = &framework->elements[framework->items[i]];

		head(book, grid, form->first_item + i, item->id, item->text);
		grid_width(grid, form->first_item + i, book_size(book, SIZE_CELL_TEXT) * 0.4, 0);
	}
}

/* Above the first item of each section. */
static void fill_sections(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	size_t before = SIZE_MAX;

	for (size_t i = 0; i < framework->n_items; i++) {
		size_t section = framework->elements[framework->items[i]].parent;

		if (section != before)
			grid_text(grid,
			          (struct spot){FORM_TOTALS, book->places.form.first_item + i,
			                        LOOK_BOLD | LOOK_SPILL},
			          framework->elements[section].text);
		before = section;
	}
}

static void fill_row(struct book *book, struct grid *grid, size_t person)
{
	const struct framework *framework = book->framework;
	const struct form_places *form = &book->places.form;
	size_t row = FORM_PEOPLE_TOP + person, n_fields = PEOPLE_FIELDS + book->places.n_segments;

	for (size_t i = 0; i < n_fields; i++)
		grid_text(grid, (struct spot){row, i, FORM_INPUT | NUMBER_TEXT},
		          blank_field_value(book, person, field_at(i)));
	blank_answered(book, grid, (struct spot){row, n_fields, LOOK_RIGHT}, person);
	blank_score(book, grid, (struct spot){row, form->score, 0}, person, 0);
	blank_band(book, grid, (struct spot){row, form->band, 0}, person, 0);
	for (size_t i = 0; i < framework->n_items; i++)
		grid_empty(grid,
		           (struct spot){row, form->first_item + i,
		                         blank_answer_look(
		                             framework->elements[framework->items[i]].scale)});
}

void fill_people(struct book *book, struct grid *grid)
{
	const struct form_places *form = &book->places.form;
	size_t bottom = FORM_PEOPLE_TOP + book->scores->n_people - 1;

	blank_keys(book, grid, arena_printf(book->arena, "people: %zu", book->scores->n_people));
	grid_text(grid, (struct spot){FORM_TITLE, 0, LOOK_TITLE}, book_say(book, "title"));
	grid_text(grid, (struct spot){FORM_NOTE, 0, LOOK_NOTE}, book_say(book, "note"));
	fill_common(book, grid);
	fill_heads(book, grid);
	fill_sections(book, grid);
	for (size_t i = 0; i < book->scores->n_people; i++)
		fill_row(book, grid, i);
	for (size_t i = 0; i < PEOPLE_FIELDS; i++)
		blank_field_limits(book, grid, (struct area){FORM_PEOPLE_TOP, i, bottom, i},
		                  row_fields[i]);
	for (size_t i = 0; i < book->framework->n_items; i++)
		blank_limits(book, grid,
		            (struct area){FORM_PEOPLE_TOP, form->first_item + i, bottom,
		                          form->first_item + i},
		            i);
	grid->frozen_rows = FORM_PEOPLE_TOP;
	grid->frozen_columns = PEOPLE_NAME + 1;
	blank_finish(book, grid, 0, form->n_columns);
	grid->wide = true;
	grid->current = true;
}
