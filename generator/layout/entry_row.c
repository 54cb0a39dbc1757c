#include "layout/entry_row.h"

#include "layout/entry_marks.h"
#include "layout/sheet_parts.h"

double entry_pad(const struct layout *layout)
{
	return size_of(layout, SIZE_UNIT) / 1.5;
}

/* Words of roomy rows and of examples begin at the top, others stand in the
 * middle, as marks do. */
static bool is_topped(const struct entry_line *line)
{
	return line->entries->roomy || line->row->example;
}

static void place_words(struct layout *layout, const struct entry_line *line, size_t i,
                        struct area area)
{
	if (is_topped(line))
		place_lines(layout, &line->words[i],
		            flush_left(area.x, area.y + entry_pad(layout)));
	else
		sheet_lines(layout, &line->words[i], area, ALIGN_LEFT);
}

/* A short dash: nothing is asked for here. */
static void place_dash(struct layout *layout, struct area area)
{
	double x = area.x + area.width / 2, half = size_of(layout, SIZE_UNIT) / 2;

	draw_across(layout, x - half, x + half, area.y + area.height / 2,
	            stroke_of(layout, SIZE_RULE, COLOUR_INK));
}

static void place_number(struct layout *layout, const struct entry_line *line, struct area area)
{
	double unit = size_of(layout, SIZE_UNIT), cap = style_cap_height(layout, STYLE_LABEL);
	double baseline = area.y + area.height / 2 + cap / 2;

	if (is_topped(line))
		baseline = area.y + entry_pad(layout) + style_ascent(layout, STYLE_LABEL);
	if (line->row->number != NULL)
		place_text(layout, line->row->example ? STYLE_EXAMPLE : STYLE_LABEL, COLOUR_NONE,
		           line->row->number,
		           flush_right(area.x + line->columns->number - 1.2 * unit, baseline));
}

/* A cell for each option. */
static void place_circles(struct layout *layout, const struct entry_line *line, size_t i,
                          struct area area)
{
	const struct entry_column *column = &line->entries->columns[i];
	const struct entry_cell *cell = &line->row->cells[i];
	struct xy centre = entry_first_circle(line->columns, i, area);
	double pitch = line->columns->slots[i].pitch;
	bool shown = cell->field != NULL || cell->text != NULL;

	if (shown)
		entry_place_line(layout, column, centre, pitch);
	for (size_t k = 0; k < column->n_options; k++, centre.x += pitch) {
		role_begin(layout, ROLE_CELL, NULL);
		if (shown)
			entry_place_circle(layout, column, cell, k, centre);
		role_end(layout);
	}
}

/* Fields go from line to line, not only as far as words do. */
static struct area field_area(const struct entry_line *line, size_t i, struct area area)
{
	const struct entry_slot *slot = &line->columns->slots[i];

	area.x += slot->x;
	area.width = slot->width;
	return area;
}

static void place_cell(struct layout *layout, const struct entry_line *line, size_t i,
                       struct area area)
{
	const struct entry_column *column = &line->entries->columns[i];
	const struct entry_cell *cell = &line->row->cells[i];
	struct area inner = entry_inner(line->columns, i, area);
	bool asked = cell->field != NULL || cell->text != NULL;

	if (column->kind == ENTRY_CHECK && asked)
		entry_place_check(layout, cell, inner);
	else if (column->kind != ENTRY_CHECK)
		place_words(layout, line, i, inner);
	if (entry_is_written(column) && cell->text == NULL)
		entry_place_field(layout, column, cell, field_area(line, i, area),
		                  line->columns->slots[i].type);
	if (column->kind != ENTRY_PRINTED && !asked && !line->row->example)
		place_dash(layout, inner);
}

void entry_row_place(struct layout *layout, const struct entry_line *line, struct area area)
{
	const struct entry_columns *columns = line->columns;
	size_t head = columns->apart ? SIZE_MAX : 0;

	role_begin(layout, ROLE_ROW, NULL);
	if (columns->apart) {
		role_begin(layout, ROLE_ROW_HEAD, NULL);
		place_number(layout, line, area);
		role_end(layout);
	}
	for (size_t i = 0; i < line->entries->n_columns; i++) {
		if (columns->slots[i].pitch > 0) {
			place_circles(layout, line, i, area);
			continue;
		}
		role_begin(layout, i == head ? ROLE_ROW_HEAD : ROLE_CELL, NULL);
		if (i == head)
			place_number(layout, line, area);
		place_cell(layout, line, i, area);
		role_end(layout);
	}
	role_end(layout);
}
