/* Finished pages: what layout/ gives and pdf/ and dump/ take.
 *
 * A page is a list of ops in drawing order, which is also the reading order.
 * Origin top left, y down, points. Ops of content stand between OP_BEGIN and
 * OP_END with their role; a role may stay open over several pages, as a table
 * does. What stands outside of all roles or in ROLE_ARTIFACT is furniture, and
 * so are shapes, unless they stand in a figure.
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

/* Glyphs of one font that follow each other, in the order of the text; from
 * right to left each stands its own advance before the one it follows. */
struct run {
	size_t font; /* number in the metrics' own list, which the theme's faces begin */
	uint8_t level; /* odd: from right to left (UAX 9) */
	const struct glyph *glyphs;
	size_t n_glyphs;
	const char *text; /* what they say: n_text bytes of the text that was shaped,
	                   * in place, not ended by a NUL */
	size_t n_text;
	float width;      /* sum of advances, 1/1000 of the size */
};

/* A text in one face and one direction, before it is shaped. */
struct phrase {
	enum face face;
	const char *text;
	size_t length;
	const char *language; /* its tag, or NULL */
	uint8_t level;        /* goes into the runs */
};

/* Where widths come from: pdf's fonts give them, unit tests fake them. */
struct metrics {
	void *self;
	/* Shapes a text without newlines; runs are in the arena, in the order of
	 * the text, split where the font changes. */
	size_t (*shape)(void *self, struct arena *arena, struct phrase phrase, struct run **runs);
	/* Height of a capital letter, 1/1000 of the size. */
	double (*cap_height)(void *self, enum face face);
};

enum role {
	ROLE_DOCUMENT, ROLE_PART, ROLE_SECTION, ROLE_HEADING1, ROLE_HEADING2, ROLE_HEADING3,
	ROLE_PARAGRAPH, ROLE_LIST, ROLE_NUMBERED_LIST, ROLE_LIST_ITEM, ROLE_LABEL, ROLE_LIST_BODY,
	ROLE_TABLE, ROLE_ROW,
	ROLE_HEAD_CELL, /* heads the columns below it */
	ROLE_ROW_HEAD,  /* heads the rest of its row; alone in it, the rows below */
	ROLE_CELL, ROLE_FIGURE, ROLE_CAPTION,
	ROLE_CONTENTS, ROLE_CONTENTS_ITEM, /* a table of contents, also within another */
	ROLE_REFERENCE, /* to another place of the document, around its link */
	ROLE_LINK,      /* words with the OP_LINK that leads away from them */
	ROLE_FORM,      /* what an OP_FIELD stands for; not begun by layout */
	ROLE_ARTIFACT,  /* heads that are repeated, and all roles after this one: */
	ROLE_PAGE_HEAD, ROLE_PAGE_FOOT,
	ROLE_COUNT
};

enum field_kind {
	FIELD_CHECK,  /* one box */
	FIELD_RADIO,  /* one of several with the same name; `value` tells them apart */
	FIELD_TEXT,
	FIELD_LINES,  /* text of many lines */
	FIELD_DATE,
	FIELD_NUMBER, /* a count or a total that people write */
	FIELD_CHOICE, /* one of `options` */
	FIELD_DATA,   /* `value` about the sheet itself: nothing to see or to fill */
	FIELD_COUNT
};

struct calculation;

/* How far from the sides of a box its cross ends, as a share of its width. */
#define CROSS_INSET (1 / 4.5)

/* A place to fill in. A name of several parts has dots between them; fields
 * with one name, but for FIELD_RADIO, are one field that is seen in several
 * places. A part that begins with a capital letter is the sheet's own word,
 * others are ids of the content. */
struct form_field {
	double x, y, width, height;
	enum field_kind kind;
	const char *copy;    /* of the sheet, when there are several; before the name; or NULL */
	const char *name, *tooltip;
	const char *legend;  /* FIELD_RADIO: tooltip of all of that name */
	const char *value;   /* FIELD_RADIO: which one it is; FIELD_DATA; else NULL */
	const char *excludes; /* FIELD_CHECK: name of the one that is cleared by it, or NULL */
	const char *format;  /* FIELD_DATE: as in yyyy-mm-dd, or NULL */
	const char *const *options; /* FIELD_CHOICE */
	size_t n_options;
	const struct calculation *calculation; /* FIELD_NUMBER: how it follows from others, or NULL */
	double size;         /* of its type; FIELD_CHECK: of the line that crosses it */
	bool mirrored;       /* text begins on the right */
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
			bool unseen; /* for those who hear the page */
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
			const char *target; /* a URI; of a place inside, its name */
			bool inside;        /* leads to another page, */
			size_t page;        /* and there to */
			double top;
		} link;
		struct form_field *field; /* large, and few */
		struct {
			enum role role;
			const char *alternative; /* of figures; what tables tell; else NULL */
			const char *language;    /* of what is in it; NULL: as around it */
			unsigned columns, rows;  /* that a cell takes; 0: one */
			bool again;              /* more of the cell that has this place
			                          * in the row, after the other cells */
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
