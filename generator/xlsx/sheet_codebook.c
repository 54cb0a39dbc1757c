#include "xlsx/sheets.h"

#include "base/arena.h"
#include "base/buf.h"

static const char *const code_heads[CODE_COLUMNS] = {
	[CODE_COLUMN] = "column",     [CODE_TEXT] = "text",
	[CODE_SECTION] = "section",   [CODE_SCALE] = "scale",
	[CODE_REVERSED] = "reversed", [CODE_WEIGHT] = "weight",
	[CODE_VALUES] = "values",     [CODE_PROVENANCE] = "provenance",
};

static const char *const band_heads[CODE_COLUMNS] = {
	[BAND_TITLE] = "band",      [BAND_TEXT] = "band-text",
	[BAND_SET] = "band-set",    [BAND_FROM] = "band-from",
	[BAND_TO] = "band-to",      [BAND_OBSTACLE] = "band-obstacle",
	[BAND_PROVENANCE] = "provenance",
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

static void add_value(struct book *book, struct buf *list, int value, const char *label)
{
	words_set_number(&book->vocabulary, "value", value, 0);
	words_set(&book->vocabulary, "label", label);
	buf_addf(list, "%s%s", list->length > 0 ? "; " : "", book_say(book, "value"));
}

static const char *scale_values(struct book *book, const struct scale *scale)
{
	struct buf list = {.arena = book->arena};

	for (size_t i = 0; i < scale->n_points; i++)
		add_value(book, &list, scale->points[i].value, scale->points[i].label);
	if (scale->kind == SCALE_MARK) {
		add_value(book, &list, 1, scale->plus);
		add_value(book, &list, -1, scale->minus);
	}
	return buf_text(&list);
}

static void fill_item(struct book *book, struct grid *grid, size_t row, size_t item)
{
	const struct element *element = &book->framework->elements[item];
	const struct scale *scale = element->scale;

	grid_text(grid, (struct spot){row, CODE_TEXT, LOOK_WRAP}, element->text);
	grid_text(grid, (struct spot){row, CODE_SECTION, LOOK_WRAP}, section_path(book, item));
	grid_text(grid, (struct spot){row, CODE_SCALE, 0},
	          book_say(book, scale->kind == SCALE_MARK ? "mark" : "rating"));
	grid_text(grid, (struct spot){row, CODE_VALUES, LOOK_WRAP}, scale_values(book, scale));
	grid_text(grid, (struct spot){row, CODE_REVERSED, 0},
	          book_say(book, element->reversed ? "is-reversed" : "not-reversed"));
	grid_number(grid, (struct spot){row, CODE_WEIGHT, LOOK_RIGHT | LOOK_INDENT},
	            element->weight);
	grid_text(grid, (struct spot){row, CODE_PROVENANCE, 0},
	          book_say(book, provenance_name(scale->provenance)));
}

static void fill_columns(struct book *book, struct grid *grid)
{
	const struct plan *plan = &book->plan;
	const char **heads = data_heads(book);
	size_t n = plan->first_item + book->framework->n_items;

	for (size_t i = 0; i < CODE_COLUMNS; i++) {
		unsigned look = i == CODE_WEIGHT ? LOOK_RIGHT | LOOK_INDENT : 0;

		book_head(book, grid, (struct spot){2, i, look}, code_heads[i]);
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT));
	}
	for (size_t i = 0; i < n; i++) {
		grid_text(grid, (struct spot){3 + i, CODE_COLUMN, LOOK_BOLD}, heads[i]);
		if (i >= plan->first_item)
			fill_item(book, grid, 3 + i,
			          book->framework->items[i - plan->first_item]);
		else
			grid_text(grid, (struct spot){3 + i, CODE_TEXT, LOOK_WRAP},
			          book_say(book, i == 0   ? "code-text"
			                         : i == 1 ? "wave-text"
			                                  : "segment-text"));
	}
}

static void fill_step(struct book *book, struct grid *grid, size_t row,
                      const struct bands *bands, const struct band *band)
{
	grid_text(grid, (struct spot){row, BAND_SET, 0}, bands->title);
	grid_text(grid, (struct spot){row, BAND_TITLE, LOOK_BOLD}, band->title);
	grid_number(grid, (struct spot){row, BAND_FROM, NUMBER_COUNT}, band->from);
	grid_number(grid, (struct spot){row, BAND_TO, NUMBER_COUNT}, band->to);
	grid_text(grid, (struct spot){row, BAND_TEXT, LOOK_WRAP}, band->text);
	grid_text(grid, (struct spot){row, BAND_OBSTACLE, LOOK_WRAP}, band->obstacle);
	grid_text(grid, (struct spot){row, BAND_PROVENANCE, 0},
	          book_say(book, provenance_name(band->provenance)));
}

static void fill_bands(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct plan *plan = &book->plan;

	if (framework->n_bands == 0)
		return;
	for (size_t i = 0; i < CODE_COLUMNS; i++)
		book_head(book, grid,
		          (struct spot){plan->band_rows[0] - 1, i,
		                        i == BAND_FROM || i == BAND_TO ? LOOK_RIGHT : 0u},
		          band_heads[i]);
	for (size_t i = 0; i < framework->n_bands; i++)
		for (size_t j = 0; j < framework->bands[i].n_steps; j++)
			fill_step(book, grid, plan->band_rows[i] + j, &framework->bands[i],
			          &framework->bands[i].steps[j]);
}

void fill_codebook(struct book *book, struct grid *grid)
{
	book_opening(book, grid);
	fill_columns(book, grid);
	fill_bands(book, grid);
	grid->frozen_rows = 3;
	grid->frozen_columns = 1;
}
