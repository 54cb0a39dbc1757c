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

static void shape(struct desk *desk, enum face face, const char *text)
{
	const struct metrics *metrics = pdf_fonts_metrics(desk->fonts);

	desk->n_runs = metrics->shape(metrics->self, desk->arena,
	                              (struct phrase){face, text, strlen(text)}, &desk->runs);
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
		TEST(reports_each_missing_character_once),
		TEST(shows_a_cluster_that_no_font_has_whole),
		TEST(shapes_nothing_into_no_runs),
		TEST(refuses_a_family_that_is_not_installed),
		TEST(refuses_a_style_that_is_not_installed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
