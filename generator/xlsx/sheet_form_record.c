#include "xlsx/blank.h"

#include <math.h>

#include "base/arena.h"
#include "xlsx/compute.h"
#include "xlsx/field.h"
#include "xlsx/heads.h"

/* More columns than that are printed on pages side by side. */
enum { SQUEEZED_MOST = 14 };

/* A record's sheet while it is filled. */
struct filling {
	struct book *book;
	struct grid *grid;
	size_t index;
	const struct record *record;
	const size_t *columns; /* of the sheet */
	size_t bottom;
};

static size_t end_of(const struct filling *filling)
{
	return filling->columns[filling->record->n_columns - 1] + 1;
}

static void fill_heads(const struct filling *filling)
{
	struct book *book = filling->book;
	struct grid *grid = filling->grid;
	struct heads heads = {.arena = book->arena};
	size_t row = FORM_RECORD_TOP - 1;
	double text = book_size(book, SIZE_CELL_TEXT), bar = book_size(book, SIZE_CELL_BAR);

	grid_text(grid, (struct spot){FORM_IDS, 0, LOOK_FAINT}, "id");
	grid_text(grid, (struct spot){row, 0, LOOK_HEAD},
	          heads_add(&heads, book_say_document(book, "row-id")));
	grid_width(grid, 0, book_size(book, SIZE_CELL_NUMBER), text / 3);
	for (size_t i = 0; i < filling->record->n_columns; i++) {
		const struct record_column *column = &filling->record->columns[i];
		size_t at = filling->columns[i];
		bool wide = column->type == COLUMN_TEXT || column->type == COLUMN_REFERENCE;

		grid_text(grid, (struct spot){FORM_IDS, at, LOOK_FAINT}, column->id);
		grid_text(grid, (struct spot){row, at, LOOK_HEAD},
		          heads_add(&heads, field_head(book, column)));
		grid_width(grid, at, wide ? fmax(bar, text * 0.3 * fmin(column->width, 2)) : bar,
		           0);
	}
}

/* Nothing is computed of a row without a name. */
static void fill_computed(const struct filling *filling, struct spot spot,
                          const struct record_column *column)
{
	struct book *book = filling->book;
	const char *key =
	    place_name(book->arena, spot.row, book->places.record_keys[filling->index]);

	spot.look = field_look(column);
	grid_formula_text(filling->grid, spot, "", "IF(%s=\"\",\"\",%s)", key,
	                  compute_formula(book, filling->index, column, spot.row));
}

static void fill_row(const struct filling *filling, size_t row)
{
	struct book *book = filling->book;

	grid_text(filling->grid, (struct spot){row, 0, LOOK_FAINT},
	          arena_printf(book->arena, "%s-%zu", filling->record->id,
	                       row - FORM_RECORD_TOP + 1));
	for (size_t i = 0; i < filling->record->n_columns; i++) {
		const struct record_column *column = &filling->record->columns[i];
		struct spot spot = {row, filling->columns[i], blank_cell_look(column)};

		if (column->type == COLUMN_COMPUTED)
			fill_computed(filling, spot, column);
		else
			grid_empty(filling->grid, spot);
	}
}

static const char *prompt_of(struct book *book, const struct record_column *column)
{
	words_set(&book->vocabulary, "help", column->help == NULL ? "" : column->help);
	words_set(&book->vocabulary, "example", column->example == NULL ? "" : column->example);
	words_set(&book->vocabulary, "title", column->title);
	return book_say(book, column->example == NULL ? "prompt" : "prompt-example");
}

static void fill_limits(const struct filling *filling)
{
	struct book *book = filling->book;

	for (size_t i = 0; i < filling->record->n_columns; i++) {
		const struct record_column *column = &filling->record->columns[i];
		size_t at = filling->columns[i];
		struct area area = {FORM_RECORD_TOP, at, filling->bottom, at};

		if (column->type == COLUMN_COMPUTED)
			continue;
		if (column->type == COLUMN_REFERENCE)
			field_pick(book, filling->grid, area,
			           compute_area(book, column->record,
			                        book->places.record_keys[column->record]));
		else
			field_limits(book, filling->grid, area, column);
		if (column->help != NULL || column->example != NULL)
			grid_prompt(filling->grid, area, column->title, prompt_of(book, column));
	}
}

void fill_form_record(struct book *book, struct grid *grid)
{
	size_t index = book->tab->index;
	struct filling filling = {
	    .book = book, .grid = grid, .index = index,
	    .record = &book->framework->records[index],
	    .columns = book->places.record_columns[index],
	    .bottom = FORM_RECORD_TOP + book->places.record_rows[index] - 1};

	blank_keys(book, grid, arena_printf(book->arena, "record: %s", filling.record->id));
	grid_text(grid, (struct spot){FORM_TITLE, 1, LOOK_TITLE},
	          filling.record->single ? filling.record->title : filling.record->plural);
	grid_text(grid, (struct spot){FORM_NOTE, 1, LOOK_NOTE}, filling.record->text);
	fill_heads(&filling);
	for (size_t row = FORM_RECORD_TOP; row <= filling.bottom; row++)
		fill_row(&filling, row);
	fill_limits(&filling);
	grid->frozen_rows = FORM_RECORD_TOP;
	grid->frozen_columns = filling.record->label == 0 ? 2 : 1;
	blank_finish(book, grid, 1, end_of(&filling));
	grid->wide = filling.record->n_columns > SQUEEZED_MOST;
}
