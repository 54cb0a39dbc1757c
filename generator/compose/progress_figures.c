#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/progress.h"
#include "compose/report.h"

/* A part of the range of scores that holds all that is drawn. */
struct axis {
	double low, high, step;
	double *ticks;
	const char **labels;
	size_t n_ticks;
};

struct span {
	double low, high;
};

/* 1, 2 or 5 times a power of ten. */
static double nice_step(double least)
{
	static const double steps[] = {1, 2, 5};
	double unit = pow(10, floor(log10(least)));

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (steps[i] * unit >= least * (1 - 1e-9))
			return steps[i] * unit;
	return 10 * unit;
}

/* Cuts the range to what is needed, from one step to another. Small changes
 * are not to look large: a quarter of the range is always there. */
static struct axis cut_axis(struct span range, struct span needed)
{
	static const double least_share = 0.25, parts = 6, fuzz = 1e-9;
	double least = least_share * (range.high - range.low);
	double more = fmax(least - (needed.high - needed.low), 0) / 2;
	struct axis axis = {0};

	axis.step = nice_step(fmax(needed.high - needed.low, least) / parts);
	axis.low = axis.step * floor((needed.low - more) / axis.step + fuzz);
	axis.high = axis.step * ceil((needed.high + more) / axis.step - fuzz);
	axis.low = fmax(axis.low, range.low);
	axis.high = fmin(axis.high, range.high);
	return axis;
}

static void add_tick(struct composer *composer, struct axis *axis, double tick,
                     const char *label)
{
	if (tick <= axis->low || tick > axis->high)
		return;
	axis->labels = arena_push(composer->arena, axis->labels, axis->n_ticks,
	                          sizeof *axis->labels);
	axis->ticks = arena_push(composer->arena, axis->ticks, axis->n_ticks,
	                         sizeof *axis->ticks);
	axis->labels[axis->n_ticks] = label;
	axis->ticks[axis->n_ticks++] = tick;
}

static void widen(struct span *span, double value)
{
	span->low = fmin(span->low, value);
	span->high = fmax(span->high, value);
}

/* "14 people", or why they are too few. */
static const char *wave_note(struct composer *composer, const struct scores *wave)
{
	if (!report_wave_shows(composer, wave, 0))
		return progress_figure(composer, wave, 0);
	composer_set_count(composer, "n", report_wave_people(composer, wave, 0));
	return composer_say(composer, "people");
}

static struct wave make_wave(struct composer *composer, const struct scores *scores)
{
	const struct stats *stats = &scores->stats[0];
	struct wave wave = {.title = scores->wave, .note = wave_note(composer, scores),
	                    .value = progress_value(composer, scores, 0),
	                    .lower = NAN, .upper = NAN};

	if (!isnan(wave.value))
		wave.figure = progress_figure(composer, scores, 0);
	if (report_wave_shows_middle(composer, scores, 0)) {
		wave.lower = stats->lower;
		wave.upper = stats->upper;
	}
	return wave;
}

static struct axis chart_axis(struct composer *composer, const struct progress_block *block)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	struct span needed = {NAN, NAN}, range = {0, 0};
	struct axis axis;

	for (size_t i = 0; i < block->n_waves; i++) {
		widen(&needed, block->waves[i].value);
		widen(&needed, block->waves[i].lower);
		widen(&needed, block->waves[i].upper);
	}
	framework_range(composer->framework, 0, &range.low, &range.high);
	axis = cut_axis(range, needed);
	for (size_t i = 0; bands != NULL && i < bands->n_steps; i++)
		add_tick(composer, &axis, bands->steps[i].from,
		         report_score(composer, 0, bands->steps[i].from));
	for (double i = ceil(axis.low / axis.step); bands == NULL && i * axis.step < axis.high; i++)
		add_tick(composer, &axis, i * axis.step,
		         report_score(composer, 0, i * axis.step));
	return axis;
}

static void add_bands(struct composer *composer, struct progress_block *block)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	int current = report_places(composer) ? composer->input->scores->stats[0].band : -1;

	if (bands == NULL)
		return;
	block->bands = ARENA_ARRAY(composer->arena, struct progress_band, bands->n_steps);
	for (size_t i = 0; i < bands->n_steps; i++) {
		const struct band *step = &bands->steps[i];
		bool top = i + 1 == bands->n_steps;
		double to = top ? step->to : bands->steps[i + 1].from;

		if (to > block->low && step->from < block->high)
			block->bands[block->n_bands++] = (struct progress_band){
				step->from, to, step->title, (int)i == current};
	}
}

static void set_axis(struct composer *composer, size_t element, const struct axis *axis)
{
	composer_set(composer, "axis-low", report_score(composer, element, axis->low));
	composer_set(composer, "axis-high", report_score(composer, element, axis->high));
}

