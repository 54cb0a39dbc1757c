#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

/* Distances from the block's left edge. */
struct columns {
	double text; /* width */
	struct scale scale; /* from the first to the last point */
	double group_right;
};

/* Strip 0 is the head, then come the rows; the key is last when there is one. */
struct state {
	struct columns columns;
	struct lines *texts;
	struct lines text_head, *point_heads;
	double pitch;
	double head_height;
	struct key key;
	double key_height;
};

struct figure {
	const char *text;
	enum style style;
	enum colour colour;
};

static double column_width(struct layout *layout, const struct dots_block *dots, const char *head,
                           bool own)
{
	double width;

	if (!head)
		return 0;
	width = text_width(layout, STYLE_LABEL_BOLD, head);
	for (size_t i = 0; i < dots->n_rows; i++) {
		const struct dots_row *row = &dots->rows[i];
		const char *figure = own ? row->own_figure : row->group_figure;

		if (figure)
			width = larger(width, text_width(layout, STYLE_NAME, figure));
	}
	return width + size_of(layout, SIZE_FIGURE_GAP);
}

static bool is_minus(const char *label)
{
	return strcmp(label, "-") == 0 || strcmp(label, "\xE2\x88\x92") == 0;
}

/* The labels of points widen their columns until these take much of the width. */
static void set_points(struct layout *layout, const struct dots_block *dots, double width,
                       struct state *state)
{
	static const double widest = 0.4;
	double gap = size_of(layout, SIZE_LABEL_GAP), pitch = size_of(layout, SIZE_DOT_PITCH);
	double most = widest * width / (double)(dots->n_points ? dots->n_points : 1);

	for (size_t i = 0; i < dots->n_points; i++)
		pitch = larger(pitch, text_width(layout, STYLE_LABEL_BOLD, dots->point_labels[i]) +
		                      gap);
	state->pitch = smaller(pitch, most);
	state->point_heads = ARENA_ARRAY(layout->arena, struct lines, dots->n_points);
	for (size_t i = 0; i < dots->n_points; i++) {
		state->point_heads[i] = text_set(layout, STYLE_LABEL_BOLD, dots->point_labels[i],
		                                 larger(state->pitch - gap, 1));
		state->head_height = larger(state->head_height, state->point_heads[i].height);
	}
}

static void set_columns(struct layout *layout, const struct dots_block *dots, double width,
                        struct state *state)
{
	size_t n = dots->n_points;
	double span = n > 1 ? (double)(n - 1) * state->pitch : 0;
	double right = width - column_width(layout, dots, dots->own_head, true);
	struct columns *columns = &state->columns;

	columns->group_right = right;
	right -= column_width(layout, dots, dots->group_head, false);
	right += size_of(layout, SIZE_FIGURE_GAP) - size_of(layout, SIZE_LABEL_GAP);
	right = smaller(right, width);
	columns->scale.x = right - state->pitch / 2 - span;
	columns->scale.width = span;
	columns->scale.low = n ? dots->points[0] : 0;
	columns->scale.high = n ? dots->points[n - 1] : 0;
	columns->text = columns->scale.x - state->pitch / 2 - size_of(layout, SIZE_LABEL_GAP);
}

static enum style text_style(const struct dots_row *row)
{
	if (row->group)
		return STYLE_NAME;
	return row->apart ? STYLE_LABEL_BOLD : STYLE_LABEL;
}

static double row_leading(const struct layout *layout, const struct dots_row *row)
{
	return row->group ? style_leading(layout, STYLE_NAME)
	                  : size_of(layout, SIZE_DOT_LEADING);
}

static double row_height(const struct layout *layout, const struct dots_row *row,
                         const struct lines *text)
{
	double height = (double)text->n_lines * row_leading(layout, row);

	return larger(size_of(layout, SIZE_DOT_ROW), height + size_of(layout, SIZE_LABEL_GAP));
}

static double row_indent(const struct layout *layout, const struct dots_row *row)
{
	return (double)row->depth * 1.5 * size_of(layout, SIZE_UNIT);
}

static void draw_dot(struct layout *layout, double x, double y)
{
	double radius = size_of(layout, SIZE_DOT) / 2;

	draw_circle(layout, (struct circle){x, y, radius + size_of(layout, SIZE_RIM)}, COLOUR_PAPER,
	            stroke_none());
	draw_circle(layout, (struct circle){x, y, radius}, COLOUR_INK, stroke_none());
}

static void draw_tick(struct layout *layout, double x, double y)
{
	double width = size_of(layout, SIZE_DOT_TICK_WIDTH);
	double height = size_of(layout, SIZE_DOT_TICK_HEIGHT);

	draw_rect(layout, (struct area){x - width / 2, y - height / 2, width, height}, COLOUR_BLUE,
	          stroke_none());
}

/* Area stands for the share of people, so the diameter grows with its root. */
static double bubble_size(const struct layout *layout, const struct dots_block *dots, double share)
{
	double largest = larger(dots->largest, dots->key_shares[1]);

	if (!(share > 0))
		return 0;
	return size_of(layout, SIZE_BUBBLE) * sqrt(share < largest ? share / largest : 1);
}

