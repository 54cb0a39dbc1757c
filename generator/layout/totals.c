#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"

/* Boxes to copy the totals into and to add them up, and beside them the
 * stages to mark; a strip of their own when the width is too small for both.
 * A sum of several rows has a strip for each. */
struct totals_state {
	struct lines add_title, stage_title;
	size_t per_row, n_sums;         /* boxes in a row of the sum, its rows */
	double sum_height;              /* one row of the sum */
	double add_width, add_height;   /* add_height: with the first row */
	double *columns;                /* left edges of the stages' columns */
	size_t n_columns;
	double stage_x, stage_width, stage_height;
};

/* From the left edge of a box to that of the next one. */
static double box_pitch(const struct layout *layout)
{
	return size_of(layout, SIZE_TOTAL_WIDTH) + 3 * size_of(layout, SIZE_UNIT);
}

static void measure_sum(struct layout *layout, const struct totals_block *totals, double width,
                        struct totals_state *state)
{
	double unit = size_of(layout, SIZE_UNIT), all;
	size_t n = totals->n_letters, rows;

	state->per_row = (size_t)fmax(1, floor((width - size_of(layout, SIZE_OVERALL_WIDTH)) /
	                                       box_pitch(layout)));
	rows = (n + state->per_row - 1) / state->per_row;
	state->n_sums = rows > 0 ? rows : 1;
	state->sum_height = size_of(layout, SIZE_OVERALL_HEIGHT) +
	                    style_leading(layout, STYLE_LABEL_BOLD);
	all = (double)(n < state->per_row ? n : state->per_row) * box_pitch(layout);
	state->add_width = all + size_of(layout, SIZE_OVERALL_WIDTH);
	state->add_title = text_set(layout, STYLE_NAME, totals->add_title,
	                            fmax(state->add_width, width / 2));
	state->add_width = fmax(state->add_width, state->add_title.width);
	state->add_height = state->add_title.height + unit + state->sum_height;
}

static double stage_width(struct layout *layout, const struct stage *stage)
{
	double words = fmax(text_width(layout, STYLE_LABEL_BOLD, stage->title),
	                    text_width(layout, STYLE_SMALL, stage->limits));

	return size_of(layout, SIZE_STAGE_CIRCLE) + size_of(layout, SIZE_UNIT) + words;
}

/* Puts stages into `n_columns` columns, row after row, each column as wide as
 * its widest stage; returns the width of all. */
static double arrange_stages(struct layout *layout, const struct totals_block *totals,
                             size_t n_columns, struct totals_state *state)
{
	double x = 0, gap = 3 * size_of(layout, SIZE_UNIT);

	state->n_columns = n_columns;
	state->columns = ARENA_ARRAY(layout->arena, double, n_columns);
	for (size_t column = 0; column < n_columns; column++) {
		double widest = 0;

		for (size_t i = column; i < totals->n_stages; i += n_columns)
			widest = fmax(widest, stage_width(layout, &totals->stages[i]));
		state->columns[column] = x;
		x += widest + gap;
	}
	return x - gap;
}

static void measure_stages(struct layout *layout, const struct totals_block *totals,
                           double width, struct totals_state *state)
{
	size_t n = totals->n_stages < 3 ? totals->n_stages : 3, rows;

	if (n == 0)
		return;
	while (arrange_stages(layout, totals, n, state) > width && n > 1)
		n--;
	state->stage_title = text_set(layout, STYLE_NAME, totals->stage_title, width);
	state->stage_width = fmax(arrange_stages(layout, totals, n, state),
	                          state->stage_title.width);
	rows = (totals->n_stages + n - 1) / n;
	state->stage_height = state->stage_title.height +
	                      (double)rows * size_of(layout, SIZE_STAGE_PITCH);
}

static void measure_totals(struct layout *layout, const struct block *block, double width,
                           struct measured *measured)
{
	const struct totals_block *totals = &block->totals;
	struct totals_state *state = ARENA_NEW(layout->arena, struct totals_state);
	double pad = size_of(layout, SIZE_UNIT), gutter = size_of(layout, SIZE_GUTTER);
	bool below = totals->n_stages > 0;
	struct strip *strips;

	measure_sum(layout, totals, width, state);
	measure_stages(layout, totals, width, state);
	if (state->n_sums == 1)
		below = below && state->add_width + gutter + state->stage_width > width;
	strips = measured_alloc(layout, measured, state->n_sums + below);
	for (size_t i = 0; i < measured->n_strips; i++) {
		strips[i].height = state->sum_height;
		strips[i].below_head = i > 0 ? pad : 0;
		strips[i].keep = i + 1 < measured->n_strips;
		strips[i].what = totals->add_title;
	}
	strips[0].height = pad + (below ? state->add_height
	                                : fmax(state->add_height, state->stage_height));
	if (below) {
		strips[state->n_sums].height = state->stage_height + pad;
		strips[state->n_sums].what = totals->stage_title;
	} else {
		state->stage_x = state->add_width + gutter;
	}
	measured->state = state;
}

