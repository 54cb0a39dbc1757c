#include "cli/session.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "compose/compose.h"
#include "model/answers.h"
#include "score/score.h"

/* Names, each once. */
struct names {
	const char **names;
	size_t n;
};

static bool has(const struct names *names, const char *name)
{
	for (size_t i = 0; i < names->n; i++)
		if (strcmp(names->names[i], name) == 0)
			return true;
	return false;
}

static void add(struct arena *arena, struct names *names, const char *name)
{
	if (has(names, name))
		return;
	names->names = arena_push(arena, names->names, names->n, sizeof *names->names);
	names->names[names->n++] = name;
}

/* The names that somebody in the wave has. */
static struct names known_names(const struct session *session)
{
	const struct scores *scores = session->scores;
	struct names known = {NULL, 0};

	for (size_t i = 0; i < scores->n_people; i++)
		for (size_t j = 0; j < scores->people[i]->n_segments; j++)
			add(session->arena, &known, scores->people[i]->segments[j].name);
	return known;
}

static void report_unknown(struct session *session, const struct names *known, const char *name)
{
	const char *near = text_nearest(name, known->names, known->n), *accepted = NULL;

	if (near != NULL)
		accepted = arena_printf(session->arena, "did you mean '%s'?", near);
	else if (known->n > 0)
		accepted = text_join(session->arena, known->names, known->n, "and");
	diag_error(session->diag, (struct pos){NULL, 0, 0}, accepted,
	           "nobody in wave %s has a segment '%s'", session->scores->wave, name);
}

static struct names asked_names(struct session *session)
{
	struct names known = known_names(session), asked = {NULL, 0};
	const char *at = session->options.segments;

	while (at != NULL) {
		size_t length = strcspn(at, ",");
		const char *name = arena_strndup(session->arena, at, length);

		if (!has(&known, name))
			report_unknown(session, &known, name);
		add(session->arena, &asked, name);
		at = at[length] == ',' ? at + length + 1 : NULL;
	}
	return asked;
}

/* An engagement holds several frameworks, of which each takes what its people have. */
static struct names wanted_names_of(struct session *session)
{
	const struct engagement *engagement = session->engagement;
	struct names known, wanted = {NULL, 0};

	if (engagement == NULL)
		return asked_names(session);
	known = known_names(session);
	for (size_t i = 0; i < engagement->n_segments; i++)
		if (has(&known, engagement->segments[i]))
			add(session->arena, &wanted, engagement->segments[i]);
	return wanted;
}

const struct segmentation *const *load_segments(struct session *session,
                                                const struct template *template, size_t *n)
{
	struct names names = wanted_names_of(session);
	size_t asked = session->engagement == NULL ? 0 : session->engagement->minimum_group;

	*n = names.n;
	return score_segments(session->arena, session->scores, names.names, names.n,
	                      report_minimum(template, asked));
}
