#include "pdf/object.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

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

void object_set(struct pdf *pdf, HPDF_Dict object, struct buf *entries)
{
	buf_adds(entries, "\n");
	pdf_digest(pdf, entries->bytes, entries->length);
	object->attr = entries->bytes;
	object->write_fn = write_entries;
}

HPDF_Dict object_stream(struct pdf *pdf, struct buf *entries, const void *bytes, size_t length)
{
	HPDF_Dict object = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);

	if (entries != NULL)
		object_set(pdf, object, entries);
	object->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	HPDF_Stream_Write(object->stream, bytes, (HPDF_UINT)length);
	pdf_digest(pdf, bytes, length);
	return object;
}

void add_reference(struct buf *out, HPDF_Dict object)
{
	buf_addf(out, " %u 0 R", (unsigned)(object->header.obj_id & 0x00FFFFFF));
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

void add_utf16_hex(struct buf *out, uint32_t code)
{
	if (code >= 0x10000)
		buf_addf(out, "%04X%04X", (unsigned)(0xD800 + ((code - 0x10000) >> 10)),
		         (unsigned)(0xDC00 + ((code - 0x10000) & 0x3FF)));
	else
		buf_addf(out, "%04X", (unsigned)code);
}

static bool is_plain(const char *text)
{
	for (; *text != '\0'; text++)
		if (*text < 0x20 || *text > 0x7E)
			return false;
	return true;
}

void add_text_string(struct buf *out, const char *text)
{
	if (!is_plain(text)) {
		buf_adds(out, "<FEFF");
		for (size_t at = 0; text[at] != '\0';)
			add_utf16_hex(out, text_next(text, &at));
		buf_adds(out, ">");
		return;
	}
	buf_adds(out, "(");
	for (; *text != '\0'; text++) {
		if (strchr("()\\", *text) != NULL)
			buf_adds(out, "\\");
		buf_add(out, text, 1);
	}
	buf_adds(out, ")");
}
