#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/answers.h"
#include "score/disclosure.h"
#include "score/parts.h"
#include "score/score.h"

static const char *segment_of(const struct sheet *sheet, const char *name)
{
	for (size_t i = 0; i < sheet->n_segments; i++)
		if (strcmp(sheet->segments[i].name, name) == 0)
			return sheet->segments[i].value;
	return NULL;
}

static bool is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static int compare_groups(const void *left, const void *right)
{
	const struct segment_group *a = left, *b = right;

	if (a->value == NULL || b->value == NULL)
		return (a->value == NULL) - (b->value == NULL);
	return strcmp(a->value, b->value);
}

static void find_groups(struct arena *arena, const struct scores *scores,
                        struct segmentation *segmentation)
{
	for (size_t i = 0; i < scores->n_people; i++) {
		const char *value = segment_of(scores->people[i], segmentation->name);
		size_t j = 0;

		while (j < segmentation->n_groups &&
		       !is_same(segmentation->groups[j].value, value))
			j++;
		if (j == segmentation->n_groups) {
			segmentation->groups = arena_push(arena, segmentation->groups, j,
			                                  sizeof *segmentation->groups);
			segmentation->groups[segmentation->n_groups++].value = value;
		}
	}
	if (segmentation->n_groups > 0)
		qsort(segmentation->groups, segmentation->n_groups,
		      sizeof *segmentation->groups, compare_groups);
}

/* The same figures as of all, of the people of one group. */
static void score_members(struct arena *arena, const struct scores *scores, const char *name,
                          struct segment_group *group)
{
	struct scores part = *scores;

	part.n_people = 0;
	part.people = ARENA_ARRAY(arena, const struct sheet *, scores->n_people);
	part.results = ARENA_ARRAY(arena, struct result *, scores->n_people);
	for (size_t i = 0; i < scores->n_people; i++) {
		if (!is_same(segment_of(scores->people[i], name), group->value))
			continue;
		part.people[part.n_people] = scores->people[i];
		part.results[part.n_people++] = scores->results[i];
	}
	score_group(arena, &part);
	group->n_people = part.n_people;
	group->stats = part.stats;
	group->shown = ARENA_ARRAY(arena, bool, scores->framework->n_elements);
}

struct choice {
	const struct segmentation *segmentation;
	struct segment_group *group;
	size_t n, order;
};

/* The more people a group has, the more are served by seeing it. */
static int compare_choices(const void *left, const void *right)
{
	const struct choice *a = left, *b = right;

	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return (a->order > b->order) - (a->order < b->order);
}

/* What a group and an element come to; a NULL choice is the whole. */
static bool release(struct disclosure *disclosure, const struct scores *scores, size_t element,
                    const struct choice *choice, bool *members)
{
	for (size_t i = 0; i < scores->n_people; i++)
		members[i] = !isnan(scores->results[i][element].value) &&
		             (choice == NULL ||
		              is_same(segment_of(scores->people[i], choice->segmentation->name),
		                      choice->group->value));
	return disclosure_release(disclosure, members);
}

static void choose_shown(struct arena *arena, const struct scores *scores, size_t element,
                         struct segmentation *const *segmentations, size_t minimum)
{
	struct disclosure *disclosure = disclosure_new(arena, scores->n_people, minimum);
	bool *members = ARENA_ARRAY(arena, bool, scores->n_people);

	release(disclosure, scores, element, NULL, members);
	for (; *segmentations != NULL; segmentations++) {
		const struct segmentation *segmentation = *segmentations;
		struct choice *choices = ARENA_ARRAY(arena, struct choice,
		                                     segmentation->n_groups);

		for (size_t i = 0; i < segmentation->n_groups; i++)
			choices[i] = (struct choice){segmentation, &segmentation->groups[i],
			                             segmentation->groups[i].stats[element].n, i};
		if (segmentation->n_groups > 0)
			qsort(choices, segmentation->n_groups, sizeof *choices, compare_choices);
		for (size_t i = 0; i < segmentation->n_groups; i++)
			choices[i].group->shown[element] = release(disclosure, scores, element,
			                                           &choices[i], members);
	}
}

const struct segmentation *const *score_segments(struct arena *arena, const struct scores *scores,
                                                 const char *const *names, size_t n_names,
                                                 size_t minimum)
{
	const struct framework *f = scores->framework;
	struct segmentation **all = ARENA_ARRAY(arena, struct segmentation *, n_names + 1);

	for (size_t i = 0; i < n_names; i++) {
		all[i] = ARENA_NEW(arena, struct segmentation);
		all[i]->name = names[i];
		find_groups(arena, scores, all[i]);
		for (size_t j = 0; j < all[i]->n_groups; j++)
			score_members(arena, scores, names[i], &all[i]->groups[j]);
	}
	for (size_t element = 0; element < f->n_elements; element++) {
		struct arena *work = arena_new();

		if (f->elements[element].scale == NULL)
			choose_shown(work, scores, element, all, minimum);
		arena_free(work);
	}
	return (const struct segmentation *const *)all;
}
