#include "pdf/embed.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/text.h"
#include "pdf/codes.h"
#include "pdf/descriptor.h"
#include "pdf/subset.h"

/* A viewer reads at most so many lines in one block of a CMap. */
#define CMAP_BLOCK 100

struct embedded {
	HPDF_Dict object; /* NULL: not used */
	struct codes codes;
};

void embed_begin(struct embedding *embedding, struct pdf *pdf, const struct fonts *fonts)
{
	*embedding = (struct embedding){.pdf = pdf, .fonts = fonts, .n_embedded = fonts->n_fonts};
	embedding->resources = object_new(pdf);
	embedding->embedded = ARENA_ARRAY(pdf->arena, struct embedded, fonts->n_fonts);
}

const uint32_t *embed_run(struct embedding *embedding, const struct run *run)
{
	uint32_t *named = ARENA_ARRAY(embedding->pdf->arena, uint32_t, run->n_glyphs);
	struct embedded *embedded = &embedding->embedded[run->font];

	if (embedded->object == NULL) {
		embedded->object = object_new(embedding->pdf);
		codes_open(&embedded->codes, embedding->pdf->arena,
		           &embedding->fonts->fonts[run->font]);
	}
	codes_note(&embedded->codes, run, named);
	return named;
}

double embed_width(const struct embedding *embedding, size_t font, uint32_t glyph)
{
	const struct font *one = &embedding->fonts->fonts[font];

	return round(hb_font_get_glyph_h_advance(one->font, glyph) * one->scale * 100) / 100;
}

static hb_set_t *used_glyphs(const struct codes *codes)
{
	hb_set_t *glyphs = hb_set_create();

	for (size_t i = 0; i < codes->n_glyphs; i++)
		if (codes->glyphs[i].text != NULL)
			hb_set_add(glyphs, (hb_codepoint_t)i);
	if (!hb_set_allocation_successful(glyphs))
		die("out of memory");
	return glyphs;
}

static HPDF_Dict write_file(struct pdf *pdf, const struct font *font, hb_blob_t *blob)
{
	struct buf entries = {.arena = pdf->arena};
	unsigned length;
	const char *bytes = hb_blob_get_data(blob, &length);

	if (font->cff)
		buf_adds(&entries, "/Subtype /CIDFontType0C");
	else
		buf_addf(&entries, "/Length1 %u", length);
	return object_stream(pdf, &entries, bytes, length);
}

/* The tag that marks a subset, from its content: six letters, then the name. */
static const char *subset_name(struct arena *arena, const struct font *font, hb_blob_t *blob)
{
	unsigned length;
	const char *bytes = hb_blob_get_data(blob, &length);
	struct pdf digest = {.digest = {1, 2}};
	char tag[7] = "";

	pdf_digest(&digest, bytes, length);
	for (size_t i = 0; i < 6; i++, digest.digest[0] /= 26)
		tag[i] = (char)('A' + digest.digest[0] % 26);
	return arena_printf(arena, "%s+%s", tag, font->name);
}

/* Widths of the used glyphs; codes that follow each other share an array. */
static void add_widths(struct buf *out, const struct embedding *embedding, size_t number)
{
	const struct codes *codes = &embedding->embedded[number].codes;
	uint32_t expected = UINT32_MAX;

	buf_adds(out, "[");
	for (size_t i = 0; i < codes_count(codes); i++) {
		const struct saying *saying = codes_at(codes, i);
		uint32_t code = codes_name(codes, i);

		if (saying->text == NULL)
			continue;
		if (code == expected)
			buf_adds(out, " ");
		else
			buf_addf(out, "%s\n%u [", expected == UINT32_MAX ? "" : "]",
			         (unsigned)code);
		add_real(out, embed_width(embedding, number, saying->id));
		expected = code + 1;
	}
	buf_adds(out, "]]");
}

/* The glyph of each code, where codes are more than glyphs. */
static HPDF_Dict write_glyph_ids(struct pdf *pdf, const struct codes *codes)
{
	struct buf out = {.arena = pdf->arena};

	for (size_t i = 0; i < codes_count(codes); i++) {
		uint32_t id = codes_at(codes, i)->id;
		char bytes[] = {(char)(id >> 8), (char)(id & 0xFF)};

		buf_add(&out, bytes, sizeof bytes);
	}
	return object_stream(pdf, NULL, out.bytes, out.length);
}

