#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/entry_columns.h"
#include "layout/entry_marks.h"
#include "layout/entry_row.h"
#include "layout/sheet_parts.h"

/* A table to fill in: a strip with its title and the heads of its columns,
 * which is repeated, and one for each row. */
struct entries_state {
	struct entry_columns columns;
	struct lines title, text, aside;
	bool aside_below;      /* it has no room beside the title */
	struct lines **cells;  /* words of each row, one for each column */
};

/* The title stands in the place of the first column's head where it has none. */
static void set_title(struct layout *layout, const struct entries_block *entries, double width,
                      struct entries_state *state)
{
	const struct entry_columns *columns = &state->columns;
	double gap = 1.5 * size_of(layout, SIZE_UNIT), beside, room = width;

	if (columns->inside)
		room = columns->number + columns->slots[0].width - gap;
	beside = text_width(layout, STYLE_LABEL, entries->aside);
	state->aside_below = beside + gap > room / 2;
	state->title = text_set(layout, STYLE_SECTION, entries->title,
	                        state->aside_below || beside <= 0 ? room : room - beside - gap);
	state->text = text_balance(layout, STYLE_LABEL, entries->text, room);
	state->aside = text_set(layout, STYLE_LABEL, entries->aside, room);
}

static double title_height(const struct layout *layout, const struct entries_state *state)
{
	double height = state->title.height + state->text.height;

	if (state->aside_below || state->title.n_lines == 0)
		height += state->aside.height;
	return height > 0 ? height + 2 * entry_pad(layout) : 0;
}

static double head_height(const struct layout *layout, const struct entries_state *state)
{
	double title = title_height(layout, state), heads = state->columns.head_height;

	if (state->columns.inside)
		return fmax(title, heads);
	return title > 0 && heads > 0 ? title - entry_pad(layout) + heads : title + heads;
}

static void set_cells(struct layout *layout, const struct entries_block *entries,
                      struct entries_state *state)
{
	state->cells = ARENA_ARRAY(layout->arena, struct lines *, entries->n_rows + 1);
	for (size_t i = 0; i < entries->n_rows; i++) {
		const struct entry_row *row = &entries->rows[i];

		state->cells[i] = ARENA_ARRAY(layout->arena, struct lines, entries->n_columns);
		for (size_t k = 0; k < entries->n_columns; k++) {
			const struct entry_column *column = &entries->columns[k];
			struct area inner = entry_inner(&state->columns, k, (struct area){0});

			if (column->kind != ENTRY_CHECK && !entry_has_circles(column))
				state->cells[i][k] = text_balance(
					layout, row->example ? STYLE_EXAMPLE : STYLE_ROW,
					row->cells[k].text, inner.width);
		}
	}
}

static bool has_mark(const struct entry_column *column, const struct entry_cell *cell)
{
	return (column->kind == ENTRY_CHECK || entry_has_circles(column)) &&
	       (cell->field != NULL || cell->text != NULL);
}

static double mark_height(const struct layout *layout, const struct entry_column *column)
{
	return size_of(layout, column->kind == ENTRY_CHECK ? SIZE_BOX : SIZE_CIRCLE);
}

/* Height of what stands in a row, without room around it; marks keep apart from
 * those of the next row. */
static double content_height(const struct layout *layout, const struct entries_block *entries,
                             const struct entries_state *state, size_t i)
{
	double height = 0, apart = size_of(layout, SIZE_UNIT) / 3;

	for (size_t k = 0; k < entries->n_columns; k++) {
		const struct entry_column *column = &entries->columns[k];

		height = fmax(height, state->cells[i][k].height);
		if (has_mark(column, &entries->rows[i].cells[k]))
			height = fmax(height, mark_height(layout, column) + apart);
	}
	return height;
}

/* The least height of a row of statements: handwriting needs more than marks. */
static double least_height(const struct layout *layout, const struct entries_block *entries,
                           size_t i)
{
	for (size_t k = 0; k < entries->n_columns; k++)
		if (entry_is_written(&entries->columns[k]) &&
		    entries->rows[i].cells[k].field != NULL)
			return size_of(layout, SIZE_WRITE_ROW);
	return size_of(layout, SIZE_RATING_ROW);
}

static void fill_row(struct layout *layout, const struct entries_block *entries,
                     const struct entries_state *state, size_t i, struct strip *strip)
{
	const struct entry_row *row = &entries->rows[i];
	double content = content_height(layout, entries, state, i);

	strip->what = row->cells[0].text;
	if (row->example) {
		strip->height = content + 2 * entry_pad(layout);
		strip->keep = true;
	} else if (entries->roomy) {
		content += 2 * entry_pad(layout);
		strip->height = fmax(size_of(layout, SIZE_ENTRY_ROW), content);
		strip->shrink = fmax(0, strip->height - fmax(size_of(layout, SIZE_WRITE_ROW), content));
		strip->stretch = fmax(0, size_of(layout, SIZE_ENTRY_ROW_MAX) - strip->height);
	} else {
		content += size_of(layout, SIZE_UNIT) / 1.5;
		strip->height = fmax(least_height(layout, entries, i), content);
		strip->shrink = fmax(0, strip->height - fmax(size_of(layout, SIZE_RATING_ROW), content));
		strip->stretch = size_of(layout, SIZE_ROW_MAX) - size_of(layout, SIZE_ROW_MIN);
	}
}

