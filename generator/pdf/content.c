#include "pdf/content.h"

#include <hpdf_pages.h>
#include <math.h>
#include <string.h>

/* Distance of a Bézier curve's control points that makes a quarter of a
 * circle of radius 1: 4/3 (sqrt 2 - 1). */
static const double arc = 0.5522847498;

/* What the page's graphics state holds, so that nothing is set twice. */
struct state {
	enum colour fill, line; /* COLOUR_NONE: not set yet */
	double width;
	int dash_on, dash_off;
	bool round;
	size_t font;
	double size;
};

struct drawing {
	struct embedding *embedding;
	const struct theme *theme;
	const struct page *page;
	HPDF_Page object;
	struct buf *out;
	struct state state;
};

static void add_point(struct drawing *d, double x, double y)
{
	add_real(d->out, x);
	buf_add(d->out, " ", 1);
	add_real(d->out, d->page->height - y);
	buf_add(d->out, " ", 1);
}

static void add_value(struct drawing *d, double value)
{
	add_real(d->out, value);
	buf_add(d->out, " ", 1);
}

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

static void add_colour(struct drawing *d, enum colour colour, const char *grey, const char *rgb)
{
	const struct rgb *c = &d->theme->colours[colour];
	bool is_grey = c->r == c->g && c->g == c->b;

	add_value(d, c->r);
	if (!is_grey) {
		add_value(d, c->g);
		add_value(d, c->b);
	}
	buf_adds(d->out, is_grey ? grey : rgb);
}

static void set_fill(struct drawing *d, enum colour colour)
{
	if (colour == COLOUR_NONE || d->state.fill == colour)
		return;
	d->state.fill = colour;
	add_colour(d, colour, "g\n", "rg\n");
}

static bool is_drawn(const struct stroke *stroke)
{
	return stroke->width > 0 && stroke->colour != COLOUR_NONE;
}

static void set_dash(struct drawing *d, const struct stroke *stroke)
{
	if (d->state.dash_on == stroke->dash_on && d->state.dash_off == stroke->dash_off)
		return;
	d->state.dash_on = stroke->dash_on;
	d->state.dash_off = stroke->dash_off;
	if (stroke->dash_on > 0)
		buf_addf(d->out, "[%d %d] 0 d\n", stroke->dash_on, stroke->dash_off);
	else
		buf_adds(d->out, "[] 0 d\n");
}

static void set_stroke(struct drawing *d, const struct stroke *stroke)
{
	if (!is_drawn(stroke))
		return;
	if (d->state.line != stroke->colour) {
		d->state.line = stroke->colour;
		add_colour(d, stroke->colour, "G\n", "RG\n");
	}
	if (d->state.width != stroke->width) {
		d->state.width = stroke->width;
		add_value(d, stroke->width);
		buf_adds(d->out, "w\n");
	}
	if (d->state.round != stroke->round) {
		d->state.round = stroke->round;
		buf_adds(d->out, stroke->round ? "1 J 1 j\n" : "0 J 0 j\n");
	}
	set_dash(d, stroke);
}

/* State has to be set before a path is begun. */
static void begin_shape(struct drawing *d, enum colour fill, const struct stroke *stroke)
{
	set_fill(d, fill);
	set_stroke(d, stroke);
}

static void end_shape(struct drawing *d, enum colour fill, const struct stroke *stroke)
{
	if (is_drawn(stroke))
		buf_adds(d->out, fill == COLOUR_NONE ? "S\n" : "B\n");
	else
		buf_adds(d->out, fill == COLOUR_NONE ? "n\n" : "f\n");
}

static void draw_rect(struct drawing *d, double x, double y, double width, double height)
{
	add_point(d, x, y + height);
	add_value(d, width);
	add_value(d, height);
	buf_adds(d->out, "re\n");
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

static void add_code(struct buf *out, uint32_t code)
{
	static const char digits[] = "0123456789ABCDEF";
	char hex[4] = {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15],
	               digits[code & 15]};

	buf_add(out, hex, sizeof hex);
}

/* The elements of a TJ array. `pending` is how much further right the next
 * glyph belongs than the pen stands, 1/1000 of the size: kerning, offsets and
 * what rounding left over. Glyphs that the shaper raised get a rise. */
