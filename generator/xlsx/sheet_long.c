#include "xlsx/long.h"

#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "xlsx/heads.h"
#include "xlsx/lists.h"
#include "xlsx/plan.h"
#include "xlsx/sheets.h"

static const struct {
	const char *head, *words; /* keys; NULL: the name of the items' level */
	unsigned look;
	double width;             /* at most, as a share of the widest text; 0: as its head */
} columns[LONG_COLUMNS] = {
	[LONG_ID] = {"row-id", "long-id", 0, 0.33},
	[LONG_TEXT] = {NULL, "long-text", 0, 0.8},
	[LONG_SCALE] = {"head-scale", "long-scale", 0, 0.33},
	[LONG_VALUE] = {"head-value", "long-value", LOOK_RIGHT | LOOK_INDENT, 0.33},
	[LONG_LABEL] = {"head-label", "long-label", 0, 0.33},
	[LONG_SCORE] = {"head-score", "long-score", LOOK_RIGHT | LOOK_INDENT, 0},
	[LONG_SCORED] = {"head-scored", "long-scored", 0, 0},
};

/* A row while it is filled. */
struct row {
	struct book *book;
	struct grid *grid;
	const struct sheet *sheet;
	const struct result *result;
	const struct element *item;
	size_t place, row; /* place: of the item among all items */
	size_t element;
};

size_t long_rows(const struct scores *scores)
{
	return scores->n_people * scores->framework->n_items;
}

size_t long_first(const struct book *book)
{
	return book->places.first_item + book->framework->n_levels - 2;
}

const char **long_heads(struct book *book)
{
	const struct framework *framework = book->framework;
	size_t first = long_first(book), sections = book->places.first_item;
	struct heads taken = {.arena = book->arena};
	const char **heads = ARENA_ARRAY(book->arena, const char *, first + LONG_COLUMNS);

	/* Segments come last, for nobody else chose their names. */
	for (size_t i = 0; i < LONG_COLUMNS; i++)
		heads[first + i] = heads_add(
		    &taken, columns[i].head == NULL
		                ? framework->levels[framework->n_levels - 1].title
		                : book_say_document(book, columns[i].head));
	for (size_t i = sections; i < first; i++)
		heads[i] = heads_add(&taken, framework->levels[i - sections + 1].title);
	for (size_t i = 0; i < sections; i++)
		heads[i] = heads_add(&taken, i == 0   ? book_say_document(book, "code")
		                             : i == 1 ? book_say_document(book, "wave")
		                                      : book->places.segments[i - 2]);
	return heads;
}

const char *long_words(const struct book *book, size_t column)
{
	if (column >= long_first(book))
		return columns[column - long_first(book)].words;
	return column == 0                         ? "code-text"
	       : column == 1                       ? "wave-text"
	       : column < book->places.first_item ? "segment-text"
	                                           : "long-section";
}

/* Cells without anything in them are left out: there are very many. */
static void fill_text(const struct row *row, size_t column, const char *text)
{
	if (text != NULL && *text != '\0')
		grid_text(row->grid, (struct spot){row->row, column, 0}, text);
}

static bool is_given(const struct row *row)
{
	const struct value *written = &row->sheet->written[row->place];

	if (row->sheet->values[row->place] == ANSWER_EXCLUDED)
		return true;
	if (scale_is_coded(row->item->scale))
		return row->sheet->values[row->place] != ANSWER_BLANK;
	return written->given && !written->none;
}

static const char *point_label(const struct row *row, int value)
{
	const struct scale *scale = row->item->scale;

	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].value == value)
			return list_is_for(scale) ? list_label(row->book, &scale->points[i])
			                          : scale->points[i].label;
	return NULL;
}

