#include <math.h>

#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

enum part {
	PART_HEAD,
	PART_ROW,
	PART_AXIS,
	PART_KEY
};

struct strip_part {
	enum part part;
	size_t bar;
};

/* A row as it was measured: the middle of its bar, from the row's top. */
struct row {
	struct lines title, note;
	double middle;
};

struct state {
	struct strip_part *parts;
	struct row *rows;
	struct lines title;
	struct scale scale;  /* x from the block's left edge */
	double value_right;  /* right edge of the column of values */
	struct key key;
};

static double column_width(struct layout *layout, const struct bars_block *bars, bool extra)
{
	const char *head = extra ? bars->extra_head : bars->value_head;
	double width = head ? text_width(layout, STYLE_LABEL_BOLD, head) : 0;

	for (size_t i = 0; i < bars->n_bars; i++) {
		const char *text = extra ? bars->bars[i].extra : bars->bars[i].figure;

		if (text)
			width = larger(width, text_width(layout, extra ? STYLE_ROW : STYLE_NAME, text));
	}
	return width;
}

static void set_columns(struct layout *layout, const struct bars_block *bars, double width,
                        struct state *state)
{
	static const double widest_title = 0.4;
	double gap = size_of(layout, SIZE_FIGURE_GAP), right = width;
	double left = smaller(size_of(layout, SIZE_BAR_TITLE), widest_title * width);

	if (bars->extra_head)
		right -= column_width(layout, bars, true) + gap;
	state->value_right = right;
	right -= column_width(layout, bars, false) + 1.5 * gap;
	state->scale = (struct scale){bars->low, bars->high, left, larger(right - left, gap)};
}

static bool has_spread(const struct bar *bar)
{
	return !isnan(bar->value) && !isnan(bar->lower) && !isnan(bar->upper);
}

/* The room for a row's title ends where its tag begins. */
static double title_width(struct layout *layout, const struct bar *bar, double left)
{
	double width = left - size_of(layout, SIZE_CELL_GAP);

	if (bar->tag)
		width -= chart_tag_width(layout, STYLE_SMALL_BOLD, bar->tag);
	return larger(width, left / 3);
}

static double measure_row(struct layout *layout, const struct bar *bar, const struct state *state,
                          struct row *row)
{
	double half = size_of(layout, SIZE_BAR) / 2, top = size_of(layout, SIZE_BAR_TOP);
	double height = size_of(layout, SIZE_BAR_ROW), unit = size_of(layout, SIZE_UNIT);

	row->title = text_balance(layout, STYLE_ROW, bar->title,
	                          title_width(layout, bar, state->scale.x));
	row->note = text_set(layout, STYLE_SMALL, bar->note, state->scale.width);
	row->middle = larger(top + half, (row->title.height + unit) / 2);
	height = larger(height, row->middle + (row->title.height + unit) / 2);
	return larger(height, row->middle + half + row->note.height + unit);
}

static double head_height(const struct layout *layout, const struct bars_block *bars,
                          const struct state *state)
{
	if (bars->title)
		return state->title.height + size_of(layout, SIZE_CELL_GAP);
	if (bars->value_head || bars->extra_head)
		return style_leading(layout, STYLE_LABEL_BOLD) + size_of(layout, SIZE_LABEL_GAP);
	return 0;
}

static void draw_mean_key(struct layout *layout, const struct block *block, double x, double y)
{
	double width = size_of(layout, SIZE_KEY_MARK);

	(void)block;
	chart_bar(layout, (struct chart_bar){x, x + width, y, size_of(layout, SIZE_BAR) / 2,
	                                     COLOUR_BLUE});
}

static void draw_spread_key(struct layout *layout, const struct block *block, double x, double y)
{
	double width = size_of(layout, SIZE_KEY_MARK), height = size_of(layout, SIZE_SPREAD);

	for (size_t i = 0; i < block->bars.n_bars; i++) {
		if (!isnan(block->bars.bars[i].min)) {
			draw_across(layout, x, x + 1.5 * width, y,
			            stroke_of(layout, SIZE_SPREAD_LINE, COLOUR_INK2));
			break;
		}
	}
	chart_bar(layout, (struct chart_bar){x + 0.35 * width, x + 1.35 * width, y, height,
	                                     COLOUR_INK2});
}

static double own_key_width(const struct layout *layout, const struct bars_block *bars)
{
	return size_of(layout, bars->key_peer == NULL ? SIZE_TICK_WIDTH : SIZE_POINTER);
}

static void draw_tick(struct layout *layout, double x, double y, double height)
{
	double width = size_of(layout, SIZE_TICK_WIDTH), rim = size_of(layout, SIZE_RIM);

	draw_rect(layout, (struct area){x - width / 2 - rim, y - height / 2, width + 2 * rim, height},
	          COLOUR_PAPER, stroke_none());
	draw_rect(layout, (struct area){x - width / 2, y - height / 2, width, height}, COLOUR_INK,
	          stroke_none());
}

