#include "compose/progress.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"

/* Of one wave there is nothing to draw, of two a table says as much. */
enum { WAVES_STANDARD = 6, WAVES_CHART = 3 };

double progress_value(const struct composer *composer, const struct scores *wave,
                      size_t element)
{
	return report_wave_shows(composer, wave, element) ? wave->stats[element].mean : NAN;
}

const char *progress_figure(struct composer *composer, const struct scores *wave,
                            size_t element)
{
	double value = progress_value(composer, wave, element);

	if (!isnan(value))
		return report_wave_mean(composer, wave, element, value);
	composer_set_count(composer, "n", report_wave_people(composer, wave, element));
	composer_set_count(composer, "needed", report_needed(composer));
	return composer_text(composer, "withheld");
}

static const struct scores *last_wave(const struct progress *progress)
{
	return progress->waves[progress->n_waves - 1];
}

/* The one of the two compared waves in which fewer people are scored. */
static const struct scores *smaller_wave(const struct progress *progress, size_t element)
{
	const struct scores *last = last_wave(progress);

	return progress->base->stats[element].n < last->stats[element].n ? progress->base : last;
}

double progress_change(const struct composer *composer, const struct progress *progress,
                       size_t element)
{
	const struct scores *last, *coarse;

	if (progress->base == NULL)
		return NAN;
	last = last_wave(progress);
	coarse = smaller_wave(progress, element);
	return report_wave_rounded(composer, coarse, element,
	                           progress_value(composer, last, element)) -
	       report_wave_rounded(composer, coarse, element,
	                           progress_value(composer, progress->base, element));
}

const char *progress_signed(struct composer *composer, const struct progress *progress,
                            size_t element, double change)
{
	return report_change(composer, element, change,
	                     smaller_wave(progress, element)->stats[element].n);
}

static void find_parts(struct composer *composer, struct progress *progress)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, level_of_sections(f));

	progress->level = level;
	if (level == SIZE_MAX || level == 0 || f->levels[level].rule.measure == MEASURE_NONE)
		return;
	progress->parts = ARENA_ARRAY(composer->arena, size_t, framework_count(f, 0, level));
	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (report_is_scored(composer, i))
			progress->parts[progress->n_parts++] = i;
}

/* Whether a wave has any figure that this section tells. */
static bool has_figures(const struct composer *composer, const struct progress *progress,
                        const struct scores *wave)
{
	if (progress->overall)
		return report_wave_shows(composer, wave, 0);
	for (size_t i = 0; i < progress->n_parts; i++)
		if (report_wave_shows(composer, wave, progress->parts[i]))
			return true;
	return false;
}

/* The last waves, as many as the template wants, and what the last is compared
 * with: the one before it in which enough people answered. */
static struct progress find_progress(struct composer *composer, int count)
{
	const struct compose_input *input = composer->input;
	size_t most = count > 1 ? (size_t)count : WAVES_STANDARD;
	size_t first = input->n_waves > most ? input->n_waves - most : 0;
	struct progress progress = {.waves = input->waves + first,
	                            .n_waves = input->n_waves - first};

	find_parts(composer, &progress);
	progress.overall = report_is_scored(composer, 0) &&
	                   composer->framework->levels[0].rule.measure != MEASURE_NONE &&
	                   report_shows(composer, 0);
	for (size_t i = first; i + 1 < input->n_waves; i++)
		if (has_figures(composer, &progress, input->waves[i])) {
			progress.base = input->waves[i];
			progress.moved = input->matched[i];
		}
	return progress;
}

/* How many parts moved one way, {rise-count#} and {fall-count#}; the name of a
 * single one, {risen} and {fallen}, with flags of these names. */
static void set_moved(struct composer *composer, const struct progress *progress, int sign)
{
	const char *count = sign > 0 ? "rise-count" : "fall-count";
	const char *name = sign > 0 ? "risen" : "fallen", *moved = NULL;
	size_t n = 0;

	for (size_t i = 0; i < progress->n_parts; i++)
		if (sign * progress_change(composer, progress, progress->parts[i]) > 0) {
			moved = composer->framework->elements[progress->parts[i]].text;
			n++;
		}
	composer_set_count(composer, count, n);
	composer_set(composer, name, n == 1 ? moved : NULL);
	composer_flag(composer, name, n == 1);
}

/* The bands of both waves, where both may be placed. */
static void set_bands(struct composer *composer, const struct progress *progress)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	int before = progress->base->stats[0].band, now = last_wave(progress)->stats[0].band;

	if (!report_places(composer) || before < 0 || report_lacks_answers(progress->base))
		return;
	composer_set(composer, "before-band", bands->steps[before].title);
	composer_flag(composer, "band-up", now > before);
	composer_flag(composer, "band-down", now < before);
}

