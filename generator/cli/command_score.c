#include "cli/commands.h"

#include "base/buf.h"
#include "dump/scores.h"

enum exit_code command_score(struct session *session)
{
	static void (*const dumps[FORMAT_COUNT])(const struct scores *, struct buf *) = {
		[FORMAT_TEXT] = dump_scores_text,
		[FORMAT_JSON] = dump_scores_json,
		[FORMAT_CSV] = dump_scores_csv,
	};
	struct scores *scores = load_scores(session);
	struct buf text = {.arena = session->arena};

	if (scores == NULL || !session_wants(session))
		return session_code(session);
	dumps[session->options.format](scores, &text);
	if (session_print(session, &text) && session->options.output != NULL)
		session_tell(session, session->options.output, scores->n_people, "people");
	return session_code(session);
}
