#include <stdint.h>

#include "base/arena.h"
#include "yaml/raw_sheet.h"

static const char *const part_names[] = {
	[PART_ITEM] = "an item",
	[PART_SECTION] = "a section",
	[PART_ANY] = "a part",
};

static bool is_part(const struct element *element, enum part part)
{
	if (element->level == 0)
		return false;
	return part == PART_ANY || part == (element->scale == NULL ? PART_SECTION : PART_ITEM);
}

static size_t list_ids(const struct bind *bind, const struct framework *framework,
                       enum part part, const char ***ids)
{
	size_t n = 0;

	*ids = ARENA_ARRAY(bind->arena, const char *, framework->n_elements);
	for (size_t i = 0; i < framework->n_elements; i++)
		if (is_part(&framework->elements[i], part))
			(*ids)[n++] = framework->elements[i].id;
	return n;
}

size_t raw_find_element(const struct bind *bind, const struct framework *framework,
                        const char *id, struct pos pos, enum part part)
{
	size_t element = framework_find(framework, id), n;
	const char **ids = NULL;

	if (element != SIZE_MAX && is_part(&framework->elements[element], part))
		return element;
	n = bind_suggests(bind) ? list_ids(bind, framework, part, &ids) : 0;
	if (element != SIZE_MAX && element != 0)
		diag_error(bind->diag, pos, bind_accepted(bind, id, ids, n), "'%s' is %s, not %s",
		           id, part_names[part == PART_ITEM ? PART_SECTION : PART_ITEM],
		           part_names[part]);
	else
		diag_error(bind->diag, pos, bind_accepted(bind, id, ids, n), "%s is not %s of %s",
		           node_quote(bind->arena, id), part_names[part], framework->id);
	return SIZE_MAX;
}
