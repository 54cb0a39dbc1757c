#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/peers.h"
#include "compose/report.h"

/* Longer sentences are said anew with the flag `short`. */
enum { SENTENCE_MAX_LETTERS = 110, COUNT_STANDARD = 6 };

static void set_response(struct composer *composer)
{
	size_t invited = composer->input->invited, n = composer->input->scores->n_people;
	bool told = invited > 0 && invited >= n;

	composer_set_count(composer, "invited", told ? invited : 0);
	composer_set_number(composer, "response-percent",
	                    told ? 100 * (double)n / (double)invited : NAN, 0);
	composer_flag(composer, "invited", told);
}

static void set_plan(struct composer *composer)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;
	size_t n = sheet == NULL ? 0 : sheet->n_actions, overdue = 0, unowned = 0, undated = 0;

	for (size_t i = 0; i < n; i++) {
		const struct action *action = &sheet->actions[i];

		unowned += action->owner == NULL;
		undated += action->due == NULL;
		overdue += action_is_overdue(composer, action);
	}
	composer_set_count(composer, "action-count", n);
	composer_set_count(composer, "overdue-count", overdue);
	composer_set_count(composer, "unowned-count", unowned);
	composer_set_count(composer, "undated-count", undated);
}

static void set_facts(struct composer *composer)
{
	report_set_ends(composer);
	report_set_split(composer);
	report_set_agreement(composer);
	report_set_change(composer);
	peers_set_overall(composer);
	set_response(composer);
	set_plan(composer);
}

static const char *say(struct composer *composer, const char *key)
{
	size_t opened = composer_open_flags(composer);
	const char *text = composer_say(composer, key);

	if (text != NULL && text_length(text) > SENTENCE_MAX_LETTERS) {
		composer_flag(composer, "short", true);
		text = composer_say(composer, key);
		composer_close_flags(composer, opened);
	}
	return text;
}

/* "Response: 26 of 31 people answered." has what it is about before the colon. */
static void add_finding(struct composer *composer, struct table_block *table, const char *text)
{
	size_t length = strcspn(text, ":");
	const char **cells = composer_add_row(composer, table);

	if (text[length] == '\0')
		length = 0;
	cells[0] = arena_strndup(composer->arena, text, length);
	cells[1] = text + length + (length > 0) + strspn(text + length + (length > 0), " ");
}

void compose_findings(struct composer *composer)
{
	const struct template_section *section = composer->section;
	struct table_block *table;
	struct blocks kept, outer;
	size_t most = section->count > 0 ? (size_t)section->count : COUNT_STANDARD;

	set_facts(composer);
	table = composer_numbers(composer, composer_text(composer, "title"));
	composer_add_column(composer, table, NULL);
	composer_add_column(composer, table, NULL);
	table->columns[0] = (struct column){NULL, 0.24, ALIGN_LEFT, STYLE_NAME};
	table->columns[1] = (struct column){NULL, 0.76, ALIGN_LEFT, STYLE_BODY};
	for (size_t i = 0; i < section->n_words && table->n_rows < most; i++) {
		const char *text = strcmp(section->words[i].key, "title") == 0
		                       ? NULL
		                       : say(composer, section->words[i].key);

		if (text != NULL && *text != '\0')
			add_finding(composer, table, text);
	}
	if (table->n_rows == 0)
		return;
	kept = composer_open(composer);
	outer = report_open_section(composer);
	composer_add(composer, BLOCK_TABLE)->table = *table;
	report_close_section(composer, outer);
	composer_close(composer, kept, BLOCK_KEEP);
}
