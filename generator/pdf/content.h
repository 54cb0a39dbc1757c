/* One page's ops as PDF operators and annotations. */
#ifndef WAYMARK_PDF_CONTENT_H
#define WAYMARK_PDF_CONTENT_H

#include "pdf/embed.h"

/* Fills the page object; `scratch` is emptied and may be used again. */
void content_write(struct embedding *embedding, const struct pages *pages,
                   const struct page *page, HPDF_Page object, struct buf *scratch);

#endif
