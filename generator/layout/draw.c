#include "layout/draw.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"

static struct op *add(struct layout *layout, enum op_kind kind)
{
	struct page *page = layout->page;
	struct op *op;

	page->ops = arena_push(layout->scratch, page->ops, page->n_ops, sizeof(*page->ops));
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

struct stroke stroke_row(const struct layout *layout)
{
	struct stroke stroke = stroke_of(layout, SIZE_DASH_WIDTH, COLOUR_INK);

	if (layout->theme->toggles[TOGGLE_SOLID_ROWS])
		return stroke;
	stroke.dash_on = 1;
	stroke.dash_off = 2;
	return stroke;
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

/* Lines that rise to the right, cut where they leave the area. They all lie on
 * one raster of the page, so that shapes side by side look alike. */
static void draw_hatch(struct layout *layout, struct area area, struct stroke stroke)
{
	double pitch = fmax(size_of(layout, SIZE_HATCH_PITCH), 1);
	double left = area.x, right = left + area.width, top = area.y, foot = top + area.height;
	double sum = (floor((left + top) / pitch) + 1) * pitch;

	for (; sum < right + foot; sum += pitch) {
		double low = fmin(foot, sum - left), high = fmax(top, sum - right);

		draw_line(layout, (struct xy){sum - low, low}, (struct xy){sum - high, high},
		          stroke);
	}
}

void draw_fill(struct layout *layout, struct area area, enum colour colour)
{
	enum fill fill = layout->theme->fills[colour];
	struct stroke stroke = stroke_of(layout, SIZE_HATCH_LINE, colour);
	double line = fmin(stroke.width, fmin(area.width, area.height) / 2);
	struct area inner = {area.x + line / 2, area.y + line / 2, area.width - line,
	                     area.height - line};

	if (fill == FILL_SOLID) {
		draw_rect(layout, area, colour, stroke_none());
		return;
	}
	stroke.width = line;
	draw_rect(layout, inner, COLOUR_PAPER, stroke);
	if (fill == FILL_HATCH)
		draw_hatch(layout, inner, stroke);
}

/* The same lines as draw_hatch's where they cross the half of a square. */
static void draw_hatch_half(struct layout *layout, struct area area, struct stroke stroke)
{
	double pitch = fmax(size_of(layout, SIZE_HATCH_PITCH), 1), side = area.width;
	double sum = (floor((area.x + area.y) / pitch) + 1) * pitch;

	for (; sum < area.x + area.y + 2 * side; sum += pitch) {
		double across = sum - area.x - area.y, right = across / 2;
		double left = fmax(0, across - side);

		draw_line(layout, (struct xy){area.x + left, area.y + across - left},
		          (struct xy){area.x + right, area.y + right}, stroke);
	}
}

void draw_fill_half(struct layout *layout, struct area area, enum colour colour)
{
	enum fill fill = layout->theme->fills[colour];
	struct stroke stroke = stroke_of(layout, fill == FILL_SOLID ? SIZE_RULE : SIZE_HATCH_LINE,
	                                 colour);
	double line = stroke.width, right = area.x + area.width, foot = area.y + area.height;
	struct area inner = {area.x + line / 2, area.y + line / 2, area.width - line,
	                     area.height - line};
	const double half[] = {area.x, area.y, right, foot, area.x, foot};

	draw_rect(layout, inner, COLOUR_PAPER, stroke);
	if (fill == FILL_SOLID) {
		draw_polygon(layout, half, 3, colour, stroke_none());
		return;
	}
	draw_line(layout, (struct xy){area.x, area.y}, (struct xy){right, foot}, stroke);
	if (fill == FILL_HATCH)
		draw_hatch_half(layout, inner, stroke);
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

	if (layout->repeating || layout->document->flat)
		return;
	field.x = area.x;
	field.y = area.y;
	field.width = area.width;
	field.height = area.height;
	field.copy = layout->document->copy;
	field.mirrored = layout->mirrored;
	op = add(layout, OP_FIELD);
	op->field = arena_grow(layout->pages->arena, &field, 1, 1, sizeof field);
}

void draw_reference(struct layout *layout, struct area area, const char *name)
{
	struct op *op = add(layout, OP_LINK);

	op->link.x = area.x;
	op->link.y = area.y;
	op->link.width = area.width;
	op->link.height = area.height;
	op->link.target = name;
	op->link.inside = true;
}

/* NULL where the page has no roles. */
static struct op *begin(struct layout *layout, enum role role)
{
	struct op *op;

	if (layout->repeating)
		return NULL;
	op = add(layout, OP_BEGIN);
	op->begin.role = role;
	op->begin.language = layout->language;
	return op;
}

void role_begin(struct layout *layout, enum role role, const char *alternative)
{
	struct op *op = begin(layout, role);

	if (op != NULL)
		op->begin.alternative = alternative;
}

void cell_begin(struct layout *layout, enum role role, struct span span)
{
	struct op *op = begin(layout, role);

	if (op == NULL)
		return;
	op->begin.columns = span.columns;
	op->begin.rows = span.rows;
}

void cell_again(struct layout *layout, enum role role)
{
	struct op *op = begin(layout, role);

	if (op != NULL)
		op->begin.again = true;
}

void role_end(struct layout *layout)
{
	if (!layout->repeating)
		add(layout, OP_END);
}
