#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"

/* Questions side by side with lines to write on; a strip for each row of them. */
struct prompts_state {
	struct lines *texts;
	size_t n_columns;
	double pitch, width, indent; /* of the columns */
};

static double gutter_of(const struct layout *layout)
{
	return 3 * size_of(layout, SIZE_UNIT);
}

static size_t rows_of(const struct prompts_block *prompts, size_t n_columns)
{
	return (prompts->n_texts + n_columns - 1) / n_columns;
}

static const char *number_of(struct layout *layout, const struct prompts_block *prompts, size_t i)
{
	return arena_printf(layout->arena, "%d", prompts->first_number + (int)i);
}

/* Sets the texts and returns the height of the highest. */
static double set_texts(struct layout *layout, const struct prompts_block *prompts, double width,
                        struct prompts_state *state)
{
	double n = (double)state->n_columns, gutter = gutter_of(layout), height = 0;

	state->width = (width - (n - 1) * gutter) / n;
	state->pitch = state->width + gutter;
	state->indent = 2 * size_of(layout, SIZE_UNIT);
	state->texts = ARENA_ARRAY(layout->arena, struct lines, prompts->n_texts + 1);
	for (size_t i = 0; i < prompts->n_texts; i++)
		state->indent = fmax(state->indent,
		                     text_width(layout, STYLE_NAME, number_of(layout, prompts, i)) +
		                         size_of(layout, SIZE_UNIT));
	for (size_t i = 0; i < prompts->n_texts; i++) {
		state->texts[i] = text_balance(layout, STYLE_ROW, prompts->texts[i],
		                               state->width - state->indent);
		height = fmax(height, state->texts[i].height);
	}
	return height;
}

/* Of the texts in a row, so that the lines below all of them begin together. */
static double row_height(const struct prompts_block *prompts, const struct prompts_state *state,
                         size_t row)
{
	size_t first = row * state->n_columns, end = first + state->n_columns;
	double height = 0;

	for (size_t i = first; i < end && i < prompts->n_texts; i++)
		height = fmax(height, state->texts[i].height);
	return height;
}

static void fill_strip(struct layout *layout, const struct prompts_block *prompts,
                       const struct prompts_state *state, size_t row, struct strip *strip)
{
	const int least = 3; /* lines when there are as many as fit */
	int n_lines = prompts->n_lines > 0 ? prompts->n_lines : least;

	strip->height = row_height(prompts, state, row);
	strip->height += n_lines * size_of(layout, SIZE_WRITE_LINE) + size_of(layout, SIZE_UNIT);
	strip->before = size_of(layout, SIZE_CELL_PAD) * (row > 0 ? 4 : 1);
	strip->below_head = size_of(layout, SIZE_UNIT);
	strip->rest = prompts->n_lines == 0;
	strip->what = prompts->texts[row * state->n_columns];
}

static void measure_prompts(struct layout *layout, const struct block *block, double width,
                            struct measured *measured)
{
	const struct prompts_block *prompts = &block->prompts;
	struct prompts_state *state = ARENA_NEW(layout->arena, struct prompts_state);

	state->n_columns = prompts->n_columns > 0 ? prompts->n_columns : 1;
	if (set_texts(layout, prompts, width, state) > page_body(layout).height / 2) {
		state->n_columns = 1;
		set_texts(layout, prompts, width, state);
	}
	measured_alloc(layout, measured, rows_of(prompts, state->n_columns));
	measured->state = state;
	for (size_t row = 0; row < measured->n_strips; row++)
		fill_strip(layout, prompts, state, row, &measured->strips[row]);
}

static void place_prompt(struct layout *layout, const struct prompts_block *prompts,
                         const struct prompts_state *state, size_t i, struct area area)
{
	const char *number = number_of(layout, prompts, i);
	double height = row_height(prompts, state, i / state->n_columns);

	role_begin(layout, ROLE_LIST_ITEM, NULL);
	role_begin(layout, ROLE_LABEL, NULL);
	place_text(layout, STYLE_NAME, COLOUR_NONE, number,
	           flush_left(area.x, area.y + style_ascent(layout, STYLE_ROW)));
	role_end(layout);
	role_begin(layout, ROLE_LIST_BODY, NULL);
	place_lines(layout, &state->texts[i], flush_left(area.x + state->indent, area.y));
	area.y += height;
	area.height -= height;
	sheet_write_lines(layout, area);
	sheet_text_field(layout, area, FIELD_LINES,
	                 arena_printf(layout->arena, "%s.%s", prompts->field, number),
	                 prompts->texts[i]);
	role_end(layout);
	role_end(layout);
}

static void place_prompts(struct layout *layout, const struct block *block,
                          const struct measured *measured, size_t strip, struct area area)
{
	const struct prompts_block *prompts = &block->prompts;
	const struct prompts_state *state = measured->state;
	size_t first = strip * state->n_columns, end = first + state->n_columns;

	if (strip == 0)
		role_begin(layout, ROLE_NUMBERED_LIST, NULL);
	for (size_t i = first; i < end && i < prompts->n_texts; i++) {
		struct area column = area;

		column.x += (double)(i - first) * state->pitch;
		column.width = state->width;
		place_prompt(layout, prompts, state, i, column);
	}
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

/* Lines to write on: nothing at all when the page has no room for them. */
struct lines_state {
	struct lines title, text;
	double indent; /* of the text */
};

static void measure_lines(struct layout *layout, const struct block *block, double width,
                          struct measured *measured)
{
	const struct lines_block *lines = &block->lines;
	struct lines_state *state = ARENA_NEW(layout->arena, struct lines_state);
	struct strip *strip = measured_alloc(layout, measured, 1);
	double pitch = size_of(layout, SIZE_WRITE_LINE);

	state->title = text_set(layout, STYLE_NAME, lines->title, width / 2);
	if (state->title.n_lines > 0)
		state->indent = state->title.width + 2 * size_of(layout, SIZE_UNIT);
	state->text = text_set(layout, STYLE_LABEL, lines->text, width - state->indent);
	measured->state = state;
	strip->rest = true;
	strip->least = fmax(size_of(layout, SIZE_LINES_LEAST),
	                    fmax(state->title.height, state->text.height) + 2 * pitch);
}

static void place_lines_block(struct layout *layout, const struct block *block,
                              const struct measured *measured, size_t strip, struct area area)
{
	const struct lines_state *state = measured->state;
	const struct lines_block *lines = &block->lines;
	double title = style_ascent(layout, STYLE_NAME), text = style_ascent(layout, STYLE_LABEL);
	double words = fmax(state->title.height, state->text.height);
	double top = area.y + 2 * size_of(layout, SIZE_UNIT);

	(void)strip;
	if (area.height <= 0)
		return;
	role_begin(layout, ROLE_SECTION, NULL);
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &state->title, flush_left(area.x, top));
	place_lines(layout, &state->text, flush_left(area.x + state->indent, top + title - text));
	role_end(layout);
	area.height -= top + words - area.y;
	area.y = top + words;
	sheet_write_lines(layout, area);
	sheet_text_field(layout, area, FIELD_LINES, lines->field,
	                 lines->title == NULL ? lines->text : lines->title);
	role_end(layout);
}

const struct block_class block_prompts = {measure_prompts, place_prompts};
const struct block_class block_lines = {measure_lines, place_lines_block};
