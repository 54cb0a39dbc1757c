#include "compose/sections.h"

#include <string.h>

#include "compose/detail_words.h"
#include "compose/record_words.h"
#include "compose/report.h"
#include "compose/report_words.h"
#include "compose/status_words.h"
#include "compose/worksheet.h"
#include "compose/worksheet_words.h"

#define EXPLANATION_FLAGS \
	"published reconstructed ours mark status check choice free completion share count " \
	"exclusion comments whole sections single sum mean net uniform complete " \
	"partial prorated namesake reverse weighted prorating bars relative compared part-top " \
	"sized finding planned"

#define PROGRESS_FLAGS \
	"first shown rose fell level band-up band-down risen fallen more scaled part-level short " \
	"tied none added dropped"

#define FINDING_FLAGS " " PEER_FLAGS " even contrast strongest weakest split none complete partial invited"

const struct section_kind section_kinds[] = {
	{"instructions", TEMPLATE_WORKSHEET, instruction_words, "mixed", compose_instructions},
	{"items", TEMPLATE_WORKSHEET, item_words,
	 "whole nested marked mixed counted unscored reverse definition directions single plus "
	 "unit dated",
	 compose_items},
	{"records", TEMPLATE_WORKSHEET, record_words, "directions single several dated",
	 compose_records},
	{"wall", TEMPLATE_WORKSHEET, wall_words, "directions single dated", compose_wall},
	{"poster", TEMPLATE_WORKSHEET, poster_words, "", compose_poster},
	{"bands", TEMPLATE_WORKSHEET, band_words, "whole", compose_bands},
	{"tally", TEMPLATE_WORKSHEET, tally_words, "uniform plus", compose_tally},
	{"item-tally", TEMPLATE_WORKSHEET, item_tally_words, "", compose_item_tally},
	{"discussion", TEMPLATE_WORKSHEET, discussion_words, "", compose_discussion},
	{"plan", TEMPLATE_WORKSHEET, plan_words, "namesake", compose_plan},
	{"headline", TEMPLATE_GROUP, headline_words,
	 "even contrast split more-plus more-minus short", compose_headline},
	{"ladder", TEMPLATE_GROUP, ladder_words, "", compose_ladder},
	{"bars", TEMPLATE_GROUP, bar_words, "scaled extremes sized", compose_bars},
	{"ranking", TEMPLATE_GROUP, ranking_words, "tied none relative", compose_ranking},
	{"agreement", TEMPLATE_GROUP, agreement_words,
	 "uniform split tied none complete partial mixed",
	 compose_agreement},
	{"progress", TEMPLATE_GROUP, progress_words, PROGRESS_FLAGS, compose_progress},
	{"contents", TEMPLATE_GROUP, contents_words, "", compose_contents},
	{"item-details", TEMPLATE_GROUP, item_detail_words, ITEM_DETAIL_FLAGS,
	 compose_item_details},
	{"benchmarks", TEMPLATE_GROUP, benchmark_words, BENCHMARK_FLAGS, compose_benchmarks},
	{"consensus", TEMPLATE_GROUP, consensus_words, CONSENSUS_FLAGS, compose_consensus},
	{"explanation", TEMPLATE_GROUP, explanation_words, EXPLANATION_FLAGS,
	 compose_explanation},
	{"prompts", TEMPLATE_GROUP, prompt_words, "", compose_prompts},
	{"segments", TEMPLATE_GROUP, segment_words, "hidden alone apart enough short",
	 compose_segments},
	{"findings", TEMPLATE_GROUP, finding_words, PROGRESS_FLAGS FINDING_FLAGS, compose_findings},
	{"comments", TEMPLATE_GROUP, comment_words, "hidden", compose_comments},
	{"actions", TEMPLATE_GROUP, action_words, "row overdue", compose_actions},
	{"text", TEMPLATE_GROUP, text_words, "", compose_text},
	{"status-headline", TEMPLATE_GROUP, status_headline_words, STATUS_HEADLINE_FLAGS,
	 compose_status_headline},
	{"roadmap", TEMPLATE_GROUP, roadmap_words, STATUS_FLAGS " " STATUS_PHASE_FLAGS,
	 compose_roadmap},
	{"measures", TEMPLATE_GROUP, measure_words, STATUS_FLAGS " " STATUS_PHASE_FLAGS " none",
	 compose_measures},
	{"targets", TEMPLATE_GROUP, target_words, "", compose_targets},
	{"next-actions", TEMPLATE_GROUP, next_action_words, NEXT_ACTION_FLAGS,
	 compose_next_actions},
	{"changes", TEMPLATE_GROUP, change_words, CHANGE_FLAGS, compose_changes},
	{"practices", TEMPLATE_GROUP, practice_words, STATUS_FLAGS " row alone counted",
	 compose_practices},
	{"answered-texts", TEMPLATE_GROUP, answered_text_words, "unanswered",
	 compose_answered_texts},
	{"record-headline", TEMPLATE_GROUP, record_headline_words,
	 SELECTION_FLAGS COVERAGE_FLAGS COURSE_FLAGS, compose_record_headline},
	{"record-table", TEMPLATE_GROUP, record_table_words, SELECTION_FLAGS,
	 compose_record_table},
	{"record-form", TEMPLATE_GROUP, record_form_words, SELECTION_FLAGS, compose_record_form},
	{"record-shares", TEMPLATE_GROUP, record_share_words, SELECTION_FLAGS,
	 compose_record_shares},
	{"record-explanation", TEMPLATE_GROUP, record_explanation_words,
	 "no-rows no-sheet progress difference sum count latest age", compose_record_explanation},
	{"coverage", TEMPLATE_GROUP, coverage_words, SELECTION_FLAGS COVERAGE_FLAGS,
	 compose_coverage},
	{"freshness", TEMPLATE_GROUP, freshness_words,
	 SELECTION_FLAGS " stale undated all-undated unlimited", compose_freshness},
	{"bullets", TEMPLATE_GROUP, bullet_words,
	 SELECTION_FLAGS " based read worse reached", compose_bullets},
	{"sight", TEMPLATE_GROUP, sight_words, SELECTION_FLAGS " no-parents layered read aimed",
	 compose_sight},
	{"trends", TEMPLATE_GROUP, trend_words, SELECTION_FLAGS " read once unread aimed",
	 compose_trends},
	{"case", TEMPLATE_GROUP, case_words, SELECTION_FLAGS " missing refuted summed units",
	 compose_case},
	{"headline", TEMPLATE_INDIVIDUAL, own_headline_words,
	 "comparable staged adjacent higher lower short", compose_own_headline},
	{"ladder", TEMPLATE_INDIVIDUAL, own_ladder_words, "", compose_own_ladder},
	{"dots", TEMPLATE_INDIVIDUAL, dot_words,
	 "net group-shown own-answered own-partly", compose_dots},
	{"differences", TEMPLATE_INDIVIDUAL, difference_words, "plus minus",
	 compose_differences},
	{"explanation", TEMPLATE_INDIVIDUAL, explanation_words, EXPLANATION_FLAGS,
	 compose_explanation},
	{"text", TEMPLATE_INDIVIDUAL, text_words, "", compose_text},
	{0},
};

