#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/ranks.h"
#include "compose/report.h"

/* Whether the person sees an item another way: a sign that most of the others
 * who gave one did not give, an answer a full point or more from the mean. */
static bool differs(const struct composer *composer, size_t item)
{
	const struct scores *scores = composer->input->scores;
	double own = scores->results[composer->person][item].value;

	if (composer->framework->elements[item].scale->kind == SCALE_MARK)
		return own * scores->stats[item].mean < 0;
	return fabs(own - scores->stats[item].mean) >= 1;
}

/* Items that the person answered otherwise than the group, by the distance
 * between the two. */
static struct rank *rank_items(struct composer *composer, size_t *n)
{
	const struct scores *scores = composer->input->scores;
	size_t n_shown;
	struct rank *ranks = ranks_items(composer, &n_shown);

	*n = 0;
	for (size_t i = 0; i < n_shown; i++) {
		size_t item = ranks[i].element;
		const struct result *own = &scores->results[composer->person][item];

		if (own->answered == 0 || !differs(composer, item))
			continue;
		ranks[*n].element = item;
		ranks[(*n)++].key =
		    fabs(report_position(composer, item, own->value) -
		         report_position(composer, item, scores->stats[item].mean));
	}
	return ranks;
}

/* The person's own answer in words. */
static const char *own_figure(struct composer *composer, size_t item)
{
	double value = composer->input->scores->results[composer->person][item].value;
	bool mark = composer->framework->elements[item].scale->kind == SCALE_MARK;
	size_t opened = composer_open_flags(composer);
	const char *text;

	composer_set(composer, "figure", report_score(composer, item, value));
	composer_flag(composer, "plus", mark && value > 0);
	composer_flag(composer, "minus", mark && value < 0);
	text = composer_text(composer, "own-figure");
	composer_close_flags(composer, opened);
	return text;
}

static struct table_block make_table(struct composer *composer, const struct ranks *chosen)
{
	const struct scores *scores = composer->input->scores;
	struct table_block table = {.n_columns = 3, .n_rows = chosen->n_ranks};

	table.caption = composer_text(composer, "title");
	table.columns = ARENA_ARRAY(composer->arena, struct column, 3);
	table.columns[0] = (struct column){composer_text(composer, "text-head"), 0.72, ALIGN_LEFT,
		STYLE_BODY};
	table.columns[1] = (struct column){composer_text(composer, "group-head"), 0.14,
		ALIGN_RIGHT, STYLE_BODY};
	table.columns[2] = (struct column){composer_text(composer, "own-head"), 0.14, ALIGN_RIGHT,
		STYLE_NAME};
	table.rows = ARENA_ARRAY(composer->arena, struct table_row, chosen->n_ranks);
	for (size_t i = 0; i < chosen->n_ranks; i++) {
		size_t item = chosen->ranks[i].element;
		const char **cells = ARENA_ARRAY(composer->arena, const char *, 3);

		cells[0] = report_text(composer, item);
		cells[1] = report_mean(composer, item, scores->stats[item].mean);
		cells[2] = own_figure(composer, item);
		table.rows[i].cells = cells;
	}
	return table;
}

void compose_differences(struct composer *composer)
{
	enum { COUNT_STANDARD = 5 };
	int count = composer->section->count > 0 ? composer->section->count : COUNT_STANDARD;
	size_t n;
	struct rank *items = rank_items(composer, &n);
	struct ranks chosen = ranks_choose(items, n, (size_t)count, 0);
	struct blocks outer, kept;
	struct block *section;

	if (chosen.n_ranks == 0)
		return;
	outer = composer_open(composer);
	kept = composer_open(composer);
	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "title"), NULL);
	composer_add_paragraph(composer, STYLE_LEAD, composer_say(composer, "text"), 0.8);
	composer_add(composer, BLOCK_TABLE)->table = make_table(composer, &chosen);
	composer_close(composer, kept, BLOCK_KEEP);
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->section.rule = true;
	section->bookmark = composer_say(composer, "title");
}
