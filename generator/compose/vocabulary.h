/* Placeholders and flags that all words of a document may use: their names,
 * for the check of a template, and their values.
 *
 * Names are parted by blanks. A name that ends in # is a count and stands for
 * three: n, n-word and N-word; one that ends in * is a level's name and stands
 * for four: skill, skills, Skill and Skills.
 */
#ifndef WAYMARK_VOCABULARY_H
#define WAYMARK_VOCABULARY_H

#include <time.h>

#include "model/template.h"

struct composer;

extern const char *const vocabulary_placeholders[TEMPLATE_COUNT];
extern const char *const vocabulary_flags[TEMPLATE_COUNT];

/* Sets all of them from the composer's input. */
void vocabulary_set(struct composer *composer);

/* A date in the words of the template, from its list of months; NULL when it
 * has none for dates. */
const char *vocabulary_date(struct composer *composer, time_t date);

#endif
