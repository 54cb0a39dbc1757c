/* Completed sheets, as plain data: who, when, and an answer to each item. */
#ifndef WAYMARK_ANSWERS_H
#define WAYMARK_ANSWERS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/record.h"

struct arena;
struct framework;
struct revision;
struct link;

/* The value of an item nobody answered. For marks that is how "blank" looks. */
#define ANSWER_BLANK INT_MIN

/* The value of an item of which people said that it does not apply to them. */
#define ANSWER_EXCLUDED (INT_MIN + 1)
#define ANSWER_EXCLUDED_ID "does-not-apply" /* how that is written */

/* The key of an answer where more is written beside it. */
#define ANSWER_KEY "answer"

struct segment {
	const char *name, *value; /* "department", "Operations" */
};

struct comment {
	size_t element; /* index into framework->elements */
	const char *text;
};

struct action {
	const char *text;
	size_t category;              /* index into framework->plan */
	const char *owner, *due;      /* may be NULL; due is yyyy-mm-dd */
	size_t element;               /* the section it serves, SIZE_MAX when none */
	struct link *links;           /* parts of other frameworks that it serves */
	size_t n_links;
};

enum sheet_kind {
	SHEET_INDIVIDUAL,
	SHEET_CONSENSUS, /* what the group agreed on after talking */
	SHEET_COUNT
};

struct sheet {
	enum sheet_kind kind;
	const char *wave;
	const struct revision *revision; /* of an earlier version; NULL: of the framework's own */
	const char *respondent;  /* a code; "" on a consensus sheet */
	const char *name, *role; /* may be NULL */
	struct segment *segments;
	size_t n_segments;
	const char *date;        /* when it was filled in, yyyy-mm-dd; may be NULL */
	int *values; /* one for each of framework->items: the value of a point, or
	              * ANSWER_BLANK, or ANSWER_EXCLUDED; marks are -1 and 1, an empty check is
	              * blank; reversed items as they were answered */
	struct value *written;  /* one for each item: of a number, text or date */
	struct value **details; /* for each item the columns of its scale; NULL: it has none,
	                         * or nothing was said */
	struct record_rows *records;   /* one for each of framework->records; consensus sheets only.
	                         * Computed columns are empty: see scores */
	struct comment *comments;
	size_t n_comments;
	struct action *actions;
	size_t n_actions;
	struct pos pos;
};

struct answers {
	const struct framework *framework;
	const char *organisation; /* the first one named, or NULL */
	bool sample;              /* invented data */
	struct sheet *sheets;     /* by wave, then individual before consensus, then respondent */
	size_t n_sheets;
	const char **waves;       /* sorted, each once */
	size_t n_waves;
};

/* Puts sheets and waves in their order and records a respondent (or a
 * consensus) that appears twice in a wave. Call once all files were read. */
bool answers_finish(struct answers *answers, struct arena *arena, struct diag *diag);

#endif