static void draw_bubble(struct layout *layout, double x, double y, double size)
{
	if (size > 0)
		draw_circle(layout, (struct circle){x, y, size / 2}, COLOUR_BAND, stroke_none());
}

static void draw_own_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	draw_dot(layout, x + size_of(layout, SIZE_DOT) / 2, y);
}

static void draw_group_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	draw_tick(layout, x + size_of(layout, SIZE_DOT_TICK_WIDTH) / 2, y);
}

static double people_key_width(const struct layout *layout, const struct dots_block *dots)
{
	return bubble_size(layout, dots, dots->key_shares[0]) + size_of(layout, SIZE_RIM) +
	       bubble_size(layout, dots, dots->key_shares[1]);
}

static void draw_people_key(struct layout *layout, const struct block *block, double x, double y)
{
	const struct dots_block *dots = &block->dots;
	double first = bubble_size(layout, dots, dots->key_shares[0]);
	double second = bubble_size(layout, dots, dots->key_shares[1]);

	draw_bubble(layout, x + first / 2, y, first);
	draw_bubble(layout, x + first + size_of(layout, SIZE_RIM) + second / 2, y, second);
}

static void draw_join(struct layout *layout, double x1, double x2, double y)
{
	draw_across(layout, x1, x2, y, stroke_of(layout, SIZE_DOT_JOIN, COLOUR_INK));
}

static void draw_apart_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	draw_join(layout, x, x + size_of(layout, SIZE_KEY_MARK), y);
}

static struct key dots_key(const struct layout *layout, const struct block *block)
{
	const struct dots_block *dots = &block->dots;

	return (struct key){block, {
		{dots->key_own, size_of(layout, SIZE_DOT), draw_own_key},
		{dots->key_group, size_of(layout, SIZE_DOT_TICK_WIDTH), draw_group_key},
		{dots->key_people, people_key_width(layout, dots), draw_people_key},
		{dots->key_apart, size_of(layout, SIZE_KEY_MARK), draw_apart_key},
	}};
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct dots_block *dots = &block->dots;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	struct strip *strips = measured_alloc(layout, measured, dots->n_rows + 2);
	double gap = size_of(layout, SIZE_LABEL_GAP);

	measured->state = state;
	set_points(layout, dots, width, state);
	set_columns(layout, dots, width, state);
	state->text_head = text_set(layout, STYLE_LABEL_BOLD, dots->text_head, state->columns.text);
	state->head_height = larger(state->head_height, state->text_head.height);
	state->head_height = larger(state->head_height, style_leading(layout, STYLE_LABEL_BOLD));
	strips[0] = (struct strip){.height = state->head_height + 2 * gap, .keep = true,
	                           .head = true, .reach = dots->n_rows,
	                           .before = size_of(layout, SIZE_FIGURE_GAP)};
	state->texts = ARENA_ARRAY(layout->arena, struct lines, dots->n_rows);
	state->key = dots_key(layout, block);
	state->key_height = key_height(layout, &state->key, width);
	measured->n_strips = dots->n_rows + 1 + (state->key_height > 0 ? 1 : 0);
	for (size_t i = 0; i < dots->n_rows; i++) {
		const struct dots_row *row = &dots->rows[i];
		bool last = i + 1 == dots->n_rows;

		state->texts[i] = text_balance(layout, text_style(row), row->text,
		                               state->columns.text - row_indent(layout, row));
		strips[1 + i].height = row_height(layout, row, &state->texts[i]);
		strips[1 + i].keep = last ? state->key_height > 0 : row->group;
		strips[1 + i].what = row->text;
	}
	strips[dots->n_rows + 1].height = state->key_height;
	strips[dots->n_rows + 1].before = gap;
}

static void place_point(struct layout *layout, const struct state *state,
                        const struct dots_block *dots, size_t i, struct area area)
{
	double x = area.x + scale_x(&state->columns.scale, dots->points[i]);
	double y = area.y + area.height / 2;

	if (strcmp(dots->point_labels[i], "+") == 0)
		draw_plus(layout, x, y, COLOUR_INK);
	else if (is_minus(dots->point_labels[i]))
		draw_minus(layout, x, y, COLOUR_INK);
	else
		place_lines(layout, &state->point_heads[i],
		            (struct place){x - state->pitch / 2,
		                           y - state->point_heads[i].height / 2, state->pitch,
		                           ALIGN_CENTRE});
}

/* A cell with one figure or head; nothing in it when there is no text. */
static void place_cell(struct layout *layout, enum role role, struct figure figure, double right,
                       double y)
{
	role_begin(layout, role, NULL);
	if (figure.text)
		place_text(layout, figure.style, figure.colour, figure.text,
		           flush_right(right, baseline_at(layout, figure.style, y)));
	role_end(layout);
}

