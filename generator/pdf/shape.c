#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/text.h"
#include "pdf/fonts.h"

/* One text while it is shaped; glyphs of all runs lie in one array. */
struct shaping {
	struct fonts *fonts;
	struct arena *arena;
	enum face face;
	const char *text;
	size_t length;
	hb_script_t script;
	struct glyph *glyphs;
	size_t n_glyphs;
	struct run *runs;
	size_t n_runs;
};

/* What HarfBuzz made of a part of the text. */
struct shaped {
	const struct font *font;
	const hb_glyph_info_t *infos;
	const hb_glyph_position_t *positions;
	size_t n;
};

/* The rest of the text is given as context, so that letters join across the
 * border of two fonts. */
static struct shaped shape_with(const struct shaping *s, const struct font *font,
                                hb_buffer_t *buffer, size_t from, size_t to)
{
	struct shaped shaped = {.font = font};
	unsigned n;

	hb_buffer_reset(buffer);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, s->script);
	hb_buffer_add_utf8(buffer, s->text, (int)s->length, (unsigned)from, (int)(to - from));
	hb_shape(font->font, buffer, NULL, 0);
	if (!hb_buffer_allocation_successful(buffer))
		die("out of memory");
	shaped.infos = hb_buffer_get_glyph_infos(buffer, &n);
	shaped.positions = hb_buffer_get_glyph_positions(buffer, &n);
	shaped.n = n;
	return shaped;
}

/* The run that goes on with this font at byte `from`. */
static struct run *take_run(struct shaping *s, const struct font *font, size_t from)
{
	size_t number = (size_t)(font - s->fonts->fonts);
	struct run *run;

	if (s->n_runs > 0 && s->runs[s->n_runs - 1].font == number)
		return &s->runs[s->n_runs - 1];
	s->runs = arena_push(s->arena, s->runs, s->n_runs, sizeof *s->runs);
	run = &s->runs[s->n_runs++];
	*run = (struct run){.font = number, .text = s->text + from};
	return run;
}

static struct shaped shaped_part(const struct shaped *shaped, size_t first, size_t end)
{
	return (struct shaped){shaped->font, shaped->infos + first, shaped->positions + first,
	                       end - first};
}

/* Appends the glyphs, which stand for the bytes [from, to). */
static void add_glyphs(struct shaping *s, struct shaped shaped, size_t from, size_t to)
{
	double scale = shaped.font->scale;
	struct run *run = take_run(s, shaped.font, from);
	size_t offset = (size_t)(run->text - s->text);

	for (size_t i = 0; i < shaped.n; i++) {
		const hb_glyph_position_t *position = &shaped.positions[i];
		struct glyph glyph = {
			.id = shaped.infos[i].codepoint,
			.cluster = (uint32_t)(shaped.infos[i].cluster - offset),
			.advance = (float)(position->x_advance * scale),
			.dx = (float)(position->x_offset * scale),
			.dy = (float)(position->y_offset * scale),
		};

		s->glyphs = arena_push(s->arena, s->glyphs, s->n_glyphs, sizeof *s->glyphs);
		s->glyphs[s->n_glyphs++] = glyph;
		run->n_glyphs++;
		run->width += glyph.advance;
	}
	run->n_text = to - offset;
}

static bool shows(const struct font *font, uint32_t code)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(font->font, code, &glyph) != 0;
}

/* The first font that has the code point; the face's own when none has. */
static const struct font *font_for(struct shaping *s, uint32_t code)
{
	for (size_t rank = 0; rank <= s->fonts->theme->n_fallbacks; rank++) {
		const struct font *font = fonts_at(s->fonts, s->face, rank);

		if (font != NULL && shows(font, code))
			return font;
	}
	if (!font_ignores(code))
		hb_set_add(s->fonts->missing, code);
	return fonts_at(s->fonts, s->face, 0);
}

/* The last resort for a cluster that no single font shows as a whole: each
 * code point in a font of its own. */
static void shape_apart(struct shaping *s, size_t from, size_t to)
{
	hb_buffer_t *buffer = s->fonts->buffers[s->fonts->theme->n_fallbacks + 1];

	for (size_t at = from, next = from; at < to; at = next) {
		const struct font *font = font_for(s, text_next(s->text, &next));

		add_glyphs(s, shape_with(s, font, buffer, at, next), at, next);
	}
}

static bool cluster_is_missing(const struct shaped *shaped, size_t first, size_t *end)
{
	bool missing = false;

	for (*end = first; *end < shaped->n &&
	                   shaped->infos[*end].cluster == shaped->infos[first].cluster; ++*end)
		missing = missing || shaped->infos[*end].codepoint == 0;
	return missing;
}

/* Shapes with the font of a rank; clusters that it cannot show whole (a base
 * stays with its marks) go on to the next rank. */
static void shape_range(struct shaping *s, size_t from, size_t to, size_t rank)
{
	const struct font *font;
	struct shaped shaped;

	while (rank <= s->fonts->theme->n_fallbacks && fonts_at(s->fonts, s->face, rank) == NULL)
		rank++;
	if (rank > s->fonts->theme->n_fallbacks) {
		shape_apart(s, from, to);
		return;
	}
	font = fonts_at(s->fonts, s->face, rank);
	shaped = shape_with(s, font, s->fonts->buffers[rank], from, to);
	for (size_t first = 0, end, next; first < shaped.n; first = end) {
		bool missing = cluster_is_missing(&shaped, first, &end);
		size_t stop;

		while (end < shaped.n && cluster_is_missing(&shaped, end, &next) == missing)
			end = next;
		stop = end < shaped.n ? shaped.infos[end].cluster : to;
		if (missing)
			shape_range(s, from, stop, rank + 1);
		else
			add_glyphs(s, shaped_part(&shaped, first, end), from, stop);
		from = stop;
	}
}

/* Where the text in the script at `from` ends; what belongs to every script
 * (spaces, figures, marks) goes with the letters before it. */
static size_t script_end(const struct shaping *s, size_t from, hb_script_t *script)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	size_t at = from;

	*script = HB_SCRIPT_COMMON;
	while (at < s->length) {
		size_t next = at;
		hb_script_t one = hb_unicode_script(unicode, text_next(s->text, &next));

		if (one != HB_SCRIPT_COMMON && one != HB_SCRIPT_INHERITED) {
			if (*script != HB_SCRIPT_COMMON && *script != one)
				break;
			*script = one;
		}
		at = next;
	}
	return at;
}

static size_t shape(void *self, struct arena *arena, struct phrase phrase, struct run **runs)
{
	struct shaping s = {
		.fonts = self, .arena = arena,
		.face = phrase.face, .text = phrase.text, .length = phrase.length,
	};
	const struct glyph *glyphs;

	for (size_t from = 0, to; from < phrase.length; from = to) {
		to = script_end(&s, from, &s.script);
		shape_range(&s, from, to, 0);
	}
	glyphs = s.glyphs;
	for (size_t i = 0; i < s.n_runs; i++) {
		s.runs[i].glyphs = glyphs;
		glyphs += s.runs[i].n_glyphs;
	}
	*runs = s.runs;
	return s.n_runs;
}

static double cap_height(void *self, enum face face)
{
	const struct fonts *fonts = self;

	return fonts->fonts[face].cap_height;
}

void shape_metrics(struct fonts *fonts)
{
	fonts->metrics = (struct metrics){fonts, shape, cap_height};
}
