#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/ranks.h"
#include "compose/report.h"
#include "compose/worksheet.h"

/* One group of marked items among those that are compared. */
struct side {
	size_t element;
	double net, blank; /* shares of all marks there could be */
	bool shown;
};

/* Highest net first; on ties fewer blanks, then the framework's order. Those
 * that are withheld come last, where their place tells nothing. */
static int compare(const void *left, const void *right)
{
	const struct side *a = left, *b = right;

	if (a->shown != b->shown)
		return a->shown ? -1 : 1;
	if (a->shown && a->net != b->net)
		return a->net < b->net ? 1 : -1;
	if (a->shown && a->blank != b->blank)
		return a->blank > b->blank ? 1 : -1;
	return (a->element > b->element) - (a->element < b->element);
}

static double all_marks(const struct tally *tally)
{
	return (double)(tally->plus + tally->minus + tally->blank);
}

static struct side *sort_sides(struct composer *composer, size_t level, size_t *n)
{
	const struct framework *f = composer->framework;
	struct side *sides =
	    ARENA_ARRAY(composer->arena, struct side, framework_count(f, 0, level));

	*n = 0;
	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		const struct tally *tally = &composer->input->scores->stats[i].tally;
		double all = all_marks(tally);

		if (f->elements[i].n_items == 0 || all == 0)
			continue;
		sides[(*n)++] = (struct side){
			i, ((double)tally->plus - (double)tally->minus) / all,
			(double)tally->blank / all, report_shows(composer, i)};
	}
	if (*n > 0)
		qsort(sides, *n, sizeof *sides, compare);
	return sides;
}

static struct diverging_row make_row(struct composer *composer, size_t element)
{
	const struct element *part = &composer->framework->elements[element];
	const struct stats *stats = &composer->input->scores->stats[element];
	double all = all_marks(&stats->tally);
	struct diverging_row row = {.title = part->text, .minus = NAN, .plus = NAN, .blank = NAN};

	if (part->parent != 0)
		row.group = composer->framework->elements[part->parent].text;
	if (!report_shows(composer, element)) {
		row.note = report_withheld(composer, element);
		return row;
	}
	row.minus = (double)stats->tally.minus / all;
	row.plus = (double)stats->tally.plus / all;
	row.blank = (double)stats->tally.blank / all;
	row.flagged = stats->split;
	return row;
}

/* Sets {marks}: how many marks each row stands for, when that is the same. */
static void set_marks(struct composer *composer, const struct side *sides, size_t n)
{
	const struct stats *stats = composer->input->scores->stats;
	double all = n > 0 ? all_marks(&stats[sides[0].element].tally) : 0;
	bool uniform = n > 0;

	for (size_t i = 0; i < n; i++)
		uniform = uniform && all_marks(&stats[sides[i].element].tally) == all;
	composer_flag(composer, "uniform", uniform);
	composer_set_number(composer, "marks", all, 0);
	composer_set_number(composer, "split-percent", 100 * composer->framework->split, 0);
}

static const char *diverging_finding(struct composer *composer,
                                     const struct diverging_block *diverging)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, diverging->n_rows);

	for (size_t i = 0; i < diverging->n_rows; i++) {
		const struct diverging_row *row = &diverging->rows[i];

		composer_set(composer, "title", row->title);
		composer_set_number(composer, "plus", 100 * row->plus, 0);
		composer_set_number(composer, "minus", 100 * row->minus, 0);
		composer_set_number(composer, "blank", 100 * row->blank, 0);
		parts[i] = composer_text(composer, "finding-row");
		if (row->note != NULL)
			parts[i] = arena_printf(composer->arena, "%s: %s", row->title, row->note);
	}
	composer_set(composer, "rows",
	             composer_join_parts(composer, parts, diverging->n_rows));
	return composer_text(composer, "finding");
}

/* "Talk about these first": the rows that split the room. */
static void add_talk(struct composer *composer, const struct diverging_block *diverging)
{
	const char **names = ARENA_ARRAY(composer->arena, const char *, diverging->n_rows);
	struct list_block list = {.style = STYLE_BODY, .n_items = 1};
	size_t n = 0;

	for (size_t i = 0; i < diverging->n_rows; i++)
		if (diverging->rows[i].flagged)
			names[n++] = diverging->rows[i].title;
	composer_set(composer, "split-names", composer_join(composer, names, n));
	list.items = ARENA_ARRAY(composer->arena, struct list_item, 1);
	list.items[0].term = composer_say(composer, "talk-title");
	list.items[0].text = composer_say(composer, "talk");
	if (list.items[0].text != NULL)
		composer_add(composer, BLOCK_LIST)->list = list;
}

