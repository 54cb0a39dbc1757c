/* How a number on a sheet follows from other fields of the same sheet: for
 * viewers that can work it out while people type. */
#ifndef WAYMARK_CALCULATION_H
#define WAYMARK_CALCULATION_H

#include <stdbool.h>
#include <stddef.h>

/* A crossed box counts 1, an empty one that stands beside a crossed one 0. */
struct term {
	const char *field;
	double factor, offset; /* adds factor * value + offset */
};

/* Over the terms whose fields are filled in; nothing when there are none. */
struct calculation {
	bool mean; /* the sum over the sum of the factors, without their signs */
	struct term *terms;
	size_t n_terms;
	int decimals; /* at most */
	const char *decimal_sign;
};

#endif
