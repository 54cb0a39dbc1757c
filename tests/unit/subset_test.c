#include "unit.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "pdf/subset.h"

struct desk {
	struct arena *arena;
	struct theme theme;
	struct fonts *fonts;
	hb_set_t *letters, *glyphs;
};

static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *desk = ARENA_NEW(arena, struct desk);
	hb_codepoint_t glyph;

	desk->arena = arena;
	desk->theme = (struct theme){.family = "Open Sans",
	                             .family_files = {"Regular", "Italic", "SemiBold", "Bold"}};
	desk->fonts = pdf_fonts_open(arena, &desk->theme, diag_new(arena));
	*state = desk;
	if (desk->fonts == NULL)
		return -1;
	desk->letters = hb_set_create();
	desk->glyphs = hb_set_create();
	hb_set_add(desk->glyphs, 0);
	for (hb_codepoint_t letter = ' '; letter <= 'z'; letter++) {
		hb_set_add(desk->letters, letter);
		if (hb_font_get_nominal_glyph(desk->fonts->fonts[0].font, letter, &glyph))
			hb_set_add(desk->glyphs, glyph);
	}
	return 0;
}

static int close_desk(void **state)
{
	struct desk *desk = *state;

	hb_set_destroy(desk->glyphs);
	hb_set_destroy(desk->letters);
	pdf_fonts_close(desk->fonts);
	arena_free(desk->arena);
	return 0;
}

static void keeps_the_outlines(void **state)
{
	struct desk *desk = *state;
	hb_blob_t *by_glyph = subset_font(&desk->fonts->fonts[0], desk->glyphs);
	hb_blob_t *by_letter = subset_characters(&desk->fonts->fonts[0], desk->letters);

	assert_non_null(by_glyph);
	assert_non_null(by_letter);
	assert_in_range(hb_blob_get_length(by_glyph), 5000, 60000);
	hb_blob_destroy(by_glyph);
	hb_blob_destroy(by_letter);
}

/* The font as HarfBuzz sees it when memory runs out on the way: all tables
 * but those of the outlines. */
static hb_face_t *without_outlines(hb_face_t *face)
{
	static const char kept[][5] = {"head", "hhea", "hmtx", "maxp", "cmap"};
	hb_face_t *hollow = hb_face_builder_create();

	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
		hb_tag_t tag = hb_tag_from_string(kept[i], -1);
		hb_blob_t *table = hb_face_reference_table(face, tag);

		hb_face_builder_add_table(hollow, tag, table);
		hb_blob_destroy(table);
	}
	return hollow;
}

static void refuses_a_subset_that_lost_outlines(void **state)
{
	struct desk *desk = *state;
	struct font font = desk->fonts->fonts[0];

	font.face = without_outlines(font.face);
	assert_null(subset_font(&font, desk->glyphs));
	assert_null(subset_characters(&font, desk->letters));
	hb_face_destroy(font.face);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(keeps_the_outlines),
		TEST(refuses_a_subset_that_lost_outlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
