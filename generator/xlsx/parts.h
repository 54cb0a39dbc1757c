/* The table of sheets: what a section of a template may be, which words it
 * takes, which function fills it. A new sheet is a row of it. */
#ifndef WAYMARK_PARTS_H
#define WAYMARK_PARTS_H

#include "xlsx/book.h"

struct part_kind {
	const char *name;  /* as templates have it */
	/* How many sheets the framework and its answers have for it. */
	size_t (*count)(const struct scores *scores);
	const char *words; /* keys, blanks between them; all are needed, in the
	                    * section or, shared by several, in the document */
	void (*fill)(struct book *book, struct grid *grid);
};

extern const struct part_kind part_kinds[PART_COUNT];

/* PART_COUNT for a name that is none. */
enum part part_find(const char *name);

/* Words of the document as a whole; flags that wording may depend on. */
extern const char part_document_words[], part_flags[];

#endif
