/* pages -> a PDF file, on libharu's object primitives.
 *
 * Order of use: pdf_fonts_open once for a theme; give pdf_fonts_metrics to
 * layout/; pdf_write as often as wanted; pdf_fonts_close.
 */
#ifndef WAYMARK_PDF_H
#define WAYMARK_PDF_H

#include <stdbool.h>
#include <time.h>

#include "layout/page.h"

struct fonts;

/* Finds the theme's faces with fontconfig. NULL when one of them is not
 * installed (recorded). Fallback families are opened when a text needs them;
 * those that are not installed are passed over. */
struct fonts *pdf_fonts_open(struct arena *arena, const struct theme *theme, struct diag *diag);
void pdf_fonts_close(struct fonts *fonts);

/* Text is shaped with kerning and ligatures, its figures equally wide.
 * Characters that are never visible (soft hyphens, joiners) give no glyphs. */
const struct metrics *pdf_fonts_metrics(const struct fonts *fonts);

/* Reports each code point that no font could show, once, as a warning; boxes
 * that say the character stand in their place. */
void pdf_fonts_report(const struct fonts *fonts, struct diag *diag);

/* Writes the pages, which were laid out with these fonts' metrics, as a PDF
 * 1.7 file with structure, outline, properties, form fields, links and subsets of
 * the fonts; `date`
 * becomes its CreationDate and ModDate (UTC). The same pages and date give the
 * same bytes. There must be a page; all coordinates are finite. */
bool pdf_write(const struct pages *pages, const struct fonts *fonts, time_t date,
               const char *path, struct diag *diag);

#endif
