#include "unit.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "pdf/pdf.h"

struct desk {
	struct arena *arena;
	struct diag *diag;
	struct theme theme;
	struct fonts *fonts;
	struct run *runs;
	size_t n_runs;
};

static const char *fallbacks[] = {"DejaVu Sans", "A Family Nobody Has", "Droid Sans Fallback"};

static int open_desk(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);

	if (desk == NULL)
		return -1;
	desk->arena = arena_new();
	desk->diag = diag_new(desk->arena);
	desk->theme = (struct theme){
		.family = "Open Sans",
		.family_files = {"Regular", "Italic", "SemiBold", "Bold"},
		.fallbacks = fallbacks, .n_fallbacks = 3,
	};
	desk->fonts = pdf_fonts_open(desk->arena, &desk->theme, desk->diag);
	*state = desk;
	return desk->fonts == NULL ? -1 : 0;
}

static int close_desk(void **state)
{
	struct desk *desk = *state;

	pdf_fonts_close(desk->fonts);
	arena_free(desk->arena);
	free(desk);
	return 0;
}

static void shape_phrase(struct desk *desk, struct phrase phrase)
{
	const struct metrics *metrics = pdf_fonts_metrics(desk->fonts);

	phrase.length = strlen(phrase.text);
	desk->n_runs = metrics->shape(metrics->self, desk->arena, phrase, &desk->runs);
}

static void shape(struct desk *desk, enum face face, const char *text)
{
	shape_phrase(desk, (struct phrase){.face = face, .text = text});
}

/* From right to left. */
static void shape_back(struct desk *desk, const char *text)
{
	shape_phrase(desk, (struct phrase){.face = FACE_REGULAR, .text = text, .language = "ar",
	                                   .level = 1});
}

static double width(struct desk *desk, enum face face, const char *text)
{
	double sum = 0;

	shape(desk, face, text);
	for (size_t i = 0; i < desk->n_runs; i++)
		sum += (double)desk->runs[i].width;
	return sum;
}

static const char *report(struct desk *desk)
{
	struct buf out = {.arena = desk->arena};

	pdf_fonts_report(desk->fonts, desk->diag);
	diag_write(desk->diag, &out);
	return buf_text(&out);
}

static void assert_near(double value, double wanted)
{
	if (fabs(value - wanted) > 0.01)
		fail_msg("%g is not %g", value, wanted);
}

/* Open Sans Regular, hmtx and OS/2 of the file: the advance of A is 1296 and
 * sCapHeight 1462 of 2048 units per em; 1296 / 2.048 = 632.81. */
static void gives_thousandths_of_the_size(void **state)
{
	struct desk *desk = *state;
	const struct metrics *metrics = pdf_fonts_metrics(desk->fonts);

	assert_near(width(desk, FACE_REGULAR, "A"), 632.81);
	assert_near(metrics->cap_height(metrics->self, FACE_REGULAR), 713.87);
}

static void has_a_font_for_each_face(void **state)
{
	struct desk *desk = *state;

	for (enum face face = 0; face < FACE_COUNT; face++) {
		shape(desk, face, "Word");
		assert_int_equal(desk->n_runs, 1);
		assert_int_equal(desk->runs[0].font, face);
	}
	assert_true(width(desk, FACE_REGULAR, "Word") < width(desk, FACE_SEMIBOLD, "Word"));
	assert_true(width(desk, FACE_SEMIBOLD, "Word") < width(desk, FACE_BOLD, "Word"));
}

static void kerns(void **state)
{
	struct desk *desk = *state;
	double apart = width(desk, FACE_REGULAR, "A") + width(desk, FACE_REGULAR, "V");

	assert_true(width(desk, FACE_REGULAR, "AV") < apart - 20);
}

