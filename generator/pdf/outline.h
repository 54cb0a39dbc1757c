/* Bookmarks as the outline of a PDF file. */
#ifndef WAYMARK_PDF_OUTLINE_H
#define WAYMARK_PDF_OUTLINE_H

#include "layout/page.h"
#include "pdf/object.h"

/* The outline's object for the catalog, NULL when there are no bookmarks.
 * `objects` holds the object of each page. */
HPDF_Dict outline_write(struct pdf *pdf, const struct pages *pages, const HPDF_Page *objects);

#endif
