#include "unit.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/bidi.h"
#include "base/buf.h"
#include "base/text.h"

/* As in UAX 9, capitals stand for letters that run from right to left (of
 * Hebrew), < for RLI and > for PDI. */
static const char *spell(struct arena *arena, const char *text)
{
	struct buf out = {.arena = arena};

	for (; *text != '\0'; text++) {
		char hebrew[] = {'\xD7', (char)(0x90 + *text - 'A')};

		if (isupper((unsigned char)*text))
			buf_add(&out, hebrew, sizeof hebrew);
		else if (*text == '<')
			buf_adds(&out, "\xE2\x81\xA7");
		else if (*text == '>')
			buf_adds(&out, "\xE2\x81\xA9");
		else
			buf_add(&out, text, 1);
	}
	return buf_text(&out);
}

struct shown {
	char levels[200]; /* a digit for each character */
	char line[200];   /* from left to right */
	uint8_t base;
};

/* What stands on the line, without the marks. */
static struct shown show(const char *text, bool rtl)
{
	struct arena *arena = arena_new();
	const char *spelt = spell(arena, text);
	size_t length = strlen(spelt), n = strlen(text), order[200], out = 0;
	uint8_t levels[400] = {0}, by_letter[200];
	struct shown shown = {.base = bidi_levels(arena, spelt, length, rtl, levels)};

	for (size_t i = 0, at = 0; i < n; i++) {
		by_letter[i] = levels[at];
		shown.levels[i] = (char)('0' + levels[at]);
		text_next(spelt, &at);
	}
	bidi_order(by_letter, n, order);
	for (size_t i = 0; i < n; i++)
		if (strchr("<>", text[order[i]]) == NULL)
			shown.line[out++] = text[order[i]];
	arena_free(arena);
	return shown;
}

/* UAX 9, 3.4, rule L2, examples 1 to 3. */
static void orders_the_examples_of_the_standard(void **state)
{
	struct shown shown = show("car means CAR.", false);

	(void)state;
	assert_string_equal(shown.levels, "00000000001110");
	assert_string_equal(shown.line, "car means RAC.");
	shown = show("<car MEANS CAR.>", true);
	assert_string_equal(shown.line, ".RAC SNAEM car");
	shown = show("he said \"<car MEANS CAR>.\" \"<IT DOES>,\" she agreed.", false);
	assert_string_equal(shown.line, "he said \"RAC SNAEM car.\" \"SEOD TI,\" she agreed.");
}

/* Rule L2, example 4: "DID YOU SAY '...'?" with a sentence of the other direction. */
static void orders_quotations_within_quotations(void **state)
{
	struct shown shown = show("DID YOU SAY 'he said \"car MEANS CAR\"'?", true);

	(void)state;
	assert_int_equal(shown.base, 1);
	assert_string_equal(shown.line, "?'\"RAC SNAEM he said \"car' YAS UOY DID");
}

static void numbers_run_from_left_to_right(void **state)
{
	struct shown shown = show("IT COSTS 125.50 NOW", true);

	(void)state;
	assert_string_equal(shown.line, "WON 125.50 STSOC TI");
	assert_string_equal(shown.levels, "1111111112222221111");
}

/* Rule L4 turns the glyphs round; the order is that of the characters. */
static void brackets_go_with_what_they_hold(void **state)
{
	(void)state;
	assert_string_equal(show("AB (cd) EF", true).line, "FE )cd( BA");
	assert_string_equal(show("AB (CD ef) GH", true).line, "HG )ef DC( BA");
	assert_string_equal(show("ab (CD) ef", false).line, "ab (DC) ef");
}

static void the_first_letter_gives_the_direction(void **state)
{
	(void)state;
	assert_int_equal(show("12 ABC def", false).base, 1);
	assert_int_equal(show("12 abc DEF", false).base, 0);
	assert_int_equal(show("12", false).base, 0);
	assert_int_equal(show("", false).base, 0);
}

/* A name of a product does not turn a sentence of a document round. */
static void documents_keep_their_direction(void **state)
{
	(void)state;
	assert_int_equal(show("crm ABC", true).base, 1);
	assert_int_equal(show("12 - 15", true).base, 1);
	assert_int_equal(show("", true).base, 1);
	assert_int_equal(show("crm only", true).base, 0);
}

static void signs_stay_before_their_numbers(void **state)
{
	(void)state;
	assert_string_equal(show("-12", true).line, "-12");
	assert_string_equal(show("A +5 B", true).line, "B +5 A");
	/* a range is read from right to left */
	assert_string_equal(show("A 3 - 5", true).line, "5 - 3 A");
}

static void codes_stay_in_one_piece(void **state)
{
	(void)state;
	assert_string_equal(show("A 2026-h2 B", true).line, "B 2026-h2 A");
	assert_string_equal(show("A wm-1.0-7q.", true).line, ".wm-1.0-7q A");
	assert_string_equal(show("A (b2) C", true).line, "C )b2( A");
}

static void tells_languages_by_their_script(void **state)
{
	(void)state;
	assert_true(bidi_language_is_rtl("ar"));
	assert_true(bidi_language_is_rtl("he-IL"));
	assert_true(bidi_language_is_rtl("pa-Arab-PK"));
	assert_false(bidi_language_is_rtl("ar-Latn"));
	assert_false(bidi_language_is_rtl("en"));
	assert_false(bidi_language_is_rtl("arn"));
	assert_false(bidi_language_is_rtl(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orders_the_examples_of_the_standard),
		cmocka_unit_test(orders_quotations_within_quotations),
		cmocka_unit_test(numbers_run_from_left_to_right),
		cmocka_unit_test(brackets_go_with_what_they_hold),
		cmocka_unit_test(the_first_letter_gives_the_direction),
		cmocka_unit_test(documents_keep_their_direction),
		cmocka_unit_test(signs_stay_before_their_numbers),
		cmocka_unit_test(codes_stay_in_one_piece),
		cmocka_unit_test(tells_languages_by_their_script),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
