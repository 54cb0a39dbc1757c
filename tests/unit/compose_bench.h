/* What the tests of compose/ share: a template in which every word uses every
 * placeholder that it may, and answers for the small frameworks. */
#ifndef WAYMARK_COMPOSE_BENCH_H
#define WAYMARK_COMPOSE_BENCH_H

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "compose/compose.h"
#include "compose/sections.h"
#include "compose/vocabulary.h"
#include "model/theme.h"
#include "score/score.h"
#include "score_fixture.h"

struct bench {
	struct arena *arena;
	struct diag *diag;
	struct template template;
	struct theme theme;
	struct compose_input input;
};

static inline struct bench bench_new(enum template_kind kind)
{
	struct bench bench = {.arena = arena_new()};

	bench.diag = diag_new(bench.arena);
	bench.template = (struct template){.id = "t", .kind = kind, .language = "en",
	                                   .theme = "x", .minimum_group = 5};
	return bench;
}

static inline struct framework *named(struct framework *framework)
{
	static const char *const titles[] = {"Overall", "Section", "Item"};

	framework->code = "ra20";
	for (size_t i = 0; i < framework->n_levels; i++)
		framework->levels[i].title = framework->levels[i].plural = titles[i];
	return framework;
}

/* Without the weight and the turn of the items of section b. */
static inline struct framework *plain(struct framework *framework)
{
	framework->elements[8].weight = 1;
	framework->elements[9].reversed = false;
	return framework;
}

/* Sets the input; call it where the bench does not move any more. */
static inline struct compose_input *bench_input(struct bench *bench,
                                                const struct framework *framework,
                                                const struct scores *scores)
{
	bench->input = (struct compose_input){.framework = framework, .template = &bench->template,
	                                      .theme = &bench->theme, .scores = scores,
	                                      .program = "Waymark"};
	return &bench->input;
}

static inline struct wording wording_new(struct arena *arena, const char *key, const char *text)
{
	struct wording wording = {.key = key, .n_variants = 1};

	wording.variants = ARENA_NEW(arena, struct variant);
	wording.variants->text = text;
	return wording;
}

/* Every placeholder of the lists, each in braces. */
static inline const char *all_placeholders(struct arena *arena, const char *common, const char *own)
{
	struct buf out = {.arena = arena};
	const char *lists[] = {common, own};

	for (size_t i = 0; i < 2; i++)
		for (const char *at = lists[i]; *at != '\0'; at += strspn(at, " ")) {
			size_t length = strcspn(at, " ");
			char mark = at[length - 1];
			size_t bare = length - (mark == '#' || mark == '*');

			buf_addf(&out, "{%.*s}", (int)bare, at);
			if (mark == '#')
				buf_addf(&out, "{%.*s-word}{%.*s|one|many}", (int)bare, at,
				         (int)bare, at);
			if (mark == '*')
				buf_addf(&out, "{%.*ss}", (int)bare, at);
			at += length;
		}
	return buf_text(&out);
}

static inline struct wording *all_words(struct arena *arena, const struct word_kind *kinds,
                                        const char *common, size_t *n)
{
	struct wording *words = ARENA_ARRAY(arena, struct wording, 128);

	for (*n = 0; kinds[*n].key != NULL; (*n)++)
		words[*n] = wording_new(arena, kinds[*n].key,
		                        all_placeholders(arena, common, kinds[*n].placeholders));
	return words;
}

/* A template with every section of the kind, whose every word uses every
 * placeholder that the tables grant it. */
static inline void fill_template(struct bench *bench)
{
	struct template *template = &bench->template;
	const char *common = vocabulary_placeholders[template->kind];

	/* The common ones are made of the document's words, so these use only their own. */
	template->words = all_words(bench->arena, document_words[template->kind], "",
	                            &template->n_words);
	for (size_t i = 0; i < template->n_words; i++)
		if (strcmp(template->words[i].key, "decimal-sign") == 0)
			template->words[i].variants->text = ".";
	template->sections = ARENA_ARRAY(bench->arena, struct template_section, 64);
	for (const struct section_kind *kind = section_kinds; kind->name != NULL; kind++) {
		struct template_section *section = &template->sections[template->n_sections];

		if (kind->template != template->kind)
			continue;
		section->kind = kind->name;
		section->words = all_words(bench->arena, kind->words, common, &section->n_words);
		template->n_sections++;
	}
}

/* `n` people whose answers go up and down, one of them with blanks. */
static inline const struct scores *people(struct arena *arena, const struct framework *framework,
                                          size_t n)
{
	struct answers *answers = fixture_answers(arena, framework);
	bool marks = framework_is_marks(framework);

	for (size_t person = 0; person < n; person++) {
		int values[32];

		for (size_t i = 0; i < framework->n_items; i++) {
			int step = (int)((person * 3 + i * 2) % 5);

			values[i] = marks ? (step > 2 ? 1 : step > 0 ? -1 : BLANK) : step + 1;
		}
		if (person == 1)
			values[0] = BLANK;
		fixture_sheet(arena, answers, arena_printf(arena, "P%zu", person), values);
	}
	return score_wave(arena, answers, "w1");
}

static inline const struct block *find_block(const struct block *blocks, size_t n,
                                             enum block_kind kind)
{
	for (size_t i = 0; i < n; i++) {
		const struct block *found = &blocks[i];

		if (found->kind != kind)
			found = find_block(found->children, found->n_children, kind);
		if (found != NULL)
			return found;
	}
	return NULL;
}

static inline const struct block *in_document(const struct document *document, enum block_kind kind)
{
	return find_block(document->blocks, document->n_blocks, kind);
}

#endif
