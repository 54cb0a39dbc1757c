/* Number trees and name trees (ISO 32000-1, 7.9.6 and 7.9.7): keys in
 * ascending order with their values, in leaves of equal size.
 *
 * Start with `struct tree tree = {.pdf = pdf, .entries = "Nums"}` or "Names".
 */
#ifndef WAYMARK_PDF_TREE_H
#define WAYMARK_PDF_TREE_H

#include "pdf/object.h"

struct tree {
	struct pdf *pdf;
	const char *entries;
	const char *first, *last; /* keys of the leaf that grows */
	struct buf leaf, leaves;
	size_t n_in_leaf;
};

/* Key and value in PDF syntax; the key is copied. */
void tree_add(struct tree *tree, const char *key, const char *value);

/* The tree's root; NULL when nothing was added. */
HPDF_Dict tree_finish(struct tree *tree);

#endif
