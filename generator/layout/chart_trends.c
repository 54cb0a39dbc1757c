#include <math.h>

#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

struct words {
	struct lines title, text;
};

/* A strip for each line of small charts, then the key. */
struct state {
	struct words *words; /* of each trend */
	double *heads;       /* height of the words, of each line of charts */
	size_t n_columns, n_lines;
	double width, pitch; /* of a chart; from chart to chart */
	double first, last;  /* where the ends of the time axis are in it */
	struct lines last_label;
	bool labels_stacked; /* no room for both labels on one line */
	struct key key;
};

static double point_radius(const struct layout *layout)
{
	return size_of(layout, SIZE_TREND_POINT) / 2 + size_of(layout, SIZE_RIM);
}

/* As many charts side by side as there is room for, at most three; lines that
 * are alike look better than a last one alone. */
static void arrange(struct layout *layout, const struct trends_block *trends, double width,
                    struct state *state)
{
	double gap = size_of(layout, SIZE_FIGURE_GAP), least = size_of(layout, SIZE_TREND_LEAST);
	size_t n = 3;

	while (n > 1 && (width - (double)(n - 1) * gap) / (double)n < least)
		n--;
	if (n == 3 && (trends->n_trends <= 2 || trends->n_trends == 4))
		n = 2;
	state->n_columns = n;
	state->n_lines = (trends->n_trends + n - 1) / n;
	state->width = (width - (double)(n - 1) * gap) / (double)n;
	state->pitch = state->width + gap;
}

static double figure_width(struct layout *layout, enum style style, const char *figure)
{
	return figure == NULL ? 0 : text_width(layout, style, figure);
}

/* The last figures and those of goals stand right of all lines. */
static void arrange_time(struct layout *layout, const struct trends_block *trends,
                         struct state *state)
{
	static const double most = 0.4;
	double widest = 0, radius = point_radius(layout), gap = size_of(layout, SIZE_LABEL_GAP), room;

	for (size_t i = 0; i < trends->n_trends; i++) {
		const struct trend *trend = &trends->trends[i];

		if (trend->n_readings > 0)
			widest = larger(widest, figure_width(layout, STYLE_LABEL_BOLD,
			                trend->readings[trend->n_readings - 1].figure));
		widest = larger(widest, figure_width(layout, STYLE_SMALL, trend->goal_figure));
	}
	state->first = radius;
	state->last = state->width - smaller(widest + gap + radius, most * state->width);
	state->last_label = text_set(layout, STYLE_SMALL, trends->last_label, state->width);
	room = smaller(state->width, state->last + state->last_label.width / 2);
	state->labels_stacked = text_width(layout, STYLE_SMALL, trends->first_label) + gap +
	                        state->last_label.width > room;
}

static void draw_goal_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	chart_track(layout, x, x + size_of(layout, SIZE_KEY_MARK), y);
}

static bool has_goals(const struct trends_block *trends)
{
	for (size_t i = 0; i < trends->n_trends; i++)
		if (!isnan(trends->trends[i].goal))
			return true;
	return false;
}

static struct key trends_key(const struct layout *layout, const struct block *block)
{
	const struct trends_block *trends = &block->trends;

	return (struct key){block, {
		{has_goals(trends) ? trends->goal_label : NULL, size_of(layout, SIZE_KEY_MARK),
		 draw_goal_key},
	}};
}

static double set_words(struct layout *layout, const struct trends_block *trends, size_t line,
                        struct state *state)
{
	double height = 0;

	for (size_t i = line * state->n_columns;
	     i < (line + 1) * state->n_columns && i < trends->n_trends; i++) {
		struct words *words = &state->words[i];

		words->title = text_balance(layout, STYLE_LABEL_BOLD, trends->trends[i].title,
		                            state->width);
		words->text = text_set(layout, STYLE_LABEL, trends->trends[i].text, state->width);
		height = larger(height, words->title.height + words->text.height);
	}
	return height;
}

