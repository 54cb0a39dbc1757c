/* A page's content while it is drawn, private to content.c and type.c: the
 * operators so far and what they have set. */
#ifndef WAYMARK_PDF_DRAWING_H
#define WAYMARK_PDF_DRAWING_H

#include "pdf/embed.h"

/* What the page's graphics state holds, so that nothing is set twice. */
struct state {
	enum colour fill, line; /* COLOUR_NONE: not set yet */
	double width;
	int dash_on, dash_off;
	bool round;
	size_t font;
	double size;
	bool unseen;
};

struct drawing {
	struct embedding *embedding;
	const struct theme *theme;
	const struct page *page;
	HPDF_Page object;
	struct buf *out;
	struct state state;
	const struct op *words; /* the last OP_TEXT, or NULL */
};

/* An operand, or two that are a point, with y counted as PDF does. */
void add_value(struct drawing *d, double value);
void add_point(struct drawing *d, double x, double y);

void add_rect(struct drawing *d, double x, double y, double width, double height);

void set_fill(struct drawing *d, enum colour colour);

/* State has to be set before a path is begun. */
void begin_shape(struct drawing *d, enum colour fill, const struct stroke *stroke);
void end_shape(struct drawing *d, enum colour fill, const struct stroke *stroke);

/* Where a glyph stands: its origin on the page and the size of the type. */
struct spot {
	double x, y, size;
};

/* The outline of a glyph, filled in the present colour. */
void draw_mark(struct drawing *d, const struct font *font, uint32_t glyph, struct spot spot);

/* An OP_TEXT; one that goes on with the content of the last one gets a space
 * between them, unless they are parts of the same text. */
void draw_text(struct drawing *d, const struct op *op, bool goes_on);

#endif
