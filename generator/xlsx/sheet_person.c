#include "xlsx/blank.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "xlsx/field.h"
#include "xlsx/lists.h"
#include "xlsx/plan.h"

/* A sheet while it is filled. */
struct filling {
	struct book *book;
	struct grid *grid;
	size_t person;
};

/* NULL where the items are on several scales. */
static const struct scale *one_scale(const struct framework *framework, size_t element)
{
	const struct element *part = &framework->elements[element];
	const struct scale *scale = NULL;

	for (size_t i = part->first_item; i < part->first_item + part->n_items; i++) {
		const struct scale *next = framework->elements[framework->items[i]].scale;

		if (scale != NULL && next != scale)
			return NULL;
		scale = next;
	}
	return scale;
}

static void head(const struct filling *filling, struct spot spot, const char *id,
                 const char *text)
{
	if (spot.column == SIZE_MAX)
		return;
	grid_text(filling->grid, (struct spot){FORM_IDS, spot.column, LOOK_FAINT | LOOK_SPILL}, id);
	grid_text(filling->grid, (struct spot){FORM_TOP - 1, spot.column, spot.look | LOOK_HEAD},
	          text);
}

static void fill_heads(const struct filling *filling)
{
	struct book *book = filling->book;
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	const struct scale *scale = one_scale(framework, 0);

	head(filling, (struct spot){.column = FORM_ID}, "id", book_say_document(book, "row-id"));
	head(filling, (struct spot){.column = FORM_TEXT}, NULL,
	     framework->n_items == 0 ? book_say(book, "fields")
	                             : framework->levels[framework->n_levels - 1].title);
	head(filling, (struct spot){.column = FORM_ANSWER}, ANSWER_KEY,
	     scale == NULL ? book_say(book, "answer") : scale->prompt);
	head(filling, (struct spot){.column = places->form.score, .look = LOOK_RIGHT}, NULL,
	     book_say(book, "score"));
	head(filling, (struct spot){.column = places->form.band, .look = LOOK_INDENT}, NULL,
	     book_say(book, "band"));
	for (size_t i = 0; i < places->n_details; i++)
		head(filling, (struct spot){.column = places->details[i].place},
		     places->details[i].column->id, field_head(book, places->details[i].column));
	head(filling, (struct spot){.column = places->form.comment}, "comment",
	     book_say(book, "comment"));
}

/* Shares of the widest text: what is asked wants most of the room. */
static void settle_widths(const struct filling *filling)
{
	struct book *book = filling->book;
	struct grid *grid = filling->grid;
	const struct places *places = &book->places;
	double text = book_size(book, SIZE_CELL_TEXT), number = book_size(book, SIZE_CELL_NUMBER);
	bool written = framework_count_kind(book->framework, 0, SCALE_TEXT) > 0;

	grid_width(grid, FORM_ID, number, 0);
	grid_width(grid, FORM_TEXT, text * 0.62, text * 0.62);
	grid_width(grid, FORM_ANSWER, text * (written ? 0.45 : 0.3), 0);
	if (places->form.score != SIZE_MAX)
		grid_width(grid, places->form.score, number, text / 3);
	if (places->form.band != SIZE_MAX)
		grid_width(grid, places->form.band, text * 0.24, 0);
	for (size_t i = 0; i < places->n_details; i++)
		grid_width(grid, places->details[i].place,
		           places->details[i].column->type == COLUMN_TEXT
		               ? text * 0.2 * fmin(places->details[i].column->width, 2)
		               : book_size(book, SIZE_CELL_BAR),
		           0);
	if (places->form.comment != SIZE_MAX)
		grid_width(grid, places->form.comment, text * 0.4, 0);
}

static void fill_opening(const struct filling *filling)
{
	struct book *book = filling->book;
	struct grid *grid = filling->grid;
	const struct places *places = &book->places;

	blank_keys(book, grid, arena_printf(book->arena, "person: %s",
	                                   book->scores->people[filling->person]->respondent));
	grid_text(grid, (struct spot){FORM_TITLE, FORM_TEXT, LOOK_TITLE}, book_say(book, "title"));
	grid_text(grid, (struct spot){FORM_NOTE, FORM_TEXT, LOOK_NOTE}, book_say(book, "note"));
	if (book->framework->n_items == 0)
		return;
	grid_text(grid, (struct spot){FORM_TOTALS, FORM_TEXT, LOOK_BOLD},
	          book_say(book, "progress"));
	blank_answered(book, grid, (struct spot){FORM_TOTALS, FORM_ANSWER, LOOK_BOLD},
	              filling->person);
	blank_score(book, grid, (struct spot){FORM_TOTALS, places->form.score, 0},
	           filling->person, 0);
	blank_band(book, grid, (struct spot){FORM_TOTALS, places->form.band, 0},
	          filling->person, 0);
}

