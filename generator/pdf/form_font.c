#include "pdf/form_font.h"

#include <math.h>
#include <stdbool.h>

#include "base/die.h"
#include "pdf/descriptor.h"
#include "pdf/subset.h"

enum { FIRST_CODE = 32, LAST_CODE = 255 };

/* Unicode of a code of WinAnsiEncoding (ISO 32000-1, annex D); 0: no
 * character. */
static hb_codepoint_t character(unsigned code)
{
	static const uint16_t middle[32] = {
		0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
		0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
	};

	if (code == 127)
		return 0;
	return code >= 128 && code < 160 ? middle[code - 128] : code;
}

static hb_set_t *all_characters(void)
{
	hb_set_t *characters = hb_set_create();

	for (unsigned code = FIRST_CODE; code <= LAST_CODE; code++)
		if (character(code) != 0)
			hb_set_add(characters, character(code));
	if (!hb_set_allocation_successful(characters))
		die("out of memory");
	return characters;
}

static HPDF_Dict write_file(struct pdf *pdf, const struct font *font)
{
	struct buf entries = {.arena = pdf->arena};
	hb_set_t *characters = all_characters();
	hb_blob_t *blob = subset_characters(font, characters);
	HPDF_Dict file;
	unsigned length;
	const char *bytes;

	hb_set_destroy(characters);
	if (blob == NULL)
		die("no subset can be made of %s", font->found.file);
	bytes = hb_blob_get_data(blob, &length);
	buf_adds(&entries, "/Length1 ");
	add_whole(&entries, length);
	file = object_stream(pdf, &entries, bytes, length);
	hb_blob_destroy(blob);
	return file;
}

static void add_widths(struct buf *out, const struct font *font)
{
	buf_addf(out, " /FirstChar %d /LastChar %d /Widths [", FIRST_CODE, LAST_CODE);
	for (unsigned code = FIRST_CODE; code <= LAST_CODE; code++) {
		hb_codepoint_t glyph, unicode = character(code);
		double width = 0;

		if (unicode != 0 && hb_font_get_nominal_glyph(font->font, unicode, &glyph))
			width = hb_font_get_glyph_h_advance(font->font, glyph) * font->scale;
		add_real(out, round(width));
		buf_adds(out, code == LAST_CODE ? "]" : " ");
	}
}

/* Simple fonts take TrueType outlines only. */
static const struct font *choose(const struct fonts *fonts)
{
	for (size_t i = 0; i < FACE_COUNT; i++)
		if (!fonts->fonts[i].cff)
			return &fonts->fonts[i];
	return NULL;
}

HPDF_Dict form_font_write(struct pdf *pdf, const struct fonts *fonts)
{
	const struct font *font = choose(fonts);
	HPDF_Dict object = object_new(pdf), file = font == NULL ? NULL : write_file(pdf, font);
	struct buf out = {.arena = pdf->arena};

	buf_adds(&out, "/Type /Font /Encoding /WinAnsiEncoding");
	if (file == NULL) {
		buf_adds(&out, " /Subtype /Type1 /BaseFont /Helvetica");
	} else {
		buf_addf(&out, " /Subtype /TrueType /BaseFont /%s", font->name);
		add_widths(&out, font);
		buf_adds(&out, " /FontDescriptor");
		add_reference(&out, descriptor_write(pdf, font, font->name, file, false));
	}
	object_set(pdf, object, &out);
	return object;
}
