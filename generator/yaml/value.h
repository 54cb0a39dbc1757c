/* One value of a file -> one field of a struct; the lower half of bind. */
#ifndef WAYMARK_VALUE_H
#define WAYMARK_VALUE_H

#include "yaml/bind.h"

struct field_value {
	const struct bind *bind;
	const struct field *field;
	const struct table *table; /* that the field stands in */
	const struct node *node;
	const char *key;           /* NULL in a list */
	char *target;              /* the struct */
};

/* Each records what is wrong and returns false then. */
bool value_take_string(const struct field_value *value);
bool value_take_text(const struct field_value *value);
bool value_take_date(const struct field_value *value);
bool value_take_scalar(const struct field_value *value);
bool value_take_bool(const struct field_value *value);
bool value_take_integer(const struct field_value *value);
bool value_take_number(const struct field_value *value);
bool value_take_choice(const struct field_value *value);
bool value_take_colour(const struct field_value *value);

/* Whether a word is yes or no, true or false, on or off. */
bool value_is_bool(const char *word, bool *truth);

/* What messages call it: "'from'", or "this" in a list. */
const char *value_label(const struct field_value *value);

/* "'from' is a list, but ... is wanted"; `details` may be NULL. */
bool value_refuse(const struct field_value *value, const char *wanted, const char *details);

#endif
