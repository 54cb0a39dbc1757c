#include "compose/report.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"

/* Under the floor a person could be told from the figures whatever a team
 * has agreed on; below the others single answers would show through. */
enum { PEOPLE_FLOOR = 3, PEOPLE_MIDDLE = 5, PEOPLE_SINGLE = 8 };

static const double blank_limit = 0.2;

static const struct stats *stats_of(const struct composer *composer, size_t element)
{
	return &composer->input->scores->stats[element];
}

size_t report_minimum(const struct template *template, size_t asked)
{
	if (asked == 0 && template->minimum_group > 0)
		asked = (size_t)template->minimum_group;
	return asked < PEOPLE_FLOOR ? PEOPLE_FLOOR : asked;
}

size_t report_needed(const struct composer *composer)
{
	return report_minimum(composer->input->template, composer->input->minimum_group);
}

size_t report_wave_people(const struct composer *composer, const struct scores *wave,
                          size_t element)
{
	size_t n = 0;

	if (element != 0 || composer->framework->levels[0].rule.measure != MEASURE_NONE)
		return wave->stats[element].n;
	for (size_t person = 0; person < wave->n_people; person++)
		n += wave->results[person][0].answered > 0;
	return n;
}

bool report_wave_shows(const struct composer *composer, const struct scores *wave,
                       size_t element)
{
	return report_wave_people(composer, wave, element) >= report_needed(composer);
}

bool report_wave_shows_middle(const struct composer *composer, const struct scores *wave,
                              size_t element)
{
	return report_wave_shows(composer, wave, element) &&
	       report_wave_people(composer, wave, element) >= PEOPLE_MIDDLE;
}

const struct scores *report_previous(const struct composer *composer)
{
	const struct compose_input *input = composer->input;

	return input->n_waves > 1 ? input->waves[input->n_waves - 2] : NULL;
}

size_t report_people(const struct composer *composer, size_t element)
{
	return report_wave_people(composer, composer->input->scores, element);
}

bool report_shows(const struct composer *composer, size_t element)
{
	return report_wave_shows(composer, composer->input->scores, element);
}

bool report_shows_middle(const struct composer *composer, size_t element)
{
	return report_wave_shows_middle(composer, composer->input->scores, element);
}

bool report_shows_people(const struct composer *composer, size_t element)
{
	return report_shows(composer, element) &&
	       report_people(composer, element) >= PEOPLE_SINGLE;
}

bool report_shows_any(const struct composer *composer)
{
	for (size_t i = 0; i < composer->framework->n_elements; i++)
		if (report_shows(composer, i))
			return true;
	return false;
}

const char *report_withheld(struct composer *composer, size_t element)
{
	composer_set_count(composer, "n", report_people(composer, element));
	composer_set_count(composer, "needed", report_needed(composer));
	return composer_text(composer, "withheld");
}

/* Ratings and marks are what people answer for themselves. */
static bool is_rated(const struct element *item)
{
	return item->scale->kind == SCALE_RATING || item->scale->kind == SCALE_MARK;
}

/* Whether the item is one of those that blanks are counted of: the ratings and
 * marks where there are any. */
static bool counts_blanks(const struct framework *f, const struct element *item)
{
	bool rated = framework_count_kind(f, 0, SCALE_RATING) > 0 ||
	             framework_count_kind(f, 0, SCALE_MARK) > 0;

	return rated ? is_rated(item) : scale_is_coded(item->scale);
}

size_t report_answers(const struct scores *scores, size_t *blank)
{
	const struct framework *f = scores->framework;
	size_t all = 0;

	*blank = 0;
	for (size_t i = 0; i < f->n_items; i++) {
		const struct tally *tally = &scores->stats[f->items[i]].tally;

		if (!counts_blanks(f, &f->elements[f->items[i]]))
			continue;
		*blank += tally->blank;
		all += scores->n_people - tally->excluded;
	}
	return all;
}

double report_blank_share(const struct scores *scores)
{
	size_t blank, all = report_answers(scores, &blank);

	return all > 0 ? (double)blank / (double)all : 1;
}

bool report_lacks_answers(const struct scores *scores)
{
	return report_blank_share(scores) > blank_limit;
}

bool report_places(const struct composer *composer)
{
	const struct scores *scores = composer->input->scores;

	return report_shows(composer, 0) && scores->stats[0].band >= 0 &&
	       !report_lacks_answers(scores);
}

static bool is_net(const struct composer *composer, size_t element)
{
	const struct framework *f = composer->framework;
	const struct element *e = &f->elements[element];

	if (e->scale != NULL)
		return e->scale->kind == SCALE_MARK;
	return f->levels[e->level].rule.measure == MEASURE_NET;
}

static bool is_share(const struct composer *composer, size_t element)
{
	const struct framework *f = composer->framework;
	const struct element *e = &f->elements[element];

	if (e->scale != NULL)
		return scale_has_stands(e->scale);
	return measure_is_share(f->levels[e->level].rule.measure);
}

/* Nets and shares are written as percent, so their whole numbers are hundredths. */
static const char *write_figure(struct composer *composer, size_t element, double value,
                                int decimals)
{
	const char *text;

	if (isnan(value))
		return "";
	if (!is_net(composer, element) && !is_share(composer, element))
		return composer_number(composer, value, decimals);
	composer_set(composer, "number",
	             is_net(composer, element) ? composer_signed(composer, value * 100, 0)
	                                       : composer_number(composer, value * 100, 0));
	text = composer_say_document(composer, "net");
	return text == NULL ? "" : text;
}

