/* Texts that run from right to left, after UAX 9; the only module that uses
 * FriBidi. A level says how deep a character is embedded: even ones run from
 * left to right, odd ones from right to left. */
#ifndef WAYMARK_BIDI_H
#define WAYMARK_BIDI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The highest level there is (UAX 9, max_depth and rule I1). */
enum { BIDI_LEVEL_MAX = 126 };

struct arena;

/* Whether the language of a tag ("ar", "pa-Arab") is written from right to left. */
bool bidi_language_is_rtl(const char *language);

/* Levels of a paragraph (valid UTF-8 without line ends): levels[i] for byte i,
 * zeroed by the caller. Returns the paragraph's own level, 0 or 1: that of its
 * first letter; `rtl` documents have left-to-right paragraphs only where there
 * are no letters but such. Beyond UAX 9 a sign stays in front of its number,
 * and a code of Latin letters and figures in one piece. */
uint8_t bidi_levels(struct arena *arena, const char *text, size_t length, bool rtl,
                    uint8_t *levels);

/* Rule L2: order[i] is which of n neighbours on a line stands i-th from the left. */
void bidi_order(const uint8_t *levels, size_t n, size_t *order);

#endif
