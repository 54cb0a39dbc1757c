#include "pdf/tree.h"

#include "base/arena.h"

enum { LEAF_ENTRIES = 128 };

static void end_leaf(struct tree *tree)
{
	struct buf out = {.arena = tree->pdf->arena};
	HPDF_Dict object;

	if (tree->n_in_leaf == 0)
		return;
	object = object_new(tree->pdf);
	buf_addf(&out, "/Limits[%s %s]/%s[", tree->first, tree->last, tree->entries);
	buf_add(&out, tree->leaf.bytes, tree->leaf.length);
	buf_adds(&out, "]");
	object_set(tree->pdf, object, &out);
	add_reference(&tree->leaves, object);
	tree->leaf.length = 0;
	tree->n_in_leaf = 0;
}

void tree_add(struct tree *tree, const char *key, const char *value)
{
	tree->leaf.arena = tree->leaves.arena = tree->pdf->arena;
	if (tree->n_in_leaf == LEAF_ENTRIES)
		end_leaf(tree);
	tree->last = arena_strdup(tree->pdf->arena, key);
	if (tree->n_in_leaf++ == 0)
		tree->first = tree->last;
	buf_adds(&tree->leaf, key);
	buf_adds(&tree->leaf, " ");
	buf_adds(&tree->leaf, value);
	buf_adds(&tree->leaf, "\n");
}

HPDF_Dict tree_finish(struct tree *tree)
{
	struct buf out = {.arena = tree->pdf->arena};
	HPDF_Dict root;

	end_leaf(tree);
	if (tree->leaves.length == 0)
		return NULL;
	root = object_new(tree->pdf);
	buf_addf(&out, "/Kids[%s]", buf_text(&tree->leaves));
	object_set(tree->pdf, root, &out);
	return root;
}
