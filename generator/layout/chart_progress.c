#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/course.h"
#include "layout/draw.h"
#include "layout/text.h"

/* Words below a wave. */
struct wave_words {
	struct lines title, note;
};

/* One strip: the plot with its waves named below it, then the key. */
struct state {
	struct wave_words *words;
	double *values;      /* of the waves */
	double first, last;  /* middles of the first and last wave, from the left edge */
	double names;        /* room at the right for the names of bands */
	double words_height; /* of the waves */
	struct key key;
};

static double point_radius(const struct layout *layout)
{
	return size_of(layout, SIZE_PROGRESS_POINT) / 2 + size_of(layout, SIZE_RIM);
}

static double gap_of(const struct layout *layout)
{
	return size_of(layout, SIZE_LABEL_GAP) * 2;
}

static double widest_tick(struct layout *layout, const struct progress_block *progress)
{
	double widest = 0;

	for (size_t i = 0; i < progress->n_ticks; i++)
		widest = larger(widest, text_width(layout, STYLE_SMALL, progress->tick_labels[i]));
	return widest;
}

static double widest_name(struct layout *layout, const struct progress_block *progress)
{
	double widest = 0;

	for (size_t i = 0; i < progress->n_bands; i++)
		widest = larger(widest, text_width(layout, STYLE_LABEL_BOLD,
		                                   progress->bands[i].title));
	return widest;
}

/* Between the figures of the axis at the left and, at the right, the last
 * figure and the names of bands. */
static void arrange(struct layout *layout, const struct progress_block *progress, double width,
                    struct state *state)
{
	static const double most_names = 0.3;
	const char *last = progress->waves[progress->n_waves - 1].figure;
	double gap = gap_of(layout), radius = point_radius(layout);
	double end = last == NULL ? 0 : text_width(layout, STYLE_VALUE, last) + gap;

	state->names = smaller(widest_name(layout, progress), most_names * width);
	state->first = widest_tick(layout, progress) + 2 * gap + radius;
	state->last = width - radius - end - gap;
	if (state->names > 0)
		state->last -= state->names + gap;
	state->last = larger(state->last, state->first);
}

static double wave_pitch(const struct progress_block *progress, const struct state *state)
{
	return (state->last - state->first) / larger((double)(progress->n_waves - 1), 1);
}

static void set_words(struct layout *layout, const struct progress_block *progress,
                      struct state *state)
{
	double room = larger(wave_pitch(progress, state) - gap_of(layout), 1);

	state->words = ARENA_ARRAY(layout->arena, struct wave_words, progress->n_waves);
	state->values = ARENA_ARRAY(layout->arena, double, progress->n_waves);
	for (size_t i = 0; i < progress->n_waves; i++) {
		bool last = i + 1 == progress->n_waves;
		struct wave_words *words = &state->words[i];

		words->title = text_set(layout, last ? STYLE_LABEL_BOLD : STYLE_LABEL,
		                        progress->waves[i].title, room);
		words->note = text_set(layout, STYLE_SMALL, progress->waves[i].note, room);
		state->words_height = larger(state->words_height,
		                             words->title.height + words->note.height);
		state->values[i] = progress->waves[i].value;
	}
}

static void draw_spread(struct layout *layout, double x, double y1, double y2)
{
	double width = size_of(layout, SIZE_PROGRESS_SPREAD);

	draw_rect(layout, (struct area){x - width / 2, y1, width, larger(y2 - y1, width)},
	          COLOUR_INK2, stroke_none());
}

static void draw_middle_key(struct layout *layout, const struct block *block, double x, double y)
{
	double half = size_of(layout, SIZE_KEY_MARK) / 2;

	(void)block;
	draw_spread(layout, x + size_of(layout, SIZE_PROGRESS_SPREAD) / 2, y - half, y + half);
}

static struct key progress_key(const struct layout *layout, const struct block *block)
{
	return (struct key){block, {
		{block->progress.key_middle, size_of(layout, SIZE_PROGRESS_SPREAD),
		 draw_middle_key},
	}};
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct progress_block *progress = &block->progress;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	struct strip *strip;
	double key;

	measured->state = state;
	if (progress->n_waves == 0)
		return;
	arrange(layout, progress, width, state);
	set_words(layout, progress, state);
	state->key = progress_key(layout, block);
	key = key_height(layout, &state->key, width);
	strip = measured_alloc(layout, measured, 1);
	strip->height = size_of(layout, SIZE_PROGRESS_HIGH) + gap_of(layout) / 2 +
	                state->words_height + (key > 0 ? size_of(layout, SIZE_UNIT) + key : 0);
	strip->before = size_of(layout, SIZE_GAP);
	strip->what = progress->waves[0].title;
}

/* The name of a band in the middle of what is seen of it, if it has room. */
static void place_name(struct layout *layout, const struct progress_band *band,
                       struct area seen, double width)
{
	enum style style = band->current ? STYLE_LABEL_BOLD : STYLE_LABEL;
	struct lines lines = text_set(layout, style, band->title, width);

	seen.x += seen.width - width - gap_of(layout) / 2;
	seen.width = width;
	if (lines.height <= seen.height)
		chart_lines(layout, (struct chart_text){&lines, 0,
		            band->current ? COLOUR_INK : COLOUR_INK2, ALIGN_RIGHT}, seen);
}

