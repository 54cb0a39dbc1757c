/* The table of section kinds: which documents a kind belongs to, which words
 * it takes, which function composes it. A new kind is a row of it.
 */
#ifndef WAYMARK_SECTIONS_H
#define WAYMARK_SECTIONS_H

#include <stdbool.h>

#include "model/template.h"

struct composer;

/* The key of a row that stands for all other keys. */
#define ANY_WORD "*"

/* A key of wording. `placeholders` are those that it may use beyond the
 * common ones, written as in vocabulary.h. */
struct word_kind {
	const char *key; /* NULL ends a table */
	bool required;
	const char *placeholders;
};

struct section_kind {
	const char *name; /* NULL ends the table */
	enum template_kind template;
	const struct word_kind *words;
	const char *flags; /* beyond the common ones */
	void (*compose)(struct composer *composer);
};

extern const struct section_kind section_kinds[];

/* Words of the document as a whole. */
extern const struct word_kind *const document_words[TEMPLATE_COUNT];

/* Whether sections of the kind have sheets of their own for parts of the
 * framework, which can be printed alone. */
bool section_kind_has_parts(const struct section_kind *kind);

/* The row for a kind, or NULL. */
const struct section_kind *section_kind_find(const char *name, enum template_kind template);

#endif
