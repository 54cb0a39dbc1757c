#include <string.h>

#include "base/arena.h"
#include "yaml/raw_links.h"

/* Cuts at slashes; returns the number of parts, 4 for too many. */
static size_t cut(struct arena *arena, const char *text, const char *parts[3])
{
	size_t n = 0;

	while (n < 3) {
		size_t length = strcspn(text, "/");

		parts[n++] = arena_strndup(arena, text, length);
		if (text[length] == '\0')
			return n;
		text += length + 1;
	}
	return n + 1;
}

static bool read_link(const struct bind *bind, const char *text, struct link *link)
{
	const char *parts[3];
	size_t n = cut(bind->arena, text, parts);
	bool right = n == 2 || n == 3;

	for (size_t i = 0; right && i < n; i++)
		right = bind_is(parts[i], FORM_ID);
	if (right) {
		link->framework = parts[0];
		link->id = parts[1];
		link->row = n == 3 ? parts[2] : NULL;
		return true;
	}
	diag_error(bind->diag, link->pos,
	           "framework/element, or framework/record/row, each by its id",
	           "%s is no part of a framework", node_quote(bind->arena, text));
	return false;
}

struct link *raw_read_links(const struct bind *bind, const struct bound *bound,
                            const char *const *texts, size_t *n)
{
	const struct node *node = *n == 0 ? NULL : node_find(bound->node, "serves");
	struct link *links = ARENA_ARRAY(bind->arena, struct link, *n);
	size_t n_right = 0;

	for (size_t i = 0; i < *n; i++) {
		links[n_right] = (struct link){.pos = node->pos};
		if (node->kind == NODE_SEQUENCE)
			links[n_right].pos = node->entries[i].value->pos;
		if (texts[i] != NULL && read_link(bind, texts[i], &links[n_right]))
			n_right++;
	}
	*n = n_right;
	return links;
}
