#include "press.h"

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "model/calculation.h"

/* Two pages of a sheet. */
static int open_sheet(void **state)
{
	int code = open_press(state);
	struct press *press = *state;

	if (code == 0) {
		press->pages.title = "Sheet";
		press->pages.language = "en";
		press->pages.n_pages = 2;
	}
	return code;
}

/* At 10, 20 from the upper left corner, 15 by 15. */
static void add(struct press *press, size_t number, struct form_field field)
{
	field.x = 10;
	field.y = 20;
	field.width = field.height = 15;
	if (field.tooltip == NULL)
		field.tooltip = "Tip";
	press_op(press, number, OP_FIELD)->field =
	    arena_grow(press->arena, &field, 1, 1, sizeof field);
}

/* The file as text, its dictionaries in the order of their keys, with blanks
 * for line ends. */
static const char *written(struct press *press)
{
	char *plain = file_join(press->arena, press->folder, "plain.pdf"), *text;
	const struct source *source;

	assert_true(pdf_write(&press->pages, press->fonts, 1700000000, press->path, press->diag));
	assert_int_equal(system(arena_printf(press->arena,
	                                     "qpdf --check %s >/dev/null && qpdf --qdf "
	                                     "--object-streams=disable "
	                                     "--no-original-object-ids %s %s",
	                                     press->path, press->path, plain)), 0);
	source = file_read(press->arena, press->diag, plain, (size_t)1 << 24);
	assert_non_null(source);
	text = ARENA_ARRAY(press->arena, char, source->length + 1);
	for (size_t i = 0, n = 0; i < source->length; i++)
		if (source->text[i] != '\0' && !(source->text[i] == ' ' && n > 0 && text[n - 1] == ' '))
			text[n++] = source->text[i] == '\n' ? ' ' : source->text[i];
	return text;
}

static size_t count(const char *text, const char *part)
{
	size_t n = 0;

	for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
		n++;
	return n;
}

static void assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("not in the file: %s", part);
}

static void boxes_are_crossed(void **state)
{
	struct press *press = *state;
	const char *text;

	add(press, 0, (struct form_field){.kind = FIELD_CHECK, .name = "a.plus",
	                                  .excludes = "a.minus", .tooltip = "A: +", .size = 2});
	add(press, 0, (struct form_field){.kind = FIELD_CHECK, .name = "a.minus",
	                                  .excludes = "a.plus", .tooltip = "A: -", .size = 2});
	text = written(press);
	assert_has(text, "/T (a) ");
	assert_has(text, "/T (plus) /TU (A: +)");
	assert_has(text, "/T (minus) /TU (A: -)");
	assert_int_equal(count(text, "/V /Off"), 2);
	/* top 20 and height 15 of 200 leave 165 below */
	assert_has(text, "/Rect [ 10 165 25 180 ]");
	/* the box itself is the page's: a field that is empty shows nothing; both
	 * share their two streams, from 15 / 4.5 to 15 - 15 / 4.5 */
	assert_int_equal(count(text, "/BBox"), 2);
	assert_has(text, "0 0 0.5 RG 2 w 1 J 3.333 3.333 m 11.667 11.667 l "
	                 "3.333 11.667 m 11.667 3.333 l S");
	assert_has(text, "(waymarkExclude\\(\"plus\", \"minus\"\\))");
	assert_has(text, "(waymarkExclude\\(\"minus\", \"plus\"\\))");
}

static void circles_are_one_field(void **state)
{
	struct press *press = *state;
	const char *text;

	for (int i = 1; i <= 3; i++)
		add(press, 0, (struct form_field){
			.kind = FIELD_RADIO, .name = "item-1", .legend = "Statement",
			.value = arena_printf(press->arena, "%d", i),
			.tooltip = arena_printf(press->arena, "Statement: %d", i)});
	text = written(press);
	/* radio, and a click on the chosen one may clear it */
	assert_has(text, "/FT /Btn /Ff 32768 /Kids [");
	assert_has(text, "/T (item-1) /TU (Statement) /V /Off");
	assert_has(text, "/TU (Statement: 3)");
	assert_int_equal(count(text, "/AS /Off"), 3);
	assert_int_equal(count(text, "/2 "), 1);
	assert_has(text, "0 0 0.5 rg 7.5 15 m ");
}

static void a_name_is_one_field_on_all_pages(void **state)
{
	struct press *press = *state;
	const char *text;

	for (size_t page = 0; page < 2; page++)
		add(press, page, (struct form_field){.kind = FIELD_TEXT, .name = "Code",
		                                     .copy = "K7Q4", .size = 9.5});
	text = written(press);
	assert_int_equal(count(text, "/T (K7Q4)"), 1);
	assert_int_equal(count(text, "/T (Code)"), 1);
	assert_int_equal(count(text, "/Subtype /Widget"), 2);
	assert_has(text, "/DA (/Form 9.5 Tf 0 0 0.5 rg)");
}

