#include "compose/report.h"

#include <math.h>

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

size_t report_needed(const struct composer *composer)
{
	int minimum = composer->input->template->minimum_group;

	return minimum < PEOPLE_FLOOR ? PEOPLE_FLOOR : (size_t)minimum;
}

size_t report_people(const struct composer *composer, size_t element)
{
	const struct scores *scores = composer->input->scores;
	size_t n = 0;

	if (element != 0 || composer->framework->levels[0].rule.measure != MEASURE_NONE)
		return scores->stats[element].n;
	for (size_t person = 0; person < scores->n_people; person++)
		n += scores->results[person][0].answered > 0;
	return n;
}

bool report_shows(const struct composer *composer, size_t element)
{
	return report_people(composer, element) >= report_needed(composer);
}

bool report_shows_middle(const struct composer *composer, size_t element)
{
	return report_shows(composer, element) &&
	       report_people(composer, element) >= PEOPLE_MIDDLE;
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

double report_blank_share(const struct scores *scores)
{
	double all = (double)scores->n_people * (double)scores->framework->n_items;

	return all > 0 ? (double)scores->stats[0].tally.blank / all : 1;
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

/* A net is written as percent, so its whole numbers are hundredths. */
static const char *write_figure(struct composer *composer, size_t element, double value,
                                int decimals)
{
	const char *text;

	if (isnan(value))
		return "";
	if (!is_net(composer, element))
		return composer_number(composer, value, decimals);
	composer_set(composer, "number", composer_signed(composer, value * 100, 0));
	text = composer_say_document(composer, "net");
	return text == NULL ? "" : text;
}

static int mean_decimals(const struct composer *composer, size_t element)
{
	return stats_of(composer, element)->n >= PEOPLE_SINGLE ? 1 : 0;
}

const char *report_mean(struct composer *composer, size_t element, double value)
{
	return write_figure(composer, element, value, mean_decimals(composer, element));
}

const char *report_score(struct composer *composer, size_t element, double value)
{
	return write_figure(composer, element, value, floor(value) == value ? 0 : 1);
}

double report_rounded(const struct composer *composer, size_t element, double value)
{
	double factor = is_net(composer, element) ? 100
	                : mean_decimals(composer, element) == 1 ? 10 : 1;

	return round(value * factor) / factor;
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
		size_t n = item_points(&f->elements[f->items[i]]);

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

	if (!report_shows_people(composer, element) || n > n_points)
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
