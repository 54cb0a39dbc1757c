#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/text.h"

/* A poster's stairs. Side by side, each step is a column that is higher than
 * the one before, and its obstacle stands on it, in front of the next; all of
 * it is one strip. Where that would break words, or not fit, the steps lie
 * below each other, the highest on top, each a strip with its obstacle on the
 * right. */
struct step_words {
	struct lines number, title, limits, text, obstacle_title, obstacle;
	double body, barrier; /* heights; barrier 0: nothing stands on the step */
};

struct steps_state {
	struct step_words *words; /* lowest first */
	bool stacked;
};

static double pad_of(const struct layout *layout)
{
	return size_of(layout, SIZE_STAIR_PAD);
}

static void set_barrier(struct layout *layout, const struct steps_block *steps, size_t i,
                        double width, struct step_words *words)
{
	const char *obstacle = steps->steps[i].obstacle;
	double inner = width - 2 * pad_of(layout);

	if (obstacle == NULL || *obstacle == '\0')
		return;
	words->obstacle_title = text_set(layout, STYLE_LABEL_BOLD, steps->obstacle_title, inner);
	words->obstacle = text_set(layout, STYLE_NOTE, obstacle, inner);
	words->barrier = words->obstacle_title.height + words->obstacle.height +
	                 2 * pad_of(layout);
}

/* The number and the limits share a line. */
static void set_column(struct layout *layout, const struct steps_block *steps, size_t i,
                       double width, struct step_words *words)
{
	const struct poster_step *step = &steps->steps[i];
	double pad = pad_of(layout), inner = width - 2 * pad;

	words->number = text_set(layout, STYLE_SCORE, step->number, inner);
	words->limits = text_set(layout, STYLE_LABEL, step->limits,
	                         inner - words->number.width - pad);
	words->title = text_set(layout, STYLE_HEADLINE, step->title, inner);
	words->text = text_set(layout, STYLE_BODY, step->text, inner);
	words->body = fmax(words->number.height, words->limits.height) + words->title.height +
	              words->text.height + 2.5 * pad;
	set_barrier(layout, steps, i, width - pad, words);
}

static bool breaks_words(struct layout *layout, const struct steps_block *steps, double width)
{
	double widest = 0, inner = width - 2 * pad_of(layout);

	for (size_t i = 0; i < steps->n_steps; i++) {
		const struct poster_step *step = &steps->steps[i];

		widest = fmax(widest, text_widest_word(layout, STYLE_HEADLINE, step->title));
		widest = fmax(widest, text_widest_word(layout, STYLE_BODY, step->text));
		widest = fmax(widest, text_widest_word(layout, STYLE_NOTE, step->obstacle) +
		                          pad_of(layout));
	}
	return widest > inner;
}

/* What the words on the steps and in them need of the height when each rises
 * by so much: `above` is room above the lowest step, `below` its own height. */
static void room_of(const struct steps_block *steps, const struct steps_state *state,
                    double rise, double *above, double *below)
{
	*above = *below = 0;
	for (size_t i = 0; i < steps->n_steps; i++) {
		*above = fmax(*above, state->words[i].barrier + (double)i * rise);
		*below = fmax(*below, state->words[i].body - (double)i * rise);
	}
}

static double stairs_height(const struct steps_block *steps, const struct steps_state *state,
                            double rise)
{
	double above, below;

	room_of(steps, state, rise, &above, &below);
	return above + below;
}

/* A number of its own column on the left. */
static double number_width(struct layout *layout, const struct steps_block *steps)
{
	double widest = 0;

	for (size_t i = 0; i < steps->n_steps; i++)
		widest = fmax(widest, text_width(layout, STYLE_SCORE, steps->steps[i].number));
	return widest > 0 ? widest + pad_of(layout) : 0;
}

/* Where the obstacles begin that stand beside steps, from the left edge. */
static double barrier_left(const struct steps_block *steps, double width)
{
	const double share = 0.64;

	for (size_t i = 0; i < steps->n_steps; i++)
		if (steps->steps[i].obstacle != NULL && *steps->steps[i].obstacle != '\0')
			return share * width;
	return width;
}

static void set_row(struct layout *layout, const struct steps_block *steps, size_t i,
                    double width, struct step_words *words)
{
	const struct poster_step *step = &steps->steps[i];
	double pad = pad_of(layout), right = barrier_left(steps, width);
	double left = (double)i * size_of(layout, SIZE_STAIR_RUN) + number_width(layout, steps);
	double inner = right - left - 2 * pad;

	*words = (struct step_words){0};
	words->number = text_set(layout, STYLE_SCORE, step->number, number_width(layout, steps));
	words->limits = text_set(layout, STYLE_LABEL, step->limits, inner / 2);
	words->title = text_set(layout, STYLE_HEADLINE, step->title,
	                        inner - words->limits.width - pad);
	words->text = text_set(layout, STYLE_BODY, step->text, inner);
	words->body = fmax(words->number.height,
	                   fmax(words->title.height, words->limits.height) +
	                       words->text.height) + 2 * pad;
	set_barrier(layout, steps, i, width - right - pad, words);
}

