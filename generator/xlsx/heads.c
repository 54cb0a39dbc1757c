#include "xlsx/heads.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static bool is_taken(const struct heads *heads, const char *upper)
{
	for (size_t i = 0; i < heads->n_heads; i++)
		if (strcmp(heads->uppers[i], upper) == 0)
			return true;
	return false;
}

const char *heads_add(struct heads *heads, const char *wanted)
{
	char *flat = arena_strdup(heads->arena, wanted), *head = flat;
	const char *upper;

	for (char *c = flat; *c != '\0'; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	upper = text_upper(heads->arena, head);
	for (size_t next = 2; is_taken(heads, upper); next++) {
		head = arena_printf(heads->arena, "%s %zu", flat, next);
		upper = text_upper(heads->arena, head);
	}
	heads->uppers =
	    arena_push(heads->arena, heads->uppers, heads->n_heads, sizeof *heads->uppers);
	heads->uppers[heads->n_heads++] = upper;
	return head;
}
