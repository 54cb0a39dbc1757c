#include <math.h>

#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/square_marks.h"
#include "layout/text.h"

struct row {
	struct lines title, text;
	bool flag_below; /* there is no room for it beside the title */
};

/* Strip 0 is the head, then come the rows, then the key. */
struct state {
	struct chart_columns columns;
	struct lines row_head, lead, *heads, *texts;
	struct row *rows;
	size_t per_line;     /* squares that stand beside each other */
	double figure;       /* left edge of the figures, from their column's */
	bool below;          /* no room beside two squares: figures stand below them */
	double names, words; /* heights of the heads' names and of the words below */
	bool bars;
	double key_left;     /* the words before the key stand left of it */
	struct key key;
};

/* Squares in the fullest cell of a row. */
static size_t most_squares(const struct squares_block *squares, const struct squares_row *row)
{
	size_t most = 0;

	for (size_t i = 0; i < squares->n_columns; i++)
		if (row->cells[i].n_squares > most)
			most = row->cells[i].n_squares;
	return most;
}

static double widest_figure(struct layout *layout, const struct squares_block *squares)
{
	double widest = 0;

	for (size_t i = 0; i < squares->n_rows; i++)
		for (size_t j = 0; j < squares->n_columns; j++) {
			const char *figure = squares->rows[i].cells[j].figure;

			if (figure != NULL)
				widest = larger(widest, text_width(layout, STYLE_LABEL, figure));
		}
	return widest;
}

/* All squares of a cell side by side with its figure, as far as there is room. */
static void arrange(struct layout *layout, const struct squares_block *squares, double width,
                    struct state *state)
{
	double side = size_of(layout, SIZE_SQUARE), pitch = size_of(layout, SIZE_SQUARE_PITCH);
	double figure = widest_figure(layout, squares), beside, room;
	const size_t least = 2;
	size_t most = 1, n;

	for (size_t i = 0; i < squares->n_rows; i++) {
		n = most_squares(squares, &squares->rows[i]);
		most = n > most ? n : most;
	}
	beside = figure > 0 ? figure + 2 * size_of(layout, SIZE_LABEL_GAP) : 0;
	room = (double)(most - 1) * pitch + side + beside;
	state->columns = chart_columns(layout, width, squares->n_columns, true,
	                               larger(room, size_of(layout, SIZE_SQUARES_COLUMN)));
	room = state->columns.room - beside;
	n = room > side && pitch > 0 ? 1 + (size_t)((room - side) / pitch) : 1;
	if (beside > 0 && n < most && n < least) {
		state->below = true;
		n = 1 + (size_t)(larger(state->columns.room - side, 0) / larger(pitch, 1));
	}
	state->per_line = n < most ? n : most;
	state->figure = (double)(state->per_line - 1) * pitch + side +
	                2 * size_of(layout, SIZE_LABEL_GAP);
}

/* The pointer and the gap before it. */
static double pointer_room(const struct layout *layout, const struct squares_column *column)
{
	return column->current ? size_of(layout, SIZE_POINTER) + size_of(layout, SIZE_LABEL_GAP)
	                       : 0;
}

/* The largest style in which no name has to be broken within a word. */
static enum style head_style(struct layout *layout, const struct squares_block *squares,
                             double room)
{
	static const enum style styles[] = {STYLE_SECTION, STYLE_NAME, STYLE_LABEL_BOLD};
	size_t n = sizeof styles / sizeof *styles, style = 0;

	for (size_t i = 0; i < squares->n_columns; i++) {
		const struct squares_column *column = &squares->columns[i];
		double free = room - pointer_room(layout, column);

		while (style + 1 < n && text_widest_word(layout, styles[style], column->head) > free)
			style++;
	}
	return styles[style];
}

static double measure_head(struct layout *layout, const struct squares_block *squares,
                           struct state *state)
{
	double gap = size_of(layout, SIZE_LABEL_GAP), height;
	double room = larger(state->columns.room,
	                     state->columns.pitch - size_of(layout, SIZE_CELL_GAP));
	enum style style = head_style(layout, squares, room);

	state->heads = ARENA_ARRAY(layout->arena, struct lines, squares->n_columns + 1);
	state->texts = ARENA_ARRAY(layout->arena, struct lines, squares->n_columns + 1);
	state->row_head = text_set(layout, STYLE_LABEL_BOLD, squares->row_head,
	                           state->columns.title - size_of(layout, SIZE_CELL_GAP));
	for (size_t i = 0; i < squares->n_columns; i++) {
		const struct squares_column *column = &squares->columns[i];

		state->heads[i] = text_set(layout, style, column->head,
		                           room - pointer_room(layout, column));
		state->texts[i] = text_set(layout, STYLE_LABEL, column->text, room);
		state->names = larger(state->names, state->heads[i].height);
		state->words = larger(state->words, state->texts[i].height);
		state->bars = state->bars || !isnan(column->done);
	}
	height = larger(state->names + state->words, state->row_head.height);
	if (state->bars)
		height += gap + size_of(layout, SIZE_SQUARES_BAR);
	return gap + height + 2 * gap;
}