/* A box with its letter below it, which is heard first; area: where it stands. */
static void place_box(struct layout *layout, struct area box, const char *label,
                      const struct number_box *number, bool overall)
{
	place_text(layout, STYLE_LABEL_BOLD, COLOUR_NONE, label,
	           centred(box.x + box.width / 2,
	                   box.y + box.height + style_ascent(layout, STYLE_LABEL_BOLD) + 1));
	sheet_box(layout, box, overall ? SIZE_SIGN_LINE : SIZE_BOX_LINE);
	sheet_number_field(layout, box, number);
}

static void place_overall(struct layout *layout, const struct totals_block *totals, double x,
                          double middle)
{
	double height = size_of(layout, SIZE_OVERALL_HEIGHT);

	place_box(layout,
	          (struct area){x, middle - height / 2, size_of(layout, SIZE_OVERALL_WIDTH), height},
	          totals->overall_label, &totals->overall, true);
}

/* One row of the sum; the last one ends with its result. */
static void place_sum(struct layout *layout, const struct totals_block *totals,
                      const struct totals_state *state, size_t row, struct xy corner)
{
	double width = size_of(layout, SIZE_TOTAL_WIDTH);
	double height = size_of(layout, SIZE_TOTAL_HEIGHT), pitch = box_pitch(layout);
	double sign = (pitch + width) / 2, x = corner.x;
	double middle = corner.y + size_of(layout, SIZE_OVERALL_HEIGHT) / 2;
	size_t first = row * state->per_row, end = first + state->per_row;

	for (size_t i = first; i < end && i < totals->n_letters; i++, x += pitch) {
		bool last = i + 1 == totals->n_letters;

		place_box(layout, (struct area){x, middle - height / 2, width, height},
		          totals->letters[i], &totals->sums[i], false);
		sheet_sign(layout, last ? SIGN_EQUALS : SIGN_PLUS, x + sign, middle);
	}
	if (end >= totals->n_letters)
		place_overall(layout, totals, x, middle);
}

static void place_stage(struct layout *layout, const struct totals_block *totals,
                        const struct stage *stage, double x, double y)
{
	double radius = size_of(layout, SIZE_STAGE_CIRCLE) / 2;
	double text = x + 2 * radius + size_of(layout, SIZE_UNIT);
	double up = y - style_leading(layout, STYLE_SMALL), half = radius;

	place_text(layout, STYLE_SMALL, COLOUR_NONE, stage->limits,
	           flush_left(text, up + style_ascent(layout, STYLE_SMALL)));
	place_text(layout, STYLE_LABEL_BOLD, COLOUR_NONE, stage->title,
	           flush_left(text, y + style_ascent(layout, STYLE_LABEL_BOLD)));
	draw_circle(layout, (struct circle){x + radius, y, radius}, COLOUR_NONE,
	            stroke_of(layout, SIZE_CIRCLE_LINE, COLOUR_INK));
	draw_field(layout, (struct area){x, y - half, 2 * half, 2 * half}, (struct form_field){
		.kind = FIELD_RADIO,
		.name = totals->stage_field,
		.value = stage->id,
		.legend = totals->stage_title,
		.tooltip = stage->tip,
	});
}

static void place_stages(struct layout *layout, const struct totals_block *totals,
                         const struct totals_state *state, double left, double top)
{
	double pitch = size_of(layout, SIZE_STAGE_PITCH);
	double y = top + state->stage_title.height + size_of(layout, SIZE_UNIT) / 2 + pitch / 2;

	if (totals->n_stages == 0)
		return;
	role_begin(layout, ROLE_SECTION, NULL);
	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, &state->stage_title, flush_left(left, top));
	role_end(layout);
	role_begin(layout, ROLE_LIST, NULL);
	for (size_t i = 0; i < totals->n_stages; i++) {
		size_t row = i / state->n_columns, column = i % state->n_columns;

		role_begin(layout, ROLE_LIST_ITEM, NULL);
		role_begin(layout, ROLE_LIST_BODY, NULL);
		place_stage(layout, totals, &totals->stages[i], left + state->columns[column],
		            y + (double)row * pitch);
		role_end(layout);
		role_end(layout);
	}
	role_end(layout);
	role_end(layout);
}

static void place_add_title(struct layout *layout, const struct totals_state *state,
                            struct area area)
{
	draw_across(layout, area.x, area.x + area.width, area.y,
	            stroke_of(layout, SIZE_RULE_HEAVY, COLOUR_INK));
	role_begin(layout, ROLE_SECTION, NULL);
	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, &state->add_title,
	            flush_left(area.x, area.y + size_of(layout, SIZE_UNIT)));
	role_end(layout);
	role_begin(layout, ROLE_PARAGRAPH, NULL);
}

static void place_totals(struct layout *layout, const struct block *block,
                         const struct measured *measured, size_t strip, struct area area)
{
	const struct totals_state *state = measured->state;
	const struct totals_block *totals = &block->totals;
	double unit = size_of(layout, SIZE_UNIT);
	struct xy corner = {area.x, area.y};

	if (strip == 0) {
		place_add_title(layout, state, area);
		corner.y += 2 * unit + state->add_title.height;
	}
	if (strip < state->n_sums)
		place_sum(layout, totals, state, strip, corner);
	if (strip + 1 == state->n_sums) {
		role_end(layout);
		role_end(layout);
	}
	if (strip + 1 == measured->n_strips)
		place_stages(layout, totals, state, area.x + state->stage_x, area.y + unit);
}

const struct block_class block_totals = {measure_totals, place_totals};