static void place_bands(struct layout *layout, const struct progress_block *progress,
                        const struct course_plot *plot, double names, struct area area)
{
	draw_rect(layout, area, COLOUR_WASH, stroke_none());
	for (size_t i = 0; i < progress->n_bands; i++) {
		const struct progress_band *band = &progress->bands[i];
		double top = course_y(plot, band->to), bottom = course_y(plot, band->from);
		struct area seen = {area.x, top, area.width, bottom - top};

		if (band->current)
			draw_rect(layout, seen, COLOUR_TINT, stroke_none());
		place_name(layout, band, seen, names);
	}
}

static void place_ticks(struct layout *layout, const struct progress_block *progress,
                        const struct course_plot *plot, struct area area)
{
	for (size_t i = 0; i < progress->n_ticks; i++) {
		double y = course_y(plot, progress->ticks[i]);

		draw_across(layout, area.x, area.x + area.width, y,
		            stroke_of(layout, SIZE_RULE, COLOUR_PAPER));
		/* Figures stand on their lines. */
		if (y - style_leading(layout, STYLE_SMALL) >= area.y)
			place_text(layout, STYLE_SMALL, COLOUR_NONE, progress->tick_labels[i],
			           flush_left(area.x + gap_of(layout) / 2,
			                      y - size_of(layout, SIZE_RIM) * 2));
	}
}

/* A figure stands right of its point, on the side that the line turns away
 * from; the last one beside it. */
static void place_figure(struct layout *layout, const struct progress_block *progress,
                         const struct state *state, const struct course_plot *plot, size_t i)
{
	bool last = i + 1 == progress->n_waves;
	enum style style = last ? STYLE_VALUE : STYLE_LABEL_BOLD;
	double x = course_x(plot, i) + point_radius(layout) + size_of(layout, SIZE_LABEL_GAP);
	double y = course_y(plot, progress->waves[i].value);
	double away = point_radius(layout) + style_leading(layout, style) / 2;
	size_t next = last ? SIZE_MAX : course_find(state->values, plot->n, i + 1, 1);

	if (next != SIZE_MAX) {
		bool rises = state->values[next] >= state->values[i];

		if (rises ? y + 2 * away > plot->bottom : y - 2 * away < plot->top)
			rises = !rises;
		y += rises ? away : -away;
	}
	place_text(layout, style, COLOUR_INK, progress->waves[i].figure,
	           flush_left(x, baseline_at(layout, style, y)));
}

static void place_waves(struct layout *layout, const struct progress_block *progress,
                        const struct state *state, const struct course_plot *plot)
{
	double rim = 2 * size_of(layout, SIZE_RIM), line = size_of(layout, SIZE_PROGRESS_LINE);

	for (size_t i = 0; i < progress->n_waves; i++) {
		const struct wave *wave = &progress->waves[i];

		if (!isnan(wave->lower) && !isnan(wave->upper))
			draw_spread(layout, course_x(plot, i), course_y(plot, wave->upper),
			            course_y(plot, wave->lower));
	}
	course_line(layout, plot, state->values, stroke_solid(line + rim, COLOUR_PAPER));
	course_line(layout, plot, state->values, stroke_solid(line, COLOUR_BLUE));
	for (size_t i = 0; i < progress->n_waves; i++) {
		if (isnan(progress->waves[i].value))
			continue;
		course_point(layout,
		             (struct xy){course_x(plot, i), course_y(plot, state->values[i])},
		             size_of(layout, SIZE_PROGRESS_POINT));
		if (progress->waves[i].figure != NULL)
			place_figure(layout, progress, state, plot, i);
	}
}

static void place_words(struct layout *layout, const struct state *state,
                        const struct course_plot *plot, struct area area)
{
	for (size_t i = 0; i < plot->n; i++) {
		const struct wave_words *words = &state->words[i];
		double half = larger(words->title.width, words->note.width) / 2;
		double x = larger(course_x(plot, i), area.x + half);

		place_lines(layout, &words->title, centred(x, area.y));
		place_lines(layout, &words->note, centred(x, area.y + words->title.height));
	}
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct progress_block *progress = &block->progress;
	const struct state *state = measured->state;
	double high = size_of(layout, SIZE_PROGRESS_HIGH);
	struct area plot_area = {area.x, area.y, area.width, high}, below = area;
	struct course_plot plot = {
		area.x + state->first, area.x + state->last, area.y, area.y + high,
		progress->low, progress->high, progress->n_waves,
	};

	(void)strip;
	role_begin(layout, ROLE_FIGURE, progress->words.finding);
	place_bands(layout, progress, &plot, state->names, plot_area);
	place_ticks(layout, progress, &plot, plot_area);
	place_waves(layout, progress, state, &plot);
	draw_across(layout, area.x, area.x + area.width, plot.bottom,
	            stroke_of(layout, SIZE_RULE, COLOUR_INK));
	below.y = plot.bottom + gap_of(layout) / 2;
	place_words(layout, state, &plot, below);
	below.y += state->words_height + size_of(layout, SIZE_UNIT);
	key_place(layout, &state->key, below);
	role_end(layout);
	chart_numbers(layout, progress->words.numbers, area);
}

const struct block_class chart_progress = {measure, place};
