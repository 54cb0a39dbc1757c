#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"
#include "yaml/raw_sheet.h"

static void read_added(const struct bind *bind, const struct framework *framework,
                       const struct raw_edition *from, struct edition *edition)
{
	struct pos pos = bind_pos(&from->bound, "added");

	edition->added = ARENA_ARRAY(bind->arena, size_t, from->n_added);
	for (size_t i = 0; i < from->n_added; i++) {
		const char *id = from->added[i] == NULL ? "" : from->added[i];
		size_t item = raw_find_element(bind, framework, id, pos, PART_ITEM);

		if (item != SIZE_MAX)
			edition->added[edition->n_added++] = item;
	}
}

static void read_dropped(const struct bind *bind, const struct framework *framework,
                         const struct raw_edition *from, struct edition *edition)
{
	edition->dropped = ARENA_ARRAY(bind->arena, struct note, from->n_dropped);
	edition->n_dropped = from->n_dropped;
	for (size_t i = 0; i < from->n_dropped; i++) {
		const struct raw_dropped *dropped = &from->dropped[i];

		edition->dropped[i] = (struct note){.id = dropped->bound.id,
		                                    .text = dropped->text};
		if (framework_find(framework, dropped->bound.id) != SIZE_MAX)
			diag_error(bind->diag, dropped->bound.pos,
			           "what is asked in another way wants another id",
			           "'%s' is a part of this version still", dropped->bound.id);
	}
}

void raw_read_editions(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->earlier = ARENA_ARRAY(bind->arena, struct edition, raw->n_earlier);
	framework->n_earlier = raw->n_earlier;
	for (size_t i = 0; i < raw->n_earlier; i++) {
		const struct raw_edition *from = &raw->earlier[i];
		struct edition *edition = &framework->earlier[i];

		edition->version = from->bound.id;
		if (framework->version != NULL &&
		    strcmp(edition->version, framework->version) == 0)
			diag_error(bind->diag, from->bound.pos, NULL,
			           "%s is the version of this file, not an earlier one",
			           edition->version);
		read_added(bind, framework, from, edition);
		read_dropped(bind, framework, from, edition);
	}
}

static bool is_dropped(const struct edition *edition, const char *id)
{
	for (size_t i = 0; edition != NULL && i < edition->n_dropped; i++)
		if (strcmp(edition->dropped[i].id, id) == 0)
			return true;
	return false;
}

static bool is_added(const struct edition *edition, size_t element)
{
	for (size_t i = 0; edition != NULL && i < edition->n_added; i++)
		if (edition->added[i] == element)
			return true;
	return false;
}

size_t raw_find_asked(const struct bind *bind, const struct framework *framework,
                      const struct edition *edition, const struct bound *bound, enum part part)
{
	size_t element;

	if (is_dropped(edition, bound->id))
		return SIZE_MAX;
	element = raw_find_element(bind, framework, bound->id, bound->pos, part);
	if (!is_added(edition, element))
		return element;
	diag_error(bind->diag, bound->pos, NULL, "version %s did not ask '%s' yet",
	           edition->version, bound->id);
	return SIZE_MAX;
}
