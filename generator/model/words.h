/* Wording from a template, filled with what is known.
 *
 * A vocabulary holds the placeholders and flags of one document. words_fill
 * picks the first variant whose conditions hold and fills its placeholders:
 * {name} is replaced by its text, {name|one|many} by the first word when the
 * number is 1, by the second otherwise; {{ stands for a brace.
 */
#ifndef WAYMARK_WORDS_H
#define WAYMARK_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "model/template.h"

struct arena;
struct diag;

struct placeholder {
	const char *name, *text;
	double number;
};

struct vocabulary {
	struct arena *arena;
	struct diag *diag;
	struct number_style numbers; /* all NULL: as text_number writes them */
	struct placeholder *placeholders;
	size_t n_placeholders;
	const char **flags; /* those that hold */
	size_t n_flags;
};

/* Sets a placeholder, or sets it anew. */
void words_set(struct vocabulary *vocabulary, const char *name, const char *text);

/* A number with this many decimals, in the vocabulary's style. */
void words_set_number(struct vocabulary *vocabulary, const char *name, double number,
                      int decimals);

/* A text that stands for a number, which conditions compare. */
void words_set_value(struct vocabulary *vocabulary, const char *name, const char *text,
                     double number);

void words_flag(struct vocabulary *vocabulary, const char *flag, bool holds);

bool words_hold(const struct vocabulary *vocabulary, const struct condition *conditions,
                size_t n_conditions);

const struct wording *words_find(const struct wording *words, size_t n_words, const char *key);

/* The filled text of `key`, or NULL when the key is not there or no variant
 * holds. A placeholder that does not exist is recorded with its position. */
const char *words_fill(struct vocabulary *vocabulary, const struct wording *words,
                       size_t n_words, const char *key);

/* Fills one text; `pos` is where problems are reported. */
const char *words_fill_text(struct vocabulary *vocabulary, const char *text, struct pos pos);

#endif
