/* What runs along every page: register marks, code and foot of a worksheet,
 * head and foot of a report. */
#ifndef WAYMARK_FURNITURE_H
#define WAYMARK_FURNITURE_H

#include "layout/strip.h"

/* Appends it to layout->page, whose numbers are known by now. */
void furniture_place(struct layout *layout);

#endif