static void fill_fields(const struct filling *filling)
{
	struct book *book = filling->book;
	size_t n = FORM_FIELDS + book->places.n_segments;

	for (size_t i = 0; i < n; i++) {
		size_t row = FORM_TOP + i;
		unsigned look = i == FIELD_DATE ? NUMBER_DATE | LOOK_LEFT : NUMBER_TEXT;

		grid_text(filling->grid, (struct spot){row, FORM_ID, LOOK_FAINT},
		          blank_field_id(book, i));
		grid_text(filling->grid, (struct spot){row, FORM_TEXT, 0},
		          blank_field_words(book, i));
		grid_text(filling->grid, (struct spot){row, FORM_ANSWER, FORM_INPUT | look},
		          blank_field_value(book, filling->person, i));
		blank_field_limits(book, filling->grid,
		                  (struct area){row, FORM_ANSWER, row, FORM_ANSWER}, i);
	}
}

static void fill_comment(const struct filling *filling, size_t row)
{
	grid_empty(filling->grid, (struct spot){row, filling->book->places.form.comment,
	                                        FORM_INPUT | LOOK_WRAP | NUMBER_TEXT});
}

static void fill_section(const struct filling *filling, size_t element)
{
	struct book *book = filling->book;
	const struct framework *framework = book->framework;
	const struct element *section = &framework->elements[element];
	const struct scale *scale = one_scale(framework, element);
	size_t row = book->places.form.rows[element];
	unsigned line = section->level == 1 ? LOOK_TOTAL : 0;

	grid_text(filling->grid, (struct spot){row, FORM_ID, LOOK_FAINT}, section->id);
	grid_text(filling->grid, (struct spot){row, FORM_TEXT, LOOK_BOLD | LOOK_WRAP | line},
	          section->text);
	grid_text(filling->grid, (struct spot){row, FORM_ANSWER, LOOK_NOTE | LOOK_WRAP | line},
	          scale == NULL || one_scale(framework, 0) != NULL ? NULL : scale->prompt);
	if (section->n_items > 0) {
		blank_score(book, filling->grid, (struct spot){row, book->places.form.score, line},
		           filling->person, element);
		blank_band(book, filling->grid, (struct spot){row, book->places.form.band, line},
		          filling->person, element);
	}
	fill_comment(filling, row);
	if (section->definition != NULL)
		grid_text(filling->grid,
		          (struct spot){row + 1, FORM_TEXT, LOOK_NOTE | LOOK_WRAP},
		          section->definition);
}

static const char *item_text(struct book *book, const struct element *item)
{
	if (isnan(item->target))
		return item->text;
	words_set(&book->vocabulary, "text", item->text);
	words_set_number(&book->vocabulary, "target", item->target, 0);
	words_set(&book->vocabulary, "unit", item->unit == NULL ? "" : item->unit);
	return book_say(book, "item-target");
}

/* What is asked beside the answer; a cell where nothing is asked stays closed. */
static void fill_details(const struct filling *filling, size_t row, const struct element *item)
{
	struct book *book = filling->book;

	for (size_t i = 0; i < book->places.n_details; i++) {
		const struct detail *detail = &book->places.details[i];
		struct spot spot = {row, detail->place, blank_cell_look(detail->column)};
		struct area area = {row, detail->place, row, detail->place};
		size_t own = 0;

		while (own < item->scale->n_columns &&
		       !plan_shares(&item->scale->columns[own], detail->column))
			own++;
		if (own == item->scale->n_columns || (detail->column->targets && isnan(item->target)))
			continue;
		grid_empty(filling->grid, spot);
		field_limits(book, filling->grid, area, detail->column);
	}
}

static void fill_item(const struct filling *filling, size_t place)
{
	struct book *book = filling->book;
	size_t element = book->framework->items[place], row = book->places.form.rows[element];
	const struct element *item = &book->framework->elements[element];

	grid_text(filling->grid, (struct spot){row, FORM_ID, LOOK_FAINT}, item->id);
	grid_text(filling->grid, (struct spot){row, FORM_TEXT, LOOK_WRAP | LOOK_INDENT},
	          item_text(book, item));
	grid_empty(filling->grid, (struct spot){row, FORM_ANSWER, blank_answer_look(item->scale)});
	blank_limits(book, filling->grid, (struct area){row, FORM_ANSWER, row, FORM_ANSWER}, place);
	fill_details(filling, row, item);
	fill_comment(filling, row);
}

void fill_person(struct book *book, struct grid *grid)
{
	struct filling filling = {book, grid, book->tab->index};

	fill_opening(&filling);
	fill_heads(&filling);
	settle_widths(&filling);
	fill_fields(&filling);
	for (size_t e = 1; e < book->framework->n_elements; e++)
		if (book->framework->elements[e].scale == NULL)
			fill_section(&filling, e);
	for (size_t i = 0; i < book->framework->n_items; i++)
		fill_item(&filling, i);
	grid->frozen_rows = FORM_TOP;
	grid->frozen_columns = FORM_ANSWER;
	blank_finish(book, grid, FORM_TEXT, book->places.form.n_columns);
	grid->current = filling.person == 0;
}
