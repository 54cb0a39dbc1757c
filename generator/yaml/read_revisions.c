#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"
#include "yaml/raw_sheet.h"

static void read_added(const struct bind *bind, const struct framework *framework,
                       const struct raw_revision *from, struct revision *revision)
{
	struct pos pos = bind_pos(&from->bound, "added");

	revision->added = ARENA_ARRAY(bind->arena, size_t, from->n_added);
	for (size_t i = 0; i < from->n_added; i++) {
		const char *id = from->added[i] == NULL ? "" : from->added[i];
		size_t item = raw_find_element(bind, framework, id, pos, PART_ITEM);

		if (item != SIZE_MAX)
			revision->added[revision->n_added++] = item;
	}
}

static void read_dropped(const struct bind *bind, const struct framework *framework,
                         const struct raw_revision *from, struct revision *revision)
{
	revision->dropped = ARENA_ARRAY(bind->arena, struct note, from->n_dropped);
	revision->n_dropped = from->n_dropped;
	for (size_t i = 0; i < from->n_dropped; i++) {
		const struct raw_dropped *dropped = &from->dropped[i];

		revision->dropped[i] = (struct note){.id = dropped->bound.id,
		                                    .text = dropped->text};
		if (framework_find(framework, dropped->bound.id) != SIZE_MAX)
			diag_error(bind->diag, dropped->bound.pos,
			           "what is asked in another way wants another id",
			           "'%s' is a part of this version still", dropped->bound.id);
	}
}

void raw_read_revisions(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->earlier = ARENA_ARRAY(bind->arena, struct revision, raw->n_earlier);
	framework->n_earlier = raw->n_earlier;
	for (size_t i = 0; i < raw->n_earlier; i++) {
		const struct raw_revision *from = &raw->earlier[i];
		struct revision *revision = &framework->earlier[i];

		revision->version = from->bound.id;
		if (framework->version != NULL &&
		    strcmp(revision->version, framework->version) == 0)
			diag_error(bind->diag, from->bound.pos, NULL,
			           "%s is the version of this file, not an earlier one",
			           revision->version);
		read_added(bind, framework, from, revision);
		read_dropped(bind, framework, from, revision);
	}
}

static bool is_dropped(const struct revision *revision, const char *id)
{
	for (size_t i = 0; revision != NULL && i < revision->n_dropped; i++)
		if (strcmp(revision->dropped[i].id, id) == 0)
			return true;
	return false;
}

static bool is_added(const struct revision *revision, size_t element)
{
	for (size_t i = 0; revision != NULL && i < revision->n_added; i++)
		if (revision->added[i] == element)
			return true;
	return false;
}

size_t raw_find_asked(const struct bind *bind, const struct framework *framework,
                      const struct revision *revision, const struct bound *bound, enum part part)
{
	size_t element;

	if (is_dropped(revision, bound->id))
		return SIZE_MAX;
	element = raw_find_element(bind, framework, bound->id, bound->pos, part);
	if (!is_added(revision, element))
		return element;
	diag_error(bind->diag, bound->pos, NULL, "version %s did not ask '%s' yet",
	           revision->version, bound->id);
	return SIZE_MAX;
}
