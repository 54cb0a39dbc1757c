#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"
#include "layout/tally_slots.h"

/* A row for each skill, competency or statement, with boxes to count in.
 * Groups are named in a column of their own or, without one, on lines above
 * their rows. */
struct tally_line {
	struct lines group, title;
	bool ends; /* the last one of its group */
};

/* What a strip after the heads is: a row, or the name of its group above it. */
struct piece {
	size_t row;
	bool heading;
};

struct tally_state {
	struct slots slots;
	bool column; /* groups stand in a column */
	double title_x;
	struct lines group_head, title_head;
	struct tally_line *lines; /* one for each row */
	struct piece *pieces;
	size_t n_pieces;
};

static void set_lines(struct layout *layout, const struct tally_block *tally, double width,
                      struct tally_state *state)
{
	double group = state->column ? state->title_x - size_of(layout, SIZE_UNIT) : width;
	double title = state->slots.left - state->title_x;

	state->lines = ARENA_ARRAY(layout->arena, struct tally_line, tally->n_rows + 1);
	for (size_t i = 0; i < tally->n_rows; i++) {
		const struct tally_row *row = &tally->rows[i];
		struct tally_line *line = &state->lines[i];

		line->title = text_balance(layout, row->total ? STYLE_NAME : STYLE_ROW, row->title,
		                           title);
		if (row->first)
			line->group = text_balance(layout, STYLE_SECTION, row->group, group);
		line->ends = i + 1 == tally->n_rows || row->total || row[1].first || row[1].total;
	}
}

static void set_heads(struct layout *layout, const struct tally_block *tally,
                      struct tally_state *state)
{
	double unit = size_of(layout, SIZE_UNIT);

	state->group_head = text_set(layout, STYLE_LABEL_BOLD, tally->group_head,
	                             state->title_x - unit);
	state->title_head = text_set(layout, STYLE_LABEL_BOLD, tally->title_head,
	                             state->slots.left - state->title_x);
}

static double head_height(const struct layout *layout, const struct tally_state *state)
{
	double words = fmax(state->group_head.height, state->title_head.height);

	return fmax(fmax(size_of(layout, SIZE_TALLY_HEAD), words + size_of(layout, SIZE_UNIT)),
	            slots_head_height(layout, &state->slots));
}

static void add_piece(struct layout *layout, struct tally_state *state, size_t row, bool heading)
{
	state->pieces = arena_push(layout->arena, state->pieces, state->n_pieces,
	                           sizeof(*state->pieces));
	state->pieces[state->n_pieces++] = (struct piece){row, heading};
}

static void cut_pieces(struct layout *layout, const struct tally_block *tally,
                       struct tally_state *state)
{
	for (size_t i = 0; i < tally->n_rows; i++) {
		if (!state->column && state->lines[i].group.n_lines > 0)
			add_piece(layout, state, i, true);
		add_piece(layout, state, i, false);
	}
}

static void fill_strip(struct layout *layout, const struct tally_block *tally,
                       const struct tally_state *state, size_t i, struct strip *strip)
{
	struct piece piece = state->pieces[i];
	const struct tally_line *line = &state->lines[piece.row];
	double pad = size_of(layout, SIZE_CELL_PAD), row = size_of(layout, SIZE_TALLY_ROW);

	strip->keep = piece.heading || !line->ends;
	strip->what = tally->rows[piece.row].title;
	if (piece.heading) {
		strip->height = line->group.height + 1.5 * pad;
		return;
	}
	strip->height = fmax(row, line->title.height + pad);
	strip->stretch = size_of(layout, SIZE_TALLY_ROW_MAX) - row;
}

/* The rows beside a group's name are at least as high as the name. */
static void fit_groups(struct layout *layout, const struct tally_state *state,
                       struct strip *strips)
{
	double pad = size_of(layout, SIZE_CELL_PAD);
	size_t first = 0;

	for (size_t i = 0; i < state->n_pieces; i++) {
		size_t row = state->pieces[first].row;

		if (!state->lines[state->pieces[i].row].ends || state->pieces[i].heading)
			continue;
		if (state->column)
			sheet_grow_rows(strips + first, i + 1 - first,
			                state->lines[row].group.height + 2 * pad);
		strips[i].height += size_of(layout, SIZE_TALLY_PAD);
		first = i + 1;
	}
}

static void measure_tally(struct layout *layout, const struct block *block, double width,
                          struct measured *measured)
{
	const struct tally_block *tally = &block->tally;
	struct tally_state *state = ARENA_NEW(layout->arena, struct tally_state);
	struct strip *strips;

