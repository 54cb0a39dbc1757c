#include "compose/worksheet.h"

#include <stdint.h>

#include "base/arena.h"
#include "compose/fields.h"

static void add_stages(struct composer *composer, struct totals_block *totals,
                       const struct bands *bands)
{
	if (bands == NULL)
		return;
	composer_set(composer, "stage", composer_noun(composer, bands->title));
	totals->stage_title = composer_text(composer, "stage-title");
	totals->stages = ARENA_ARRAY(composer->arena, struct stage, bands->n_steps);
	totals->n_stages = bands->n_steps;
	for (size_t i = 0; i < bands->n_steps; i++) {
		composer_set_number(composer, "from", bands->steps[i].from, 0);
		composer_set_number(composer, "to", bands->steps[i].to, 0);
		composer_set(composer, "band", bands->steps[i].title);
		totals->stages[i] = (struct stage){bands->steps[i].id, bands->steps[i].title,
		                                   composer_text(composer, "limits"),
		                                   composer_text(composer, "tip-stage")};
	}
}

/* The groups' totals once more, and what they come to. */
static void set_sums(struct composer *composer, size_t sheet, struct totals_block *totals)
{
	const struct framework *f = composer->framework;
	size_t groups = level_of_groups(f), n = 0;
	const char **names = ARENA_ARRAY(composer->arena, const char *, totals->n_letters);

	totals->letters = ARENA_ARRAY(composer->arena, const char *, totals->n_letters);
	totals->sums = ARENA_ARRAY(composer->arena, struct number_box, totals->n_letters);
	for (size_t i = framework_next(f, sheet, sheet, groups); i != SIZE_MAX;
	     i = framework_next(f, sheet, i, groups), n++) {
		const char *total = field_name(composer, FIELD_WORD_TOTAL, f->elements[i].id, NULL);

		names[n] = field_name(composer, FIELD_WORD_SUM, f->elements[i].id, NULL);
		totals->letters[n] = composer_letter(composer, n);
		composer_set(composer, "letter", totals->letters[n]);
		composer_set(composer, "counted", f->elements[i].text);
		totals->sums[n] = (struct number_box){names[n], composer_text(composer, "tip-sum"),
		                                      fields_sum(composer, &total, 1)};
	}
	totals->overall = (struct number_box){
		field_name(composer, FIELD_WORD_TOTAL, f->elements[sheet].id, NULL),
		composer_text(composer, "tip-overall"),
		fields_sum(composer, names, n)};
}

void worksheet_add_totals(struct composer *composer, size_t sheet)
{
	const struct framework *f = composer->framework;
	size_t level = f->elements[sheet].level, groups = level_of_groups(f), opened, n;
	const struct rule *rule = &f->levels[level].rule;
	struct totals_block totals = {0};

	if (groups <= level || !worksheet_adds_up(f, sheet))
		return;
	n = framework_count(f, sheet, groups);
	if (n == 1 && rule->bands == NULL)
		return;
	opened = composer_open_flags(composer);
	composer_flag(composer, "single", n == 1);
	composer_set_count(composer, "total-count", n);
	totals.add_title = composer_text(composer, "add-title");
	totals.n_letters = n;
	set_sums(composer, sheet, &totals);
	totals.overall_label = composer_text(composer, "overall");
	totals.stage_field = field_name(composer, FIELD_WORD_STAGE, f->elements[sheet].id, NULL);
	add_stages(composer, &totals, rule->bands);
	composer_add(composer, BLOCK_TOTALS)->totals = totals;
	composer_close_flags(composer, opened);
}
