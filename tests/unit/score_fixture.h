/* Two small frameworks and sheets of answers, built anew in an arena for each
 * test, so that a test may change their rules.
 *
 * Ratings, 1 to 5; sums with 0.8 of the answers, prorated, bands for both:
 *   [0] whole  from the sections, all of them; 8 to 40
 *   [1] a      a-1 .. a-5 [2..6]; 5 to 25
 *   [7] b      b-1 [8] weighs 2, b-2 [9] is reversed; 3 to 15
 * Marks; net from items:
 *   [0] whole
 *   [1] s      s-1 [2], s-2 [3], s-3 [4]
 *   [5] t      t-1 [6], t-2 [7]
 * Stands: completion of the phases by their statuses, half of which must be
 * answered, finished from 0.75; the whole is the mean of the phases:
 *   [0] whole
 *   [1] p      p-1 [2], p-2 [3], p-3 [4], p-4 [5]
 *   [6] q      q-1 [7], q-2 [8]; q-3 [9] is a check
 */
#ifndef WAYMARK_SCORE_FIXTURE_H
#define WAYMARK_SCORE_FIXTURE_H

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "model/answers.h"
#include "model/framework.h"

#define BLANK ANSWER_BLANK
#define EXCLUDED ANSWER_EXCLUDED

static inline struct bands *fixture_bands(struct arena *arena, const struct band *steps, size_t n)
{
	struct bands *bands = ARENA_NEW(arena, struct bands);

	bands->id = bands->title = "bands";
	bands->steps = ARENA_ARRAY(arena, struct band, n);
	memcpy(bands->steps, steps, n * sizeof *steps);
	bands->n_steps = n;
	return bands;
}

static inline struct scale *fixture_rating(struct arena *arena)
{
	static const char *const labels[] = {"Never", "Seldom", "Sometimes", "Often", "Always"};
	struct scale *scale = ARENA_NEW(arena, struct scale);

	scale->id = "frequency";
	scale->kind = SCALE_RATING;
	scale->points = ARENA_ARRAY(arena, struct point, 5);
	scale->n_points = 5;
	for (int i = 0; i < 5; i++)
		scale->points[i] = (struct point){.value = i + 1, .label = labels[i]};
	return scale;
}

/* The whole, and below it `n_sections` sections named in `ids` with `n_items`
 * items each; all elements weigh 1. */
static inline struct framework *fixture_framework(struct arena *arena, const char *const *ids,
                                                  const size_t *n_items, size_t n_sections,
                                                  const struct scale *scale)
{
	struct framework *framework = ARENA_NEW(arena, struct framework);
	struct element *elements = ARENA_ARRAY(arena, struct element, 32);
	size_t n = 1;

	framework->items = ARENA_ARRAY(arena, size_t, 32);
	elements[0] = (struct element){.id = "overall", .text = "All in all"};
	for (size_t s = 0; s < n_sections; s++) {
		size_t section = n++;

		elements[section] = (struct element){.id = ids[s], .level = 1,
		    .text = arena_printf(arena, "Section %s", ids[s]),
		    .first_item = framework->n_items, .n_items = n_items[s]};
		for (size_t i = 0; i < n_items[s]; i++) {
			elements[n] = (struct element){.level = 2, .parent = section, .end = n + 1,
			    .id = arena_printf(arena, "%s-%zu", ids[s], i + 1),
			    .text = arena_printf(arena, "Item %s-%zu", ids[s], i + 1),
			    .first_item = framework->n_items, .n_items = 1, .scale = scale,
			    .weight = 1};
			framework->items[framework->n_items++] = n++;
		}
		elements[section].end = n;
	}
	elements[0].end = n;
	elements[0].n_items = framework->n_items;
	framework->elements = elements;
	framework->n_elements = n;
	framework->levels = ARENA_ARRAY(arena, struct level, 3);
	framework->n_levels = 3;
	framework->levels[0].id = "overall";
	framework->levels[1].id = "skill";
	framework->levels[2].id = "action";
	framework->split = 0.35;
	return framework;
}

