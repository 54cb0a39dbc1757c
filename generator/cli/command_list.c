#include "cli/commands.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "model/framework.h"
#include "yaml/read.h"

struct shelf {
	const struct framework **frameworks;
	size_t n_frameworks;
};

static bool has(const struct shelf *shelf, const char *id)
{
	for (size_t i = 0; i < shelf->n_frameworks; i++)
		if (strcmp(shelf->frameworks[i]->id, id) == 0)
			return true;
	return false;
}

/* A framework in an earlier root hides one of the same id. */
static void add_root(struct session *session, struct shelf *shelf, const char *root)
{
	char *content = file_join(session->arena, root, "content"), **paths;
	size_t n;

	if (!file_is_folder(content))
		return;
	n = session_list(session, content, &paths);
	for (size_t i = 0; i < n; i++) {
		const struct framework *framework;

		if (strcmp(file_base_name(paths[i]), "framework.yaml") != 0)
			continue;
		framework = read_framework(session->arena, session->diag, paths[i]);
		if (framework == NULL || has(shelf, framework->id))
			continue;
		shelf->frameworks = arena_push(session->arena, shelf->frameworks,
		                               shelf->n_frameworks, sizeof *shelf->frameworks);
		shelf->frameworks[shelf->n_frameworks++] = framework;
	}
}

static void list_text(const struct shelf *shelf, struct buf *out)
{
	size_t widest = 0;

	for (size_t i = 0; i < shelf->n_frameworks; i++)
		if (strlen(shelf->frameworks[i]->id) > widest)
			widest = strlen(shelf->frameworks[i]->id);
	for (size_t i = 0; i < shelf->n_frameworks; i++) {
		const struct framework *framework = shelf->frameworks[i];
		bool items = framework->n_items > 0;

		buf_addf(out, "%-*s  %-6s %3zu %-7s  %s\n", (int)widest, framework->id,
		         framework->version, items ? framework->n_items : framework->n_records,
		         items ? "items" : "records", framework->title);
	}
}

static void list_json(const struct shelf *shelf, struct buf *out)
{
	buf_adds(out, "[");
	for (size_t i = 0; i < shelf->n_frameworks; i++) {
		const struct framework *framework = shelf->frameworks[i];

		buf_adds(out, i == 0 ? "\n  {\"id\": " : ",\n  {\"id\": ");
		buf_add_json(out, framework->id);
		buf_adds(out, ", \"version\": ");
		buf_add_json(out, framework->version);
		buf_adds(out, ", \"title\": ");
		buf_add_json(out, framework->title);
		buf_addf(out, ", \"items\": %zu}", framework->n_items);
	}
	buf_adds(out, "\n]\n");
}

static void list_csv(const struct shelf *shelf, struct buf *out)
{
	buf_adds(out, "id,version,items,title\r\n");
	for (size_t i = 0; i < shelf->n_frameworks; i++) {
		const struct framework *framework = shelf->frameworks[i];

		buf_add_csv(out, framework->id);
		buf_adds(out, ",");
		buf_add_csv(out, framework->version);
		buf_addf(out, ",%zu,", framework->n_items);
		buf_add_csv(out, framework->title);
		buf_adds(out, "\r\n");
	}
}

enum exit_code command_list(struct session *session)
{
	static void (*const lists[FORMAT_COUNT])(const struct shelf *, struct buf *) = {
		[FORMAT_TEXT] = list_text,
		[FORMAT_JSON] = list_json,
		[FORMAT_CSV] = list_csv,
	};
	const char *roots[4];
	size_t n = installed_roots(session, roots);
	struct shelf shelf = {NULL, 0};
	struct buf text = {.arena = session->arena};

	for (size_t i = 0; i < n; i++)
		add_root(session, &shelf, roots[i]);
	lists[session->options.format](&shelf, &text);
	session_print(session, &text);
	return session_code(session);
}
