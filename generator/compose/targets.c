#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/report.h"
#include "compose/status.h"

static const char *quantity(struct composer *composer, double number, const char *unit)
{
	return record_quantity(composer, number, floor(number) == number ? 0 : 1, unit);
}

/* A unit that is a word stands once, at the goal: "1 plans" would be wrong. */
static const char *unit_sign(const char *unit)
{
	return unit != NULL && strcmp(unit, "%") == 0 ? unit : NULL;
}

static void add_target(struct composer *composer, struct bullets_block *bullets, size_t item)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[item];
	double reading = status_reading(composer, item);
	size_t phase = status_phase(f, item);
	const char *sign = unit_sign(element->unit);
	struct bullet bullet = {.title = element->text, .now = NAN, .baseline = true};

	if (phase != 0 && phase < f->n_elements)
		bullet.text = f->elements[phase].text;
	bullet.baseline_figure = quantity(composer, 0, sign);
	bullet.goal_figure = quantity(composer, element->target, element->unit);
	bullet.now_figure = composer_say(composer, "unread");
	if (!isnan(reading)) {
		bullet.now = element->target != 0 ? reading / element->target : NAN;
		bullet.now_figure = quantity(composer, reading, sign);
	}
	bullets->bullets = arena_push(composer->arena, bullets->bullets, bullets->n_bullets,
	                              sizeof *bullets->bullets);
	bullets->bullets[bullets->n_bullets++] = bullet;
}

static const char *targets_finding(struct composer *composer, const struct bullets_block *bullets)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, bullets->n_bullets);
	size_t n = 0;

	for (size_t i = 0; i < bullets->n_bullets; i++) {
		const struct bullet *bullet = &bullets->bullets[i];

		composer_set(composer, "name", bullet->title);
		composer_set(composer, "now", bullet->now_figure);
		composer_set(composer, "goal", bullet->goal_figure);
		parts[n++] = composer_text(composer, "finding-row");
	}
	composer_set(composer, "rows", composer_join_parts(composer, parts, n));
	return composer_text(composer, "finding");
}

/* Numbers to be reached, those of items that do not apply left out. */
void compose_targets(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const struct scores *scores = composer->input->scores;
	struct bullets_block bullets = {0};
	struct blocks outer;
	size_t reached = 0;

	for (size_t i = 0; i < f->n_items && scores->consensus != NULL; i++) {
		size_t item = f->items[i];

		if (isnan(f->elements[item].target) ||
		    status_square(scores, item) == SQUARE_EXCLUDED)
			continue;
		add_target(composer, &bullets, item);
		reached += bullets.bullets[bullets.n_bullets - 1].now >= 1;
	}
	if (bullets.n_bullets == 0)
		return;
	composer_set_count(composer, "count", bullets.n_bullets);
	composer_set_count(composer, "reached", reached);
	bullets.title_head = composer_text(composer, "title-head");
	bullets.baseline_head = composer_text(composer, "baseline-head");
	bullets.goal_head = composer_text(composer, "goal-head");
	bullets.key_now = composer_say(composer, "key-now");
	bullets.key_goal = composer_say(composer, "key-goal");
	bullets.words.finding = targets_finding(composer, &bullets);
	outer = report_open_section(composer);
	composer_add(composer, BLOCK_BULLETS)->bullets = bullets;
	report_close_section(composer, outer);
}
