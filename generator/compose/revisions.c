#include "base/arena.h"
#include "compose/composer.h"
#include "compose/progress.h"
#include "compose/report.h"
#include "model/answers.h"

/* What earlier versions asked else, over those whose sheets are among the waves. */
struct differences {
	const char **versions, **added, **dropped;
	size_t n_versions, n_added, n_dropped;
};

static bool is_used(const struct progress *progress, const struct revision *revision)
{
	for (size_t i = 0; i < progress->n_waves; i++)
		for (size_t j = 0; j < progress->waves[i]->n_people; j++)
			if (progress->waves[i]->people[j]->revision == revision)
				return true;
	return false;
}

static void push(struct arena *arena, const char ***names, size_t *n, const char *name)
{
	for (size_t i = 0; i < *n; i++)
		if ((*names)[i] == name)
			return;
	*names = arena_push(arena, *names, *n, sizeof **names);
	(*names)[(*n)++] = name;
}

static struct differences find(const struct composer *composer, const struct progress *progress)
{
	const struct framework *f = composer->framework;
	struct arena *arena = composer->arena;
	struct differences found = {0};

	for (size_t i = 0; i < f->n_earlier; i++) {
		const struct revision *revision = &f->earlier[i];

		if (!is_used(progress, revision))
			continue;
		push(arena, &found.versions, &found.n_versions, revision->version);
		for (size_t j = 0; j < revision->n_added; j++)
			push(arena, &found.added, &found.n_added,
			     f->elements[revision->added[j]].text);
		for (size_t j = 0; j < revision->n_dropped; j++)
			push(arena, &found.dropped, &found.n_dropped, revision->dropped[j].text);
	}
	return found;
}

void progress_add_revisions(struct composer *composer, const struct progress *progress)
{
	struct differences found = find(composer, progress);
	size_t opened = composer_open_flags(composer);

	if (found.n_added + found.n_dropped == 0)
		return;
	composer_flag(composer, "added", found.n_added > 0);
	composer_flag(composer, "dropped", found.n_dropped > 0);
	composer_set(composer, "versions",
	             composer_join(composer, found.versions, found.n_versions));
	composer_set_count(composer, "added-count", found.n_added);
	composer_set_count(composer, "dropped-count", found.n_dropped);
	composer_set(composer, "added-items",
	             composer_join_parts(composer, found.added, found.n_added));
	composer_set(composer, "dropped-items",
	             composer_join_parts(composer, found.dropped, found.n_dropped));
	composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "versions"), 0);
	composer_close_flags(composer, opened);
}
