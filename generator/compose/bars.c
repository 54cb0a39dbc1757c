#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/peers.h"
#include "compose/report.h"

/* The axis that the bars of a level share: scores as they are, or percent of
 * the range where the ranges differ. */
struct axis {
	size_t level;
	double low, high;
	bool scaled;
};

/* The next section of a level that has a score; start with the whole. */
static size_t next_bar(const struct composer *composer, size_t element, size_t level)
{
	do
		element = framework_next(composer->framework, 0, element, level);
	while (element != SIZE_MAX && !report_is_scored(composer, element));
	return element;
}

static size_t count_bars(const struct composer *composer, size_t level)
{
	size_t n = 0;

	for (size_t i = next_bar(composer, 0, level); i != SIZE_MAX;
	     i = next_bar(composer, i, level))
		n++;
	return n;
}

static struct axis find_axis(struct composer *composer, size_t level)
{
	struct axis axis = {.level = level};
	bool first = true;

	for (size_t i = next_bar(composer, 0, level); i != SIZE_MAX;
	     i = next_bar(composer, i, level)) {
		double low, high;

		if (!framework_range(composer->framework, i, &low, &high))
			continue;
		if (!first && (low != axis.low || high != axis.high))
			axis.scaled = true;
		axis.low = low;
		axis.high = high;
		first = false;
	}
	if (axis.scaled) {
		axis.low = 0;
		axis.high = 100;
	}
	return axis;
}

/* A score's place on the axis. */
static double place(struct composer *composer, const struct axis *axis, size_t element,
                    double value)
{
	return axis->scaled ? 100 * report_position(composer, element, value) : value;
}

/* Steps of equal, preferably whole, width. */
static void add_ticks(struct composer *composer, struct bars_block *bars, size_t element)
{
	static const int parts[] = {4, 3, 5, 2};
	double range = bars->high - bars->low, whole = range < parts[0] ? 100 : 1;
	int n = parts[0];
	double *ticks;

	for (size_t i = sizeof parts / sizeof *parts; i-- > 0;)
		if (fmod(range * whole, parts[i]) == 0)
			n = parts[i];
	bars->n_ticks = (size_t)n + 1;
	ticks = ARENA_ARRAY(composer->arena, double, bars->n_ticks);
	bars->tick_labels = ARENA_ARRAY(composer->arena, const char *, bars->n_ticks);
	for (size_t i = 0; i < bars->n_ticks; i++) {
		ticks[i] = bars->low + range * (double)i / n;
		bars->tick_labels[i] = report_score(composer, element, ticks[i]);
	}
	bars->ticks = ticks;
}

static const char *bar_title(struct composer *composer, size_t element)
{
	const char *title = composer->framework->elements[element].text, *counted;

	if (report_people(composer, element) == report_people(composer, 0))
		return title;
	composer_set(composer, "title", title);
	composer_set_count(composer, "n", report_people(composer, element));
	counted = composer_say(composer, "counted");
	return counted == NULL ? title : counted;
}

/* What the newest study found of an element, or NAN. */
static double peer_mean(const struct composer *composer, size_t element)
{
	size_t level = composer->framework->elements[element].level;

	return peers_mean(composer, peers_of_level(composer, level), element);
}

static struct bar make_bar(struct composer *composer, const struct axis *axis, size_t element)
{
	const struct scores *scores = composer->input->scores;
	const struct stats *stats = &scores->stats[element];
	const struct bands *bands = composer->framework->levels[axis->level].rule.bands;
	struct bar bar = {.value = NAN, .min = NAN, .lower = NAN, .upper = NAN, .max = NAN,
	                  .own = NAN, .peer = NAN};

	if (!report_shows(composer, element)) {
		bar.title = composer->framework->elements[element].text;
		bar.note = report_withheld(composer, element);
		return bar;
	}
	bar.title = bar_title(composer, element);
	if (!report_shows_middle(composer, element))
		bar.tag = composer_say(composer, "few");
	bar.value = place(composer, axis, element, stats->mean);
	bar.figure = report_mean(composer, element, stats->mean);
	if (report_shows_middle(composer, element)) {
		bar.lower = place(composer, axis, element, stats->lower);
		bar.upper = place(composer, axis, element, stats->upper);
	}
	if (report_shows_people(composer, element)) {
		bar.min = place(composer, axis, element, stats->min);
		bar.max = place(composer, axis, element, stats->max);
	}
	if (scores->consensus != NULL && report_shows(composer, 0))
		bar.own = place(composer, axis, element, scores->consensus[element].value);
	bar.peer = place(composer, axis, element, peer_mean(composer, element));
	if (bands != NULL && stats->band >= 0)
		bar.extra = bands->steps[stats->band].title;
	return bar;
}

/* What the bars say, in words: each title with its figure. */
static const char *bars_finding(struct composer *composer, const struct bars_block *bars)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, bars->n_bars);

	for (size_t i = 0; i < bars->n_bars; i++) {
		const struct bar *bar = &bars->bars[i];

		parts[i] = arena_printf(composer->arena, "%s: %s", bar->title,
		                        bar->note != NULL ? bar->note : bar->figure);
	}
	composer_set(composer, "rows", composer_join_parts(composer, parts, bars->n_bars));
	return composer_text(composer, "finding");
}

/* "12 to 15"; NULL when it is not shown. */
static const char *span(struct composer *composer, size_t element, bool shown, double from,
                        double to)
{
	if (!shown || isnan(from) || isnan(to))
		return NULL;
	composer_set(composer, "from", report_mean(composer, element, from));
	composer_set(composer, "to", report_mean(composer, element, to));
	return composer_say(composer, "span");
}

