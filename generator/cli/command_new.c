#include "cli/commands.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "yaml/bind.h"

#define SOURCE_MAX 1000000

static const struct pos nowhere = {NULL, 0, 0};


enum { N_TRIES = 3 };

struct part {
	const char *source, *folder, *path; /* folder: below the new one, or NULL */
};

/* A starting point: it is right as it stands, and every place where its model's id occurs gets
 * the new one. */
struct kind {
	const char *name, *model_id;
	struct part parts[2];
	size_t n_parts;
	const char *tries[N_TRIES]; /* commands to go on with; DIR stands for the new folder */
};

static const struct kind kinds[] = {
	{"framework", "your-framework",
	 {{"templates/new/framework/framework.yaml", NULL, "framework.yaml"},
	  {"templates/new/framework/answers/example.yaml", "answers", "answers/example.yaml"}},
	 2,
	 {"check DIR", "worksheet DIR", "report DIR DIR/answers"}},
	{"engagement", "your-engagement",
	 {{"templates/new/engagement/engagement.yaml", NULL, "engagement.yaml"},
	  {"templates/new/engagement/answers/example.yaml", "answers", "answers/example.yaml"}},
	 2,
	 {"check DIR", "build DIR/engagement.yaml -o DIR/documents"}},
};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

struct start {
	struct session *session;
	const struct kind *kind;
	const char *folder, *id;
};

static const struct kind *find_kind(struct session *session, const char *name)
{
	const char *names[N_KINDS];

	for (size_t i = 0; i < N_KINDS; i++) {
		names[i] = kinds[i].name;
		if (strcmp(names[i], name) == 0)
			return &kinds[i];
	}
	diag_error(session->diag, nowhere, text_join(session->arena, names, N_KINDS, "and"),
	           "there is no starting point for '%s'", name);
	return NULL;
}

/* The folder's own name; that of the present folder has to be looked up. */
static const char *folder_name(struct session *session, const char *folder)
{
	char here[PATH_MAX];

	if (strcmp(folder, ".") != 0 || getcwd(here, sizeof here) == NULL)
		return file_base_name(folder);
	return arena_strdup(session->arena, file_base_name(here));
}

static bool is_free(const struct start *start, const char *path)
{
	if (!file_exists(path))
		return true;
	diag_error(start->session->diag, nowhere, "name a new folder",
	           "%s: is there already and stays as it is", path);
	return false;
}

/* Whether the folder can hold the new files: nothing of theirs is there, its
 * name is an id, and no other framework has this id. */
static bool check_folder(const struct start *start)
{
	struct session *session = start->session;
	const char *known;
	bool good = true;

	if (file_exists(start->folder) && !file_is_folder(start->folder))
		return is_free(start, start->folder);
	for (size_t i = 0; i < start->kind->n_parts; i++)
		good = is_free(start, file_join(session->arena, start->folder,
		                                start->kind->parts[i].path)) && good;
	if (!good)
		return false;
	if (!bind_is(start->id, FORM_ID)) {
		diag_error(session->diag, nowhere, form_rules[FORM_ID].details,
		           "the folder's name becomes the id, but '%s' is none", start->id);
		return false;
	}
	known = find_installed(session, arena_printf(session->arena, "content/%s/%s.yaml",
	                                             start->id, start->kind->name));
	if (known != NULL)
		diag_error(session->diag, nowhere, "take another name for the folder",
		           "there is a %s '%s' already: %s", start->kind->name, start->id, known);
	return known == NULL;
}

/* Puts one's own word wherever the model's stands. */
static void fill_in(struct buf *out, const char *text, const char *model, const char *own)
{
	const char *next;

	for (; (next = strstr(text, model)) != NULL; text = next + strlen(model)) {
		buf_add(out, text, (size_t)(next - text));
		buf_adds(out, own);
	}
	buf_adds(out, text);
}

static bool write_part(const struct start *start, const struct part *part)
{
	struct session *session = start->session;
	const char *path = file_join(session->arena, start->folder, part->path);
	const char *model = find_installed(session, part->source);
	struct buf text = {.arena = session->arena};
	const struct source *source;

	if (model == NULL) {
		diag_error(session->diag, nowhere, "is $WAYMARK_PATH right?",
		           "%s is not installed", part->source);
		return false;
	}
	source = file_read(session->arena, session->diag, model, SOURCE_MAX);
	if (source == NULL)
		return false;
	fill_in(&text, source->text, start->kind->model_id, start->id);
	if (part->folder != NULL &&
	    !file_make_folder(session->diag,
	                      file_join(session->arena, start->folder, part->folder)))
		return false;
	return file_replace(session->diag, path, buf_text(&text), text.length);
}

static void tell(const struct start *start)
{
	const char *folder = start->folder;

	for (size_t i = 0; i < start->kind->n_parts; i++)
		printf("made %s\n", file_join(start->session->arena, folder,
		                              start->kind->parts[i].path));
	for (size_t i = 0; i < N_TRIES && start->kind->tries[i] != NULL; i++) {
		struct buf line = {.arena = start->session->arena};

		fill_in(&line, start->kind->tries[i], "DIR", folder);
		printf("%s waymark %s\n", i == 0 ? "try " : "    ", buf_text(&line));
	}
}

enum exit_code command_new(struct session *session)
{
	const char *folder = session->options.operands[1];
	struct start start = {.session = session};
	size_t length = strlen(folder);

	while (length > 1 && folder[length - 1] == '/')
		length--;
	start.folder = arena_strndup(session->arena, folder, length);
	start.id = folder_name(session, start.folder);
	start.kind = find_kind(session, session->options.operands[0]);
	if (start.kind == NULL || !check_folder(&start) ||
	    !file_make_folder(session->diag, start.folder))
		return session_code(session);
	for (size_t i = 0; i < start.kind->n_parts; i++)
		if (!write_part(&start, &start.kind->parts[i]))
			return session_code(session);
	tell(&start);
	return session_code(session);
}
