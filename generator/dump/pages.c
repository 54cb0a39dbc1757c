#include "dump/pages.h"

#include <math.h>

#include "base/buf.h"
#include "layout/page.h"

static void add_number(struct buf *out, double value)
{
	double tenths = round(value * 10);

	if (fmod(tenths, 10) == 0)
		buf_addf(out, " %.0f", tenths / 10 + 0.0);
	else
		buf_addf(out, " %.1f", tenths / 10);
}

static void add_point(struct buf *out, double x, double y)
{
	add_number(out, x);
	add_number(out, y);
}

static void add_box(struct buf *out, double x, double y, double width, double height)
{
	add_point(out, x, y);
	buf_adds(out, ",");
	add_number(out, width);
	buf_adds(out, " x");
	add_number(out, height);
}

static void add_fill(struct buf *out, enum colour fill)
{
	if (fill != COLOUR_NONE)
		buf_addf(out, ", fill %s", colour_names[fill]);
}

static void add_stroke(struct buf *out, const struct stroke *stroke)
{
	if (!(stroke->width > 0) || stroke->colour == COLOUR_NONE)
		return;
	/* Line widths tell apart what a tenth would hide. */
	buf_addf(out, ", stroke %g %s", stroke->width, colour_names[stroke->colour]);
	if (stroke->dash_on > 0)
		buf_addf(out, " dash %d %d", stroke->dash_on, stroke->dash_off);
	if (stroke->round)
		buf_adds(out, " round");
}

static void add_text(struct buf *out, const struct op *op)
{
	const struct run *run = &op->text.run;

	buf_adds(out, op->text.unseen ? "unseen" : "text");
	add_point(out, op->text.x, op->text.y);
	buf_addf(out, ", %g %s %s: ", op->text.size,
	         run->font < FACE_COUNT ? face_names[run->font] : "fallback",
	         colour_names[op->text.colour]);
	buf_add(out, run->text, run->n_text);
}

static void add_polygon(struct buf *out, const struct op *op)
{
	buf_adds(out, op->polygon.open ? "path" : "polygon");
	for (size_t i = 0; i < op->polygon.n_points; i++) {
		buf_adds(out, i == 0 ? "" : ",");
		add_point(out, op->polygon.xy[2 * i], op->polygon.xy[2 * i + 1]);
	}
	add_fill(out, op->polygon.open ? COLOUR_NONE : op->polygon.fill);
	add_stroke(out, &op->polygon.stroke);
}

static void add_field(struct buf *out, const struct op *op)
{
	buf_addf(out, "field %s", field_names[op->field->kind]);
	add_box(out, op->field->x, op->field->y, op->field->width, op->field->height);
	buf_addf(out, ", name %s%s%s", op->field->copy == NULL ? "" : op->field->copy,
	         op->field->copy == NULL ? "" : ".", op->field->name);
	if (op->field->value != NULL)
		buf_addf(out, ", value %s", op->field->value);
	if (op->field->tooltip != NULL)
		buf_addf(out, ", tooltip: %s", op->field->tooltip);
}

static void add_shape(struct buf *out, const struct op *op)
{
	if (op->kind == OP_LINE) {
		buf_adds(out, "line");
		add_point(out, op->line.x1, op->line.y1);
		buf_adds(out, ",");
		add_point(out, op->line.x2, op->line.y2);
		add_stroke(out, &op->line.stroke);
	} else if (op->kind == OP_RECT) {
		buf_adds(out, "rect");
		add_box(out, op->rect.x, op->rect.y, op->rect.width, op->rect.height);
		if (op->rect.radius > 0)
			buf_addf(out, ", radius %g", op->rect.radius);
		add_fill(out, op->rect.fill);
		add_stroke(out, &op->rect.stroke);
	} else {
		buf_adds(out, "circle");
		add_point(out, op->circle.x, op->circle.y);
		buf_adds(out, ", radius");
		add_number(out, op->circle.radius);
		add_fill(out, op->circle.fill);
		add_stroke(out, &op->circle.stroke);
	}
}

static void add_begin(struct buf *out, const struct op *op)
{
	buf_adds(out, role_names[op->begin.role]);
	if (op->begin.columns > 1)
		buf_addf(out, " over %u columns", op->begin.columns);
	if (op->begin.rows > 1)
		buf_addf(out, " over %u rows", op->begin.rows);
	if (op->begin.again)
		buf_adds(out, " again");
	if (op->begin.language != NULL)
		buf_addf(out, " in %s", op->begin.language);
	if (op->begin.alternative != NULL)
		buf_addf(out, ": %s", op->begin.alternative);
}

static void add_op(struct buf *out, const struct op *op)
{
	switch (op->kind) {
	case OP_TEXT:
		add_text(out, op);
		break;
	case OP_LINE:
	case OP_RECT:
	case OP_CIRCLE:
		add_shape(out, op);
		break;
	case OP_POLYGON:
		add_polygon(out, op);
		break;
	case OP_LINK:
		buf_adds(out, "link");
		add_box(out, op->link.x, op->link.y, op->link.width, op->link.height);
		if (op->link.inside) {
			buf_addf(out, ", to page %zu at", op->link.page + 1);
			add_number(out, op->link.top);
		}
		buf_addf(out, ", %s", op->link.target);
		break;
	case OP_FIELD:
		add_field(out, op);
		break;
	case OP_BEGIN:
		add_begin(out, op);
		break;
	case OP_END:
	case OP_COUNT:
		break;
	}
}

static void add_indent(struct buf *out, size_t depth)
{
	while (depth-- > 0)
		buf_adds(out, "  ");
}

static void add_page(struct buf *out, const struct pages *pages, size_t number)
{
	const struct page *page = &pages->pages[number];
	size_t depth = 1;

	buf_addf(out, "page %zu of %zu,", number + 1, pages->n_pages);
	add_number(out, page->width);
	buf_adds(out, " x");
	add_number(out, page->height);
	buf_adds(out, "\n");
	for (size_t i = 0; i < page->n_ops; i++) {
		if (page->ops[i].kind == OP_END) {
			depth -= depth > 1;
			continue;
		}
		add_indent(out, depth);
		add_op(out, &page->ops[i]);
		buf_adds(out, "\n");
		depth += page->ops[i].kind == OP_BEGIN;
	}
}

void dump_pages(const struct pages *pages, struct buf *out)
{
	for (size_t i = 0; i < pages->n_pages; i++)
		add_page(out, pages, i);
	if (pages->n_bookmarks > 0)
		buf_adds(out, "bookmarks\n");
	for (size_t i = 0; i < pages->n_bookmarks; i++) {
		const struct bookmark *bookmark = &pages->bookmarks[i];

		add_indent(out, bookmark->level + 1);
		buf_addf(out, "page %zu at", bookmark->page + 1);
		add_number(out, bookmark->y);
		buf_addf(out, ": %s\n", bookmark->title);
	}
}
