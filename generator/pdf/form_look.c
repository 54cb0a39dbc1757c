#include "pdf/form_look.h"

#include "base/arena.h"

/* See content.c: makes a quarter of a circle of a Bézier curve. */
static const double arc = 0.5522847498;

struct look {
	enum field_kind kind;
	bool marked;
	double width, height, line;
	HPDF_Dict stream;
};

struct looks {
	struct pdf *pdf;
	const struct theme *theme;
	struct look *looks;
	size_t n_looks;
};

struct looks *looks_open(struct pdf *pdf, const struct theme *theme)
{
	struct looks *looks = ARENA_NEW(pdf->arena, struct looks);

	looks->pdf = pdf;
	looks->theme = theme;
	return looks;
}

static void add_numbers(struct buf *out, const double *numbers, size_t n, const char *operator)
{
	for (size_t i = 0; i < n; i++) {
		add_real(out, numbers[i]);
		buf_adds(out, " ");
	}
	buf_adds(out, operator);
}

static void add_ink(const struct looks *looks, struct buf *out, const char *grey, const char *rgb)
{
	const struct rgb *ink = &looks->theme->colours[COLOUR_INK];
	const double values[] = {ink->r, ink->g, ink->b};
	bool is_grey = ink->r == ink->g && ink->g == ink->b;

	add_numbers(out, values, is_grey ? 1 : 3, is_grey ? grey : rgb);
}

void look_add_colour(const struct looks *looks, struct buf *out)
{
	add_ink(looks, out, "g", "rg");
}

static void add_cross(const struct looks *looks, const struct form_field *field, struct buf *out)
{
	double inset = field->width * CROSS_INSET;
	double right = field->width - inset, top = field->height - inset;
	const double ends[4][2] = {{inset, inset}, {right, top}, {inset, top}, {right, inset}};

	add_ink(looks, out, "G ", "RG ");
	add_numbers(out, &field->size, 1, "w 1 J\n");
	for (size_t i = 0; i < 4; i++)
		add_numbers(out, ends[i], 2, i % 2 == 0 ? "m " : "l\n");
	buf_adds(out, "S\n");
}

/* Four curves from the top, clockwise. */
static void add_disc(const struct looks *looks, const struct form_field *field, struct buf *out)
{
	static const double turns[5][2] = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}, {0, 1}};
	double r = field->width / 2, top[] = {r, 2 * r};

	add_ink(looks, out, "g ", "rg ");
	add_numbers(out, top, 2, "m\n");
	for (size_t i = 0; i < 4; i++) {
		const double *from = turns[i], *to = turns[i + 1];
		const double curve[] = {
			r + r * (from[0] + arc * to[0]), r + r * (from[1] + arc * to[1]),
			r + r * (to[0] + arc * from[0]), r + r * (to[1] + arc * from[1]),
			r + r * to[0], r + r * to[1],
		};

		add_numbers(out, curve, 6, "c\n");
	}
	buf_adds(out, "f\n");
}

static HPDF_Dict make_stream(struct looks *looks, const struct form_field *field,
                             const struct buf *text)
{
	struct buf entries = {.arena = looks->pdf->arena};
	const double box[] = {0, 0, field->width, field->height};

	buf_adds(&entries, "/Type /XObject /Subtype /Form /BBox [");
	add_numbers(&entries, box, 4, "]");
	return object_plain_stream(looks->pdf, &entries, text);
}

static bool is_same(const struct look *look, const struct look *other)
{
	return look->kind == other->kind && look->marked == other->marked &&
	       look->width == other->width && look->height == other->height &&
	       look->line == other->line;
}

static HPDF_Dict draw(struct looks *looks, const struct form_field *field, bool marked)
{
	struct buf text = {.arena = looks->pdf->arena};

	if (field->kind != FIELD_CHECK && field->kind != FIELD_RADIO)
		buf_adds(&text, "/Tx BMC\nEMC\n");
	else if (marked && field->kind == FIELD_CHECK)
		add_cross(looks, field, &text);
	else if (marked)
		add_disc(looks, field, &text);
	return make_stream(looks, field, &text);
}

HPDF_Dict look_of(struct looks *looks, const struct form_field *field, bool marked)
{
	bool is_mark = field->kind == FIELD_CHECK || field->kind == FIELD_RADIO;
	struct look look = {is_mark ? field->kind : FIELD_TEXT, marked, field->width,
	                    field->height, marked ? field->size : 0, NULL};

	for (size_t i = 0; i < looks->n_looks; i++)
		if (is_same(&looks->looks[i], &look))
			return looks->looks[i].stream;
	look.stream = draw(looks, field, marked);
	looks->looks = arena_push(looks->pdf->arena, looks->looks, looks->n_looks, sizeof look);
	looks->looks[looks->n_looks++] = look;
	return look.stream;
}
