#include "xlsx/codebook.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/lists.h"
#include "xlsx/long.h"
#include "xlsx/plan.h"

/* Columns of the fields on Codebook. */
enum { FIELD_TITLE = CODE_COLUMN, FIELD_HELP = CODE_TEXT, FIELD_RECORD = CODE_SECTION,
       FIELD_TYPE = CODE_SCALE, FIELD_REQUIRED = CODE_REVERSED, FIELD_VALUES = CODE_VALUES };

static const char *const band_heads[CODE_COLUMNS] = {
	[BAND_TITLE] = "band",      [BAND_TEXT] = "band-text",
	[BAND_SET] = "band-set",    [BAND_FROM] = "band-from",
	[BAND_TO] = "band-to",      [BAND_OBSTACLE] = "band-obstacle",
	[BAND_PROVENANCE] = "provenance",
};

static const char *const list_heads[CODE_COLUMNS] = {
	[LIST_ID] = "list-id",       [LIST_LABEL] = "list-label",
	[LIST_TITLE] = "list",       [LIST_STAND] = "stand",
	[LIST_PROVENANCE] = "provenance",
};

static const char *const field_heads[CODE_COLUMNS] = {
	[FIELD_TITLE] = "column",       [FIELD_HELP] = "text",
	[FIELD_RECORD] = "field-record", [FIELD_TYPE] = "field-type",
	[FIELD_REQUIRED] = "required",  [FIELD_VALUES] = "values",
};

static const char *const long_keys[CODE_COLUMNS] = {
	[FIELD_TITLE] = "column", [FIELD_HELP] = "text", [FIELD_RECORD] = "sheet",
};

