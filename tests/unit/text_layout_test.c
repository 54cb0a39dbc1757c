#include "unit.h"

#include <string.h>

#include "base/buf.h"
#include "fake_layout.h"
#include "layout/mirror.h"
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

static void soft_hyphens_are_seen_at_the_end_of_lines(void **state)
{
	/* 'hand- ' is five characters, 'handbook' eight */
	assert_set(state, "hand\xC2\xAD" "book", 25, "hand\xC2\xAD|book|");
	assert_set(state, "hand\xC2\xAD" "book", 40, "hand\xC2\xAD" "book|");
	assert_set(state, "a hand\xC2\xAD" "book", 40, "a hand\xC2\xAD|book|");
}

static void a_hyphen_takes_its_room(void **state)
{
	struct fake *fake = *state;
	struct lines lines = text_set(&fake->layout, STYLE_BODY, "hand\xC2\xAD" "book", 25);
	const struct line *first = &lines.lines[0];

	assert_float_equal(first->width, 25, 1e-6);
	assert_int_equal(first->n_runs, 2);
	assert_int_equal(first->runs[1].glyphs[0].id, '-');
	assert_float_equal(first->lefts[1], 20, 1e-6);
	assert_int_equal(lines.lines[1].n_runs, 1);
	/* no room for the hyphen: the word moves on, or is broken as it stands */
	assert_set(state, "a hand\xC2\xAD" "book", 30, "a |hand\xC2\xAD|book|");
	lines = text_set(&fake->layout, STYLE_BODY, "hand\xC2\xAD" "book", 20);
	assert_int_equal(lines.n_lines, 2);
	assert_int_equal(lines.lines[0].n_runs, 1);
}

static void no_break_characters_hold_words_together(void **state)
{
	/* U+00A0, U+202F, U+2011, U+2060 */
	assert_set(state, "a 10\xC2\xA0km", 30, "a |10\xC2\xA0km|");
	assert_set(state, "a 10\xE2\x80\xAFkm", 30, "a |10\xE2\x80\xAFkm|");
	assert_set(state, "a b\xE2\x80\x91" "cde", 30, "a |b\xE2\x80\x91" "cde|");
	assert_set(state, "a b-\xE2\x81\xA0" "cde", 30, "a |b-\xE2\x81\xA0" "cde|");
}

static void small_kana_and_marks_start_no_line(void **state)
{
	/* kya is ki with a small ya (U+30AD U+30E3), then a long sound (U+30FC) */
	assert_set(state, "\xE3\x82\xA2\xE3\x82\xAD\xE3\x83\xA3\xE3\x83\xBC", 15,
	           "\xE3\x82\xA2|\xE3\x82\xAD\xE3\x83\xA3\xE3\x83\xBC|");
	/* U+300C opens and stays with what follows */
	assert_set(state, "\xE6\x97\xA5\xE3\x80\x8C\xE6\x9C\xAC\xE3\x80\x8D", 15,
	           "\xE6\x97\xA5|\xE3\x80\x8C\xE6\x9C\xAC\xE3\x80\x8D|");
}

/* Three Hebrew letters; in lines from left to right alef is the first. */
#define ALEF_BET_GIMEL "\xD7\x90\xD7\x91\xD7\x92"

static void words_of_both_directions_share_a_line(void **state)
{
	struct fake *fake = *state;
	struct lines lines = text_set(&fake->layout, STYLE_BODY,
	                              "ab " ALEF_BET_GIMEL " 12 cd", 500);
	const struct line *line = &lines.lines[0];

	/* levels 0 1 2 0 in this order; on the line ab, 12, the letters, cd */
	assert_string_equal(words(fake, &lines), "ab " ALEF_BET_GIMEL " 12 cd|");
	assert_int_equal(line->n_runs, 4);
	assert_int_equal(line->runs[1].level, 1);
	assert_int_equal(line->runs[2].level, 2);
	assert_float_equal(line->lefts[0], 0, 1e-6);
	assert_float_equal(line->lefts[1], 25, 1e-6);
	assert_float_equal(line->lefts[2], 15, 1e-6);
	assert_float_equal(line->lefts[3], 45, 1e-6);
}

static void lines_break_before_they_are_ordered(void **state)
{
	struct fake *fake = *state;
	struct lines lines;

	fake->layout.mirrored = true;
	lines = text_set(&fake->layout, STYLE_BODY, ALEF_BET_GIMEL " ab " ALEF_BET_GIMEL, 30);
	assert_string_equal(words(fake, &lines), ALEF_BET_GIMEL " ab |" ALEF_BET_GIMEL "|");
	/* the space at the end of a line hangs out at the left */
	assert_float_equal(lines.lines[0].width, 30, 1e-6);
	assert_float_equal(lines.lines[0].lefts[0], 10, 1e-6);
	assert_float_equal(lines.lines[0].lefts[1], 0, 1e-6);
	assert_float_equal(lines.lines[0].lefts[2], -5, 1e-6);
}

/* On a mirrored page, 612 points wide, words turn back to where they read. */
static void mirrored_words_keep_their_order(void **state)
{
	struct fake *fake = *state;

	fake->layout.mirrored = true;
	fake->page.width = 612;
	place_text(&fake->layout, STYLE_BODY, COLOUR_NONE, ALEF_BET_GIMEL " ab",
	           flush_left(36, 50));
	mirror_page(fake->layout.arena, &fake->page);
	assert_int_equal(fake->page.n_ops, 2);
	/* 612 - 36 - 20 for the letters with their space, ab before them */
	assert_float_equal(fake->page.ops[0].text.x, 556, 1e-6);
	assert_float_equal(fake->page.ops[1].text.x, 546, 1e-6);
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
		TEXT_TEST(soft_hyphens_are_seen_at_the_end_of_lines),
		TEXT_TEST(a_hyphen_takes_its_room),
		TEXT_TEST(no_break_characters_hold_words_together),
		TEXT_TEST(small_kana_and_marks_start_no_line),
		TEXT_TEST(words_of_both_directions_share_a_line),
		TEXT_TEST(lines_break_before_they_are_ordered),
		TEXT_TEST(mirrored_words_keep_their_order),
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
