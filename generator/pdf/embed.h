/* Fonts in a PDF file: Type0 fonts with subsets of the glyphs that its pages
 * use.
 *
 * embed_begin, then embed_run for every run that is drawn, then embed_end
 * once; the font resources may be referred to from the start.
 */
#ifndef WAYMARK_PDF_EMBED_H
#define WAYMARK_PDF_EMBED_H

#include <stdbool.h>

#include "pdf/fonts.h"
#include "pdf/object.h"

struct embedded;

struct embedding {
	struct pdf *pdf;
	const struct fonts *fonts;
	HPDF_Dict resources; /* names of fonts, shared by all pages */
	struct embedded *embedded; /* one for each of fonts->fonts */
	size_t n_embedded;
};

void embed_begin(struct embedding *embedding, struct pdf *pdf, const struct fonts *fonts);

/* Notes the glyphs of a run and what they say; gives the codes that show them.
 * Its font is the resource /F<number> with the run's font number. */
const uint32_t *embed_run(struct embedding *embedding, const struct run *run);

/* Width of a glyph as the file states it, 1/1000 of the type size. */
double embed_width(const struct embedding *embedding, size_t font, uint32_t glyph);

/* Subsets and writes all fonts that were used; false when one of them cannot
 * be made smaller (its number is in *failed). */
bool embed_end(struct embedding *embedding, size_t *failed);

#endif
