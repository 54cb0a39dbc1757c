/* Which sections a document has, in which order, with which wording: read
 * from templates/, turned into a document by compose/.
 *
 * Wording is a list of variants; the first one whose conditions all hold is
 * taken. A condition is a flag that compose sets ("placed", "split"), its
 * contrary ("not split"), or a comparison of a placeholder's number ("people >= 8",
 * which does not hold where there is no such number). Texts hold {placeholders} that compose fills, and
 * {n|one|many} chooses by number.
 */
#ifndef WAYMARK_TEMPLATE_H
#define WAYMARK_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

enum comparison {
	COMPARE_NONE, /* a flag */
	COMPARE_AT_LEAST,
	COMPARE_AT_MOST,
	COMPARE_ABOVE,
	COMPARE_BELOW,
	COMPARE_EQUAL,
	COMPARE_COUNT
};

/* How they are written: ">=". The longer ones stand before their beginnings. */
extern const char *const comparison_signs[COMPARE_COUNT];

struct condition {
	const char *flag; /* or the placeholder that is compared */
	bool negated;
	enum comparison comparison;
	double number;    /* what it is compared with */
};

struct variant {
	struct condition *conditions;
	size_t n_conditions;
	const char *text;
	struct pos pos;
};

struct wording {
	const char *key;
	struct variant *variants;
	size_t n_variants;
	struct pos pos;
};

struct template_section {
	const char *kind;  /* a row of compose's table of sections */
	const char *level; /* level id or NULL: the one that the kind takes by itself */
	int count;         /* for instance how many strengths; 0 unless given */
	const char *record; /* id of a record of the framework, or NULL: as the kind takes it */
	const char **columns; /* ids of its columns that are shown, or each after "not": all but
	                       * these; none: all. On worksheets, without a record,
	                       * record.column: columns of several in one table */
	size_t n_columns;
	struct condition *where; /* only rows whose columns of these ids are given (and not no),
	                          * or, with "not", are not */
	size_t n_where;
	struct condition *conditions; /* the section is left out unless they hold */
	size_t n_conditions;
	const char **without; /* keys of words that it does not take from the template extended */
	size_t n_without;
	struct wording *words;
	size_t n_words;
	struct pos pos;
};

/* What a template makes. */
enum template_kind {
	TEMPLATE_WORKSHEET,
	TEMPLATE_GROUP,
	TEMPLATE_INDIVIDUAL,
	TEMPLATE_WORKBOOK,
	TEMPLATE_FORM, /* a worksheet to fill in as a workbook */
	TEMPLATE_COUNT
};

struct template {
	const char *id;
	const char **extends; /* ids of the templates whose words it takes where it has none, the
	                       * first one's before those of the next */
	size_t n_extends;
	enum template_kind kind;
	const char *language;
	const char *theme; /* id of a file in templates/themes/ */
	bool landscape;    /* paper lies on its long side */
	int minimum_group; /* fewest people whose results are shown */
	struct wording *words; /* head, foot, names of things */
	size_t n_words;
	struct template_section *sections;
	size_t n_sections;
	struct pos pos;
};

extern const char *const template_kind_names[TEMPLATE_COUNT];

/* Takes the words of `base` that the template does not have: those of the document, and for each
 * section those of the first section of its kind but for its `without`. */
void template_inherit(struct arena *arena, struct template *template,
                      const struct template *base);

#endif