/* Opens the table. */
static void place_head(struct layout *layout, const struct dots_block *dots,
                       const struct state *state, struct area area)
{
	double y = area.y + area.height / 2, right = area.x + area.width;
	struct figure group = {dots->group_head, STYLE_LABEL_BOLD, COLOUR_INK};
	struct figure own = {dots->own_head, STYLE_LABEL_BOLD, COLOUR_INK};

	role_begin(layout, ROLE_TABLE, dots->words.finding);
	role_begin(layout, ROLE_ROW, NULL);
	role_begin(layout, ROLE_ARTIFACT, NULL);
	/* At the top of a page the rule of the running head serves for it. */
	if (area.y > page_body(layout).y)
		draw_across(layout, area.x, right, area.y,
		            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	draw_across(layout, area.x, right, area.y + area.height,
	            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK));
	for (size_t i = 0; i < dots->n_points; i++)
		place_point(layout, state, dots, i, area);
	role_end(layout);
	role_begin(layout, ROLE_HEAD_CELL, NULL);
	place_lines(layout, &state->text_head, flush_left(area.x, y - state->text_head.height / 2));
	role_end(layout);
	if (dots->group_head)
		place_cell(layout, ROLE_HEAD_CELL, group, area.x + state->columns.group_right, y);
	if (dots->own_head)
		place_cell(layout, ROLE_HEAD_CELL, own, right, y);
	role_end(layout);
	if (dots->n_rows == 0)
		role_end(layout);
}

static void place_marks(struct layout *layout, const struct dots_block *dots,
                        const struct dots_row *row, struct scale scale, double y)
{
	double own = scale_x(&scale, row->own_value), group = scale_x(&scale, row->group_value);

	draw_across(layout, scale.x, scale.x + scale.width, y,
	            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
	for (size_t i = 0; row->shares && i < dots->n_points; i++)
		draw_bubble(layout, scale_x(&scale, dots->points[i]), y,
		            bubble_size(layout, dots, row->shares[i]));
	if (row->apart && !isnan(row->own_value) && !isnan(row->group_value))
		draw_join(layout, own, group, y);
	if (!isnan(row->group_value))
		draw_tick(layout, group, y);
	if (!isnan(row->own_value))
		draw_dot(layout, own, y);
}

/* The rule below a row tells what comes next: another row, a heading, or nothing. */
static void place_row_rule(struct layout *layout, const struct dots_block *dots, size_t i,
                           struct area area)
{
	double y = area.y + area.height, right = area.x + area.width;

	if (i + 1 == dots->n_rows)
		draw_across(layout, area.x, right, y,
		            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	else if (dots->rows[i + 1].group)
		draw_across(layout, area.x, right, y, stroke_of(layout, SIZE_RULE, COLOUR_INK));
	else
		draw_across(layout, area.x, right, y,
		            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
}

static void place_cells(struct layout *layout, const struct dots_block *dots,
                        const struct state *state, size_t i, struct area area)
{
	const struct dots_row *row = &dots->rows[i];
	bool strong = row->group || row->apart;
	struct figure group = {row->group_figure, row->group ? STYLE_NAME : STYLE_LABEL,
	                       row->group ? COLOUR_BLUE : COLOUR_INK2};
	struct figure own = {row->own_figure, strong ? STYLE_NAME : STYLE_LABEL, COLOUR_INK};
	struct area text = area;
	double y = area.y + area.height / 2;

	text.x += row_indent(layout, row);
	text.width = state->columns.text - row_indent(layout, row);
	role_begin(layout, ROLE_ROW_HEAD, NULL);
	chart_lines(layout,
	            (struct chart_text){&state->texts[i], .leading = row_leading(layout, row)},
	            text);
	role_end(layout);
	if (dots->group_head)
		place_cell(layout, ROLE_CELL, group, area.x + state->columns.group_right, y);
	if (dots->own_head)
		place_cell(layout, ROLE_CELL, own, area.x + area.width, y);
}

static void place_row(struct layout *layout, const struct dots_block *dots,
                      const struct state *state, size_t i, struct area area)
{
	struct scale scale = state->columns.scale;

	scale.x += area.x;
	role_begin(layout, ROLE_ROW, NULL);
	role_begin(layout, ROLE_ARTIFACT, NULL);
	if (!dots->rows[i].group)
		place_marks(layout, dots, &dots->rows[i], scale, area.y + area.height / 2);
	place_row_rule(layout, dots, i, area);
	role_end(layout);
	place_cells(layout, dots, state, i, area);
	role_end(layout);
	if (i + 1 == dots->n_rows)
		role_end(layout);
}

static void place_key(struct layout *layout, const struct state *state, struct area area)
{
	role_begin(layout, ROLE_ARTIFACT, NULL);
	key_place(layout, &state->key, area);
	role_end(layout);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct dots_block *dots = &block->dots;
	const struct state *state = measured->state;

	if (strip == 0)
		place_head(layout, dots, state, area);
	else if (strip <= dots->n_rows)
		place_row(layout, dots, state, strip - 1, area);
	else
		place_key(layout, state, area);
}

const struct block_class chart_dots = {measure, place};
