/* Blocks in blocks: the strips of children in one list. */
#ifndef WAYMARK_CONTAINERS_H
#define WAYMARK_CONTAINERS_H

#include "layout/strip.h"

/* The strips of all children, one child after the other; `state` is known to
 * children_place only. */
void children_measure(struct layout *layout, const struct block *children, size_t n_children,
                      double width, struct measured *measured);
void children_place(struct layout *layout, const struct block *children,
                    const struct measured *measured, size_t strip, struct area area);

#endif
