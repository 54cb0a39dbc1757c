#include "cli/commands.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/build.h"
#include "cli/documents.h"
#include "cli/program.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/answers.h"
#include "model/framework.h"
#include "yaml/read.h"

/* How each document that can be wanted is made. */
struct recipe {
	enum exit_code (*run)(struct session *session);
	const char *file;     /* below the framework's folder; "people/": a folder of many */
	const char *template; /* NULL: the one that the framework has for it */
	enum format format;
	bool individual;
};

static const struct recipe recipes[WANTED_COUNT] = {
	[WANTED_WORKSHEET] = {command_worksheet, "worksheet.pdf", NULL, FORMAT_PDF, false},
	[WANTED_EXECUTIVE] = {command_report, "executive.pdf", "executive", FORMAT_PDF, false},
	[WANTED_GROUP] = {command_report, "group.pdf", NULL, FORMAT_PDF, false},
	[WANTED_FACILITATOR] = {command_report, "facilitator.pdf", "facilitator", FORMAT_PDF,
	                        false},
	[WANTED_INDIVIDUAL] = {command_report, "people/", NULL, FORMAT_PDF, true},
	[WANTED_WORKBOOK] = {command_workbook, "workbook.xlsx", NULL, FORMAT_PDF, false},
	[WANTED_SCORES] = {command_score, "scores.json", NULL, FORMAT_JSON, false},
};

struct build {
	struct session *session;
	const struct engagement *engagement;
	const char *path, *folder; /* of the engagement; where its documents go */
	struct session *parts; /* for each of its frameworks, with scores or framework loaded */
	bool *loaded;
	struct job *jobs;
	size_t n_jobs;
	enum exit_code worst;
};

static char *seen_from(const struct build *build, const char *path)
{
	return arena_strdup(build->session->arena,
	                    session_beside(build->session, build->path, path));
}

static void set_invited(struct session *part, const struct engagement_part *from)
{
	const struct answers *answers = part->scores->answers;

	for (size_t i = 0; i < from->n_waves; i++) {
		const struct invitation *wave = &from->waves[i];
		const char *near = text_nearest(wave->wave, answers->waves, answers->n_waves);
		size_t j = 0;

		while (j < answers->n_waves && strcmp(answers->waves[j], wave->wave) != 0)
			j++;
		if (j == answers->n_waves)
			diag_error(part->diag, wave->pos,
			           near == NULL ? NULL
			                        : arena_printf(part->arena, "did you mean '%s'?",
			                                       near),
			           "there are no answers for the wave '%s'", wave->wave);
		else if (strcmp(part->scores->wave, wave->wave) == 0)
			part->invited = wave->invited;
	}
	if (part->invited > 0 && part->invited < part->scores->n_people)
		diag_warning(part->diag, from->pos, NULL,
		             "%zu people answered in %s, more than the %zu who were asked",
		             part->scores->n_people, part->scores->wave, part->invited);
}

/* Reads a framework and its answers once for all documents that are made of them. */
static bool load_part(struct build *build, size_t i)
{
	const struct engagement_part *from = &build->engagement->parts[i];
	struct session *part = &build->parts[i];
	char **operands = ARENA_ARRAY(build->session->arena, char *, from->n_answers + 1);

	*part = (struct session){.arena = build->session->arena,
	                         .diag = diag_new(build->session->arena),
	                         .engagement = build->engagement};
	operands[0] = seen_from(build, from->framework);
	for (size_t j = 0; j < from->n_answers; j++)
		operands[j + 1] = seen_from(build, from->answers[j]);
	part->options = (struct options){.wave = build->engagement->wave,
	                                 .language = build->engagement->language,
	                                 .paper = build->engagement->paper,
	                                 .large = build->engagement->large,
	                                 .operands = operands,
	                                 .n_operands = from->n_answers + 1};
	if (from->n_answers == 0 ? load_framework(part, operands[0]) == NULL
	                         : load_scores(part) == NULL)
		return false;
	load_benchmarks(part, from);
	if (part->scores != NULL)
		set_invited(part, from);
	return diag_n_errors(part->diag) == 0;
}

