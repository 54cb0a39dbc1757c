#include "yaml/value.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "model/theme.h"

#define LENGTH_MAX 10000
#define LISTED_MAX 24
#define LIST_LENGTH_MAX 240
#define SUGGEST_MAX 100 /* as many problems as anybody is shown */

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

const struct form_rule form_rules[FORM_COUNT] = {
	[FORM_ANY] = {NULL, NULL, 0, LENGTH_MAX, "a line of text", NULL},
	[FORM_ID] = {LOWER DIGITS, LOWER DIGITS "-", 1, 64, "an id",
	             "an id is made of small letters a to z, digits and hyphens"},
	[FORM_CODE] = {UPPER DIGITS, UPPER DIGITS, 2, 6, "a code",
	               "a code has 2 to 6 capital letters or digits"},
	[FORM_MARK] = {UPPER DIGITS, UPPER DIGITS, 1, 3, "part of a code",
	               "it has 1 to 3 capital letters or digits"},
	[FORM_VERSION] = {LOWER UPPER DIGITS, LOWER UPPER DIGITS ".-", 1, 16, "a version",
	                  "a version has at most 16 letters, digits, dots and hyphens"},
	[FORM_LANGUAGE] = {LOWER, LOWER UPPER DIGITS "-", 2, 35, "a language tag",
	                   "for instance en or pt-BR"},
	[FORM_RESPONDENT] = {LOWER UPPER DIGITS, LOWER UPPER DIGITS "_-", 1, 32, "a code",
	                     "the code of a respondent has at most 32 letters, digits, hyphens "
	                     "and underscores"},
	[FORM_FLAG] = {LOWER, LOWER DIGITS "-_", 1, 64, "a flag",
	               "a flag is made of small letters, digits and hyphens"},
	[FORM_WHOLE] = {"+-" DIGITS, DIGITS, 1, 9, "a whole number", NULL},
};

bool bind_is(const char *text, enum form form)
{
	const struct form_rule *rule = &form_rules[form];
	size_t length = strlen(text);

	if (rule->first == NULL)
		return true;
	return length >= rule->least && length <= rule->most &&
	       strchr(rule->first, text[0]) != NULL &&
	       strspn(text + 1, rule->rest) == length - 1;
}

bool bind_suggests(const struct bind *bind)
{
	return diag_n_errors(bind->diag) <= SUGGEST_MAX;
}

const char *bind_accepted(const struct bind *bind, const char *word, const char *const *names,
                          size_t n_names)
{
	struct buf accepted = {.arena = bind->arena};
	const char *near, *list = NULL;

	if (n_names == 0 || !bind_suggests(bind))
		return NULL;
	near = text_nearest(word, names, n_names);
	if (n_names <= LISTED_MAX)
		list = text_join(bind->arena, names, n_names, "and");
	if (near != NULL)
		buf_addf(&accepted, "did you mean '%s'?", near);
	if (list != NULL && strlen(list) <= LIST_LENGTH_MAX)
		buf_addf(&accepted, "%saccepted: %s", near == NULL ? "" : " ", list);
	else if (near == NULL)
		buf_addf(&accepted, "there are %zu, from %s to %s", n_names, names[0],
		         names[n_names - 1]);
	return buf_text(&accepted);
}

const char *bind_accepted_key(const struct bind *bind, const char *key, const char *const *names,
                              size_t n_names)
{
	if (strchr(key, ' ') != NULL)
		return "a text with a comma or ': ' in it wants quotes around it";
	return bind_accepted(bind, key, names, n_names);
}

const char *value_label(const struct field_value *value)
{
	return value->key == NULL ? "this" : node_quote(value->bind->arena, value->key);
}

