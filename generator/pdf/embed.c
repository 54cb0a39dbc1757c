#include "pdf/embed.h"

#include <hb-subset.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/text.h"
#include "pdf/descriptor.h"

/* A viewer reads at most so many lines in one block of a CMap. */
#define CMAP_BLOCK 100

/* What .notdef says: a character that could not be shown. */
static const char replacement[] = "\xEF\xBF\xBD";

/* Stands for glyphs after the first one of a cluster: invisible, no break. */
static const char word_joiner[] = "\xE2\x81\xA0";

struct used_glyph {
	const char *text; /* NULL: not used */
	size_t n_text;
};

struct embedded {
	HPDF_Dict object;          /* NULL: not used */
	struct used_glyph *glyphs; /* by glyph id */
	size_t n_glyphs;
};

void embed_begin(struct embedding *embedding, struct pdf *pdf, const struct fonts *fonts)
{
	*embedding = (struct embedding){.pdf = pdf, .fonts = fonts, .n_embedded = fonts->n_fonts};
	embedding->resources = object_new(pdf);
	embedding->embedded = ARENA_ARRAY(pdf->arena, struct embedded, fonts->n_fonts);
}

/* A glyph that says different things at different places (a space and a
 * no-break space) keeps the shorter, then the lower text, whatever the order
 * of the pages. */
static void note_glyph(struct used_glyph *glyph, const char *text, size_t length)
{
	if (glyph->text == replacement)
		return;
	if (glyph->text != NULL && (glyph->n_text < length || (glyph->n_text == length &&
	                            memcmp(glyph->text, text, length) <= 0)))
		return;
	glyph->text = text;
	glyph->n_text = length;
}

/* Most glyphs say what they said before. */
static bool says(const struct used_glyph *glyph, const char *text, size_t length)
{
	return glyph->text != NULL && glyph->n_text == length &&
	       memcmp(glyph->text, text, length) == 0;
}

static size_t count_codes(const char *text, size_t length)
{
	size_t n = 0;

	for (size_t at = 0; at < length;)
		n += !font_ignores(text_next(text, &at));
	return n;
}

/* Shares the text of a cluster out to its glyphs: one code point for each
 * when the numbers agree, else the first glyph takes all. */
static void note_cluster(struct embedded *embedded, const struct glyph *glyphs, size_t n_glyphs,
                         const char *text, size_t length)
{
	size_t n_codes, at = 0;

	if (n_glyphs == 1 && says(&embedded->glyphs[glyphs->id], text, length))
		return;
	n_codes = count_codes(text, length);
	for (size_t i = 0; i < n_glyphs; i++) {
		struct used_glyph *glyph = &embedded->glyphs[glyphs[i].id];
		size_t start = at;

		if (n_codes == n_glyphs) {
			while (font_ignores(text_next(text, &at)))
				start = at;
			note_glyph(glyph, text + start, at - start);
		} else if (i == 0) {
			note_glyph(glyph, text, length);
		} else {
			note_glyph(glyph, word_joiner, sizeof word_joiner - 1);
		}
	}
}

void embed_run(struct embedding *embedding, const struct run *run)
{
	struct embedded *embedded = &embedding->embedded[run->font];
	const struct font *font = &embedding->fonts->fonts[run->font];

	if (embedded->object == NULL) {
		embedded->object = object_new(embedding->pdf);
		embedded->n_glyphs = hb_face_get_glyph_count(font->face);
		embedded->glyphs = ARENA_ARRAY(embedding->pdf->arena, struct used_glyph,
		                               embedded->n_glyphs);
		note_glyph(&embedded->glyphs[0], replacement, sizeof replacement - 1);
	}
	for (size_t i = 0, end; i < run->n_glyphs; i = end) {
		size_t from = run->glyphs[i].cluster, to;

		for (end = i + 1; end < run->n_glyphs && run->glyphs[end].cluster == from; end++)
			continue;
		to = end < run->n_glyphs ? run->glyphs[end].cluster : run->n_text;
		note_cluster(embedded, run->glyphs + i, end - i, run->text + from, to - from);
	}
}

double embed_width(const struct embedding *embedding, size_t font, uint32_t glyph)
{
	const struct font *one = &embedding->fonts->fonts[font];

	return round(hb_font_get_glyph_h_advance(one->font, glyph) * one->scale * 100) / 100;
}

/* `by_glyph`: glyphs keep their numbers. */
static hb_subset_input_t *subset_input(const struct embedded *embedded, bool by_glyph)
{
	static const char dropped[][5] = {
		"BASE", "CBDT", "CBLC", "COLR", "CPAL", "DSIG", "EBDT", "EBLC", "EBSC", "GDEF",
		"GPOS", "GSUB", "JSTF", "LTSH", "MATH", "OS/2", "PCLT", "STAT", "SVG ", "VDMX",
		"VORG", "cmap", "gasp", "hdmx", "kern", "kerx", "meta", "morx", "name", "post",
		"sbix", "vhea", "vmtx",
	};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *tables, *glyphs;

	if (input == NULL)
		die("out of memory");
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
	                                     HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
	                                     (by_glyph ? HB_SUBSET_FLAGS_RETAIN_GIDS : 0));
	tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++)
		hb_set_add(tables, hb_tag_from_string(dropped[i], -1));
	glyphs = hb_subset_input_glyph_set(input);
	for (size_t i = 0; i < embedded->n_glyphs; i++)
		if (embedded->glyphs[i].text != NULL)
			hb_set_add(glyphs, (hb_codepoint_t)i);
	return input;
}

