#include "xlsx/sheets.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/field.h"
#include "xlsx/heads.h"
#include "xlsx/lists.h"

static const struct element *item_of(const struct book *book, size_t place)
{
	return &book->framework->elements[book->framework->items[place]];
}

const struct record_column *data_extra(const struct book *book, size_t i)
{
	const struct extra *extra = &book->places.extras[i];

	return &item_of(book, extra->place)->scale->columns[extra->index];
}

/* The items come first, for their names are ids that stay as they are. */
const char **data_heads(struct book *book)
{
	const struct places *places = &book->places;
	size_t n = book->framework->n_items;
	struct heads taken = {.arena = book->arena};
	const char **heads =
	    ARENA_ARRAY(book->arena, const char *, places->first_item + n + places->n_extras);

	for (size_t i = 0; i < n; i++)
		heads[places->first_item + i] = heads_add(&taken, item_of(book, i)->id);
	for (size_t i = 0; i < places->n_extras; i++) {
		const struct element *item = item_of(book, places->extras[i].place);

		heads[places->first_item + n + i] =
		    heads_add(&taken, arena_printf(book->arena, "%s.%s", item->id,
		                                   data_extra(book, i)->id));
	}
	for (size_t i = 0; i < places->first_item; i++)
		heads[i] = heads_add(&taken, i == 0   ? book_say_document(book, "code")
		                             : i == 1 ? book_say_document(book, "wave")
		                                      : places->segments[i - 2]);
	return heads;
}

const char *segment_value(const struct sheet *sheet, const char *name)
{
	for (size_t i = 0; i < sheet->n_segments; i++)
		if (strcmp(sheet->segments[i].name, name) == 0)
			return sheet->segments[i].value;
	return NULL;
}

/* What was chosen stands there by its id. */
static const char *point_id(const struct scale *scale, int value)
{
	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].value == value)
			return scale->points[i].id;
	return NULL;
}

static void fill_written(struct grid *grid, struct spot spot, const struct scale *scale,
                         const struct value *value)
{
	bool given = value->given && !value->none;

	if (scale->kind == SCALE_DATE)
		spot.look |= NUMBER_DATE;
	if (!given)
		grid_empty(grid, spot);
	else if (scale->kind == SCALE_TEXT)
		grid_text(grid, spot, value->text);
	else
		grid_number(grid, spot, scale->kind == SCALE_DATE ? field_day(value->number)
		                                                  : value->number);
}

void data_answer(struct grid *grid, struct spot spot, const struct scale *scale,
                 const struct sheet *sheet, size_t item)
{
	int value = sheet->values[item];

	if (value == ANSWER_EXCLUDED)
		grid_text(grid, spot, ANSWER_EXCLUDED_ID);
	else if (!scale_is_coded(scale))
		fill_written(grid, spot, scale, &sheet->written[item]);
	else if (value == ANSWER_BLANK)
		grid_empty(grid, spot);
	else if (list_is_for(scale))
		grid_text(grid, spot, point_id(scale, value));
	else
		grid_number(grid, spot, value);
}

/* What was written beside an answer; choices stand there by their ids too. */
static void fill_extra(struct book *book, struct grid *grid, struct spot spot, size_t i,
                       const struct sheet *sheet)
{
	const struct extra *extra = &book->places.extras[i];
	const struct record_column *column = data_extra(book, i);
	const struct value *value = sheet->details == NULL || sheet->details[extra->place] == NULL
	                                ? NULL
	                                : &sheet->details[extra->place][extra->index];

	if (value != NULL && value->given && column->n_options > 0) {
		spot.look |= field_look(column);
		grid_text(grid, spot, column->options[(size_t)value->number].id);
	} else {
		field_fill(book, grid, spot, column, value);
	}
}

static void fill_person(struct book *book, struct grid *grid, size_t row,
                        const struct sheet *sheet)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;

	grid_text(grid, (struct spot){row, 0, LOOK_BOLD}, sheet->respondent);
	grid_text(grid, (struct spot){row, 1, 0}, sheet->wave);
	for (size_t i = 0; i < places->n_segments; i++)
		grid_text(grid, (struct spot){row, 2 + i, 0},
		          segment_value(sheet, places->segments[i]));
	for (size_t i = 0; i < framework->n_items; i++)
		data_answer(grid, (struct spot){row, places->first_item + i, LOOK_INPUT},
		            item_of(book, i)->scale, sheet, i);
	for (size_t i = 0; i < places->n_extras; i++)
		fill_extra(book, grid,
		           (struct spot){row, places->first_item + framework->n_items + i, 0}, i,
		           sheet);
}

/* "does-not-apply" beside what else may be typed in. */
static const char *or_excluded(struct book *book, const struct scale *scale, const char *cell,
                               const char *condition)
{
	if (scale->excluded == NULL)
		return condition;
	return arena_printf(book->arena, "OR(%s=\"" ANSWER_EXCLUDED_ID "\",%s)", cell,
	                    condition);
}

