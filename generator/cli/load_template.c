#include "cli/session.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cli/translations.h"
#include "compose/compose.h"
#include "xlsx/xlsx.h"
#include "yaml/read.h"

/* More templates than these in a row extend each other in a circle. */
#define LAYERS_MAX 8

static const struct pos nowhere = {NULL, 0, 0};

static const char *const usual_templates[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = "worksheet",
	[TEMPLATE_GROUP] = "report-group",
	[TEMPLATE_INDIVIDUAL] = "report-individual",
	[TEMPLATE_WORKBOOK] = "workbook",
};

bool template_check(const struct template *template, struct diag *diag)
{
	return template->kind == TEMPLATE_WORKBOOK ? xlsx_check_template(template, diag)
	                                           : compose_check(template, diag);
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

/* The file of the template that one extends: beside it, or installed. */
static const char *find_base(struct session *session, const char *path,
                             const struct template *template)
{
	const char *name = file_base_name(path);
	const char *beside = arena_printf(session->arena, "%.*s%s.yaml", (int)(name - path), path,
	                                  template->extends);
	const char *found = file_exists(beside) ? beside
	                                        : find_template(session, template->extends);

	if (found == NULL)
		diag_error(session->diag, template->pos, NULL,
		           "there is no template '%s' to extend", template->extends);
	return found;
}

/* Problems of a template that is extended are said when it is read itself. */
static struct template *read_base(struct session *session, const char *path,
                                  const struct template *above,
                                  struct translation *translation)
{
	struct session quiet = *session;
	struct template *base;

	quiet.diag = diag_new(session->arena);
	base = read_template_in(session->arena, quiet.diag, path, translation);
	if (base == NULL)
		diag_error(session->diag, above->pos,
		           arena_printf(session->arena, "check %s first", path),
		           "the template '%s', which this one extends, is wrong itself",
		           above->extends);
	return base;
}

struct template *load_words(struct session *session, const char *path,
                            struct translation *translation)
{
	struct template *template =
	    read_template_in(session->arena, session->diag, path, translation);
	const struct template *above = template;

	for (size_t i = 0; above != NULL && above->extends != NULL; i++) {
		struct translation found;

		if (i == LAYERS_MAX) {
			diag_error(session->diag, template->pos, NULL,
			           "templates extend each other in a circle, or over more than %d "
			           "files", LAYERS_MAX);
			return NULL;
		}
		path = find_base(session, path, above);
		if (path == NULL)
			return NULL;
		session_read(session, path);
		if (translation != NULL)
			found = translation_find(session, path, translation->language);
		if (translation != NULL && found.path != NULL)
			session_read(session, found.path);
		above = read_base(session, path, above, translation == NULL ? NULL : &found);
		if (above == NULL)
			return NULL;
		template_inherit(session->arena, template, above);
	}
	return template;
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
		return load_words(session, path, NULL);
	translation = translation_find(session, path, language);
	if (wanted == NULL && translation.path == NULL)
		return load_words(session, path, NULL);
	if (translation.path != NULL)
		session_read(session, translation.path);
	template = load_words(session, path, &translation);
	if (template != NULL)
		translation_report(session, &translation, path);
	return template;
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
