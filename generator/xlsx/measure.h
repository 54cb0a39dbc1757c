/* The scores that come from items, as formulas over a row of Data. */
#ifndef WAYMARK_MEASURE_H
#define WAYMARK_MEASURE_H

#include "xlsx/book.h"

/* How many of `possible` inputs, an expression, a minimum share asks for. */
const char *measure_least(struct book *book, double minimum, const char *possible);

/* The same of n, live where some may not apply: `excluded` is how many do not,
 * or NULL. */
const char *measure_needed(struct book *book, double minimum, size_t n, const char *excluded);

/* By the rule of the element's level, which takes some of its items. */
const char *measure_items(struct book *book, size_t element, size_t row);

#endif