static void texts_have_their_kinds(void **state)
{
	struct press *press = *state;
	static const char *const options[] = {"", "Skill (b)"};
	const char *text;

	add(press, 0, (struct form_field){.kind = FIELD_LINES, .name = "Lines"});
	add(press, 0, (struct form_field){.kind = FIELD_CHOICE, .name = "Choice",
	                                  .options = options, .n_options = 2});
	add(press, 0, (struct form_field){.kind = FIELD_DATE, .name = "Due",
	                                  .format = "yyyy-mm-dd", .mirrored = true});
	text = written(press);
	assert_has(text, "/FT /Tx /Ff 4096 ");
	assert_has(text, "/FT /Ch /Ff 131072 ");
	assert_has(text, "/Opt [ () (Skill \\(b\\)) ]");
	assert_has(text, "(AFDate_KeystrokeEx\\(\"yyyy-mm-dd\"\\))");
	assert_has(text, "/Q 2 ");
	assert_int_equal(count(text, "/Tx BMC EMC"), 1);
}

static void numbers_are_worked_out_in_order(void **state)
{
	struct press *press = *state;
	struct term terms[] = {{"item-1", true}, {"item-2", false}};
	struct term totals[] = {{"Total.a", true}};
	struct calculation total = {.terms = terms, .n_terms = 2, .decimals = 1};
	struct calculation mean = {.mean = true, .terms = totals, .n_terms = 1,
	                           .decimal_sign = ","};
	const char *text;

	add(press, 0, (struct form_field){.kind = FIELD_NUMBER, .name = "Total.a",
	                                  .calculation = &total, .size = 11});
	add(press, 0, (struct form_field){.kind = FIELD_NUMBER, .name = "Mean.a",
	                                  .calculation = &mean, .size = 11});
	add(press, 1, (struct form_field){.kind = FIELD_NUMBER, .name = "Count", .size = 11});
	text = written(press);
	assert_has(text, "\"Total.a\": {mean: false, unit: 10, sign: \".\", "
	                 "terms: [[\"item-1\", 1], [\"item-2\", 0]]}, "
	                 "\"Mean.a\": {mean: true, unit: 1, sign: \",\", terms: [[\"Total.a\", 1]]}");
	assert_has(text, "(waymarkSum\\(\"Total.a\"\\))");
	assert_has(text, "/Names [ (waymark) ");
	/* two in the order of calculation, three that take figures only */
	assert_int_equal(count(text, "/C "), 2);
	assert_int_equal(count(text, "/AA <<"), 3);
	assert_int_equal(count(text, "/Q 1 "), 3);
}

static void sheets_tell_what_they_are(void **state)
{
	struct press *press = *state;
	const char *text;

	add(press, 0, (struct form_field){.kind = FIELD_DATA, .name = "Worksheet.framework",
	                                  .value = "tea-round"});
	text = written(press);
	assert_has(text, "/DV (tea-round) /F 2 /FT /Tx /Ff 1 ");
	assert_has(text, "/V (tea-round)");
	assert_int_equal(count(text, "/StructParent "), 0);
}

static void the_font_of_a_form_has_all_of_latin_1(void **state)
{
	struct press *press = *state;
	const char *text, *widths;

	add(press, 0, (struct form_field){.kind = FIELD_TEXT, .name = "Name", .size = 9});
	text = written(press);
	assert_has(text, "/DA (/Form 0 Tf 0 g)");
	assert_has(text, "/BaseFont /OpenSans");
	assert_has(text, "/Encoding /WinAnsiEncoding /FirstChar 32");
	assert_has(text, "/Flags 32 ");
	assert_int_equal(count(text, "/NeedAppearances"), 0);
	/* Open Sans: the space is 532 of 2048 units wide, y with dieresis 1032 */
	widths = strstr(text, "/Widths [ 260 ");
	assert_non_null(widths);
	assert_memory_equal(strchr(widths, ']') - 4, "504 ", 4);
}

static void a_page_without_fields_has_no_form(void **state)
{
	struct press *press = *state;
	const char *text = written(press);

	assert_int_equal(count(text, "/AcroForm"), 0);
	assert_int_equal(count(text, "/JavaScript"), 0);
}

#define FORM_TEST(test) cmocka_unit_test_setup_teardown(test, open_sheet, close_press)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FORM_TEST(boxes_are_crossed),
		FORM_TEST(circles_are_one_field),
		FORM_TEST(a_name_is_one_field_on_all_pages),
		FORM_TEST(texts_have_their_kinds),
		FORM_TEST(numbers_are_worked_out_in_order),
		FORM_TEST(sheets_tell_what_they_are),
		FORM_TEST(the_font_of_a_form_has_all_of_latin_1),
		FORM_TEST(a_page_without_fields_has_no_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
