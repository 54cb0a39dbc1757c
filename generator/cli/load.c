#include "cli/session.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/links.h"
#include "cli/translations.h"
#include "compose/compose.h"
#include "score/score.h"
#include "xlsx/xlsx.h"
#include "yaml/read.h"

static const struct pos nowhere = {NULL, 0, 0};

static const char *const usual_templates[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = "worksheet",
	[TEMPLATE_GROUP] = "report-group",
	[TEMPLATE_INDIVIDUAL] = "report-individual",
	[TEMPLATE_WORKBOOK] = "workbook",
	[TEMPLATE_FORM] = "form",
};

/* Without the slashes that a shell's completion has put behind it, unless it
 * is a folder here. */
static const char *without_slashes(struct session *session, const char *operand)
{
	size_t length = strlen(operand);

	while (length > 1 && operand[length - 1] == '/')
		length--;
	return file_exists(operand) ? operand : arena_strndup(session->arena, operand, length);
}

/* An operand that looks like a path is one; else it is the id of something
 * that is installed as FOLDER/ID + ending, or a file or folder here. */
static const char *find_content(struct session *session, const char *operand, const char *folder,
                                const char *ending)
{
	const char *found;
	char *path;

	operand = without_slashes(session, operand);
	path = arena_printf(session->arena, "%s/%s%s", folder, operand, ending);
	if (strchr(operand, '/') != NULL || strstr(operand, ".yaml") != NULL)
		return operand;
	found = find_installed(session, path);
	return found == NULL && file_exists(operand) ? operand : found;
}

/* Says which ids there are for one that was not found. */
static void report_unknown_framework(struct session *session, const char *id)
{
	const char *roots[4], *names[256], *near;
	size_t n_roots = installed_roots(session, roots), n = 0;
	const char *accepted = "'waymark list' shows those that there are";

	for (size_t i = 0; i < n_roots; i++) {
		char *content = file_join(session->arena, roots[i], "content"), **paths;
		size_t n_paths;

		if (!file_is_folder(content))
			continue;
		n_paths = session_list(session, content, &paths);
		for (size_t j = 0; j < n_paths && n < 256; j++) {
			char *slash = strrchr(paths[j], '/');

			if (strcmp(slash + 1, "framework.yaml") != 0)
				continue;
			*slash = '\0';
			names[n++] = file_base_name(paths[j]);
		}
	}
	near = text_nearest(id, names, n);
	if (near != NULL)
		accepted = arena_printf(session->arena, "did you mean '%s'?", near);
	diag_error(session->diag, nowhere, accepted, "there is no framework '%s'", id);
}

static struct framework *read_translated(struct session *session, const char *path)
{
	struct translation translation =
	    translation_find(session, path, session->options.language);
	struct framework *framework;

	if (translation.path != NULL)
		session_read(session, translation.path);
	framework = read_framework_in(session->arena, session->diag, path, &translation);
	if (framework != NULL)
		translation_report(session, &translation, path);
	return framework;
}

struct framework *load_framework(struct session *session, const char *operand)
{
	const char *path = find_content(session, operand, "content", "/framework.yaml");
	struct framework *framework;

	if (path == NULL) {
		report_unknown_framework(session, operand);
		return NULL;
	}
	if (file_is_folder(path))
		path = file_join(session->arena, path, "framework.yaml");
	session_read(session, path);
	if (session->options.language == NULL)
		framework = read_framework(session->arena, session->diag, path);
	else
		framework = read_translated(session, path);
	session->framework = framework;
	session->framework_path = path;
	if (framework != NULL)
		links_name(session, framework, path);
	return framework;
}

/* A folder of answers may hold their framework too. */
static bool is_other_content(struct session *session, const char *path)
{
	enum content_kind kind = read_kind(session->arena, diag_new(session->arena), path);

	return kind != CONTENT_ANSWERS && kind != CONTENT_UNKNOWN;
}

