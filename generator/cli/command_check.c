#include "cli/commands.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "cli/links.h"
#include "cli/translations.h"
#include "dump/node.h"
#include "yaml/node.h"
#include "yaml/read.h"

/* The answers of one framework, over all files that were named. */
struct binder {
	const struct framework *framework; /* NULL: it has mistakes, which were said */
	const char *id, *path;             /* id: NULL for one with mistakes */
	struct answers answers;
};

struct check {
	struct session *session;
	const char *language; /* whose missing texts are listed, or NULL */
	struct buf listed;
	struct binder *binders;
	size_t n_binders;
};

static struct binder *add_binder(struct check *check, const char *path)
{
	struct session *session = check->session;
	struct binder *binder;

	check->binders = arena_push(session->arena, check->binders, check->n_binders,
	                            sizeof *check->binders);
	binder = &check->binders[check->n_binders++];
	*binder = (struct binder){.path = path};
	binder->framework = read_framework(session->arena, session->diag, path);
	if (binder->framework != NULL)
		binder->id = binder->framework->id;
	binder->answers.framework = binder->framework;
	return binder;
}

/* A framework.yaml in the folder of the file or in one of the two above. */
static const char *find_near(struct check *check, const char *path)
{
	static const char *const steps[] = {"", "../", "../../"};
	const char *slash = strrchr(path, '/');
	int length = slash == NULL ? 0 : (int)(slash + 1 - path);

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		char *near = arena_printf(check->session->arena, "%.*s%sframework.yaml", length,
		                          path, steps[i]);

		if (file_exists(near))
			return near;
	}
	return NULL;
}

static struct binder *find_binder(struct check *check, const char *id, const char *near)
{
	for (size_t i = 0; i < check->n_binders; i++)
		if (check->binders[i].id != NULL && strcmp(check->binders[i].id, id) == 0)
			return &check->binders[i];
	for (size_t i = 0; near != NULL && i < check->n_binders; i++)
		if (file_is_same(check->binders[i].path, near))
			return &check->binders[i];
	return NULL;
}

/* The binder for a sheet of the framework `id`; NULL when there is none. */
static struct binder *need_binder(struct check *check, const char *path, const char *id)
{
	struct session *session = check->session;
	const char *near = find_near(check, path);
	struct binder *binder = find_binder(check, id, near);

	if (binder != NULL)
		return binder;
	if (near == NULL)
		near = find_installed(session, arena_printf(session->arena,
		                                            "content/%s/framework.yaml", id));
	if (near != NULL)
		return add_binder(check, near);
	diag_error(session->diag, (struct pos){NULL, 0, 0},
	           "put its framework.yaml beside the answers, or name it too",
	           "%s: there is no framework '%s'", path, id);
	return NULL;
}

static void check_answers(struct check *check, const char *path)
{
	struct session *session = check->session;
	const char *id = read_framework_id(session->arena, session->diag, path);
	struct binder *binder = id == NULL ? NULL : need_binder(check, path, id);

	if (binder != NULL && binder->framework != NULL)
		read_answers(session->arena, session->diag, path, &binder->answers);
}

static void check_template(struct check *check, const char *path)
{
	struct session *session = check->session;
	struct template *template = load_words(session, path, NULL);

	if (template != NULL)
		template_check(template, session->diag);
}

static void check_theme(struct check *check, const char *path)
{
	read_theme(check->session->arena, check->session->diag, path);
}

/* Frameworks and answers are checked where they stand; here only whether they do. */
static void check_engagement(struct check *check, const char *path)
{
	struct session *session = check->session;
	struct engagement *engagement = read_engagement(session->arena, session->diag, path);

	for (size_t i = 0; engagement != NULL && i < engagement->n_parts; i++) {
		const struct engagement_part *part = &engagement->parts[i];
		const char *id = part->framework;

		if (!file_exists(session_beside(session, path, id)) &&
		    find_installed(session, arena_printf(session->arena, "content/%s", id)) == NULL)
			diag_error(session->diag, part->pos, "'waymark list' shows those that are "
			           "installed", "there is no framework '%s'", id);
		for (size_t j = 0; j < part->n_answers; j++)
			if (!file_exists(session_beside(session, path, part->answers[j])))
				diag_error(session->diag, part->pos, NULL,
				           "there are no answers at '%s'", part->answers[j]);
	}
}

/* What a translation makes of a framework or template; only its own mistakes
 * are recorded. */
static void read_original(struct session *session, enum content_kind kind, const char *path,
                          struct translation *translation)
{
	struct template *template;

	if (kind == CONTENT_FRAMEWORK) {
		read_framework_in(session->arena, session->diag, path, translation);
		return;
	}
	template = load_words(session, path, translation);
	if (template != NULL)
		template_check(template, session->diag);
}

/* The kind of a file that a translation can be of, if it is right. */
static enum content_kind kind_of_original(struct session *session, const char *path)
{
	struct session quiet = *session;
	enum content_kind kind;

	quiet.diag = diag_new(session->arena);
	kind = read_kind(session->arena, quiet.diag, path);
	if (kind != CONTENT_FRAMEWORK && kind != CONTENT_TEMPLATE)
		return CONTENT_UNKNOWN;
	read_original(&quiet, kind, path, NULL);
	return diag_n_errors(quiet.diag) == 0 ? kind : CONTENT_UNKNOWN;
}