static void add_diverging(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const struct scale *scale = f->elements[f->items[0]].scale;
	size_t level = composer_level(composer, level_of_groups(f)), n;
	struct diverging_block diverging = {0};
	struct side *sides;

	if (level == SIZE_MAX || level == 0)
		return;
	sides = sort_sides(composer, level, &n);
	set_marks(composer, sides, n);
	composer_set_level(composer, "part", level);
	diverging.title_head = f->levels[level].title;
	diverging.group_head = level > 1 ? f->levels[level - 1].title : NULL;
	composer_flag(composer, "mixed", worksheet_is_mixed(f, 0));
	composer_set(composer, "meaning", scale->minus);
	diverging.minus_head = composer_text(composer, "minus-head");
	composer_set(composer, "meaning", scale->plus);
	diverging.plus_head = composer_text(composer, "plus-head");
	diverging.blank_head = composer_text(composer, "blank-head");
	diverging.flag = composer_text(composer, "flag");
	diverging.note_left = composer_say(composer, "note");
	diverging.note_right = composer_say(composer, "split-note");
	diverging.rows = ARENA_ARRAY(composer->arena, struct diverging_row, n);
	diverging.n_rows = n;
	for (size_t i = 0; i < n; i++)
		diverging.rows[i] = make_row(composer, sides[i].element);
	diverging.words.finding = diverging_finding(composer, &diverging);
	composer_add(composer, BLOCK_DIVERGING)->diverging = diverging;
	add_talk(composer, &diverging);
}

static const char *agreement_figure(struct composer *composer, size_t element)
{
	return composer_number(composer, composer->input->scores->stats[element].agreement,
	                       report_shows_people(composer, element) ? 2 : 1);
}

/* What can be said of the agreement on the rated items. */
struct agreed {
	struct ranks least; /* those below the mean, the lowest first */
	size_t n;           /* items with enough answers */
	double mean;
	bool complete;      /* everybody agrees on all of these */
};

static struct agreed choose_items(struct composer *composer, int count)
{
	enum { COUNT_STANDARD = 5 };
	const struct stats *stats = composer->input->scores->stats;
	size_t most = count > 0 ? (size_t)count : COUNT_STANDARD;
	size_t n, rated = 0;
	struct rank *items = ranks_items(composer, &n);
	struct agreed agreed = {.mean = NAN, .complete = true};
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		double agreement = stats[items[i].element].agreement;

		if (isnan(agreement))
			continue;
		items[rated].element = items[i].element;
		items[rated++].key = -agreement;
		sum += agreement;
		agreed.complete = agreed.complete && agreement >= 1;
	}
	agreed.n = rated;
	if (rated > 0)
		agreed.mean = sum / (double)rated;
	/* Below the mean, so never all of them. */
	agreed.least = ranks_choose(items, rated, most, -agreed.mean);
	return agreed;
}

static void set_agreement(struct composer *composer, const struct agreed *agreed)
{
	const struct framework *f = composer->framework;
	const struct level *items = &f->levels[f->n_levels - 1];

	composer_set_number(composer, "agreement", agreed->mean,
	                    report_shows_people(composer, 0) ? 2 : 1);
	composer_set_count(composer, "count", agreed->least.n_ranks);
	composer_set(composer, "counted",
	             composer_noun(composer, agreed->least.n_ranks == 1 ? items->title
	                                                                : items->plural));
	composer_flag(composer, "none", agreed->least.n_ranks == 0);
	composer_flag(composer, "complete", agreed->complete);
	composer_flag(composer, "partial",
	              agreed->n < framework_count_kind(f, 0, SCALE_RATING) +
	                              framework_count_kind(f, 0, SCALE_MARK));
}

void report_set_agreement(struct composer *composer)
{
	struct agreed agreed = choose_items(composer, 0);

	composer_set(composer, "agreement", NULL);
	composer_set_count(composer, "count", 0);
	composer_set(composer, "counted", NULL);
	if (report_shows(composer, 0) && agreed.n > 0)
		set_agreement(composer, &agreed);
}

void compose_agreement(struct composer *composer)
{
	static const struct ranks_look look = {
		.title = "ranking-title", .level = 3, .value_head = "value-head",
		.finding = "finding",
		.colour = COLOUR_INK2, .figure = agreement_figure};
	bool marks = framework_is_marks(composer->framework);
	struct agreed agreed = choose_items(composer, composer->section->count);
	struct blocks outer, kept;
	struct block *section;

	if (!report_shows(composer, 0) || (!marks && agreed.n == 0))
		return;
	set_agreement(composer, &agreed);
	report_set_split(composer);
	outer = composer_open(composer);
	kept = composer_open(composer);
	composer_add_heading(composer, 2, STYLE_HEADLINE, composer_say(composer, "title"), NULL);
	composer_add_paragraph(composer, STYLE_LEAD, composer_say(composer, "text"), 0.8);
	if (marks)
		add_diverging(composer);
	else if (agreed.least.n_ranks > 0)
		ranks_add(composer, &agreed.least, &look);
	composer_close(composer, kept, BLOCK_KEEP);
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->bookmark = composer_say(composer, "title");
}
