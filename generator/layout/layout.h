/* document -> pages: measure, place; pdf/ and dump/ draw.
 *
 * Call layout_document once for each document; its pages are added to
 * `pages`, numbered by themselves ("2 of 9" counts within one document).
 */
#ifndef WAYMARK_LAYOUT_H
#define WAYMARK_LAYOUT_H

#include <stdbool.h>

#include "layout/page.h"

struct document;

/* An empty book of pages. */
struct pages *pages_new(struct arena *arena);

/* False when something could not be placed (recorded: a row that is taller
 * than a page, a code that does not fit its QR code). */
bool layout_document(struct pages *pages, const struct document *document,
                     const struct metrics *metrics, struct diag *diag);

#endif