bool value_refuse(const struct field_value *value, const char *wanted, const char *details)
{
	const struct bind *bind = value->bind;

	if (details == NULL && value->node->kind == NODE_MAPPING &&
	    value->field->type <= FIELD_TEXT)
		details = "a text with ': ' in it wants quotes around it";
	diag_error(bind->diag, value->node->pos, details, "%s is %s, but %s is wanted",
	           value_label(value), node_say(bind->arena, value->node), wanted);
	return false;
}

static void store_string(const struct field_value *value, const char *text)
{
	memcpy(value->target + value->field->offset, &text, sizeof text);
}

/* White space at the ends is left out; blank lines (after '|') or line ends
 * (in every other style, where YAML has taken one away) become one newline
 * between paragraphs. */
static char *tidy(struct arena *arena, const struct node *node)
{
	const char *at = node->text + strspn(node->text, " \t\n");
	char *text = arena_alloc(arena, strlen(at) + 1, 1), *out = text;
	size_t enough = node->literal ? 2 : 1;

	while (*at != '\0') {
		size_t white = strspn(at, " \t\n"), n_lines = 0;

		if (white == 0) {
			*out++ = *at++;
			continue;
		}
		for (size_t i = 0; i < white; i++)
			n_lines += at[i] == '\n';
		if (at[white] == '\0')
			break;
		if (n_lines > 0) {
			*out++ = n_lines >= enough ? '\n' : ' ';
		} else {
			memset(out, ' ', white);
			out += white;
		}
		at += white;
	}
	return text;
}

static bool fits(const struct field_value *value, const char *text)
{
	size_t most = value->field->high > 0 ? (size_t)value->field->high : LENGTH_MAX;
	size_t length = text_length(text);

	if (length <= most)
		return true;
	diag_error(value->bind->diag, value->node->pos, NULL,
	           "%s has %zu characters; at most %zu are read", value_label(value), length, most);
	return false;
}

/* Tidy text, or NULL: wrong (*wrong is set) or not there. */
static const char *take_words(const struct field_value *value, const char *wanted, bool *wrong)
{
	const char *text;

	*wrong = true;
	if (value->node->kind != NODE_SCALAR) {
		value_refuse(value, wanted, NULL);
		return NULL;
	}
	text = tidy(value->bind->arena, value->node);
	if (*text == '\0' && !value->field->empty) {
		*wrong = value->field->required;
		if (*wrong)
			diag_error(value->bind->diag, value->node->pos, NULL, "%s is empty",
			           value_label(value));
		return NULL;
	}
	*wrong = !fits(value, text);
	return *wrong ? NULL : text;
}

bool value_take_text(const struct field_value *value)
{
	bool wrong;
	const char *text = take_words(value, "a text", &wrong);

	store_string(value, text);
	return !wrong;
}

