/* Nodes as text, one on a line with its line and column, for tests. */
#ifndef WAYMARK_DUMP_NODE_H
#define WAYMARK_DUMP_NODE_H

struct buf;
struct stream;

void dump_stream(const struct stream *stream, struct buf *out);

#endif
