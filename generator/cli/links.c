#include "cli/links.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/translations.h"
#include "model/answers.h"
#include "model/framework.h"
#include "yaml/read.h"

struct links {
	struct session *session;
	const struct framework *from; /* whose links they are */
	const char *path;
};

static void remember(struct session *session, const char *id, const struct framework *framework)
{
	session->known = arena_push(session->arena, session->known, session->n_known,
	                            sizeof *session->known);
	session->known[session->n_known++] = (struct known_framework){id, framework};
}

void links_know(struct session *session, const struct framework *framework)
{
	remember(session, framework->id, framework);
}

/* The file of another framework: in the folder beside this one's, or installed. */
static const char *find_file(const struct links *links, const char *id)
{
	struct session *session = links->session;
	int length = (int)(file_base_name(links->path) - links->path);
	const char *beside = arena_printf(session->arena, "%.*s../%s/framework.yaml", length,
	                                  links->path, id);

	if (file_exists(beside))
		return beside;
	return find_installed(session,
	                      arena_printf(session->arena, "content/%s/framework.yaml", id));
}

/* In the language of the run, as far as there is a translation; its mistakes
 * are told when it is checked itself. */
static const struct framework *read_quietly(const struct links *links, const char *path)
{
	struct session *session = links->session;
	const char *language = session->options.language;
	struct translation translation =
	    translation_find(session, path, language == NULL ? links->from->language : language);

	session_read(session, path);
	if (translation.path != NULL)
		session_read(session, translation.path);
	return read_framework_in(session->arena, diag_new(session->arena), path, &translation);
}

/* NULL where it is not there; said at the first link to it. */
static const struct framework *find_framework(const struct links *links, const struct link *link)
{
	struct session *session = links->session;
	const struct framework *found = NULL;
	const char *path;

	if (strcmp(link->framework, links->from->id) == 0)
		return links->from;
	for (size_t i = 0; i < session->n_known; i++)
		if (strcmp(session->known[i].id, link->framework) == 0)
			return session->known[i].framework;
	path = find_file(links, link->framework);
	if (path != NULL)
		found = read_quietly(links, path);
	remember(session, link->framework, found);
	if (path == NULL)
		diag_warning(session->diag, link->pos, "'waymark list' shows those that there are",
		             "there is no framework '%s' here; links to it show ids",
		             link->framework);
	else if (found == NULL)
		diag_warning(session->diag, link->pos,
		             arena_printf(session->arena, "waymark check %s", path),
		             "the framework '%s' has mistakes; links to it show ids",
		             link->framework);
	return found;
}

static size_t list_ids(const struct framework *framework, bool records, const char **ids)
{
	size_t n = 0;

	for (size_t i = 0; records && i < framework->n_records; i++)
		ids[n++] = framework->records[i].id;
	for (size_t i = 1; !records && i < framework->n_elements; i++)
		ids[n++] = framework->elements[i].id;
	return n;
}

static void report_lost(const struct links *links, const struct framework *framework,
                        const struct link *link)
{
	struct session *session = links->session;
	const char **ids = ARENA_ARRAY(session->arena, const char *,
	                               framework->n_elements + framework->n_records);
	const char *near =
	    text_nearest(link->id, ids, list_ids(framework, link->row != NULL, ids));
	const char *accepted = NULL;

	if (near != NULL)
		accepted = arena_printf(session->arena, "did you mean '%s'?", near);
	else if (link->row == NULL && framework_find_record(framework, link->id) != SIZE_MAX)
		accepted = "a link to a record names one of its rows too: framework/record/row";
	diag_error(session->diag, link->pos, accepted, "%s has no %s '%s'", framework->id,
	           link->row == NULL ? "section or item" : "record", link->id);
}

/* A row is one of somebody's answers: its record tells what it is. */
static void name_link(const struct links *links, struct link *link)
{
	const struct framework *framework = find_framework(links, link);
	size_t place;

	if (framework == NULL)
		return;
	link->framework_title = framework->title;
	if (link->row != NULL) {
		place = framework_find_record(framework, link->id);
		if (place != SIZE_MAX)
			link->title = framework->records[place].title;
	} else {
		place = framework_find(framework, link->id);
		if (place != SIZE_MAX && place > 0)
			link->title = framework->elements[place].text;
	}
	if (link->title == NULL)
		report_lost(links, framework, link);
}

void links_name(struct session *session, const struct framework *framework, const char *path)
{
	struct links links = {session, framework, path};

	for (size_t i = 0; i < framework->n_elements; i++)
		for (size_t j = 0; j < framework->elements[i].n_links; j++)
			name_link(&links, &framework->elements[i].links[j]);
}

void links_name_actions(struct session *session, const struct answers *answers, const char *path)
{
	struct links links = {session, answers->framework, path};

	for (size_t i = 0; i < answers->n_sheets; i++) {
		const struct sheet *sheet = &answers->sheets[i];

		for (size_t j = 0; j < sheet->n_actions; j++)
			for (size_t k = 0; k < sheet->actions[j].n_links; k++)
				name_link(&links, &sheet->actions[j].links[k]);
	}
}
