/* Finished pages as text that people can read in a diff: a line for each op,
 * in drawing order, indented by the roles around it. */
#ifndef WAYMARK_DUMP_PAGES_H
#define WAYMARK_DUMP_PAGES_H

struct buf;
struct pages;

/* Lengths are in points, from the top left, to a tenth. */
void dump_pages(const struct pages *pages, struct buf *out);

#endif
