#include "base/bidi.h"

#include <fribidi.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/text.h"

/* A paragraph by characters. */
struct paragraph {
	FriBidiChar *codes;
	FriBidiCharType *types;
	FriBidiLevel *levels;
	size_t *offsets; /* byte that each starts at */
	size_t n;
};

static bool is_one_of(const char *subtag, size_t length, const char *list)
{
	for (const char *at = list; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		if (strcspn(at, " ") == length && strncmp(at, subtag, length) == 0)
			return true;
	return false;
}

bool bidi_language_is_rtl(const char *language)
{
	static const char scripts[] = "Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi";
	static const char languages[] = "ar arc ckb dv fa he iw ji nqo ps sd syr ug ur yi";
	size_t length = strcspn(language, "-");
	const char *script = language + length + (language[length] == '-');

	if (strcspn(script, "-") == 4)
		return is_one_of(script, 4, scripts);
	return is_one_of(language, length, languages);
}

/* Whether anything in the text could run from right to left: letters that do
 * and marks that ask for it begin at U+0590, in UTF-8 at 0xD6. */
static bool is_plain(const char *text, size_t length)
{
	for (size_t at = 0, next; at < length; at = next) {
		FriBidiCharType type;

		next = at + 1;
		if ((unsigned char)text[at] < 0xD6)
			continue;
		next = at;
		type = fribidi_get_bidi_type(text_next(text, &next));
		if (FRIBIDI_IS_RTL(type) || FRIBIDI_IS_EXPLICIT(type) || FRIBIDI_IS_ISOLATE(type))
			return false;
	}
	return true;
}

static struct paragraph read_paragraph(struct arena *arena, const char *text, size_t length)
{
	struct paragraph p = {
		.codes = ARENA_ARRAY(arena, FriBidiChar, length + 1),
		.types = ARENA_ARRAY(arena, FriBidiCharType, length + 1),
		.levels = ARENA_ARRAY(arena, FriBidiLevel, length + 1),
		.offsets = ARENA_ARRAY(arena, size_t, length + 1),
	};

	for (size_t at = 0; at < length; p.n++) {
		p.offsets[p.n] = at;
		p.codes[p.n] = text_next(text, &at);
	}
	p.offsets[p.n] = length;
	fribidi_get_bidi_types(p.codes, (FriBidiStrIndex)p.n, p.types);
	return p;
}

static bool is_sign(FriBidiChar code)
{
	return code == '+' || code == '-' || code == 0xB1 || code == 0x2212;
}

/* A sign before a figure and after no other one is a part of the number, as
 * if a mark of direction stood there (UAX 9, HL3). */
static void bind_signs(struct paragraph *p)
{
	for (size_t i = 0; i + 1 < p->n; i++) {
		bool free = i == 0 || FRIBIDI_IS_NEUTRAL(p->types[i - 1]);

		if (free && is_sign(p->codes[i]) && FRIBIDI_IS_NUMBER(p->types[i + 1]))
			p->types[i] = p->types[i + 1];
	}
}

static bool is_code_part(FriBidiCharType type)
{
	return type == FRIBIDI_TYPE_LTR || type == FRIBIDI_TYPE_EN;
}

/* Codes such as 2026-H2, Latin letters and figures without a space, run from
 * left to right as a whole (UAX 9, HL3): UAX 9 alone would show H2-2026. */
static void bind_codes(struct paragraph *p)
{
	for (size_t from = 0, end; from < p->n; from = end + 1) {
		size_t first = from, last = from;
		bool letters = false;

		for (end = from; end < p->n && p->types[end] != FRIBIDI_TYPE_WS &&
		                 !FRIBIDI_IS_RTL(p->types[end]) &&
		                 p->types[end] != FRIBIDI_TYPE_AN; end++) {
			letters = letters || p->types[end] == FRIBIDI_TYPE_LTR;
			last = is_code_part(p->types[end]) ? end : last;
		}
		while (first < last && !is_code_part(p->types[first]))
			first++;
		for (; letters && first <= last; first++)
			p->types[first] = FRIBIDI_TYPE_LTR;
	}
}

static FriBidiParType base_of(const struct paragraph *p, bool rtl)
{
	bool letters = false;

	for (size_t i = 0; i < p->n; i++) {
		if (!FRIBIDI_IS_LETTER(p->types[i]))
			continue;
		letters = true;
		if (FRIBIDI_IS_RTL(p->types[i]))
			return FRIBIDI_PAR_RTL;
		if (!rtl)
			return FRIBIDI_PAR_LTR;
	}
	return rtl && !letters ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

uint8_t bidi_levels(struct arena *arena, const char *text, size_t length, bool rtl,
                    uint8_t *levels)
{
	struct paragraph p;
	FriBidiParType base;
	FriBidiBracketType *brackets;

	if (!rtl && is_plain(text, length))
		return 0;
	p = read_paragraph(arena, text, length);
	base = base_of(&p, rtl);
	brackets = ARENA_ARRAY(arena, FriBidiBracketType, p.n + 1);
	bind_signs(&p);
	bind_codes(&p);
	fribidi_get_bracket_types(p.codes, (FriBidiStrIndex)p.n, p.types, brackets);
	if (p.n > 0 && fribidi_get_par_embedding_levels_ex(p.types, brackets,
	                   (FriBidiStrIndex)p.n, &base, p.levels) == 0)
		die("out of memory");
	for (size_t i = 0; i < p.n; i++)
		memset(levels + p.offsets[i], p.levels[i], p.offsets[i + 1] - p.offsets[i]);
	return base == FRIBIDI_PAR_RTL;
}

static void reverse(size_t *order, size_t from, size_t to)
{
	for (; from + 1 < to; from++, to--) {
		size_t first = order[from];

		order[from] = order[to - 1];
		order[to - 1] = first;
	}
}

void bidi_order(const uint8_t *levels, size_t n, size_t *order)
{
	uint8_t highest = 0;

	for (size_t i = 0; i < n; i++) {
		order[i] = i;
		highest = levels[i] > highest ? levels[i] : highest;
	}
	for (uint8_t level = highest; level > 0; level--)
		for (size_t from = 0, to; from < n; from = to + 1) {
			for (to = from; to < n && levels[order[to]] >= level;)
				to++;
			reverse(order, from, to);
		}
}
