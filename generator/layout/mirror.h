/* Pages that are read from right to left. Blocks are placed as if all ran
 * from left to right; a page that is full is turned round once, as in a
 * mirror, and no block knows of it. Words are not turned, and what machines
 * look for (the code, the hollow mark) stays as it is. */
#ifndef WAYMARK_MIRROR_H
#define WAYMARK_MIRROR_H

struct arena;
struct page;

void mirror_page(struct arena *arena, struct page *page);

#endif
