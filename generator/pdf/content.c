#include "pdf/content.h"

#include <hpdf_pages.h>
#include <math.h>
#include <string.h>

#include "pdf/drawing.h"

/* Distance of a Bézier curve's control points that makes a quarter of a
 * circle of radius 1: 4/3 (sqrt 2 - 1). */
static const double arc = 0.5522847498;

static void move_to(struct drawing *d, double x, double y)
{
	add_point(d, x, y);
	buf_add(d->out, "m\n", 2);
}

static void line_to(struct drawing *d, double x, double y)
{
	add_point(d, x, y);
	buf_add(d->out, "l\n", 2);
}

/* A quarter of a circle from (x, y) to (x + dx, y + dy), clockwise: so its
 * signs tell whether it starts along x. */
static void arc_to(struct drawing *d, double x, double y, double dx, double dy)
{
	double near = arc, far = 1 - arc;
	bool level = (dx > 0) == (dy > 0);

	add_point(d, x + (level ? dx * near : 0), y + (level ? 0 : dy * near));
	add_point(d, x + (level ? dx : dx * far), y + (level ? dy * far : dy));
	add_point(d, x + dx, y + dy);
	buf_add(d->out, "c\n", 2);
}

static void draw_round_rect(struct drawing *d, const struct op *op)
{
	double x1 = op->rect.x, x2 = x1 + op->rect.width;
	double y1 = op->rect.y, y2 = y1 + op->rect.height;
	double r = fmin(op->rect.radius, fmin(op->rect.width, op->rect.height) / 2);

	move_to(d, x1 + r, y1);
	line_to(d, x2 - r, y1);
	arc_to(d, x2 - r, y1, r, r);
	line_to(d, x2, y2 - r);
	arc_to(d, x2, y2 - r, -r, r);
	line_to(d, x1 + r, y2);
	arc_to(d, x1 + r, y2, -r, -r);
	line_to(d, x1, y1 + r);
	arc_to(d, x1, y1 + r, r, -r);
	buf_adds(d->out, "h\n");
}

static void draw_circle(struct drawing *d, double x, double y, double r)
{
	move_to(d, x, y - r);
	arc_to(d, x, y - r, r, r);
	arc_to(d, x + r, y, -r, r);
	arc_to(d, x, y + r, -r, -r);
	arc_to(d, x - r, y, r, -r);
	buf_adds(d->out, "h\n");
}

static void draw_polygon(struct drawing *d, const struct op *op)
{
	const double *xy = op->polygon.xy;
	enum colour fill = op->polygon.open ? COLOUR_NONE : op->polygon.fill;

	if (op->polygon.n_points < 2)
		return;
	begin_shape(d, fill, &op->polygon.stroke);
	move_to(d, xy[0], xy[1]);
	for (size_t i = 1; i < op->polygon.n_points; i++)
		line_to(d, xy[2 * i], xy[2 * i + 1]);
	if (!op->polygon.open)
		buf_adds(d->out, "h\n");
	end_shape(d, fill, &op->polygon.stroke);
}

/* A URI is ASCII; other bytes are percent-encoded (RFC 3986). */
static void add_uri(struct buf *out, const char *target)
{
	buf_adds(out, "(");
	for (; *target != '\0'; target++) {
		unsigned char byte = (unsigned char)*target;

		if (byte <= ' ' || byte > '~')
			buf_addf(out, "%%%02X", (unsigned)byte);
		else if (strchr("()\\", byte) != NULL)
			buf_addf(out, "\\%c", byte);
		else
			buf_add(out, target, 1);
	}
	buf_adds(out, ")");
}

/* Where a link leads: to a place on a page, or away. */
static void add_target(struct buf *out, const struct content *content, const struct op *op)
{
	if (!op->link.inside) {
		buf_adds(out, " /A << /S /URI /URI ");
		add_uri(out, op->link.target);
		buf_adds(out, " >>");
		return;
	}
	buf_adds(out, " /Dest [");
	add_reference(out, content->objects[op->link.page]);
	buf_adds(out, " /XYZ null ");
	add_real(out, content->pages->pages[op->link.page].height - op->link.top);
	buf_adds(out, " null]");
}

