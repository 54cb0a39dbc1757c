#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"
#include "layout/text.h"

/* An entry of the line that shows how to mark: its words and its mark. */
struct example {
	struct lines text;
	double x, width, mark_width;
	size_t row;
};

struct key_state {
	struct lines lead;
	struct example *examples;
	double *rows; /* heights */
	size_t n_rows;
};

/* Signs stand closer to these boxes, which are smaller than those of the rows. */
static double sign_gap(const struct layout *layout)
{
	return 0.9 * size_of(layout, SIZE_SIGN_GAP);
}

static double mark_width(const struct layout *layout, enum key_mark mark)
{
	double box = size_of(layout, SIZE_KEY_BOX);

	switch (mark) {
	case KEY_PLUS:
	case KEY_MINUS:
		return size_of(layout, SIZE_SIGN) / 2 + sign_gap(layout) + box;
	case KEY_CROSS:
		return box;
	case KEY_CIRCLE:
	case KEY_FILLED:
		return size_of(layout, SIZE_KEY_CIRCLE);
	case KEY_NONE:
		break;
	}
	return 0;
}

static bool is_circle(enum key_mark mark)
{
	return mark == KEY_CIRCLE || mark == KEY_FILLED;
}

/* Between a mark and its words. */
static double mark_gap(const struct layout *layout, enum key_mark mark)
{
	if (mark == KEY_NONE)
		return 0;
	return size_of(layout, SIZE_UNIT) * (is_circle(mark) ? 0.75 : 1.15);
}

static struct example set_example(struct layout *layout, const struct key_entry *entry,
                                  double width)
{
	struct example example = {.mark_width = mark_width(layout, entry->mark) +
	                                        mark_gap(layout, entry->mark)};

	example.text = text_set(layout, STYLE_KEY, entry->text, width - example.mark_width);
	example.width = example.mark_width + example.text.width;
	return example;
}

static void next_row(struct layout *layout, struct key_state *state)
{
	state->rows = arena_push(layout->arena, state->rows, state->n_rows, sizeof(double));
	state->rows[state->n_rows++] = size_of(layout, SIZE_KEY_HEIGHT);
}

static void raise_row(struct layout *layout, struct key_state *state, double height)
{
	double *row = &state->rows[state->n_rows - 1];

	*row = fmax(*row, height + 2 * size_of(layout, SIZE_UNIT));
}

static void flow_examples(struct layout *layout, const struct key_block *key, double width,
                          struct key_state *state)
{
	double gap = 2 * size_of(layout, SIZE_UNIT), x = state->lead.width;

	next_row(layout, state);
	raise_row(layout, state, state->lead.height);
	for (size_t i = 0; i < key->n_entries; i++) {
		const struct key_entry *entry = &key->entries[i];
		struct example *example = &state->examples[i];

		*example = set_example(layout, entry, width);
		if (x > 0)
			x += i > 0 || entry->mark == KEY_NONE || !entry->text_first ? gap : gap / 4;
		if (x > 0 && x + example->width > width) {
			next_row(layout, state);
			x = 0;
		}
		raise_row(layout, state, example->text.height);
		example->x = entry->at_end ? width - example->width : x;
		example->row = state->n_rows - 1;
		x = example->x + example->width;
	}
}

static void measure_key(struct layout *layout, const struct block *block, double width,
                        struct measured *measured)
{
	const struct key_block *key = &block->key;
	struct key_state *state = ARENA_NEW(layout->arena, struct key_state);
	struct strip *strip = measured_alloc(layout, measured, 1);

	state->lead = text_set(layout, STYLE_KEY_BOLD, key->lead, width);
	state->examples = ARENA_ARRAY(layout->arena, struct example, key->n_entries + 1);
	measured->state = state;
	flow_examples(layout, key, width, state);
	for (size_t i = 0; i < state->n_rows; i++)
		strip->height += state->rows[i];
	strip->keep = true;
	strip->what = key->lead;
}

static void draw_crossed(struct layout *layout, double x, double y)
{
	double size = size_of(layout, SIZE_KEY_BOX);
	struct area box = {x, y - size / 2, size, size};

	sheet_box(layout, box, SIZE_BOX_LINE);
	sheet_cross(layout, box);
}

/* (x, y): left end and middle. */
static void place_mark(struct layout *layout, const struct key_entry *entry, double x, double y)
{
	double sign = size_of(layout, SIZE_SIGN) / 2, gap = sign_gap(layout);
	double radius = size_of(layout, SIZE_KEY_CIRCLE) / 2;
	struct stroke outline = stroke_of(layout, SIZE_CIRCLE_LINE, COLOUR_INK);

	if (entry->mark == KEY_PLUS)
		sheet_sign(layout, SIGN_PLUS, x + sign, y);
	if (entry->mark == KEY_MINUS)
		sheet_sign(layout, SIGN_MINUS, x + sign, y);
	if (entry->mark == KEY_PLUS || entry->mark == KEY_MINUS)
		draw_crossed(layout, x + sign + gap, y);
	if (entry->mark == KEY_CROSS)
		draw_crossed(layout, x, y);
	if (is_circle(entry->mark))
		draw_circle(layout, (struct circle){x + radius, y, radius},
		            entry->mark == KEY_FILLED ? COLOUR_INK : COLOUR_NONE, outline);
	if (entry->mark == KEY_CIRCLE)
		place_text(layout, STYLE_SMALL, COLOUR_NONE,
		           arena_printf(layout->arena, "%d", entry->figure),
		           centred(x + radius, y + style_cap_height(layout, STYLE_SMALL) / 2));
}

static void place_example(struct layout *layout, const struct key_entry *entry,
                          const struct example *example, double x, double y)
{
	double mark = x, text = x + example->mark_width;

	if (entry->text_first) {
		text = x;
		mark = x + example->text.width + mark_gap(layout, entry->mark);
	}
	if (entry->text_first)
		place_lines(layout, &example->text, flush_left(text, y - example->text.height / 2));
	place_mark(layout, entry, mark, y);
	if (!entry->text_first)
		place_lines(layout, &example->text, flush_left(text, y - example->text.height / 2));
}

static void place_key(struct layout *layout, const struct block *block,
                      const struct measured *measured, size_t strip, struct area area)
{
	const struct key_block *key = &block->key;
	const struct key_state *state = measured->state;
	double y = area.y, foot = area.y + area.height;
	size_t row = 0;

	(void)strip;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &state->lead,
	            flush_left(area.x, y + (state->rows[0] - state->lead.height) / 2));
	for (size_t i = 0; i < key->n_entries; i++) {
		for (; row < state->examples[i].row; row++)
			y += state->rows[row];
		place_example(layout, &key->entries[i], &state->examples[i],
		              area.x + state->examples[i].x, y + state->rows[row] / 2);
	}
	role_end(layout);
	draw_across(layout, area.x, area.x + area.width, foot,
	            stroke_of(layout, SIZE_RULE_HEAVY, COLOUR_INK));
}

const struct block_class block_key = {measure_key, place_key};
