/* Heads of the columns of a table must differ, whatever their case; those
 * that would not get a number. */
#ifndef WAYMARK_HEADS_H
#define WAYMARK_HEADS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Start with `struct heads heads = {.arena = arena}`. */
struct heads {
	struct arena *arena;
	const char **uppers; /* those taken, in capitals */
	size_t n_heads;
};

/* Takes a head that is wanted, and returns it as it may stand there: on one
 * line, with a number after it where it is taken already. */
const char *heads_add(struct heads *heads, const char *wanted);

#endif