/* Two ticks in a row could not be told apart: where a study has the tick, the value beside the
 * bar's is pointed at from above. */
static void draw_own(struct layout *layout, const struct bars_block *bars, double x, double y,
                     double height)
{
	if (bars->key_peer == NULL)
		draw_tick(layout, x, y, height);
	else
		draw_pointer(layout, (struct xy){x, y - size_of(layout, SIZE_BAR) / 2},
		             size_of(layout, SIZE_POINTER), COLOUR_INK, false);
}

static void draw_own_key(struct layout *layout, const struct block *block, double x, double y)
{
	bool pointer = block->bars.key_peer != NULL;
	double bar = size_of(layout, SIZE_BAR), half = own_key_width(layout, &block->bars) / 2;

	draw_own(layout, &block->bars, x + half, pointer ? y + bar : y, bar);
}

static void draw_peer_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	draw_tick(layout, x + size_of(layout, SIZE_TICK_WIDTH) / 2, y, size_of(layout, SIZE_BAR));
}

static struct key bars_key(const struct layout *layout, const struct block *block)
{
	const struct bars_block *bars = &block->bars;
	double mark = size_of(layout, SIZE_KEY_MARK);

	return (struct key){block, {
		{bars->key_mean, mark, draw_mean_key},
		{bars->key_spread, 1.5 * mark, draw_spread_key},
		{bars->key_own, own_key_width(layout, bars), draw_own_key},
		{bars->key_peer, size_of(layout, SIZE_TICK_WIDTH), draw_peer_key},
	}};
}

static void add_strip(struct measured *measured, enum part part, size_t bar, double height)
{
	struct state *state = measured->state;

	state->parts[measured->n_strips] = (struct strip_part){part, bar};
	measured->strips[measured->n_strips++] = (struct strip){
		.height = height,
		.keep = true,
		.head = part == PART_HEAD,
	};
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct bars_block *bars = &block->bars;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	double gap = size_of(layout, SIZE_CELL_GAP), height;
	bool whole = (double)bars->n_bars * size_of(layout, SIZE_BAR_ROW) <
	             page_body(layout).height / 2;

	measured_alloc(layout, measured, bars->n_bars + 3);
	measured->n_strips = 0;
	measured->state = state;
	state->parts = ARENA_ARRAY(layout->arena, struct strip_part, bars->n_bars + 3);
	state->rows = ARENA_ARRAY(layout->arena, struct row, bars->n_bars);
	set_columns(layout, bars, width, state);
	state->title = text_set(layout, STYLE_SECTION, bars->title, state->scale.x +
	                        state->scale.width);
	state->key = bars_key(layout, block);

	height = head_height(layout, bars, state);
	if (height > 0) {
		add_strip(measured, PART_HEAD, 0, height);
		measured->strips[0].reach = bars->n_bars;
	}
	for (size_t i = 0; i < bars->n_bars; i++) {
		height = measure_row(layout, &bars->bars[i], state, &state->rows[i]);
		add_strip(measured, PART_ROW, i, height);
		measured->strips[measured->n_strips - 1].keep = whole || i + 1 == bars->n_bars;
		measured->strips[measured->n_strips - 1].what = bars->bars[i].title;
	}
	if (bars->n_ticks > 0)
		add_strip(measured, PART_AXIS, 0, style_leading(layout, STYLE_SMALL));
	height = key_height(layout, &state->key, width - state->scale.x);
	if (height > 0) {
		add_strip(measured, PART_KEY, 0, height);
		measured->strips[measured->n_strips - 1].before = gap / 4;
	}
	if (measured->n_strips == 0)
		return;
	measured->strips[0].before = size_of(layout, SIZE_GAP);
	measured->strips[measured->n_strips - 1].keep = false;
}

/* The title is a heading: it stands before the figure. */
static void place_title(struct layout *layout, const struct lines *title, struct area area)
{
	if (title->n_lines == 0)
		return;
	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, title, flush_left(area.x, area.y));
	role_end(layout);
}

static void place_head(struct layout *layout, const struct bars_block *bars,
                       const struct state *state, struct area area)
{
	enum style style = bars->title ? STYLE_SECTION : STYLE_LABEL_BOLD;
	double baseline = area.y + style_ascent(layout, style);

	if (bars->value_head)
		place_text(layout, STYLE_LABEL_BOLD, COLOUR_NONE, bars->value_head,
		           flush_right(area.x + state->value_right, baseline));
	if (bars->extra_head)
		place_text(layout, STYLE_LABEL_BOLD, COLOUR_NONE, bars->extra_head,
		           flush_right(area.x + area.width, baseline));
}

