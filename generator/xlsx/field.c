#include "xlsx/field.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/lists.h"

/* The longest formula that limits what is typed in, and the longest text in it. */
enum { LIMITS_MAX = 255 };

/* 1970-01-01, counted from 1899-12-30. */
#define DAYS_BEFORE 25569

double field_day(double days)
{
	return days + DAYS_BEFORE;
}

const char *field_head(struct book *book, const struct record_column *column)
{
	if (column->unit == NULL)
		return column->title;
	words_set(&book->vocabulary, "title", column->title);
	words_set(&book->vocabulary, "unit", column->unit);
	return book_say_document(book, "head-unit");
}

unsigned field_look(const struct record_column *column)
{
	static const unsigned computed[COMPUTATION_COUNT] = {
		[COMPUTE_PROGRESS] = NUMBER_SHARE,
		[COMPUTE_COUNT] = NUMBER_COUNT,
		[COMPUTE_AGE] = NUMBER_COUNT,
	};
	static const unsigned looks[COLUMN_TYPE_COUNT] = {
		[COLUMN_TEXT] = LOOK_INPUT | LOOK_WRAP,
		[COLUMN_NUMBER] = LOOK_INPUT | LOOK_RIGHT | LOOK_INDENT,
		[COLUMN_DATE] = LOOK_INPUT | LOOK_RIGHT | LOOK_INDENT | NUMBER_DATE,
		[COLUMN_CHECK] = LOOK_INPUT,
		[COLUMN_CHOICE] = LOOK_INPUT,
		[COLUMN_LINE] = LOOK_INPUT,
		[COLUMN_REFERENCE] = LOOK_INPUT,
		[COLUMN_COMPUTED] = LOOK_RIGHT | LOOK_INDENT,
	};

	if (column->type == COLUMN_COMPUTED)
		return looks[COLUMN_COMPUTED] | computed[column->computation];
	return looks[column->type];
}

void field_fill(struct book *book, struct grid *grid, struct spot spot,
                const struct record_column *column, const struct value *value)
{
	spot.look |= field_look(column);
	if (value == NULL || !value->given || value->none) {
		grid_text(grid, spot, value != NULL && value->none ? column->none : NULL);
		return;
	}
	switch (column->type) {
	case COLUMN_NUMBER:
		grid_number(grid, spot, value->number);
		break;
	case COLUMN_DATE:
		grid_number(grid, spot, field_day(value->number));
		break;
	case COLUMN_CHECK:
	case COLUMN_CHOICE:
	case COLUMN_LINE:
		grid_text(grid, spot,
		          list_label(book, &column->options[(size_t)value->number]));
		break;
	case COLUMN_TEXT:
	case COLUMN_REFERENCE:
	case COLUMN_COMPUTED:
	case COLUMN_TYPE_COUNT:
		grid_text(grid, spot, value->text);
		break;
	}
}

void field_pick(struct book *book, struct grid *grid, struct area area, const char *source)
{
	grid_limits(grid, &(struct limits){.area = area, .kind = LIMITS_LIST, .source = source,
	                                   .message = book_say_document(book, "limits-list")});
}

/* " (≥ 0, ≤ 100)", or nothing where every number is. */
static const char *accepted(struct book *book, const struct record_column *column)
{
	struct buf all = {.arena = book->arena};

	if (!isnan(column->low))
		buf_addf(&all, "\xe2\x89\xa5 %s", book_number(book, column->low));
	if (!isnan(column->high))
		buf_addf(&all, "%s\xe2\x89\xa4 %s", all.length > 0 ? ", " : "",
		         book_number(book, column->high));
	return all.length == 0 ? "" : arena_printf(book->arena, " (%s)", buf_text(&all));
}

/* A number within its limits, or the words for none. */
static const char *number_condition(struct book *book, const struct record_column *column,
                                    const char *cell)
{
	struct buf all = {.arena = book->arena};

	buf_addf(&all, "ISNUMBER(%s)", cell);
	if (!isnan(column->low))
		buf_addf(&all, ",%s>=%s", cell, book_number(book, column->low));
	if (!isnan(column->high))
		buf_addf(&all, ",%s<=%s", cell, book_number(book, column->high));
	if (column->none == NULL)
		return arena_printf(book->arena, "AND(%s)", buf_text(&all));
	return arena_printf(book->arena, "OR(%s=%s,AND(%s))", cell,
	                    book_quoted(book, column->none), buf_text(&all));
}

static void limit_typing(struct book *book, struct grid *grid, struct area area,
                         const char *condition, const char *key)
{
	if (strlen(condition) <= LIMITS_MAX)
		grid_limits(grid, &(struct limits){.area = area, .kind = LIMITS_FORMULA,
		                                   .source = condition,
		                                   .message = book_say_document(book, key)});
}

void field_limits(struct book *book, struct grid *grid, struct area area,
                  const struct record_column *column)
{
	const char *cell = place_name(book->arena, area.top, area.left);

	if (column->n_options > 0)
		field_pick(book, grid, area,
		           list_area(book, list_of_column(book, column), LIST_LABEL));
	else if (column->type == COLUMN_NUMBER) {
		words_set(&book->vocabulary, "accepted", accepted(book, column));
		limit_typing(book, grid, area, number_condition(book, column, cell),
		             "limits-number");
	} else if (column->type == COLUMN_DATE)
		limit_typing(book, grid, area, arena_printf(book->arena, "ISNUMBER(%s)", cell),
		             "limits-date");
}

void field_width(struct book *book, struct grid *grid, size_t at,
                 const struct record_column *column)
{
	bool long_text = column->type == COLUMN_TEXT;

	grid_width(grid, at, book_size(book, column->type == COLUMN_DATE ? SIZE_CELL_BAR
	                                                                 : SIZE_CELL_NUMBER),
	           book_size(book, SIZE_CELL_TEXT) * (long_text ? 0.4 : 0.33));
}
