#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/text.h"

/* A row with more lines than this breaks between its lines; any other row
 * stays in one piece. */
enum { WHOLE_ROW_MOST = 8 };

struct cells {
	struct lines *cells; /* one for each column */
	size_t n_lines;      /* of the cell that has most */
	double leading;      /* the largest of the cells' */
	bool broken;         /* a strip for each line */
};

/* What a strip is: a row, or a line of one that is broken. */
struct piece {
	size_t row; /* SIZE_MAX: the heads */
	size_t line;
};

struct table_state {
	double *lefts, *widths; /* of the columns */
	struct cells heads, *rows;
	struct piece *pieces;
};

static double word_room(struct layout *layout, const struct table_block *table, size_t column)
{
	double room = text_widest_word(layout, STYLE_LABEL_BOLD, table->columns[column].head);

	for (size_t i = 0; i < table->n_rows; i++)
		if (!table->rows[i].group)
			room = fmax(room, text_widest_word(layout, table->columns[column].style,
			                                   table->rows[i].cells[column]));
	return room;
}

/* Columns that would break a word take from those that have more than they
 * need, as far as these reach. */
static void save_words(struct layout *layout, const struct table_block *table, double *widths)
{
	double *needs = ARENA_ARRAY(layout->arena, double, table->n_columns);
	double lacking = 0, spare = 0, share;

	for (size_t i = 0; i < table->n_columns; i++) {
		needs[i] = word_room(layout, table, i);
		lacking += fmax(0, needs[i] - widths[i]);
		spare += fmax(0, widths[i] - needs[i]);
	}
	if (lacking <= 0 || lacking > spare)
		return;
	share = lacking / spare;
	for (size_t i = 0; i < table->n_columns; i++)
		widths[i] = widths[i] < needs[i] ? needs[i]
		                                 : widths[i] - (widths[i] - needs[i]) * share;
}

/* No column is narrower than the gap beside it, as far as the width goes. */
static void arrange_columns(struct layout *layout, const struct table_block *table, double width,
                            struct table_state *state)
{
	double n = (double)table->n_columns, sum = 0, total = 0, x = 0;
	double gap = fmin(size_of(layout, SIZE_CELL_GAP), width / (2 * n));
	double room = width - gap * (n - 1);

	state->lefts = ARENA_ARRAY(layout->arena, double, table->n_columns);
	state->widths = ARENA_ARRAY(layout->arena, double, table->n_columns);
	for (size_t i = 0; i < table->n_columns; i++)
		sum += table->columns[i].share;
	for (size_t i = 0; i < table->n_columns; i++) {
		double share = sum > 0 ? table->columns[i].share / sum : 1 / n;

		state->widths[i] = fmax(room * share, gap);
		total += state->widths[i];
	}
	for (size_t i = 0; i < table->n_columns; i++)
		state->widths[i] *= room / total;
	save_words(layout, table, state->widths);
	for (size_t i = 0; i < table->n_columns; i++) {
		state->lefts[i] = x;
		x += state->widths[i] + gap;
	}
}

static struct cells set_cells(struct layout *layout, const struct table_block *table,
                              const struct table_state *state, const struct table_row *row)
{
	struct cells set = {0};

	set.cells = ARENA_ARRAY(layout->arena, struct lines, table->n_columns);
	for (size_t i = 0; i < table->n_columns; i++) {
		const struct column *column = &table->columns[i];
		enum style style = row == NULL ? STYLE_LABEL_BOLD
		                   : row->group ? STYLE_NAME : column->style;
		const char *text = row == NULL ? column->head : row->cells[i];

		set.cells[i] = text_balance(layout, style, text, state->widths[i]);
		if (set.cells[i].n_lines > set.n_lines)
			set.n_lines = set.cells[i].n_lines;
		set.leading = fmax(set.leading, style_leading(layout, style));
	}
	set.broken = set.n_lines > WHOLE_ROW_MOST;
	return set;
}

static struct strip *add_strip(struct layout *layout, struct measured *measured,
                               struct piece piece)
{
	struct table_state *state = measured->state;
	size_t n = measured->n_strips++;

	measured->strips = arena_push(layout->arena, measured->strips, n, sizeof(struct strip));
	state->pieces = arena_push(layout->arena, state->pieces, n, sizeof(piece));
	state->pieces[n] = piece;
	measured->strips[n] = (struct strip){0};
	return &measured->strips[n];
}

static void add_row(struct layout *layout, struct measured *measured, size_t row,
                    const struct cells *cells)
{
	double pad = size_of(layout, SIZE_CELL_PAD);
	size_t last = cells->n_lines > 0 ? cells->n_lines - 1 : 0;

	if (!cells->broken) {
		struct strip *strip = add_strip(layout, measured, (struct piece){row, 0});

		strip->height = fmax(1, (double)cells->n_lines) * cells->leading + 2 * pad;
		return;
	}
	for (size_t line = 0; line <= last; line++) {
		struct strip *strip = add_strip(layout, measured, (struct piece){row, line});

		strip->height = cells->leading + (line == 0 ? pad : 0) + (line == last ? pad : 0);
		strip->keep = line == 0 || line + 1 == last;
	}
}

