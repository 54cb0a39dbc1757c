#include "xlsx/blank.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "xlsx/field.h"
#include "xlsx/lists.h"
#include "xlsx/plan.h"
#include "xlsx/sheets.h"

static const struct {
	const char *id, *key;
} fields[FORM_FIELDS] = {
	[FIELD_SHEET] = {"sheet", "sheet"},          [FIELD_WAVE] = {"wave", "wave"},
	[FIELD_DATE] = {"date", "date"},             [FIELD_CODE] = {"respondent.id", "code"},
	[FIELD_NAME] = {"respondent.name", "person"}, [FIELD_ROLE] = {"respondent.role", "role"},
};

static bool any_column(const struct book *book, const size_t *columns)
{
	for (size_t e = 0; e < book->framework->n_elements; e++)
		if (columns[e] != SIZE_MAX)
			return true;
	return false;
}

/* Fields, then sections with their definitions and items in reading order. */
static void place_rows(struct book *book)
{
	const struct framework *framework = book->framework;
	size_t row = FORM_TOP + FORM_FIELDS + book->places.n_segments;
	size_t *rows = ARENA_ARRAY(book->arena, size_t, framework->n_elements);

	for (size_t e = 1; e < framework->n_elements; e++) {
		const struct element *element = &framework->elements[e];

		rows[e] = row++;
		row += element->scale == NULL && element->definition != NULL;
	}
	book->places.form.rows = rows;
}

static void place_person(struct book *book)
{
	struct places *places = &book->places;
	size_t column = FORM_COLUMNS;

	places->form.score = any_column(book, places->score_columns) ? column++ : SIZE_MAX;
	places->form.band = any_column(book, places->band_columns) ? column++ : SIZE_MAX;
	for (size_t i = 0; i < places->n_details; i++)
		places->details[i].place = column++;
	places->form.comment = book->framework->n_items > 0 ? column : SIZE_MAX;
	places->form.n_columns = book->framework->n_items > 0 ? column + 1 : column;
}

static void place_people(struct book *book)
{
	struct places *places = &book->places;
	size_t column = PEOPLE_FIELDS + places->n_segments + 1;

	places->form.score = places->score_columns[0] != SIZE_MAX ? column++ : SIZE_MAX;
	places->form.band = places->band_columns[0] != SIZE_MAX ? column++ : SIZE_MAX;
	places->form.first_item = column;
	places->form.n_columns = column + book->framework->n_items;
}

void blank_place(struct book *book)
{
	const struct framework *framework = book->framework;

	for (size_t i = 0; i < framework->n_items; i++)
		plan_add_details(book, framework->elements[framework->items[i]].scale);
	place_rows(book);
	if (book_tab(book, PART_PEOPLE) != NULL)
		place_people(book);
	else
		place_person(book);
}

static const char *cell_of(struct book *book, const struct tab *tab, size_t row, size_t column)
{
	return book_tab_area(book, tab, (struct area){row, column, row, column});
}

const char *blank_field(struct book *book, size_t person, size_t field)
{
	static const size_t columns[FORM_FIELDS] = {
		[FIELD_CODE] = PEOPLE_CODE,
		[FIELD_NAME] = PEOPLE_NAME,
		[FIELD_ROLE] = PEOPLE_ROLE,
	};
	const struct tab *list = book_tab(book, PART_PEOPLE);

	if (list == NULL)
		return cell_of(book, book_person_tab(book, person), FORM_TOP + field,
		               FORM_ANSWER);
	if (field == FIELD_SHEET)
		return NULL;
	if (field == FIELD_WAVE || field == FIELD_DATE)
		return cell_of(book, list, FORM_TOTALS, field == FIELD_WAVE ? 1 : 3);
	return cell_of(book, list, FORM_PEOPLE_TOP + person,
	               field < FORM_FIELDS ? columns[field]
	                                   : PEOPLE_FIELDS + field - FORM_FIELDS);
}

const char *blank_item(struct book *book, size_t person, size_t item)
{
	const struct tab *list = book_tab(book, PART_PEOPLE);

	if (list == NULL)
		return cell_of(book, book_person_tab(book, person),
		               book->places.form.rows[book->framework->items[item]],
		               FORM_ANSWER);
	return cell_of(book, list, FORM_PEOPLE_TOP + person,
	               book->places.form.first_item + item);
}

const char *blank_field_id(struct book *book, size_t field)
{
	if (field < FORM_FIELDS)
		return fields[field].id;
	return arena_printf(book->arena, "respondent.segments.%s",
	                    book->places.segments[field - FORM_FIELDS]);
}

const char *blank_field_words(struct book *book, size_t field)
{
	return field < FORM_FIELDS ? book_say_document(book, fields[field].key)
	                           : book->places.segments[field - FORM_FIELDS];
}

