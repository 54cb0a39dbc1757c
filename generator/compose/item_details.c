#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "model/words.h"

/* Columns of figures: of ratings, and of marks. */
enum { RATED_PEOPLE, RATED_MEAN, RATED_AGREEMENT, N_RATED };
enum { MARKED_MINUS, MARKED_BLANK, MARKED_PLUS, MARKED_NET, N_MARKED };

/* Words below which stand the comments on a part. */
static const char comments_key[] = "comments";

static const struct stats *stats_of(const struct composer *composer, size_t element)
{
	return &composer->input->scores->stats[element];
}

static bool is_rated(const struct element *item)
{
	return item->scale->kind == SCALE_RATING || item->scale->kind == SCALE_MARK;
}

static const char *percent(struct composer *composer, double share)
{
	return composer_number(composer, 100 * share, 0);
}

static const char *agreement_figure(struct composer *composer, size_t element, double agreement)
{
	return isnan(agreement) ? NULL
	                        : composer_number(composer, agreement,
	                                          report_shows_people(composer, element) ? 2 : 1);
}

/* The mean of the agreements that are shown below a part. */
static double part_agreement(const struct composer *composer, size_t part)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[part];
	double sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = f->items[element->first_item + i];
		double agreement = stats_of(composer, item)->agreement;

		if (!is_rated(&f->elements[item]) || !report_shows(composer, item) ||
		    isnan(agreement))
			continue;
		sum += agreement;
		n++;
	}
	return n > 0 ? sum / (double)n : NAN;
}

/* "2: 12%; 3: 40%; 4: 48%", in words for those who hear the page. */
static const char *distribution(struct composer *composer, size_t item, const double *shares)
{
	const struct scale *scale = composer->framework->elements[item].scale;
	size_t n_points = scale->n_points, n = 0;
	const char **parts = ARENA_ARRAY(composer->arena, const char *, n_points);

	for (size_t i = 0; i < n_points; i++) {
		if (shares[i] <= 0)
			continue;
		composer_set_number(composer, "point", scale->points[i].value, 0);
		composer_set(composer, "percent", percent(composer, shares[i]));
		parts[n++] = composer_text(composer, "distribution");
	}
	return composer_join_parts(composer, parts, n);
}

/* Shares of all boxes below an element; single people's are drawn from 8 on. */
static void set_marks(struct composer *composer, size_t element, struct detail_row *row)
{
	const struct stats *stats = stats_of(composer, element);
	double all = (double)(stats->tally.plus + stats->tally.minus + stats->tally.blank);

	if (!report_shows_people(composer, element) || all <= 0)
		return;
	row->figures[MARKED_MINUS] = percent(composer, (double)stats->tally.minus / all);
	row->figures[MARKED_BLANK] = percent(composer, (double)stats->tally.blank / all);
	row->figures[MARKED_PLUS] = percent(composer, (double)stats->tally.plus / all);
	row->flagged = stats->split;
}

/* Figures of an item, or of a group of items. */
static void set_figures(struct composer *composer, size_t element, bool marks,
                        struct detail_row *row)
{
	const struct stats *stats = stats_of(composer, element);
	bool item = composer->framework->elements[element].scale != NULL;

	if (!report_shows(composer, element)) {
		row->note = item || report_is_scored(composer, element)
		                ? report_withheld(composer, element)
		                : NULL;
	} else if (marks) {
		set_marks(composer, element, row);
		row->figures[MARKED_NET] = report_mean(composer, element, stats->mean);
	} else {
		row->figures[RATED_PEOPLE] = composer_number(composer, (double)stats->n, 0);
		row->figures[RATED_MEAN] = report_mean(composer, element, stats->mean);
		row->figures[RATED_AGREEMENT] = agreement_figure(
		    composer, element, item ? stats->agreement : part_agreement(composer, element));
	}
}

static struct detail_row *push_row(struct composer *composer, struct details_block *details)
{
	details->rows = arena_push(composer->arena, details->rows, details->n_rows,
	                           sizeof *details->rows);
	details->rows[details->n_rows] = (struct detail_row){0};
	return &details->rows[details->n_rows++];
}

static void add_group(struct composer *composer, struct details_block *details, size_t group)
{
	struct detail_row *row = push_row(composer, details);

	row->text = composer->framework->elements[group].text;
	row->group = true;
	set_figures(composer, group, details->signs, row);
}

static void add_item(struct composer *composer, struct details_block *details, size_t item)
{
	struct detail_row *row = push_row(composer, details);
	bool marked = composer->framework->elements[item].scale->kind == SCALE_MARK;

	row->text = report_text(composer, item);
	set_figures(composer, item, details->signs, row);
	row->shares = report_shares(composer, item, details->n_points);
	if (row->shares != NULL && !marked)
		row->distribution = distribution(composer, item, row->shares);
}

static bool any_shown(const struct composer *composer, size_t part)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[part];

	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = f->items[element->first_item + i];

		if (is_rated(&f->elements[item]) && report_shows(composer, item))
			return true;
	}
	return false;
}

static bool has_rated(const struct framework *f, size_t part)
{
	return framework_count_kind(f, part, SCALE_RATING) > 0 ||
	       framework_count_kind(f, part, SCALE_MARK) > 0;
}

/* The items of a part; those of parts within it below their names. */
static void add_rows(struct composer *composer, struct details_block *details, size_t part)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[part];
	size_t group = part;

	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = f->items[element->first_item + i];

		if (!is_rated(&f->elements[item]))
			continue;
		if (f->elements[item].parent != group) {
			group = f->elements[item].parent;
			if (group != part)
				add_group(composer, details, group);
		}
		add_item(composer, details, item);
	}
}

