#include <string.h>

#include "base/arena.h"
#include "yaml/overlay.h"

static const char head[] = "a translation begins with translation: the id of what it translates, "
                           "and language: its own, such as es";

/* The scalar under a key of the head, or NULL: recorded. */
static const struct node *head_value(const struct bind *bind, const struct node *root,
                                     const char *key)
{
	const struct node *value = node_find(root, key);

	if (value != NULL && value->kind == NODE_SCALAR && !node_is_null(value))
		return value;
	diag_error(bind->diag, value == NULL ? root->pos : value->pos, head,
	           value == NULL ? "this translation lacks '%s'"
	                         : "'%s' is no single value in this translation",
	           key);
	return NULL;
}

static bool check_head(const struct bind *bind, const struct table *table,
                       const struct node *original, const struct node *root,
                       const struct translation *translation)
{
	const struct node *of = head_value(bind, root, "translation");
	const struct node *language = head_value(bind, root, "language");
	const struct node *id = node_find(original, table->fields[0].key);

	if (of == NULL || language == NULL)
		return false;
	if (id != NULL && id->kind == NODE_SCALAR && strcmp(id->text, of->text) != 0)
		diag_error(bind->diag, of->pos,
		           arena_printf(bind->arena, "translation: %s", id->text),
		           "this translates %s, but stands beside the %s %s",
		           node_quote(bind->arena, of->text), table->name,
		           node_quote(bind->arena, id->text));
	else if (translation->language != NULL &&
	         strcmp(language->text, translation->language) != 0)
		diag_error(bind->diag, language->pos,
		           arena_printf(bind->arena, "language: %s", translation->language),
		           "the language is %s, but by its place this is a translation into '%s'",
		           node_quote(bind->arena, language->text), translation->language);
	else
		return true;
	return false;
}

/* The translation without the key that only it has. */
static const struct node *drop_head(struct arena *arena, const struct node *root)
{
	struct node *rest = ARENA_NEW(arena, struct node);

	*rest = *root;
	rest->entries = ARENA_ARRAY(arena, struct entry, root->n_entries);
	rest->n_entries = 0;
	for (size_t i = 0; i < root->n_entries; i++)
		if (strcmp(root->entries[i].key->text, "translation") != 0)
			rest->entries[rest->n_entries++] = root->entries[i];
	return rest;
}

/* An original in en serves en-GB too, unless that has a translation. */
static bool is_native(const struct node *original, const struct translation *translation)
{
	const struct node *own = node_find(original, "language");
	const char *wanted = translation->language;
	size_t length;

	if (wanted == NULL || own == NULL || own->kind != NODE_SCALAR)
		return false;
	length = strlen(own->text);
	return strcmp(wanted, own->text) == 0 ||
	       (translation->path == NULL && strncmp(wanted, own->text, length) == 0 &&
	        wanted[length] == '-');
}

const struct node *overlay_read(const struct bind *bind, const struct table *table,
                                const struct node *original, struct translation *translation)
{
	struct overlay overlay = {bind, translation};
	const struct node *root = NULL;

	translation->native = is_native(original, translation);
	if (original->kind != NODE_MAPPING || translation->native)
		return original;
	if (translation->path != NULL) {
		root = node_read_one(bind->arena, bind->diag, translation->path);
		if (root == NULL)
			return original;
		translation->pos = root->pos;
		if (!check_head(bind, table, original, root, translation))
			return original;
		root = drop_head(bind->arena, root);
	}
	return overlay_lay(&overlay, table, original, root, "");
}