/* What is wrong with one framework keeps nobody from the documents of the others. */
static void load_parts(struct build *build)
{
	struct buf problems = {.arena = build->session->arena};

	for (size_t i = 0; i < build->engagement->n_parts; i++) {
		build->loaded[i] = load_part(build, i);
		diag_write(build->parts[i].diag, &problems);
		if (session_code(&build->parts[i]) > build->worst)
			build->worst = session_code(&build->parts[i]);
	}
	fputs(buf_text(&problems), stderr);
}

/* The ids of the chosen benchmarks; "*" for all of them. */
static const char *say_benchmarks(const struct session *part)
{
	const char **ids = ARENA_ARRAY(part->arena, const char *, part->n_benchmarks);

	if (part->benchmarks == NULL)
		return "*";
	for (size_t i = 0; i < part->n_benchmarks; i++)
		ids[i] = part->benchmarks[i]->id;
	return text_join(part->arena, ids, part->n_benchmarks, ",");
}

/* All that a document is made from beside files. */
static const char *say_settings(const struct build *build, const struct session *part,
                                const char *template)
{
	const struct engagement *engagement = build->engagement;
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	return arena_printf(build->session->arena, "%s|%s|%s|%s|%s|%s|%s|%d|%d|%d|%zu|%zu|%s",
	                    PROGRAM_NAME, say_benchmarks(part),
	                    text_join(build->session->arena, engagement->segments,
	                              engagement->n_segments, ","), template == NULL ? "" : template,
	                    engagement->organisation == NULL ? "" : engagement->organisation,
	                    engagement->wave == NULL ? "" : engagement->wave,
	                    engagement->language == NULL ? "" : engagement->language,
	                    (int)engagement->paper, engagement->large, engagement->names,
	                    engagement->minimum_group, part->invited,
	                    epoch == NULL ? "" : epoch);
}

static struct job *add_job(struct build *build, const struct session *part, const char *name)
{
	struct job *job;

	build->jobs = arena_push(build->session->arena, build->jobs, build->n_jobs,
	                         sizeof *build->jobs);
	job = &build->jobs[build->n_jobs++];
	*job = (struct job){.name = name, .session = *part};
	job->session.diag = diag_new(build->session->arena);
	return job;
}

static void order_documents(struct build *build, size_t i)
{
	struct arena *arena = build->session->arena;
	const struct session *part = &build->parts[i];
	const char *id = part->framework->id;

	for (size_t wanted = 0; wanted < WANTED_COUNT; wanted++) {
		const struct recipe *recipe = &recipes[wanted];
		struct job *job;

		if (!build->engagement->parts[i].wanted[wanted])
			continue;
		job = add_job(build, part, arena_printf(arena, "%s/%s", id,
		                                        wanted_names[wanted]));
		job->run = recipe->run;
		job->order.settings = say_settings(build, part, recipe->template);
		job->session.options.template = recipe->template;
		job->session.options.format = recipe->format;
		job->session.options.individual = recipe->individual;
		job->session.options.output =
		    file_join(arena, file_join(arena, build->folder, id), recipe->file);
	}
}

static bool is_scored(const struct session *part)
{
	return part->scores != NULL &&
	       (framework_count_kind(part->framework, 0, SCALE_RATING) > 0 ||
	        framework_count_kind(part->framework, 0, SCALE_MARK) > 0);
}

static bool make_overview(struct session *session, const struct compose_input *inputs, size_t n)
{
	struct press press;
	struct pages *pages = pages_new(session->arena);
	bool made;

	if (!press_open(&press, session, inputs[0].theme))
		return false;
	made = press_add(&press, pages, compose_overview(session->arena, inputs, n,
	                                                 session->diag)) &&
	       press_write(&press, pages, session->options.output);
	press_close(&press);
	return made;
}

/* The parts stand behind one another in what the first one was given as its own. */
static enum exit_code run_overview(struct session *session)
{
	const struct session *parts = session->parts;
	struct compose_input *inputs = ARENA_ARRAY(session->arena, struct compose_input,
	                                           session->n_parts);
	struct template *template = NULL;
	struct theme *theme = NULL;

