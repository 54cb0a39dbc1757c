#include "pdf/drawing.h"

void add_point(struct drawing *d, double x, double y)
{
	add_real(d->out, x);
	buf_add(d->out, " ", 1);
	add_real(d->out, d->page->height - y);
	buf_add(d->out, " ", 1);
}

void add_value(struct drawing *d, double value)
{
	add_real(d->out, value);
	buf_add(d->out, " ", 1);
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

void set_fill(struct drawing *d, enum colour colour)
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

void begin_shape(struct drawing *d, enum colour fill, const struct stroke *stroke)
{
	set_fill(d, fill);
	set_stroke(d, stroke);
}

void end_shape(struct drawing *d, enum colour fill, const struct stroke *stroke)
{
	if (is_drawn(stroke))
		buf_adds(d->out, fill == COLOUR_NONE ? "S\n" : "B\n");
	else
		buf_adds(d->out, fill == COLOUR_NONE ? "n\n" : "f\n");
}

void add_rect(struct drawing *d, double x, double y, double width, double height)
{
	add_point(d, x, y + height);
	add_value(d, width);
	add_value(d, height);
	buf_adds(d->out, "re\n");
}
