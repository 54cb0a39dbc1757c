#include "unit.h"

#include <string.h>

#include "base/buf.h"
#include "fake_layout.h"
#include "layout/text.h"

static int open_fake(void **state)
{
	*state = fake_open(arena_new());
	return 0;
}

static int close_fake(void **state)
{
	arena_free(((struct fake *)*state)->layout.arena);
	return 0;
}

/* The lines' texts with a bar after each. */
static const char *words(struct fake *fake, const struct lines *lines)
{
	struct buf buf = {.arena = fake->layout.arena};

	for (size_t i = 0; i < lines->n_lines; i++) {
		for (size_t r = 0; r < lines->lines[i].n_runs; r++)
			buf_add(&buf, lines->lines[i].runs[r].text,
			        lines->lines[i].runs[r].n_text);
		buf_adds(&buf, "|");
	}
	return buf_text(&buf);
}

static void assert_set(void **state, const char *text, double width, const char *wanted)
{
	struct fake *fake = *state;
	struct lines lines = text_set(&fake->layout, STYLE_BODY, text, width);

	assert_string_equal(words(fake, &lines), wanted);
}

static void breaks_between_words(void **state)
{
	assert_set(state, "one two three", 40, "one two |three|");
	assert_set(state, "one two three", 34, "one |two |three|");
	assert_set(state, "one two three", 65, "one two three|");
}

static void spaces_at_the_end_do_not_count(void **state)
{
	struct fake *fake = *state;
	struct lines lines = text_set(&fake->layout, STYLE_BODY, "one two   three", 35);

	assert_string_equal(words(fake, &lines), "one two   |three|");
	assert_float_equal(lines.lines[0].width, 35, 1e-6);
	assert_float_equal(lines.width, 35, 1e-6);
	assert_float_equal(lines.height, 24, 1e-6);
}

static void breaks_long_words_between_characters(void **state)
{
	assert_set(state, "abcdefghij", 20, "abcd|efgh|ij|");
	assert_set(state, "a abcdefghij k", 20, "a |abcd|efgh|ij k|");
	assert_set(state, "\xC3\xA9\xC3\xA9\xC3\xA9", 10, "\xC3\xA9\xC3\xA9|\xC3\xA9|");
}

static void a_character_stays_whole_in_no_room(void **state)
{
	assert_set(state, "abc", 0, "a|b|c|");
	assert_set(state, "ab c", 3, "a|b |c|");
	assert_set(state, "abc", -10, "a|b|c|");
}

static void breaks_between_ideographs(void **state)
{
	/* no break before the full stop, U+3002 (UAX 14, class CL) */
	assert_set(state, "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x80\x82", 15,
	           "\xE6\x97\xA5\xE6\x9C\xAC|\xE8\xAA\x9E\xE3\x80\x82|");
}

static void newlines_break(void **state)
{
	assert_set(state, "one\ntwo", 500, "one|two|");
	assert_set(state, "one\n\ntwo", 500, "one||two|");
	assert_set(state, "one\n", 500, "one|");
}

static void empty_texts_have_no_lines(void **state)
{
	assert_set(state, "", 500, "");
	assert_set(state, NULL, 500, "");
}

static void clusters_count_from_their_line(void **state)
{
	struct fake *fake = *state;
	struct lines lines = text_set(&fake->layout, STYLE_BODY, "one two", 20);

	assert_int_equal(lines.n_lines, 2);
	assert_int_equal(lines.lines[1].runs[0].glyphs[0].cluster, 0);
	assert_int_equal(lines.lines[1].runs[0].glyphs[2].cluster, 2);
	assert_int_equal(lines.lines[1].runs[0].glyphs[0].id, 't');
}

static void balances_the_last_line(void **state)
{
	struct fake *fake = *state;
	const char *text = "aaaa bbbb cccc dddd e";
	struct lines ragged = text_set(&fake->layout, STYLE_BODY, text, 100);
	struct lines balanced = text_balance(&fake->layout, STYLE_BODY, text, 100);

	/* the last line is 1 of 19 characters; from 92 points on 6 of 14, which is 43 %;
	 * at 68 points 11 of 11 */
	assert_string_equal(words(fake, &ragged), "aaaa bbbb cccc dddd |e|");
	assert_string_equal(words(fake, &balanced), "aaaa bbbb |cccc dddd e|");
}