static void place_grid(struct layout *layout, const struct bars_block *bars,
                       const struct scale *scale, struct area area)
{
	struct stroke grid = stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID);
	struct stroke base = stroke_of(layout, SIZE_RULE, COLOUR_INK3);

	for (size_t i = 0; i < bars->n_ticks; i++) {
		double x = scale_x(scale, bars->ticks[i]);

		draw_down(layout, x, area.y, area.y + area.height, grid);
	}
	if (bars->base > bars->low) {
		double x = scale_x(scale, bars->base);

		draw_down(layout, x, area.y, area.y + area.height, base);
	}
}

static void place_spread(struct layout *layout, const struct bar *bar, const struct scale *scale,
                         double y)
{
	double height = size_of(layout, SIZE_SPREAD);
	double lower = scale_x(scale, bar->lower), upper = scale_x(scale, bar->upper);
	double middle = (lower + upper) / 2, half = larger(upper - lower, height) / 2;

	if (!isnan(bar->min) && !isnan(bar->max))
		draw_across(layout, scale_x(scale, bar->min), scale_x(scale, bar->max), y,
		            stroke_of(layout, SIZE_SPREAD_LINE, COLOUR_INK2));
	chart_bar(layout, (struct chart_bar){middle - half, middle + half, y, height, COLOUR_INK2});
}

static void place_bar(struct layout *layout, const struct bar *bar, const struct scale *scale,
                      double base, double y)
{
	chart_bar(layout, (struct chart_bar){
		scale_x(scale, base), scale_x(scale, bar->value), y, size_of(layout, SIZE_BAR),
		bar->value < base ? COLOUR_ORANGE : COLOUR_BLUE,
	});
	if (has_spread(bar))
		place_spread(layout, bar, scale, y + size_of(layout, SIZE_SPREAD_DOWN));
}

static void place_words(struct layout *layout, const struct bar *bar, const struct row *row,
                        const struct state *state, struct area area)
{
	double y = area.y + row->middle, baseline = baseline_at(layout, STYLE_NAME, y);

	place_lines(layout, &row->title, flush_left(area.x, y - row->title.height / 2));
	if (bar->tag)
		chart_tag(layout, STYLE_SMALL_BOLD, bar->tag,
		          area.x + state->scale.x - size_of(layout, SIZE_UNIT), y);
	if (bar->figure && !bar->note)
		place_text(layout, STYLE_NAME, COLOUR_NONE, bar->figure,
		           flush_right(area.x + state->value_right, baseline));
	if (bar->extra)
		place_text(layout, STYLE_ROW, COLOUR_NONE, bar->extra,
		           flush_right(area.x + area.width, baseline));
}

static void place_row(struct layout *layout, const struct bars_block *bars,
                      const struct state *state, size_t i, struct area area)
{
	const struct bar *bar = &bars->bars[i];
	const struct row *row = &state->rows[i];
	struct scale scale = state->scale;
	double y = area.y + row->middle;

	scale.x += area.x;
	place_grid(layout, bars, &scale, area);
	if (isnan(bar->value) || bar->note)
		chart_track(layout, scale.x, scale.x + scale.width, y);
	else
		place_bar(layout, bar, &scale, bars->base, y);
	place_lines(layout, &row->note, flush_left(scale.x, y + size_of(layout, SIZE_BAR) / 2));
	if (bars->key_peer != NULL && !isnan(bar->peer))
		draw_tick(layout, scale_x(&scale, bar->peer), y, size_of(layout, SIZE_TICK_HEIGHT));
	if (!isnan(bar->own))
		draw_own(layout, bars, scale_x(&scale, bar->own), y,
		         size_of(layout, SIZE_TICK_HEIGHT));
	place_words(layout, bar, row, state, area);
}

static void place_axis(struct layout *layout, const struct bars_block *bars, struct scale scale,
                       struct area area)
{
	scale.x += area.x;
	for (size_t i = 0; i < bars->n_ticks; i++)
		place_text(layout, STYLE_SMALL, COLOUR_INK3, bars->tick_labels[i],
		           centred(scale_x(&scale, bars->ticks[i]),
		                   area.y + style_ascent(layout, STYLE_SMALL)));
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct bars_block *bars = &block->bars;
	const struct state *state = measured->state;
	const struct strip_part *part = &state->parts[strip];

	if (part->part == PART_HEAD)
		place_title(layout, &state->title, area);
	if (strip == 0)
		role_begin(layout, ROLE_FIGURE, bars->words.finding);
	switch (part->part) {
	case PART_HEAD:
		place_head(layout, bars, state, area);
		break;
	case PART_ROW:
		place_row(layout, bars, state, part->bar, area);
		break;
	case PART_AXIS:
		place_axis(layout, bars, state->scale, area);
		break;
	case PART_KEY:
		area.x += state->scale.x;
		area.width -= state->scale.x;
		key_place(layout, &state->key, area);
		break;
	}
	if (strip + 1 < measured->n_strips)
		return;
	role_end(layout);
	chart_numbers(layout, bars->words.numbers, area);
}

const struct block_class chart_bars = {measure, place};
