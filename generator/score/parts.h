/* What the files of score/ share; nobody else includes it. */
#ifndef WAYMARK_SCORE_PARTS_H
#define WAYMARK_SCORE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/scores.h"

struct arena;
struct sheet;

/* What an element is scored from; the arrays have room for every element. */
struct inputs {
	double *values, *weights;
	size_t n, n_possible;
	double weight_possible;
};

/* The results of one sheet; `inputs` is room to work in. */
struct result *score_sheet(struct arena *arena, const struct framework *framework,
                           const struct sheet *sheet, struct inputs *inputs);

/* Whether there is anything that an element's score is made of: items that its
 * rule takes and of which nobody said that they do not apply. */
bool score_applies(const struct framework *framework, const struct result *results,
                   size_t element);

/* Fills in scores->stats from the results of the people. */
void score_group(struct arena *arena, struct scores *scores);

/* The lowest and highest answer on a scale with points, or of a mark. */
void score_limits(const struct scale *scale, int *low, int *high);

#endif