static void fill_heads(struct book *book, struct grid *grid, size_t row,
                       const char *const *heads)
{
	for (size_t i = 0; i < CODE_COLUMNS; i++)
		book_head(book, grid, (struct spot){row, i, 0}, heads[i]);
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

void codebook_bands(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;

	if (framework->n_bands == 0)
		return;
	for (size_t i = 0; i < CODE_COLUMNS; i++)
		book_head(book, grid,
		          (struct spot){places->band_rows[0] - 1, i,
		                        i == BAND_FROM || i == BAND_TO ? LOOK_RIGHT : 0u},
		          band_heads[i]);
	for (size_t i = 0; i < framework->n_bands; i++)
		for (size_t j = 0; j < framework->bands[i].n_steps; j++)
			fill_step(book, grid, places->band_rows[i] + j, &framework->bands[i],
			          &framework->bands[i].steps[j]);
}

static void fill_list(struct book *book, struct grid *grid, const struct list *list)
{
	size_t row = list->top;

	for (size_t i = 0; i < list->n_points; i++, row++) {
		const struct point *point = &list->points[i];

		if (list_is_numbers(list))
			grid_number(grid, (struct spot){row, LIST_ID, LOOK_BOLD | LOOK_LEFT},
			            point->value);
		else
			grid_text(grid, (struct spot){row, LIST_ID, LOOK_BOLD}, point->id);
		grid_text(grid, (struct spot){row, LIST_LABEL, LOOK_WRAP},
		          list_label(book, point));
		grid_text(grid, (struct spot){row, LIST_TITLE, LOOK_WRAP}, list->title);
		if (list->stands)
			grid_text(grid, (struct spot){row, LIST_STAND, 0},
			          plan_stand_word(book, (int)point->stand));
		if (list->scale != NULL)
			grid_text(grid, (struct spot){row, LIST_PROVENANCE, 0},
			          book_say(book, provenance_name(point->provenance)));
	}
	if (list->excluded == NULL)
		return;
	grid_text(grid, (struct spot){row, LIST_ID, LOOK_BOLD}, ANSWER_EXCLUDED_ID);
	grid_text(grid, (struct spot){row, LIST_LABEL, LOOK_WRAP}, list->excluded);
	grid_text(grid, (struct spot){row, LIST_TITLE, LOOK_WRAP}, list->title);
	if (list->stands)
		grid_text(grid, (struct spot){row, LIST_STAND, 0},
		          plan_stand_word(book, STAND_EXCLUDED));
}

void codebook_lists(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;

	if (places->n_lists > 0)
		fill_heads(book, grid, places->lists[0].top - 1, list_heads);
	for (size_t i = 0; i < places->n_lists; i++)
		fill_list(book, grid, &places->lists[i]);
}

/* "Readings: Value" */
static const char *source_name(struct book *book, const struct column_source *source)
{
	const struct record *record = &book->framework->records[source->record];
	const char *column =
	    source->column == SIZE_MAX ? NULL : record->columns[source->column].title;

	if (source->by == SIZE_MAX)
		return column;
	return column == NULL ? record->plural
	                      : arena_printf(book->arena, "%s: %s", record->plural, column);
}

static const char *rule_of(struct book *book, const struct record_column *column)
{
	struct buf sources = {.arena = book->arena};

	for (size_t i = 0; i < column->n_sources; i++)
		buf_addf(&sources, "%s%s", i > 0 ? "; " : "",
		         source_name(book, &column->sources[i]));
	words_set(&book->vocabulary, "sources", buf_text(&sources));
	return book_say(book, arena_printf(book->arena, "compute-%s",
	                                   computation_names[column->computation]));
}

static void add_part(struct buf *list, const char *text)
{
	if (text != NULL)
		buf_addf(list, "%s%s", list->length > 0 ? "; " : "", text);
}

/* What may stand in the cells, or how they are computed. */
static const char *field_values(struct book *book, const struct record_column *column)
{
	struct buf list = {.arena = book->arena};

	if (column->type == COLUMN_COMPUTED)
		return rule_of(book, column);
	if (column->type == COLUMN_REFERENCE)
		return book->framework->records[column->record].plural;
	for (size_t i = 0; i < column->n_options; i++)
		add_part(&list, list_label(book, &column->options[i]));
	add_part(&list, column->unit);
	if (!isnan(column->low) && column->type == COLUMN_NUMBER)
		add_part(&list, arena_printf(book->arena, "\xe2\x89\xa5 %s",
		                             book_number(book, column->low)));
	if (!isnan(column->high) && column->type == COLUMN_NUMBER)
		add_part(&list, arena_printf(book->arena, "\xe2\x89\xa4 %s",
		                             book_number(book, column->high)));
	add_part(&list, column->none);
	return buf_text(&list);
}

static void fill_fields(struct book *book, struct grid *grid, size_t *row,
                        const struct record_column *columns, size_t n, const char *of)
{
	for (size_t i = 0; i < n; i++, ++*row) {
		const struct record_column *column = &columns[i];

		grid_text(grid, (struct spot){*row, FIELD_TITLE, LOOK_BOLD | LOOK_WRAP},
		          column->title);
		grid_text(grid, (struct spot){*row, FIELD_HELP, LOOK_WRAP}, column->help);
		grid_text(grid, (struct spot){*row, FIELD_RECORD, LOOK_WRAP}, of);
		grid_text(grid, (struct spot){*row, FIELD_TYPE, 0},
		          book_say(book, arena_printf(book->arena, "type-%s",
		                                      column_type_names[column->type])));
		grid_text(grid, (struct spot){*row, FIELD_REQUIRED, 0},
		          column->type == COLUMN_COMPUTED
		              ? NULL
		              : book_say_document(book, column->required ? "yes" : "no"));
		grid_text(grid, (struct spot){*row, FIELD_VALUES, LOOK_WRAP},
		          field_values(book, column));
	}
}

/* The columns of Data long, below a head in row `row`. */
static void fill_long_columns(struct book *book, struct grid *grid, size_t row)
{
	const struct tab *tab = book_tab(book, PART_LONG);
	const char **heads;

	if (tab == NULL)
		return;
	fill_heads(book, grid, row++, long_keys);
	heads = long_heads(book);
	for (size_t i = 0; i < long_first(book) + LONG_COLUMNS; i++, row++) {
		grid_text(grid, (struct spot){row, FIELD_TITLE, LOOK_BOLD | LOOK_WRAP}, heads[i]);
		grid_text(grid, (struct spot){row, FIELD_HELP, LOOK_WRAP},
		          book_say(book, long_words(book, i)));
		grid_text(grid, (struct spot){row, FIELD_RECORD, LOOK_WRAP}, tab->grid.name);
	}
}

void codebook_fields(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	size_t row = book->places.fields_top;

	for (size_t i = 0; i < framework->n_scales; i++)
		fill_fields(book, grid, &row, framework->scales[i].columns,
		            framework->scales[i].n_columns, framework->scales[i].prompt);
	for (size_t i = 0; i < framework->n_records; i++)
		fill_fields(book, grid, &row, framework->records[i].columns,
		            framework->records[i].n_columns, framework->records[i].plural);
	if (row > book->places.fields_top)
		fill_heads(book, grid, book->places.fields_top - 1, field_heads);
	fill_long_columns(book, grid, row > book->places.fields_top ? row + 1 : row - 1);
}
