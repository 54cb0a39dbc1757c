/* Words about text that the rest of the program shares; the only module that
 * uses libunistring. All strings are UTF-8 and end with a NUL unless a length
 * is given. */
#ifndef WAYMARK_TEXT_H
#define WAYMARK_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* The offset of the first byte that is not valid UTF-8, or `length`. */
size_t text_invalid_at(const char *text, size_t length);

/* Reads one code point at text[*at] (valid UTF-8) and moves *at past it. */
uint32_t text_next(const char *text, size_t *at);

/* Characters, not bytes. */
size_t text_length(const char *text);

/* Whether the code point takes no part in text that people read: controls,
 * bidirectional overrides, non-characters. Tab and newline are allowed. */
bool text_is_forbidden(uint32_t code);

/* Whether the code point is never visible by itself: joiners, variation
 * selectors, a soft hyphen where no line ends. */
bool text_is_ignorable(uint32_t code);

/* Where a line may or must end after UAX 14: breaks[i] is TEXT_BREAK_* for
 * the place before byte i. `breaks` has room for `length` entries. */
enum { TEXT_BREAK_NO, TEXT_BREAK_MAY, TEXT_BREAK_MUST };
void text_line_breaks(const char *text, size_t length, char *breaks);

/* Upper case after the rules of Unicode, for codes and headings. */
char *text_upper(struct arena *arena, const char *text);

/* Lower case, for names of levels within a sentence. */
char *text_lower(struct arena *arena, const char *text);

/* The candidate that is nearest to `word` (at most a third of its letters
 * differ), or NULL. */
const char *text_nearest(const char *word, const char *const *candidates, size_t n);

/* "a, b and c" in an arena; `last` is the word before the last one. */
char *text_join(struct arena *arena, const char *const *words, size_t n, const char *last);

/* How a language writes numbers; NULL is ".", a real minus (U+2212) and nothing
 * between thousands. */
struct number_style {
	const char *decimal_sign, *minus_sign;
	const char *group_sign; /* between the figures of thousands: "12,000" */
};

/* A number with a fixed count of decimals, rounded half away from zero and
 * never "-0"; text_signed adds a plus sign. */
char *text_number(struct arena *arena, double value, int decimals);
char *text_signed(struct arena *arena, double value, int decimals);

/* The same as a language writes them. */
char *text_number_in(struct arena *arena, const struct number_style *style, double value,
                     int decimals);
char *text_signed_in(struct arena *arena, const struct number_style *style, double value,
                     int decimals);

/* FNV-1a, 64 bits: a stable number for a string. */
uint64_t text_hash(const char *text);

#endif