/* Of a mean of n people. */
static int mean_decimals(size_t n)
{
	return n >= PEOPLE_SINGLE ? 1 : 0;
}

const char *report_wave_mean(struct composer *composer, const struct scores *wave,
                             size_t element, double value)
{
	return write_figure(composer, element, value, mean_decimals(wave->stats[element].n));
}

const char *report_part_mean(struct composer *composer, size_t element, double value, size_t n)
{
	return write_figure(composer, element, value, mean_decimals(n));
}

const char *report_mean(struct composer *composer, size_t element, double value)
{
	return report_wave_mean(composer, composer->input->scores, element, value);
}

const char *report_score(struct composer *composer, size_t element, double value)
{
	return write_figure(composer, element, value, floor(value) == value ? 0 : 1);
}

static bool is_percent(const struct composer *composer, size_t element)
{
	return is_net(composer, element) || is_share(composer, element);
}

double report_wave_rounded(const struct composer *composer, const struct scores *wave,
                           size_t element, double value)
{
	int decimals = mean_decimals(wave->stats[element].n);
	double factor = is_percent(composer, element) ? 100 : decimals == 1 ? 10 : 1;

	return round(value * factor) / factor;
}

double report_rounded(const struct composer *composer, size_t element, double value)
{
	return report_wave_rounded(composer, composer->input->scores, element, value);
}

const char *report_change(struct composer *composer, size_t element, double change, size_t n)
{
	if (is_percent(composer, element))
		return composer_signed(composer, change * 100, 0);
	return composer_signed(composer, change, mean_decimals(n));
}

bool report_is_scored(const struct composer *composer, size_t element)
{
	const struct framework *f = composer->framework;
	const struct element *e = &f->elements[element];
	const struct rule *rule = &f->levels[e->level].rule;

	if (e->scale != NULL)
		return is_rated(e) || scale_has_stands(e->scale);
	if (rule->from == SCORE_FROM_SECTIONS) {
		for (size_t i = framework_next(f, element, element, e->level + 1); i != SIZE_MAX;
		     i = framework_next(f, element, i, e->level + 1))
			if (rule->measure != MEASURE_NONE && report_is_scored(composer, i))
				return true;
		return false;
	}
	for (size_t i = 0; i < e->n_items; i++)
		if (measure_takes(rule->measure,
		                  f->elements[f->items[e->first_item + i]].scale->kind))
			return true;
	return false;
}

const char *report_link(struct composer *composer, const struct link *link)
{
	size_t opened = composer_open_flags(composer);
	const char *text;

	composer_set(composer, "framework-title",
	             link->framework_title == NULL ? link->framework : link->framework_title);
	composer_set(composer, "part-title", link->title == NULL ? link->id : link->title);
	composer_set(composer, "row-name", link->row == NULL ? NULL
	                               : scores_link_row(composer->input->scores, link));
	composer_flag(composer, "row", link->row != NULL);
	text = composer_text(composer, "link");
	composer_close_flags(composer, opened);
	return text;
}

const char *report_text(struct composer *composer, size_t element)
{
	const struct element *e = &composer->framework->elements[element];
	const char *text;

	if (!e->reversed)
		return e->text;
	composer_set(composer, "statement", e->text);
	text = composer_say(composer, "reversed");
	return text == NULL ? e->text : text;
}

static size_t item_points(const struct element *item)
{
	return item->scale->kind == SCALE_MARK ? 3 : item->scale->n_points;
}

size_t report_points(const struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t most = 0;

	for (size_t i = 0; i < f->n_items; i++) {
		const struct element *item = &f->elements[f->items[i]];
		size_t n = is_rated(item) ? item_points(item) : 0;

		if (n > most)
			most = n;
	}
	return most;
}

const double *report_shares(struct composer *composer, size_t element, size_t n_points)
{
	const struct element *item = &composer->framework->elements[element];
	const struct stats *stats = stats_of(composer, element);
	size_t n = item_points(item);
	double *shares, people = (double)stats->n;

	if (!is_rated(item) || !report_shows_people(composer, element) || n > n_points)
		return NULL;
	shares = ARENA_ARRAY(composer->arena, double, n_points);
	if (item->scale->kind == SCALE_MARK) {
		shares[0] = (double)stats->tally.minus / people;
		shares[2] = (double)stats->tally.plus / people;
		shares[1] = 1 - shares[0] - shares[2];
		return shares;
	}
	for (size_t i = 0; i < n; i++)
		shares[item->reversed ? n - 1 - i : i] = (double)stats->counts[i] / people;
	return shares;
}

double report_position(const struct composer *composer, size_t element, double value)
{
	double low, high;

	if (!framework_range(composer->framework, element, &low, &high) || high <= low)
		return NAN;
	return (value - low) / (high - low);
}

void compose_text(struct composer *composer)
{
	struct blocks outer = composer_open(composer);

	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "title"), NULL);
	composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "text"));
	composer_close(composer, outer, BLOCK_SECTION)->section.rule = true;
}

struct blocks report_open_section(struct composer *composer)
{
	struct blocks outer = composer_open(composer);

	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "title"), NULL);
	composer_add_paragraphs(composer, STYLE_LEAD, composer_say(composer, "text"));
	for (size_t i = 0; i < composer->blocks.n_blocks; i++)
		if (composer->blocks.blocks[i].kind == BLOCK_PARAGRAPH)
			composer->blocks.blocks[i].paragraph.keep = true;
	return outer;
}

void report_close_section(struct composer *composer, struct blocks outer)
{
	struct block *section = composer_close(composer, outer, BLOCK_SECTION);

	section->section.rule = true;
	section->bookmark = composer_say(composer, "title");
}
