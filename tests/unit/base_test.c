#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"

static int open_arena(void **state)
{
	*state = arena_new();
	return 0;
}

static int close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void arena_zeroes_and_aligns(void **state)
{
	char *small = arena_alloc(*state, 3, 1);
	double *number = ARENA_NEW(*state, double);
	char *large = arena_alloc(*state, 1, 300000);

	assert_int_equal(small[0] | small[1] | small[2], 0);
	assert_int_equal((uintptr_t)number % _Alignof(double), 0);
	assert_int_equal(large[299999], 0);
}

static void arena_push_keeps_what_stands(void **state)
{
	int *numbers = NULL;

	for (size_t i = 0; i < 1000; i++) {
		numbers = arena_push(*state, numbers, i, sizeof *numbers);
		numbers[i] = (int)i;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], i);
}

static void buf_writes_json_strings(void **state)
{
	struct buf buf = {.arena = *state};

	buf_add_json(&buf, "a\"b\\c\nd\x01 é");
	assert_string_equal(buf_text(&buf), "\"a\\\"b\\\\c\\nd\\u0001 é\"");
}

/* RFC 4180 quoting; and nothing that a spreadsheet would run as a formula. */
static void buf_writes_csv_fields(void **state)
{
	struct buf buf = {.arena = *state};

	buf_add_csv(&buf, "plain");
	buf_adds(&buf, "|");
	buf_add_csv(&buf, "a,\"b\"");
	buf_adds(&buf, "|");
	buf_add_csv(&buf, "=1+1");
	assert_string_equal(buf_text(&buf), "plain|\"a,\"\"b\"\"\"|'=1+1");
}

static void text_finds_bad_bytes(void **state)
{
	(void)state;
	assert_int_equal(text_invalid_at("abc", 3), 3);
	assert_int_equal(text_invalid_at("ab\xff", 3), 2);
	assert_int_equal(text_invalid_at("\xc3\xa9", 1), 0);
	assert_int_equal(text_length("né漢"), 3);
	assert_true(text_is_forbidden(0x202e));
	assert_false(text_is_forbidden('\n'));
}

static void text_finds_the_nearest_word(void **state)
{
	static const char *const words[] = {"definition", "directions", "items"};

	(void)state;
	assert_string_equal(text_nearest("defintion", words, 3), "definition");
	assert_string_equal(text_nearest("itmes", words, 3), "items");
	assert_null(text_nearest("colour", words, 3));
}

static void text_joins_words(void **state)
{
	static const char *const words[] = {"a", "b", "c"};

	assert_string_equal(text_join(*state, words, 0, "and"), "");
	assert_string_equal(text_join(*state, words, 1, "and"), "a");
	assert_string_equal(text_join(*state, words, 3, "and"), "a, b and c");
}

static void text_rounds_half_away_from_zero(void **state)
{
	static const struct number_style german = {",", "-", "."};

	assert_string_equal(text_number(*state, 2.25, 1), "2.3");
	assert_string_equal(text_number(*state, -0.04, 1), "0.0");
	assert_string_equal(text_number(*state, -1.25, 1), "\xe2\x88\x92" "1.3");
	assert_string_equal(text_signed(*state, 0.6, 1), "+0.6");
	assert_string_equal(text_signed(*state, 0, 1), "0.0");
	assert_string_equal(text_number(*state, (double)NAN, 1), "");
	assert_string_equal(text_number_in(*state, &german, -64.44, 1), "-64,4");
	assert_string_equal(text_number_in(*state, &german, 64, 0), "64");
	assert_string_equal(text_signed_in(*state, &german, 0.5, 2), "+0,50");
	assert_string_equal(text_number_in(*state, &german, 999.99, 2), "999,99");
	assert_string_equal(text_number_in(*state, &german, 1000, 0), "1.000");
	assert_string_equal(text_number_in(*state, &german, -1234567.8, 1), "-1.234.567,8");
}

static void text_breaks_lines_after_uax_14(void **state)
{
	const char *text = "one two\nthree";
	char breaks[13];

	(void)state;
	text_line_breaks(text, strlen(text), breaks);
	assert_int_equal(breaks[4], TEXT_BREAK_MAY);
	assert_int_equal(breaks[2], TEXT_BREAK_NO);
	assert_int_equal(breaks[7], TEXT_BREAK_MUST);
}

static void diag_shows_line_and_caret(void **state)
{
	struct source source = {"a.yaml", "one\ntwo: é x\n", 14};
	struct diag *diag = diag_new(*state);
	struct buf out = {.arena = *state};

	diag_error(diag, (struct pos){&source, 2, 8}, "wanted: y", "'%s' is wrong", "x");
	diag_warning(diag, (struct pos){&source, 1, 1}, NULL, "odd");
	diag_write(diag, &out);
	assert_string_equal(buf_text(&out), "a.yaml:1:1: warning: odd\n"
	                                    "    one\n"
	                                    "    ^\n"
	                                    "a.yaml:2:8: error: 'x' is wrong\n"
	                                    "    two: é x\n"
	                                    "           ^\n"
	                                    "    wanted: y\n"
	                                    "waymark: 1 error, 1 warning\n");
	assert_int_equal(diag_n_errors(diag), 1);
	assert_int_equal(diag_n_warnings(diag), 1);
	assert_false(diag_failed(diag));
}

static void diag_shows_damaged_lines_safely(void **state)
{
	struct source source = {"a", "\x1b[2J\xff", 5};
	struct diag *diag = diag_new(*state);
	struct buf out = {.arena = *state};

	diag_error(diag, (struct pos){&source, 1, 5}, NULL, "bad");
	diag_write(diag, &out);
	assert_string_equal(buf_text(&out), "a:1:5: error: bad\n    ?[2J?\n        ^\n");
}

static void diag_stops_after_a_hundred(void **state)
{
	struct diag *diag = diag_new(*state);
	struct buf out = {.arena = *state};

	for (int i = 0; i < 150; i++)
		diag_error(diag, (struct pos){NULL, 0, 0}, NULL, "no %d", i);
	diag_write(diag, &out);
	assert_non_null(strstr(buf_text(&out), "no 99\n"));
	assert_null(strstr(buf_text(&out), "no 100\n"));
	assert_non_null(strstr(buf_text(&out), "50 more are not shown"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(arena_zeroes_and_aligns, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(arena_push_keeps_what_stands, open_arena,
		                                close_arena),
		cmocka_unit_test_setup_teardown(buf_writes_json_strings, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(buf_writes_csv_fields, open_arena, close_arena),
		cmocka_unit_test(text_finds_bad_bytes),
		cmocka_unit_test(text_finds_the_nearest_word),
		cmocka_unit_test_setup_teardown(text_joins_words, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(text_rounds_half_away_from_zero, open_arena,
		                                close_arena),
		cmocka_unit_test(text_breaks_lines_after_uax_14),
		cmocka_unit_test_setup_teardown(diag_shows_line_and_caret, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(diag_shows_damaged_lines_safely, open_arena,
		                                close_arena),
		cmocka_unit_test_setup_teardown(diag_stops_after_a_hundred, open_arena, close_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
