/* Structure elements of a PDF file, private to tags.c: what is known of them
 * while they are open, and how they are written.
 *
 * element_begin under a parent, then content, annotations and children in
 * reading order, then element_end, which writes the element as a child of its
 * parent. An element that holds nothing is left out, unless it is a cell or a
 * figure.
 */
#ifndef WAYMARK_PDF_ELEMENT_H
#define WAYMARK_PDF_ELEMENT_H

#include "layout/page.h"
#include "pdf/object.h"

struct grid;

/* The part of a page that a figure takes, as PDF counts: y upwards. */
struct box {
	double left, low, right, high;
};

/* Cells wait for the end of their row, as a row that breaks between its lines
 * comes back to each of them. */
struct element {
	struct element *parent;
	struct element *next; /* cell of the same row; element to be used again */
	enum role role;
	const char *alternative, *language; /* language: also when it is inherited */
	HPDF_Dict object;      /* NULL until something refers to it */
	HPDF_Page page;        /* of its first content, or NULL */
	struct buf kids;       /* entries of K */
	size_t n_kids;
	struct buf attributes; /* cells */
	struct box box;        /* figures */
	struct grid *grid;     /* tables */
	struct element *cells, *last_cell;
	struct element *place; /* rows: the cell to go on with, NULL: the first one */
	bool waits;            /* cells: their row knows them */
};

struct elements {
	struct pdf *pdf;
	struct element *unused;
	HPDF_Dict *ids; /* elements that are called by a number, from 1 */
	size_t n_ids;
	struct buf scratch;
};

/* Name of the structure type; NULL for artifacts. */
const char *element_type(enum role role);

HPDF_Dict element_object(struct elements *elements, struct element *element);

/* `op` is an OP_BEGIN. */
struct element *element_begin(struct elements *elements, struct element *parent,
                              const struct op *op);

/* The cell that a row goes on with, or NULL when it has none. */
struct element *element_next_cell(struct element *row);

void element_add_content(struct element *element, HPDF_Page page, size_t number);
void element_add_annotation(struct element *element, HPDF_Page page, HPDF_Dict annotation);

/* Makes room for an op in a figure's box, on a page so high. */
void element_widen(struct element *element, const struct op *op, double height);

void element_end(struct elements *elements, struct element *element);

/* Elements by their names; NULL when none has one. */
HPDF_Dict elements_ids(struct elements *elements);

#endif
