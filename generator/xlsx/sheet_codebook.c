#include "xlsx/sheets.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "xlsx/codebook.h"
#include "xlsx/plan.h"
#include "xlsx/tally.h"

static const char *const code_heads[CODE_COLUMNS] = {
	[CODE_COLUMN] = "column",     [CODE_TEXT] = "text",
	[CODE_SECTION] = "section",   [CODE_SCALE] = "scale",
	[CODE_REVERSED] = "reversed", [CODE_WEIGHT] = "weight",
	[CODE_VALUES] = "values",     [CODE_PROVENANCE] = "provenance",
};

/* "Lead / XM Strategy" */
static const char *section_path(struct book *book, size_t item)
{
	const struct framework *framework = book->framework;
	struct buf path = {.arena = book->arena};

	for (size_t level = 1; level < framework->elements[item].level; level++)
		buf_addf(&path, "%s%s", level > 1 ? " / " : "",
		         framework->elements[book_ancestor(book, item, level)].text);
	return buf_text(&path);
}

static void add_value(struct book *book, struct buf *list, const char *value, const char *label)
{
	words_set(&book->vocabulary, "value", value);
	words_set(&book->vocabulary, "label", label);
	buf_addf(list, "%s%s", list->length > 0 ? "; " : "", book_say(book, "value"));
}

static const char *number_text(struct book *book, int number)
{
	return text_number_in(book->arena, &book->vocabulary.numbers, number, 0);
}

/* As it stands in the data: ratings by their number, all else by its id. */
static const char *point_value(struct book *book, const struct scale *scale, size_t point)
{
	if (scale->kind != SCALE_RATING)
		return scale->points[point].id;
	return number_text(book, scale->points[point].value);
}

static const char *scale_values(struct book *book, const struct scale *scale)
{
	struct buf list = {.arena = book->arena};

	for (size_t i = 0; i < scale->n_points; i++)
		add_value(book, &list, point_value(book, scale, i), scale->points[i].label);
	if (scale->excluded != NULL)
		add_value(book, &list, ANSWER_EXCLUDED_ID, scale->excluded);
	if (scale->kind == SCALE_MARK) {
		add_value(book, &list, number_text(book, 1), scale->plus);
		add_value(book, &list, number_text(book, -1), scale->minus);
	}
	return buf_text(&list);
}

/* What may stand in the cells: points, marks, or the unit of a number. */
static const char *item_values(struct book *book, const struct element *item)
{
	const struct scale *scale = item->scale;

	if (scale->kind == SCALE_NUMBER)
		return scale->unit == NULL ? item->unit : scale->unit;
	return scale_values(book, scale);
}

static void fill_item(struct book *book, struct grid *grid, size_t row, size_t item)
{
	const struct element *element = &book->framework->elements[item];
	const struct scale *scale = element->scale;

	grid_text(grid, (struct spot){row, CODE_TEXT, LOOK_WRAP}, element->text);
	grid_text(grid, (struct spot){row, CODE_SECTION, LOOK_WRAP}, section_path(book, item));
	grid_text(grid, (struct spot){row, CODE_SCALE, 0}, plan_kind_word(book, scale->kind));
	grid_text(grid, (struct spot){row, CODE_VALUES, LOOK_WRAP}, item_values(book, element));
	if (tally_has(scale))
		grid_text(grid, (struct spot){row, CODE_REVERSED, 0},
		          book_say(book, element->reversed ? "is-reversed" : "not-reversed"));
	grid_number(grid, (struct spot){row, CODE_WEIGHT, LOOK_RIGHT | LOOK_INDENT},
	            tally_has(scale) || scale_has_stands(scale) ? element->weight : NAN);
	grid_text(grid, (struct spot){row, CODE_PROVENANCE, 0},
	          book_say(book, provenance_name(scale->provenance)));
}

static void fill_key(struct book *book, struct grid *grid, size_t row, size_t key)
{
	grid_text(grid, (struct spot){row, CODE_TEXT, LOOK_WRAP},
	          book_say(book, key == 0   ? "code-text"
	                         : key == 1 ? "wave-text"
	                                    : "segment-text"));
}

static void fill_columns(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;
	const char **heads = data_heads(book);
	size_t row = 3;

	for (size_t i = 0; i < CODE_COLUMNS; i++)
		book_head(book, grid,
		          (struct spot){2, i, i == CODE_WEIGHT ? LOOK_RIGHT | LOOK_INDENT : 0u},
		          code_heads[i]);
	for (size_t i = 0; i < places->n_keys; i++, row++) {
		grid_text(grid, (struct spot){row, CODE_COLUMN, LOOK_BOLD}, heads[i]);
		fill_key(book, grid, row, i);
	}
	for (size_t i = 0; i < book->framework->n_items; i++, row++) {
		grid_text(grid, (struct spot){row, CODE_COLUMN, LOOK_BOLD},
		          heads[places->first_item + i]);
		fill_item(book, grid, row, book->framework->items[i]);
	}
	for (size_t i = 0; i < places->n_extras; i++, row++) {
		size_t item = book->framework->items[places->extras[i].place];

		grid_text(grid, (struct spot){row, CODE_COLUMN, LOOK_BOLD},
		          heads[places->first_item + book->framework->n_items + i]);
		grid_text(grid, (struct spot){row, CODE_TEXT, LOOK_WRAP},
		          data_extra(book, i)->title);
		grid_text(grid, (struct spot){row, CODE_SECTION, LOOK_WRAP},
		          section_path(book, item));
	}
}

void fill_codebook(struct book *book, struct grid *grid)
{
	book_opening(book, grid);
	for (size_t i = 0; i < CODE_COLUMNS; i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT));
	if (book->framework->n_items > 0)
		fill_columns(book, grid);
	codebook_bands(book, grid);
	codebook_lists(book, grid);
	codebook_fields(book, grid);
	grid->frozen_rows = 3;
	grid->frozen_columns = 1;
}