static size_t n_lines(const struct state *state, size_t n_squares)
{
	return n_squares > 0 ? (n_squares + state->per_line - 1) / state->per_line : 1;
}

static double squares_height(const struct layout *layout, const struct state *state,
                             size_t n_squares)
{
	double more = (double)(n_lines(state, n_squares) - 1) * size_of(layout, SIZE_SQUARE_PITCH);
	double height = more + size_of(layout, SIZE_SQUARE);

	return state->below ? height + style_leading(layout, STYLE_LABEL) : height;
}

static double measure_row(struct layout *layout, const struct squares_block *squares,
                          const struct state *state, size_t i, struct row *row)
{
	const struct squares_row *source = &squares->rows[i];
	double room = state->columns.title - size_of(layout, SIZE_CELL_GAP);
	double flag = 0, words;

	if (source->flag != NULL)
		flag = chart_tag_width(layout, STYLE_SMALL_BOLD, source->flag);
	row->flag_below = flag > 0 && text_width(layout, STYLE_ROW, source->title) + flag > room;
	row->title = text_balance(layout, STYLE_ROW, source->title, room);
	row->text = text_set(layout, STYLE_SMALL, source->text, room);
	words = row->title.height + row->text.height;
	if (row->flag_below)
		words += size_of(layout, SIZE_TAG_HEIGHT) + size_of(layout, SIZE_RIM);
	words = larger(words, squares_height(layout, state, most_squares(squares, source)));
	return larger(size_of(layout, SIZE_SQUARES_ROW), words + 2 * size_of(layout, SIZE_UNIT));
}

/* What a square is, on the line of the key. */
static double measure_lead(struct layout *layout, const struct squares_block *squares,
                           double width, struct state *state)
{
	double height;

	state->key_left = squares->key_lead != NULL ? state->columns.title : 0;
	height = key_height(layout, &state->key, width - state->key_left);
	state->lead = text_set(layout, STYLE_SMALL, squares->key_lead,
	                       state->columns.title - size_of(layout, SIZE_CELL_GAP));
	return larger(height, state->lead.height);
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct squares_block *squares = &block->squares;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	size_t n = squares->n_rows;
	struct strip *strips = measured_alloc(layout, measured, n + 2);

	measured->state = state;
	state->rows = ARENA_ARRAY(layout->arena, struct row, n + 1);
	state->key = squares_key(layout, block);
	arrange(layout, squares, width, state);
	strips[0].height = measure_head(layout, squares, state);
	strips[0].before = size_of(layout, SIZE_SECTION_GAP);
	strips[0].what = squares->row_head;
	for (size_t i = 0; i < n; i++) {
		strips[1 + i].height = measure_row(layout, squares, state, i, &state->rows[i]);
		strips[1 + i].what = squares->rows[i].title;
	}
	strips[n + 1].height = measure_lead(layout, squares, width, state);
	if (strips[n + 1].height > 0)
		strips[n + 1].before = size_of(layout, SIZE_UNIT);
	else
		measured->n_strips--;
	chart_strips(layout, measured, n);
}

static double column_left(const struct state *state, size_t column)
{
	return state->columns.title + (double)column * state->columns.pitch;
}

static void place_bar(struct layout *layout, const struct squares_column *column, double x,
                      double y, double width)
{
	double done = smaller(larger(column->done, 0), 1);
	double started = smaller(larger(column->started, 0), 1 - done);
	double height = size_of(layout, SIZE_SQUARES_BAR), ends[] = {0, done, done + started, 1};
	static const enum colour colours[] = {COLOUR_BLUE, COLOUR_BLUE2, COLOUR_TINT};

	for (size_t i = 0; i < 3; i++)
		if (ends[i + 1] > ends[i])
			draw_fill(layout,
			          (struct area){x + ends[i] * width, y,
			                        (ends[i + 1] - ends[i]) * width, height},
			          colours[i]);
}

/* The pointer stands behind the last line of its name. */
static void place_name(struct layout *layout, const struct squares_column *column,
                       const struct lines *name, double x, double y)
{
	double width = size_of(layout, SIZE_POINTER), leading = style_leading(layout, name->style);
	struct xy tip = {x + size_of(layout, SIZE_LABEL_GAP) + width / 2,
	                 y + name->height - leading / 2 + 0.625 * width};

	place_lines(layout, name, flush_left(x, y));
	if (!column->current)
		return;
	if (name->n_lines > 0)
		tip.x += name->lines[name->n_lines - 1].width;
	draw_pointer(layout, tip, width, COLOUR_BLUE, false);
}