static void counts_clusters_in_bytes(void **state)
{
	struct desk *desk = *state;
	const struct run *run;

	shape(desk, FACE_REGULAR, "\xC3\xA9" "ffi\xCE\xA9");
	assert_int_equal(desk->n_runs, 1);
	run = desk->runs;
	assert_int_equal(run->n_text, 7);
	assert_int_equal(run->glyphs[0].cluster, 0);
	assert_int_equal(run->glyphs[1].cluster, 2);
	/* ffi is one glyph */
	assert_int_equal(run->n_glyphs, 3);
	assert_int_equal(run->glyphs[2].cluster, 5);
}

static void splits_runs_where_the_font_changes(void **state)
{
	struct desk *desk = *state;
	static const char text[] = "a \xE2\x86\x92 b\xE6\x97\xA5\xE6\x9C\xAC";
	static const char *const parts[] = {"a ", "\xE2\x86\x92", " b", "\xE6\x97\xA5\xE6\x9C\xAC"};

	shape(desk, FACE_BOLD, text);
	assert_int_equal(desk->n_runs, 4);
	for (size_t i = 0; i < 4; i++) {
		const struct run *run = &desk->runs[i];

		assert_int_equal(run->n_text, strlen(parts[i]));
		assert_memory_equal(run->text, parts[i], run->n_text);
		assert_int_equal(run->glyphs[0].cluster, 0);
		assert_int_equal(run->font >= FACE_COUNT, i % 2);
	}
	assert_int_equal(desk->runs[0].font, FACE_BOLD);
	assert_int_not_equal(desk->runs[1].font, desk->runs[3].font);
	assert_int_equal(desk->runs[3].n_glyphs, 2);
	assert_int_equal(desk->runs[3].glyphs[1].cluster, 3);
	assert_int_equal(diag_n_warnings(desk->diag), 0);
}

/* U+0327 is not in Open Sans Regular, so its base goes to DejaVu Sans too. */
static void keeps_marks_with_their_base(void **state)
{
	struct desk *desk = *state;

	shape(desk, FACE_REGULAR, "xq\xCC\xA7x");
	assert_int_equal(desk->n_runs, 3);
	assert_int_equal(desk->runs[1].n_text, 3);
	assert_memory_equal(desk->runs[1].text, "q\xCC\xA7", 3);
	assert_string_equal(report(desk), "");
}

static void leaves_out_what_is_invisible(void **state)
{
	struct desk *desk = *state;

	assert_near(width(desk, FACE_REGULAR, "so\xC2\xAD" "ft\xE2\x80\x8B" "er"),
	            width(desk, FACE_REGULAR, "softer"));
	assert_string_equal(report(desk), "");
}

static void places_marks_on_their_base(void **state)
{
	struct desk *desk = *state;
	const struct run *run;

	/* e with dot below and acute is one letter; x with acute is two glyphs */
	shape(desk, FACE_REGULAR, "e\xCC\xA3\xCC\x81");
	assert_int_equal(desk->n_runs, 1);
	assert_int_equal(desk->runs[0].glyphs[0].cluster, 0);
	shape(desk, FACE_REGULAR, "x\xCC\x81");
	run = desk->runs;
	assert_int_equal(run->n_glyphs, 2);
	assert_int_equal(run->glyphs[1].cluster, 0);
	assert_near((double)run->width, width(desk, FACE_REGULAR, "x"));
}

static void makes_no_ligature_over_a_soft_hyphen(void **state)
{
	struct desk *desk = *state;

	shape(desk, FACE_REGULAR, "of\xC2\xAD" "fice");
	assert_int_equal(desk->n_runs, 1);
	assert_int_equal(desk->runs[0].glyphs[1].cluster, 1);
	/* the f after the two bytes of the soft hyphen is a glyph of its own */
	assert_int_equal(desk->runs[0].glyphs[2].cluster, 4);
}