const char *blank_field_value(struct book *book, size_t person, size_t field)
{
	const struct sheet *sheet = book->scores->people[person];

	if (field == FIELD_SHEET)
		return list_label(book, &list_of_sheets(book)->points[book->input->team
		                                                          ? SHEET_CONSENSUS
		                                                          : SHEET_INDIVIDUAL]);
	return field == FIELD_CODE   ? sheet->respondent
	       : field == FIELD_NAME ? sheet->name
	                             : NULL;
}

void blank_keys(struct book *book, struct grid *grid, const char *of)
{
	const struct framework *framework = book->framework;

	grid_text(grid, (struct spot){FORM_KEYS, 0, LOOK_FAINT | LOOK_SPILL},
	          arena_printf(book->arena, "waymark form; %s; framework: %s; version: %s", of,
	                       framework->id, framework->version));
}

unsigned blank_cell_look(const struct record_column *column)
{
	unsigned look = field_look(column) | FORM_INPUT;

	if ((look & NUMBER_MASK) == NUMBER_PLAIN && column->type != COLUMN_NUMBER &&
	    column->type != COLUMN_COMPUTED)
		look |= NUMBER_TEXT | LOOK_WRAP;
	return look;
}

unsigned blank_answer_look(const struct scale *scale)
{
	return FORM_INPUT | (scale->kind == SCALE_DATE     ? NUMBER_DATE | LOOK_LEFT
	                     : scale->kind == SCALE_NUMBER ? LOOK_LEFT
	                                                   : NUMBER_TEXT | LOOK_WRAP);
}

void blank_limits(struct book *book, struct grid *grid, struct area area, size_t item)
{
	const struct framework *framework = book->framework;
	const struct element *element = &framework->elements[framework->items[item]];
	const struct scale *scale = element->scale;
	struct record_column column = {.type = scale->kind == SCALE_DATE ? COLUMN_DATE
	                                                                 : COLUMN_NUMBER,
	                               .low = scale->low, .high = scale->high,
	                               .none = scale->excluded};

	if (scale_is_coded(scale))
		field_pick(book, grid, area,
		           list_area(book, list_of_scale(book, scale), LIST_LABEL));
	else if (scale->kind != SCALE_TEXT)
		field_limits(book, grid, area, &column);
	words_set_number(&book->vocabulary, "number", (double)item + 1, 0);
	grid_prompt(grid, area, book_say_document(book, "prompt-title"), element->text);
}

void blank_field_limits(struct book *book, struct grid *grid, struct area area, size_t field)
{
	struct record_column date = {.type = COLUMN_DATE};

	if (field == FIELD_SHEET)
		field_pick(book, grid, area, list_area(book, list_of_sheets(book), LIST_LABEL));
	else if (field == FIELD_DATE)
		field_limits(book, grid, area, &date);
	if (field < FORM_FIELDS)
		grid_prompt(grid, area, blank_field_words(book, field),
		            book_say_document(book, arena_printf(book->arena, "%s-prompt",
		                                                 fields[field].key)));
}

void blank_finish(struct book *book, struct grid *grid, size_t left, size_t n_columns)
{
	grid->print_top = FORM_TITLE;
	grid->print_left = left;
	grid->n_print_columns = n_columns;
	grid->row_height = book_size(book, SIZE_CELL_ROW);
	grid->plain = true;
}

void blank_score(struct book *book, struct grid *grid, struct spot spot, size_t person,
                size_t element)
{
	size_t column = book->places.score_columns[element];
	const struct level *level = &book->framework->levels[book->framework->elements[element].level];
	const char *none = book_say_document(book, element == 0 ? "unscored" : "unscored-part");
	const char *cell;

	if (column == SIZE_MAX)
		return;
	cell = book_cell(book, PART_SCORES, book->places.scores_top + person, column);
	spot.look |= score_look(&level->rule) | LOOK_BOLD | LOOK_RIGHT;
	grid_formula_text(grid, spot, none, "IF(%s=\"\",%s,%s)", cell, book_quoted(book, none),
	                  cell);
}

void blank_band(struct book *book, struct grid *grid, struct spot spot, size_t person,
               size_t element)
{
	size_t column = book->places.band_columns[element];

	if (column == SIZE_MAX)
		return;
	spot.look |= LOOK_BOLD | LOOK_INDENT;
	grid_formula_text(grid, spot, "", "%s",
	                  book_cell(book, PART_SCORES, book->places.scores_top + person, column));
}

void blank_answered(struct book *book, struct grid *grid, struct spot spot, size_t person)
{
	const char *cell = book_cell(book, PART_SCORES, book->places.scores_top + person,
	                             book->places.answered);

	grid_formula_text(grid, spot, arena_printf(book->arena, "0 / %zu", book->framework->n_items),
	                  "%s&\" / %zu\"", cell, book->framework->n_items);
}