static void read_operand(struct session *session, const char *operand, struct answers *answers)
{
	char **paths;
	size_t n;

	if (!file_is_folder(operand)) {
		session_read(session, operand);
		read_answers(session->arena, session->diag, operand, answers);
		return;
	}
	n = session_list(session, operand, &paths);
	for (size_t i = 0; i < n; i++) {
		session_read(session, paths[i]);
		if (!is_other_content(session, paths[i]))
			read_answers(session->arena, session->diag, paths[i], answers);
	}
}

struct answers *load_answers(struct session *session, const struct framework *framework,
                             size_t first)
{
	struct answers *answers = ARENA_NEW(session->arena, struct answers);

	answers->framework = framework;
	for (size_t i = first; i < session->options.n_operands; i++)
		read_operand(session, session->options.operands[i], answers);
	answers_finish(answers, session->arena, session->diag);
	if (diag_n_errors(session->diag) > 0)
		return NULL;
	if (answers->n_sheets == 0)
		diag_error(session->diag, nowhere, NULL, "there are no answers in these files");
	links_name_actions(session, answers, session->framework_path);
	return diag_n_errors(session->diag) > 0 ? NULL : answers;
}

static const char *choose_wave(struct session *session, const struct answers *answers)
{
	const char *wanted = session->options.wave;

	if (wanted == NULL)
		return answers->waves[answers->n_waves - 1];
	for (size_t i = 0; i < answers->n_waves; i++)
		if (strcmp(answers->waves[i], wanted) == 0)
			return answers->waves[i];
	diag_error(session->diag, nowhere,
	           arena_printf(session->arena, "there are answers for %s",
	                        text_join(session->arena, answers->waves, answers->n_waves, "and")),
	           "there is no wave '%s'", wanted);
	return NULL;
}

struct scores *load_scores(struct session *session)
{
	struct framework *framework;
	struct answers *answers;
	const char *wave;

	if (session->scores != NULL)
		return session->scores;
	framework = load_framework(session, session->options.operands[0]);
	if (framework == NULL)
		return NULL;
	answers = load_answers(session, framework, 1);
	if (answers == NULL)
		return NULL;
	wave = choose_wave(session, answers);
	if (wave != NULL)
		session->scores = score_wave(session->arena, answers, wave);
	return session->scores;
}

struct scores *load_previous(struct session *session, const struct scores *scores)
{
	const struct answers *answers = scores->answers;

	for (size_t i = 1; i < answers->n_waves; i++)
		if (strcmp(answers->waves[i], scores->wave) == 0)
			return score_wave(session->arena, answers, answers->waves[i - 1]);
	return NULL;
}

const struct scores *const *load_waves(struct session *session, const struct scores *scores,
                                       size_t *n_waves)
{
	const struct answers *answers = scores->answers;
	const struct scores **waves = ARENA_ARRAY(session->arena, const struct scores *,
	                                          answers->n_waves);

	*n_waves = 0;
	for (; strcmp(answers->waves[*n_waves], scores->wave) != 0; ++*n_waves)
		waves[*n_waves] = score_wave(session->arena, answers, answers->waves[*n_waves]);
	waves[(*n_waves)++] = scores;
	return waves;
}

const struct matched *const *load_matched(struct session *session,
                                          const struct scores *const *waves, size_t n_waves)
{
	const struct matched **matched = ARENA_ARRAY(session->arena, const struct matched *,
	                                             n_waves);

	for (size_t i = 0; i + 1 < n_waves; i++)
		matched[i] = score_matched(session->arena, waves[i], waves[n_waves - 1]);
	return matched;
}

bool template_check(const struct template *template, struct diag *diag)
{
	bool sheets = template->kind == TEMPLATE_WORKBOOK || template->kind == TEMPLATE_FORM;

	return sheets ? xlsx_check_template(template, diag) : compose_check(template, diag);
}

/* A template in the language that was asked for, which must be there, or in
 * that of the framework, which may be. */
static struct template *read_words(struct session *session, const char *path)
{
	const char *wanted = session->options.language;
	const char *language = wanted;
	struct translation translation;
	struct template *template;

