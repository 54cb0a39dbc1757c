#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "yaml/raw_sheet.h"
#include "yaml/value.h"

struct mark {
	const char *word;
	int value;
};

static const struct mark marks[] = {
	{"plus", 1}, {"strength", 1}, {"+", 1}, {"minus", -1}, {"gap", -1}, {"-", -1},
};

/* How answers that are written down are read. */
static const enum column_type written_types[SCALE_COUNT] = {
	[SCALE_NUMBER] = COLUMN_NUMBER,
	[SCALE_TEXT] = COLUMN_TEXT,
	[SCALE_DATE] = COLUMN_DATE,
};

struct asked {
	const struct bind *bind;
	const struct element *item;
	struct sheet *sheet;
};

static bool read_mark(const char *word, int *value)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (strcmp(marks[i].word, word) != 0)
			continue;
		*value = marks[i].value;
		return true;
	}
	return false;
}

static bool read_rating(const struct scale *scale, const char *word, int *value)
{
	if (!bind_is(word, FORM_WHOLE))
		return false;
	*value = (int)strtol(word, NULL, 10);
	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].value == *value)
			return true;
	return false;
}

static bool read_check(const char *word, int *value)
{
	bool truth;

	if (!value_is_bool(word, &truth))
		return false;
	*value = truth ? 1 : 0;
	return true;
}

static bool read_point(const struct scale *scale, const char *word, int *value)
{
	for (size_t i = 0; i < scale->n_points; i++) {
		if (strcmp(scale->points[i].id, word) != 0)
			continue;
		*value = scale->points[i].value;
		return true;
	}
	return false;
}

static bool read_code(const struct scale *scale, const char *word, int *value)
{
	switch (scale->kind) {
	case SCALE_MARK:
		return read_mark(word, value);
	case SCALE_RATING:
		return read_rating(scale, word, value);
	case SCALE_CHECK:
		return read_check(word, value);
	case SCALE_STATUS:
	case SCALE_CHOICE:
		return read_point(scale, word, value);
	case SCALE_NUMBER:
	case SCALE_TEXT:
	case SCALE_DATE:
	case SCALE_COUNT:
		break;
	}
	return false;
}

static const char *list_answers(const struct bind *bind, const struct scale *scale)
{
	struct buf list = {.arena = bind->arena};

	buf_adds(&list, "accepted: ");
	if (scale->kind == SCALE_MARK)
		buf_adds(&list, "plus or strength, minus or gap, \"+\" or \"-\" in quotes, ");
	for (size_t i = 0; i < scale->n_points; i++)
		buf_addf(&list, "%s (%s), ", scale->points[i].id, scale->points[i].label);
	if (scale->excluded != NULL)
		buf_addf(&list, ANSWER_EXCLUDED_ID " (%s), ", scale->excluded);
	buf_adds(&list, "or nothing for blank");
	return buf_text(&list);
}

static void read_code_or_refuse(const struct asked *asked, const struct node *node, int *value)
{
	const struct bind *bind = asked->bind;
	const struct element *item = asked->item;

	if (node->kind != NODE_SCALAR)
		diag_error(bind->diag, node->pos, NULL, "%s is %s, but a single value is wanted",
		           node_quote(bind->arena, item->id), node_say(bind->arena, node));
	else if (!read_code(item->scale, node->text, value))
		diag_error(bind->diag, node->pos, list_answers(bind, item->scale),
		           "%s is no answer to '%s'", node_quote(bind->arena, node->text),
		           item->id);
	else
		return;
	*value = ANSWER_BLANK;
}

static void read_answer(const struct asked *asked, const struct node *node)
{
	const struct scale *scale = asked->item->scale;
	size_t place = asked->item->first_item;
	int *value = &asked->sheet->values[place];
	struct record_column column = {.id = asked->item->id, .type = written_types[scale->kind],
	                               .low = scale->low, .high = scale->high};

	if (node_is_null(node))
		return;
	if (scale->excluded != NULL && node->kind == NODE_SCALAR &&
	    strcmp(node->text, ANSWER_EXCLUDED_ID) == 0)
		*value = ANSWER_EXCLUDED;
	else if (scale_is_coded(scale))
		read_code_or_refuse(asked, node, value);
	else
		raw_read_cell(asked->bind, &column, node, &asked->sheet->written[place]);
}

/* The columns that are asked beside this item's answer. */
static bool is_asked(const struct element *item, const struct record_column *column)
{
	return !column->targets || !isnan(item->target);
}

static void refuse_detail(const struct asked *asked, const struct node *key, size_t column)
{
	const struct bind *bind = asked->bind;
	const struct scale *scale = asked->item->scale;
	const char **names = ARENA_ARRAY(bind->arena, const char *, scale->n_columns + 1);
	size_t n = 1;

	names[0] = ANSWER_KEY;
	for (size_t i = 0; i < scale->n_columns; i++)
		if (is_asked(asked->item, &scale->columns[i]))
			names[n++] = scale->columns[i].id;
	if (column < scale->n_columns)
		diag_error(bind->diag, key->pos, NULL,
		           "'%s' is for items with a target, and '%s' has none", key->text,
		           asked->item->id);
	else
		diag_error(bind->diag, key->pos, bind_accepted_key(bind, key->text, names, n),
		           "nothing called %s is asked beside the answer to '%s'",
		           node_quote(bind->arena, key->text), asked->item->id);
}

static void read_detail(const struct asked *asked, const struct entry *entry)
{
	const struct scale *scale = asked->item->scale;
	struct value **details = &asked->sheet->details[asked->item->first_item];
	size_t column = 0;

	while (column < scale->n_columns &&
	       strcmp(scale->columns[column].id, entry->key->text) != 0)
		column++;
	if (column == scale->n_columns || !is_asked(asked->item, &scale->columns[column])) {
		refuse_detail(asked, entry->key, column);
		return;
	}
	if (node_is_null(entry->value))
		return;
	if (*details == NULL)
		*details = ARENA_ARRAY(asked->bind->arena, struct value, scale->n_columns);
	raw_read_cell(asked->bind, &scale->columns[column], entry->value, &(*details)[column]);
}

static void read_answered(const struct bind *bind, const struct framework *framework,
                          const struct bound *bound, struct sheet *sheet)
{
	size_t index = raw_find_asked(bind, framework, sheet->revision, bound, PART_ITEM);
	const struct node *node = bound->node;
	struct asked asked = {bind, NULL, sheet};

	if (index == SIZE_MAX)
		return;
	asked.item = &framework->elements[index];
	if (node->kind != NODE_MAPPING) {
		read_answer(&asked, node);
		return;
	}
	for (size_t i = 0; i < node->n_entries; i++)
		if (strcmp(node->entries[i].key->text, ANSWER_KEY) == 0)
			read_answer(&asked, node->entries[i].value);
		else
			read_detail(&asked, &node->entries[i]);
}

void raw_read_values(const struct bind *bind, const struct framework *framework,
                     const struct raw_sheet *raw, struct sheet *sheet)
{
	sheet->values = ARENA_ARRAY(bind->arena, int, framework->n_items);
	sheet->written = ARENA_ARRAY(bind->arena, struct value, framework->n_items);
	sheet->details = ARENA_ARRAY(bind->arena, struct value *, framework->n_items);
	for (size_t i = 0; i < framework->n_items; i++)
		sheet->values[i] = ANSWER_BLANK;
	for (size_t i = 0; i < raw->n_answers; i++)
		read_answered(bind, framework, &raw->answers[i].bound, sheet);
}
