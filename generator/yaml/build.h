/* libyaml's events -> nodes; the lower half of node. */
#ifndef WAYMARK_BUILD_H
#define WAYMARK_BUILD_H

struct arena;
struct diag;
struct source;
struct stream;

/* Adds the documents of a text to the stream, as far as they can be read. */
void build_stream(struct arena *arena, struct diag *diag, const struct source *source,
                  struct stream *stream);

#endif
