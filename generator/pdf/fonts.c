#include "pdf/fonts.h"

#include <hb-ot.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "pdf/cff.h"
#include "pdf/shaped.h"

static const double default_cap_height = 700;

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	bool has = hb_blob_get_length(table) > 0;

	hb_blob_destroy(table);
	return has;
}

/* The PostScript name, of the characters that a PDF name takes unescaped. */
static const char *read_name(struct arena *arena, hb_face_t *face)
{
	char name[64];
	unsigned size = sizeof name, n = 0;

	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
	for (unsigned i = 0; i < size; i++)
		if ((name[i] >= '0' && name[i] <= '9') || (name[i] >= 'A' && name[i] <= 'Z') ||
		    (name[i] >= 'a' && name[i] <= 'z') || name[i] == '-')
			name[n++] = name[i];
	return n > 0 ? arena_strndup(arena, name, n) : "Font";
}

static double read_cap_height(const struct font *font)
{
	hb_position_t height;

	if (!hb_ot_metrics_get_position(font->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height) ||
	    height <= 0)
		return default_cap_height;
	return height * font->scale;
}

static bool has_outlines(struct arena *arena, struct font *font)
{
	if (hb_face_get_glyph_count(font->face) == 0)
		return false;
	font->cff = has_table(font->face, HB_TAG('C', 'F', 'F', ' '));
	if (font->cff)
		return cff_read_cids(font->face, arena, &font->cids);
	return has_table(font->face, HB_TAG('g', 'l', 'y', 'f'));
}

/* False when the file is not a font with outlines that a PDF file can carry. */
static bool open_font(struct arena *arena, const struct found_font *found, struct font *font)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(found->file);

	if (blob == NULL)
		return false;
	font->face = hb_face_create(blob, found->index);
	hb_blob_destroy(blob);
	if (!has_outlines(arena, font)) {
		hb_face_destroy(font->face);
		font->face = NULL;
		return false;
	}
	font->font = hb_font_create(font->face);
	font->found = *found;
	font->name = read_name(arena, font->face);
	font->scale = 1000.0 / hb_face_get_upem(font->face);
	font->cap_height = read_cap_height(font);
	return true;
}

static bool open_face(struct fonts *fonts, enum face face, struct diag *diag)
{
	const struct theme *theme = fonts->theme;
	struct font_query query = {.family = theme->family, .style = theme->family_files[face]};
	struct found_font found;

	if (!find_font(fonts->config, fonts->arena, &query, &found)) {
		diag_error(diag, theme->pos,
		           "an installed family; Open Sans comes with the Debian package "
		           "fonts-open-sans",
		           "the font %s %s is not installed", query.family, query.style);
		return false;
	}
	if (!open_font(fonts->arena, &found, &fonts->fonts[face])) {
		diag_error(diag, theme->pos, "a TrueType or OpenType font",
		           "the font file %s cannot be used", found.file);
		return false;
	}
	fonts->n_fonts++;
	return true;
}

/* Opens a fallback in the weight and slant of the face, or finds it among
 * those that were opened for another face. */
static int open_fallback(struct fonts *fonts, enum face face, const char *family)
{
	const struct found_font *model = &fonts->fonts[face].found;
	struct font_query query = {family, NULL, model->weight, model->slant};
	struct found_font found;

	if (!find_font(fonts->config, fonts->arena, &query, &found))
		return FONT_ABSENT;
	for (size_t i = FACE_COUNT; i < fonts->n_fonts; i++)
		if (strcmp(fonts->fonts[i].found.file, found.file) == 0 &&
		    fonts->fonts[i].found.index == found.index)
			return (int)i;
	if (!open_font(fonts->arena, &found, &fonts->fonts[fonts->n_fonts]))
		return FONT_ABSENT;
	return (int)fonts->n_fonts++;
}

const struct font *fonts_at(struct fonts *fonts, enum face face, size_t rank)
{
	size_t n = fonts->theme->n_fallbacks;
	int *number;

	if (rank == 0)
		return &fonts->fonts[face];
	number = &fonts->fallbacks[(size_t)face * n + rank - 1];
	if (*number == FONT_UNKNOWN)
		*number = open_fallback(fonts, face, fonts->theme->fallbacks[rank - 1]);
	return *number == FONT_ABSENT ? NULL : &fonts->fonts[*number];
}