/* "52 to 61"; NULL when it is not shown. */
static const char *middle(struct composer *composer, const struct scores *scores,
                          const struct wave *wave)
{
	if (isnan(wave->lower))
		return NULL;
	composer_set(composer, "from", report_wave_mean(composer, scores, 0, wave->lower));
	composer_set(composer, "to", report_wave_mean(composer, scores, 0, wave->upper));
	return composer_say(composer, "span");
}

/* Says the waves in words and as a table. */
static void add_chart_words(struct composer *composer, const struct progress *progress,
                            struct progress_block *block)
{
	const char **rows = ARENA_ARRAY(composer->arena, const char *, block->n_waves);
	struct table_block *table = composer_numbers(composer, composer_text(composer, "title"));

	composer_add_column(composer, table, composer_text(composer, "wave-head"));
	composer_add_column(composer, table, composer_text(composer, "overall-head"));
	composer_add_column(composer, table, composer_text(composer, "middle-head"));
	composer_add_column(composer, table, composer_text(composer, "people-head"));
	for (size_t i = 0; i < block->n_waves; i++) {
		const struct wave *wave = &block->waves[i];
		const char **cells = composer_add_row(composer, table);

		cells[0] = wave->title;
		cells[1] = wave->figure;
		cells[2] = middle(composer, progress->waves[i], wave);
		cells[3] = wave->note;
		rows[i] = arena_printf(composer->arena, "%s: %s", wave->title,
		                       wave->figure != NULL ? wave->figure : wave->note);
	}
	composer_set(composer, "rows", composer_join_parts(composer, rows, block->n_waves));
	block->words.finding = composer_text(composer, "finding");
	block->words.numbers = table;
}

void progress_add_chart(struct composer *composer, const struct progress *progress)
{
	struct progress_block block = {.n_waves = progress->n_waves};
	bool spread = false;
	struct axis axis;

	block.waves = ARENA_ARRAY(composer->arena, struct wave, progress->n_waves);
	for (size_t i = 0; i < progress->n_waves; i++) {
		block.waves[i] = make_wave(composer, progress->waves[i]);
		spread = spread || !isnan(block.waves[i].lower);
	}
	axis = chart_axis(composer, &block);
	block.low = axis.low;
	block.high = axis.high;
	block.ticks = axis.ticks;
	block.tick_labels = axis.labels;
	block.n_ticks = axis.n_ticks;
	add_bands(composer, &block);
	set_axis(composer, 0, &axis);
	block.key_middle = spread ? composer_say(composer, "key-middle") : NULL;
	add_chart_words(composer, progress, &block);
	composer_add_paragraph(composer, STYLE_LEAD, composer_say(composer, "range"), 0.8);
	composer_add(composer, BLOCK_PROGRESS)->progress = block;
}

/* The range of scores that all parts share; false: their ranges differ. */
static bool shared_range(const struct composer *composer, const struct progress *progress,
                         struct span *range)
{
	for (size_t i = 0; i < progress->n_parts; i++) {
		double low = 0, high = 0;

		framework_range(composer->framework, progress->parts[i], &low, &high);
		if (i > 0 && (low != range->low || high != range->high))
			return false;
		*range = (struct span){low, high};
	}
	return true;
}

/* "+0.4 since 2026-H1"; a part that is withheld says why. */
static void set_panel_text(struct composer *composer, const struct progress *progress,
                           size_t element, struct panel *panel)
{
	double change = progress_change(composer, progress, element);
	size_t opened = composer_open_flags(composer);

	if (!report_shows(composer, element)) {
		panel->text = progress_figure(composer, composer->input->scores, element);
	} else if (!isnan(change)) {
		composer_set(composer, "change",
		             progress_signed(composer, progress, element, change));
		composer_flag(composer, "part-level", change == 0);
		panel->worse = change < 0;
		panel->text = composer_say(composer, "since");
	}
	composer_close_flags(composer, opened);
}

static struct panel make_panel(struct composer *composer, const struct progress *progress,
                               size_t element, bool scaled)
{
	double *values = ARENA_ARRAY(composer->arena, double, progress->n_waves);
	struct panel panel = {.title = composer->framework->elements[element].text};

	for (size_t i = 0; i < progress->n_waves; i++) {
		const struct scores *wave = progress->waves[i];

		values[i] = progress_value(composer, wave, element);
		if (isnan(values[i]))
			continue;
		panel.last = progress_figure(composer, wave, element);
		if (panel.first == NULL)
			panel.first = panel.last;
		if (scaled)
			values[i] = 100 * report_position(composer, element, values[i]);
	}
	panel.values = values;
	set_panel_text(composer, progress, element, &panel);
	return panel;
}

static const char *scaled_label(struct composer *composer, double value)
{
	composer_set(composer, "number", composer_number(composer, value, 0));
	return composer_say_document(composer, "net");
}

