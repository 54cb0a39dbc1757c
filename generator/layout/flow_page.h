/* The pages of a document while strips fill them, one after the other.
 *
 * Strips are added while they fit, heads are repeated on the next page, and a
 * finished page is placed: its strips grow to the foot. A dry run only counts
 * pages. flow.c says what stays together.
 */
#ifndef WAYMARK_FLOW_PAGE_H
#define WAYMARK_FLOW_PAGE_H

#include "layout/strip.h"

/* A strip on the page that is being filled. */
struct item {
	size_t strip;
	bool repeated;
};

struct flow {
	struct layout *layout;
	struct measured measured; /* all blocks of the document */
	struct area body;
	double limit;             /* of what stands on a page: its height, or less */
	bool dry;                 /* pages are counted only */
	size_t n_pages;           /* finished */
	struct item *items;       /* of the page that is being filled */
	size_t n_items, n_heads;  /* heads: those that stand at the top */
	double used;
	size_t *heads;            /* strips that are repeated as long as they reach */
	size_t n_active;
	bool finished;            /* a page was placed already */
};

const struct strip *flow_strip(const struct flow *flow, size_t strip);

/* Whether strips [from, end) fit below what stands on the page, where all of it
 * may be `height` high. */
bool flow_fits(const struct flow *flow, size_t from, size_t end, double height);

/* Whether strips that did not fit would do so on a page of their own, below
 * the heads that are repeated there. */
bool flow_fits_alone(struct flow *flow, size_t from, size_t end);

/* Whether anything but heads stands on the page. */
bool flow_is_begun(const struct flow *flow);

/* Whether strips of the page that take the rest of it will find any. */
bool flow_has_rest(const struct flow *flow);

void flow_add(struct flow *flow, size_t strip);

/* Finishes the page and begins the one that `strip` will stand on. */
void flow_next_page(struct flow *flow, size_t strip);
void flow_finish_page(struct flow *flow);

#endif