static void place_head(struct layout *layout, const struct squares_block *squares,
                       const struct state *state, struct area area)
{
	struct stroke rule = stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK);
	double gap = size_of(layout, SIZE_LABEL_GAP), top = area.y + gap, row_head = top;
	double bar = area.y + area.height - 2 * gap - size_of(layout, SIZE_SQUARES_BAR);

	/* At the top of a page the rule of the running head serves for it. */
	if (area.y > page_body(layout).y)
		draw_across(layout, area.x, area.x + area.width, area.y, rule);
	if (squares->n_columns > 0)
		row_head += style_ascent(layout, state->heads[0].style) -
		            style_ascent(layout, STYLE_LABEL_BOLD);
	place_lines(layout, &state->row_head, flush_left(area.x, row_head));
	for (size_t i = 0; i < squares->n_columns; i++) {
		const struct squares_column *column = &squares->columns[i];
		double x = area.x + column_left(state, i);

		place_name(layout, column, &state->heads[i], x, top);
		chart_lines(layout,
		            (struct chart_text){&state->texts[i], 0, COLOUR_INK2, ALIGN_LEFT},
		            (struct area){x, top + state->names, 0, state->texts[i].height});
		if (!isnan(column->done))
			place_bar(layout, column, x, bar, state->columns.room);
	}
	draw_across(layout, area.x, area.x + area.width, area.y + area.height, rule);
}

static void place_cell(struct layout *layout, const struct squares_cell *cell,
                       const struct state *state, struct area area)
{
	double side = size_of(layout, SIZE_SQUARE), pitch = size_of(layout, SIZE_SQUARE_PITCH);
	double height = squares_height(layout, state, cell->n_squares);
	double middle = area.y + area.height / 2;
	double top = middle - height / 2 + side / 2, figure = middle, x = area.x + state->figure;

	if (state->below) {
		x = area.x;
		figure = middle + height / 2 - style_leading(layout, STYLE_LABEL) / 2;
	}
	for (size_t i = 0; i < cell->n_squares; i++)
		square_place(layout, cell->squares[i],
		             area.x + (double)(i % state->per_line) * pitch,
		             top + (double)(i / state->per_line) * pitch);
	if (cell->n_squares == 0)
		square_place_none(layout, area.x, middle);
	if (cell->figure != NULL)
		place_text(layout, STYLE_LABEL, COLOUR_INK2, cell->figure,
		           flush_left(x, baseline_at(layout, STYLE_LABEL, figure)));
}

static void place_title(struct layout *layout, const struct squares_row *source,
                        const struct row *row, const struct state *state, struct area area)
{
	double flag = row->flag_below ? size_of(layout, SIZE_TAG_HEIGHT) + size_of(layout, SIZE_RIM)
	                              : 0;
	double y = area.y + (area.height - row->title.height - row->text.height - flag) / 2;
	double right = area.x + state->columns.title - size_of(layout, SIZE_UNIT);

	place_lines(layout, &row->title, flush_left(area.x, y));
	if (source->flag != NULL && !row->flag_below)
		chart_tag(layout, STYLE_SMALL_BOLD, source->flag, right,
		          y + row->title.height / 2);
	y += row->title.height;
	place_lines(layout, &row->text, flush_left(area.x, y));
	y += row->text.height + size_of(layout, SIZE_RIM) + size_of(layout, SIZE_TAG_HEIGHT) / 2;
	if (row->flag_below)
		chart_tag(layout, STYLE_SMALL_BOLD, source->flag,
		          area.x + chart_tag_width(layout, STYLE_SMALL_BOLD, source->flag), y);
}

static void place_row(struct layout *layout, const struct squares_block *squares,
                      const struct state *state, size_t i, struct area area)
{
	bool last = i + 1 == squares->n_rows;
	struct area cell = area;

	place_title(layout, &squares->rows[i], &state->rows[i], state, area);
	for (size_t j = 0; j < squares->n_columns; j++) {
		cell.x = area.x + column_left(state, j);
		place_cell(layout, &squares->rows[i].cells[j], state, cell);
	}
	draw_across(layout, area.x, area.x + area.width, area.y + area.height,
	            last ? stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK)
	                 : stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
}

/* The words in front stand on the first line of the key. */
static void place_key(struct layout *layout, const struct state *state, struct area area)
{
	double leading = style_leading(layout, STYLE_SMALL);
	double line = larger(leading, size_of(layout, SIZE_TAG_HEIGHT));

	if (key_height(layout, &state->key, area.width - state->key_left) == 0)
		line = leading;
	place_lines(layout, &state->lead, flush_left(area.x, area.y + (line - leading) / 2));
	area.x += state->key_left;
	area.width -= state->key_left;
	key_place(layout, &state->key, area);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct squares_block *squares = &block->squares;
	const struct state *state = measured->state;

	if (strip == 0)
		role_begin(layout, ROLE_FIGURE, squares->words.finding);
	if (strip == 0)
		place_head(layout, squares, state, area);
	else if (strip <= squares->n_rows)
		place_row(layout, squares, state, strip - 1, area);
	else
		place_key(layout, state, area);
	if (strip + 1 < measured->n_strips)
		return;
	role_end(layout);
	chart_numbers(layout, squares->words.numbers, area);
}

const struct block_class chart_squares = {measure, place};
