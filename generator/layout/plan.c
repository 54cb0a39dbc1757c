#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"

/* A category of the action plan: a line with its name and the heads of the
 * columns of a table, and its rows to write in. */
struct plan_state {
	struct lines title, text, heads[PLAN_CELL_COUNT];
	double text_x;              /* from the left edge */
	double edges[PLAN_CELL_COUNT + 1]; /* left edges of the cells, and the right edge */
	double option_size;         /* of type that the longest option has room in */
};

struct cell_kind {
	const char *name;
	enum field_kind field;
	enum size width;
};

static const struct cell_kind cell_kinds[PLAN_CELL_COUNT] = {
	[PLAN_ACTION] = {"action", FIELD_LINES, SIZE_COUNT},
	[PLAN_SECTION] = {"section", FIELD_CHOICE, SIZE_PLAN_SECTION},
	[PLAN_OWNER] = {"owner", FIELD_TEXT, SIZE_PLAN_OWNER},
	[PLAN_DUE] = {"due", FIELD_DATE, SIZE_PLAN_DUE},
};

static const char *cell_head(const struct plan_block *plan, enum plan_cell cell)
{
	const char *const heads[PLAN_CELL_COUNT] = {
		[PLAN_SECTION] = plan->section_head,
		[PLAN_OWNER] = plan->owner_head,
		[PLAN_DUE] = plan->due_head,
	};

	return heads[cell];
}

/* A column is at least as wide as its head; one without a head is left out. */
static void arrange(struct layout *layout, const struct plan_block *plan, double width,
                    struct plan_state *state)
{
	double pads = 2 * size_of(layout, SIZE_UNIT);

	state->edges[PLAN_CELL_COUNT] = width;
	for (int i = PLAN_CELL_COUNT - 1; i > PLAN_ACTION; i--) {
		const char *head = cell_head(plan, (enum plan_cell)i);
		double least = text_width(layout, STYLE_LABEL_BOLD, head) + pads;

		state->edges[i] = state->edges[i + 1];
		if (head != NULL)
			state->edges[i] -= fmin(fmax(size_of(layout, cell_kinds[i].width), least),
			                        width / 4);
	}
	state->edges[PLAN_ACTION] = size_of(layout, SIZE_PLAN_NUMBER);
	for (int i = PLAN_SECTION; i < PLAN_CELL_COUNT; i++)
		state->heads[i] = text_set(layout, STYLE_LABEL_BOLD, cell_head(plan, (enum plan_cell)i),
		                           state->edges[i + 1] - state->edges[i] - pads);
}

/* The text stands after the title where there is room, else below it. */
static void set_words(struct layout *layout, const struct plan_block *plan,
                      struct plan_state *state)
{
	double room = state->edges[PLAN_ACTION + 1] - size_of(layout, SIZE_CELL_GAP);
	double beside;

	state->title = text_set(layout, STYLE_SECTION, plan->title, room);
	state->text_x = state->title.width + 1.5 * size_of(layout, SIZE_UNIT);
	beside = room - state->text_x;
	if (text_width(layout, STYLE_LABEL, plan->text) > beside || state->title.n_lines > 1)
		state->text_x = 0;
	state->text = text_balance(layout, STYLE_LABEL, plan->text, room - state->text_x);
}

/* Space at either side of what is typed. */
static double cell_pad(const struct layout *layout)
{
	return size_of(layout, SIZE_UNIT) / 3;
}

/* Type of a chosen option shrinks as far as it can still be read. */
static void fit_options(struct layout *layout, const struct plan_block *plan,
                        struct plan_state *state)
{
	static const double smallest = 0.6;
	double room = state->edges[PLAN_SECTION + 1] - state->edges[PLAN_SECTION];
	double widest = 0;

	for (size_t i = 0; i < plan->n_options; i++)
		widest = fmax(widest, text_width(layout, STYLE_LABEL, plan->options[i]));
	/* viewers keep as much again at both sides */
	room -= 4 * cell_pad(layout);
	state->option_size = layout->theme->styles[STYLE_LABEL].size;
	if (widest > room)
		state->option_size *= fmax(room / widest, smallest);
}

static double words_height(const struct plan_state *state)
{
	return state->title.height + (state->text_x > 0 ? 0 : state->text.height);
}

static double head_height(const struct layout *layout, const struct plan_state *state)
{
	double height = words_height(state);

	for (int i = PLAN_SECTION; i < PLAN_CELL_COUNT; i++)
		height = fmax(height, state->heads[i].height);
	return fmax(size_of(layout, SIZE_PLAN_HEAD), height + 1.5 * size_of(layout, SIZE_UNIT));
}

