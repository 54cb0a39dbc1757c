/* The scoring rules of a framework as formulas over the sheets Data and
 * Scores. They follow score/ step by step, so that what it computed can be
 * stored beside them. */
#ifndef WAYMARK_FORMULA_H
#define WAYMARK_FORMULA_H

#include "xlsx/book.h"

/* The items of an element as areas of Data from row `top` to `bottom`, with
 * commas between them: arguments of COUNT and SUM, very many as one union.
 * Only items of this kind of scale; NULL when there are none. */
const char *formula_items(struct book *book, size_t element, enum scale_kind kind, size_t top,
                          size_t bottom);

/* How many + (sign 1) or - (sign -1) there are, reversed items turned round. */
const char *formula_signs(struct book *book, size_t element, int sign, size_t top,
                          size_t bottom);

/* The score of an element of a respondent, whose row on Scores is `row`;
 * NULL when it is never scored. */
const char *formula_score(struct book *book, size_t element, size_t row);

/* The title of the band in which the score in `cell` lies. */
const char *formula_band(struct book *book, const struct bands *bands, const char *cell);

#endif
