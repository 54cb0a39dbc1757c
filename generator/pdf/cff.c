#include "pdf/cff.h"

#include <stddef.h>

#include "base/arena.h"

enum { OPERATOR_CHARSET = 15, OPERATOR_ESCAPE = 12, OPERATOR_ROS = 30 };

/* Smaller offsets name charsets of letters, which CID-keyed fonts cannot have. */
enum { PREDEFINED_CHARSETS = 3 };

/* A table that is read byte by byte; reading past its end gives zeros and
 * sets `bad`. */
struct reader {
	const unsigned char *bytes;
	size_t length, at;
	bool bad;
};

struct top_dict {
	size_t charset; /* offset */
	bool cid_keyed;
};

static uint32_t read_number(struct reader *r, unsigned size)
{
	uint32_t value = 0;

	if (r->at > r->length || size > r->length - r->at) {
		r->bad = true;
		r->at = r->length;
		return 0;
	}
	while (size-- > 0)
		value = value << 8 | r->bytes[r->at++];
	return value;
}

/* Reads an INDEX and goes to what follows it; its first element is
 * [*from, *to). */
static void read_index(struct reader *r, size_t *from, size_t *to)
{
	size_t count = read_number(r, 2), offsets, base;
	unsigned size;

	*from = *to = r->at;
	if (count == 0)
		return;
	size = read_number(r, 1);
	if (size < 1 || size > 4) {
		r->bad = true;
		return;
	}
	offsets = r->at;
	base = offsets + (count + 1) * size - 1; /* offsets count from 1 */
	*from = base + read_number(r, size);
	*to = base + read_number(r, size);
	r->at = offsets + count * size;
	r->at = base + read_number(r, size);
}

static void skip_real(struct reader *r)
{
	uint32_t byte = 0;

	while (!r->bad && (byte & 0x0F) != 0x0F)
		byte = read_number(r, 1);
}

/* The operand that starts with `first`. Fractions and negative numbers come
 * out wrong: an offset is neither. */
static uint32_t read_operand(struct reader *r, uint32_t first)
{
	if (first == 28)
		return read_number(r, 2);
	if (first == 29)
		return read_number(r, 4);
	if (first == 30)
		skip_real(r);
	if (first < 247)
		return first - 139;
	return (first - 247) * 256 + read_number(r, 1) + 108;
}

static struct top_dict read_top_dict(struct reader *r, size_t from, size_t to)
{
	struct top_dict dict = {0};
	uint32_t operand = 0;

	r->at = from;
	while (r->at < to && !r->bad) {
		uint32_t first = read_number(r, 1);

		if (first == OPERATOR_ESCAPE)
			dict.cid_keyed = read_number(r, 1) == OPERATOR_ROS || dict.cid_keyed;
		else if (first == OPERATOR_CHARSET)
			dict.charset = operand;
		else if (first >= 28)
			operand = read_operand(r, first);
	}
	return dict;
}

/* Format 0 lists the identifiers, 1 and 2 their ranges. */
static void read_charset(struct reader *r, uint16_t *cids, size_t n_glyphs)
{
	uint32_t format = read_number(r, 1);

	for (size_t glyph = 1; glyph < n_glyphs && !r->bad;) {
		uint32_t cid = read_number(r, 2);
		uint32_t left = format == 0 ? 0 : read_number(r, format == 1 ? 1 : 2);

		for (uint32_t i = 0; i <= left && glyph < n_glyphs; i++)
			cids[glyph++] = (uint16_t)(cid + i);
	}
	if (format > 2)
		r->bad = true;
}

bool cff_read_cids(hb_face_t *face, struct arena *arena, uint16_t **cids)
{
	hb_blob_t *table = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
	unsigned length, n_glyphs = hb_face_get_glyph_count(face);
	const char *bytes = hb_blob_get_data(table, &length);
	struct reader r = {.bytes = (const unsigned char *)bytes, .length = length};
	struct top_dict dict;
	size_t from, to;

	*cids = NULL;
	r.at = 2;
	r.at = read_number(&r, 1);
	read_index(&r, &from, &to); /* names */
	read_index(&r, &from, &to);
	dict = read_top_dict(&r, from, to);
	if (dict.cid_keyed && dict.charset < PREDEFINED_CHARSETS)
		r.bad = true;
	if (dict.cid_keyed && !r.bad) {
		*cids = ARENA_ARRAY(arena, uint16_t, n_glyphs);
		r.at = dict.charset;
		read_charset(&r, *cids, n_glyphs);
	}
	hb_blob_destroy(table);
	return !r.bad;
}