bool value_take_string(const struct field_value *value)
{
	enum form form = value->field->form;
	bool wrong;
	const char *text = take_words(value, form_rules[form].says, &wrong);

	if (text != NULL && (strchr(text, '\n') != NULL || !bind_is(text, form)))
		return value_refuse(value, form_rules[form].says, form_rules[form].details);
	store_string(value, text);
	return !wrong;
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

static int digits_at(const char *text, size_t from, size_t n)
{
	int number = 0;

	for (size_t i = 0; i < n; i++)
		number = 10 * number + (text[from + i] - '0');
	return number;
}

static bool is_date(const char *text)
{
	int month, day;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	if (strspn(text, DIGITS) != 4 || strspn(text + 5, DIGITS) != 2 ||
	    strspn(text + 8, DIGITS) != 2)
		return false;
	month = digits_at(text, 5, 2);
	day = digits_at(text, 8, 2);
	return month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_in(digits_at(text, 0, 4), month);
}

bool value_take_date(const struct field_value *value)
{
	if (value->node->kind != NODE_SCALAR || !is_date(value->node->text))
		return value_refuse(value, "a date", "for instance 2026-12-31");
	store_string(value, value->node->text);
	return true;
}

bool value_take_scalar(const struct field_value *value)
{
	if (value->node->kind != NODE_SCALAR)
		return value_refuse(value, "a single value", NULL);
	store_string(value, node_is_null(value->node) ? NULL : value->node->text);
	return true;
}

bool value_is_bool(const char *word, bool *truth)
{
	static const char *const words[][2] = {{"false", "true"}, {"no", "yes"}, {"off", "on"}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		*truth = strcasecmp(word, words[i][1]) == 0;
		if (*truth || strcasecmp(word, words[i][0]) == 0)
			return true;
	}
	return false;
}

bool value_take_bool(const struct field_value *value)
{
	bool truth;

	if (value->node->kind != NODE_SCALAR || !value_is_bool(value->node->text, &truth))
		return value_refuse(value, "true or false", NULL);
	memcpy(value->target + value->field->offset, &truth, sizeof truth);
	return true;
}

static bool in_range(const struct field *field, double number)
{
	return (field->low == 0 && field->high == 0) ||
	       (number >= field->low && number <= field->high);
}

static bool refuse_number(const struct field_value *value, const char *kind)
{
	const struct field *field = value->field;

	if (field->low == 0 && field->high == 0)
		return value_refuse(value, kind, NULL);
	return value_refuse(value,
	                    arena_printf(value->bind->arena, "%s from %g to %g", kind, field->low,
	                                 field->high),
	                    NULL);
}

bool value_take_integer(const struct field_value *value)
{
	int number;

	if (value->node->kind != NODE_SCALAR || !bind_is(value->node->text, FORM_WHOLE) ||
	    strpbrk(value->node->text, DIGITS) == NULL)
		return refuse_number(value, "a whole number");
	number = (int)strtol(value->node->text, NULL, 10);
	if (!in_range(value->field, number))
		return refuse_number(value, "a whole number");
	memcpy(value->target + value->field->offset, &number, sizeof number);
	return true;
}

bool value_take_number(const struct field_value *value)
{
	const char *text = value->node->text;
	char *end;
	double number;

	if (value->node->kind != NODE_SCALAR || strpbrk(text, DIGITS) == NULL ||
	    text[strspn(text, DIGITS "+-.eE")] != '\0')
		return refuse_number(value, "a number");
	number = strtod(text, &end);
	if (*end != '\0' || !isfinite(number) || !in_range(value->field, number))
		return refuse_number(value, "a number");
	memcpy(value->target + value->field->offset, &number, sizeof number);
	return true;
}

bool value_take_choice(const struct field_value *value)
{
	const struct field *field = value->field;
	const struct node *node = value->node;
	const struct bind *bind = value->bind;

	for (size_t i = 0; node->kind == NODE_SCALAR && i < field->n_names; i++) {
		int choice = (int)i;

		if (strcmp(node->text, field->names[i]) != 0)
			continue;
		memcpy(value->target + field->offset, &choice, sizeof choice);
		return true;
	}
	diag_error(bind->diag, node->pos,
	           bind_accepted(bind, node->kind == NODE_SCALAR ? node->text : "", field->names,
	                         field->n_names),
	           "%s cannot be %s", value_label(value), node_say(bind->arena, node));
	return false;
}

bool value_take_colour(const struct field_value *value)
{
	const char *text = value->node->text;
	unsigned long number;
	struct rgb colour;

	if (value->node->kind != NODE_SCALAR || strlen(text) != 7 || text[0] != '#' ||
	    strspn(text + 1, DIGITS "abcdefABCDEF") != 6)
		return value_refuse(value, "a colour",
		                    "for instance \"#0B4576\", in quotes");
	number = strtoul(text + 1, NULL, 16);
	colour.r = (double)(number >> 16) / 255;
	colour.g = (double)(number >> 8 & 0xff) / 255;
	colour.b = (double)(number & 0xff) / 255;
	memcpy(value->target + value->field->offset, &colour, sizeof colour);
	return true;
}
