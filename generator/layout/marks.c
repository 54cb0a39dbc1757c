#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"

/* A skill: its name in a column on the left, its actions as rows. Rows keep
 * together; only a skill that is more than a page breaks. */
struct marks_state {
	struct lines title, text;
	struct lines *rows;
	bool below; /* counts stand below the rows, over the whole width, */
	bool wide;  /* and name and definition above them, or only these */
	size_t n_heads; /* strips above the rows: 1 when wide, else 0 */
	double column;  /* left of the rows */
	const struct page *page; /* where the row before stands */
};

static double name_height(const struct layout *layout, const struct marks_state *state)
{
	return 2 * size_of(layout, SIZE_CELL_PAD) + state->title.height + state->text.height;
}

static double count_height(const struct layout *layout, const struct marks_block *marks)
{
	if (marks->count_label == NULL)
		return 0;
	return size_of(layout, SIZE_UNIT) + size_of(layout, SIZE_COUNT_HEIGHT) +
	       size_of(layout, SIZE_COUNT_PAD);
}

static void set_name(struct layout *layout, const struct marks_block *marks, double width,
                     struct marks_state *state)
{
	state->title = text_balance(layout, STYLE_SECTION, marks->title, width);
	state->text = text_balance(layout, STYLE_LABEL, marks->text, width);
}

/* Pads 2 above and below two lines: what is left of the smallest row. */
static double row_height(const struct layout *layout, const struct lines *lines)
{
	double least = size_of(layout, SIZE_ROW_MIN);
	double pad = least - 2 * style_leading(layout, STYLE_ROW);

	if (lines->n_lines < 2)
		return size_of(layout, SIZE_ROW_ONE);
	return lines->height + pad > least ? lines->height + pad : least;
}

static double set_rows(struct layout *layout, const struct marks_block *marks, double width,
                       struct marks_state *state)
{
	double height = 0, measure = width - state->column - 2 * size_of(layout, SIZE_BOX_PITCH);

	state->rows = ARENA_ARRAY(layout->arena, struct lines, marks->n_rows + 1);
	for (size_t i = 0; i < marks->n_rows; i++) {
		state->rows[i] = text_balance(layout, STYLE_ROW, marks->rows[i].text, measure);
		height += row_height(layout, &state->rows[i]);
	}
	return height;
}

static void fill_strips(struct layout *layout, const struct marks_block *marks,
                        struct marks_state *state, struct measured *measured)
{
	size_t n = state->n_heads + marks->n_rows + state->below;
	struct strip *rows = measured_alloc(layout, measured, n);
	double needed = state->below ? 0 : count_height(layout, marks);

	if (state->wide) {
		rows->height = name_height(layout, state) + size_of(layout, SIZE_UNIT);
		rows->what = marks->title;
		rows->head = true;
		rows->reach = marks->n_rows;
		rows++;
	} else {
		needed += name_height(layout, state);
	}
	for (size_t i = 0; i < marks->n_rows; i++) {
		rows[i].height = row_height(layout, &state->rows[i]);
		rows[i].stretch = size_of(layout, SIZE_ROW_MAX) - size_of(layout, SIZE_ROW_MIN);
		rows[i].what = marks->rows[i].text;
	}
	sheet_grow_rows(rows, marks->n_rows, needed);
	if (state->below)
		rows[marks->n_rows].height = count_height(layout, marks);
	for (size_t i = 0; i + 1 < measured->n_strips; i++)
		measured->strips[i].keep = true;
}

static void measure_marks(struct layout *layout, const struct block *block, double width,
                          struct measured *measured)
{
	const struct marks_block *marks = &block->marks;
	struct marks_state *state = ARENA_NEW(layout->arena, struct marks_state);
	bool stacked = layout->theme->toggles[TOGGLE_TOTALS_BELOW];
	double rows;

	measured->state = state;
	state->below = stacked && marks->count_label != NULL && marks->n_rows > 0;
	state->column = stacked ? 0 : size_of(layout, SIZE_SKILL_COLUMN);
	rows = set_rows(layout, marks, width, state);
	set_name(layout, marks, size_of(layout, SIZE_SKILL_TEXT), state);
	state->wide = stacked ||
	              name_height(layout, state) + count_height(layout, marks) > 1.5 * rows;
	state->n_heads = state->wide ? 1 : 0;
	if (state->wide)
		set_name(layout, marks, width, state);
	fill_strips(layout, marks, state, measured);
}

static void place_name(struct layout *layout, const struct marks_state *state, struct area area)
{
	double y = area.y + size_of(layout, SIZE_UNIT) / 1.5;

	if (state->title.n_lines > 0) {
		role_begin(layout, ROLE_HEADING2, NULL);
		place_lines(layout, &state->title, flush_left(area.x, y));
		role_end(layout);
	}
	if (state->text.n_lines == 0)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &state->text,
	            flush_left(area.x, y + state->title.height + size_of(layout, SIZE_CELL_PAD)));
	role_end(layout);
}

static const char *mark_name(struct layout *layout, const struct answer_row *row, bool plus)
{
	return arena_printf(layout->arena, "%s.%s", row->id, plus ? "plus" : "minus");
}