/* Few statements stay together; of many, no single one stands alone. */
static void keep_rows(const struct layout *layout, const struct entries_block *entries,
                      const struct measured *measured)
{
	struct strip *strips = measured->strips;
	size_t n = measured->n_strips;
	bool whole = !entries->roomy &&
	             measured_height(measured) < page_body(layout).height / 2;

	for (size_t i = 0; i + 1 < n; i++)
		strips[i].keep = strips[i].keep || whole || i == 0 ||
		                 (!entries->roomy && (i == 1 || i + 2 == n));
}

static void measure_entries(struct layout *layout, const struct block *block, double width,
                            struct measured *measured)
{
	const struct entries_block *entries = &block->entries;
	struct entries_state *state = ARENA_NEW(layout->arena, struct entries_state);
	bool titled = entries->title != NULL || entries->text != NULL;
	struct strip *strips;

	if (entries->n_columns == 0)
		return;
	measured->state = state;
	state->columns = entry_columns_arrange(layout, entries, width);
	set_title(layout, entries, width, state);
	set_cells(layout, entries, state);
	strips = measured_alloc(layout, measured, entries->n_rows + 1);
	strips[0].height = head_height(layout, state);
	strips[0].before = size_of(layout, titled ? SIZE_PLAN_GAP : SIZE_SECTION_GAP);
	strips[0].what = entries->title;
	strips[0].head = true;
	strips[0].reach = entries->n_rows;
	for (size_t i = 0; i < entries->n_rows; i++)
		fill_row(layout, entries, state, i, &strips[i + 1]);
	strips[entries->n_rows].keep = false;
	keep_rows(layout, entries, measured);
}

static void place_aside(struct layout *layout, const struct entries_state *state,
                        struct area area, double top)
{
	double gap = 1.5 * size_of(layout, SIZE_UNIT);
	double down = style_ascent(layout, STYLE_SECTION) - style_ascent(layout, STYLE_LABEL);

	if (state->aside.n_lines == 0)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	if (state->aside_below || state->title.n_lines == 0)
		place_lines(layout, &state->aside,
		            flush_left(area.x, top + state->title.height));
	else if (state->columns.inside)
		place_lines(layout, &state->aside,
		            flush_left(area.x + state->title.width + gap, top + down));
	else
		place_lines(layout, &state->aside,
		            (struct place){area.x, top + down, area.width, ALIGN_RIGHT});
	role_end(layout);
}

/* Beside the heads it stands on their foot, else above them. */
static void place_title(struct layout *layout, const struct entries_state *state,
                        struct area area)
{
	double height = title_height(layout, state), top = area.y;
	double below = state->aside_below || state->title.n_lines == 0 ? state->aside.height : 0;

	if (height <= 0)
		return;
	if (state->columns.inside)
		top += area.height - height;
	top += entry_pad(layout);
	if (state->title.n_lines > 0) {
		role_begin(layout, ROLE_HEADING2, NULL);
		place_lines(layout, &state->title, flush_left(area.x, top));
		role_end(layout);
	}
	place_aside(layout, state, area, top);
	if (state->text.n_lines == 0)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &state->text,
	            flush_left(area.x, top + state->title.height + below));
	role_end(layout);
}

static void place_head(struct layout *layout, const struct entries_block *entries,
                       const struct entries_state *state, struct area area)
{
	bool example = entries->n_rows > 0 && entries->rows[0].example && !layout->repeating;
	double heads = state->columns.head_height;
	struct area part = area;

	if (title_height(layout, state) <= 0)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_HEAVY, COLOUR_INK));
	place_title(layout, state, area);
	role_begin(layout, ROLE_TABLE, entries->title);
	if (!state->columns.inside) {
		part.y += area.height - heads;
		part.height = heads;
	}
	if (heads > 0)
		entry_columns_place_heads(layout, entries, &state->columns, part);
	if (entries->roomy)
		entry_columns_place_rules(layout, entries, &state->columns, part);
	sheet_rule(layout, area, example ? SIZE_RULE_LIGHT : SIZE_RULE_MEDIUM);
}

static void place_row(struct layout *layout, const struct entries_block *entries,
                      const struct entries_state *state, size_t i, struct area area)
{
	bool example = entries->rows[i].example, last = i + 1 == entries->n_rows;
	bool marks_only = !entries->roomy && !state->columns.written;

	entry_row_place(layout, &(struct entry_line){
		.entries = entries,
		.columns = &state->columns,
		.row = &entries->rows[i],
		.words = state->cells[i],
	}, area);
	entry_columns_place_rules(layout, entries, &state->columns, area);
	if (example && !last && !entries->rows[i + 1].example)
		sheet_rule(layout, area, SIZE_RULE_MEDIUM);
	else if (last && !entries->roomy)
		sheet_rule(layout, area, SIZE_RULE);
	else if (marks_only)
		sheet_dots(layout, area);
	else
		sheet_rule(layout, area, SIZE_RULE_LIGHT);
}

static void place_entries(struct layout *layout, const struct block *block,
                          const struct measured *measured, size_t strip, struct area area)
{
	const struct entries_state *state = measured->state;

	if (strip == 0) {
		role_begin(layout, ROLE_SECTION, NULL);
		place_head(layout, &block->entries, state, area);
	} else {
		place_row(layout, &block->entries, state, strip - 1, area);
	}
	if (strip + 1 < measured->n_strips)
		return;
	role_end(layout);
	role_end(layout);
}

const struct block_class block_entries = {measure_entries, place_entries};
