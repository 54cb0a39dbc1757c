#include "layout/draw.h"

#include <string.h>

#include "base/arena.h"

static struct op *add(struct layout *layout, enum op_kind kind)
{
	struct page *page = layout->page;
	struct op *op;

	page->ops = arena_push(layout->arena, page->ops, page->n_ops, sizeof(*page->ops));
	op = &page->ops[page->n_ops++];
	*op = (struct op){.kind = kind};
	return op;
}

double size_of(const struct layout *layout, enum size size)
{
	return layout->theme->sizes[size];
}

struct stroke stroke_solid(double width, enum colour colour)
{
	return (struct stroke){.width = width, .colour = colour};
}

struct stroke stroke_of(const struct layout *layout, enum size width, enum colour colour)
{
	return stroke_solid(size_of(layout, width), colour);
}

struct stroke stroke_dotted(double width, enum colour colour)
{
	return (struct stroke){.width = width, .colour = colour, .dash_on = 1, .dash_off = 2};
}

struct stroke stroke_none(void)
{
	return (struct stroke){0};
}

void draw_run(struct layout *layout, const struct run *run, struct lettering lettering)
{
	struct op *op = add(layout, OP_TEXT);

	op->text.x = lettering.x;
	op->text.y = lettering.y;
	op->text.size = lettering.size;
	op->text.colour = lettering.colour;
	op->text.run = *run;
}

void draw_line(struct layout *layout, struct xy from, struct xy to, struct stroke stroke)
{
	struct op *op = add(layout, OP_LINE);

	op->line.x1 = from.x;
	op->line.y1 = from.y;
	op->line.x2 = to.x;
	op->line.y2 = to.y;
	op->line.stroke = stroke;
}

void draw_across(struct layout *layout, double x1, double x2, double y, struct stroke stroke)
{
	draw_line(layout, (struct xy){x1, y}, (struct xy){x2, y}, stroke);
}

void draw_down(struct layout *layout, double x, double y1, double y2, struct stroke stroke)
{
	draw_line(layout, (struct xy){x, y1}, (struct xy){x, y2}, stroke);
}

void draw_rect(struct layout *layout, struct area area, enum colour fill, struct stroke stroke)
{
	draw_round_rect(layout, area, 0, fill, stroke);
}

void draw_round_rect(struct layout *layout, struct area area, double radius, enum colour fill,
                     struct stroke stroke)
{
	struct op *op = add(layout, OP_RECT);

	op->rect.x = area.x;
	op->rect.y = area.y;
	op->rect.width = area.width;
	op->rect.height = area.height;
	op->rect.radius = radius;
	op->rect.fill = fill;
	op->rect.stroke = stroke;
}

void draw_circle(struct layout *layout, struct circle circle, enum colour fill,
                 struct stroke stroke)
{
	struct op *op = add(layout, OP_CIRCLE);

	op->circle.x = circle.x;
	op->circle.y = circle.y;
	op->circle.radius = circle.radius;
	op->circle.fill = fill;
	op->circle.stroke = stroke;
}

static struct op *add_points(struct layout *layout, const double *xy, size_t n_points)
{
	struct op *op = add(layout, OP_POLYGON);
	double *copy = ARENA_ARRAY(layout->arena, double, 2 * n_points);

	memcpy(copy, xy, 2 * n_points * sizeof(*copy));
	op->polygon.xy = copy;
	op->polygon.n_points = n_points;
	return op;
}

void draw_polygon(struct layout *layout, const double *xy, size_t n_points, enum colour fill,
                  struct stroke stroke)
{
	struct op *op = add_points(layout, xy, n_points);

	op->polygon.fill = fill;
	op->polygon.stroke = stroke;
}

void draw_path(struct layout *layout, const double *xy, size_t n_points, struct stroke stroke)
{
	struct op *op = add_points(layout, xy, n_points);

	op->polygon.fill = COLOUR_NONE;
	op->polygon.stroke = stroke;
	op->polygon.open = true;
}

void draw_minus(struct layout *layout, double x, double y, enum colour colour)
{
	double half = size_of(layout, SIZE_SIGN) / 2;

	draw_across(layout, x - half, x + half, y, stroke_of(layout, SIZE_SIGN_LINE, colour));
}

void draw_plus(struct layout *layout, double x, double y, enum colour colour)
{
	double half = size_of(layout, SIZE_SIGN) / 2;

	draw_minus(layout, x, y, colour);
	draw_down(layout, x, y - half, y + half, stroke_of(layout, SIZE_SIGN_LINE, colour));
}

void draw_pointer(struct layout *layout, struct xy tip, double width, enum colour colour,
                  bool hollow)
{
	const double height = 1.25 * width, shoulder = 0.45 * width, half = width / 2;
	const double left = tip.x - half, right = tip.x + half;
	const double top = tip.y - height, low = tip.y - shoulder;
	const double xy[] = {left, top, right, top, right, low, tip.x, tip.y, left, low};

	if (hollow)
		draw_polygon(layout, xy, 5, COLOUR_PAPER,
		             stroke_of(layout, SIZE_RULE, colour));
	else
		draw_polygon(layout, xy, 5, colour, stroke_none());
}

void draw_field(struct layout *layout, struct area area, struct form_field field)
{
	struct op *op;

	if (layout->repeating)
		return;
	op = add(layout, OP_FIELD);
	op->field.x = area.x;
	op->field.y = area.y;
	op->field.width = area.width;
	op->field.height = area.height;
	op->field.kind = field.kind;
	op->field.name = field.name;
	op->field.value = field.value;
	op->field.tooltip = field.tooltip;
}

void role_begin(struct layout *layout, enum role role, const char *alternative)
{
	struct op *op;

	if (layout->repeating)
		return;
	op = add(layout, OP_BEGIN);
	op->begin.role = role;
	op->begin.alternative = alternative;
}

void role_end(struct layout *layout)
{
	if (!layout->repeating)
		add(layout, OP_END);
}