/* NULL when HarfBuzz cannot subset the font. */
static hb_blob_t *subset(const struct font *font, const struct embedded *embedded)
{
	hb_subset_input_t *input = subset_input(embedded, font->cids == NULL);
	hb_face_t *face = hb_subset_or_fail(font->face, input);
	hb_blob_t *blob = NULL;

	hb_subset_input_destroy(input);
	if (face == NULL)
		return NULL;
	blob = font->cff ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '))
	                 : hb_face_reference_blob(face);
	hb_face_destroy(face);
	return blob;
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
	const struct embedded *embedded = &embedding->embedded[number];
	const struct font *font = &embedding->fonts->fonts[number];
	uint32_t expected = UINT32_MAX;

	buf_adds(out, "[");
	for (uint32_t i = 0; i < embedded->n_glyphs; i++) {
		uint32_t code = font_code(font, i);

		if (embedded->glyphs[i].text == NULL)
			continue;
		if (code == expected)
			buf_adds(out, " ");
		else
			buf_addf(out, "%s\n%u [", expected == UINT32_MAX ? "" : "]",
			         (unsigned)code);
		add_real(out, embed_width(embedding, number, i));
		expected = code + 1;
	}
	buf_adds(out, "]]");
}

static HPDF_Dict write_descendant(struct embedding *embedding, size_t number, const char *name,
                                  HPDF_Dict descriptor)
{
	const struct font *font = &embedding->fonts->fonts[number];
	HPDF_Dict object = object_new(embedding->pdf);
	struct buf out = {.arena = embedding->pdf->arena};

	buf_addf(&out, "/Type /Font /Subtype /%s /BaseFont /%s%s",
	         font->cff ? "CIDFontType0" : "CIDFontType2", name,
	         font->cff ? "" : " /CIDToGIDMap /Identity");
	buf_adds(&out, " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
	               " /FontDescriptor");
	add_reference(&out, descriptor);
	buf_adds(&out, " /DW 1000 /W ");
	add_widths(&out, embedding, number);
	object_set(embedding->pdf, object, &out);
	return object;
}

static void add_cmap_line(struct buf *out, uint32_t code, const struct used_glyph *used)
{
	bool empty = true;

	buf_addf(out, "<%04X> <", (unsigned)code);
	for (size_t at = 0; at < used->n_text;) {
		uint32_t character = text_next(used->text, &at);

		if (font_ignores(character) && used->text != word_joiner)
			continue;
		add_utf16_hex(out, character);
		empty = false;
	}
	buf_adds(out, empty ? "2060>\n" : ">\n");
}

static void add_cmap_lines(struct buf *out, const struct font *font,
                           const struct embedded *embedded)
{
	size_t n_used = 0, n_written = 0;

	for (size_t i = 0; i < embedded->n_glyphs; i++)
		n_used += embedded->glyphs[i].text != NULL;
	for (uint32_t i = 0; i < embedded->n_glyphs; i++) {
		size_t left = n_used - n_written;

		if (embedded->glyphs[i].text == NULL)
			continue;
		if (n_written % CMAP_BLOCK == 0)
			buf_addf(out, "%zu beginbfchar\n", left < CMAP_BLOCK ? left : CMAP_BLOCK);
		add_cmap_line(out, font_code(font, i), &embedded->glyphs[i]);
		n_written++;
		if (n_written % CMAP_BLOCK == 0 || n_written == n_used)
			buf_adds(out, "endbfchar\n");
	}
}

static HPDF_Dict write_to_unicode(struct pdf *pdf, const struct font *font,
                                  const struct embedded *embedded)
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
	add_cmap_lines(&out, font, embedded);
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
	hb_blob_t *blob = subset(font, embedded);
	const char *name;
	HPDF_Dict descriptor;

	if (blob == NULL)
		return false;
	name = subset_name(pdf->arena, font, blob);
	descriptor = descriptor_write(pdf, font, name, write_file(pdf, font, blob));
	hb_blob_destroy(blob);
	buf_addf(&out, "/Type /Font /Subtype /Type0 /BaseFont /%s%s", name,
	         font->cff ? "-Identity-H" : "");
	buf_adds(&out, " /Encoding /Identity-H /DescendantFonts [");
	add_reference(&out, write_descendant(embedding, number, name, descriptor));
	buf_adds(&out, "] /ToUnicode");
	add_reference(&out, write_to_unicode(pdf, font, embedded));
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
