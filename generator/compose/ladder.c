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
	ladder->low_label = composer_number(composer, ladder->low, 0);
	ladder->high_label = composer_number(composer, ladder->high, 0);
	ladder->steps = ARENA_ARRAY(composer->arena, struct ladder_step, n);
	ladder->n_steps = n;
	for (size_t i = 0; i < n; i++)
		ladder->steps[i] = (struct ladder_step){
			.from = bands->steps[i].from,
			.to = i + 1 < n ? bands->steps[i + 1].from : bands->steps[i].to,
			.title = bands->steps[i].title,
			.from_label = composer_number(composer, bands->steps[i].from, 0),
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
		.step = report_places(composer) ? composer->input->scores->stats[0].band : -1,
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

/* The labels of all who stand on a step. */
static const char *labels_on(struct composer *composer, const struct ladder_block *ladder,
                             int step)
{
	const char **labels = ARENA_ARRAY(composer->arena, const char *, ladder->n_pointers);
	size_t n = 0;

	for (size_t i = 0; i < ladder->n_pointers; i++) {
		if (ladder->pointers[i].step == step)
			labels[n++] = ladder->pointers[i].label;
	}
	return composer_join_parts(composer, labels, n);
}

static const char *people_on(struct composer *composer, int step)
{
	const struct scores *scores = composer->input->scores;
	size_t n = 0;

	for (size_t i = 0; i < scores->n_people; i++)
		n += scores->results[i][0].band == step;
	return arena_printf(composer->arena, "%zu", n);
}

/* The ladder as a table: each step with its limits and who stands on it. None
 * when the template has no words for it. */
static struct table_block *ladder_numbers(struct composer *composer,
                                          const struct ladder_block *ladder)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	const char *limits = composer_say(composer, "limits-head");
	const char *people = ladder->n_rings > 0 ? composer_say(composer, "people-head") : NULL;
	struct table_block *table = composer_numbers(composer, bands->title);

	if (limits == NULL)
		return NULL;
	composer_add_column(composer, table, bands->title);
	composer_add_column(composer, table, limits);
	composer_add_column(composer, table, composer_text(composer, "here-head"));
	if (people != NULL)
		composer_add_column(composer, table, people);
	for (size_t i = 0; i < bands->n_steps; i++) {
		const char **cells = composer_add_row(composer, table);

		composer_set_number(composer, "from", bands->steps[i].from, 0);
		composer_set_number(composer, "to", bands->steps[i].to, 0);
		cells[0] = bands->steps[i].title;
		cells[1] = composer_text(composer, "limits");
		cells[2] = labels_on(composer, ladder, (int)i);
		if (people != NULL)
			cells[3] = people_on(composer, (int)i);
	}
	return table;
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
	ladder.words.numbers = ladder_numbers(composer, &ladder);
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
			.colour = COLOUR_INK,
			.step = composer->input->scores->results[composer->person][0].band});
	add_group_pointer(composer, &ladder);
	ladder.words.finding = composer_text(composer, "finding");
	ladder.words.numbers = ladder_numbers(composer, &ladder);
	composer_add(composer, BLOCK_LADDER)->ladder = ladder;
}
