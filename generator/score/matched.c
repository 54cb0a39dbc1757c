#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "model/answers.h"
#include "score/score.h"

/* Scores that are prorated differ in their last digits where people do not. */
static const double nothing = 1e-9;

static void add_person(struct matched *matched, const struct result *before,
                       const struct result *after, size_t n_elements)
{
	for (size_t i = 0; i < n_elements; i++) {
		double change = after[i].value - before[i].value;

		if (isnan(change))
			continue;
		matched[i].up += change > nothing;
		matched[i].down += change < -nothing;
		matched[i].level += fabs(change) <= nothing;
		matched[i].change += change;
		matched[i].n++;
	}
}

struct matched *score_matched(struct arena *arena, const struct scores *before,
                              const struct scores *after)
{
	size_t n = after->framework->n_elements, old = 0, now = 0;
	struct matched *matched = ARENA_ARRAY(arena, struct matched, n);

	assert(before->answers == after->answers);
	/* Both are sorted by respondent, as all sheets of a wave are. */
	while (old < before->n_people && now < after->n_people) {
		int order = strcmp(before->people[old]->respondent, after->people[now]->respondent);

		if (order == 0)
			add_person(matched, before->results[old], after->results[now], n);
		old += order <= 0;
		now += order >= 0;
	}
	for (size_t i = 0; i < n; i++)
		matched[i].change = matched[i].n > 0 ? matched[i].change / (double)matched[i].n
		                                     : NAN;
	return matched;
}