	for (size_t i = 0; i < session->n_parts; i++) {
		for (size_t j = 0; j < parts[i].n_inputs; j++)
			session_read(session, parts[i].inputs[j]);
		session->framework = parts[i].framework;
		session->scores = parts[i].scores;
		session->invited = parts[i].invited;
		session->benchmarks = parts[i].benchmarks;
		session->n_benchmarks = parts[i].n_benchmarks;
		template = load_template(session, TEMPLATE_GROUP);
		theme = template == NULL ? NULL : load_theme(session, template);
		if (theme == NULL)
			return session_code(session);
		inputs[i] = report_input(session, template, theme);
	}
	if (session_wants(session))
		make_overview(session, inputs, session->n_parts);
	return session_code(session);
}

static void order_overview(struct build *build)
{
	struct arena *arena = build->session->arena;
	struct session *parts = ARENA_ARRAY(arena, struct session, build->engagement->n_parts);
	struct buf settings = {.arena = arena};
	size_t n = 0;
	struct job *job;

	for (size_t i = 0; i < build->engagement->n_parts; i++) {
		if (!build->loaded[i] || !is_scored(&build->parts[i]))
			continue;
		parts[n++] = build->parts[i];
		buf_adds(&settings, say_settings(build, &build->parts[i], "overview"));
	}
	if (n == 0) {
		diag_error(build->session->diag, build->engagement->pos, NULL,
		           "no framework of this engagement can stand in an overview: it shows "
		           "ratings and marks");
		return;
	}
	job = add_job(build, &parts[0], "overview");
	job->run = run_overview;
	job->order.settings = buf_text(&settings);
	job->session.inputs = NULL;
	job->session.n_inputs = 0;
	job->session.parts = parts;
	job->session.n_parts = n;
	job->session.options.template = "overview";
	job->session.options.output = file_join(arena, build->folder, "overview.pdf");
}

static void say(struct job *job)
{
	if (job->current)
		printf("%s: up to date\n", job->name);
	else if (job->n_made > 1)
		printf("%s: %zu files, %s to %s\n", job->name, job->n_made, job->made[0].path,
		       job->made[job->n_made - 1].path);
	else if (job->n_made == 1)
		printf("%s: %s, %s\n", job->name, job->made[0].path, job->made[0].size);
	fflush(stdout);
	if (job->problems != NULL && *job->problems != '\0')
		fprintf(stderr, "%s: %s\n%s", job->name,
		        job->code == EXIT_DONE ? "made, but" : "not made", job->problems);
}

static bool make_folders(const struct build *build)
{
	struct session *session = build->session;

	if (!file_make_folder(session->diag, build->folder))
		return false;
	for (size_t i = 0; i < build->engagement->n_parts; i++)
		if (build->loaded[i] &&
		    !file_make_folder(session->diag, file_join(session->arena, build->folder,
		                                               build->parts[i].framework->id)))
			return false;
	return true;
}

static size_t count_workers(const struct session *session)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	if (session->options.jobs > 0)
		return session->options.jobs;
	return n > 0 ? (size_t)n : 1;
}

static void run_jobs(struct build *build)
{
	struct session *session = build->session;

	for (size_t i = 0; i < build->n_jobs; i++)
		build->jobs[i].session.order = &build->jobs[i].order;
	build_recall(session->arena, build->folder, build->jobs, build->n_jobs);
	build_run(build->jobs, build->n_jobs, count_workers(session), say);
	build_remember(session, build->folder, build->jobs, build->n_jobs);
	for (size_t i = 0; i < build->n_jobs; i++)
		if (build->jobs[i].code > build->worst)
			build->worst = build->jobs[i].code;
}

enum exit_code command_build(struct session *session)
{
	struct build build = {.session = session, .path = session->options.operands[0]};
	const char *output = session->options.output;
	enum exit_code own;

	build.engagement = read_engagement(session->arena, session->diag, build.path);
	if (build.engagement == NULL)
		return session_code(session);
	build.folder = output == NULL ? "." : output;
	build.parts = ARENA_ARRAY(session->arena, struct session, build.engagement->n_parts);
	build.loaded = ARENA_ARRAY(session->arena, bool, build.engagement->n_parts);
	load_parts(&build);
	for (size_t i = 0; i < build.engagement->n_parts; i++)
		if (build.loaded[i])
			order_documents(&build, i);
	if (build.engagement->overview)
		order_overview(&build);
	if (make_folders(&build))
		run_jobs(&build);
	own = session_code(session);
	return own > build.worst ? own : build.worst;
}
