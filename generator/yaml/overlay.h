/* A translation laid over the nodes of the file that it translates.
 *
 * A translation has the shape of the original and the same ids, but only
 * texts. Which texts there are follows from the tables that the file is bound
 * by: every text that is not `fixed`. overlay_lay gives the original with its
 * texts exchanged, ready for bind_struct; a text that was exchanged stands
 * where the translation has it, so that whatever is wrong with it is reported
 * there. What the translation lacks stays as it was, and is listed.
 */
#ifndef WAYMARK_OVERLAY_H
#define WAYMARK_OVERLAY_H

#include "yaml/bind.h"
#include "yaml/read.h"

struct overlay {
	const struct bind *bind;
	struct translation *translation; /* where missing texts are listed */
};

/* One struct of a table. `over` is NULL when the translation does not mention
 * it; `name` tells where it stands in the file, "" for the file as a whole. */
const struct node *overlay_lay(const struct overlay *overlay, const struct table *table,
                               const struct node *original, const struct node *over,
                               const char *name);

/* The file as a whole: reads the translation and checks its head, that is
 * what it translates and into which language. Gives the original where the
 * translation cannot be read. */
const struct node *overlay_read(const struct bind *bind, const struct table *table,
                                const struct node *original, struct translation *translation);

#endif
