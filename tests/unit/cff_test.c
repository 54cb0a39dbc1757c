#include "unit.h"

#include <hb.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "pdf/cff.h"

#define N_GLYPHS 5
#define CHARSET_AT 32

/* A CFF table up to its charset (Technical Note 5176, sections 5 to 8 and 13):
 * header, name "A", one Top DICT. */
static const unsigned char cid_keyed[CHARSET_AT] = {
	1, 0, 4, 1,                /* version, size of the header, offset size */
	0, 1, 1, 1, 2, 'A',        /* INDEX of names */
	0, 1, 1, 1, 15,            /* INDEX of Top DICTs: one of 14 bytes */
	139, 140, 141, 12, 30,     /* 0 1 2 ROS */
	30, 0x0A, 0x5F, 12, 8,     /* 0.5 StrokeWidth */
	28, 0, CHARSET_AT, 15,     /* 32 charset */
};
static const unsigned char name_keyed[CHARSET_AT] = {
	1, 0, 4, 1,
	0, 1, 1, 1, 2, 'A',
	0, 1, 1, 1, 5,
	28, 0, CHARSET_AT, 15,
};

struct table {
	unsigned char bytes[64];
	size_t length;
};

static hb_blob_t *blob_of(const void *bytes, size_t length)
{
	return hb_blob_create(bytes, (unsigned)length, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
}

/* A face needs `maxp` to have glyphs. */
static hb_blob_t *find_table(hb_face_t *face, hb_tag_t tag, void *user)
{
	static const unsigned char maxp[] = {0, 0, 0x50, 0, 0, N_GLYPHS};
	const struct table *cff = user;

	(void)face;
	if (tag == HB_TAG('m', 'a', 'x', 'p'))
		return blob_of(maxp, sizeof maxp);
	if (tag == HB_TAG('C', 'F', 'F', ' '))
		return blob_of(cff->bytes, cff->length);
	return NULL;
}

static bool read_table(struct table *table, struct arena *arena, uint16_t **cids)
{
	hb_face_t *face = hb_face_create_for_tables(find_table, table, NULL);
	bool is_read = cff_read_cids(face, arena, cids);

	hb_face_destroy(face);
	return is_read;
}

static struct table with_charset(const unsigned char *head, const unsigned char *charset,
                                 size_t length)
{
	struct table table = {.length = CHARSET_AT + length};

	memcpy(table.bytes, head, CHARSET_AT);
	memcpy(table.bytes + CHARSET_AT, charset, length);
	return table;
}

static void reads_each_format(void **state)
{
	static const unsigned char charsets[][9] = {
		{0, 0, 7, 0, 8, 0, 9, 1, 0},   /* one by one */
		{1, 0, 7, 2, 1, 0, 0},         /* 7 and 2 more, 256 */
		{2, 0, 7, 0, 2, 1, 0, 0, 0},   /* the same with longer counts */
	};
	static const uint16_t wanted[N_GLYPHS] = {0, 7, 8, 9, 256};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof charsets / sizeof charsets[0]; i++) {
		struct table table = with_charset(cid_keyed, charsets[i], sizeof charsets[i]);
		uint16_t *cids;

		assert_true(read_table(&table, arena, &cids));
		assert_non_null(cids);
		assert_memory_equal(cids, wanted, sizeof wanted);
	}
	arena_free(arena);
}

static void leaves_glyphs_of_named_fonts_as_they_are(void **state)
{
	static const unsigned char charset[] = {0, 0, 7, 0, 8, 0, 9, 1, 0};
	struct table table = with_charset(name_keyed, charset, sizeof charset);
	struct arena *arena = arena_new();
	uint16_t *cids;

	(void)state;
	assert_true(read_table(&table, arena, &cids));
	assert_null(cids);
	arena_free(arena);
}

static void refuses_a_table_cut_anywhere(void **state)
{
	static const unsigned char charset[] = {0, 0, 7, 0, 8, 0, 9, 1, 0};
	struct table table = with_charset(cid_keyed, charset, sizeof charset);
	struct arena *arena = arena_new();

	(void)state;
	while (table.length-- > 0) {
		uint16_t *cids;

		assert_false(read_table(&table, arena, &cids));
	}
	arena_free(arena);
}

/* Every byte set to every value: the reader must stay inside the table and
 * come to an end; memory checkers see the rest. */
static void survives_damage(void **state)
{
	static const unsigned char charset[] = {2, 0, 7, 0, 2, 1, 0, 0, 0};
	const struct table whole = with_charset(cid_keyed, charset, sizeof charset);
	struct arena *arena = arena_new();
	size_t n_refused = 0;

	(void)state;
	for (size_t at = 0; at < whole.length; at++) {
		for (unsigned value = 0; value < 256; value++) {
			struct table table = whole;
			uint16_t *cids;

			table.bytes[at] = (unsigned char)value;
			n_refused += !read_table(&table, arena, &cids);
		}
	}
	assert_true(n_refused > 0);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_each_format),
		cmocka_unit_test(leaves_glyphs_of_named_fonts_as_they_are),
		cmocka_unit_test(refuses_a_table_cut_anywhere),
		cmocka_unit_test(survives_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
