#include "compose/compose.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/sections.h"
#include "compose/vocabulary.h"

/* A copy that nobody numbered. */
static const char standard_copy[] = "0000";

static struct composer begin(struct arena *arena, const struct compose_input *input,
                             struct diag *diag)
{
	struct composer composer = {
		.arena = arena,
		.diag = diag,
		.input = input,
		.framework = input->framework,
		.vocabulary = {.arena = arena, .diag = diag},
		.person = SIZE_MAX,
	};

	return composer;
}

static void add_sections(struct composer *composer)
{
	const struct template *template = composer->input->template;

	for (size_t i = 0; i < template->n_sections; i++) {
		const struct template_section *section = &template->sections[i];
		const struct section_kind *kind =
		    section_kind_find(section->kind, template->kind);
		size_t opened = composer_open_flags(composer);

		if (kind == NULL ||
		    (composer->input->n_only > 0 && !section_kind_has_parts(kind)) ||
		    !words_hold(&composer->vocabulary, section->conditions, section->n_conditions))
			continue;
		composer->section = section;
		kind->compose(composer);
		composer_close_flags(composer, opened);
	}
}

static struct document *make_document(struct composer *composer, enum furniture furniture)
{
	const struct compose_input *input = composer->input;
	struct document *document = ARENA_NEW(composer->arena, struct document);

	document->title = composer_say_document(composer, "title");
	document->subject = composer_say_document(composer, "subject");
	document->language = input->template->language;
	document->furniture = furniture;
	document->paper = input->paper;
	document->landscape = input->template->landscape;
	document->theme = input->theme;
	document->head_left = composer_say_document(composer, "head-left");
	document->head_right = composer_say_document(composer, "head-right");
	/* Known when the pages are counted. */
	composer_set(composer, "page", "{page}");
	composer_set(composer, "pages", "{pages}");
	composer_set(composer, "code", "{code}");
	document->foot.left = composer_say_document(composer, "foot-left");
	document->foot.middle = composer_say_document(composer, "foot-middle");
	document->foot.right = composer_say_document(composer, "foot-right");
	return document;
}

static struct document *finish(struct composer *composer, enum furniture furniture)
{
	struct document *document = make_document(composer, furniture);

	add_sections(composer);
	document->blocks = composer->blocks.blocks;
	document->n_blocks = composer->blocks.n_blocks;
	return document;
}

struct document *compose_worksheet(struct arena *arena, const struct compose_input *input,
                                   const char *name, const char *copy, struct diag *diag)
{
	struct composer composer = begin(arena, input, diag);
	const struct framework *f = input->framework;
	const char *mark = input->theme->sheet_mark;
	size_t before = diag_n_errors(diag);
	struct document *document;

	composer.name = name;
	vocabulary_set(&composer);
	document = finish(&composer, FURNITURE_WORKSHEET);
	document->code = text_upper(
	    arena, arena_printf(arena, "WM-%s-%s%s-%s", f->code, f->version,
	                        mark == NULL ? "" : mark,
	                        copy == NULL ? standard_copy : copy));
	if (document->n_blocks == 0 && diag_n_errors(diag) == before)
		diag_error(diag, input->template->pos, NULL,
		           "there is nothing in %s to make a sheet of with this template", f->id);
	document->bookmark = name;
	document->framework = f->id;
	document->version = f->version;
	document->copy = copy;
	document->flat = input->flat;
	return document;
}

struct document *compose_group_report(struct arena *arena, const struct compose_input *input,
                                      struct diag *diag)
{
	struct composer composer = begin(arena, input, diag);
	struct document *document;

	vocabulary_set(&composer);
	document = finish(&composer, FURNITURE_REPORT);
	document->author = composer_organisation(&composer);
	return document;
}

struct document *compose_overview(struct arena *arena, const struct compose_input *inputs,
                                  size_t n_inputs, struct diag *diag)
{
	struct document *document = NULL;
	struct blocks blocks = {0};

	for (size_t i = 0; i < n_inputs; i++) {
		struct composer composer = begin(arena, &inputs[i], diag);

		vocabulary_set(&composer);
		if (document == NULL)
			document = make_document(&composer, FURNITURE_REPORT);
		document->author = composer_organisation(&composer);
		composer.blocks = blocks;
		add_sections(&composer);
		blocks = composer.blocks;
	}
	document->blocks = blocks.blocks;
	document->n_blocks = blocks.n_blocks;
	return document;
}

struct document *compose_individual_report(struct arena *arena,
                                           const struct compose_input *input, size_t person,
                                           struct diag *diag)
{
	struct composer composer = begin(arena, input, diag);
	struct document *document;

	composer.person = person;
	vocabulary_set(&composer);
	document = finish(&composer, FURNITURE_REPORT);
	document->author = composer_organisation(&composer);
	return document;
}
