/* How a block meets the page: as a list of strips.
 *
 * Every block is measured at a width and says which strips it consists of,
 * from top to bottom: a line of a paragraph, a row of a table, a chart.
 * A strip never breaks. flow.c fills pages with strips and knows nothing
 * else of blocks: so splitting, keeping a heading with what follows,
 * repeating table heads and growing rows to the foot are written once.
 *
 * A new kind of block is a row in blocks.c with these two functions.
 */
#ifndef WAYMARK_STRIP_H
#define WAYMARK_STRIP_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/page.h"
#include "model/document.h"

struct layout {
	struct arena *arena;
	struct arena *scratch; /* of what no op refers to; freed after the document */
	const struct document *document;
	const struct theme *theme;
	const struct metrics *metrics;
	struct diag *diag;
	struct pages *pages;
	struct page *page; /* the one that ops go to; set while placing */
	size_t level;      /* of the next bookmark in the outline */
	const char *language; /* of roles when it is not the document's, or NULL */
	bool mirrored;     /* the document is read from right to left, see mirror.h */
	struct reference *references; /* to other pages, see contents.h */
	size_t n_references;
	bool repeating;    /* a head is placed again: no roles, fields or bookmarks */
};

struct strip {
	double height;    /* natural height, points */
	double stretch;   /* how much it may grow while the page has room, */
	double shrink;    /* and be lower where that saves a page */
	double before;    /* gap above it; none at the top of a page, */
	double below_head;/* and this one when only heads stand above it there */
	bool keep;        /* not the last one on a page: goes with the next strip */
	bool head;        /* repeated on a new page while one of the `reach` strips */
	size_t reach;     /* that follow it stands there */
	bool new_page;    /* starts a page, */
	bool even;        /* and all pages up to the next strip that does are filled evenly */
	bool chart;       /* a chart begins, which may want a page of its own */
	bool rest;        /* takes what stretching has left of the page, */
	double least;     /* when that is at least so much */
	size_t least_pages; /* takes no room in a document of fewer pages, 0: in any */
	const char *what; /* its text, for the message when it is taller than a page; or NULL: */
	const char *kind; /* then the name of its block's kind, which block_measure sets */
};

/* What measuring gives; `state` is the block's own and comes back to place. */
struct measured {
	struct strip *strips;
	size_t n_strips;
	void *state;
};

struct area {
	double x, y, width, height;
};

struct block_class {
	/* Fills `measured` for this width; texts are set and balanced here. */
	void (*measure)(struct layout *layout, const struct block *block, double width,
	                struct measured *measured);
	/* Appends the ops of one strip to the page; `area` is where it stands,
	 * its height natural plus what it was given of its stretch. Strips come
	 * in their order, heads once more for each page they are repeated on. */
	void (*place)(struct layout *layout, const struct block *block,
	              const struct measured *measured, size_t strip, struct area area);
};

/* The row of blocks.c for a kind. */
const struct block_class *block_class(enum block_kind kind);

/* Measures and places with the block's row: for containers. Placing the first
 * strip adds the block's bookmark. */
void block_measure(struct layout *layout, const struct block *block, double width,
                   struct measured *measured);
void block_place_strip(struct layout *layout, const struct block *block,
                       const struct measured *measured, size_t strip, struct area area);

/* Natural height of all strips with the gaps between them. */
double measured_height(const struct measured *measured);

/* How much all strips may grow together. */
double measured_stretch(const struct measured *measured);

/* Places all strips below each other, for blocks within blocks; they grow by what
 * the area is higher than they are. */
void block_place(struct layout *layout, const struct block *block,
                 const struct measured *measured, struct area area);

/* n zeroed strips. */
struct strip *measured_alloc(struct layout *layout, struct measured *measured, size_t n);

/* A page of the document, whichever way its paper lies, and the margin at
 * either side, points. */
struct page_shape {
	double width, height, side;
};

struct page_shape page_shape(const struct layout *layout);

/* The part of a page that blocks may fill; the same for all pages of a document. */
struct area page_body(const struct layout *layout);

#endif