static void measure_table(struct layout *layout, const struct block *block, double width,
                          struct measured *measured)
{
	const struct table_block *table = &block->table;
	struct table_state *state = ARENA_NEW(layout->arena, struct table_state);

	measured->state = state;
	if (table->n_columns == 0)
		return;
	arrange_columns(layout, table, width, state);
	state->heads = set_cells(layout, table, state, NULL);
	state->heads.broken = false;
	if (state->heads.n_lines > 0)
		add_row(layout, measured, SIZE_MAX, &state->heads);
	state->rows = ARENA_ARRAY(layout->arena, struct cells, table->n_rows + 1);
	for (size_t i = 0; i < table->n_rows; i++) {
		state->rows[i] = set_cells(layout, table, state, &table->rows[i]);
		add_row(layout, measured, i, &state->rows[i]);
		if (table->rows[i].group && i + 1 < table->n_rows)
			measured->strips[measured->n_strips - 1].keep = true;
	}
	if (measured->n_strips == 0)
		return;
	measured->strips[0].before = size_of(layout, SIZE_UNIT);
	measured->strips[0].below_head = 2 * size_of(layout, SIZE_UNIT);
	if (state->heads.n_lines == 0)
		return;
	measured->strips[0].what = table->columns[0].head;
	measured->strips[0].head = true;
	measured->strips[0].reach = measured->n_strips - 1;
	measured->strips[0].keep = measured->n_strips > 1;
}

/* The first column says what a row is about. */
static enum role cell_role(const struct table_block *table, size_t column, bool head)
{
	if (head)
		return table->columns[column].head == NULL ? ROLE_CELL : ROLE_HEAD_CELL;
	return column == 0 ? ROLE_ROW_HEAD : ROLE_CELL;
}

static void place_cells(struct layout *layout, const struct table_block *table,
                        const struct table_state *state, struct piece piece, struct area area)
{
	bool head = piece.row == SIZE_MAX;
	const struct cells *row = head ? &state->heads : &state->rows[piece.row];
	double pad = size_of(layout, SIZE_CELL_PAD);

	for (size_t i = 0; i < table->n_columns; i++) {
		const struct lines *cell = &row->cells[i];
		enum role role = cell_role(table, i, head);
		enum align align = table->columns[i].align;
		double x = area.x + state->lefts[i], width = state->widths[i];
		double y = area.y + (piece.line == 0 ? pad : 0);

		if (piece.line == 0)
			role_begin(layout, role, NULL);
		else
			cell_again(layout, role);
		if (head)
			y = area.y + area.height - pad - cell->height;
		if (!row->broken)
			place_lines(layout, cell, (struct place){x, y, width, align});
		else if (piece.line < cell->n_lines)
			place_line(layout, cell, piece.line, (struct place){x, y, width, align});
		role_end(layout);
	}
}

/* Rules: heavy below the heads, ink above and below a group's name, thin
 * between rows; none inside a row that is broken. */
static void place_rule(struct layout *layout, const struct table_block *table,
                       const struct measured *measured, size_t strip, struct area area)
{
	const struct piece *pieces = ((const struct table_state *)measured->state)->pieces;
	size_t row = pieces[strip].row;
	bool last = strip + 1 == measured->n_strips;
	struct stroke stroke = stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID);
	double y = area.y + area.height;

	if (!last && row != SIZE_MAX && pieces[strip + 1].row == row)
		return;
	if (row == SIZE_MAX)
		stroke = stroke_of(layout, SIZE_RULE, COLOUR_INK);
	else if (last || table->rows[row + 1].group)
		stroke.colour = COLOUR_INK;
	draw_across(layout, area.x, area.x + area.width, y, stroke);
}

static void place_table(struct layout *layout, const struct block *block,
                        const struct measured *measured, size_t strip, struct area area)
{
	const struct table_block *table = &block->table;
	const struct table_state *state = measured->state;
	struct piece piece = state->pieces[strip];
	bool last = strip + 1 == measured->n_strips;

	if (strip == 0)
		role_begin(layout, ROLE_TABLE, table->caption);
	if (piece.line == 0)
		role_begin(layout, ROLE_ROW, NULL);
	place_cells(layout, table, state, piece, area);
	if (last || state->pieces[strip + 1].row != piece.row)
		role_end(layout);
	place_rule(layout, table, measured, strip, area);
	if (last)
		role_end(layout);
}

const struct block_class block_table = {measure_table, place_table};
