#include "base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <unistr.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"

static const uint8_t *as_bytes(const char *text)
{
	return (const uint8_t *)text;
}

size_t text_invalid_at(const char *text, size_t length)
{
	const uint8_t *bad = u8_check(as_bytes(text), length);

	return bad == NULL ? length : (size_t)(bad - as_bytes(text));
}

uint32_t text_next(const char *text, size_t *at)
{
	ucs4_t code = 0;
	int length = u8_strmbtouc(&code, as_bytes(text) + *at);

	*at += length > 0 ? (size_t)length : 1;
	return code;
}

size_t text_length(const char *text)
{
	return u8_mbsnlen(as_bytes(text), strlen(text));
}

bool text_is_forbidden(uint32_t code)
{
	if (code < 0x20)
		return code != '\t' && code != '\n';
	return (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e) ||
	       (code >= 0x2066 && code <= 0x2069) || (code >= 0xfdd0 && code <= 0xfdef) ||
	       (code & 0xfffe) == 0xfffe;
}

bool text_is_ignorable(uint32_t code)
{
	return uc_is_property_default_ignorable_code_point(code);
}

void text_line_breaks(const char *text, size_t length, char *breaks)
{
	u8_possible_linebreaks(as_bytes(text), length, "UTF-8", breaks);
	for (size_t i = 0; i < length; i++) {
		if (breaks[i] == UC_BREAK_MANDATORY)
			breaks[i] = TEXT_BREAK_MUST;
		else if (breaks[i] == UC_BREAK_POSSIBLE)
			breaks[i] = TEXT_BREAK_MAY;
		else
			breaks[i] = TEXT_BREAK_NO;
	}
}

char *text_upper(struct arena *arena, const char *text)
{
	size_t length = 0;
	uint8_t *upper = u8_toupper(as_bytes(text), strlen(text), NULL, NULL, NULL, &length);
	char *copy;

	if (upper == NULL)
		die("out of memory");
	copy = arena_strndup(arena, (const char *)upper, length);
	free(upper);
	return copy;
}

char *text_lower(struct arena *arena, const char *text)
{
	size_t length = 0;
	uint8_t *lower = u8_tolower(as_bytes(text), strlen(text), NULL, NULL, NULL, &length);
	char *copy;

	if (lower == NULL)
		die("out of memory");
	copy = arena_strndup(arena, (const char *)lower, length);
	free(lower);
	return copy;
}

#define WORD_MAX 64

/* Levenshtein distance with swapped neighbours counted once (optimal string
 * alignment), over bytes; words longer than WORD_MAX are not compared. */
static size_t distance(const char *a, size_t n_a, const char *b, size_t n_b)
{
	size_t rows[3][WORD_MAX + 1];

	for (size_t j = 0; j <= n_b; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n_a; i++) {
		size_t *before = rows[(i + 1) % 3], *last = rows[(i - 1) % 3], *row = rows[i % 3];

		row[0] = i;
		for (size_t j = 1; j <= n_b; j++) {
			size_t best = last[j - 1] + (a[i - 1] != b[j - 1]);

			if (last[j] + 1 < best)
				best = last[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[n_a % 3][n_b];
}

const char *text_nearest(const char *word, const char *const *candidates, size_t n)
{
	size_t length = strlen(word), best = length / 3 + 1;
	const char *nearest = NULL;

	if (length > WORD_MAX)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		size_t other = strlen(candidates[i]), away;

		if (other > WORD_MAX)
			continue;
		away = distance(word, length, candidates[i], other);
		if (away < best || (away == best && nearest == NULL)) {
			best = away;
			nearest = candidates[i];
		}
	}
	return nearest;
}

char *text_join(struct arena *arena, const char *const *words, size_t n, const char *last)
{
	struct buf joined = {.arena = arena};

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && i == n - 1)
			buf_addf(&joined, " %s ", last);
		else if (i > 0)
			buf_adds(&joined, ", ");
		buf_adds(&joined, words[i]);
	}
	return arena_strdup(arena, buf_text(&joined));
}

static const struct number_style plain_style = {NULL, NULL, NULL};

/* The whole figures, parted in groups of three. */
static const char *group_figures(struct arena *arena, const char *figures, size_t n,
                                 const char *sign)
{
	struct buf grouped = {.arena = arena};

	for (size_t i = 0; i < n; i++) {
		if (sign != NULL && i > 0 && (n - i) % 3 == 0)
			buf_adds(&grouped, sign);
		buf_add(&grouped, figures + i, 1);
	}
	return buf_text(&grouped);
}

static char *number_with_sign(struct arena *arena, const struct number_style *style, double value,
                              int decimals, const char *plus)
{
	const char *minus = style->minus_sign == NULL ? "\xe2\x88\x92" : style->minus_sign;
	const char *point = style->decimal_sign == NULL ? "." : style->decimal_sign;
	double scale = pow(10, decimals), rounded;
	const char *sign = "", *whole;
	char *digits, *dot;

	if (!isfinite(value))
		return arena_strdup(arena, "");
	/* A value that is a half in decimal is often a hair below it in binary. */
	rounded = floor(fabs(value) * scale + 0.5 + 1e-9) / scale;
	if (rounded > 0)
		sign = value < 0 ? minus : plus;
	digits = arena_printf(arena, "%.*f", decimals, rounded);
	dot = strchr(digits, '.');
	whole = group_figures(arena, digits, strcspn(digits, "."), style->group_sign);
	if (dot == NULL)
		return arena_printf(arena, "%s%s", sign, whole);
	return arena_printf(arena, "%s%s%s%s", sign, whole, point, dot + 1);
}

char *text_number_in(struct arena *arena, const struct number_style *style, double value,
                     int decimals)
{
	return number_with_sign(arena, style, value, decimals, "");
}

char *text_signed_in(struct arena *arena, const struct number_style *style, double value,
                     int decimals)
{
	return number_with_sign(arena, style, value, decimals, "+");
}

char *text_number(struct arena *arena, double value, int decimals)
{
	return text_number_in(arena, &plain_style, value, decimals);
}

char *text_signed(struct arena *arena, double value, int decimals)
{
	return text_signed_in(arena, &plain_style, value, decimals);
}

uint64_t text_hash(const char *text)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (; *text != '\0'; text++)
		hash = (hash ^ (uint8_t)*text) * 0x100000001b3u;
	return hash;
}
