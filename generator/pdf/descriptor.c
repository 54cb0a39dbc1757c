#include "pdf/descriptor.h"

#include <hb-ot.h>
#include <math.h>

#include "base/die.h"

static void add_metric(struct buf *out, const struct font *font, const char *key,
                       hb_ot_metrics_tag_t tag, double otherwise)
{
	hb_position_t position;
	double value = otherwise;

	if (hb_ot_metrics_get_position(font->font, tag, &position))
		value = round(position * font->scale);
	buf_addf(out, " /%s ", key);
	add_real(out, value);
}

/* The box around all glyphs, from the table `head` (OpenType 1.9: xMin to
 * yMax are the 16-bit numbers from byte 36). */
static void add_bounds(struct buf *out, const struct font *font)
{
	hb_blob_t *head = hb_face_reference_table(font->face, HB_TAG('h', 'e', 'a', 'd'));
	unsigned length;
	const char *bytes = hb_blob_get_data(head, &length);

	if (length < 44)
		die("the font file %s cannot be read", font->found.file);
	buf_adds(out, " /FontBBox [");
	for (size_t at = 36; at < 44; at += 2) {
		int value = (signed char)bytes[at] * 256 + (unsigned char)bytes[at + 1];

		buf_adds(out, at == 36 ? "" : " ");
		add_real(out, round(value * font->scale));
	}
	buf_adds(out, "]");
	hb_blob_destroy(head);
}

/* Flags: a subset of any script is "symbolic" (4), else 32; italics are 64
 * (ISO 32000-1, table 123). StemV is not in these fonts; the usual estimate is
 * made from their weight. */
HPDF_Dict descriptor_write(struct pdf *pdf, const struct font *font, const char *name,
                           HPDF_Dict file, bool symbolic)
{
	HPDF_Dict object = object_new(pdf);
	struct buf out = {.arena = pdf->arena};
	double slant = hb_style_get_value(font->font, HB_STYLE_TAG_SLANT_ANGLE);
	double weight = hb_style_get_value(font->font, HB_STYLE_TAG_WEIGHT);

	buf_addf(&out, "/Type /FontDescriptor /FontName /%s /Flags %d", name,
	         (symbolic ? 4 : 32) + (slant != 0 ? 64 : 0));
	add_bounds(&out, font);
	buf_adds(&out, " /ItalicAngle ");
	add_real(&out, slant);
	add_metric(&out, font, "Ascent", HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 800);
	add_metric(&out, font, "Descent", HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200);
	buf_adds(&out, " /CapHeight ");
	add_real(&out, round(font->cap_height));
	add_metric(&out, font, "XHeight", HB_OT_METRICS_TAG_X_HEIGHT, 500);
	buf_adds(&out, " /StemV ");
	add_real(&out, round(50 + pow(weight / 65, 2)));
	buf_adds(&out, font->cff ? " /FontFile3" : " /FontFile2");
	add_reference(&out, file);
	object_set(pdf, object, &out);
	return object;
}
