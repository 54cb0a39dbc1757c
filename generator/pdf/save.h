/* A finished document as the bytes of its file. */
#ifndef WAYMARK_PDF_SAVE_H
#define WAYMARK_PDF_SAVE_H

#include <stdbool.h>

#include "pdf/object.h"

struct diag;

/* Objects without a stream are packed together (object streams, PDF 1.5),
 * which makes tagged and fillable files a third as large. False when the file
 * could not be made or written (recorded). */
bool save(struct pdf *pdf, const char *path, struct diag *diag);

#endif
