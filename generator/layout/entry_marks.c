#include "layout/entry_marks.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/sheet_parts.h"

static const enum field_kind fields[ENTRY_COUNT] = {
	[ENTRY_PRINTED] = FIELD_COUNT,
	[ENTRY_CHECK] = FIELD_CHECK,
	[ENTRY_CHOICE] = FIELD_RADIO,
	[ENTRY_LINE] = FIELD_RADIO,
	[ENTRY_PICK] = FIELD_CHOICE,
	[ENTRY_TEXT] = FIELD_TEXT,
	[ENTRY_NUMBER] = FIELD_NUMBER,
	[ENTRY_DATE] = FIELD_DATE,
};

bool entry_is_written(const struct entry_column *column)
{
	enum field_kind field = fields[column->kind];

	return field != FIELD_COUNT && field != FIELD_CHECK && field != FIELD_RADIO;
}

bool entry_has_circles(const struct entry_column *column)
{
	return fields[column->kind] == FIELD_RADIO && column->n_options > 0;
}

double entry_pitch(struct layout *layout, const struct entry_column *column)
{
	double pitch = size_of(layout, SIZE_CIRCLE_PITCH);

	for (size_t i = 0; i < column->n_options; i++)
		pitch = fmax(pitch, text_widest_word(layout, STYLE_SMALL, column->options[i]) +
		                        size_of(layout, SIZE_OPTION_GAP));
	return pitch;
}

struct lines *entry_set_options(struct layout *layout, const struct entry_column *column,
                                double width)
{
	struct lines *options = ARENA_ARRAY(layout->arena, struct lines, column->n_options + 1);

	for (size_t i = 0; i < column->n_options; i++)
		options[i] = text_set(layout, STYLE_SMALL, column->options[i], width);
	return options;
}

double entry_options_height(const struct entry_column *column, const struct lines *options)
{
	double height = 0;

	for (size_t i = 0; i < column->n_options; i++)
		height = fmax(height, options[i].height);
	return height;
}

double entry_type(struct layout *layout, const struct entry_column *column, double width)
{
	static const double smallest = 0.6;
	double size = layout->theme->styles[STYLE_LABEL].size, widest = 0;

	if (column->kind != ENTRY_PICK)
		return size;
	for (size_t i = 0; i < column->n_options; i++)
		widest = fmax(widest, text_width(layout, STYLE_LABEL, column->options[i]));
	/* viewers keep some room at both sides */
	width -= size_of(layout, SIZE_UNIT);
	return widest > width ? size * fmax(width / widest, smallest) : size;
}

/* Fields are told to those who hear them, so each has to say something. */
static const char *tip_of(const struct entry_column *column, const struct entry_cell *cell)
{
	if (cell->tip != NULL)
		return cell->tip;
	return column != NULL && column->head != NULL ? column->head : cell->field;
}

void entry_place_check(struct layout *layout, const struct entry_cell *cell, struct area area)
{
	double size = size_of(layout, SIZE_BOX);
	struct area box = {area.x + (area.width - size) / 2, area.y + (area.height - size) / 2,
	                   size, size};
	struct form_field field = sheet_check(layout);

	sheet_box(layout, box, SIZE_BOX_LINE);
	if (cell->text != NULL && *cell->text != '\0') {
		sheet_cross(layout, box);
		place_unseen(layout, cell->text,
		             (struct place){box.x, box.y + size, size, ALIGN_LEFT});
	}
	if (cell->field == NULL)
		return;
	field.name = cell->field;
	field.tooltip = tip_of(NULL, cell);
	draw_field(layout, box, field);
}

static bool is_chosen(const struct entry_column *column, const struct entry_cell *cell,
                      size_t option)
{
	if (cell->text == NULL)
		return false;
	return strcmp(cell->text, column->options[option]) == 0 ||
	       (column->values != NULL && strcmp(cell->text, column->values[option]) == 0);
}

void entry_place_circle(struct layout *layout, const struct entry_column *column,
                        const struct entry_cell *cell, size_t option, struct xy centre)
{
	double r = size_of(layout, SIZE_CIRCLE) / 2;
	bool chosen = is_chosen(column, cell, option);
	struct area area = {centre.x - r, centre.y - r, 2 * r, 2 * r};

	draw_circle(layout, (struct circle){centre.x, centre.y, r},
	            chosen ? COLOUR_INK : COLOUR_PAPER,
	            stroke_of(layout, SIZE_CIRCLE_LINE, COLOUR_INK));
	if (chosen)
		place_unseen(layout, column->options[option],
		             (struct place){area.x, centre.y, 2 * r, ALIGN_LEFT});
	if (cell->field == NULL)
		return;
	draw_field(layout, area, (struct form_field){
		.kind = FIELD_RADIO,
		.name = cell->field,
		.value = column->values != NULL
		             ? column->values[option]
		             : arena_printf(layout->arena, "%zu", option + 1),
		.legend = tip_of(column, cell),
		.tooltip = cell->tips != NULL ? cell->tips[option] : column->options[option],
	});
}

void entry_place_line(struct layout *layout, const struct entry_column *column,
                      struct xy first, double pitch)
{
	double last = first.x + (double)(column->n_options - 1) * pitch;

	if (column->kind == ENTRY_LINE)
		draw_across(layout, first.x, last, first.y,
		            stroke_of(layout, SIZE_CIRCLE_LINE, COLOUR_INK));
}

void entry_place_field(struct layout *layout, const struct entry_column *column,
                       const struct entry_cell *cell, struct area area, double type)
{
	enum field_kind kind = fields[column->kind];
	double pad = size_of(layout, SIZE_UNIT) / 3;
	struct area inner = {area.x + pad, area.y, area.width - 2 * pad, area.height};

	if (cell->field == NULL || inner.width <= 0)
		return;
	if (kind == FIELD_NUMBER && column->words)
		kind = FIELD_TEXT;
	if (kind == FIELD_TEXT && area.height > 2.5 * type)
		kind = FIELD_LINES;
	draw_field(layout, inner, (struct form_field){
		.kind = kind,
		.name = cell->field,
		.tooltip = tip_of(column, cell),
		.format = column->format,
		.options = column->options,
		.n_options = column->n_options,
		.size = type,
	});
}
