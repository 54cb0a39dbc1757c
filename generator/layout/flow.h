/* Fills pages with the strips of a document's blocks. */
#ifndef WAYMARK_FLOW_H
#define WAYMARK_FLOW_H

#include "layout/strip.h"

/* Adds the document's pages, at least one, without their furniture. */
void flow_document(struct layout *layout);

#endif
