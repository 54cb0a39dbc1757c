#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "compose/compose.h"
#include "compose/sections.h"
#include "compose/vocabulary.h"
#include "model/words.h"

/* A list of names that grows. */
struct names {
	struct arena *arena;
	const char **names;
	size_t n_names;
};

/* What there is to say and to ask at one place. */
struct known {
	struct names placeholders, flags;
};

struct check {
	struct arena *arena;
	struct diag *diag;
	const struct template *template;
};

static void push(struct names *names, const char *name)
{
	names->names = arena_push(names->arena, names->names, names->n_names,
	                          sizeof *names->names);
	names->names[names->n_names++] = name;
}

static const char *capital(struct arena *arena, const char *name)
{
	char *copy = arena_strdup(arena, name);

	if (copy[0] >= 'a' && copy[0] <= 'z')
		copy[0] = (char)(copy[0] - 'a' + 'A');
	return copy;
}

/* One name of a table with what its mark stands for; see vocabulary.h. */
static void push_marked(struct names *names, const char *word, size_t length)
{
	char mark = word[length - 1];
	const char *name = arena_strndup(names->arena, word,
	                                 length - (mark == '#' || mark == '*'));
	const char *second = mark == '#' ? "-word" : "s";

	push(names, name);
	if (mark != '#' && mark != '*')
		return;
	second = arena_printf(names->arena, "%s%s", name, second);
	push(names, second);
	push(names, capital(names->arena, second));
	if (mark == '*')
		push(names, capital(names->arena, name));
}

/* Adds the names of a list that blanks part. */
static void push_list(struct names *names, const char *list)
{
	while (list != NULL && *list != '\0') {
		size_t length = strcspn(list, " ");

		if (length > 0)
			push_marked(names, list, length);
		list += length;
		list += strspn(list, " ");
	}
}

static bool has(const struct names *names, const char *name)
{
	for (size_t i = 0; i < names->n_names; i++)
		if (strcmp(names->names[i], name) == 0)
			return true;
	return false;
}

/* "did you mean 'x'?" or, without a near one, all that there are. */
static const char *suggest(const struct names *names, const char *name)
{
	const char *near = text_nearest(name, names->names, names->n_names);

	if (near != NULL)
		return arena_printf(names->arena, "did you mean '%s'?", near);
	if (names->n_names == 0)
		return NULL;
	return arena_printf(names->arena, "known here: %s",
	                    text_join(names->arena, names->names, names->n_names, "and"));
}

static bool check_conditions(const struct check *check, const struct condition *conditions,
                             size_t n, const struct known *known, struct pos pos)
{
	bool right = true;

	for (size_t i = 0; i < n; i++) {
		bool compared = conditions[i].comparison != COMPARE_NONE;
		const struct names *names = compared ? &known->placeholders : &known->flags;

		if (has(names, conditions[i].flag))
			continue;
		diag_error(check->diag, pos, suggest(names, conditions[i].flag),
		           "no %s is called '%s'", compared ? "placeholder" : "flag",
		           conditions[i].flag);
		right = false;
	}
	return right;
}

/* The placeholders of one text: {name} and {name|one|many}. */
static bool check_text(const struct check *check, const struct variant *variant,
                       const struct names *placeholders)
{
	bool right = true;

	for (const char *at = strchr(variant->text, '{'); at != NULL; at = strchr(at, '{')) {
		size_t length = strcspn(at + 1, "|}");
		const char *name = arena_strndup(check->arena, at + 1, length);

		if (at[1] == '{') {
			at += 2;
			continue;
		}
		if (strchr(at, '}') == NULL) {
			diag_error(check->diag, variant->pos, "write {{ for a brace itself",
			           "this brace is not closed: '%.20s'", at);
			return false;
		}
		if (!has(placeholders, name)) {
			diag_error(check->diag, variant->pos, suggest(placeholders, name),
			           "no placeholder is called '%s'", name);
			right = false;
		}
		at++;
	}
	return right;
}

static bool check_wording(const struct check *check, const struct wording *wording,
                          const struct known *known)
{
	bool right = true;

	for (size_t i = 0; i < wording->n_variants; i++) {
		const struct variant *variant = &wording->variants[i];

		if (!check_conditions(check, variant->conditions, variant->n_conditions, known,
		                      variant->pos))
			right = false;
		if (!check_text(check, variant, &known->placeholders))
			right = false;
	}
	return right;
}

