#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/ladder_marks.h"
#include "layout/text.h"

/* One person's place: stacked upwards where several stand close. */
struct ring {
	double x;
	size_t level;
};

/* The whole ladder is one strip; distances from its upper left corner. */
struct state {
	struct scale scale;
	struct ladder_marks marks;
	double base;          /* the line the steps stand on */
	double names, limits; /* middles of their lines */
	bool numbered;        /* numbers below the steps, their names in a list */
	double list;          /* top of the list */
	struct ring *rings;
	size_t n_rings;
	double rings_base, ring_scale; /* middle of the lowest ring; share of their full size */
	struct lines rings_label;
	double rings_label_y; /* middle */
};

static double step_left(const struct ladder_block *ladder, const struct state *state, size_t i)
{
	return scale_x(&state->scale, ladder->steps[i].from);
}

static double step_right(const struct ladder_block *ladder, const struct state *state, size_t i)
{
	return scale_x(&state->scale, ladder->steps[i].to);
}

/* No step is the current one as long as no pointer is sure of its place. */
static bool is_current(const struct ladder_block *ladder, size_t i)
{
	bool sure = ladder->n_pointers == 0;

	for (size_t j = 0; j < ladder->n_pointers; j++)
		sure = sure || (!isnan(ladder->pointers[j].value) && !ladder->pointers[j].hollow);
	return ladder->steps[i].current && sure;
}

static enum style name_style(const struct ladder_block *ladder, size_t i)
{
	return is_current(ladder, i) ? STYLE_SMALL_BOLD : STYLE_SMALL;
}

static bool names_fit(struct layout *layout, const struct ladder_block *ladder,
                      const struct state *state)
{
	for (size_t i = 0; i < ladder->n_steps; i++) {
		double width = step_right(ladder, state, i) - step_left(ladder, state, i);
		const char *title = ladder->steps[i].title;

		if (text_width(layout, name_style(ladder, i), title) > width)
			return false;
	}
	return true;
}

static const char *step_number(struct layout *layout, size_t i)
{
	return text_number(layout->arena, (double)i + 1, 0);
}

/* Goes through the list of names, entry after entry; draws it when there is an
 * area. Returns its height. */
static double flow_names(struct layout *layout, const struct ladder_block *ladder, double width,
                         const struct area *area)
{
	double leading = style_leading(layout, STYLE_SMALL), x = 0, y = 0;
	double gap = size_of(layout, SIZE_LABEL_GAP);

	for (size_t i = 0; i < ladder->n_steps; i++) {
		const char *number = step_number(layout, i), *title = ladder->steps[i].title;
		double before = text_width(layout, STYLE_SMALL_BOLD, number) + gap;
		struct lines name = text_set(layout, name_style(ladder, i), title, width - before);

		if (x > 0 && x + before + name.width > width) {
			x = 0;
			y += leading;
		}
		if (area) {
			place_text(layout, STYLE_SMALL_BOLD, COLOUR_NONE, number,
			           flush_left(area->x + x,
			                      area->y + y + style_ascent(layout, STYLE_SMALL)));
			place_lines(layout, &name, flush_left(area->x + x + before, area->y + y));
		}
		x += before + name.width + size_of(layout, SIZE_KEY_GAP);
		if (name.n_lines > 1) {
			y += (double)(name.n_lines - 1) * leading;
			x = width;
		}
	}
	return ladder->n_steps > 0 ? y + leading : 0;
}

static int by_x(const void *left, const void *right)
{
	const struct ring *a = left, *b = right;

	return (a->x > b->x) - (a->x < b->x);
}

/* Each ring, from left to right, takes the lowest level where it is clear of
 * the one before. Returns the number of levels. */
static size_t stack_rings(struct layout *layout, const struct ladder_block *ladder,
                          struct state *state)
{
	double size = size_of(layout, SIZE_RING_PITCH) * state->ring_scale;
	double *ends = ARENA_ARRAY(layout->arena, double, ladder->n_rings);
	size_t n_levels = 0;

