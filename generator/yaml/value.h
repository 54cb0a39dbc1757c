/* One value of a file -> one field of a struct; the lower half of bind. */
#ifndef WAYMARK_VALUE_H
#define WAYMARK_VALUE_H

#include "yaml/bind.h"

struct value {
	const struct bind *bind;
	const struct field *field;
	const struct table *table; /* that the field stands in */
	const struct node *node;
	const char *label;         /* "'from'", or "this" in a list */
	char *target;              /* the struct */
};

/* Each records what is wrong and returns false then. */
bool value_take_string(const struct value *value);
bool value_take_text(const struct value *value);
bool value_take_date(const struct value *value);
bool value_take_scalar(const struct value *value);
bool value_take_bool(const struct value *value);
bool value_take_integer(const struct value *value);
bool value_take_number(const struct value *value);
bool value_take_choice(const struct value *value);
bool value_take_colour(const struct value *value);

/* "'from' is a list, but ... is wanted"; `details` may be NULL. */
bool value_refuse(const struct value *value, const char *wanted, const char *details);

#endif