static void measure_stacked(struct layout *layout, const struct steps_block *steps, double width,
                            struct steps_state *state, struct measured *measured)
{
	struct strip *strips = measured_alloc(layout, measured, steps->n_steps);

	for (size_t i = 0; i < steps->n_steps; i++) {
		struct step_words *words = &state->words[i];
		struct strip *strip = &strips[steps->n_steps - 1 - i];

		set_row(layout, steps, i, width, words);
		strip->height = words->body;
		if (words->barrier > 0)
			strip->height = fmax(strip->height, words->barrier + 2 * pad_of(layout));
		strip->rest = true;
		strip->what = steps->steps[i].title;
	}
	strips[0].below_head = strips[0].before = size_of(layout, SIZE_GAP);
}

static void measure_side_by_side(struct layout *layout, const struct steps_block *steps,
                                 const struct steps_state *state, struct measured *measured)
{
	struct strip *strip = measured_alloc(layout, measured, 1);

	strip->height = stairs_height(steps, state, size_of(layout, SIZE_STAIR_RISE));
	strip->below_head = strip->before = size_of(layout, SIZE_GAP);
	strip->rest = true;
	strip->what = steps->obstacle_title;
}

static void measure_steps(struct layout *layout, const struct block *block, double width,
                          struct measured *measured)
{
	const struct steps_block *steps = &block->steps;
	struct steps_state *state = ARENA_NEW(layout->arena, struct steps_state);
	struct page_shape shape = page_shape(layout);
	const double most = 0.8; /* of the page: a sheet's head is on it, too */
	double column;

	if (steps->n_steps == 0)
		return;
	measured->state = state;
	state->words = ARENA_ARRAY(layout->arena, struct step_words, steps->n_steps);
	column = width / (double)steps->n_steps;
	state->stacked = shape.width < shape.height || breaks_words(layout, steps, column);
	for (size_t i = 0; i < steps->n_steps && !state->stacked; i++)
		set_column(layout, steps, i, column, &state->words[i]);
	if (!state->stacked)
		state->stacked = stairs_height(steps, state, size_of(layout, SIZE_STAIR_RISE)) >
		                 most * page_body(layout).height;
	if (state->stacked)
		measure_stacked(layout, steps, width, state, measured);
	else
		measure_side_by_side(layout, steps, state, measured);
}

/* The steepest stairs that fit into a height. */
static double choose_rise(const struct layout *layout, const struct steps_block *steps,
                          const struct steps_state *state, double height)
{
	double least = size_of(layout, SIZE_STAIR_RISE);
	double rise = fmax(least, size_of(layout, SIZE_STAIR_RISE_MAX));

	while (rise > least && stairs_height(steps, state, rise) > height)
		rise = fmax(least, rise - 1);
	return rise;
}

/* (x, y): top left corner of the box; a drawn outline parts it from the step. */
static void place_barrier(struct layout *layout, const struct step_words *words,
                          struct area box)
{
	double pad = pad_of(layout);

	if (words->barrier <= 0)
		return;
	draw_rect(layout, box, COLOUR_PAPER, stroke_of(layout, SIZE_RULE, COLOUR_INK));
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &words->obstacle_title, flush_left(box.x + pad, box.y + pad));
	place_lines(layout, &words->obstacle,
	            flush_left(box.x + pad, box.y + pad + words->obstacle_title.height));
	role_end(layout);
}

static void place_text_below(struct layout *layout, const struct lines *lines, struct xy corner)
{
	if (lines->n_lines == 0)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, lines, flush_left(corner.x, corner.y));
	role_end(layout);
}

/* The words in a column below its tread; number and limits on one base line. */
static void place_column(struct layout *layout, const struct step_words *words,
                         struct area area)
{
	double pad = pad_of(layout), x = area.x + pad, y = area.y + pad;
	double head = fmax(words->number.height, words->limits.height);
	double down = style_ascent(layout, STYLE_SCORE) - style_ascent(layout, STYLE_LABEL) -
	              words->limits.height + style_leading(layout, STYLE_LABEL);

	role_begin(layout, ROLE_SECTION, NULL);
	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, &words->number, flush_left(x, y));
	place_lines(layout, &words->title, flush_left(x, y + head));
	role_end(layout);
	if (words->limits.n_lines > 0) {
		role_begin(layout, ROLE_PARAGRAPH, NULL);
		place_lines(layout, &words->limits,
		            (struct place){x, y + fmax(down, 0), area.width - 2 * pad,
		                           ALIGN_RIGHT});
		role_end(layout);
	}
	place_text_below(layout, &words->text,
	                 (struct xy){x, y + head + words->title.height + pad / 2});
}

