/* The FontDescriptor of an embedded font: its measures, scaled to 1000. */
#ifndef WAYMARK_PDF_DESCRIPTOR_H
#define WAYMARK_PDF_DESCRIPTOR_H

#include "pdf/fonts.h"
#include "pdf/object.h"

/* `name` is the PostScript name with the subset's tag, `file` the stream of
 * the subset; `symbolic`: its codes are not those of Latin letters. */
HPDF_Dict descriptor_write(struct pdf *pdf, const struct font *font, const char *name,
                           HPDF_Dict file, bool symbolic);

#endif