static void shows_what_does_not_break(void **state)
{
	struct desk *desk = *state;

	/* U+00A0 and U+2011 look like a space and a hyphen */
	assert_near(width(desk, FACE_REGULAR, "a\xC2\xA0" "b"), width(desk, FACE_REGULAR, "a b"));
	assert_near(width(desk, FACE_REGULAR, "a\xE2\x80\x91" "b"),
	            width(desk, FACE_REGULAR, "a\xE2\x80\x90" "b"));
	shape(desk, FACE_REGULAR, "a\xE2\x80\x91" "b");
	for (size_t i = 0; i < desk->n_runs; i++)
		assert_int_not_equal(desk->runs[i].glyphs[0].id, 0);
	assert_string_equal(report(desk), "");
}

static void figures_are_equally_wide(void **state)
{
	struct desk *desk = *state;

	for (enum face face = 0; face < FACE_COUNT; face++)
		for (char figure[] = "0"; figure[0] <= '9'; figure[0]++)
			assert_near(width(desk, face, figure), width(desk, face, "1"));
	assert_near(width(desk, FACE_REGULAR, "1117"), width(desk, FACE_REGULAR, "4980"));
}

/* U+1F600 is in DejaVu Sans, U+1F9E6 (socks) in no font. */
static void shows_astral_characters_or_names_them(void **state)
{
	struct desk *desk = *state;

	shape(desk, FACE_REGULAR, "a\xF0\x9F\x98\x80");
	assert_int_equal(desk->n_runs, 2);
	assert_int_equal(desk->runs[1].n_text, 4);
	assert_int_equal(desk->runs[1].n_glyphs, 1);
	assert_int_not_equal(desk->runs[1].glyphs[0].id, 0);
	shape(desk, FACE_REGULAR, "\xF0\x9F\xA7\xA6");
	assert_non_null(strstr(report(desk), "no font shows U+1F9E6"));
}

/* U+0600, a mark of format that can be seen, is not passed over. */
static void names_marks_of_format_that_can_be_seen(void **state)
{
	struct desk *desk = *state;

	shape(desk, FACE_REGULAR, "\xF0\x91\x82\xBD");
	assert_non_null(strstr(report(desk), "no font shows U+110BD"));
}

/* Seen, lam, alef, meem: lam and alef are one glyph, which says alef after an
 * empty one that says lam. */
static void shapes_from_right_to_left_in_the_order_of_the_text(void **state)
{
	struct desk *desk = *state;
	static const char text[] = "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85";
	const struct run *run;
	double sum = 0;

	shape_back(desk, text);
	assert_int_equal(desk->n_runs, 1);
	run = desk->runs;
	assert_true(run->font >= FACE_COUNT);
	assert_int_equal(run->level, 1);
	assert_int_equal(run->n_glyphs, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(run->glyphs[i].cluster, 2 * i);
		sum += (double)run->glyphs[i].advance;
	}
	assert_true(run->glyphs[1].advance == 0);
	assert_true(run->glyphs[2].advance > 0);
	assert_near((double)run->width, sum);
}

/* Letters change their form with their neighbours, also over a change of font. */
static void joins_letters(void **state)
{
	struct desk *desk = *state;
	uint32_t alone, first;

	shape_back(desk, "\xD8\xA8");
	alone = desk->runs[0].glyphs[0].id;
	shape_back(desk, "\xD8\xA8\xD8\xA8");
	first = desk->runs[0].glyphs[0].id;
	assert_int_not_equal(first, alone);
	/* U+200D asks for the same form, U+200C for the other one */
	shape_back(desk, "\xD8\xA8\xE2\x80\x8D");
	assert_int_equal(desk->runs[0].glyphs[0].id, first);
	shape_back(desk, "\xD8\xA8\xE2\x80\x8C\xD8\xA8");
	assert_int_equal(desk->runs[0].glyphs[0].id, alone);
}

static void turns_brackets_round(void **state)
{
	struct desk *desk = *state;
	uint32_t closing;

	shape(desk, FACE_REGULAR, ")");
	closing = desk->runs[0].glyphs[0].id;
	shape_back(desk, "(");
	assert_int_equal(desk->runs[0].glyphs[0].id, closing);
}