	state->rings = ARENA_ARRAY(layout->arena, struct ring, ladder->n_rings);
	state->n_rings = 0;
	for (size_t i = 0; i < ladder->n_rings; i++)
		if (!isnan(ladder->rings[i]))
			state->rings[state->n_rings++].x = scale_x(&state->scale, ladder->rings[i]);
	if (state->n_rings > 1)
		qsort(state->rings, state->n_rings, sizeof(*state->rings), by_x);
	for (size_t i = 0; i < state->n_rings; i++) {
		struct ring *ring = &state->rings[i];

		while (ring->level < n_levels && ends[ring->level] > ring->x - size / 2)
			ring->level++;
		ends[ring->level] = ring->x + size / 2;
		n_levels = ring->level == n_levels ? n_levels + 1 : n_levels;
	}
	return n_levels;
}

/* Returns where the rings end. The label stands left of them, or below when
 * somebody stands there. */
static double set_rings(struct layout *layout, const struct ladder_block *ladder,
                        struct state *state, double top)
{
	double pitch = size_of(layout, SIZE_RING_PITCH), most = size_of(layout, SIZE_RINGS_HIGH);
	double leading = style_leading(layout, STYLE_LABEL), bottom, stack;

	state->ring_scale = 1;
	stack = (double)stack_rings(layout, ladder, state) * pitch;
	if (stack > most) {
		state->ring_scale = most / stack;
		stack = (double)stack_rings(layout, ladder, state) * pitch * state->ring_scale;
	}
	if (state->n_rings == 0)
		return top;
	top += size_of(layout, SIZE_GAP);
	bottom = top + larger(stack, leading);
	state->rings_base = bottom - leading / 2;
	state->rings_label = text_set(layout, STYLE_LABEL, ladder->rings_label,
	                              state->scale.width);
	if (state->rings_label.width + size_of(layout, SIZE_CELL_GAP) < state->rings[0].x &&
	    state->rings_label.n_lines == 1) {
		state->rings_label_y = state->rings_base;
		return bottom;
	}
	state->rings_label_y = bottom + state->rings_label.height / 2;
	return bottom + state->rings_label.height;
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct ladder_block *ladder = &block->ladder;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	struct strip *strip = measured_alloc(layout, measured, 1);
	double leading = style_leading(layout, STYLE_SMALL), unit = size_of(layout, SIZE_UNIT);

	measured->state = state;
	state->scale = (struct scale){ladder->low, ladder->high, 0, width};
	state->marks = ladder_marks_set(layout, ladder, &state->scale);
	state->base = larger(state->marks.height,
	                     ladder_height(layout, ladder, &state->scale, 0, width));
	state->names = state->base + unit / 2 + leading / 2;
	state->limits = state->names + leading;
	state->numbered = !names_fit(layout, ladder, state);
	state->list = state->limits + leading / 2;
	strip->height = state->list;
	if (state->numbered) {
		state->list += unit / 2;
		strip->height = state->list + flow_names(layout, ladder, width, NULL);
	}
	strip->height = set_rings(layout, ladder, state, strip->height);
	strip->before = size_of(layout, SIZE_SECTION_GAP);
	if (!ladder->small)
		strip->before += size_of(layout, SIZE_CELL_GAP);
}

static void place_steps(struct layout *layout, const struct ladder_block *ladder,
                        const struct state *state, struct area area)
{
	double base = area.y + state->base, half = size_of(layout, SIZE_STEP_GAP) / 2;

	for (size_t i = 0; i < ladder->n_steps; i++) {
		double left = step_left(ladder, state, i), right = step_right(ladder, state, i);
		double height = ladder_height(layout, ladder, &state->scale, (left + right) / 2,
		                              (left + right) / 2);

		left += i > 0 ? half : 0;
		right -= i + 1 < ladder->n_steps ? half : 0;
		draw_fill(layout,
		          (struct area){area.x + left, base - height, larger(right - left, 0),
		                        height},
		          is_current(ladder, i) ? COLOUR_BLUE : COLOUR_BAND);
	}
	draw_across(layout, area.x, area.x + area.width, base,
	            stroke_of(layout, SIZE_RULE, COLOUR_INK));
}