static void add_link(struct drawing *d, const struct content *content, const struct op *op)
{
	struct pdf *pdf = d->embedding->pdf;
	struct buf entries = {.arena = pdf->arena};
	HPDF_Dict annotation = object_new(pdf);
	HPDF_Array all = HPDF_Dict_GetItem(d->object, "Annots", HPDF_OCLASS_ARRAY);

	if (all == NULL) {
		all = HPDF_Array_New(pdf->doc->mmgr);
		HPDF_Dict_Add(d->object, "Annots", all);
	}
	HPDF_Array_Add(all, annotation);
	buf_adds(&entries, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [");
	for (int corner = 0; corner < 2; corner++) {
		add_real(&entries, op->link.x + corner * op->link.width);
		buf_adds(&entries, " ");
		add_real(&entries, d->page->height - op->link.y - (1 - corner) * op->link.height);
		buf_adds(&entries, corner == 0 ? " " : "]");
	}
	add_target(&entries, content, op);
	buf_adds(&entries, " /Contents ");
	add_text_string(&entries, op->link.target);
	buf_addf(&entries, " /StructParent %zu",
	         tags_add_annotation(content->tags, ROLE_LINK, annotation));
	object_set(pdf, annotation, &entries);
}

static void add_field(const struct content *content, HPDF_Page object, const struct page *page,
                      const struct op *op)
{
	HPDF_Dict widget = form_add_field(content->form, object, page, op);

	if (widget != NULL)
		form_tag_widget(content->form, widget,
		                tags_add_annotation(content->tags, ROLE_FORM, widget));
}

static void draw_shape(struct drawing *d, const struct op *op)
{
	if (op->kind == OP_LINE) {
		begin_shape(d, COLOUR_NONE, &op->line.stroke);
		move_to(d, op->line.x1, op->line.y1);
		line_to(d, op->line.x2, op->line.y2);
		end_shape(d, COLOUR_NONE, &op->line.stroke);
	} else if (op->kind == OP_RECT) {
		begin_shape(d, op->rect.fill, &op->rect.stroke);
		if (op->rect.radius > 0)
			draw_round_rect(d, op);
		else
			add_rect(d, op->rect.x, op->rect.y, op->rect.width, op->rect.height);
		end_shape(d, op->rect.fill, &op->rect.stroke);
	} else {
		begin_shape(d, op->circle.fill, &op->circle.stroke);
		draw_circle(d, op->circle.x, op->circle.y, op->circle.radius);
		end_shape(d, op->circle.fill, &op->circle.stroke);
	}
}

static void draw_op(struct drawing *d, const struct content *content, const struct op *op)
{
	bool goes_on = tags_op(content->tags, op);

	if (!goes_on)
		d->words = NULL;
	switch (op->kind) {
	case OP_TEXT:
		draw_text(d, op, goes_on);
		break;
	case OP_LINE:
	case OP_RECT:
	case OP_CIRCLE:
		draw_shape(d, op);
		break;
	case OP_POLYGON:
		draw_polygon(d, op);
		break;
	case OP_LINK:
		add_link(d, content, op);
		break;
	case OP_FIELD:
		add_field(content, d->object, d->page, op);
		break;
	case OP_BEGIN:
	case OP_END:
	case OP_COUNT:
		break;
	}
}

void content_write(struct content *content, size_t number)
{
	const struct page *page = &content->pages->pages[number];
	HPDF_Page object = content->objects[number];
	struct embedding *embedding = &content->embedding;
	struct buf *out = &content->out;
	HPDF_Stream stream = ((HPDF_PageAttr)object->attr)->stream;
	HPDF_Dict resources = HPDF_Dict_GetItem(object, "Resources", HPDF_OCLASS_DICT);
	struct drawing d = {
		.embedding = embedding, .theme = content->pages->theme, .page = page,
		.object = object, .out = out,
		.state = {.fill = COLOUR_NONE, .line = COLOUR_NONE, .width = 1, .font = SIZE_MAX},
	};

	out->length = 0;
	tags_begin_page(content->tags, page, object, out);
	for (size_t i = 0; i < page->n_ops; i++)
		draw_op(&d, content, &page->ops[i]);
	tags_end_page(content->tags);
	HPDF_Dict_Add(resources, "Font", embedding->resources);
	HPDF_Stream_Write(stream, (const HPDF_BYTE *)buf_text(out), (HPDF_UINT)out->length);
	pdf_digest(embedding->pdf, buf_text(out), out->length);
}