/* Distributions have a column where there is one to show. */
static void settle_points(struct details_block *details)
{
	size_t n_points = details->n_points;

	details->n_points = 0;
	for (size_t i = 0; i < details->n_rows; i++)
		if (details->rows[i].shares != NULL)
			details->n_points = n_points;
}

static void set_heads(struct composer *composer, struct details_block *details)
{
	const struct framework *f = composer->framework;
	const char **heads = details->figure_heads;

	details->text_head = f->levels[f->n_levels - 1].title;
	details->flag = composer_text(composer, "flag");
	if (details->n_points > 0)
		details->scale_head =
		    composer_text(composer, details->signs ? "signs" : "points");
	if (details->signs && details->n_points > 0) {
		details->n_figures = N_MARKED;
		heads[MARKED_MINUS] = composer_text(composer, "minus-head");
		heads[MARKED_BLANK] = composer_text(composer, "blank-head");
		heads[MARKED_PLUS] = composer_text(composer, "plus-head");
		heads[MARKED_NET] = composer_text(composer, "value-head");
	} else if (details->signs) {
		details->n_figures = 1;
		heads[0] = composer_text(composer, "value-head");
		for (size_t i = 0; i < details->n_rows; i++)
			details->rows[i].figures[0] = details->rows[i].figures[MARKED_NET];
	} else {
		details->n_figures = N_RATED;
		heads[RATED_PEOPLE] = composer_text(composer, "people-head");
		heads[RATED_MEAN] = composer_text(composer, "value-head");
		heads[RATED_AGREEMENT] = composer_text(composer, "agreement-head");
	}
}

/* What is said of the part as a whole, beside its name. */
static const char *part_aside(struct composer *composer, size_t part)
{
	const struct element *element = &composer->framework->elements[part];
	const struct rule *rule = &composer->framework->levels[element->level].rule;
	const struct stats *stats = stats_of(composer, part);
	bool scored = rule->measure != MEASURE_NONE && report_is_scored(composer, part);
	bool shown = scored && report_shows(composer, part);
	bool banded = shown && rule->bands != NULL && stats->band >= 0;
	const char *agreement =
	    agreement_figure(composer, part, part_agreement(composer, part));
	size_t opened = composer_open_flags(composer);
	const char *aside;

	if (scored && !shown)
		return report_withheld(composer, part);
	composer_flag(composer, "part-scored", scored);
	composer_flag(composer, "part-banded", banded);
	composer_set(composer, "figure", scored ? report_mean(composer, part, stats->mean) : NULL);
	composer_set(composer, "part-band", banded ? rule->bands->steps[stats->band].title : NULL);
	composer_set(composer, "part-agreement", agreement);
	composer_set_count(composer, "n", stats->n);
	aside = composer_text(composer, "aside");
	composer_close_flags(composer, opened);
	return aside;
}

static void add_part(struct composer *composer, size_t part)
{
	const struct element *element = &composer->framework->elements[part];
	struct details_block details = {.title = element->text,
	                                .n_points = report_points(composer),
	                                .signs = framework_is_marks(composer->framework)};
	struct block *block;

	if (!has_rated(composer->framework, part))
		return;
	details.aside = part_aside(composer, part);
	if (any_shown(composer, part)) {
		add_rows(composer, &details, part);
		settle_points(&details);
		set_heads(composer, &details);
	}
	composer_set(composer, "part-name", element->text);
	details.words.finding = composer_text(composer, "finding");
	block = composer_add(composer, BLOCK_DETAILS);
	block->details = details;
	block->bookmark = element->text;
	if (composer_say(composer, comments_key) != NULL && comments_are_shown(composer))
		comments_add(composer, part, composer_text(composer, comments_key));
}

/* {first} and {last} of the scale of the first rating. */
static void set_scale(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const struct scale *scale = NULL;

	for (size_t i = 0; i < f->n_items && scale == NULL; i++)
		if (f->elements[f->items[i]].scale->kind == SCALE_RATING)
			scale = f->elements[f->items[i]].scale;
	composer_set(composer, "first", NULL);
	composer_set(composer, "last", NULL);
	if (scale == NULL)
		return;
	composer_set_number(composer, "first", scale->points[0].value, 0);
	composer_set_number(composer, "last", scale->points[scale->n_points - 1].value, 0);
}

static bool any_drawn(struct composer *composer)
{
	const struct framework *f = composer->framework;

	for (size_t i = 0; i < f->n_items; i++)
		if (is_rated(&f->elements[f->items[i]]) &&
		    report_shows_people(composer, f->items[i]))
			return true;
	return false;
}

bool item_details_hold(const struct composer *composer, size_t part)
{
	const struct template *template = composer->input->template;
	const struct element *element = &composer->framework->elements[part];

	for (size_t i = 0; i < template->n_sections; i++) {
		const struct template_section *section = &template->sections[i];

		if (section->level == NULL && strcmp(section->kind, "item-details") == 0 &&
		    words_find(section->words, section->n_words, comments_key) != NULL)
			return has_rated(composer->framework, part) && any_shown(composer, 0) &&
			       element->level == level_of_sections(composer->framework);
	}
	return false;
}

void compose_item_details(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, level_of_sections(f));
	struct blocks outer;

	if (level == SIZE_MAX || !any_shown(composer, 0))
		return;
	set_scale(composer);
	composer_flag(composer, "drawn", any_drawn(composer));
	outer = report_open_section(composer);
	if (level == 0)
		add_part(composer, 0);
	for (size_t i = level == 0 ? SIZE_MAX : framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		add_part(composer, i);
	report_close_section(composer, outer);
}