static void check_translation(struct check *check, const char *path)
{
	struct session *session = check->session;
	struct translation translation = {.path = path};
	const char *original =
	    translation_original(session->arena, path, &translation.language);
	enum content_kind kind;

	if (original == NULL || !file_exists(original)) {
		diag_error(session->diag, (struct pos){NULL, 0, 0},
		           "i18n/LANGUAGE.yaml beside a framework.yaml, or i18n/LANGUAGE/NAME "
		           "beside a file NAME",
		           "%s: nothing stands where this could be the translation of it", path);
		return;
	}
	kind = kind_of_original(session, original);
	if (kind == CONTENT_UNKNOWN)
		diag_error(session->diag, (struct pos){NULL, 0, 0}, NULL,
		           "%s: what it translates is wrong itself; check %s first", path, original);
	else
		read_original(session, kind, original, &translation);
}

/* Lists the texts of a file that have no translation. */
static void list_missing(struct check *check, const char *path)
{
	struct session *session = check->session, quiet = *session;
	struct translation found = translation_find(session, path, check->language);
	enum content_kind kind = kind_of_original(session, path);

	if (kind == CONTENT_UNKNOWN)
		return;
	quiet.diag = diag_new(session->arena);
	read_original(&quiet, kind, path, &found);
	if (found.native || diag_n_errors(quiet.diag) > 0)
		return;
	for (size_t i = 0; found.path != NULL && i < found.n_missing; i++)
		buf_addf(&check->listed, "%s:%zu: %s\n", path, found.missing[i].pos.line,
		         found.missing[i].name);
	if (found.path == NULL)
		buf_addf(&check->listed, "%s: %zu texts, but there is no %s\n", path, found.n_texts,
		         translation_path(session->arena, path, check->language));
	else
		buf_addf(&check->listed, "%s: %zu of %zu texts are not translated into %s\n", path,
		         found.n_missing, found.n_texts, found.language);
}

/* Frameworks first, so that answers find them. */
static void check_files(struct check *check, char **paths, size_t n)
{
	static void (*const checks[CONTENT_COUNT])(struct check *, const char *) = {
		[CONTENT_ENGAGEMENT] = check_engagement,
		[CONTENT_ANSWERS] = check_answers,
		[CONTENT_TEMPLATE] = check_template,
		[CONTENT_THEME] = check_theme,
		[CONTENT_TRANSLATION] = check_translation,
	};
	struct session *session = check->session;
	enum content_kind *kinds = ARENA_ARRAY(session->arena, enum content_kind, n);

	for (size_t i = 0; i < n; i++) {
		kinds[i] = read_kind(session->arena, session->diag, paths[i]);
		if (kinds[i] == CONTENT_FRAMEWORK)
			add_binder(check, paths[i]);
	}
	for (size_t i = 0; i < n; i++)
		if (checks[kinds[i]] != NULL)
			checks[kinds[i]](check, paths[i]);
	for (size_t i = 0; check->language != NULL && i < n; i++)
		list_missing(check, paths[i]);
}

static char **list_files(struct session *session, size_t *n)
{
	char **all = NULL;

	*n = 0;
	for (size_t i = 0; i < session->options.n_operands; i++) {
		char **paths = &session->options.operands[i];
		size_t n_paths = 1;

		if (file_is_folder(paths[0]))
			n_paths = session_list(session, paths[0], &paths);
		for (size_t j = 0; j < n_paths; j++) {
			all = arena_push(session->arena, all, *n, sizeof *all);
			all[(*n)++] = paths[j];
		}
	}
	return all;
}

static void list_nodes(struct check *check, char **paths, size_t n)
{
	struct session *session = check->session;

	for (size_t i = 0; i < n; i++)
		dump_stream(node_read(session->arena, session->diag, paths[i]), &check->listed);
}

/* A template that is not there would stop the making of a document. */
static void check_templates(struct check *check, const struct framework *framework)
{
	struct session *session = check->session;

	for (size_t i = 0; i < TEMPLATE_COUNT; i++) {
		const char *id = framework->templates[i];

		if (id != NULL && find_installed(session, arena_printf(session->arena,
		                                                       "templates/%s.yaml",
		                                                       id)) == NULL)
			diag_error(session->diag, framework->pos, NULL,
			           "there is no template '%s', which this framework names", id);
	}
}

static void finish_binder(struct check *check, struct binder *binder)
{
	struct session *session = check->session;

	answers_finish(&binder->answers, session->arena, session->diag);
	if (binder->framework == NULL)
		return;
	check_templates(check, binder->framework);
	links_name(session, binder->framework, binder->path);
	links_name_actions(session, &binder->answers, binder->path);
}

static void find_problems(struct check *check, char **paths, size_t n)
{
	struct diag *diag = check->session->diag;

	check_files(check, paths, n);
	for (size_t i = 0; i < check->n_binders; i++)
		if (check->binders[i].framework != NULL)
			links_know(check->session, check->binders[i].framework);
	for (size_t i = 0; i < check->n_binders; i++)
		finish_binder(check, &check->binders[i]);
	if (diag_n_errors(diag) == 0)
		buf_addf(&check->listed, "%zu %s checked, %zu %s\n", n, n == 1 ? "file" : "files",
		         diag_n_warnings(diag), diag_n_warnings(diag) == 1 ? "warning" : "warnings");
}

enum exit_code command_check(struct session *session)
{
	struct check check = {.session = session, .listed = {.arena = session->arena},
	                      .language = session->options.language};
	size_t n;
	char **paths = list_files(session, &n);

	session->options.language = NULL; /* originals are read as they are */
	if (session->options.format == FORMAT_NODES)
		list_nodes(&check, paths, n);
	else
		find_problems(&check, paths, n);
	session_print(session, &check.listed);
	return session_code(session);
}
