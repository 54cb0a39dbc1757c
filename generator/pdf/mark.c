#include <hb.h>

#include "pdf/drawing.h"

/* A mark while its outline is drawn. */
struct pencil {
	struct drawing *drawing;
	struct spot spot;
	double scale; /* font units to points */
};

static void add_spot(const struct pencil *pencil, float x, float y)
{
	add_point(pencil->drawing, pencil->spot.x + (double)x * pencil->scale,
	          pencil->spot.y - (double)y * pencil->scale);
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
	const struct pencil *pencil = data;

	(void)funcs, (void)state, (void)user;
	add_spot(pencil, x, y);
	buf_adds(pencil->drawing->out, "m\n");
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
	const struct pencil *pencil = data;

	(void)funcs, (void)state, (void)user;
	add_spot(pencil, x, y);
	buf_adds(pencil->drawing->out, "l\n");
}

static void curve_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
                     float y1, float x2, float y2, float x, float y, void *user)
{
	const struct pencil *pencil = data;

	(void)funcs, (void)state, (void)user;
	add_spot(pencil, x1, y1);
	add_spot(pencil, x2, y2);
	add_spot(pencil, x, y);
	buf_adds(pencil->drawing->out, "c\n");
}

void draw_mark(struct drawing *d, const struct font *font, uint32_t glyph, struct spot spot)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	struct pencil pencil = {d, spot, font->scale * spot.size / 1000};

	hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, curve_to, NULL, NULL);
	hb_font_get_glyph_shape(font->font, glyph, funcs, &pencil);
	hb_draw_funcs_destroy(funcs);
	buf_adds(d->out, "f\n");
}