uint32_t font_empty_glyph(const struct font *font)
{
	static const hb_codepoint_t codes[] = {0x200D, 0x200C, 0x200B, ' '};
	hb_glyph_extents_t box;
	hb_codepoint_t glyph = 0;

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (hb_font_get_nominal_glyph(font->font, codes[i], &glyph) &&
		    hb_font_get_glyph_extents(font->font, glyph, &box) && box.width == 0)
			break;
	return glyph;
}

uint32_t font_code(const struct font *font, uint32_t glyph)
{
	return font->cids == NULL ? glyph : font->cids[glyph];
}

bool font_hangs(const struct run *run, size_t glyph)
{
	const struct glyph *mark = &run->glyphs[glyph];

	return run->level % 2 != 0 && mark->advance == 0 && (mark->dx != 0 || mark->dy != 0);
}

struct fonts *pdf_fonts_open(struct arena *arena, const struct theme *theme, struct diag *diag)
{
	struct fonts *fonts = ARENA_NEW(arena, struct fonts);
	size_t n_ranks = theme->n_fallbacks + 1;
	bool complete = true;

	fonts->arena = arena;
	fonts->theme = theme;
	fonts->config = FcInitLoadConfigAndFonts();
	if (fonts->config == NULL)
		die("fontconfig cannot be set up");
	fonts->fonts = ARENA_ARRAY(arena, struct font, FACE_COUNT * n_ranks);
	fonts->fallbacks = ARENA_ARRAY(arena, int, FACE_COUNT * n_ranks);
	fonts->buffers = ARENA_ARRAY(arena, hb_buffer_t *, n_ranks + 1);
	for (size_t i = 0; i <= n_ranks; i++)
		fonts->buffers[i] = hb_buffer_create();
	fonts->missing = hb_set_create();
	fonts->shaped = shaped_open(arena);
	for (enum face face = 0; face < FACE_COUNT; face++)
		complete = open_face(fonts, face, diag) && complete;
	if (!complete) {
		pdf_fonts_close(fonts);
		return NULL;
	}
	shape_metrics(fonts);
	return fonts;
}

void pdf_fonts_close(struct fonts *fonts)
{
	for (size_t i = 0; i < FACE_COUNT * (fonts->theme->n_fallbacks + 1); i++) {
		hb_font_destroy(fonts->fonts[i].font);
		hb_face_destroy(fonts->fonts[i].face);
	}
	for (size_t i = 0; i < fonts->theme->n_fallbacks + 2; i++)
		hb_buffer_destroy(fonts->buffers[i]);
	hb_set_destroy(fonts->missing);
	FcConfigDestroy(fonts->config);
}

const struct metrics *pdf_fonts_metrics(const struct fonts *fonts)
{
	return &fonts->metrics;
}

static void add_utf8(struct buf *out, uint32_t code)
{
	char bytes[4];
	size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};

	for (size_t i = n; i-- > 1; code >>= 6)
		bytes[i] = (char)(0x80 | (code & 0x3F));
	bytes[0] = (char)(leads[n] | code);
	buf_add(out, bytes, n);
}

static bool is_absent(const struct fonts *fonts, size_t fallback)
{
	for (size_t face = 0; face < FACE_COUNT; face++)
		if (fonts->fallbacks[face * fonts->theme->n_fallbacks + fallback] == FONT_ABSENT)
			return true;
	return false;
}

/* Where a missing character was looked for. */
static const char *families(const struct fonts *fonts)
{
	struct buf list = {.arena = fonts->arena};

	buf_addf(&list, "looked in %s", fonts->theme->family);
	for (size_t i = 0; i < fonts->theme->n_fallbacks; i++)
		buf_addf(&list, ", %s%s", fonts->theme->fallbacks[i],
		         is_absent(fonts, i) ? " (not installed)" : "");
	return buf_text(&list);
}

void pdf_fonts_report(const struct fonts *fonts, struct diag *diag)
{
	hb_codepoint_t code = HB_SET_VALUE_INVALID;
	struct pos nowhere = {0};

	while (hb_set_next(fonts->missing, &code)) {
		struct buf shown = {.arena = fonts->arena};

		add_utf8(&shown, code);
		diag_warning(diag, nowhere, families(fonts), "no font shows U+%04X (%s)",
		             (unsigned)code, buf_text(&shown));
	}
}
