#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/text.h"
#include "pdf/fonts.h"
#include "pdf/shaped.h"

/* One text while it is shaped; glyphs of all runs lie in one array. */
struct shaping {
	struct fonts *fonts;
	struct arena *arena;
	struct phrase phrase;
	hb_language_t language;
	hb_script_t script;
	struct glyph *glyphs;
	size_t n_glyphs, n_room;
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

/* Figures of a column stand below each other whatever the font's own are. */
static const hb_feature_t features[] = {
	{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
};

static bool shows(const struct font *font, uint32_t code)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(font->font, code, &glyph) != 0;
}

/* Letters on both sides of a place to hyphenate are not one glyph. Hyphens
 * that a font lacks are shown by the one that all have. */
static void set_hyphens(const struct font *font, hb_buffer_t *buffer)
{
	const hb_codepoint_t soft_hyphen = 0xAD, non_joiner = 0x200C;
	const hb_codepoint_t hyphen = 0x2010, no_break = 0x2011;
	unsigned n;
	hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &n);

	for (unsigned i = 0; i < n; i++) {
		hb_codepoint_t *code = &infos[i].codepoint;

		if (*code == soft_hyphen)
			*code = non_joiner;
		else if ((*code == hyphen || *code == no_break) && !shows(font, *code))
			*code = '-';
	}
}

/* The rest of the text is given as context, so that letters join across the
 * border of two fonts. */
static struct shaped shape_with(const struct shaping *s, const struct font *font,
                                hb_buffer_t *buffer, size_t from, size_t to)
{
	struct shaped shaped = {.font = font};
	bool backward = s->phrase.level % 2 == 1;
	unsigned n;

	hb_buffer_reset(buffer);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_direction(buffer, backward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, s->script);
	hb_buffer_set_language(buffer, s->language);
	hb_buffer_add_utf8(buffer, s->phrase.text, (int)s->phrase.length, (unsigned)from,
	                   (int)(to - from));
	set_hyphens(font, buffer);
	hb_shape(font->font, buffer, features, sizeof features / sizeof *features);
	if (!hb_buffer_allocation_successful(buffer))
		die("out of memory");
	if (backward)
		hb_buffer_reverse(buffer);
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
	*run = (struct run){
		.font = number, .level = s->phrase.level, .text = s->phrase.text + from,
	};
	return run;
}

static struct shaped shaped_part(const struct shaped *shaped, size_t first, size_t end)
{
	return (struct shaped){shaped->font, shaped->infos + first, shaped->positions + first,
	                       end - first};
}

static void add_glyph(struct shaping *s, struct run *run, struct glyph glyph)
{
	if (s->n_glyphs == s->n_room) {
		s->n_room *= 2;
		s->glyphs = arena_grow(s->arena, s->glyphs, s->n_glyphs, s->n_room, sizeof glyph);
	}
	s->glyphs[s->n_glyphs++] = glyph;
	run->n_glyphs++;
	run->width += glyph.advance;
}

/* How many code points of text[from, to) can be seen. */
static size_t count_visible(const char *text, size_t from, size_t to)
{
	size_t n = 0;

	while (from < to)
		n += !text_is_ignorable(text_next(text, &from));
	return n;
}

/* A ligature of a text from right to left says its last letter only, and
 * empty glyphs before it the others: readers of PDF files turn round the order
 * of such glyphs, and would turn round what a single one says. Adds the empty
 * glyphs for text[from, ...) and gives the offset of the next letter. */
static size_t add_empty(struct shaping *s, struct run *run, size_t from, size_t n)
{
	uint32_t id = font_empty_glyph(&s->fonts->fonts[run->font]);
	size_t start = (size_t)(run->text - s->phrase.text), at = from;

	for (size_t next = at;; at = next) {
		if (text_is_ignorable(text_next(s->phrase.text, &next)))
			continue;
		if (n-- == 0)
			return at;
		add_glyph(s, run, (struct glyph){.id = id, .cluster = (uint32_t)(at - start)});
	}
}

/* Appends the glyphs of a cluster, which stand for the text up to `to`. */
static void add_cluster(struct shaping *s, struct run *run, struct shaped shaped, size_t to)
{
	double scale = shaped.font->scale;
	size_t from = shaped.infos[0].cluster;
	size_t n = run->level % 2 == 0 ? 0 : count_visible(s->phrase.text, from, to);

	if (n > shaped.n)
		from = add_empty(s, run, from, n - shaped.n);
	for (size_t i = 0; i < shaped.n; i++) {
		const hb_glyph_position_t *position = &shaped.positions[i];

		add_glyph(s, run, (struct glyph){
			.id = shaped.infos[i].codepoint,
			.cluster = (uint32_t)(from - (size_t)(run->text - s->phrase.text)),
			.advance = (float)(position->x_advance * scale),
			.dx = (float)(position->x_offset * scale),
			.dy = (float)(position->y_offset * scale),
		});
	}
}