static inline struct framework *fixture_ratings(struct arena *arena)
{
	static const char *const ids[] = {"a", "b"};
	static const size_t n_items[] = {5, 2};
	static const struct band stages[] = {
		{.id = "low", .title = "Low", .from = 8, .to = 19},
		{.id = "mid", .title = "Middle", .from = 20, .to = 29},
		{.id = "high", .title = "High", .from = 30, .to = 40},
	};
	static const struct band quality[] = {
		{.id = "poor", .title = "Poor", .from = 3, .to = 14},
		{.id = "good", .title = "Good", .from = 15, .to = 25},
	};
	struct framework *framework =
	    fixture_framework(arena, ids, n_items, 2, fixture_rating(arena));

	framework->id = "ratings";
	framework->version = "1.0";
	framework->title = "Ratings";
	framework->levels[0].rule = (struct rule){.measure = MEASURE_SUM,
	    .from = SCORE_FROM_SECTIONS, .minimum = 1, .bands = fixture_bands(arena, stages, 3)};
	framework->levels[1].rule = (struct rule){.measure = MEASURE_SUM, .minimum = 0.8,
	    .prorate = true, .bands = fixture_bands(arena, quality, 2)};
	framework->elements[8].weight = 2;
	framework->elements[9].reversed = true;
	return framework;
}

static inline struct framework *fixture_marks(struct arena *arena)
{
	static const char *const ids[] = {"s", "t"};
	static const size_t n_items[] = {3, 2};
	struct scale *scale = ARENA_NEW(arena, struct scale);
	struct framework *framework;

	scale->id = "sign";
	scale->kind = SCALE_MARK;
	framework = fixture_framework(arena, ids, n_items, 2, scale);
	framework->id = "marks";
	framework->version = "2.1";
	framework->title = "Marks";
	framework->levels[0].rule.measure = MEASURE_NET;
	framework->levels[1].rule.measure = MEASURE_NET;
	return framework;
}

static inline struct scale *fixture_status(struct arena *arena)
{
	static const struct point points[] = {
		{.value = 0, .id = "not-started", .label = "Not started", .stand = STAND_OPEN},
		{.value = 1, .id = "under-way", .label = "Under way", .stand = STAND_STARTED},
		{.value = 2, .id = "done", .label = "Done", .stand = STAND_DONE},
	};
	struct scale *scale = ARENA_NEW(arena, struct scale);

	scale->id = "progress";
	scale->kind = SCALE_STATUS;
	scale->excluded = "Does not apply";
	scale->points = ARENA_ARRAY(arena, struct point, 3);
	scale->n_points = 3;
	memcpy(scale->points, points, sizeof points);
	return scale;
}

static inline struct scale *fixture_check(struct arena *arena)
{
	static const struct point points[] = {
		{.value = 0, .id = "no", .label = "Not yet", .stand = STAND_OPEN},
		{.value = 1, .id = "yes", .label = "In place", .stand = STAND_DONE},
	};
	struct scale *scale = ARENA_NEW(arena, struct scale);

	scale->id = "practice";
	scale->kind = SCALE_CHECK;
	scale->excluded = "Does not apply";
	scale->points = ARENA_ARRAY(arena, struct point, 2);
	scale->n_points = 2;
	memcpy(scale->points, points, sizeof points);
	return scale;
}

static inline struct framework *fixture_stands(struct arena *arena)
{
	static const char *const ids[] = {"p", "q"};
	static const size_t n_items[] = {4, 3};
	struct framework *framework =
	    fixture_framework(arena, ids, n_items, 2, fixture_status(arena));

	framework->id = "stands";
	framework->version = "1.0";
	framework->title = "Stands";
	framework->elements[9].scale = fixture_check(arena);
	framework->levels[0].rule = (struct rule){.measure = MEASURE_COMPLETION,
	    .from = SCORE_FROM_SECTIONS, .complete = NAN};
	framework->levels[1].rule =
	    (struct rule){.measure = MEASURE_COMPLETION, .minimum = 0.5, .complete = 0.75};
	return framework;
}

/* No sheets, with room for 64. */
static inline struct answers *fixture_answers(struct arena *arena,
                                              const struct framework *framework)
{
	struct answers *answers = ARENA_NEW(arena, struct answers);

	answers->framework = framework;
	answers->sheets = ARENA_ARRAY(arena, struct sheet, 64);
	return answers;
}

/* An individual sheet in wave "w1" with one value for each item. */
static inline struct sheet *fixture_sheet(struct arena *arena, struct answers *answers,
                                          const char *respondent, const int *values)
{
	struct sheet *sheet = &answers->sheets[answers->n_sheets++];

	sheet->wave = "w1";
	sheet->respondent = respondent;
	sheet->values = ARENA_ARRAY(arena, int, answers->framework->n_items);
	memcpy(sheet->values, values, answers->framework->n_items * sizeof *values);
	return sheet;
}

#endif
