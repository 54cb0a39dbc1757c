/* The structure of a tagged PDF file: its roles as structure elements, its
 * content marked as theirs (ISO 32000-1, 14.6 to 14.8; ISO 14289-1).
 *
 * tags_open once for a file; tags_begin_page, tags_op for every op before it
 * is drawn and tags_end_page for each page in order; then tags_close. Roles
 * that nothing stands in are left out, but for cells. Headings that skip a
 * level are moved up.
 */
#ifndef WAYMARK_PDF_TAGS_H
#define WAYMARK_PDF_TAGS_H

#include "layout/page.h"
#include "pdf/object.h"

struct tags;

/* Objects that the structure of these pages has at most. */
size_t tags_count(const struct pages *pages);

struct tags *tags_open(struct pdf *pdf, const struct pages *pages);

/* Operators of marked content go to `out`, the page's. */
void tags_begin_page(struct tags *tags, const struct page *page, HPDF_Page object,
                     struct buf *out);
/* Whether the op goes on with the content that the one before it is in. */
bool tags_op(struct tags *tags, const struct op *op);
void tags_end_page(struct tags *tags);

/* Puts an annotation of the page here into the structure: a field as ROLE_FORM,
 * a link as ROLE_LINK. Returns its StructParent. */
size_t tags_add_annotation(struct tags *tags, enum role role, HPDF_Dict annotation);

/* The structure's root for the catalog. */
HPDF_Dict tags_close(struct tags *tags);

#endif