static struct axis panels_axis(struct composer *composer, const struct progress *progress,
                               const struct panels_block *block, struct span range, bool scaled)
{
	struct span needed = {NAN, NAN};
	struct axis axis;

	for (size_t i = 0; i < block->n_panels; i++)
		for (size_t wave = 0; wave < block->n_waves; wave++)
			widen(&needed, block->panels[i].values[wave]);
	axis = cut_axis(range, needed);
	axis.step *= 2;
	for (double i = ceil(axis.low / axis.step); i * axis.step <= axis.high; i++)
		add_tick(composer, &axis, i * axis.step,
		         scaled ? scaled_label(composer, i * axis.step)
		                : report_score(composer, progress->parts[0], i * axis.step));
	return axis;
}

/* Heads of a table: the part, then the waves. */
static struct table_block *start_table(struct composer *composer,
                                       const struct progress *progress)
{
	const struct level *level = &composer->framework->levels[progress->level];
	struct table_block *table = composer_numbers(composer, composer_text(composer, "title"));

	composer_add_column(composer, table, progress->n_parts > 0 ? level->title : NULL);
	for (size_t i = 0; i < progress->n_waves; i++)
		composer_add_column(composer, table, progress->waves[i]->wave);
	return table;
}

static const char **add_row(struct composer *composer, const struct progress *progress,
                            struct table_block *table, size_t element)
{
	const char **cells = composer_add_row(composer, table);

	cells[0] = element == 0 ? composer_text(composer, "overall-head")
	                        : composer->framework->elements[element].text;
	for (size_t i = 0; i < progress->n_waves; i++)
		cells[i + 1] = progress_figure(composer, progress->waves[i], element);
	return cells;
}

static void add_panel_words(struct composer *composer, const struct progress *progress,
                            struct panels_block *block)
{
	const char **rows = ARENA_ARRAY(composer->arena, const char *, block->n_panels);

	block->words.numbers = start_table(composer, progress);
	for (size_t i = 0; i < block->n_panels; i++) {
		const struct panel *panel = &block->panels[i];

		add_row(composer, progress, block->words.numbers, progress->parts[i]);
		rows[i] = panel->text == NULL ? panel->title
		                              : arena_printf(composer->arena, "%s: %s",
		                                             panel->title, panel->text);
	}
	composer_set(composer, "rows", composer_join_parts(composer, rows, block->n_panels));
	block->words.finding = composer_text(composer, "panels-finding");
}

void progress_add_panels(struct composer *composer, const struct progress *progress)
{
	struct panels_block block = {.n_waves = progress->n_waves};
	struct span range = {0, 100};
	bool scaled = !shared_range(composer, progress, &range);
	struct blocks outer = composer_open(composer);
	struct axis axis;

	if (scaled)
		range = (struct span){0, 100};
	block.panels = ARENA_ARRAY(composer->arena, struct panel, progress->n_parts);
	for (size_t i = 0; i < progress->n_parts; i++)
		block.panels[block.n_panels++] =
		    make_panel(composer, progress, progress->parts[i], scaled);
	axis = panels_axis(composer, progress, &block, range, scaled);
	block.low = axis.low;
	block.high = axis.high;
	block.ticks = axis.ticks;
	block.tick_labels = axis.labels;
	block.n_ticks = axis.n_ticks;
	block.first_label = progress->waves[0]->wave;
	block.last_label = progress->waves[progress->n_waves - 1]->wave;
	block.note = composer_say(composer, "panels-note");
	composer_flag(composer, "scaled", scaled);
	set_axis(composer, progress->parts[0], &axis);
	add_panel_words(composer, progress, &block);
	composer_add_heading(composer, 3, STYLE_SECTION, composer_say(composer, "panels-title"),
	                     composer_say(composer, "panels-aside"));
	composer_add(composer, BLOCK_PANELS)->panels = block;
	composer_close(composer, outer, BLOCK_SECTION)->section.rule = true;
}

static void add_change(struct composer *composer, const struct progress *progress,
                       const char **cells, size_t element)
{
	double change = progress_change(composer, progress, element);

	cells[progress->n_waves + 1] =
	    isnan(change) ? NULL : progress_signed(composer, progress, element, change);
}

void progress_add_table(struct composer *composer, const struct progress *progress)
{
	static const double title_share = 0.4;
	struct table_block *table = start_table(composer, progress);

	composer_add_column(composer, table, composer_text(composer, "change-head"));
	for (size_t i = 0; i < table->n_columns; i++) {
		table->columns[i].style = i == 0 ? STYLE_NAME : STYLE_BODY;
		table->columns[i].align = i == 0 ? ALIGN_LEFT : ALIGN_RIGHT;
		table->columns[i].share = i == 0 ? title_share : (1 - title_share) /
		                                   (double)(table->n_columns - 1);
	}
	if (progress->overall)
		add_change(composer, progress, add_row(composer, progress, table, 0), 0);
	for (size_t i = 0; i < progress->n_parts; i++)
		add_change(composer, progress,
		           add_row(composer, progress, table, progress->parts[i]),
		           progress->parts[i]);
	composer_add(composer, BLOCK_TABLE)->table = *table;
}
