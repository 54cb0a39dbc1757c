/* How a number on a sheet follows from other fields of the same sheet: for
 * viewers that can work it out while people type. */
#ifndef WAYMARK_CALCULATION_H
#define WAYMARK_CALCULATION_H

#include <stdbool.h>
#include <stddef.h>

/* A crossed box is worth 1. */
struct term {
	const char *field;
	bool adds; /* else it shows only that something was answered */
};

/* Over the terms whose fields are filled in; nothing when there are none. */
struct calculation {
	bool mean; /* the sum over the number of terms that are filled in */
	struct term *terms;
	size_t n_terms;
	int decimals; /* at most */
	const char *decimal_sign;
};

#endif
