#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/course.h"
#include "layout/draw.h"
#include "layout/text.h"

struct words {
	struct lines title, text;
};

/* A strip for each line of panels, then the note. */
struct state {
	struct words *words; /* of each panel */
	double *heads;       /* height of the words, of each line of panels */
	size_t n_columns, n_lines;
	double width, pitch; /* of a panel; from panel to panel */
	double first, last;  /* middles of the first and last wave in it */
	struct lines note;
};

static double point_radius(const struct layout *layout)
{
	return size_of(layout, SIZE_PANEL_POINT) / 2 + size_of(layout, SIZE_RIM);
}

/* As many panels side by side as there is room for, at most four, with lines
 * that are as full as they can be. */
static void arrange(struct layout *layout, const struct panels_block *panels, double width,
                    struct state *state)
{
	double gap = size_of(layout, SIZE_FIGURE_GAP), least = size_of(layout, SIZE_PANEL_LEAST);
	size_t n = 4;

	while (n > 1 && (width - (double)(n - 1) * gap) / (double)n < least)
		n--;
	state->n_lines = (panels->n_panels + n - 1) / n;
	n = (panels->n_panels + state->n_lines - 1) / state->n_lines;
	/* One or two do not become wider than three would. */
	state->n_columns = n < 3 ? 3 : n;
	if ((width - (double)(state->n_columns - 1) * gap) / (double)state->n_columns < least)
		state->n_columns = n;
	state->width = (width - (double)(state->n_columns - 1) * gap) / (double)state->n_columns;
	state->pitch = state->width + gap;
}

/* The last figures stand right of all lines, the figures of the axis behind
 * them. */
static void arrange_waves(struct layout *layout, const struct panels_block *panels,
                          struct state *state)
{
	static const double most = 0.5;
	double figure = 0, tick = 0, radius = point_radius(layout);
	double gap = size_of(layout, SIZE_LABEL_GAP);

	for (size_t i = 0; i < panels->n_panels; i++)
		if (panels->panels[i].last != NULL)
			figure = larger(figure, text_width(layout, STYLE_LABEL_BOLD,
			                                   panels->panels[i].last));
	for (size_t i = 0; i < panels->n_ticks; i++)
		tick = larger(tick, text_width(layout, STYLE_SMALL, panels->tick_labels[i]));
	state->first = radius;
	state->last = state->width -
	              smaller(figure + tick + 2 * gap + radius, most * state->width);
}

static double set_words(struct layout *layout, const struct panels_block *panels, size_t line,
                        struct state *state)
{
	double height = 0;

	for (size_t i = line * state->n_columns;
	     i < (line + 1) * state->n_columns && i < panels->n_panels; i++) {
		struct words *words = &state->words[i];

		words->title = text_balance(layout, STYLE_LABEL_BOLD, panels->panels[i].title,
		                            state->width);
		words->text = text_set(layout, STYLE_LABEL, panels->panels[i].text, state->width);
		height = larger(height, words->title.height + words->text.height);
	}
	return height + size_of(layout, SIZE_LABEL_GAP);
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct panels_block *panels = &block->panels;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	double axis = size_of(layout, SIZE_RIM) + style_leading(layout, STYLE_SMALL);
	struct strip *strips;

	measured->state = state;
	if (panels->n_panels == 0)
		return;
	arrange(layout, panels, width, state);
	arrange_waves(layout, panels, state);
	state->words = ARENA_ARRAY(layout->arena, struct words, panels->n_panels);
	state->heads = ARENA_ARRAY(layout->arena, double, state->n_lines);
	state->note = text_set(layout, STYLE_SMALL, panels->note, width);
	strips = measured_alloc(layout, measured, state->n_lines + (state->note.n_lines > 0));
	for (size_t i = 0; i < state->n_lines; i++) {
		state->heads[i] = set_words(layout, panels, i, state);
		strips[i].height = state->heads[i] + size_of(layout, SIZE_PANEL_HIGH) + axis;
		strips[i].before = size_of(layout, i == 0 ? SIZE_GAP : SIZE_FIGURE_GAP);
		strips[i].what = panels->panels[i * state->n_columns].title;
	}
	if (state->note.n_lines == 0)
		return;
	strips[state->n_lines - 1].keep = true;
	strips[state->n_lines].height = state->note.height;
	strips[state->n_lines].before = size_of(layout, SIZE_UNIT);
}

static void place_axes(struct layout *layout, const struct panels_block *panels,
                       const struct state *state, const struct course_plot *plot,
                       struct area area)
{
	double rim = size_of(layout, SIZE_RIM), y = plot->bottom + rim;
	double last = text_width(layout, STYLE_SMALL, panels->last_label);

