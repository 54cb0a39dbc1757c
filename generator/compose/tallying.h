/* A tally while it grows, row by row. */
#ifndef WAYMARK_TALLYING_H
#define WAYMARK_TALLYING_H

#include "compose/fields.h"

struct tallying {
	struct composer *composer;
	struct tally_block block;
	size_t *elements; /* what each row stands for */
};

void tallying_push(struct tallying *tallying, size_t element, struct tally_row row);

/* The id of what a row stands for. */
const char *tallying_id(const struct tallying *tallying, size_t row);

/* Boxes to cross in every row but the total's, where the block has a head for
 * them; `word` begins their fields' names. */
void tallying_add_talk(struct tallying *tallying, const char *word);

#endif