static void spaces_go_with_the_words_around_them(void **state)
{
	struct desk *desk = *state;

	shape_back(desk, "\xD8\xA8 \xD8\xA8 1");
	assert_int_equal(desk->n_runs, 2);
	assert_int_equal(desk->runs[0].n_text, 5);
	assert_int_equal(desk->runs[1].n_text, 2);
}

static void reports_each_missing_character_once(void **state)
{
	struct desk *desk = *state;
	static const char wanted[] =
		"waymark: warning: no font shows U+E000 (\xEE\x80\x80)\n"
		"    looked in Open Sans, DejaVu Sans, A Family Nobody Has (not installed), "
		"Droid Sans Fallback\n";

	shape(desk, FACE_REGULAR, "a\xEE\x80\x80" "b\xEE\x80\x80");
	assert_int_equal(desk->n_runs, 1);
	assert_int_equal(desk->runs[0].n_glyphs, 4);
	assert_int_equal(desk->runs[0].glyphs[1].id, 0);
	shape(desk, FACE_BOLD, "\xEE\x80\x80");
	assert_string_equal(report(desk), wanted);
}

/* The base is in Droid Sans Fallback alone, the mark is not: each is shown by
 * the font that has it, and nothing is missing. */
static void shows_a_cluster_that_no_font_has_whole(void **state)
{
	struct desk *desk = *state;

	shape(desk, FACE_REGULAR, "\xE6\x97\xA5\xCC\xA7");
	for (size_t i = 0; i < desk->n_runs; i++)
		for (size_t g = 0; g < desk->runs[i].n_glyphs; g++)
			assert_int_not_equal(desk->runs[i].glyphs[g].id, 0);
	assert_string_equal(report(desk), "");
}

static void shapes_nothing_into_no_runs(void **state)
{
	struct desk *desk = *state;

	shape(desk, FACE_REGULAR, "");
	assert_int_equal(desk->n_runs, 0);
}

static void refuses_a_family_that_is_not_installed(void **state)
{
	struct desk *desk = *state;
	struct theme theme = desk->theme;

	theme.family = "A Family Nobody Has";
	assert_null(pdf_fonts_open(desk->arena, &theme, desk->diag));
	assert_int_equal(diag_n_errors(desk->diag), FACE_COUNT);
	assert_non_null(strstr(report(desk), "fonts-open-sans"));
}

static void refuses_a_style_that_is_not_installed(void **state)
{
	struct desk *desk = *state;
	struct theme theme = desk->theme;

	theme.family_files[FACE_ITALIC] = "Wavy";
	assert_null(pdf_fonts_open(desk->arena, &theme, desk->diag));
	assert_int_equal(diag_n_errors(desk->diag), 1);
	assert_non_null(strstr(report(desk), "the font Open Sans Wavy is not installed"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(gives_thousandths_of_the_size),
		TEST(has_a_font_for_each_face),
		TEST(kerns),
		TEST(counts_clusters_in_bytes),
		TEST(splits_runs_where_the_font_changes),
		TEST(keeps_marks_with_their_base),
		TEST(leaves_out_what_is_invisible),
		TEST(places_marks_on_their_base),
		TEST(makes_no_ligature_over_a_soft_hyphen),
		TEST(shows_what_does_not_break),
		TEST(figures_are_equally_wide),
		TEST(shows_astral_characters_or_names_them),
		TEST(names_marks_of_format_that_can_be_seen),
		TEST(shapes_from_right_to_left_in_the_order_of_the_text),
		TEST(joins_letters),
		TEST(turns_brackets_round),
		TEST(spaces_go_with_the_words_around_them),
		TEST(reports_each_missing_character_once),
		TEST(shows_a_cluster_that_no_font_has_whole),
		TEST(shapes_nothing_into_no_runs),
		TEST(refuses_a_family_that_is_not_installed),
		TEST(refuses_a_style_that_is_not_installed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
