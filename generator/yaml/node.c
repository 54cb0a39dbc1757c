#include "yaml/node.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "yaml/build.h"
#include "yaml/characters.h"

#define QUOTED_MAX 40

const struct node *node_find(const struct node *mapping, const char *key)
{
	if (mapping->kind != NODE_MAPPING)
		return NULL;
	for (size_t i = 0; i < mapping->n_entries; i++)
		if (strcmp(mapping->entries[i].key->text, key) == 0)
			return mapping->entries[i].value;
	return NULL;
}

bool node_is_null(const struct node *node)
{
	static const char *const words[] = {"", "~", "null", "Null", "NULL"};

	if (node->kind != NODE_SCALAR || !node->plain)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(node->text, words[i]) == 0)
			return true;
	return false;
}

const char *node_quote(struct arena *arena, const char *text)
{
	size_t at = 0, n = 0;
	char *shown;

	while (text[at] != '\0' && n++ < QUOTED_MAX)
		text_next(text, &at);
	shown = arena_printf(arena, "'%.*s%s'", (int)at, text, text[at] == '\0' ? "" : "…");
	for (char *c = strpbrk(shown, "\n\t"); c != NULL; c = strpbrk(c, "\n\t"))
		*c = ' ';
	return shown;
}

const char *node_say(struct arena *arena, const struct node *node)
{
	if (node->kind == NODE_SEQUENCE)
		return "a list";
	if (node->kind == NODE_MAPPING)
		return "a mapping";
	return node_is_null(node) ? "nothing" : node_quote(arena, node->text);
}

static struct stream *read_most(struct arena *arena, struct diag *diag, const char *path,
                                size_t most)
{
	struct source *source = file_read(arena, diag, path, NODE_BYTES_MAX);
	struct stream *stream = ARENA_NEW(arena, struct stream);
	size_t before = diag_n_errors(diag);

	if (source == NULL || !characters_check(arena, diag, source))
		return stream;
	build_stream(arena, diag, source, stream, most);
	if (stream->n_documents == 0 && diag_n_errors(diag) == before)
		diag_error(diag, (struct pos){source, 0, 0}, NULL, "this file is empty");
	return stream;
}

struct stream *node_read(struct arena *arena, struct diag *diag, const char *path)
{
	return read_most(arena, diag, path, SIZE_MAX);
}

struct stream *node_read_first(struct arena *arena, struct diag *diag, const char *path)
{
	return read_most(arena, diag, path, 1);
}

const struct node *node_read_one(struct arena *arena, struct diag *diag, const char *path)
{
	const struct stream *stream = node_read(arena, diag, path);

	if (stream->n_documents > 1)
		diag_error(diag, stream->documents[1]->pos, NULL,
		           "a second document begins here, but one is meant in a file");
	return stream->n_documents == 0 ? NULL : stream->documents[0];
}
