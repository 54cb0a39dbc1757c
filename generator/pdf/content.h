/* Pages' ops as PDF operators and annotations. */
#ifndef WAYMARK_PDF_CONTENT_H
#define WAYMARK_PDF_CONTENT_H

#include "pdf/embed.h"
#include "pdf/form.h"
#include "pdf/tags.h"

/* What all pages of a file share. */
struct content {
	const struct pages *pages;
	struct embedding embedding;
	struct tags *tags;
	struct form *form;
	const HPDF_Page *objects; /* of all pages */
	struct buf out; /* operators of the page that is drawn */
};

/* Fills the object of a page; pages come in order. */
void content_write(struct content *content, size_t number);

#endif
