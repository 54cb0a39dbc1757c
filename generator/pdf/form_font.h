/* The font that viewers set typed text in: every character of WinAnsi, in the
 * theme's regular face. */
#ifndef WAYMARK_PDF_FORM_FONT_H
#define WAYMARK_PDF_FORM_FONT_H

#include "pdf/fonts.h"
#include "pdf/object.h"

/* Helvetica, which is not embedded, when no font of the theme has TrueType
 * outlines. */
HPDF_Dict form_font_write(struct pdf *pdf, const struct fonts *fonts);

#endif