/* How the language counts, writes numbers and parts words in a list. */
#define NUMBER_WORDS \
	{"numbers", false, ""}, {"decimal-sign", false, ""}, {"minus-sign", false, ""}, \
	{"comma", false, ""}, {"group-sign", false, ""}

static const struct word_kind worksheet_words[] = {
	{"title", true, ""},
	{"subject", true, ""},
	{"and", true, ""},
	NUMBER_WORDS,
	{"letters", false, ""},
	{"foot-left", false, "page pages code"},
	{"foot-middle", false, "page pages code"},
	{"foot-right", false, "page pages code"},
	{0},
};

static const struct word_kind report_words[] = {
	{"title", true, ""},
	{"subject", true, ""},
	{"and", true, ""},
	NUMBER_WORDS,
	{"months", false, ""},
	{"date", true, "day month year"},
	{"net", true, "number"},
	{"share", false, "percent"},
	{"run", false, "first last"},
	{"quantity", false, "number unit"},
	{"days", false, "days"},
	{"yes", false, ""},
	{"no", false, ""},
	{"head-left", true, ""},
	{"head-right", false, ""},
	{"foot-left", false, "page pages"},
	{"foot-middle", false, "page pages"},
	{"foot-right", false, "page pages"},
	{0},
};

const struct word_kind *const document_words[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = worksheet_words,
	[TEMPLATE_GROUP] = report_words,
	[TEMPLATE_INDIVIDUAL] = report_words,
};

bool section_kind_has_parts(const struct section_kind *kind)
{
	return kind->compose == compose_items || kind->compose == compose_records;
}

const struct section_kind *section_kind_find(const char *name, enum template_kind template)
{
	for (const struct section_kind *kind = section_kinds; kind->name != NULL; kind++)
		if (kind->template == template && strcmp(kind->name, name) == 0)
			return kind;
	return NULL;
}
