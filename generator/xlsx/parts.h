/* The tables of sheets, one for workbooks and one for forms: what a section of a
 * template may be, which words it takes, which function fills it. A new sheet is
 * a row of it. */
#ifndef WAYMARK_PARTS_H
#define WAYMARK_PARTS_H

#include "xlsx/book.h"

struct part_kind {
	const char *name;  /* as templates have it; NULL: not in this kind of file */
	/* How many sheets the framework and its answers have for it. */
	size_t (*count)(const struct workbook_input *input);
	const char *words; /* keys, blanks between them; all are needed, in the
	                    * section or, shared by several, in the document */
	void (*fill)(struct book *book, struct grid *grid);
};

extern const struct part_kind part_kinds[PART_COUNT], form_kinds[PART_COUNT];

/* What a kind of file is made of. */
struct part_set {
	const char *file; /* what it is called */
	const struct part_kind *kinds;
	const char *words; /* of the document as a whole */
};

/* That of templates of kind workbook or form. */
const struct part_set *part_set(const struct template *template);

/* PART_COUNT for a name that is none. */
enum part part_find(const struct part_set *set, const char *name);

/* Words of a form as a whole. */
extern const char form_words[];

/* Flags that wording may depend on. */
extern const char part_flags[];

#endif