static double axis_height(const struct layout *layout, const struct state *state)
{
	double leading = style_leading(layout, STYLE_SMALL);

	return size_of(layout, SIZE_RIM) + leading * (state->labels_stacked ? 2 : 1);
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct trends_block *trends = &block->trends;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	struct strip *strips;
	double key;

	measured->state = state;
	if (trends->n_trends == 0)
		return;
	arrange(layout, trends, width, state);
	arrange_time(layout, trends, state);
	state->words = ARENA_ARRAY(layout->arena, struct words, trends->n_trends);
	state->heads = ARENA_ARRAY(layout->arena, double, state->n_lines);
	state->key = trends_key(layout, block);
	key = key_height(layout, &state->key, width);
	strips = measured_alloc(layout, measured, state->n_lines + (key > 0));
	for (size_t i = 0; i < state->n_lines; i++) {
		state->heads[i] = set_words(layout, trends, i, state);
		state->heads[i] += size_of(layout, SIZE_LABEL_GAP) / 2;
		strips[i].height = state->heads[i] + size_of(layout, SIZE_TREND_HIGH) +
		                   axis_height(layout, state);
		strips[i].before = size_of(layout, i == 0 ? SIZE_GAP : SIZE_FIGURE_GAP);
		strips[i].what = trends->trends[i * state->n_columns].title;
	}
	if (key == 0)
		return;
	strips[state->n_lines - 1].keep = true;
	strips[state->n_lines].height = key;
	strips[state->n_lines].before = size_of(layout, SIZE_UNIT);
}

/* Where readings stand in a chart: all values and the goal between two ends
 * that leave room for figures. */
struct plot {
	struct scale days, values; /* values: downwards from y */
};

static struct plot make_plot(struct layout *layout, const struct trends_block *trends,
                             const struct state *state, const struct trend *trend,
                             struct area area)
{
	double pad = style_leading(layout, STYLE_LABEL) + point_radius(layout) +
	             size_of(layout, SIZE_LABEL_GAP) / 2;
	struct plot plot = {
		{trends->first, trends->last, area.x + state->first, state->last - state->first},
		{trend->goal, trend->goal, area.y + pad, larger(area.height - 2 * pad, 0)},
	};

	for (size_t i = 0; i < trend->n_readings; i++) {
		double value = trend->readings[i].value;

		plot.values.low = fmin(plot.values.low, value);
		plot.values.high = fmax(plot.values.high, value);
	}
	return plot;
}

static double value_y(const struct plot *plot, double value)
{
	return 2 * plot->values.x + plot->values.width - scale_x(&plot->values, value);
}

static void place_readings(struct layout *layout, const struct trend *trend,
                           const struct plot *plot)
{
	double rim = size_of(layout, SIZE_RIM), radius = size_of(layout, SIZE_TREND_POINT) / 2;
	double *xy = ARENA_ARRAY(layout->arena, double, 2 * trend->n_readings + 1);
	struct stroke line = stroke_of(layout, SIZE_TREND_LINE, COLOUR_BLUE);

	line.round = true;
	for (size_t i = 0; i < trend->n_readings; i++) {
		xy[2 * i] = scale_x(&plot->days, trend->readings[i].day);
		xy[2 * i + 1] = value_y(plot, trend->readings[i].value);
	}
	if (trend->n_readings > 1)
		draw_path(layout, xy, trend->n_readings, line);
	for (size_t i = 0; i < trend->n_readings; i++) {
		struct circle point = {xy[2 * i], xy[2 * i + 1], radius + rim};

		draw_circle(layout, point, COLOUR_PAPER, stroke_none());
		point.radius = radius;
		draw_circle(layout, point, COLOUR_BLUE, stroke_none());
	}
}

/* Left edge of a figure beside a point. */
static double beside(const struct layout *layout, double x)
{
	return x + point_radius(layout) + size_of(layout, SIZE_LABEL_GAP) / 2;
}

/* The figure of the last reading stands right of its point, but not on the line
 * of the goal when that comes after it. */
static void place_last(struct layout *layout, const struct trend *trend, const struct plot *plot)
{
	const struct reading *last = &trend->readings[trend->n_readings - 1];
	double leading = style_leading(layout, STYLE_LABEL_BOLD), y = value_y(plot, last->value);
	double goal = value_y(plot, trend->goal);

	if (last->figure == NULL)
		return;
	if (!isnan(trend->goal) && last->day < plot->days.high && fabs(y - goal) < leading / 2)
		y = y < goal ? goal - leading / 2 : goal + leading / 2;
	place_text(layout, STYLE_LABEL_BOLD, COLOUR_NONE, last->figure,
	           flush_left(beside(layout, scale_x(&plot->days, last->day)),
	                      baseline_at(layout, STYLE_LABEL_BOLD, y)));
}

