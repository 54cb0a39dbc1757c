#include "xlsx/xlsx.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/words.h"
#include "xlsx/names.h"
#include "xlsx/parts.h"

/* More than any part or the document takes. */
enum { WORDS_MOST = 256 };

struct check {
	struct arena *arena;
	struct diag *diag;
	const struct template *template;
	const struct part_set *set;
	const struct template_section *sections[PART_COUNT];
	bool right;
};

static void complain(struct check *check, struct pos pos, const char *accepted,
                     const char *problem)
{
	diag_error(check->diag, pos, accepted, "%s", problem);
	check->right = false;
}

/* Whether a list with blanks between its words has this one. */
static bool list_has(const char *list, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = strstr(list, word); at != NULL; at = strstr(at + 1, word))
		if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static size_t split_list(struct arena *arena, const char *list, const char **words)
{
	size_t n = 0;

	while (*list != '\0' && n < WORDS_MOST) {
		size_t length = strcspn(list, " ");

		words[n++] = arena_strndup(arena, list, length);
		list += length;
		list += strspn(list, " ");
	}
	return n;
}

static const char *suggest(struct check *check, const char *list, const char *word)
{
	const char *words[WORDS_MOST];
	size_t n = split_list(check->arena, list, words);
	const char *near = text_nearest(word, words, n);

	if (near != NULL)
		return arena_printf(check->arena, "did you mean '%s'?", near);
	return arena_printf(check->arena, "known here: %s",
	                    text_join(check->arena, words, n, "and"));
}

static void check_flags(struct check *check, const struct condition *conditions, size_t n,
                        struct pos pos)
{
	for (size_t i = 0; i < n; i++)
		if (!list_has(part_flags, conditions[i].flag))
			complain(check, pos, suggest(check, part_flags, conditions[i].flag),
			         arena_printf(check->arena, "no flag is called '%s'",
			                      conditions[i].flag));
}

/* Words that stand here: each known by `list`, its conditions too. */
static void check_known(struct check *check, const struct wording *words, size_t n,
                        const char *list)
{
	for (size_t i = 0; i < n; i++) {
		if (!list_has(list, words[i].key))
			complain(check, words[i].pos, suggest(check, list, words[i].key),
			         arena_printf(check->arena, "no words are called '%s' here",
			                      words[i].key));
		for (size_t j = 0; j < words[i].n_variants; j++)
			check_flags(check, words[i].variants[j].conditions,
			            words[i].variants[j].n_conditions, words[i].variants[j].pos);
	}
}

static void check_needed(struct check *check, const struct template_section *section,
                         const char *list, struct pos pos)
{
	const struct template *template = check->template;
	const char *words[WORDS_MOST];
	size_t n = split_list(check->arena, list, words);

	for (size_t i = 0; i < n; i++) {
		bool own = section != NULL &&
		           words_find(section->words, section->n_words, words[i]) != NULL;

		if (!own && words_find(template->words, template->n_words, words[i]) == NULL)
			complain(check, pos, NULL,
			         arena_printf(check->arena, "the words '%s' are missing here",
			                      words[i]));
	}
}

static void check_name(struct check *check, const struct template_section *section)
{
	const struct wording *name = words_find(section->words, section->n_words, "name");
	const char *text;

	if (name == NULL)
		return; /* said already */
	text = name->n_variants == 1 && name->variants[0].n_conditions == 0
	           ? name->variants[0].text
	           : "";
	if (!name_fits(check->arena, text))
		complain(check, name->pos, NAME_RULE,
		         "spreadsheets do not take this as the name of a sheet");
	for (enum part part = 0; part < PART_COUNT; part++) {
		const struct template_section *other = check->sections[part];
		const struct wording *taken =
		    other == NULL ? NULL : words_find(other->words, other->n_words, "name");

		if (taken != NULL && taken->n_variants > 0 &&
		    name_same(check->arena, text, taken->variants[0].text))
			complain(check, name->pos, NULL, "another sheet has this name already");
	}
}

static const char *all_parts(const struct check *check)
{
	const char *list = "";

	for (enum part part = 0; part < PART_COUNT; part++)
		if (check->set->kinds[part].name != NULL)
			list = arena_printf(check->arena, "%s%s%s", list,
			                    *list == '\0' ? "" : " ",
			                    check->set->kinds[part].name);
	return list;
}

static void check_section(struct check *check, const struct template_section *section)
{
	enum part part = part_find(check->set, section->kind);
	const char *accepted;

	if (part == PART_COUNT) {
		accepted = suggest(check, all_parts(check), section->kind);
		complain(check, section->pos, accepted,
		         arena_printf(check->arena, "a %s has no sheet of kind '%s'",
		                      check->set->file, section->kind));
		return;
	}
	if (check->sections[part] != NULL)
		complain(check, section->pos, NULL, "this kind of sheet is there already");
	check_flags(check, section->conditions, section->n_conditions, section->pos);
	check_known(check, section->words, section->n_words, check->set->kinds[part].words);
	check_needed(check, section, check->set->kinds[part].words, section->pos);
	check_name(check, section);
	check->sections[part] = section;
}

/* The words of all sheets together; any of them may stand in the document. */
static const char *all_words(const struct check *check)
{
	const char *list = check->set->words;

	for (enum part part = 0; part < PART_COUNT; part++)
		if (check->set->kinds[part].name != NULL)
			list = arena_printf(check->arena, "%s %s", list,
			                    check->set->kinds[part].words);
	return list;
}

/* A sheet that formulas point at cannot be left out. */
static void check_parts(struct check *check)
{
	for (enum part part = 0; part < PART_COUNT; part++)
		if (check->set->kinds[part].name != NULL && check->sections[part] == NULL)
			complain(check, check->template->pos, NULL,
			         arena_printf(check->arena, "a section of kind '%s' is missing",
			                      check->set->kinds[part].name));
		else if (check->sections[part] != NULL &&
		         check->sections[part]->n_conditions > 0)
			complain(check, check->sections[part]->pos, NULL,
			         "sheets cannot depend on conditions, for formulas "
			         "point from one to the other");
}

bool xlsx_check_template(const struct template *template, struct diag *diag)
{
	struct check check = {.arena = arena_new(), .diag = diag, .template = template,
	                      .set = part_set(template), .right = true};

	check_known(&check, template->words, template->n_words, all_words(&check));
	check_needed(&check, NULL, check.set->words, template->pos);
	for (size_t i = 0; i < template->n_sections; i++)
		check_section(&check, &template->sections[i]);
	check_parts(&check);
	arena_free(check.arena);
	return check.right;
}