static void balancing_keeps_the_number_of_lines(void **state)
{
	struct fake *fake = *state;
	const char *text = "aaaaaaaaaa bbbbbbbbbb c";
	struct lines balanced = text_balance(&fake->layout, STYLE_BODY, text, 110);

	assert_string_equal(words(fake, &balanced), "aaaaaaaaaa |bbbbbbbbbb c|");
	balanced = text_balance(&fake->layout, STYLE_BODY, "one line", 500);
	assert_string_equal(words(fake, &balanced), "one line|");
}

static void balancing_does_not_break_words(void **state)
{
	struct fake *fake = *state;
	const char *text = "abcdefghijklmnopqrst u";
	struct lines balanced = text_balance(&fake->layout, STYLE_BODY, text, 100);

	assert_string_equal(words(fake, &balanced), "abcdefghijklmnopqrst |u|");
}

static void centres_capitals_in_their_leading(void **state)
{
	struct fake *fake = *state;

	/* (12 + 7) / 2 */
	assert_float_equal(style_ascent(&fake->layout, STYLE_BODY), 9.5, 1e-6);
	assert_float_equal(style_cap_height(&fake->layout, STYLE_BODY), 7, 1e-6);
}

static void places_lines_aligned(void **state)
{
	struct fake *fake = *state;
	struct lines lines = text_set(&fake->layout, STYLE_BODY, "one two", 20);

	place_lines(&fake->layout, &lines, (struct place){100, 50, 40, ALIGN_RIGHT});
	place_lines(&fake->layout, &lines, (struct place){100, 50, 40, ALIGN_CENTRE});
	assert_int_equal(fake->page.n_ops, 4);
	assert_float_equal(fake->page.ops[0].text.x, 125, 1e-6);
	assert_float_equal(fake->page.ops[0].text.y, 59.5, 1e-6);
	assert_float_equal(fake->page.ops[1].text.y, 71.5, 1e-6);
	assert_float_equal(fake->page.ops[2].text.x, 112.5, 1e-6);
}

static void places_one_line_by_its_baseline(void **state)
{
	struct fake *fake = *state;
	double width = place_text(&fake->layout, STYLE_BODY, COLOUR_BLUE, "a\nb",
	                          flush_right(100, 50));

	assert_float_equal(width, 15, 1e-6);
	assert_int_equal(fake->page.n_ops, 1);
	assert_float_equal(fake->page.ops[0].text.x, 85, 1e-6);
	assert_int_equal(fake->page.ops[0].text.colour, COLOUR_BLUE);
	assert_float_equal(place_text(&fake->layout, STYLE_BODY, COLOUR_NONE, NULL,
	                              flush_left(0, 0)), 0, 1e-6);
}

static void long_texts_are_set_in_bounded_memory(void **state)
{
	struct fake *fake = *state;
	char text[20001];
	size_t before = arena_used(fake->layout.arena);

	memset(text, 'x', sizeof(text) - 1);
	for (size_t i = 7; i < sizeof(text) - 1; i += 8)
		text[i] = ' ';
	text[sizeof(text) - 1] = '\0';
	/* 2,500 words, seven of them (55 characters) in 300 points */
	assert_int_equal(text_balance(&fake->layout, STYLE_BODY, text, 300).n_lines, 358);
	assert_in_range(arena_used(fake->layout.arena) - before, 1, 8 << 20);
}

#define TEXT_TEST(test) cmocka_unit_test_setup_teardown(test, open_fake, close_fake)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEXT_TEST(breaks_between_words),
		TEXT_TEST(spaces_at_the_end_do_not_count),
		TEXT_TEST(breaks_long_words_between_characters),
		TEXT_TEST(a_character_stays_whole_in_no_room),
		TEXT_TEST(breaks_between_ideographs),
		TEXT_TEST(newlines_break),
		TEXT_TEST(empty_texts_have_no_lines),
		TEXT_TEST(clusters_count_from_their_line),
		TEXT_TEST(balances_the_last_line),
		TEXT_TEST(balancing_keeps_the_number_of_lines),
		TEXT_TEST(balancing_does_not_break_words),
		TEXT_TEST(centres_capitals_in_their_leading),
		TEXT_TEST(places_lines_aligned),
		TEXT_TEST(places_one_line_by_its_baseline),
		TEXT_TEST(long_texts_are_set_in_bounded_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
