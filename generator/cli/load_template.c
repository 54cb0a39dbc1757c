#include "cli/session.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cli/translations.h"
#include "compose/compose.h"
#include "xlsx/xlsx.h"
#include "yaml/read.h"

/* Where one takes the words of more than these, templates may extend each other in a circle. */
#define BASES_MAX 16

static const struct pos nowhere = {NULL, 0, 0};

static const char *const usual_templates[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = "worksheet",
	[TEMPLATE_GROUP] = "report-group",
	[TEMPLATE_INDIVIDUAL] = "report-individual",
	[TEMPLATE_WORKBOOK] = "workbook",
	[TEMPLATE_FORM] = "form",
};

bool template_check(const struct template *template, struct diag *diag)
{
	bool sheets = template->kind == TEMPLATE_WORKBOOK || template->kind == TEMPLATE_FORM;

	return sheets ? xlsx_check_template(template, diag) : compose_check(template, diag);
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

/* The file of a template that another one extends: beside it, or installed. */
static const char *find_base(struct session *session, const char *path, const char *id)
{
	const char *name = file_base_name(path);
	const char *beside = arena_printf(session->arena, "%.*s%s.yaml", (int)(name - path), path,
	                                  id);

	return file_exists(beside) ? beside : find_template(session, id);
}

/* A template whose words others want, and how to read more of them. */
struct lender {
	struct session *session;
	struct template *borrower;
	const struct translation *translation; /* of the borrower; NULL: as it is written */
	size_t n_read;
};

static const struct template *read_base(const struct lender *lender, const char *path)
{
	struct session *session = lender->session, quiet = *session;
	struct translation found;

	quiet.diag = diag_new(session->arena);
	session_read(session, path);
	if (lender->translation == NULL)
		return read_template(session->arena, quiet.diag, path);
	found = translation_find(session, path, lender->translation->language);
	if (found.path != NULL)
		session_read(session, found.path);
	return read_template_in(session->arena, quiet.diag, path, &found);
}

/* Lends the borrower the words of all that `template` extends. Mistakes in these are told when
 * they are checked themselves. */
static bool lend(struct lender *lender, const struct template *template, const char *path)
{
	struct session *session = lender->session;
	bool right = true;

	lender->n_read += template->n_extends;
	if (lender->n_read > BASES_MAX) {
		diag_error(session->diag, lender->borrower->pos, NULL,
		           "templates extend each other in a circle, or over more than %d files",
		           BASES_MAX);
		return false;
	}
	for (size_t i = 0; right && i < template->n_extends; i++) {
		const char *id = template->extends[i] == NULL ? "" : template->extends[i];
		const char *found = find_base(session, path, id);
		const struct template *base = found == NULL ? NULL : read_base(lender, found);

		if (found == NULL)
			diag_error(session->diag, template->pos, NULL,
			           "there is no template '%s' to extend", id);
		else if (base == NULL)
			diag_error(session->diag, template->pos,
			           arena_printf(session->arena, "check %s first", found),
			           "the template '%s', which this one extends, is wrong itself", id);
		right = base != NULL;
		if (right)
			template_inherit(session->arena, lender->borrower, base);
		right = right && lend(lender, base, found);
	}
	return right;
}

struct template *load_words(struct session *session, const char *path,
                            struct translation *translation)
{
	struct template *template =
	    read_template_in(session->arena, session->diag, path, translation);
	struct lender lender = {session, template, translation, 0};

	return template != NULL && lend(&lender, template, path) ? template : NULL;
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
