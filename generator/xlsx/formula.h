/* The scoring rules of a framework as formulas over the sheets Data and
 * Scores. They follow score/ step by step, so that what it computed can be
 * stored beside them. */
#ifndef WAYMARK_FORMULA_H
#define WAYMARK_FORMULA_H

#include "xlsx/book.h"

/* How many + (sign 1) or - (sign -1) there are, reversed items turned round. */
const char *formula_signs(struct book *book, size_t element, int sign, size_t top,
                          size_t bottom);

/* What is to be taken from all answers for those that do not apply, with its
 * minus; "" when none can. */
const char *formula_excluded(struct book *book, size_t element, size_t top, size_t bottom);

/* Whether there is any item that an element is scored from. */
bool formula_scores(const struct framework *framework, size_t element);

/* The score of an element of a respondent, whose row on Scores is `row`;
 * NULL when it is never scored. */
const char *formula_score(struct book *book, size_t element, size_t row);

/* The title of the band in which the score in `cell` lies. */
const char *formula_band(struct book *book, const struct bands *bands, const char *cell);

#endif