/* What it says in words; an empty box that counts is what it counts as. */
static const char *answer_label(const struct row *row)
{
	const struct scale *scale = row->item->scale;
	int value = row->sheet->values[row->place];

	if (value == ANSWER_EXCLUDED)
		return scale->excluded;
	if (!scale_is_coded(scale))
		return NULL;
	if (value == ANSWER_BLANK && isnan(row->result->value))
		return NULL;
	if (scale->kind == SCALE_MARK)
		return value == ANSWER_BLANK ? scale->blank
		       : value > 0           ? scale->plus
		                             : scale->minus;
	return point_label(row, value == ANSWER_BLANK ? 0 : value);
}

/* Whether the rule of any section above takes it. */
static bool is_scored(const struct row *row)
{
	const struct framework *framework = row->book->framework;
	size_t at = row->element;

	if (isnan(row->result->value) || !(row->item->weight > 0))
		return false;
	while (at != 0) {
		const struct rule *rule;

		at = framework->elements[at].parent;
		rule = &framework->levels[framework->elements[at].level].rule;
		if (rule->from == SCORE_FROM_ITEMS &&
		    measure_takes(rule->measure, row->item->scale->kind))
			return true;
	}
	return false;
}

static void fill_keys(const struct row *row)
{
	const struct places *places = &row->book->places;
	const struct framework *framework = row->book->framework;

	fill_text(row, 0, row->sheet->respondent);
	fill_text(row, 1, row->sheet->wave);
	for (size_t i = 0; i < places->n_segments; i++)
		fill_text(row, 2 + i, segment_value(row->sheet, places->segments[i]));
	for (size_t level = 1; level + 1 < framework->n_levels; level++)
		fill_text(row, places->first_item + level - 1,
		          framework->elements[book_ancestor(row->book, row->element, level)].text);
}

static void fill_row(const struct row *row)
{
	struct book *book = row->book;
	size_t first = long_first(book);

	fill_keys(row);
	fill_text(row, first + LONG_ID, row->item->id);
	fill_text(row, first + LONG_TEXT, row->item->text);
	fill_text(row, first + LONG_SCALE, plan_kind_word(book, row->item->scale->kind));
	if (is_given(row))
		data_answer(row->grid,
		            (struct spot){row->row, first + LONG_VALUE, columns[LONG_VALUE].look},
		            row->item->scale, row->sheet, row->place);
	fill_text(row, first + LONG_LABEL, answer_label(row));
	if (!isnan(row->result->value))
		grid_number(row->grid,
		            (struct spot){row->row, first + LONG_SCORE, columns[LONG_SCORE].look},
		            row->result->value);
	fill_text(row, first + LONG_SCORED,
	          book_say_document(book, is_scored(row) ? "yes" : "no"));
}

static void fill_heads(struct book *book, struct grid *grid)
{
	const char **heads = long_heads(book);
	size_t first = long_first(book);
	double number = book_size(book, SIZE_CELL_NUMBER), text = book_size(book, SIZE_CELL_TEXT);

	for (size_t i = 0; i < first + LONG_COLUMNS; i++) {
		bool key = i < first;

		grid_text(grid,
		          (struct spot){0, i, LOOK_HEAD | (key ? 0u : columns[i - first].look)},
		          heads[i]);
		grid_width(grid, i, number, text * (key ? 0.33 : columns[i - first].width));
	}
}

void fill_long(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct scores *scores = book->scores;
	struct row row = {.book = book, .grid = grid, .row = 1};

	fill_heads(book, grid);
	for (size_t person = 0; person < scores->n_people; person++)
		for (row.place = 0; row.place < framework->n_items; row.place++, row.row++) {
			row.element = framework->items[row.place];
			row.item = &framework->elements[row.element];
			row.sheet = scores->people[person];
			row.result = &scores->results[person][row.element];
			fill_row(&row);
		}
	grid->frozen_rows = grid->frozen_columns = 1;
	grid->has_table = true;
	grid->table = (struct area){0, 0, row.row - 1, long_first(book) + LONG_COLUMNS - 1};
}