/* Appends the glyphs, which stand for the bytes [from, to). */
static void add_glyphs(struct shaping *s, struct shaped shaped, size_t from, size_t to)
{
	struct run *run = take_run(s, shaped.font, from);

	for (size_t first = 0, end; first < shaped.n; first = end) {
		for (end = first; end < shaped.n &&
		                  shaped.infos[end].cluster == shaped.infos[first].cluster;)
			end++;
		add_cluster(s, run, shaped_part(&shaped, first, end),
		            end < shaped.n ? shaped.infos[end].cluster : to);
	}
	run->n_text = to - (size_t)(run->text - s->phrase.text);
}

/* The first font that has the code point; the face's own when none has. */
static const struct font *font_for(struct shaping *s, uint32_t code)
{
	for (size_t rank = 0; rank <= s->fonts->theme->n_fallbacks; rank++) {
		const struct font *font = fonts_at(s->fonts, s->phrase.face, rank);

		if (font != NULL && shows(font, code))
			return font;
	}
	if (!text_is_ignorable(code))
		hb_set_add(s->fonts->missing, code);
	return fonts_at(s->fonts, s->phrase.face, 0);
}

/* The last resort for a cluster that no single font shows as a whole: each
 * code point in a font of its own. */
static void shape_apart(struct shaping *s, size_t from, size_t to)
{
	hb_buffer_t *buffer = s->fonts->buffers[s->fonts->theme->n_fallbacks + 1];

	for (size_t at = from, next = from; at < to; at = next) {
		const struct font *font = font_for(s, text_next(s->phrase.text, &next));

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

static bool is_space(const struct shaping *s, const struct shaped *shaped, size_t glyph)
{
	return s->phrase.text[shaped->infos[glyph].cluster] == ' ';
}

/* One past the clusters from `first` on that are missing, or are not, like
 * it; a space between words that another font shows goes with them. */
static size_t alike_end(const struct shaping *s, const struct shaped *shaped, size_t first,
                        bool *missing)
{
	size_t end, next, after;

	*missing = cluster_is_missing(shaped, first, &end);
	while (end < shaped->n) {
		if (cluster_is_missing(shaped, end, &next) == *missing)
			end = next;
		else if (*missing && is_space(s, shaped, end) && next < shaped->n &&
		         cluster_is_missing(shaped, next, &after))
			end = after;
		else
			break;
	}
	return end;
}

/* Shapes with the font of a rank; clusters that it cannot show whole (a base
 * stays with its marks) go on to the next rank. */
static void shape_range(struct shaping *s, size_t from, size_t to, size_t rank)
{
	const struct font *font;
	struct shaped shaped;

	while (rank <= s->fonts->theme->n_fallbacks &&
	       fonts_at(s->fonts, s->phrase.face, rank) == NULL)
		rank++;
	if (rank > s->fonts->theme->n_fallbacks) {
		shape_apart(s, from, to);
		return;
	}
	font = fonts_at(s->fonts, s->phrase.face, rank);
	shaped = shape_with(s, font, s->fonts->buffers[rank], from, to);
	for (size_t first = 0, end; first < shaped.n; first = end) {
		bool missing;
		size_t stop;

		end = alike_end(s, &shaped, first, &missing);
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
	while (at < s->phrase.length) {
		size_t next = at;
		hb_script_t one = hb_unicode_script(unicode, text_next(s->phrase.text, &next));

		if (one != HB_SCRIPT_COMMON && one != HB_SCRIPT_INHERITED) {
			if (*script != HB_SCRIPT_COMMON && *script != one)
				break;
			*script = one;
		}
		at = next;
	}
	return at;
}

/* Shapes the phrase, runs and glyphs in the arena of the fonts. */
static void shape_anew(struct fonts *fonts, struct shaped_text *text)
{
	struct phrase phrase = text->phrase;
	struct shaping s = {
		.fonts = fonts, .arena = fonts->arena, .phrase = phrase,
		.language = hb_language_from_string(phrase.language, -1),
		.glyphs = ARENA_ARRAY(fonts->arena, struct glyph, phrase.length),
		.n_room = phrase.length, /* few texts have more glyphs than bytes */
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
	text->runs = s.runs;
	text->n_runs = s.n_runs;
}

static size_t shape(void *self, struct arena *arena, struct phrase phrase, struct run **runs)
{
	struct fonts *fonts = self;
	struct shaped_text *text = shaped_find(fonts->shaped, phrase);

	if (text->runs == NULL)
		shape_anew(fonts, text);
	*runs = NULL;
	for (size_t i = 0; i < text->n_runs; i++) {
		*runs = arena_push(arena, *runs, i, sizeof **runs);
		(*runs)[i] = text->runs[i];
		(*runs)[i].text = phrase.text + (text->runs[i].text - text->phrase.text);
	}
	return text->n_runs;
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