static void measure_plan(struct layout *layout, const struct block *block, double width,
                         struct measured *measured)
{
	const struct plan_block *plan = &block->plan;
	struct plan_state *state = ARENA_NEW(layout->arena, struct plan_state);
	size_t n_rows = plan->n_rows > 0 ? (size_t)plan->n_rows : 0;
	struct strip *strips = measured_alloc(layout, measured, n_rows + 1);

	measured->state = state;
	arrange(layout, plan, width, state);
	set_words(layout, plan, state);
	fit_options(layout, plan, state);
	strips[0].height = head_height(layout, state);
	strips[0].before = size_of(layout, SIZE_PLAN_GAP);
	strips[0].what = plan->title;
	for (size_t i = 1; i <= n_rows; i++) {
		strips[i].height = size_of(layout, SIZE_WRITE_ROW);
		strips[i].stretch = size_of(layout, SIZE_WRITE_ROW_MAX) - strips[i].height;
		strips[i - 1].keep = true;
	}
}

static void place_head(struct layout *layout, const struct plan_state *state, struct area area)
{
	double unit = size_of(layout, SIZE_UNIT), foot = area.y + area.height;
	double top = foot - words_height(state) - 0.75 * unit;
	double baseline = top + style_ascent(layout, STYLE_SECTION);
	double heads = foot - 0.75 * unit;
	double text = state->text_x > 0 ? baseline - style_ascent(layout, STYLE_LABEL)
	                                : top + state->title.height;

	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, &state->title, flush_left(area.x, top));
	role_end(layout);
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &state->text,
	            flush_left(area.x + state->text_x, text));
	role_end(layout);
	role_begin(layout, ROLE_TABLE, NULL);
	role_begin(layout, ROLE_ROW, NULL);
	cell_begin(layout, ROLE_CELL, (struct span){.columns = 2});
	role_end(layout);
	for (int i = PLAN_SECTION; i < PLAN_CELL_COUNT; i++) {
		if (state->heads[i].n_lines == 0)
			continue;
		role_begin(layout, ROLE_HEAD_CELL, NULL);
		place_lines(layout, &state->heads[i],
		            flush_left(area.x + state->edges[i] + unit,
		                       heads - state->heads[i].height));
		role_end(layout);
	}
	role_end(layout);
	sheet_rule(layout, area, SIZE_RULE_MEDIUM);
}

static void place_cells(struct layout *layout, const struct plan_block *plan,
                        const struct plan_state *state, int row, struct area area)
{
	struct stroke stroke = stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK);

	for (int i = 0; i < PLAN_CELL_COUNT; i++) {
		double x = area.x + state->edges[i], width = state->edges[i + 1] - state->edges[i];
		double pad = cell_pad(layout);
		struct area cell = {x + pad, area.y, width - 2 * pad, area.height};

		if (width <= 2 * pad)
			continue;
		draw_down(layout, x, area.y, area.y + area.height, stroke);
		role_begin(layout, ROLE_CELL, NULL);
		draw_field(layout, cell, (struct form_field){
			.kind = cell_kinds[i].field,
			.name = arena_printf(layout->arena, "Plan.%s.%d.%s", plan->id, row + 1,
			                     cell_kinds[i].name),
			.tooltip = plan->rows[row].tips[i],
			.format = plan->due_format,
			.options = plan->options,
			.n_options = plan->n_options,
			.size = i == PLAN_SECTION ? state->option_size
			                          : layout->theme->styles[STYLE_LABEL].size,
		});
		role_end(layout);
	}
}

static void place_row(struct layout *layout, const struct plan_block *plan,
                      const struct plan_state *state, int row, struct area area)
{
	const char *number = arena_printf(layout->arena, "%d", plan->first_number + row);
	double unit = size_of(layout, SIZE_UNIT);

	role_begin(layout, ROLE_ROW, NULL);
	role_begin(layout, ROLE_ROW_HEAD, NULL);
	place_text(layout, STYLE_LABEL, COLOUR_NONE, number,
	           flush_right(area.x + state->edges[PLAN_ACTION] - 1.2 * unit, area.y + 2 * unit));
	role_end(layout);
	place_cells(layout, plan, state, row, area);
	role_end(layout);
	sheet_rule(layout, area, SIZE_RULE_LIGHT);
}

static void place_plan(struct layout *layout, const struct block *block,
                       const struct measured *measured, size_t strip, struct area area)
{
	const struct plan_block *plan = &block->plan;
	const struct plan_state *state = measured->state;

	if (strip == 0) {
		role_begin(layout, ROLE_SECTION, NULL);
		place_head(layout, state, area);
	}
	if (strip > 0)
		place_row(layout, plan, state, (int)strip - 1, area);
	if (strip + 1 < measured->n_strips)
		return;
	role_end(layout);
	role_end(layout);
}

const struct block_class block_plan = {measure_plan, place_plan};
