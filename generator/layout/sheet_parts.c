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

	draw_across(layout, area.x, area.x + area.width, y,
	            stroke_dotted(size_of(layout, SIZE_DASH_WIDTH), COLOUR_INK));
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

const char *sheet_tooltip(struct layout *layout, const char *left, const char *right)
{
	if (right == NULL || *right == '\0')
		return left;
	return arena_printf(layout->arena, "%s: %s", left, right);
}
