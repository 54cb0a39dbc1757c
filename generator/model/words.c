#include "model/words.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"

static struct placeholder *find_placeholder(const struct vocabulary *vocabulary, const char *name,
                                            size_t length)
{
	for (size_t i = 0; i < vocabulary->n_placeholders; i++) {
		struct placeholder *placeholder = &vocabulary->placeholders[i];

		if (strncmp(placeholder->name, name, length) == 0 &&
		    placeholder->name[length] == '\0')
			return placeholder;
	}
	return NULL;
}

static struct placeholder *need_placeholder(struct vocabulary *vocabulary, const char *name)
{
	struct placeholder *placeholder = find_placeholder(vocabulary, name, strlen(name));

	if (placeholder == NULL) {
		vocabulary->placeholders =
		    arena_push(vocabulary->arena, vocabulary->placeholders,
		               vocabulary->n_placeholders, sizeof *vocabulary->placeholders);
		placeholder = &vocabulary->placeholders[vocabulary->n_placeholders++];
		placeholder->name = name;
	}
	return placeholder;
}

void words_set(struct vocabulary *vocabulary, const char *name, const char *text)
{
	struct placeholder *placeholder = need_placeholder(vocabulary, name);

	placeholder->text = text;
	placeholder->number = NAN;
}

void words_set_number(struct vocabulary *vocabulary, const char *name, double number, int decimals)
{
	struct placeholder *placeholder = need_placeholder(vocabulary, name);

	placeholder->text =
	    text_number_in(vocabulary->arena, &vocabulary->numbers, number, decimals);
	placeholder->number = number;
}

void words_set_value(struct vocabulary *vocabulary, const char *name, const char *text,
                     double number)
{
	struct placeholder *placeholder = need_placeholder(vocabulary, name);

	placeholder->text = text;
	placeholder->number = number;
}

static bool has_flag(const struct vocabulary *vocabulary, const char *flag)
{
	for (size_t i = 0; i < vocabulary->n_flags; i++)
		if (strcmp(vocabulary->flags[i], flag) == 0)
			return true;
	return false;
}

void words_flag(struct vocabulary *vocabulary, const char *flag, bool holds)
{
	if (!holds || has_flag(vocabulary, flag))
		return;
	vocabulary->flags = arena_push(vocabulary->arena, vocabulary->flags, vocabulary->n_flags,
	                               sizeof *vocabulary->flags);
	vocabulary->flags[vocabulary->n_flags++] = flag;
}

static bool compares(const struct vocabulary *vocabulary, const struct condition *condition)
{
	const struct placeholder *placeholder =
	    find_placeholder(vocabulary, condition->flag, strlen(condition->flag));
	double number = placeholder == NULL ? NAN : placeholder->number;

	switch (condition->comparison) {
	case COMPARE_AT_LEAST:
		return number >= condition->number;
	case COMPARE_AT_MOST:
		return number <= condition->number;
	case COMPARE_ABOVE:
		return number > condition->number;
	case COMPARE_BELOW:
		return number < condition->number;
	case COMPARE_EQUAL:
		return number == condition->number;
	case COMPARE_NONE:
	case COMPARE_COUNT:
		break;
	}
	return has_flag(vocabulary, condition->flag);
}

bool words_hold(const struct vocabulary *vocabulary, const struct condition *conditions,
                size_t n_conditions)
{
	for (size_t i = 0; i < n_conditions; i++)
		if (compares(vocabulary, &conditions[i]) == conditions[i].negated)
			return false;
	return true;
}

const struct wording *words_find(const struct wording *words, size_t n_words, const char *key)
{
	for (size_t i = 0; i < n_words; i++)
		if (strcmp(words[i].key, key) == 0)
			return &words[i];
	return NULL;
}

/* {name|one|many}: the word that fits the number. */
static void add_choice(struct buf *out, const struct placeholder *placeholder, const char *one,
                       const char *end)
{
	const char *many = memchr(one, '|', (size_t)(end - one));

	if (many == NULL)
		buf_add(out, one, (size_t)(end - one));
	else if (placeholder->number == 1)
		buf_add(out, one, (size_t)(many - one));
	else
		buf_add(out, many + 1, (size_t)(end - many - 1));
}

/* What stands between braces from `inside` to `end`. */
static void add_placeholder(struct vocabulary *vocabulary, struct buf *out, const char *inside,
                            const char *end, struct pos pos)
{
	const char *bar = memchr(inside, '|', (size_t)(end - inside));
	size_t length = (size_t)((bar == NULL ? end : bar) - inside);
	const struct placeholder *placeholder = find_placeholder(vocabulary, inside, length);
	const char *names[64];
	size_t n = 0;
	char *list;

	if (placeholder != NULL && bar != NULL) {
		add_choice(out, placeholder, bar + 1, end);
		return;
	}
	if (placeholder != NULL) {
		buf_adds(out, placeholder->text);
		return;
	}
	for (; n < vocabulary->n_placeholders && n < sizeof names / sizeof *names; n++)
		names[n] = vocabulary->placeholders[n].name;
	list = text_join(vocabulary->arena, names, n, "and");
	diag_error(vocabulary->diag, pos, arena_printf(vocabulary->arena, "known here: %s", list),
	           "no placeholder is called '%.*s'", (int)length, inside);
}

const char *words_fill_text(struct vocabulary *vocabulary, const char *text, struct pos pos)
{
	struct buf out = {.arena = vocabulary->arena};

	while (*text != '\0') {
		size_t plain = strcspn(text, "{");
		const char *end;

		buf_add(&out, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		end = text[1] == '{' ? NULL : strchr(text, '}');
		if (end == NULL) {
			buf_adds(&out, "{");
			text += text[1] == '{' ? 2 : 1;
			continue;
		}
		add_placeholder(vocabulary, &out, text + 1, end, pos);
		text = end + 1;
	}
	return buf_text(&out);
}

const char *words_fill(struct vocabulary *vocabulary, const struct wording *words, size_t n_words,
                       const char *key)
{
	const struct wording *wording = words_find(words, n_words, key);

	for (size_t i = 0; wording != NULL && i < wording->n_variants; i++) {
		const struct variant *variant = &wording->variants[i];

		if (words_hold(vocabulary, variant->conditions, variant->n_conditions))
			return words_fill_text(vocabulary, variant->text, variant->pos);
	}
	return NULL;
}
