/* The few things about CFF outlines that HarfBuzz does not tell (Adobe
 * Technical Note 5176). */
#ifndef WAYMARK_PDF_CFF_H
#define WAYMARK_PDF_CFF_H

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;

/* How glyphs are addressed in a PDF file. *cids is the character identifier
 * of each glyph when the font is CID-keyed, else NULL: then glyph ids serve.
 * False when the face's CFF table is damaged. */
bool cff_read_cids(hb_face_t *face, struct arena *arena, uint16_t **cids);

#endif