static HPDF_Dict write_descendant(struct embedding *embedding, size_t number, const char *name,
                                  HPDF_Dict descriptor)
{
	const struct font *font = &embedding->fonts->fonts[number];
	const struct codes *codes = &embedding->embedded[number].codes;
	HPDF_Dict object = object_new(embedding->pdf);
	struct buf out = {.arena = embedding->pdf->arena};

	buf_addf(&out, "/Type /Font /Subtype /%s /BaseFont /%s",
	         font->cff ? "CIDFontType0" : "CIDFontType2", name);
	if (codes->n_others > 0) {
		buf_adds(&out, " /CIDToGIDMap");
		add_reference(&out, write_glyph_ids(embedding->pdf, codes));
	} else if (!font->cff) {
		buf_adds(&out, " /CIDToGIDMap /Identity");
	}
	buf_adds(&out, " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
	               " /FontDescriptor");
	add_reference(&out, descriptor);
	buf_adds(&out, " /DW 1000 /W ");
	add_widths(&out, embedding, number);
	object_set(embedding->pdf, object, &out);
	return object;
}

static void add_cmap_line(struct buf *out, uint32_t code, const struct saying *saying)
{
	buf_addf(out, "<%04X> <", (unsigned)code);
	for (size_t at = 0; at < saying->n_text;)
		add_utf16_hex(out, text_next(saying->text, &at));
	buf_adds(out, ">\n");
}

static void add_cmap_lines(struct buf *out, const struct codes *codes)
{
	size_t n_used = 0, n_written = 0;

	for (size_t i = 0; i < codes_count(codes); i++)
		n_used += codes_at(codes, i)->text != NULL;
	for (size_t i = 0; i < codes_count(codes); i++) {
		const struct saying *saying = codes_at(codes, i);
		size_t left = n_used - n_written;

		if (saying->text == NULL)
			continue;
		if (n_written % CMAP_BLOCK == 0)
			buf_addf(out, "%zu beginbfchar\n", left < CMAP_BLOCK ? left : CMAP_BLOCK);
		add_cmap_line(out, codes_name(codes, i), saying);
		n_written++;
		if (n_written % CMAP_BLOCK == 0 || n_written == n_used)
			buf_adds(out, "endbfchar\n");
	}
}

static HPDF_Dict write_to_unicode(struct pdf *pdf, const struct codes *codes)
{
	struct buf out = {.arena = pdf->arena};

	buf_adds(&out, "/CIDInit /ProcSet findresource begin\n"
	               "12 dict begin\n"
	               "begincmap\n"
	               "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
	               "/CMapName /Adobe-Identity-UCS def\n"
	               "/CMapType 2 def\n"
	               "1 begincodespacerange\n"
	               "<0000> <FFFF>\n"
	               "endcodespacerange\n");
	add_cmap_lines(&out, codes);
	buf_adds(&out, "endcmap\n"
	               "CMapName currentdict /CMap defineresource pop\n"
	               "end\n"
	               "end\n");
	return object_stream(pdf, NULL, out.bytes, out.length);
}

static bool write_font(struct embedding *embedding, size_t number)
{
	struct pdf *pdf = embedding->pdf;
	struct embedded *embedded = &embedding->embedded[number];
	const struct font *font = &embedding->fonts->fonts[number];
	struct buf out = {.arena = pdf->arena};
	hb_set_t *glyphs = used_glyphs(&embedded->codes);
	hb_blob_t *blob = subset_font(font, glyphs);
	const char *name;
	HPDF_Dict descriptor;

	hb_set_destroy(glyphs);
	if (blob == NULL)
		return false;
	name = subset_name(pdf->arena, font, blob);
	descriptor = descriptor_write(pdf, font, name, write_file(pdf, font, blob), true);
	hb_blob_destroy(blob);
	buf_addf(&out, "/Type /Font /Subtype /Type0 /BaseFont /%s%s", name,
	         font->cff ? "-Identity-H" : "");
	buf_adds(&out, " /Encoding /Identity-H /DescendantFonts [");
	add_reference(&out, write_descendant(embedding, number, name, descriptor));
	buf_adds(&out, "] /ToUnicode");
	add_reference(&out, write_to_unicode(pdf, &embedded->codes));
	object_set(pdf, embedded->object, &out);
	return true;
}

bool embed_end(struct embedding *embedding, size_t *failed)
{
	struct buf out = {.arena = embedding->pdf->arena};

	for (size_t i = 0; i < embedding->n_embedded; i++) {
		if (embedding->embedded[i].object == NULL)
			continue;
		if (!write_font(embedding, i)) {
			*failed = i;
			return false;
		}
		buf_addf(&out, "/F%zu", i);
		add_reference(&out, embedding->embedded[i].object);
		buf_adds(&out, " ");
	}
	object_set(embedding->pdf, embedding->resources, &out);
	return true;
}