/* The first figure stands on the side of its point that the line turns away
 * from. */
static void place_first(struct layout *layout, const struct trend *trend, const struct plot *plot)
{
	const struct reading *first = &trend->readings[0];
	double away = point_radius(layout) + style_leading(layout, STYLE_LABEL) / 2;
	double y = value_y(plot, first->value);

	if (trend->n_readings < 2 || first->figure == NULL)
		return;
	y += trend->readings[1].value > first->value ? away : -away;
	place_text(layout, STYLE_LABEL, COLOUR_INK2, first->figure,
	           flush_left(scale_x(&plot->days, first->day) - point_radius(layout),
	                      baseline_at(layout, STYLE_LABEL, y)));
}

/* A short dashed line with its figure, which keeps off that of the last
 * reading. */
static void place_goal(struct layout *layout, const struct trend *trend, const struct plot *plot)
{
	double y = value_y(plot, trend->goal), x = plot->days.x + plot->days.width;
	double leading = style_leading(layout, STYLE_LABEL);

	chart_track(layout, x - size_of(layout, SIZE_TREND_GOAL), x, y);
	if (trend->goal_figure == NULL)
		return;
	if (trend->n_readings > 0) {
		double last = value_y(plot, trend->readings[trend->n_readings - 1].value);

		if (fabs(y - last) < leading)
			y = y < last ? last - leading : last + leading;
	}
	place_text(layout, STYLE_SMALL, COLOUR_INK2, trend->goal_figure,
	           flush_left(beside(layout, x), baseline_at(layout, STYLE_SMALL, y)));
}

static void place_axis(struct layout *layout, const struct trends_block *trends,
                       const struct state *state, struct area area)
{
	double leading = style_leading(layout, STYLE_SMALL), half = state->last_label.width / 2;
	double y = area.y + size_of(layout, SIZE_RIM);
	double middle = smaller(state->last, state->width - half);

	draw_across(layout, area.x, area.x + state->width, area.y,
	            stroke_of(layout, SIZE_RULE, COLOUR_INK3));
	if (trends->first_label != NULL)
		place_text(layout, STYLE_SMALL, COLOUR_NONE, trends->first_label,
		           flush_left(area.x, y + style_ascent(layout, STYLE_SMALL)));
	if (state->labels_stacked)
		y += leading;
	place_lines(layout, &state->last_label, centred(area.x + middle, y));
}

static void place_trend(struct layout *layout, const struct trends_block *trends,
                        const struct state *state, size_t i, struct area area)
{
	const struct trend *trend = &trends->trends[i];
	const struct words *words = &state->words[i];
	double head = state->heads[i / state->n_columns];
	struct plot plot;

	place_lines(layout, &words->title, flush_left(area.x, area.y));
	chart_lines(layout, (struct chart_text){&words->text, 0, COLOUR_INK2, ALIGN_LEFT},
	            (struct area){area.x, area.y + words->title.height, 0, words->text.height});
	area.y += head;
	area.height = size_of(layout, SIZE_TREND_HIGH);
	plot = make_plot(layout, trends, state, trend, area);
	if (!isnan(trend->goal))
		place_goal(layout, trend, &plot);
	if (trend->n_readings > 0) {
		place_readings(layout, trend, &plot);
		place_first(layout, trend, &plot);
		place_last(layout, trend, &plot);
	}
	area.y += area.height;
	place_axis(layout, trends, state, area);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct trends_block *trends = &block->trends;
	const struct state *state = measured->state;
	struct area chart = area;

	if (strip == 0)
		role_begin(layout, ROLE_FIGURE, trends->words.finding);
	if (strip == state->n_lines)
		key_place(layout, &state->key, area);
	for (size_t i = strip * state->n_columns;
	     i < (strip + 1) * state->n_columns && i < trends->n_trends; i++) {
		place_trend(layout, trends, state, i, chart);
		chart.x += state->pitch;
	}
	if (strip + 1 < measured->n_strips)
		return;
	role_end(layout);
	chart_numbers(layout, trends->words.numbers, area);
}

const struct block_class chart_trends = {measure, place};
