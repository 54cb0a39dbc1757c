#include "pdf/subset.h"

#include <hb-subset.h>

#include "base/die.h"

static const char dropped_always[][5] = {
	"BASE", "CBDT", "CBLC", "COLR", "CPAL", "DSIG", "EBDT", "EBLC", "EBSC", "GDEF", "GPOS",
	"GSUB", "JSTF", "LTSH", "MATH", "OS/2", "PCLT", "STAT", "SVG ", "VDMX", "VORG", "gasp",
	"hdmx", "kern", "kerx", "meta", "morx", "name", "post", "sbix", "vhea", "vmtx",
};

static hb_subset_input_t *subset_input(unsigned flags)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *tables;

	if (input == NULL)
		die("out of memory");
	hb_subset_input_set_flags(
	    input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | flags);
	tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof dropped_always / sizeof dropped_always[0]; i++)
		hb_set_add(tables, hb_tag_from_string(dropped_always[i], -1));
	return input;
}

/* The subset; NULL when HarfBuzz cannot make it. `input` is used up. */
static hb_face_t *make(const struct font *font, hb_subset_input_t *input)
{
	hb_face_t *face;

	if (!hb_set_allocation_successful(hb_subset_input_glyph_set(input)) ||
	    !hb_set_allocation_successful(hb_subset_input_unicode_set(input)) ||
	    !hb_set_allocation_successful(
	        hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)))
		die("out of memory");
	face = hb_subset_or_fail(font->face, input);
	hb_subset_input_destroy(input);
	return face;
}

/* The box around the end points of an outline's lines and curves: extents
 * would tell of bitmaps too, which stay behind. */
struct outline_box {
	float left, bottom, right, top;
	unsigned n_points;
};

static void add_end(struct outline_box *box, float x, float y)
{
	if (box->n_points == 0 || x < box->left)
		box->left = x;
	if (box->n_points == 0 || x > box->right)
		box->right = x;
	if (box->n_points == 0 || y < box->bottom)
		box->bottom = y;
	if (box->n_points == 0 || y > box->top)
		box->top = y;
	box->n_points++;
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *unused)
{
	(void)funcs;
	(void)state;
	(void)unused;
	add_end(data, x, y);
}

static void curve_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
                     float y1, float x2, float y2, float x, float y, void *unused)
{
	(void)x1;
	(void)y1;
	(void)x2;
	(void)y2;
	line_to(funcs, data, state, x, y, unused);
}

/* Two fonts, and what draws their glyphs. */
struct comparison {
	hb_draw_funcs_t *funcs;
	hb_font_t *before, *after;
};

static struct comparison open_comparison(const struct font *font, hb_blob_t *blob)
{
	hb_face_t *face = hb_face_create(blob, 0);
	struct comparison comparison = {hb_draw_funcs_create(), font->font, hb_font_create(face)};

	hb_face_destroy(face);
	hb_draw_funcs_set_move_to_func(comparison.funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(comparison.funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(comparison.funcs, curve_to, NULL, NULL);
	return comparison;
}

static void close_comparison(struct comparison *comparison)
{
	hb_font_destroy(comparison->after);
	hb_draw_funcs_destroy(comparison->funcs);
}

static bool looks_alike(const struct comparison *comparison, hb_codepoint_t before,
                        hb_codepoint_t after)
{
	struct outline_box was = {0}, is = {0};

	hb_font_get_glyph_shape(comparison->before, before, comparison->funcs, &was);
	hb_font_get_glyph_shape(comparison->after, after, comparison->funcs, &is);
	return hb_font_get_glyph_h_advance(comparison->before, before) ==
	           hb_font_get_glyph_h_advance(comparison->after, after) &&
	       was.n_points == is.n_points && was.left == is.left && was.bottom == is.bottom &&
	       was.right == is.right && was.top == is.top;
}

/* Fonts with CIDs number their glyphs anew, in the same order. */
static bool keeps_glyphs(const struct font *font, const hb_set_t *glyphs, hb_blob_t *blob)
{
	struct comparison comparison = open_comparison(font, blob);
	hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
	bool same = true;

	for (hb_codepoint_t i = 0; same && hb_set_next(glyphs, &glyph); i++)
		same = looks_alike(&comparison, glyph, font->cids == NULL ? glyph : i);
	close_comparison(&comparison);
	return same;
}

static bool keeps_characters(const struct font *font, const hb_set_t *characters,
                             hb_blob_t *blob)
{
	struct comparison comparison = open_comparison(font, blob);
	hb_codepoint_t character = HB_SET_VALUE_INVALID, before, after;
	bool same = true;

	while (same && hb_set_next(characters, &character))
		if (hb_font_get_nominal_glyph(comparison.before, character, &before))
			same = hb_font_get_nominal_glyph(comparison.after, character, &after) &&
			       looks_alike(&comparison, before, after);
	close_comparison(&comparison);
	return same;
}

/* NULL unless all is kept. */
static hb_blob_t *keep(hb_blob_t *blob, bool all)
{
	if (all && hb_blob_get_length(blob) > 0)
		return blob;
	hb_blob_destroy(blob);
	return NULL;
}

hb_blob_t *subset_font(const struct font *font, const hb_set_t *glyphs)
{
	hb_subset_input_t *input =
	    subset_input(font->cids == NULL ? HB_SUBSET_FLAGS_RETAIN_GIDS : 0);
	hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	hb_blob_t *whole, *file;
	hb_face_t *face;

	hb_set_add(tables, HB_TAG('c', 'm', 'a', 'p'));
	hb_set_union(hb_subset_input_glyph_set(input), glyphs);
	face = make(font, input);
	if (face == NULL)
		return NULL;
	whole = hb_face_reference_blob(face);
	file = font->cff ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '))
	                 : hb_blob_reference(whole);
	hb_face_destroy(face);
	file = keep(file, keeps_glyphs(font, glyphs, whole));
	hb_blob_destroy(whole);
	return file;
}

hb_blob_t *subset_characters(const struct font *font, const hb_set_t *characters)
{
	hb_subset_input_t *input = subset_input(0);
	hb_blob_t *file;
	hb_face_t *face;

	hb_set_union(hb_subset_input_unicode_set(input), characters);
	face = make(font, input);
	if (face == NULL)
		return NULL;
	file = hb_face_reference_blob(face);
	hb_face_destroy(face);
	return keep(file, keeps_characters(font, characters, file));
}