	state->column = tally->group_head != NULL;
	state->title_x = state->column ? size_of(layout, SIZE_TALLY_TITLE) : 0;
	state->slots = slots_arrange(layout, tally, width,
	                             state->title_x + width * (state->column ? 0.2 : 0.4));
	set_heads(layout, tally, state);
	set_lines(layout, tally, width, state);
	cut_pieces(layout, tally, state);
	strips = measured_alloc(layout, measured, state->n_pieces + 1);
	measured->state = state;
	strips[0].height = head_height(layout, state);
	strips[0].before = size_of(layout, SIZE_SECTION_GAP);
	strips[0].what = tally->title_head;
	strips[0].head = true;
	strips[0].reach = state->n_pieces;
	strips[0].keep = state->n_pieces > 0;
	for (size_t i = 0; i < state->n_pieces; i++)
		fill_strip(layout, tally, state, i, &strips[i + 1]);
	fit_groups(layout, state, strips + 1);
	/* the sum does not stand alone at the top of a page */
	if (tally->n_rows > 1 && tally->rows[tally->n_rows - 1].total)
		strips[state->n_pieces - 1].keep = true;
}

static void place_words_head(struct layout *layout, const struct lines *lines, struct span span,
                             struct xy at)
{
	cell_begin(layout, lines->n_lines > 0 ? ROLE_HEAD_CELL : ROLE_CELL, span);
	place_lines(layout, lines,
	            flush_left(at.x, at.y - lines->height - size_of(layout, SIZE_UNIT) / 2));
	role_end(layout);
}

static void place_head(struct layout *layout, const struct tally_state *state, struct area area)
{
	bool lower = state->slots.n_spans > 0;
	struct span span = {.rows = lower ? 2 : 1};
	struct xy foot = {area.x, area.y + area.height};

	role_begin(layout, ROLE_ROW, NULL);
	if (state->column)
		place_words_head(layout, &state->group_head, span, foot);
	foot.x += state->title_x;
	place_words_head(layout, &state->title_head, span, foot);
	slots_place_head(layout, &state->slots, area);
	role_end(layout);
	if (lower) {
		role_begin(layout, ROLE_ROW, NULL);
		slots_place_lower_head(layout, &state->slots, area);
		role_end(layout);
	}
	sheet_rule(layout, area, SIZE_RULE);
}

/* The rows of a group from one of them on. */
static unsigned rows_left(const struct tally_state *state, size_t row)
{
	unsigned n = 1;

	while (!state->lines[row++].ends)
		n++;
	return n;
}

/* Whether the name of its group, on a row above, stands beside this row too. */
static bool is_named_above(const struct tally_state *state, size_t row)
{
	size_t first = row;

	while (first > 0 && !state->lines[first - 1].ends)
		first--;
	return first < row && state->lines[first].group.n_lines > 0;
}

/* A name of several lines reaches over the rows below its first one. */
static void place_group(struct layout *layout, const struct lines *group, struct span span,
                        struct area area)
{
	double top = area.y + (area.height - group->height) / 2;

	if (group->n_lines > 1)
		top = area.y + size_of(layout, SIZE_CELL_PAD);
	cell_begin(layout, group->n_lines > 0 ? ROLE_ROW_HEAD : ROLE_CELL, span);
	place_lines(layout, group, flush_left(area.x, top));
	role_end(layout);
}

static void place_row(struct layout *layout, const struct tally_block *tally,
                      const struct tally_state *state, size_t i, struct area area)
{
	bool total = state->column && tally->rows[i].total;
	struct area right = area;

	right.x += state->title_x;
	right.width -= state->title_x;
	role_begin(layout, ROLE_ROW, NULL);
	if (state->column && !total && !is_named_above(state, i))
		place_group(layout, &state->lines[i].group,
		            (struct span){.rows = rows_left(state, i)}, area);
	cell_begin(layout, ROLE_ROW_HEAD, (struct span){.columns = total ? 2 : 1});
	sheet_lines(layout, &state->lines[i].title, right, ALIGN_LEFT);
	role_end(layout);
	slots_place_row(layout, &state->slots, &tally->rows[i], area);
	role_end(layout);
	if (!state->lines[i].ends)
		sheet_dots(layout, right);
}

static void place_piece(struct layout *layout, const struct tally_block *tally,
                        const struct tally_state *state, struct piece piece, struct area area)
{
	bool ends = state->lines[piece.row].ends;
	struct area row = area;

	if (piece.heading) {
		role_begin(layout, ROLE_ROW, NULL);
		place_group(layout, &state->lines[piece.row].group,
		            (struct span){.columns = 1 + (unsigned)slots_columns(&state->slots)},
		            area);
		role_end(layout);
		return;
	}
	row.height -= ends ? size_of(layout, SIZE_TALLY_PAD) : 0;
	place_row(layout, tally, state, piece.row, row);
	if (ends && !tally->rows[piece.row].total)
		sheet_rule(layout, area, SIZE_RULE);
}

static void place_tally(struct layout *layout, const struct block *block,
                        const struct measured *measured, size_t strip, struct area area)
{
	const struct tally_block *tally = &block->tally;
	const struct tally_state *state = measured->state;

	if (strip == 0) {
		role_begin(layout, ROLE_TABLE, NULL);
		place_head(layout, state, area);
	} else {
		place_piece(layout, tally, state, state->pieces[strip - 1], area);
	}
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

const struct block_class block_tally = {measure_tally, place_tally};
