/* libyaml's events -> nodes; the lower half of node. */
#ifndef WAYMARK_BUILD_H
#define WAYMARK_BUILD_H

#include <stddef.h>

struct arena;
struct diag;
struct source;
struct stream;

/* Adds the documents of a text to the stream, as far as they can be read, the
 * first `most` of them. */
void build_stream(struct arena *arena, struct diag *diag, const struct source *source,
                  struct stream *stream, size_t most);

#endif
