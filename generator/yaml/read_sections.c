#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"
#include "yaml/raw_links.h"

#define ELEMENTS_MAX 10000

struct planting {
	const struct bind *bind;
	struct raw_framework *raw;
	struct framework *framework;
};

/* The scale that items below take unless they name one. */
struct inherited {
	const struct scale *scale;
	bool named; /* somebody named one, even if it is not there */
};

static struct inherited find_scale(const struct planting *planting, const struct bound *bound,
                                   const char *id, struct inherited inherited)
{
	const struct framework *framework = planting->framework;
	const struct bind *bind = planting->bind;
	const char *names[RAW_NAMED_MAX];

	if (id == NULL)
		return inherited;
	for (size_t i = 0; i < framework->n_scales; i++) {
		names[i] = framework->scales[i].id;
		if (strcmp(names[i], id) != 0)
			continue;
		/* A scale with mistakes is named, but not looked at. */
		inherited.scale =
		    planting->raw->scales[i].bound.whole ? &framework->scales[i] : NULL;
		return (struct inherited){inherited.scale, true};
	}
	diag_error(bind->diag, bind_pos(bound, "scale"),
	           bind_accepted(bind, id, names, framework->n_scales), "there is no scale %s",
	           node_quote(bind->arena, id));
	return (struct inherited){NULL, true};
}

static struct element *add_element(struct planting *planting, const struct bound *bound,
                                   const struct element *from, size_t parent)
{
	struct framework *framework = planting->framework;
	struct element *element;

	framework->elements = arena_push(planting->bind->arena, framework->elements,
	                                 framework->n_elements, sizeof *framework->elements);
	element = &framework->elements[framework->n_elements++];
	*element = *from;
	element->id = bound->id;
	element->pos = bound->pos;
	element->parent = parent;
	element->level = framework->n_elements == 1 ? 0 : framework->elements[parent].level + 1;
	element->end = framework->n_elements;
	element->first_item = framework->n_items;
	return element;
}

static bool asks_reading(const struct scale *scale)
{
	bool asks = scale->kind == SCALE_NUMBER;

	for (size_t i = 0; i < scale->n_columns; i++)
		asks = asks || scale->columns[i].targets;
	return asks;
}

static void read_target(const struct bind *bind, const struct bound *bound, struct element *item)
{
	if (!bind_has(bound, "target")) {
		item->target = NAN;
		if (bind_has(bound, "unit"))
			diag_error(bind->diag, bind_key_pos(bound, "unit"), NULL,
			           "the item '%s' has a unit, but no target", item->id);
	} else if (item->scale != NULL && !asks_reading(item->scale)) {
		diag_warning(bind->diag, bind_key_pos(bound, "target"),
		             "columns of the scale: {reached: {type: number, targets: true, ...}}",
		             "the item '%s' has a target, but nobody is asked what was reached",
		             item->id);
	}
}

static void add_item(struct planting *planting, const struct raw_item *raw, size_t parent,
                     struct inherited inherited)
{
	struct framework *framework = planting->framework;
	struct element *item = add_element(planting, &raw->bound, &raw->element, parent);
	const struct bind *bind = planting->bind;

	framework->items = arena_push(bind->arena, framework->items, framework->n_items,
	                              sizeof *framework->items);
	framework->items[framework->n_items++] = framework->n_elements - 1;
	item->n_items = 1;
	inherited = find_scale(planting, &raw->bound, raw->scale, inherited);
	item->scale = inherited.scale;
	if (!bind_has(&raw->bound, "weight"))
		item->weight = 1;
	item->n_links = raw->n_serves;
	item->links = raw_read_links(bind, &raw->bound, raw->serves, &item->n_links);
	read_target(bind, &raw->bound, item);
	if (!inherited.named)
		diag_error(bind->diag, item->pos,
		           "name a scale for it, its section or the framework",
		           "the item '%s' has no scale", item->id);
	if (item->reversed && item->scale != NULL && item->scale->kind != SCALE_RATING)
		diag_error(bind->diag, bind_pos(&raw->bound, "reversed"), NULL,
		           item->scale->kind == SCALE_MARK
		               ? "only a rating can be reversed, and '%s' is marked"
		               : "only a rating can be reversed, and '%s' is none",
		           item->id);
}

