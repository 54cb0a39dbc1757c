#include "cli/session.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/framework.h"

/* "did you mean 'x'?", or what there is instead. */
static const char *suggest(struct session *session, const char *id)
{
	const struct framework *framework = session->framework;
	const char **ids = ARENA_ARRAY(session->arena, const char *, framework->n_benchmarks);
	const char *near;

	for (size_t i = 0; i < framework->n_benchmarks; i++)
		ids[i] = framework->benchmarks[i].id;
	near = text_nearest(id, ids, framework->n_benchmarks);
	if (near != NULL)
		return arena_printf(session->arena, "did you mean '%s'?", near);
	if (framework->n_benchmarks == 0)
		return "the framework has none";
	return arena_printf(session->arena, "accepted: %s",
	                    text_join(session->arena, ids, framework->n_benchmarks, "and"));
}

static const struct benchmark *find(struct session *session, const struct benchmark_choice *choice)
{
	const struct framework *framework = session->framework;

	for (size_t i = 0; i < framework->n_benchmarks; i++)
		if (strcmp(framework->benchmarks[i].id, choice->id) == 0)
			return &framework->benchmarks[i];
	diag_error(session->diag, choice->pos, suggest(session, choice->id),
	           "%s has no benchmark '%s'", framework->id, choice->id);
	return NULL;
}

void load_benchmarks(struct session *session, const struct engagement_part *part)
{
	const struct benchmark **benchmarks;

	if (!part->chooses)
		return;
	benchmarks = ARENA_ARRAY(session->arena, const struct benchmark *, part->n_benchmarks + 1);
	for (size_t i = 0; i < part->n_benchmarks; i++) {
		const struct benchmark *benchmark = find(session, &part->benchmarks[i]);

		if (benchmark != NULL)
			benchmarks[session->n_benchmarks++] = benchmark;
	}
	session->benchmarks = benchmarks;
}
