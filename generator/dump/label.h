/* How the dumps of scores put things, alike in every format. */
#ifndef WAYMARK_DUMP_LABEL_H
#define WAYMARK_DUMP_LABEL_H

#include <stdbool.h>
#include <stddef.h>

struct band;
struct buf;
struct framework;

/* Adds a number with at most 4 decimals and no exponent, so that dumps do not
 * depend on the last bits of a sum; `nothing` when it is NAN. */
void label_add_number(struct buf *out, double value, const char *nothing);

/* The band with this number at an element's level, NULL for -1. */
const struct band *label_band(const struct framework *framework, size_t element, int band);

/* The id of an element's level, "overall" for the whole. */
const char *label_level(const struct framework *framework, size_t element);

/* Whether any item is marked + or -. */
bool label_has_marks(const struct framework *framework);

#endif
