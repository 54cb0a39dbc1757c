/* What stands at one end of a row of values: the strongest, the weakest. */
#ifndef WAYMARK_ENDS_H
#define WAYMARK_ENDS_H

#include <stdbool.h>
#include <stddef.h>

struct composer;

struct end {
	const char **names;
	size_t n_names;
	double value;
};

/* Takes a name in when its value is the highest so far (sign 1) or the lowest
 * (-1); all that are equal stay. */
void ends_take(struct composer *composer, struct end *end, const char *name, double value,
               double sign);

/* Sets {strongest} and {weakest}; flag `even` when all stand alike; `strongest`,
 * `weakest` and for both `contrast` when few enough stand at that end to be
 * named. With `shown` false none of them holds. */
void ends_set(struct composer *composer, const struct end *strongest, const struct end *weakest,
              bool shown);

#endif
