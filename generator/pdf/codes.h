/* What the glyphs of a font say in one PDF file, and the codes that its pages
 * call them by.
 *
 * Codes below n_glyphs are glyph ids. A glyph that says different things at
 * different places (a bracket in both directions, a hyphen and a soft one) has
 * one code more for each.
 */
#ifndef WAYMARK_PDF_CODES_H
#define WAYMARK_PDF_CODES_H

#include "pdf/fonts.h"

struct saying {
	const char *text; /* NULL: the glyph is not used */
	size_t n_text;
	uint32_t id;
	uint32_t next;    /* the code that says something else with the same glyph; 0: none */
};

struct codes {
	struct arena *arena;
	const struct font *font;
	struct saying *glyphs; /* by glyph id */
	size_t n_glyphs;
	struct saying *others; /* codes from n_glyphs on */
	size_t n_others;
};

/* Glyph 0 says that a character could not be shown. */
void codes_open(struct codes *codes, struct arena *arena, const struct font *font);

/* Notes what the glyphs of a run say; named[i] is what pages call the i-th. */
void codes_note(struct codes *codes, const struct run *run, uint32_t *named);

size_t codes_count(const struct codes *codes);
const struct saying *codes_at(const struct codes *codes, size_t code);

/* What pages call a code. */
uint32_t codes_name(const struct codes *codes, size_t code);

#endif
