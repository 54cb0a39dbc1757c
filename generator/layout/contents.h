/* A table of contents: the bookmarks of the document with their pages. Which
 * pages these are is known when all of them stand: placing leaves references
 * open, contents_finish fills them in. */
#ifndef WAYMARK_CONTENTS_H
#define WAYMARK_CONTENTS_H

#include "layout/strip.h"

/* Of one line: the ops that wait, and what they wait for. */
struct reference {
	size_t page, link, number; /* ops of the page */
	enum style style;          /* of the number */
	const char *title;         /* the bookmark's own string */
};

/* For a document whose pages and bookmarks begin with these. */
void contents_finish(struct layout *layout, size_t first_page, size_t first_bookmark);

#endif
