/* The copies of a blank document that --names and --copies ask for, each with
 * the code that stands in for a name. */
#ifndef WAYMARK_COPIES_H
#define WAYMARK_COPIES_H

#include <stddef.h>

struct framework;
struct session;

enum { CODE_LENGTH = 4 };

struct copy {
	const char *name; /* NULL: a copy without one */
	char code[CODE_LENGTH + 1];
};

struct copies {
	struct copy *copies;
	size_t n_copies;
};

/* None where neither option was given; a list of names that is wrong is
 * recorded. */
void copies_read(struct session *session, const struct framework *framework,
                 struct copies *copies);

#endif
