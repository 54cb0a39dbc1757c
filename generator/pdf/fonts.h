/* The fonts of a run, as the modules of pdf/ share them.
 *
 * fonts.c opens and closes them, shape.c sets text with them, embed.c puts
 * what was used into a file. The theme's faces are fonts[0, FACE_COUNT), in
 * the order of enum face; fallbacks follow as texts ask for them.
 */
#ifndef WAYMARK_PDF_FONTS_H
#define WAYMARK_PDF_FONTS_H

#include <hb.h>

#include "pdf/find_font.h"
#include "pdf/pdf.h"

struct shaped_texts;

struct font {
	hb_face_t *face;
	hb_font_t *font;  /* its scale is units per em */
	const char *name; /* PostScript name */
	struct found_font found;
	double scale;      /* font units to 1/1000 of the type size */
	double cap_height; /* 1/1000 of the type size */
	bool cff;          /* outlines in a CFF table, else in glyf */
	uint16_t *cids;    /* CID-keyed outlines: identifier of each glyph; else NULL */
};

/* A fallback that was not looked for yet, or that is not installed. */
enum { FONT_UNKNOWN = 0, FONT_ABSENT = -1 };

struct fonts {
	struct arena *arena;
	const struct theme *theme;
	FcConfig *config;
	struct font *fonts; /* room for a fallback of each family to each face */
	size_t n_fonts;
	int *fallbacks;        /* [face * theme->n_fallbacks + i]: FONT_* or number of the font */
	hb_buffer_t **buffers; /* one for each rank that text may fall back to, see shape.c */
	hb_set_t *missing;     /* code points that no font shows */
	struct shaped_texts *shaped;
	struct metrics metrics;
};

/* The font of a face at a rank: 0 the face's own, 1 the first fallback. NULL
 * when that family is not installed. */
const struct font *fonts_at(struct fonts *fonts, enum face face, size_t rank);

/* The number by which a PDF file calls a glyph. */
uint32_t font_code(const struct font *font, uint32_t glyph);

/* A glyph of the font that shows nothing, if possible of no width. */
uint32_t font_empty_glyph(const struct font *font);

/* Whether a glyph of a run is a mark that hangs on letters that run from right
 * to left. Readers of PDF files that turn such words round lose a glyph that
 * stands out of its row, so it is drawn as an outline, and an empty glyph in
 * the row says what it says. */
bool font_hangs(const struct run *run, size_t glyph);

/* Fills the `metrics` of the fonts. */
void shape_metrics(struct fonts *fonts);

#endif
