/* Finished pages: what layout/ gives and pdf/ and dump/ take.
 *
 * A page is a list of ops in drawing order, which is also the reading order.
 * Origin top left, y down, points. Ops of content stand between OP_BEGIN and
 * OP_END with their role; a role may stay open over several pages, as a table
 * does. What stands outside of all roles or in ROLE_ARTIFACT is furniture.
 */
#ifndef WAYMARK_PAGE_H
#define WAYMARK_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/theme.h"

struct arena;
struct diag;

/* One glyph as the shaper placed it; distances in 1/1000 of the type size. */
struct glyph {
	uint32_t id;
	uint32_t cluster;      /* byte of the run's text it stands for */
	float advance, dx, dy; /* dy upwards */
};

/* Glyphs of one font that follow each other. */
struct run {
	size_t font; /* number in the metrics' own list, which the theme's faces begin */
	const struct glyph *glyphs;
	size_t n_glyphs;
	const char *text; /* what they say: n_text bytes of the text that was shaped,
	                   * in place, not ended by a NUL */
	size_t n_text;
	float width;      /* sum of advances, 1/1000 of the size */
};

/* A text in one face, before it is shaped. */
struct phrase {
	enum face face;
	const char *text;
	size_t length;
};

/* Where widths come from: pdf's fonts give them, unit tests fake them. */
struct metrics {
	void *self;
	/* Shapes one line of text (no newlines); runs are in the arena, in
	 * visual order, split where the font changes. */
	size_t (*shape)(void *self, struct arena *arena, struct phrase phrase, struct run **runs);
	/* Height of a capital letter, 1/1000 of the size. */
	double (*cap_height)(void *self, enum face face);
};

enum role {
	ROLE_DOCUMENT, ROLE_PART, ROLE_SECTION, ROLE_HEADING1, ROLE_HEADING2, ROLE_HEADING3,
	ROLE_PARAGRAPH, ROLE_LIST, ROLE_LIST_ITEM, ROLE_LABEL, ROLE_LIST_BODY,
	ROLE_TABLE, ROLE_ROW, ROLE_HEAD_CELL, ROLE_CELL, ROLE_FIGURE, ROLE_CAPTION, ROLE_FORM,
	ROLE_ARTIFACT, /* running heads and feet, heads that are repeated */
	ROLE_COUNT
};

enum field_kind {
	FIELD_CHECK,  /* one box */
	FIELD_RADIO,  /* one of several with the same name; `value` tells them apart */
	FIELD_TEXT,
	FIELD_LINES,  /* text of many lines */
	FIELD_DATE,
	FIELD_NUMBER, /* a count or a total that people write */
	FIELD_COUNT
};

enum op_kind {
	OP_TEXT,
	OP_LINE,
	OP_RECT,
	OP_CIRCLE,
	OP_POLYGON,
	OP_LINK,
	OP_FIELD,
	OP_BEGIN, /* of a role */
	OP_END,
	OP_COUNT
};

#define COLOUR_NONE COLOUR_COUNT

/* How an outline or a line is drawn; width 0: no outline. */
struct stroke {
	double width;
	enum colour colour;
	int dash_on, dash_off; /* whole points, 0: solid */
	bool round;            /* round ends and corners */
};

struct op {
	enum op_kind kind;
	union {
		struct {
			double x, y, size; /* y of the baseline */
			enum colour colour;
			struct run run;
		} text;
		struct {
			double x1, y1, x2, y2;
			struct stroke stroke;
		} line;
		struct {
			double x, y, width, height, radius;
			enum colour fill;
			struct stroke stroke;
		} rect;
		struct {
			double x, y, radius; /* centre */
			enum colour fill;
			struct stroke stroke;
		} circle;
		struct {
			const double *xy; /* x, y, x, y, ... */
			size_t n_points;
			enum colour fill;
			struct stroke stroke;
			bool open; /* an open line, not filled */
		} polygon;
		struct {
			double x, y, width, height;
			const char *target;
		} link;
		struct {
			double x, y, width, height;
			enum field_kind kind;
			const char *name, *value, *tooltip; /* value: FIELD_RADIO; else NULL */
		} field;
		struct {
			enum role role;
			const char *alternative; /* figures; else NULL */
		} begin;
	};
};

struct page {
	double width, height;
	struct op *ops;
	size_t n_ops;
	size_t number, n_numbers; /* "2 of 9", within its document */
};

/* A line of the outline: level 0 is outermost. */
struct bookmark {
	const char *title;
	size_t page, level;
	double y;
};

struct pages {
	struct arena *arena;
	const struct theme *theme;
	const char *title, *subject, *language, *author; /* of the first document */
	struct page *pages;
	size_t n_pages;
	struct bookmark *bookmarks;
	size_t n_bookmarks;
};

extern const char *const role_names[ROLE_COUNT];
extern const char *const field_names[FIELD_COUNT];

#endif