static void set_change(struct composer *composer, const struct progress *progress)
{
	double change = progress->overall ? progress_change(composer, progress, 0) : NAN;

	composer_set(composer, "since", progress->base == NULL ? NULL : progress->base->wave);
	composer_set(composer, "before", NULL);
	composer_set(composer, "before-band", NULL);
	composer_set(composer, "change", NULL);
	composer_flag(composer, "first", progress->base == NULL);
	composer_flag(composer, "shown", progress->overall);
	set_moved(composer, progress, 1);
	set_moved(composer, progress, -1);
	if (isnan(change))
		return;
	composer_set(composer, "before", progress_figure(composer, progress->base, 0));
	words_set_value(&composer->vocabulary, "change",
	                progress_signed(composer, progress, 0, change), change);
	composer_flag(composer, "rose", change > 0);
	composer_flag(composer, "fell", change < 0);
	composer_flag(composer, "level", change == 0);
	set_bands(composer, progress);
}

/* Whether a figure of those who answered both times may be told: they are
 * enough, and so are those who answered one time only, whom one could else
 * tell from the difference to the figure of all. */
static bool shows_matched(const struct composer *composer, const struct progress *progress,
                          size_t matched)
{
	const struct scores *both[] = {progress->base, last_wave(progress)};
	size_t needed = report_needed(composer);

	for (size_t i = 0; i < 2; i++) {
		size_t others = report_wave_people(composer, both[i], 0) - matched;

		if (others > 0 && others < needed)
			return false;
	}
	return matched >= needed;
}

static void add_matched(struct composer *composer, const struct progress *progress)
{
	const struct matched *matched = progress->moved;

	if (matched == NULL || !progress->overall ||
	    !shows_matched(composer, progress, matched->n))
		return;
	composer_set_count(composer, "matched", matched->n);
	composer_set_count(composer, "up", matched->up);
	composer_set_count(composer, "down", matched->down);
	composer_set_count(composer, "same", matched->level);
	composer_set(composer, "matched-change",
	             report_change(composer, 0, matched->change, matched->n));
	composer_add_paragraph(composer, STYLE_LEAD, composer_say(composer, "matched"), 0.8);
}

static size_t n_shown(const struct composer *composer, const struct progress *progress)
{
	size_t n = 0;

	for (size_t i = 0; i < progress->n_waves; i++)
		n += has_figures(composer, progress, progress->waves[i]);
	return n;
}

/* What charts follow is a finding of its own; a table is one section among others. */
static bool is_charted(const struct composer *composer, const struct progress *progress)
{
	return progress->n_waves >= WAVES_CHART && n_shown(composer, progress) > 1;
}

static void add_words(struct composer *composer, const struct progress *progress)
{
	enum style style = is_charted(composer, progress) ? STYLE_HEADLINE : STYLE_SECTION;

	composer_add_heading(composer, 2, style, report_title(composer), NULL);
	composer_add_paragraph(composer, STYLE_LEAD, composer_say(composer, "text"), 0.8);
	add_matched(composer, progress);
}

static void add_figures(struct composer *composer, const struct progress *progress)
{
	struct blocks outer = composer_open(composer);
	bool charted = is_charted(composer, progress);

	add_words(composer, progress);
	if (charted && progress->overall)
		progress_add_chart(composer, progress);
	else if (!charted && progress->base != NULL)
		progress_add_table(composer, progress);
	composer_close(composer, outer, BLOCK_KEEP);
	if (charted && progress->n_parts > 0 && composer_say(composer, "panels-title") != NULL)
		progress_add_panels(composer, progress);
	progress_add_moved(composer, progress);
	progress_add_revisions(composer, progress);
}

static void set_words(struct composer *composer, const struct progress *progress)
{
	composer_set_level(composer, "part", progress->level);
	composer_set_counted(composer, "part", progress->level, progress->n_parts);
	composer_set_count(composer, "wave-count", composer->input->n_waves);
	composer_set_count(composer, "shown-count", progress->n_waves);
	composer_flag(composer, "more", progress->n_waves < composer->input->n_waves);
	set_change(composer, progress);
}

void report_set_change(struct composer *composer)
{
	struct progress progress = find_progress(composer, 0);

	if (progress.level != SIZE_MAX)
		set_words(composer, &progress);
}

void compose_progress(struct composer *composer)
{
	struct progress progress = find_progress(composer, composer->section->count);
	struct block *section;
	struct blocks outer;

	if (progress.n_waves == 0 || progress.level == SIZE_MAX ||
	    !has_figures(composer, &progress, composer->input->scores))
		return;
	set_words(composer, &progress);
	outer = composer_open(composer);
	add_figures(composer, &progress);
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->section.rule = !is_charted(composer, &progress);
	section->bookmark = composer_say(composer, "title");
}