static void place_boxes(struct layout *layout, const struct answer_row *row, struct area area)
{
	double size = size_of(layout, SIZE_BOX), y = area.y + area.height / 2;
	double right = area.x + area.width;

	for (int i = 0; i < 2; i++) {
		bool plus = i == 0;
		double x = right - size - (plus ? size_of(layout, SIZE_BOX_PITCH) : 0);
		struct area box = {x, y - size / 2, size, size};
		struct form_field field = sheet_check(layout);

		sheet_sign(layout, plus ? SIGN_PLUS : SIGN_MINUS,
		           x - size_of(layout, SIZE_SIGN_GAP), y);
		sheet_box(layout, box, SIZE_BOX_LINE);
		field.name = mark_name(layout, row, plus);
		field.excludes = mark_name(layout, row, !plus);
		field.tooltip = row->tips == NULL ? row->text : row->tips[i];
		draw_field(layout, box, field);
	}
}

/* From the left edge of the label to that of the first box. */
static double count_indent(struct layout *layout, const struct marks_block *marks)
{
	double label = text_width(layout, STYLE_LABEL, marks->count_label);

	return fmax(size_of(layout, SIZE_COUNT_PITCH),
	            label + 1.5 * size_of(layout, SIZE_UNIT) + size_of(layout, SIZE_SIGN_GAP));
}

static void place_counts(struct layout *layout, const struct marks_block *marks, struct area area)
{
	double height = size_of(layout, SIZE_COUNT_HEIGHT);
	double width = size_of(layout, SIZE_COUNT_WIDTH);
	double pitch = size_of(layout, SIZE_COUNT_PITCH), y;
	double x = area.x + count_indent(layout, marks);

	y = area.y + area.height - size_of(layout, SIZE_COUNT_PAD) - height / 2;
	layout->language = layout->document->language;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_text(layout, STYLE_LABEL, COLOUR_NONE, marks->count_label,
	           flush_left(area.x, y + style_cap_height(layout, STYLE_LABEL) / 2));
	for (int i = 0; i < 2; i++, x += pitch) {
		struct area box = {x, y - height / 2, width, height};

		sheet_sign(layout, i == 0 ? SIGN_PLUS : SIGN_MINUS,
		           x - 0.75 * size_of(layout, SIZE_SIGN_GAP), y);
		sheet_box(layout, box, SIZE_RULE_LIGHT);
		sheet_number_field(layout, box, &marks->counts[i]);
	}
	role_end(layout);
}

/* The name once more on a page that the group goes on to, when it has room
 * beside the rows that are left and the counts. */
static void repeat_name(struct layout *layout, const struct marks_block *marks,
                        const struct marks_state *state, size_t row, struct area area)
{
	double room = (double)(marks->n_rows - row) * size_of(layout, SIZE_ROW_MIN);

	if (state->wide || row == 0 || state->page == layout->page ||
	    room < name_height(layout, state) + count_height(layout, marks))
		return;
	role_begin(layout, ROLE_ARTIFACT, NULL);
	place_lines(layout, &state->title,
	            flush_left(area.x, area.y + size_of(layout, SIZE_UNIT) / 1.5));
	role_end(layout);
}

static void place_row(struct layout *layout, const struct marks_block *marks,
                      const struct marks_state *state, size_t i, struct area area)
{
	bool last = i + 1 == marks->n_rows;
	struct area right = area;

	right.x += state->column;
	right.width -= state->column;
	role_begin(layout, ROLE_LIST_ITEM, NULL);
	role_begin(layout, ROLE_LIST_BODY, NULL);
	sheet_lines(layout, &state->rows[i], right, ALIGN_LEFT);
	place_boxes(layout, &marks->rows[i], right);
	role_end(layout);
	role_end(layout);
	if (!last)
		sheet_dots(layout, right);
}

static void place_marks(struct layout *layout, const struct block *block,
                        const struct measured *measured, size_t strip, struct area area)
{
	const struct marks_block *marks = &block->marks;
	struct marks_state *state = measured->state;
	size_t row = strip - state->n_heads;
	struct area counts = area;

	if (strip == 0) {
		role_begin(layout, ROLE_SECTION, NULL);
		place_name(layout, state, area);
	}
	if (strip >= state->n_heads && row < marks->n_rows) {
		if (row == 0)
			role_begin(layout, ROLE_LIST, NULL);
		repeat_name(layout, marks, state, row, area);
		state->page = layout->page;
		place_row(layout, marks, state, row, area);
		if (row + 1 == marks->n_rows)
			role_end(layout);
	}
	if (strip + 1 < measured->n_strips)
		return;
	if (state->below) {
		counts.x += area.width - count_indent(layout, marks) -
		            size_of(layout, SIZE_COUNT_PITCH) - size_of(layout, SIZE_COUNT_WIDTH);
		place_counts(layout, marks, counts);
	} else if (marks->count_label != NULL && marks->n_rows > 0) {
		place_counts(layout, marks, area);
	}
	role_end(layout);
	sheet_rule(layout, area, SIZE_RULE);
}

const struct block_class block_marks = {measure_marks, place_marks};
