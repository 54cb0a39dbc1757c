#include "layout/sheet_parts.h"

#include "base/arena.h"
#include "layout/draw.h"

void sheet_rule(struct layout *layout, struct area area, enum size width)
{
	double y = area.y + area.height;

	draw_across(layout, area.x, area.x + area.width, y, stroke_of(layout, width, COLOUR_INK));
}

void sheet_dots(struct layout *layout, struct area area)
{
	double y = area.y + area.height;

	draw_across(layout, area.x, area.x + area.width, y, stroke_row(layout));
}

void sheet_sign(struct layout *layout, enum sign sign, double x, double y)
{
	static const char *const characters[] = {
		[SIGN_PLUS] = "+", [SIGN_MINUS] = "\xE2\x88\x92", [SIGN_EQUALS] = "="};
	double apart = size_of(layout, SIZE_SIGN_LINE) * 1.2;

	if (sign == SIGN_NONE)
		return;
	if (sign == SIGN_PLUS)
		draw_plus(layout, x, y, COLOUR_INK);
	if (sign == SIGN_MINUS)
		draw_minus(layout, x, y, COLOUR_INK);
	if (sign == SIGN_EQUALS) {
		draw_minus(layout, x, y - apart, COLOUR_INK);
		draw_minus(layout, x, y + apart, COLOUR_INK);
	}
	place_unseen(layout, characters[sign],
	             centred(x, y + style_cap_height(layout, STYLE_SMALL) / 2));
}

void sheet_box(struct layout *layout, struct area area, enum size line)
{
	draw_rect(layout, area, COLOUR_NONE, stroke_of(layout, line, COLOUR_INK));
}

void sheet_lines(struct layout *layout, const struct lines *lines, struct area area,
                 enum align align)
{
	double top = area.y + (area.height - lines->height) / 2;

	place_lines(layout, lines, (struct place){area.x, top, area.width, align});
}

void sheet_write_lines(struct layout *layout, struct area area)
{
	double pitch = size_of(layout, SIZE_WRITE_LINE), foot = area.y + area.height;
	struct stroke stroke = stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK);

	/* three quarters of a line's height are still enough to write in */
	for (double y = foot; y >= area.y + 0.75 * pitch; y -= pitch)
		draw_across(layout, area.x, area.x + area.width, y, stroke);
}

void sheet_grow_rows(struct strip *strips, size_t n, double needed)
{
	double height = 0;

	for (size_t i = 0; i < n; i++)
		height += strips[i].height;
	for (size_t i = 0; i < n && height < needed; i++)
		strips[i].height += (needed - height) / (double)n;
}

void sheet_cross(struct layout *layout, struct area box)
{
	double inset = box.width * CROSS_INSET, left = box.x + inset, top = box.y + inset;
	double right = box.x + box.width - inset, foot = box.y + box.height - inset;
	struct stroke stroke = {.width = size_of(layout, SIZE_SIGN_LINE), .colour = COLOUR_INK,
	                        .round = true};

	draw_line(layout, (struct xy){left, top}, (struct xy){right, foot}, stroke);
	draw_line(layout, (struct xy){left, foot}, (struct xy){right, top}, stroke);
}

struct form_field sheet_check(const struct layout *layout)
{
	return (struct form_field){.kind = FIELD_CHECK, .size = size_of(layout, SIZE_SIGN_LINE)};
}

void sheet_number_field(struct layout *layout, struct area box, const struct number_box *number)
{
	if (number->field != NULL)
		draw_field(layout, box, (struct form_field){
			.kind = FIELD_NUMBER,
			.name = number->field,
			.tooltip = number->tip,
			.calculation = number->calculation,
			.size = layout->theme->styles[STYLE_SECTION].size,
		});
}

void sheet_text_field(struct layout *layout, struct area area, enum field_kind kind,
                      const char *name, const char *tip)
{
	draw_field(layout, area, (struct form_field){
		.kind = kind,
		.name = name,
		.tooltip = tip,
		.size = layout->theme->styles[STYLE_BODY].size,
	});
}