	if (language == NULL && session->framework != NULL)
		language = session->framework->language;
	if (language == NULL)
		return read_template(session->arena, session->diag, path);
	translation = translation_find(session, path, language);
	if (wanted == NULL && translation.path == NULL)
		return read_template(session->arena, session->diag, path);
	if (translation.path != NULL)
		session_read(session, translation.path);
	template = read_template_in(session->arena, session->diag, path, &translation);
	if (template != NULL)
		translation_report(session, &translation, path);
	return template;
}

/* The report that suits what people do in a framework. */
static const char *usual_report(const struct framework *framework)
{
	if (framework_count_kind(framework, 0, SCALE_RATING) > 0 ||
	    framework_count_kind(framework, 0, SCALE_MARK) > 0)
		return usual_templates[TEMPLATE_GROUP];
	if (framework_count_kind(framework, 0, SCALE_STATUS) > 0)
		return "report-roadmap";
	if (framework_count_kind(framework, 0, SCALE_CHECK) > 0)
		return "report-practices";
	return framework->n_records > 0 ? "report-records" : usual_templates[TEMPLATE_GROUP];
}

static const char *choose_template(const struct session *session, enum template_kind kind)
{
	if (session->options.template != NULL)
		return session->options.template;
	if (session->framework == NULL)
		return usual_templates[kind];
	if (session->framework->templates[kind] != NULL)
		return session->framework->templates[kind];
	return kind == TEMPLATE_GROUP ? usual_report(session->framework) : usual_templates[kind];
}

/* The templates of reports can be called without the beginning that they share: `executive` is
 * report-executive. */
static const char *find_template(struct session *session, const char *operand)
{
	const char *path = find_content(session, operand, "templates", ".yaml");

	if (path != NULL)
		return path;
	return find_content(session, arena_printf(session->arena, "report-%s", operand),
	                    "templates", ".yaml");
}

struct template *load_template(struct session *session, enum template_kind kind)
{
	const char *operand = choose_template(session, kind);
	const char *path = find_template(session, operand);
	struct template *template;

	if (path == NULL) {
		diag_error(session->diag, nowhere, NULL, "there is no template '%s'", operand);
		return NULL;
	}
	session_read(session, path);
	template = read_words(session, path);
	if (template == NULL)
		return NULL;
	if (template->kind != kind) {
		diag_error(session->diag, template->pos,
		           arena_printf(session->arena, "wanted here: one of kind %s",
		                        template_kind_names[kind]),
		           "this template is of kind %s", template_kind_names[template->kind]);
		return NULL;
	}
	return template_check(template, session->diag) ? template : NULL;
}

/* A theme can extend any of those beside it. */
static void read_layers(struct session *session, const char *path)
{
	static const char *const endings[] = {".yaml", NULL};
	const char *slash = strrchr(path, '/');
	const char *folder = slash == NULL ? "." : arena_strndup(session->arena, path,
	                                                         (size_t)(slash - path));
	char **paths;
	size_t n = file_list(session->arena, session->diag, folder, endings, &paths);

	for (size_t i = 0; i < n; i++)
		session_read(session, paths[i]);
}

struct theme *load_theme(struct session *session, const struct template *template)
{
	const char *operand = session->options.theme == NULL ? template->theme
	                                                     : session->options.theme;
	const char *own, *path;

	if (session->options.large)
		operand = arena_printf(session->arena, "%s-large", operand);
	own = arena_printf(session->arena, "%s-%s", operand, template->language);
	path = find_content(session, own, "templates/themes", ".yaml");
	if (path == NULL || strchr(own, '/') != NULL || strstr(own, ".yaml") != NULL)
		path = find_content(session, operand, "templates/themes", ".yaml");
	if (path == NULL) {
		diag_error(session->diag, session->options.theme == NULL ? template->pos : nowhere,
		           NULL, "there is no theme '%s'", operand);
		return NULL;
	}
	session_read(session, path);
	if (session->order != NULL)
		read_layers(session, path);
	return read_theme(session->arena, session->diag, path);
}