static void place_names(struct layout *layout, const struct ladder_block *ladder,
                        const struct state *state, struct area area)
{
	double baseline = baseline_at(layout, STYLE_SMALL, area.y + state->names), end = 0;

	for (size_t i = 0; i < ladder->n_steps; i++) {
		enum style style = name_style(ladder, i);
		enum colour colour = is_current(ladder, i) ? COLOUR_INK : COLOUR_INK2;
		const char *text = state->numbered ? step_number(layout, i)
		                                   : ladder->steps[i].title;
		double middle = (step_left(ladder, state, i) + step_right(ladder, state, i)) / 2;
		double half = text_width(layout, style, text) / 2;

		/* Numbers of very narrow steps would run into each other. */
		if (state->numbered && middle - half < end)
			continue;
		end = middle + half + size_of(layout, SIZE_RIM);
		place_text(layout, style, colour, text, centred(area.x + middle, baseline));
	}
}

/* Limits that would run into their neighbours are left out; the ends stay. */
static void place_limits(struct layout *layout, const struct ladder_block *ladder,
                         const struct state *state, struct area area)
{
	double baseline = baseline_at(layout, STYLE_SMALL, area.y + state->limits);
	double gap = size_of(layout, SIZE_LABEL_GAP), last = state->scale.width, end;

	end = text_width(layout, STYLE_SMALL, ladder->low_label) + gap;
	last -= text_width(layout, STYLE_SMALL, ladder->high_label) + gap;
	place_text(layout, STYLE_SMALL, COLOUR_NONE, ladder->low_label,
	           flush_left(area.x, baseline));
	place_text(layout, STYLE_SMALL, COLOUR_NONE, ladder->high_label,
	           flush_right(area.x + area.width, baseline));
	for (size_t i = 0; i < ladder->n_steps; i++) {
		double x = step_left(ladder, state, i), half;

		half = text_width(layout, STYLE_SMALL, ladder->steps[i].from_label) / 2;
		if (x - half < end || x + half > last)
			continue;
		place_text(layout, STYLE_SMALL, COLOUR_NONE, ladder->steps[i].from_label,
		           centred(area.x + x, baseline));
		end = x + half + gap;
	}
}

static void place_rings(struct layout *layout, const struct state *state, struct area area)
{
	double line = size_of(layout, SIZE_RULE) * state->ring_scale;
	double radius = size_of(layout, SIZE_RING) / 2 * state->ring_scale;
	double pitch = size_of(layout, SIZE_RING_PITCH) * state->ring_scale;

	for (size_t i = 0; i < state->n_rings; i++) {
		const struct ring *ring = &state->rings[i];
		double y = area.y + state->rings_base - (double)ring->level * pitch;

		draw_circle(layout, (struct circle){area.x + ring->x, y, radius}, COLOUR_NONE,
		            stroke_solid(line, COLOUR_INK2));
	}
	area.y += state->rings_label_y - state->rings_label.height / 2;
	area.height = state->rings_label.height;
	chart_lines(layout, (struct chart_text){&state->rings_label, .colour = COLOUR_INK2}, area);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct ladder_block *ladder = &block->ladder;
	const struct state *state = measured->state;
	struct area list = area;

	(void)strip;
	role_begin(layout, ROLE_FIGURE, ladder->words.finding);
	place_steps(layout, ladder, state, area);
	ladder_marks_place(layout, &state->marks, area.x, area.y + state->base);
	place_names(layout, ladder, state, area);
	place_limits(layout, ladder, state, area);
	list.y += state->list;
	if (state->numbered)
		flow_names(layout, ladder, area.width, &list);
	place_rings(layout, state, area);
	role_end(layout);
	chart_numbers(layout, ladder->words.numbers, area);
}

const struct block_class chart_ladder = {measure, place};
