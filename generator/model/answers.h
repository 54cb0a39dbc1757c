/* Completed sheets, as plain data: who, when, and an answer to each item. */
#ifndef WAYMARK_ANSWERS_H
#define WAYMARK_ANSWERS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;
struct framework;

/* The value of an item nobody answered. For marks that is how "blank" looks. */
#define ANSWER_BLANK INT_MIN

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
};

enum sheet_kind {
	SHEET_INDIVIDUAL,
	SHEET_CONSENSUS, /* what the group agreed on after talking */
	SHEET_COUNT
};

struct sheet {
	enum sheet_kind kind;
	const char *wave;
	const char *respondent;  /* a code; "" on a consensus sheet */
	const char *name, *role; /* may be NULL */
	struct segment *segments;
	size_t n_segments;
	int *values; /* one for each of framework->items: the answer or ANSWER_BLANK;
	              * reversed items as they were answered */
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
