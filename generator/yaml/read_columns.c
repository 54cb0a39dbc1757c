#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"

#define ONLY(type) (1U << COLUMN_##type)
#define WRITTEN (~ONLY(COMPUTED))

/* Which keys are for which types of columns and where; the others are for all. */
static const struct {
	const char *key;
	unsigned types;
	bool required;
	bool in_record, beside_answer;
} own_keys[] = {
	{"unit", ONLY(NUMBER) | ONLY(COMPUTED), false, true, true},
	{"unit-column", ONLY(NUMBER) | ONLY(COMPUTED), false, true, false},
	{"none", ONLY(NUMBER), false, true, true},
	{"low", ONLY(NUMBER), false, true, true},
	{"high", ONLY(NUMBER), false, true, true},
	{"targets", ONLY(NUMBER), false, false, true},
	{"options", ONLY(CHOICE) | ONLY(LINE), true, true, true},
	{"to", ONLY(REFERENCE), true, true, false},
	{"compute", ONLY(COMPUTED), true, true, false},
	{"of", ONLY(COMPUTED), true, true, false},
	{"example", WRITTEN, false, true, true},
	{"required", WRITTEN, false, true, false},
	{"unique", WRITTEN & ~ONLY(CHECK), false, true, false},
};

static void check_keys(const struct bind *bind, struct raw_column *raw, enum column_place place)
{
	const char *type = column_type_names[raw->column.type];
	bool beside = place == PLACE_ANSWER;

	for (size_t i = 0; i < sizeof own_keys / sizeof *own_keys; i++) {
		const char *key = own_keys[i].key;
		bool owns = (own_keys[i].types >> raw->column.type & 1) != 0;
		bool here = beside ? own_keys[i].beside_answer : own_keys[i].in_record;
		bool given = bind_has(&raw->bound, key);

		if (given && !owns)
			diag_error(bind->diag, bind_key_pos(&raw->bound, key), NULL,
			           "a %s column has no '%s'", type, key);
		else if (given && !here)
			diag_error(bind->diag, bind_key_pos(&raw->bound, key), "leave it out",
			           "a column %s has no '%s'",
			           beside ? "beside answers" : "of a record", key);
		else if (!given && owns && own_keys[i].required)
			diag_error(bind->diag, raw->bound.pos, NULL,
			           "the %s column '%s' lacks '%s'", type, raw->bound.id, key);
		else
			continue;
		raw->bound.whole = false;
	}
}

static bool check_type(const struct bind *bind, struct raw_column *raw, enum column_place place)
{
	enum column_type type = raw->column.type;

	if (place == PLACE_RECORD || (type != COLUMN_REFERENCE && type != COLUMN_COMPUTED))
		return true;
	raw->bound.whole = false;
	diag_error(bind->diag, bind_pos(&raw->bound, "type"),
	           "text, number, date, check, choice or line",
	           "a column beside answers cannot be of the type %s", column_type_names[type]);
	return false;
}

/* Names of the answer itself, in files and in forms. */
static void check_id(const struct bind *bind, struct raw_column *raw)
{
	if (strcmp(raw->bound.id, ANSWER_KEY) != 0 &&
	    strcmp(raw->bound.id, ANSWER_EXCLUDED_ID) != 0)
		return;
	raw->bound.whole = false;
	diag_error(bind->diag, raw->bound.pos, NULL,
	           "a column beside answers cannot be called '%s'", raw->bound.id);
}

static void check_limits(const struct bind *bind, struct raw_column *raw)
{
	struct record_column *column = &raw->column;

	if (!bind_has(&raw->bound, "low"))
		column->low = NAN;
	if (!bind_has(&raw->bound, "high"))
		column->high = NAN;
	if (!(column->low > column->high))
		return;
	raw->bound.whole = false;
	diag_error(bind->diag, bind_pos(&raw->bound, "low"), NULL,
	           "numbers in the column '%s' would go from %g to %g", raw->bound.id, column->low,
	           column->high);
}

/* The box of a check says what it says in the head of its column. */
static void make_options(const struct bind *bind, struct record_column *column)
{
	column->n_options = 2;
	column->options = ARENA_ARRAY(bind->arena, struct point, 2);
	column->options[0] = (struct point){0, "no", "", STAND_OPEN, PROVENANCE_OURS};
	column->options[1] = (struct point){1, "yes", "", STAND_DONE, PROVENANCE_OURS};
}

static void read_options(const struct bind *bind, struct raw_column *raw)
{
	struct record_column *column = &raw->column;

	if (column->type == COLUMN_CHECK) {
		make_options(bind, column);
		return;
	}
	column->n_options = raw->n_options;
	column->options = ARENA_ARRAY(bind->arena, struct point, raw->n_options);
	for (size_t i = 0; i < raw->n_options; i++) {
		column->options[i] = raw->options[i].point;
		column->options[i].id = raw->options[i].bound.id;
		column->options[i].value = (int)i;
	}
	if (!raw->bound.whole || raw->n_options != 1)
		return;
	raw->bound.whole = false;
	diag_error(bind->diag, bind_key_pos(&raw->bound, "options"), NULL,
	           "there is nothing to choose in the column '%s' with one option", raw->bound.id);
}

/* Answers keep to the words of the original when the texts are translated. */
static const char *written_none(const struct raw_column *raw)
{
	const struct node *none = raw->column.none == NULL ? NULL
	                                                   : node_find(raw->bound.node, "none");

	return none == NULL || none->original == NULL ? raw->column.none : none->original->text;
}

static void read_column(const struct bind *bind, struct raw_column *raw, enum column_place place)
{
	struct record_column *column = &raw->column;

	column->id = raw->bound.id;
	column->pos = raw->bound.pos;
	column->record = column->unit_column = SIZE_MAX;
	if (!bind_has(&raw->bound, "width"))
		column->width = 1;
	if (place == PLACE_ANSWER)
		check_id(bind, raw);
	if (raw->bound.whole && check_type(bind, raw, place))
		check_keys(bind, raw, place);
	check_limits(bind, raw);
	read_options(bind, raw);
	column->none_written = written_none(raw);
}

static void find_unit(const struct bind *bind, struct raw_column *raw, size_t n,
                      struct raw_column *column)
{
	const char *names[RAW_NAMED_MAX];
	size_t n_names = 0;

	for (size_t i = 0; i < n; i++) {
		if (raw[i].column.type != COLUMN_TEXT && raw[i].column.type != COLUMN_CHOICE)
			continue;
		names[n_names++] = raw[i].bound.id;
		if (strcmp(raw[i].bound.id, column->unit_column) == 0) {
			column->column.unit_column = i;
			return;
		}
	}
	column->bound.whole = false;
	diag_error(bind->diag, bind_pos(&column->bound, "unit-column"),
	           bind_accepted(bind, column->unit_column, names, n_names),
	           "%s is no column of texts or choices beside this one",
	           node_quote(bind->arena, column->unit_column));
}

struct record_column *raw_read_columns(const struct bind *bind, struct raw_column *raw, size_t n,
                                       enum column_place place)
{
	struct record_column *columns = ARENA_ARRAY(bind->arena, struct record_column, n);

	for (size_t i = 0; i < n; i++)
		read_column(bind, &raw[i], place);
	for (size_t i = 0; i < n; i++) {
		if (raw[i].bound.whole && raw[i].unit_column != NULL)
			find_unit(bind, raw, n, &raw[i]);
		columns[i] = raw[i].column;
	}
	return columns;
}
