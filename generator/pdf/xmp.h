/* A document's properties as XMP, which is where PDF/UA names itself. */
#ifndef WAYMARK_PDF_XMP_H
#define WAYMARK_PDF_XMP_H

#include <time.h>

#include "layout/page.h"
#include "pdf/object.h"

/* The metadata stream for the catalog; it says what the document's Info says. */
HPDF_Dict xmp_write(struct pdf *pdf, const struct pages *pages, const char *program, time_t date);

#endif