/* Sections are nested exactly as deep as the levels say. */
static void check_shape(const struct planting *planting, const struct raw_section *raw,
                        const struct element *section)
{
	const struct framework *framework = planting->framework;
	const struct level *below = &framework->levels[section->level + 1];
	bool lowest = section->level + 2 == framework->n_levels;
	const char *wanted = lowest ? "items" : "sections", *other = lowest ? "sections" : "items";
	struct diag *diag = planting->bind->diag;

	if (!raw->bound.whole)
		return;
	if (bind_has(&raw->bound, other))
		diag_error(diag, bind_key_pos(&raw->bound, other), NULL,
		           "the levels put %s ('%s') below '%s', not %s", wanted, below->id,
		           section->id, other);
	else if (lowest ? raw->n_items == 0 : raw->n_sections == 0)
		diag_error(diag, section->pos, NULL, "the section '%s' has no %s", section->id,
		           wanted);
}

static void add_section(struct planting *planting, const struct raw_section *raw, size_t parent,
                        struct inherited inherited)
{
	struct framework *framework = planting->framework;
	struct element *section = add_element(planting, &raw->bound, &raw->element, parent);
	size_t index = framework->n_elements - 1, level = section->level;

	check_shape(planting, raw, section);
	section->target = NAN;
	section->n_links = raw->n_serves;
	section->links =
	    raw_read_links(planting->bind, &raw->bound, raw->serves, &section->n_links);
	inherited = find_scale(planting, &raw->bound, raw->scale, inherited);
	if (level + 2 < framework->n_levels)
		for (size_t i = 0; i < raw->n_sections; i++)
			add_section(planting, &raw->sections[i], index, inherited);
	else
		for (size_t i = 0; i < raw->n_items; i++)
			add_item(planting, &raw->items[i], index, inherited);
	framework->elements[index].end = framework->n_elements;
	framework->elements[index].n_items =
	    framework->n_items - framework->elements[index].first_item;
}

static int compare_ids(const void *left, const void *right)
{
	const struct element *a = *(const struct element *const *)left;
	const struct element *b = *(const struct element *const *)right;
	int order = strcmp(a->id, b->id);

	if (order != 0)
		return order;
	return a < b ? -1 : a > b;
}

static void check_ids(const struct bind *bind, const struct framework *framework)
{
	size_t n = framework->n_elements;
	const struct element **sorted = ARENA_ARRAY(bind->arena, const struct element *, n);

	for (size_t i = 0; i < n; i++)
		sorted[i] = &framework->elements[i];
	qsort(sorted, n, sizeof *sorted, compare_ids);
	for (size_t i = 1; i < n; i++) {
		const struct element *first = sorted[i - 1], *second = sorted[i];

		if (strcmp(first->id, second->id) != 0)
			continue;
		if (first == framework->elements)
			diag_error(bind->diag, second->pos, NULL,
			           "the id 'overall' is taken by the framework as a whole");
		else
			diag_error(bind->diag, second->pos,
			           "ids of sections and items are unique in a framework",
			           "the id '%s' is taken in line %zu", second->id,
			           first->pos.line);
	}
}

void raw_read_sections(const struct bind *bind, struct raw_framework *raw)
{
	struct planting planting = {bind, raw, &raw->framework};
	struct framework *framework = &raw->framework;
	struct bound whole = {.id = "overall", .pos = raw->bound.pos};
	struct element from = {.text = framework->title, .target = NAN};
	struct inherited inherited = {NULL, false};

	add_element(&planting, &whole, &from, 0);
	inherited = find_scale(&planting, &raw->bound, raw->scale, inherited);
	for (size_t i = 0; i < raw->n_sections; i++)
		add_section(&planting, &raw->sections[i], 0, inherited);
	framework->elements[0].end = framework->n_elements;
	framework->elements[0].n_items = framework->n_items;
	if (framework->n_elements > ELEMENTS_MAX)
		diag_error(bind->diag, bind_key_pos(&raw->bound, "sections"), NULL,
		           "a framework has at most %d sections and items, but here are %zu",
		           ELEMENTS_MAX, framework->n_elements - 1);
	check_ids(bind, framework);
}