	for (size_t i = 0; i < panels->n_ticks; i++) {
		double at = course_y(plot, panels->ticks[i]);

		draw_across(layout, area.x, area.x + state->width, at,
		            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
		place_text(layout, STYLE_SMALL, COLOUR_NONE, panels->tick_labels[i],
		           flush_right(area.x + state->width, at - 2 * rim));
	}
	draw_across(layout, area.x, area.x + state->width, plot->bottom,
	            stroke_of(layout, SIZE_RULE, COLOUR_INK3));
	y += style_ascent(layout, STYLE_SMALL);
	place_text(layout, STYLE_SMALL, COLOUR_NONE, panels->first_label, flush_left(area.x, y));
	place_text(layout, STYLE_SMALL, COLOUR_NONE, panels->last_label,
	           flush_left(smaller(plot->last - last / 2, area.x + state->width - last), y));
}

/* A figure that lies on the lines of others stands on paper. */
static void place_figure(struct layout *layout, enum style style, enum colour colour,
                         const char *figure, struct xy left)
{
	double rim = size_of(layout, SIZE_RIM), cap = style_cap_height(layout, style);

	draw_rect(layout, (struct area){left.x - rim, left.y - cap / 2 - rim,
	                                text_width(layout, style, figure) + 2 * rim,
	                                cap + 2 * rim}, COLOUR_PAPER, stroke_none());
	place_text(layout, style, colour, figure,
	           flush_left(left.x, baseline_at(layout, style, left.y)));
}

/* The first figure on the side of its point that the line turns away from. */
static void place_first(struct layout *layout, const struct panel *panel,
                        const struct course_plot *plot)
{
	size_t first = course_find(panel->values, plot->n, 0, 1);
	size_t next = course_find(panel->values, plot->n, first + 1, 1);
	double away = point_radius(layout) + style_leading(layout, STYLE_LABEL) / 2;
	double y = course_y(plot, panel->values[first]);
	bool rises;

	if (next == SIZE_MAX || panel->first == NULL)
		return;
	rises = panel->values[next] >= panel->values[first];
	if (rises ? y + 2 * away > plot->bottom : y - 2 * away < plot->top)
		rises = !rises;
	y += rises ? away : -away;
	place_figure(layout, STYLE_LABEL, COLOUR_INK2, panel->first,
	             (struct xy){course_x(plot, first) - point_radius(layout), y});
}

static void place_own(struct layout *layout, const struct panel *panel,
                      const struct course_plot *plot)
{
	size_t first = course_find(panel->values, plot->n, 0, 1);
	size_t last = course_find(panel->values, plot->n, plot->n - 1, -1);
	double across = size_of(layout, SIZE_PANEL_POINT);
	struct xy end;

	if (first == SIZE_MAX)
		return;
	end = (struct xy){course_x(plot, last), course_y(plot, panel->values[last])};
	course_line(layout, plot, panel->values,
	            stroke_of(layout, SIZE_PANEL_LINE, COLOUR_BLUE));
	course_point(layout, (struct xy){course_x(plot, first),
	                                 course_y(plot, panel->values[first])}, across);
	course_point(layout, end, across);
	place_first(layout, panel, plot);
	if (panel->last != NULL)
		place_figure(layout, STYLE_LABEL_BOLD, COLOUR_INK, panel->last,
		             (struct xy){end.x + point_radius(layout) +
		                         size_of(layout, SIZE_LABEL_GAP) / 2, end.y});
}

static void place_panel(struct layout *layout, const struct panels_block *panels,
                        const struct state *state, size_t i, struct area area)
{
	const struct panel *panel = &panels->panels[i];
	const struct words *words = &state->words[i];
	double top = area.y + state->heads[i / state->n_columns];
	struct course_plot plot = {
		area.x + state->first, area.x + state->last, top,
		top + size_of(layout, SIZE_PANEL_HIGH), panels->low, panels->high,
		panels->n_waves,
	};

	place_lines(layout, &words->title, flush_left(area.x, area.y));
	chart_lines(layout, (struct chart_text){&words->text, 0,
	            panel->worse ? COLOUR_ORANGE_TEXT : COLOUR_INK2, ALIGN_LEFT},
	            (struct area){area.x, area.y + words->title.height, state->width,
	                          words->text.height});
	place_axes(layout, panels, state, &plot, area);
	for (size_t other = 0; other < panels->n_panels; other++)
		if (other != i)
			course_line(layout, &plot, panels->panels[other].values,
			            stroke_of(layout, SIZE_RULE, COLOUR_RULE));
	place_own(layout, panel, &plot);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct panels_block *panels = &block->panels;
	const struct state *state = measured->state;
	struct area panel = area;

	if (strip == 0)
		role_begin(layout, ROLE_FIGURE, panels->words.finding);
	if (strip == state->n_lines)
		place_lines(layout, &state->note, flush_left(area.x, area.y));
	for (size_t i = strip * state->n_columns;
	     i < (strip + 1) * state->n_columns && i < panels->n_panels; i++) {
		place_panel(layout, panels, state, i, panel);
		panel.x += state->pitch;
	}
	if (strip + 1 < measured->n_strips)
		return;
	role_end(layout);
	chart_numbers(layout, panels->words.numbers, area);
}

const struct block_class chart_panels = {measure, place};