static const struct word_kind *find_word(const struct word_kind *kinds, const char *key)
{
	for (; kinds->key != NULL; kinds++)
		if (strcmp(kinds->key, key) == 0 || strcmp(kinds->key, ANY_WORD) == 0)
			return kinds;
	return NULL;
}

static bool report_unknown_word(const struct check *check, const struct wording *wording,
                                const struct word_kind *kinds)
{
	struct names known = {.arena = check->arena};

	for (; kinds->key != NULL; kinds++)
		push(&known, kinds->key);
	diag_error(check->diag, wording->pos, suggest(&known, wording->key),
	           "no words are called '%s' here", wording->key);
	return false;
}

/* The words at one place: none missing, none unknown, each sound. */
static bool check_words(const struct check *check, const struct wording *words, size_t n_words,
                        const struct word_kind *kinds, const char *more_flags)
{
	enum template_kind kind = check->template->kind;
	struct known known = {.flags = {.arena = check->arena}};
	bool right = true;

	push_list(&known.flags, vocabulary_flags[kind]);
	push_list(&known.flags, more_flags);
	for (size_t i = 0; i < n_words; i++) {
		const struct word_kind *word = find_word(kinds, words[i].key);

		if (word == NULL) {
			right = report_unknown_word(check, &words[i], kinds);
			continue;
		}
		known.placeholders = (struct names){.arena = check->arena};
		push_list(&known.placeholders, vocabulary_placeholders[kind]);
		push_list(&known.placeholders, word->placeholders);
		if (!check_wording(check, &words[i], &known))
			right = false;
	}
	return right;
}

static bool check_required(const struct check *check, const struct wording *words,
                           size_t n_words, const struct word_kind *kinds, struct pos pos)
{
	bool right = true;

	for (; kinds->key != NULL; kinds++) {
		if (!kinds->required || words_find(words, n_words, kinds->key) != NULL)
			continue;
		diag_error(check->diag, pos, NULL, "the words '%s' are missing here", kinds->key);
		right = false;
	}
	return right;
}

static bool report_unknown_section(const struct check *check,
                                   const struct template_section *section)
{
	enum template_kind kind = check->template->kind;
	struct names known = {.arena = check->arena};

	for (const struct section_kind *row = section_kinds; row->name != NULL; row++)
		if (row->template == kind)
			push(&known, row->name);
	diag_error(check->diag, section->pos, suggest(&known, section->kind),
	           "a template of kind %s has no section '%s'", template_kind_names[kind],
	           section->kind);
	return false;
}

static bool check_section(const struct check *check, const struct template_section *section)
{
	enum template_kind template = check->template->kind;
	const struct section_kind *kind = section_kind_find(section->kind, template);
	struct known known = {.placeholders = {.arena = check->arena},
	                      .flags = {.arena = check->arena}};
	bool right;

	if (kind == NULL)
		return report_unknown_section(check, section);
	push_list(&known.placeholders, vocabulary_placeholders[template]);
	push_list(&known.flags, vocabulary_flags[template]);
	right = check_conditions(check, section->conditions, section->n_conditions, &known,
	                         section->pos);
	if (!check_words(check, section->words, section->n_words, kind->words, kind->flags))
		right = false;
	if (!check_required(check, section->words, section->n_words, kind->words, section->pos))
		right = false;
	return right;
}

bool compose_check(const struct template *template, struct diag *diag)
{
	const struct word_kind *words = document_words[template->kind];
	struct check check = {NULL, diag, template};
	bool right = true;

	/* Workbooks have no sections of wording; xlsx/ knows its sheets. */
	if (words == NULL)
		return true;
	check.arena = arena_new();
	if (!check_words(&check, template->words, template->n_words, words, ""))
		right = false;
	if (!check_required(&check, template->words, template->n_words, words, template->pos))
		right = false;
	for (size_t i = 0; i < template->n_sections; i++)
		if (!check_section(&check, &template->sections[i]))
			right = false;
	arena_free(check.arena);
	return right;
}
