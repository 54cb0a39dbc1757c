#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "yaml/node.h"
#include "yaml/read.h"

/* What a first look finds in a file. */
struct look {
	enum content_kind kind;
	const char *framework; /* the framework that it names, or NULL */
	const char *key;       /* the first one, or NULL */
	struct pos pos;
};

static const char accepted[] = "the first key says what a file is: framework, template, theme, "
                               "translation or engagement; answers have framework and wave";

static bool is_sheet(const struct node *root)
{
	static const char *const keys[] = {"wave", "respondent", "answers", "sheet"};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (node_find(root, keys[i]) != NULL)
			return true;
	return false;
}

static struct look look(const struct stream *stream)
{
	struct look look = {.kind = CONTENT_UNKNOWN};
	const struct node *root, *framework;

	if (stream->n_documents == 0)
		return look;
	root = stream->documents[0];
	framework = node_find(root, "framework");
	look.pos = root->pos;
	if (root->kind == NODE_MAPPING && root->n_entries > 0)
		look.key = root->entries[0].key->text;
	if (framework != NULL && framework->kind == NODE_SCALAR && !node_is_null(framework))
		look.framework = framework->text;
	if (node_find(root, "translation") != NULL)
		look.kind = CONTENT_TRANSLATION;
	else if (node_find(root, "engagement") != NULL)
		look.kind = CONTENT_ENGAGEMENT;
	else if (node_find(root, "template") != NULL)
		look.kind = CONTENT_TEMPLATE;
	else if (is_sheet(root))
		look.kind = CONTENT_ANSWERS;
	else if (framework != NULL)
		look.kind = CONTENT_FRAMEWORK;
	else if (node_find(root, "theme") != NULL)
		look.kind = CONTENT_THEME;
	return look;
}

static void report_unknown(struct arena *arena, struct diag *diag, const struct look *look)
{
	static const char *const keys[] = {"framework", "template", "theme", "translation",
	                                   "engagement"};
	const char *near = look->key == NULL ? NULL : text_nearest(look->key, keys, 5);

	diag_error(diag, look->pos,
	           near == NULL ? accepted : arena_printf(arena, "did you mean '%s'?", near),
	           "this is no content of waymark");
}

enum content_kind read_kind(struct arena *arena, struct diag *diag, const char *path)
{
	/* Who reads a file of a known kind reports its problems. */
	struct look first = look(node_read_first(arena, diag_new(arena), path));
	size_t before = diag_n_errors(diag);

	if (first.kind == CONTENT_UNKNOWN) {
		first = look(node_read(arena, diag, path));
		if (diag_n_errors(diag) == before)
			report_unknown(arena, diag, &first);
	}
	return first.kind;
}

const char *read_framework_id(struct arena *arena, struct diag *diag, const char *path)
{
	struct look first = look(node_read_first(arena, diag_new(arena), path));
	size_t before = diag_n_errors(diag);

	if (first.framework == NULL) {
		first = look(node_read(arena, diag, path));
		if (diag_n_errors(diag) == before)
			diag_error(diag, first.pos, "framework: the id of a framework",
			           "this sheet names no framework");
	}
	return first.framework;
}
