/* The best or worst of many: chosen by a measure, ties shown as ties. */
#ifndef WAYMARK_RANKS_H
#define WAYMARK_RANKS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/document.h"

struct composer;

struct rank {
	size_t element;
	double key; /* the highest comes first */
};

struct ranks {
	const struct rank *ranks;
	size_t n_ranks;
	bool tied; /* more than were asked for, because the last ones tie */
};

/* Sorts `ranks` and takes the first `count` whose key is beyond a limit, with
 * all that tie with the last of them; when so many tie that the list would be
 * more than twice as long, none of those that tie. */
struct ranks ranks_choose(struct rank *ranks, size_t n, size_t count, double beyond);

/* How a ranking is written: keys of the section's words, colour, figure. */
struct ranks_look {
	const char *title, *value_head, *finding;
	int level;         /* of the title's heading */
	const char *empty; /* said without rows; NULL when there always are some */
	enum colour colour;
	const char *(*figure)(struct composer *composer, size_t element);
};

/* Adds a ranking block of these ranks. */
void ranks_add(struct composer *composer, const struct ranks *ranks,
               const struct ranks_look *look);

/* The rated and marked items whose results may be shown, with their key 0; *n is their number. */
struct rank *ranks_items(struct composer *composer, size_t *n);

#endif
