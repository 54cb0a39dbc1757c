#include "model/template.h"

#include <string.h>

#include "base/arena.h"
#include "model/words.h"

const char *const template_kind_names[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = "worksheet",
	[TEMPLATE_GROUP] = "group",
	[TEMPLATE_INDIVIDUAL] = "individual",
	[TEMPLATE_WORKBOOK] = "workbook",
	[TEMPLATE_FORM] = "form",
};

const char *const comparison_signs[COMPARE_COUNT] = {
	[COMPARE_AT_LEAST] = ">=",
	[COMPARE_AT_MOST] = "<=",
	[COMPARE_ABOVE] = ">",
	[COMPARE_BELOW] = "<",
	[COMPARE_EQUAL] = "=",
};

static bool leaves_out(const struct template_section *section, const char *key)
{
	for (size_t i = 0; i < section->n_without; i++)
		if (strcmp(section->without[i], key) == 0)
			return true;
	return false;
}

/* The words of `section` with those of `from` behind them whose keys they do not have. */
static void join(struct arena *arena, struct template_section *section, const struct wording *from,
                 size_t n_from)
{
	size_t n = section->n_words;
	struct wording *all = ARENA_ARRAY(arena, struct wording, n + n_from);

	for (size_t i = 0; i < n; i++)
		all[i] = section->words[i];
	for (size_t i = 0; i < n_from; i++)
		if (words_find(section->words, section->n_words, from[i].key) == NULL &&
		    !leaves_out(section, from[i].key))
			all[n++] = from[i];
	section->words = all;
	section->n_words = n;
}

static const struct template_section *find_kind(const struct template *template, const char *kind)
{
	for (size_t i = 0; i < template->n_sections; i++)
		if (strcmp(template->sections[i].kind, kind) == 0)
			return &template->sections[i];
	return NULL;
}

void template_inherit(struct arena *arena, struct template *template,
                      const struct template *base)
{
	struct template_section whole = {.words = template->words, .n_words = template->n_words};

	join(arena, &whole, base->words, base->n_words);
	template->words = whole.words;
	template->n_words = whole.n_words;
	for (size_t i = 0; i < template->n_sections; i++) {
		struct template_section *section = &template->sections[i];
		const struct template_section *like = find_kind(base, section->kind);

		if (like != NULL)
			join(arena, section, like->words, like->n_words);
	}
}
