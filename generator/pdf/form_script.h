/* PDF JavaScript of a form: totals that follow what is filled in, boxes that
 * exclude each other, figures and dates that can be read again.
 *
 * A field refers to actions that run one line each; script_finish writes the
 * functions behind them. Viewers without JavaScript leave all of it aside.
 */
#ifndef WAYMARK_PDF_FORM_SCRIPT_H
#define WAYMARK_PDF_FORM_SCRIPT_H

#include "layout/page.h"
#include "pdf/object.h"

struct script;

struct script *script_open(struct pdf *pdf);

/* The entries /A and /AA of a field, where it has any. */
void script_add_actions(struct script *script, const struct form_field *field, struct buf *out);

/* The name tree of the document's scripts, or NULL when no action needs any. */
HPDF_Dict script_finish(struct script *script);

#endif
