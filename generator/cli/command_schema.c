#include "cli/commands.h"

#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "yaml/read.h"

static const struct pos nowhere = {NULL, 0, 0};

static const char *const kinds[] = {"framework", "answers", "template", "theme", "engagement"};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

static const enum content_kind contents[N_KINDS] = {
	CONTENT_FRAMEWORK, CONTENT_ANSWERS, CONTENT_TEMPLATE, CONTENT_THEME,
	CONTENT_ENGAGEMENT,
};

enum exit_code command_schema(struct session *session)
{
	const char *wanted = session->options.operands[0];
	struct buf text = {.arena = session->arena};

	for (size_t i = 0; i < N_KINDS; i++) {
		if (strcmp(kinds[i], wanted) != 0)
			continue;
		read_schema(contents[i], &text);
		session_print(session, &text);
		return session_code(session);
	}
	diag_error(session->diag, nowhere,
	           text_join(session->arena, kinds, N_KINDS, "and"),
	           "there is no schema of '%s'", wanted);
	return session_code(session);
}