static void add_glyphs(struct drawing *d, const struct run *run, double size)
{
	const struct font *font = &d->embedding->fonts->fonts[run->font];
	double pending = 0;
	float rise = 0;

	buf_adds(d->out, "[<");
	for (size_t i = 0; i < run->n_glyphs; i++) {
		const struct glyph *glyph = &run->glyphs[i];
		long shift;

		if (glyph->dy != rise) {
			rise = glyph->dy;
			buf_adds(d->out, ">] TJ ");
			add_value(d, (double)rise * size / 1000);
			buf_adds(d->out, "Ts [<");
		}
		shift = lround(pending + (double)glyph->dx);
		if (shift != 0) {
			buf_adds(d->out, ">");
			add_real(d->out, (double)-shift);
			buf_adds(d->out, "<");
			pending -= (double)shift;
		}
		add_code(d->out, font_code(font, glyph->id));
		pending += (double)glyph->advance - embed_width(d->embedding, run->font, glyph->id);
	}
	buf_adds(d->out, rise != 0 ? ">] TJ 0 Ts" : ">] TJ");
}

static void draw_text(struct drawing *d, const struct op *op)
{
	const struct run *run = &op->text.run;

	if (run->n_glyphs == 0)
		return;
	embed_run(d->embedding, run);
	set_fill(d, op->text.colour);
	buf_adds(d->out, "BT\n");
	if (d->state.font != run->font || d->state.size != op->text.size) {
		d->state.font = run->font;
		d->state.size = op->text.size;
		buf_addf(d->out, "/F%zu ", run->font);
		add_value(d, op->text.size);
		buf_adds(d->out, "Tf\n");
	}
	add_point(d, op->text.x, op->text.y);
	buf_adds(d->out, "Td\n");
	add_glyphs(d, run, op->text.size);
	buf_adds(d->out, "\nET\n");
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

static void add_link(struct drawing *d, const struct op *op)
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
	buf_adds(&entries, " /A << /S /URI /URI ");
	add_uri(&entries, op->link.target);
	buf_adds(&entries, " >>");
	object_set(pdf, annotation, &entries);
}

static void draw_op(struct drawing *d, const struct op *op)
{
	switch (op->kind) {
	case OP_TEXT:
		draw_text(d, op);
		break;
	case OP_LINE:
		begin_shape(d, COLOUR_NONE, &op->line.stroke);
		move_to(d, op->line.x1, op->line.y1);
		line_to(d, op->line.x2, op->line.y2);
		end_shape(d, COLOUR_NONE, &op->line.stroke);
		break;
	case OP_RECT:
		begin_shape(d, op->rect.fill, &op->rect.stroke);
		if (op->rect.radius > 0)
			draw_round_rect(d, op);
		else
			draw_rect(d, op->rect.x, op->rect.y, op->rect.width, op->rect.height);
		end_shape(d, op->rect.fill, &op->rect.stroke);
		break;
	case OP_CIRCLE:
		begin_shape(d, op->circle.fill, &op->circle.stroke);
		draw_circle(d, op->circle.x, op->circle.y, op->circle.radius);
		end_shape(d, op->circle.fill, &op->circle.stroke);
		break;
	case OP_POLYGON:
		draw_polygon(d, op);
		break;
	case OP_LINK:
		add_link(d, op);
		break;
	case OP_FIELD:
	case OP_BEGIN:
	case OP_END:
	case OP_COUNT:
		break;
	}
}

void content_write(struct embedding *embedding, const struct pages *pages,
                   const struct page *page, HPDF_Page object, struct buf *scratch)
{
	struct pdf *pdf = embedding->pdf;
	HPDF_Stream stream = ((HPDF_PageAttr)object->attr)->stream;
	HPDF_Dict resources = HPDF_Dict_GetItem(object, "Resources", HPDF_OCLASS_DICT);
	struct drawing d = {
		.embedding = embedding, .theme = pages->theme, .page = page, .object = object,
		.out = scratch,
		.state = {.fill = COLOUR_NONE, .line = COLOUR_NONE, .width = 1, .font = SIZE_MAX},
	};

	scratch->length = 0;
	for (size_t i = 0; i < page->n_ops; i++)
		draw_op(&d, &page->ops[i]);
	HPDF_Dict_Add(resources, "Font", embedding->resources);
	HPDF_Stream_Write(stream, (const HPDF_BYTE *)buf_text(scratch), (HPDF_UINT)scratch->length);
	pdf_digest(pdf, buf_text(scratch), scratch->length);
}
