/* Texts that were shaped already: the sheets of a file repeat many of them,
 * and its copies all.
 */
#ifndef WAYMARK_PDF_SHAPED_H
#define WAYMARK_PDF_SHAPED_H

#include "layout/page.h"

/* Texts of the runs lie in the phrase's. */
struct shaped_text {
	struct phrase phrase;
	struct run *runs; /* NULL: it was not shaped yet */
	size_t n_runs;
};

struct shaped_texts;

struct shaped_texts *shaped_open(struct arena *arena);

/* The phrase's place, with copies of its texts; it stays where it is. */
struct shaped_text *shaped_find(struct shaped_texts *texts, struct phrase phrase);

#endif
