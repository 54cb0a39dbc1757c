#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "yaml/raw_links.h"
#include "yaml/raw_sheet.h"
#include "yaml/read.h"

static void read_comments(const struct bind *bind, const struct framework *framework,
                          const struct raw_sheet *raw, struct sheet *sheet)
{
	sheet->comments = ARENA_ARRAY(bind->arena, struct comment, raw->n_comments);
	for (size_t i = 0; i < raw->n_comments; i++) {
		const struct raw_pair *comment = &raw->comments[i];
		size_t element = raw_find_asked(bind, framework, sheet->revision, &comment->bound,
		                                PART_ANY);

		if (element != SIZE_MAX)
			sheet->comments[sheet->n_comments++] =
			    (struct comment){element, comment->text};
	}
}

static size_t find_category(const struct bind *bind, const struct framework *framework,
                            const struct raw_action *raw)
{
	const char **ids = ARENA_ARRAY(bind->arena, const char *, framework->n_plan);

	for (size_t i = 0; i < framework->n_plan; i++) {
		ids[i] = framework->plan[i].id;
		if (strcmp(ids[i], raw->category) == 0)
			return i;
	}
	diag_error(bind->diag, bind_pos(&raw->bound, "category"),
	           bind_accepted(bind, raw->category, ids, framework->n_plan),
	           "%s is not a category of the action plan of %s",
	           node_quote(bind->arena, raw->category), framework->id);
	return SIZE_MAX;
}

static void read_plan(const struct bind *bind, const struct framework *framework,
                      const struct raw_sheet *raw, struct sheet *sheet)
{
	sheet->actions = ARENA_ARRAY(bind->arena, struct action, raw->n_plan);
	sheet->n_actions = raw->n_plan;
	for (size_t i = 0; i < raw->n_plan; i++) {
		const struct raw_action *action = &raw->plan[i];
		struct action *to = &sheet->actions[i];

		*to = (struct action){.text = action->text, .category = SIZE_MAX,
		                      .owner = action->owner, .due = action->due,
		                      .element = SIZE_MAX, .n_links = action->n_serves};
		if (action->category != NULL)
			to->category = find_category(bind, framework, action);
		if (action->section != NULL)
			to->element = raw_find_element(bind, framework, action->section,
			                               bind_pos(&action->bound, "section"),
			                               PART_SECTION);
		to->links = raw_read_links(bind, &action->bound, action->serves, &to->n_links);
	}
}

/* An individual sheet has a respondent, a consensus has none. */
static void read_respondent(const struct bind *bind, const struct raw_sheet *raw,
                            struct sheet *sheet)
{
	const struct raw_respondent *respondent = &raw->respondent;
	bool named = bind_has(&raw->bound, "respondent");

	sheet->respondent = "";
	if (raw->kind == SHEET_CONSENSUS && named)
		diag_error(bind->diag, respondent->bound.pos,
		           "leave it out, or write sheet: individual",
		           "a consensus sheet has no respondent");
	if (raw->kind == SHEET_INDIVIDUAL && !named)
		diag_error(bind->diag, raw->bound.pos,
		           "add respondent: {id: ...}, or sheet: consensus",
		           "this individual sheet lacks a respondent");
	if (!named)
		return;
	sheet->respondent = respondent->id;
	sheet->name = respondent->name;
	sheet->role = respondent->role;
	sheet->segments = ARENA_ARRAY(bind->arena, struct segment, respondent->n_segments);
	sheet->n_segments = respondent->n_segments;
	for (size_t i = 0; i < respondent->n_segments; i++)
		sheet->segments[i] = (struct segment){respondent->segments[i].bound.id,
		                                      respondent->segments[i].text};
}

/* The revision that a sheet is for; false: recorded. */
static bool find_revision(const struct bind *bind, const struct framework *framework,
                         const struct raw_sheet *raw, struct sheet *sheet)
{
	const char **versions = ARENA_ARRAY(bind->arena, const char *, framework->n_earlier + 1);

	for (size_t i = 0; i < framework->n_earlier; i++) {
		versions[i] = framework->earlier[i].version;
		if (strcmp(raw->version, versions[i]) == 0)
			sheet->revision = &framework->earlier[i];
	}
	versions[framework->n_earlier] = framework->version;
	if (sheet->revision != NULL || strcmp(raw->version, framework->version) == 0)
		return true;
	diag_error(bind->diag, bind_pos(&raw->bound, "version"),
	           framework->n_earlier == 0
	               ? "an earlier version wants an entry under 'earlier' of the framework"
	               : NULL,
	           "this sheet is for version %s of %s, but version %s is wanted", raw->version,
	           framework->id,
	           text_join(bind->arena, versions, framework->n_earlier + 1, "or"));
	return false;
}

/* Answers to another framework mean nothing here, and are not looked at. */
static bool is_for(const struct bind *bind, const struct framework *framework,
                   const struct raw_sheet *raw, struct sheet *sheet)
{
	if (raw->framework == NULL || raw->version == NULL)
		return false;
	if (strcmp(raw->framework, framework->id) != 0) {
		diag_error(bind->diag, bind_pos(&raw->bound, "framework"), NULL,
		           "this sheet is for the framework '%s', but '%s' is wanted",
		           raw->framework, framework->id);
		return false;
	}
	return find_revision(bind, framework, raw, sheet);
}

static void check_organisation(const struct bind *bind, struct answers *answers,
                               const struct raw_sheet *raw)
{
	if (answers->organisation == NULL)
		answers->organisation = raw->organisation;
	else if (raw->organisation != NULL &&
	         strcmp(raw->organisation, answers->organisation) != 0)
		diag_warning(bind->diag, bind_pos(&raw->bound, "organisation"), NULL,
		             "this sheet is of %s, those before it of %s",
		             node_quote(bind->arena, raw->organisation),
		             node_quote(bind->arena, answers->organisation));
}

static void read_sheet(const struct bind *bind, struct answers *answers, const struct node *root)
{
	struct raw_sheet raw = {.kind = SHEET_INDIVIDUAL};
	struct sheet sheet = {0};

	bind_struct(bind, &raw_sheet_table, root, &raw);
	if (root->kind != NODE_MAPPING || !is_for(bind, answers->framework, &raw, &sheet))
		return;
	sheet.kind = raw.kind;
	sheet.wave = raw.wave;
	sheet.date = raw.date;
	sheet.pos = raw.bound.pos;
	read_respondent(bind, &raw, &sheet);
	raw_read_values(bind, answers->framework, &raw, &sheet);
	raw_read_rows(bind, answers->framework, &raw, &sheet);
	read_comments(bind, answers->framework, &raw, &sheet);
	read_plan(bind, answers->framework, &raw, &sheet);
	check_organisation(bind, answers, &raw);
	answers->sample = answers->sample || raw.sample;
	/* Kept even with mistakes in it, so that the same one twice is seen. */
	if (sheet.wave == NULL || sheet.respondent == NULL ||
	    (raw.kind == SHEET_INDIVIDUAL && *sheet.respondent == '\0'))
		return;
	answers->sheets = arena_push(bind->arena, answers->sheets, answers->n_sheets,
	                             sizeof *answers->sheets);
	answers->sheets[answers->n_sheets++] = sheet;
}

bool read_answers(struct arena *arena, struct diag *diag, const char *path,
                  struct answers *answers)
{
	struct bind bind = {arena, diag};
	size_t before = diag_n_errors(diag);
	const struct stream *stream = node_read(arena, diag, path);

	for (size_t i = 0; i < stream->n_documents; i++)
		read_sheet(&bind, answers, stream->documents[i]);
	return diag_n_errors(diag) == before;
}
