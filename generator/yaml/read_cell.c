#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "yaml/raw_sheet.h"
#include "yaml/value.h"

/* Sums of as many as there may be rows can still be said. */
#define NUMBER_MOST 1e12

struct cell {
	const struct bind *bind;
	const struct record_column *column;
	const struct node *node;
};

/* What a value of this type, stored at `target`, is read from; the table that
 * a field stands in matters to collections only. */
static struct field_value value_of(const struct cell *cell, const struct field *field,
                                   void *target)
{
	return (struct field_value){cell->bind, field, NULL, cell->node, cell->column->id,
	                            target};
}

static bool take_text(const struct cell *cell, struct value *to)
{
	static const struct field field = {.type = FIELD_TEXT};
	struct field_value value = value_of(cell, &field, &to->text);

	return value_take_text(&value);
}

static bool take_date(const struct cell *cell, struct value *to)
{
	static const struct field field = {.type = FIELD_DATE};
	struct field_value value = value_of(cell, &field, &to->text);

	if (!value_take_date(&value))
		return false;
	to->number = date_days(to->text);
	return true;
}

static bool take_check(const struct cell *cell, struct value *to)
{
	static const struct field field = {.type = FIELD_BOOL};
	bool truth;
	struct field_value value = value_of(cell, &field, &truth);

	if (cell->node->kind != NODE_SCALAR || !value_is_bool(cell->node->text, &truth))
		return value_refuse(&value, "yes or no", NULL);
	to->number = truth ? 1 : 0;
	to->text = truth ? "yes" : "no";
	return true;
}

static bool is_none(const struct record_column *column, const struct node *node)
{
	return column->none != NULL && node->kind == NODE_SCALAR &&
	       (strcmp(node->text, column->none) == 0 ||
	        strcmp(node->text, column->none_written) == 0);
}

/* "from 0 to 100", or as far as there are limits. */
static const char *say_limits(const struct cell *cell)
{
	struct arena *arena = cell->bind->arena;
	double low = cell->column->low, high = cell->column->high;

	if (isnan(high))
		return arena_printf(arena, "%g or more", low);
	if (isnan(low))
		return arena_printf(arena, "%g or less", high);
	return arena_printf(arena, "%g to %g", low, high);
}

static bool take_number(const struct cell *cell, struct value *to)
{
	static const struct field field = {.type = FIELD_NUMBER};
	const struct record_column *column = cell->column;
	struct field_value value = value_of(cell, &field, &to->number);

	if (is_none(column, cell->node)) {
		to->none = true;
		to->text = cell->node->text;
		return true;
	}
	if (column->none != NULL && (cell->node->kind != NODE_SCALAR ||
	                             strpbrk(cell->node->text, "0123456789") == NULL))
		return value_refuse(&value, arena_printf(cell->bind->arena, "a number or '%s'",
		                                         column->none_written),
		                    NULL);
	if (!value_take_number(&value))
		return false;
	to->text = cell->node->text;
	if (fabs(to->number) > NUMBER_MOST)
		return value_refuse(&value, "a number up to 1e12", NULL);
	if (!(to->number < column->low) && !(to->number > column->high))
		return true;
	diag_error(cell->bind->diag, cell->node->pos,
	           arena_printf(cell->bind->arena, "accepted: %s", say_limits(cell)),
	           "%s cannot be %s", node_quote(cell->bind->arena, cell->column->id),
	           cell->node->text);
	return false;
}

static bool take_choice(const struct cell *cell, struct value *to)
{
	const struct record_column *column = cell->column;
	const char **names = ARENA_ARRAY(cell->bind->arena, const char *, column->n_options);
	struct field field = {.type = FIELD_CHOICE, .names = names, .n_names = column->n_options};
	int choice = 0;
	struct field_value value = value_of(cell, &field, &choice);

	for (size_t i = 0; i < column->n_options; i++)
		names[i] = column->options[i].id;
	if (!value_take_choice(&value))
		return false;
	to->number = choice;
	to->text = names[choice];
	return true;
}

static bool take_reference(const struct cell *cell, struct value *to)
{
	static const struct field field = {.type = FIELD_STRING, .form = FORM_ID};
	struct field_value value = value_of(cell, &field, &to->text);

	return value_take_string(&value);
}

static bool refuse(const struct cell *cell, struct value *to)
{
	(void)to;
	diag_error(cell->bind->diag, cell->node->pos, "leave it out",
	           "%s is computed, never written",
	           node_quote(cell->bind->arena, cell->column->id));
	return false;
}

bool raw_read_cell(const struct bind *bind, const struct record_column *column,
                   const struct node *node, struct value *value)
{
	static bool (*const takers[COLUMN_TYPE_COUNT])(const struct cell *, struct value *) = {
		[COLUMN_TEXT] = take_text,
		[COLUMN_NUMBER] = take_number,
		[COLUMN_DATE] = take_date,
		[COLUMN_CHECK] = take_check,
		[COLUMN_CHOICE] = take_choice,
		[COLUMN_LINE] = take_choice,
		[COLUMN_REFERENCE] = take_reference,
		[COLUMN_COMPUTED] = refuse,
	};
	struct cell cell = {bind, column, node};

	*value = (struct value){0};
	if (node == NULL || node_is_null(node))
		return true;
	if (!takers[column->type](&cell, value)) {
		*value = (struct value){0};
		return false;
	}
	value->given = !value->none && value->text != NULL;
	return true;
}
