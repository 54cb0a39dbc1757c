/* Appearance streams of fields. The box or the circle itself is part of the
 * page: what is not filled in looks like nothing. */
#ifndef WAYMARK_PDF_FORM_LOOK_H
#define WAYMARK_PDF_FORM_LOOK_H

#include "layout/page.h"
#include "pdf/object.h"

struct looks;

struct looks *looks_open(struct pdf *pdf, const struct theme *theme);

/* The stream of a box or circle that is marked, or of any field that is empty;
 * fields of the same size share it. */
HPDF_Dict look_of(struct looks *looks, const struct form_field *field, bool marked);

/* Operators that set the colour of typed text. */
void look_add_colour(const struct looks *looks, struct buf *out);

#endif
