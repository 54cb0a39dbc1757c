/* PDF objects as text, on libharu's cross-reference table and streams.
 *
 * object_new makes an indirect object (its number is known at once, so others
 * can refer to it), object_set gives it its entries. Entries are PDF syntax
 * as it stands between << and >>; they are kept in the arena until the
 * document is saved. All bytes that pass through here count for the document's /ID.
 */
#ifndef WAYMARK_PDF_OBJECT_H
#define WAYMARK_PDF_OBJECT_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct pdf {
	struct arena *arena; /* of this document */
	HPDF_Doc doc;
	HPDF_STATUS error, detail; /* libharu's first error */
	uint64_t digest[2];
};

void pdf_open(struct pdf *pdf, struct arena *arena, size_t n_objects);
void pdf_close(struct pdf *pdf);
void pdf_digest(struct pdf *pdf, const void *bytes, size_t length);

HPDF_Dict object_new(struct pdf *pdf);

/* The entries are copied: their buffer may be used again. */
void object_set(struct pdf *pdf, HPDF_Dict object, const struct buf *entries);

/* A compressed stream; `entries` (may be NULL) without Length and Filter. */
HPDF_Dict object_stream(struct pdf *pdf, const struct buf *entries, const void *bytes,
                        size_t length);

/* A stream that can be read without unpacking it. */
HPDF_Dict object_plain_stream(struct pdf *pdf, const struct buf *entries, const struct buf *text);

/* Adds an annotation to the page's list. */
void object_annotate(struct pdf *pdf, HPDF_Page page, HPDF_Dict annotation);

/* " 12 0 R" */
void add_reference(struct buf *out, HPDF_Dict object);

void add_whole(struct buf *out, size_t value);

/* At most three decimals, none that are zero; the value must be finite. */
void add_real(struct buf *out, double value);

/* A text string: in parentheses when PDFDocEncoding has all of its characters,
 * else UTF-16 in hex. */
void add_text_string(struct buf *out, const char *text);

/* UTF-16BE of one code point, as hex digits. */
void add_utf16_hex(struct buf *out, uint32_t code);

#endif
