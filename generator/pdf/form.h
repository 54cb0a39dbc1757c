/* Fields of a PDF file: its AcroForm.
 *
 * form_open once for a file, form_add_field for every OP_FIELD as its page is
 * drawn, in reading order, form_finish once after the last page. Fields that
 * share a name are one field with several widgets.
 */
#ifndef WAYMARK_PDF_FORM_H
#define WAYMARK_PDF_FORM_H

#include "pdf/fonts.h"
#include "pdf/object.h"

struct form;

struct form *form_open(struct pdf *pdf, const struct fonts *fonts);

/* Makes the field, or adds to the one of that name, and appends its widget to
 * the page's Annots. Returns the widget's object; NULL when it is hidden. */
HPDF_Dict form_add_field(struct form *form, HPDF_Page page, const struct page *where,
                         const struct op *op);

/* The widget's key in the ParentTree; at most once for each widget. */
void form_tag_widget(struct form *form, HPDF_Dict widget, size_t struct_parent);

/* Writes all fields. The AcroForm dictionary for the catalog, or NULL when
 * there is no field. */
HPDF_Dict form_finish(struct form *form);

/* After form_finish: the name tree of the scripts that the fields call, for
 * the catalog's /Names << /JavaScript >>; NULL when they call none. */
HPDF_Dict form_scripts(const struct form *form);

#endif
