/* QR codes (ISO/IEC 18004) as rectangles; the only module that uses libqrencode. */
#ifndef WAYMARK_QR_H
#define WAYMARK_QR_H

#include "layout/strip.h"

/* Places the code of `text` (capitals, digits, space and $%*+-./:) with its
 * top right corner at (right, top). A text that does not fit is recorded. */
void qr_place(struct layout *layout, const char *text, double right, double top);

/* Side of the square that the code of `text` takes, points; 0 when there is none. */
double qr_side(struct layout *layout, const char *text);

#endif