/* Treads and risers as one line over the filled steps. */
static void draw_stairs(struct layout *layout, size_t n, struct area area, double base,
                        double rise)
{
	double *xy = ARENA_ARRAY(layout->arena, double, 4 * n + 4);
	double column = area.width / (double)n, foot = area.y + area.height;
	struct stroke line = stroke_of(layout, SIZE_STAIR_LINE, COLOUR_BLUE);
	size_t k = 0;

	xy[k++] = area.x;
	xy[k++] = foot;
	for (size_t i = 0; i < n; i++) {
		double x = area.x + (double)i * column, height = base + (double)i * rise;

		draw_rect(layout, (struct area){x, foot - height, column, height}, COLOUR_TINT,
		          stroke_none());
		if (i > 0)
			draw_down(layout, x, foot - height + rise, foot,
			          stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_RULE));
		xy[k++] = x;
		xy[k++] = foot - height;
		xy[k++] = x + column;
		xy[k++] = foot - height;
	}
	xy[k++] = area.x + area.width;
	xy[k++] = foot;
	draw_path(layout, xy, k / 2, line);
	draw_across(layout, area.x, area.x + area.width, foot, line);
}

static void place_side_by_side(struct layout *layout, const struct steps_block *steps,
                               const struct steps_state *state, struct area area)
{
	double rise = choose_rise(layout, steps, state, area.height), above, below;
	double column = area.width / (double)steps->n_steps, pad = pad_of(layout);
	double foot = area.y + area.height, base;

	room_of(steps, state, rise, &above, &below);
	base = area.height - above;
	draw_stairs(layout, steps->n_steps, area, base, rise);
	for (size_t i = 0; i < steps->n_steps; i++) {
		const struct step_words *words = &state->words[i];
		double x = area.x + (double)i * column, tread = foot - base - (double)i * rise;

		place_column(layout, words, (struct area){x, tread, column, foot - tread});
		place_barrier(layout, words,
		              (struct area){x + pad / 2, tread - words->barrier, column - pad,
		                            words->barrier});
		role_end(layout);
	}
}

/* The words of a step that others lie above and below. */
static void place_row_words(struct layout *layout, const struct steps_block *steps,
                            const struct step_words *words, struct area area)
{
	double pad = pad_of(layout), y = area.y + pad, left = area.x + pad;
	double text = left + number_width(layout, steps), right = area.x + area.width - pad;
	double head = fmax(words->title.height, words->limits.height);
	double down = style_ascent(layout, STYLE_HEADLINE) - style_ascent(layout, STYLE_LABEL);

	role_begin(layout, ROLE_SECTION, NULL);
	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, &words->number, flush_left(left, y));
	place_lines(layout, &words->title, flush_left(text, y));
	role_end(layout);
	if (words->limits.n_lines > 0) {
		role_begin(layout, ROLE_PARAGRAPH, NULL);
		place_lines(layout, &words->limits, flush_right(right, y + down));
		role_end(layout);
	}
	place_text_below(layout, &words->text, (struct xy){text, y + head});
}

/* The stairs' edge on the left of a step, and the line above the step. */
static void draw_row(struct layout *layout, struct area area, bool top)
{
	struct stroke line = stroke_of(layout, SIZE_STAIR_LINE, COLOUR_BLUE);
	double right = area.x + area.width, run = size_of(layout, SIZE_STAIR_RUN);
	double corner = top ? right : area.x + run;
	const double edge[] = {area.x, area.y + area.height, area.x, area.y, corner, area.y};

	draw_rect(layout, area, COLOUR_TINT, stroke_none());
	if (!top)
		draw_across(layout, corner, right, area.y,
		            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_RULE));
	draw_path(layout, edge, 3, line);
}

static void place_row(struct layout *layout, const struct steps_block *steps,
                      const struct steps_state *state, size_t i, struct area area)
{
	const struct step_words *words = &state->words[i];
	double right = barrier_left(steps, area.width), pad = pad_of(layout);
	double indent = (double)i * size_of(layout, SIZE_STAIR_RUN);
	struct area row = {area.x + indent, area.y, area.width - indent, area.height};
	struct area box = {area.x + right, area.y + (area.height - words->barrier) / 2,
	                   area.width - right - pad, words->barrier};

	draw_row(layout, row, i + 1 == steps->n_steps);
	row.width = right - indent;
	place_row_words(layout, steps, words, row);
	place_barrier(layout, words, box);
	role_end(layout);
}

static void place_steps(struct layout *layout, const struct block *block,
                        const struct measured *measured, size_t strip, struct area area)
{
	const struct steps_block *steps = &block->steps;
	const struct steps_state *state = measured->state;

	if (strip == 0)
		role_begin(layout, ROLE_SECTION, NULL);
	if (state->stacked)
		place_row(layout, steps, state, steps->n_steps - 1 - strip, area);
	else
		place_side_by_side(layout, steps, state, area);
	if (strip + 1 < measured->n_strips)
		return;
	if (state->stacked)
		draw_across(layout, area.x, area.x + area.width, area.y + area.height,
		            stroke_of(layout, SIZE_STAIR_LINE, COLOUR_BLUE));
	role_end(layout);
}

const struct block_class block_steps = {measure_steps, place_steps};
