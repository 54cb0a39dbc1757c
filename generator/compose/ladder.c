#include <math.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/report.h"

static void add_steps(struct composer *composer, struct ladder_block *ladder,
                      const struct bands *bands)
{
	int current = report_places(composer) ? composer->input->scores->stats[0].band : -1;
	size_t n = bands->n_steps;

	ladder->low = bands->steps[0].from;
	ladder->high = bands->steps[n - 1].to;
	ladder->low_label = text_number(composer->arena, ladder->low, 0);
	ladder->high_label = text_number(composer->arena, ladder->high, 0);
	ladder->steps = ARENA_ARRAY(composer->arena, struct ladder_step, n);
	ladder->n_steps = n;
	for (size_t i = 0; i < n; i++)
		ladder->steps[i] = (struct ladder_step){
			.from = bands->steps[i].from,
			.to = i + 1 < n ? bands->steps[i + 1].from : bands->steps[i].to,
			.title = bands->steps[i].title,
			.from_label = text_number(composer->arena, bands->steps[i].from, 0),
			.current = (int)i == current,
		};
}

static void add_pointer(struct composer *composer, struct ladder_block *ladder,
                        struct pointer pointer)
{
	ladder->pointers = arena_push(composer->arena, ladder->pointers, ladder->n_pointers,
	                              sizeof *ladder->pointers);
	ladder->pointers[ladder->n_pointers++] = pointer;
}

static void add_group_pointer(struct composer *composer, struct ladder_block *ladder)
{
	if (!report_shows(composer, 0))
		return;
	add_pointer(composer, ladder, (struct pointer){
		.value = composer->input->scores->stats[0].mean,
		.label = composer_text(composer, "group-label"),
		.note = composer_say(composer, "group-note"),
		.colour = COLOUR_BLUE,
		.hollow = !report_places(composer),
	});
}

/* One ring for each person, when there are enough of them. */
static void add_rings(struct composer *composer, struct ladder_block *ladder)
{
	const struct scores *scores = composer->input->scores;
	double *rings;

	if (!report_shows_people(composer, 0))
		return;
	rings = ARENA_ARRAY(composer->arena, double, scores->n_people);
	for (size_t i = 0; i < scores->n_people; i++)
		if (!isnan(scores->results[i][0].value))
			rings[ladder->n_rings++] = scores->results[i][0].value;
	ladder->rings = rings;
	ladder->rings_label = composer_text(composer, "rings");
}

void compose_ladder(struct composer *composer)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	struct ladder_block ladder = {0};

	if (bands == NULL || !report_shows(composer, 0))
		return;
	add_steps(composer, &ladder, bands);
	add_group_pointer(composer, &ladder);
	add_rings(composer, &ladder);
	ladder.words.finding = composer_text(composer, "finding");
	composer_add(composer, BLOCK_LADDER)->ladder = ladder;
}

void compose_own_ladder(struct composer *composer)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	double own = composer->input->scores->results[composer->person][0].value;
	struct ladder_block ladder = {.small = true};

	if (bands == NULL || (isnan(own) && !report_shows(composer, 0)))
		return;
	add_steps(composer, &ladder, bands);
	if (!isnan(own))
		add_pointer(composer, &ladder, (struct pointer){
			.value = own,
			.label = composer_text(composer, "own-label"),
			.colour = COLOUR_INK});
	add_group_pointer(composer, &ladder);
	ladder.words.finding = composer_text(composer, "finding");
	composer_add(composer, BLOCK_LADDER)->ladder = ladder;
}
