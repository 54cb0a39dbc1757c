#include "score/score.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "model/answers.h"
#include "model/framework.h"
#include "score/parts.h"

static void pick_sheets(struct arena *arena, struct scores *scores)
{
	const struct answers *answers = scores->answers;

	scores->people = ARENA_ARRAY(arena, const struct sheet *, answers->n_sheets);
	for (size_t i = 0; i < answers->n_sheets; i++) {
		const struct sheet *sheet = &answers->sheets[i];

		if (strcmp(sheet->wave, scores->wave) != 0)
			continue;
		if (sheet->kind == SHEET_CONSENSUS)
			scores->consensus_sheet = sheet;
		else
			scores->people[scores->n_people++] = sheet;
	}
}

/* The outermost level of sections that count as finished from some share on;
 * 0: there is none. */
static size_t finishing_level(const struct framework *framework)
{
	for (size_t level = 1; level < framework->n_levels; level++) {
		const struct rule *rule = &framework->levels[level].rule;

		if (measure_is_share(rule->measure) && !isnan(rule->complete))
			return level;
	}
	return 0;
}

static size_t find_position(const struct framework *framework, const struct result *results)
{
	size_t level = finishing_level(framework);

	if (level == 0 || results == NULL)
		return SIZE_MAX;
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level))
		if (score_applies(framework, results, i) &&
		    !score_finished(&framework->levels[level].rule, results[i].value))
			return i;
	return SIZE_MAX;
}

struct scores *score_wave(struct arena *arena, const struct answers *answers, const char *wave)
{
	const struct framework *framework = answers->framework;
	struct scores *scores = ARENA_NEW(arena, struct scores);
	struct inputs inputs = {
		.values = ARENA_ARRAY(arena, double, framework->n_elements),
		.weights = ARENA_ARRAY(arena, double, framework->n_elements),
	};

	scores->framework = framework;
	scores->answers = answers;
	scores->wave = arena_strdup(arena, wave);
	pick_sheets(arena, scores);
	scores->results = ARENA_ARRAY(arena, struct result *, scores->n_people);
	for (size_t i = 0; i < scores->n_people; i++)
		scores->results[i] = score_sheet(arena, framework, scores->people[i], &inputs);
	if (scores->consensus_sheet != NULL)
		scores->consensus =
		    score_sheet(arena, framework, scores->consensus_sheet, &inputs);
	score_group(arena, scores);
	scores->records = score_records(arena, framework, scores->consensus_sheet);
	scores->position = find_position(framework, scores->consensus);
	return scores;
}
