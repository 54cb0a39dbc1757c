/* The characters of a file, before YAML sees them. */
#ifndef WAYMARK_CHARACTERS_H
#define WAYMARK_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct arena;

/* Takes away a byte order mark and the CR of line ends, and records what is
 * not text: other encodings, NUL and control characters, characters that
 * turn the direction of reading or end a line unseen. False when there is
 * any, because positions in the file mean nothing then. */
bool characters_check(struct arena *arena, struct diag *diag, struct source *source);

/* "a NUL", "the control character U+0007", ... */
const char *characters_name(struct arena *arena, uint32_t code);

bool characters_allowed(uint32_t code);

#endif