static bool shows_extremes(const struct bars_block *bars)
{
	for (size_t i = 0; i < bars->n_bars; i++)
		if (!isnan(bars->bars[i].min))
			return true;
	return false;
}

static void add_numbers_row(struct composer *composer, struct table_block *table,
                            const struct bars_block *bars, const struct bar *bar, size_t element)
{
	const struct scores *scores = composer->input->scores;
	const struct stats *stats = &scores->stats[element];
	const char **cells = composer_add_row(composer, table);
	size_t n = 0;

	cells[n++] = bar->title;
	cells[n++] = bar->note != NULL ? bar->note : bar->figure;
	if (bars->key_spread != NULL)
		cells[n++] = span(composer, element, !isnan(bar->lower), stats->lower, stats->upper);
	if (shows_extremes(bars))
		cells[n++] = span(composer, element, !isnan(bar->min), stats->min, stats->max);
	if (bars->extra_head != NULL)
		cells[n++] = bar->extra;
	if (bars->key_own != NULL) {
		if (!isnan(bar->own))
			cells[n] = report_score(composer, element, scores->consensus[element].value);
		n++;
	}
	if (bars->key_peer != NULL && !isnan(bar->peer))
		cells[n] = report_score(composer, element, peer_mean(composer, element));
}

/* The bars as a table, with all that their marks show. None when the template
 * has no words for it. */
static struct table_block *bars_numbers(struct composer *composer, const struct bars_block *bars,
                                        size_t level)
{
	const struct framework *f = composer->framework;
	struct table_block *table = composer_numbers(composer, bars->title);
	const char *middle = composer_say(composer, "middle-head");
	size_t n = 0;

	if (middle == NULL)
		return NULL;
	composer_add_column(composer, table, f->levels[level].title);
	composer_add_column(composer, table, bars->value_head);
	if (bars->key_spread != NULL)
		composer_add_column(composer, table, middle);
	if (shows_extremes(bars))
		composer_add_column(composer, table, composer_text(composer, "range-head"));
	if (bars->extra_head != NULL)
		composer_add_column(composer, table, bars->extra_head);
	if (bars->key_own != NULL)
		composer_add_column(composer, table, bars->key_own);
	if (bars->key_peer != NULL)
		composer_add_column(composer, table, bars->key_peer);
	for (size_t i = next_bar(composer, 0, level); i != SIZE_MAX;
	     i = next_bar(composer, i, level))
		add_numbers_row(composer, table, bars, &bars->bars[n++], i);
	return table;
}

/* The key for what a study found, which says whom it studied. */
static const char *peer_key(struct composer *composer, size_t level)
{
	const struct benchmark *study = peers_of_level(composer, level);

	if (study == NULL)
		return NULL;
	peers_set_study(composer, study);
	return composer_say(composer, "key-peer");
}

static void add_keys(struct composer *composer, struct bars_block *bars, size_t level)
{
	bool shown = false, middle = false, people = false, agreed = false, peers = false;
	size_t opened = composer_open_flags(composer);

	for (size_t i = 0; i < bars->n_bars; i++) {
		const struct bar *bar = &bars->bars[i];

		shown = shown || !isnan(bar->value);
		middle = middle || !isnan(bar->lower);
		people = people || !isnan(bar->min);
		agreed = agreed || !isnan(bar->own);
		peers = peers || !isnan(bar->peer);
	}
	composer_flag(composer, "extremes", people);
	bars->key_mean = shown ? composer_say(composer, "key-mean") : NULL;
	bars->key_spread = middle ? composer_say(composer, "key-spread") : NULL;
	bars->key_own = agreed ? composer_say(composer, "key-consensus") : NULL;
	bars->key_peer = peers ? peer_key(composer, level) : NULL;
	composer_close_flags(composer, opened);
}

static void add_bars(struct composer *composer, const struct axis *axis)
{
	const struct framework *f = composer->framework;
	size_t first = next_bar(composer, 0, axis->level);
	struct bars_block bars = {.low = axis->low, .high = axis->high};

	bars.base = axis->low < 0 && axis->high > 0 ? 0 : axis->low;
	bars.title = composer_say(composer, "title");
	bars.value_head = composer_text(composer, "value-head");
	if (f->levels[axis->level].rule.bands != NULL)
		bars.extra_head = f->levels[axis->level].rule.bands->title;
	add_ticks(composer, &bars, first);
	bars.bars = ARENA_ARRAY(composer->arena, struct bar, framework_count(f, 0, axis->level));
	for (size_t i = first; i != SIZE_MAX; i = next_bar(composer, i, axis->level))
		bars.bars[bars.n_bars++] = make_bar(composer, axis, i);
	add_keys(composer, &bars, axis->level);
	bars.words.finding = bars_finding(composer, &bars);
	bars.words.numbers = bars_numbers(composer, &bars, axis->level);
	composer_add(composer, BLOCK_BARS)->bars = bars;
}

void compose_bars(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, level_of_sections(f)), opened;
	struct block *section;
	struct blocks outer;
	struct axis axis;

	if (level == SIZE_MAX || level == 0 || f->levels[level].rule.measure == MEASURE_NONE ||
	    composer->input->scores->n_people == 0)
		return;
	axis = find_axis(composer, level);
	if (axis.high <= axis.low)
		return;
	opened = composer_open_flags(composer);
	outer = composer_open(composer);
	composer_flag(composer, "scaled", axis.scaled);
	composer_set_level(composer, "part", level);
	composer_set_counted(composer, "part", level, count_bars(composer, level));
	add_bars(composer, &axis);
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->section.rule = true;
	section->bookmark = composer_say(composer, "title");
	composer_close_flags(composer, opened);
}