static const char *number_condition(struct book *book, const struct scale *scale,
                                    const char *cell)
{
	double low = scale->low, high = scale->high;
	struct buf all = {.arena = book->arena};

	buf_addf(&all, "AND(ISNUMBER(%s)", cell);
	if (scale->kind == SCALE_RATING) {
		buf_addf(&all, ",%s=INT(%s)", cell, cell);
		low = scale->points[0].value;
		high = scale->points[scale->n_points - 1].value;
	} else if (scale->kind == SCALE_MARK) {
		buf_addf(&all, ",ABS(%s)=1", cell);
		low = high = NAN;
	}
	if (!isnan(low))
		buf_addf(&all, ",%s>=%s", cell, book_number(book, low));
	if (!isnan(high))
		buf_addf(&all, ",%s<=%s", cell, book_number(book, high));
	buf_adds(&all, ")");
	return buf_text(&all);
}

/* Whole numbers, one of a list, or what a formula lets pass. */
static void limit_answers(struct book *book, struct grid *grid, struct area area,
                          const struct scale *scale)
{
	struct limits limits = {.area = area, .kind = LIMITS_FORMULA};
	const char *cell = place_name(book->arena, area.top, area.left);
	double low = scale->low, high = scale->high;

	if (scale->kind == SCALE_TEXT)
		return;
	if (list_is_for(scale)) {
		field_pick(book, grid, area,
		           list_area(book, list_of_scale(book, scale), LIST_ID));
		return;
	}
	if (scale->kind == SCALE_DATE) {
		limits.source = or_excluded(book, scale, cell,
		                            arena_printf(book->arena, "ISNUMBER(%s)", cell));
		limits.message = book_say_document(book, "limits-date");
		grid_limits(grid, &limits);
		return;
	}
	limits.source = or_excluded(book, scale, cell, number_condition(book, scale, cell));
	limits.message = book_say_document(book, "limits-number");
	if (scale->kind != SCALE_NUMBER) {
		low = scale->kind == SCALE_MARK ? -1 : scale->points[0].value;
		high = scale->kind == SCALE_MARK ? 1 : scale->points[scale->n_points - 1].value;
		words_set_number(&book->vocabulary, "low", low, 0);
		words_set_number(&book->vocabulary, "high", high, 0);
		limits.message = book_say(book, "limits");
		limits.kind = scale->excluded == NULL ? LIMITS_WHOLE : LIMITS_FORMULA;
		limits.low = (int)low;
		limits.high = (int)high;
	}
	grid_limits(grid, &limits);
}

/* Neighbours on one scale share a rule of what may be typed in. */
static void fill_limits(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;

	for (size_t first = 0, i = 1; i <= framework->n_items; i++) {
		const struct scale *scale = framework->elements[framework->items[first]].scale;

		if (i < framework->n_items &&
		    framework->elements[framework->items[i]].scale == scale)
			continue;
		limit_answers(book, grid,
		              (struct area){1, places->first_item + first, places->data_bottom,
		                            places->first_item + i - 1},
		              scale);
		first = i;
	}
}

static bool is_number(const struct book *book, size_t item)
{
	const struct scale *scale = item_of(book, item)->scale;

	return !list_is_for(scale) && scale->kind != SCALE_TEXT;
}

static void fill_head(struct book *book, struct grid *grid, size_t column, const char *head)
{
	const struct places *places = &book->places;
	size_t n = book->framework->n_items;
	double number = book_size(book, SIZE_CELL_NUMBER), text = book_size(book, SIZE_CELL_TEXT);
	bool item = column >= places->first_item && column < places->first_item + n;
	unsigned look = LOOK_HEAD;

	if (item && is_number(book, column - places->first_item))
		look |= LOOK_RIGHT;
	else if (column >= places->first_item + n)
		look |= field_look(data_extra(book, column - places->first_item - n)) &
		        (LOOK_RIGHT | LOOK_INDENT);
	grid_text(grid, (struct spot){0, column, look}, head);
	grid_width(grid, column, number,
	           column < places->first_item ? text
	           : item && (look & LOOK_RIGHT) ? 0
	                                         : text * 0.4);
}

static void fill_extra_limits(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;

	for (size_t i = 0; i < places->n_extras; i++) {
		const struct record_column *column = data_extra(book, i);
		size_t at = places->first_item + book->framework->n_items + i;
		struct area area = {1, at, places->data_bottom, at};

		if (column->n_options > 0)
			field_pick(book, grid, area,
			           list_area(book, list_of_column(book, column), LIST_ID));
		else
			field_limits(book, grid, area, column);
	}
}

void fill_data(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;
	const char **heads = data_heads(book);
	size_t n = places->first_item + book->framework->n_items + places->n_extras;

	for (size_t i = 0; i < n; i++)
		fill_head(book, grid, i, heads[i]);
	for (size_t person = 0; person < book->scores->n_people; person++)
		fill_person(book, grid, 1 + person, book->scores->people[person]);
	fill_limits(book, grid);
	fill_extra_limits(book, grid);
	grid->frozen_rows = grid->frozen_columns = 1;
	grid->has_table = book->scores->n_people > 0;
	grid->table = (struct area){0, 0, places->data_bottom, n - 1};
	grid->wide = true;
}
