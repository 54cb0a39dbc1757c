#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/worksheet.h"

/* How much the steps have to say: nothing, what they are, what is in the way. */
static int count_words(const struct bands *bands)
{
	bool text = false, obstacle = false;

	for (size_t i = 0; i < bands->n_steps; i++) {
		text = text || bands->steps[i].text != NULL;
		obstacle = obstacle || bands->steps[i].obstacle != NULL;
	}
	return text + obstacle;
}

/* The bands of the level that the template names, else the first of those that
 * have most to say. */
static const struct bands *find_bands(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, SIZE_MAX);
	const struct bands *found = NULL;
	int most = 0;

	if (composer->section->level != NULL)
		return level == SIZE_MAX ? NULL : f->levels[level].rule.bands;
	for (size_t i = 0; i < f->n_bands; i++) {
		int words = count_words(&f->bands[i]);

		if (words > most)
			found = &f->bands[i];
		most = words > most ? words : most;
	}
	return found;
}

/* Limits say something only where a score is held against them. */
static bool is_scored(const struct framework *f, const struct bands *bands)
{
	for (size_t i = 0; i < f->n_levels; i++)
		if (f->levels[i].rule.bands == bands)
			return true;
	return false;
}

static struct poster_step make_step(struct composer *composer, const struct bands *bands,
                                    size_t i)
{
	const struct band *band = &bands->steps[i];
	struct poster_step step = {
		.number = composer_number(composer, (double)(i + 1), 0),
		.title = band->title,
		.text = band->text,
		.obstacle = band->obstacle,
	};

	composer_set_number(composer, "from", band->from, 0);
	composer_set_number(composer, "to", band->to, 0);
	if (is_scored(composer->framework, bands))
		step.limits = composer_say(composer, "limits");
	return step;
}

void compose_poster(struct composer *composer)
{
	const struct bands *bands = find_bands(composer);
	struct steps_block steps = {.obstacle_title = composer_say(composer, "obstacle-title")};
	struct blocks outer;

	if (bands == NULL)
		return;
	outer = composer_open(composer);
	composer_set(composer, "bands", bands->title);
	composer_set(composer, "band", composer_noun(composer, bands->title));
	composer_set_count(composer, "step", bands->n_steps);
	steps.steps = ARENA_ARRAY(composer->arena, struct poster_step, bands->n_steps);
	steps.n_steps = bands->n_steps;
	for (size_t i = 0; i < bands->n_steps; i++)
		steps.steps[i] = make_step(composer, bands, i);
	composer_add(composer, BLOCK_STEPS)->steps = steps;
	worksheet_close_sheet(composer, outer, NULL)->sheet.fill = true;
}
