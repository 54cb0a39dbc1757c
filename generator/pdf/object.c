#include "pdf/object.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/text.h"

/* The objects below reach into libharu's structures, so only releases that
 * were tried will do. */
_Static_assert(HPDF_VERSION_ID / 100 == 203 || HPDF_VERSION_ID / 100 == 204,
               "written for libharu 2.3 and 2.4");

/* libharu's arrays grow by so much at a time, copying all they hold. */
static const size_t smallest_block = 1024;

static void keep_first_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	struct pdf *pdf = user;

	if (pdf->error != HPDF_OK)
		return;
	pdf->error = error;
	pdf->detail = detail;
}

static void *allocate(HPDF_UINT size)
{
	void *memory = malloc(size);

	if (memory == NULL)
		die("out of memory");
	return memory;
}

void pdf_open(struct pdf *pdf, struct arena *arena, size_t n_objects)
{
	size_t block = n_objects > smallest_block ? n_objects : smallest_block;

	*pdf = (struct pdf){.arena = arena, .digest = {0xCBF29CE484222325, 0x84222325CBF29CE4}};
	pdf->doc = HPDF_NewEx(keep_first_error, allocate, free, 0, pdf);
	if (pdf->doc == NULL)
		die("libharu cannot be set up");
	pdf->doc->pdf_version = HPDF_VER_17;
	pdf->doc->xref->entries->items_per_block = (HPDF_UINT)block;
	HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_ALL);
	HPDF_SetPagesConfiguration(pdf->doc, 100);
}

void pdf_close(struct pdf *pdf)
{
	HPDF_Free(pdf->doc);
}

/* FNV-1a from two starting points: 128 bits that tell documents apart. */
void pdf_digest(struct pdf *pdf, const void *bytes, size_t length)
{
	const unsigned char *byte = bytes;
	uint64_t a = pdf->digest[0], b = pdf->digest[1];

	for (size_t i = 0; i < length; i++) {
		a = (a ^ byte[i]) * 0x100000001B3;
		b = (b ^ byte[i]) * 0x100000001B3;
	}
	pdf->digest[0] = a;
	pdf->digest[1] = b;
}

static HPDF_STATUS write_entries(HPDF_Dict object, HPDF_Stream stream)
{
	const char *entries = object->attr;

	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries, (HPDF_UINT)strlen(entries));
}

HPDF_Dict object_new(struct pdf *pdf)
{
	HPDF_Dict object = HPDF_Dict_New(pdf->doc->mmgr);

	HPDF_Xref_Add(pdf->doc->xref, object);
	return object;
}

void object_set(struct pdf *pdf, HPDF_Dict object, const struct buf *entries)
{
	char *copy = ARENA_ARRAY(pdf->arena, char, entries->length + 2);

	memcpy(copy, buf_text(entries), entries->length);
	copy[entries->length] = '\n';
	pdf_digest(pdf, copy, entries->length + 1);
	object->attr = copy;
	object->write_fn = write_entries;
}

HPDF_Dict object_stream(struct pdf *pdf, const struct buf *entries, const void *bytes,
                        size_t length)
{
	HPDF_Dict object = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);

	if (entries != NULL)
		object_set(pdf, object, entries);
	object->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	HPDF_Stream_Write(object->stream, bytes, (HPDF_UINT)length);
	pdf_digest(pdf, bytes, length);
	return object;
}

HPDF_Dict object_plain_stream(struct pdf *pdf, const struct buf *entries, const struct buf *text)
{
	HPDF_Dict object = object_stream(pdf, entries, buf_text(text), text->length);

	object->filter = HPDF_STREAM_FILTER_NONE;
	return object;
}

/* Files hold very many of these, so none takes room in the arena. */
void add_whole(struct buf *out, size_t value)
{
	char digits[24];
	size_t n = sizeof digits;

	do {
		digits[--n] = (char)('0' + value % 10);
		value /= 10;
	} while (value != 0);
	buf_add(out, digits + n, sizeof digits - n);
}

void object_annotate(struct pdf *pdf, HPDF_Page page, HPDF_Dict annotation)
{
	HPDF_Array all = HPDF_Dict_GetItem(page, "Annots", HPDF_OCLASS_ARRAY);

	if (all == NULL) {
		all = HPDF_Array_New(pdf->doc->mmgr);
		HPDF_Dict_Add(page, "Annots", all);
	}
	HPDF_Array_Add(all, annotation);
}

void add_reference(struct buf *out, HPDF_Dict object)
{
	buf_add(out, " ", 1);
	add_whole(out, object->header.obj_id & 0x00FFFFFF);
	buf_add(out, " 0 R", 4);
}

void add_real(struct buf *out, double value)
{
	char digits[24];
	size_t n = sizeof digits;
	unsigned long long rest;
	bool shown = false;

	assert(isfinite(value) && fabs(value) < 1e9);
	rest = (unsigned long long)llround(fabs(value) * 1000);
	if (value < 0 && rest != 0)
		buf_add(out, "-", 1);
	for (int place = 0; rest != 0 || place < 4; place++, rest /= 10) {
		if (place == 3 && shown)
			digits[--n] = '.';
		shown = shown || rest % 10 != 0;
		if (shown || place >= 3)
			digits[--n] = (char)('0' + rest % 10);
	}
	buf_add(out, digits + n, sizeof digits - n);
}

static void add_hex(struct buf *out, uint32_t code)
{
	static const char digits[] = "0123456789ABCDEF";
	char hex[4] = {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15],
	               digits[code & 15]};

	buf_add(out, hex, sizeof hex);
}

void add_utf16_hex(struct buf *out, uint32_t code)
{
	if (code >= 0x10000) {
		add_hex(out, 0xD800 + ((code - 0x10000) >> 10));
		code = 0xDC00 + ((code - 0x10000) & 0x3FF);
	}
	add_hex(out, code);
}

/* The byte of a character in PDFDocEncoding (ISO 32000-1, D.3), -1 when it has
 * none. */
static int document_byte(uint32_t code)
{
	static const uint16_t from_80[] = {
		0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A,
		0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01,
		0xFB02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161,
		0x017E,
	};

	if ((code >= 0x20 && code < 0x7F) || (code > 0xA0 && code <= 0xFF && code != 0xAD))
		return (int)code;
	for (size_t i = 0; i < sizeof from_80 / sizeof from_80[0]; i++)
		if (from_80[i] == code)
			return (int)(0x80 + i);
	return code == 0x20AC ? 0xA0 : -1;
}

/* Two letters at the start would be taken for the mark of UTF-16. */
static bool fits_document_encoding(const char *text)
{
	size_t at = 0;

	if (strncmp(text, "\xC3\xBE\xC3\xBF", 4) == 0 ||
	    strncmp(text, "\xC3\xBF\xC3\xBE", 4) == 0 ||
	    strncmp(text, "\xC3\xAF\xC2\xBB\xC2\xBF", 6) == 0)
		return false;
	while (text[at] != '\0')
		if (document_byte(text_next(text, &at)) < 0)
			return false;
	return true;
}

void add_text_string(struct buf *out, const char *text)
{
	bool small = fits_document_encoding(text);

	buf_adds(out, small ? "(" : "<FEFF");
	for (size_t at = 0; text[at] != '\0';) {
		uint32_t code = text_next(text, &at);
		char byte = (char)document_byte(code);

		if (!small) {
			add_utf16_hex(out, code);
			continue;
		}
		if (byte == '(' || byte == ')' || byte == '\\')
			buf_add(out, "\\", 1);
		buf_add(out, &byte, 1);
	}
	buf_adds(out, small ? ")" : ">");
}
