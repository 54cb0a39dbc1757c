/* The part of a font that a PDF file takes along. */
#ifndef WAYMARK_PDF_SUBSET_H
#define WAYMARK_PDF_SUBSET_H

#include "pdf/fonts.h"

/* A font file with the glyphs of the set, under their own numbers unless the
 * font has CIDs; outlines in a CFF table come as that table alone. NULL when
 * HarfBuzz cannot make it, or when a glyph's outline got lost: without memory
 * HarfBuzz may give a font that lacks them. To be destroyed. */
hb_blob_t *subset_font(const struct font *font, const hb_set_t *glyphs);

/* A font file of TrueType outlines with the characters of the set, which it
 * finds by itself; else the same. */
hb_blob_t *subset_characters(const struct font *font, const hb_set_t *characters);

#endif
