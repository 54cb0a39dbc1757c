#include "dump/node.h"

#include "base/buf.h"
#include "yaml/node.h"

static void add_node(struct buf *out, const struct node *node, int indent)
{
	static const char *const kinds[NODE_COUNT] = {
		[NODE_SCALAR] = "scalar",
		[NODE_SEQUENCE] = "sequence",
		[NODE_MAPPING] = "mapping",
	};

	buf_addf(out, "%s %zu:%zu", kinds[node->kind], node->pos.line, node->pos.column);
	if (node_is_null(node)) {
		buf_adds(out, " null");
	} else if (node->kind == NODE_SCALAR) {
		buf_adds(out, node->plain ? " plain " : " ");
		buf_add_json(out, node->text);
	}
	buf_adds(out, "\n");
	for (size_t i = 0; i < node->n_entries; i++) {
		const struct entry *entry = &node->entries[i];

		buf_addf(out, "%*s", indent + 2, "");
		if (entry->key != NULL)
			buf_addf(out, "%s %zu:%zu: ", entry->key->text, entry->key->pos.line,
			         entry->key->pos.column);
		add_node(out, entry->value, indent + 2);
	}
}

void dump_stream(const struct stream *stream, struct buf *out)
{
	for (size_t i = 0; i < stream->n_documents; i++) {
		buf_adds(out, i == 0 ? "" : "---\n");
		add_node(out, stream->documents[i], 0);
	}
}
