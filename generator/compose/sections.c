#include "compose/sections.h"

#include <string.h>

#include "compose/report.h"
#include "compose/worksheet.h"

#define SHEET_WORDS(extra) \
	{"title", true, extra}, {"eyebrow", true, extra}, {"text", false, extra}, \
	{"write-in", false, extra}
#define KEY_WORDS \
	{"marks-lead", false, "prompt"}, {"ratings-lead", false, "prompt"}, \
	{"sign", true, "meaning"}, {"no-sign", true, "meaning"}, {"filled", false, ""}

static const struct word_kind instruction_words[] = {
	SHEET_WORDS(""),
	KEY_WORDS,
	{"purpose-title", true, ""},
	{"uses-title", true, "use-count#"},
	{"use", true, "use use-text"},
	{"sections-title", true, ""},
	{"sections-head", true, ""},
	{"definition-head", true, ""},
	{"groups-head", true, ""},
	{"marking-title", true, ""},
	{"marking", false, ""},
	{"after-title", false, ""},
	{"after", false, ""},
	{0},
};

#define ITEM_SHEET \
	"part* name parent number# count# definition directions prompt scale-directions"

static const struct word_kind item_words[] = {
	SHEET_WORDS(ITEM_SHEET),
	KEY_WORDS,
	{"count", true, ""},
	{"total", true, "letter low high"},
	{"range", true, "letter low high"},
	{"reversed", false, "statement"},
	{"add-title", true, "total-count#"},
	{"overall", true, ITEM_SHEET},
	{"stage-title", true, "total-count# stage"},
	{"worked-out", false, ITEM_SHEET},
	{"limits", true, "from to"},
	{"closing", false, ITEM_SHEET},
	{"notes", false, ITEM_SHEET},
	{"tip-mark", true, "statement meaning"},
	{"tip-point", true, "statement point label"},
	{"tip-count", true, "counted"},
	{"tip-total", true, "counted letter low high"},
	{"tip-sum", true, "counted letter"},
	{"tip-overall", true, ITEM_SHEET},
	{"tip-stage", true, "band from to"},
	{0},
};

static const struct word_kind band_words[] = {
	SHEET_WORDS(""),
	{"score-head", true, ""},
	{"text-head", true, ""},
	{"obstacle-head", true, ""},
	{"limits", true, "from to"},
	{"bands-title", true, "part* bands low high"},
	{"bands-aside", false, "part* bands low high"},
	{"notes", false, ""},
	{0},
};

static const struct word_kind tally_words[] = {
	SHEET_WORDS("most"),
	{"sections-head", true, "parent*"},
	{"groups-head", true, ""},
	{"total", false, "row-count#"},
	{"mine", true, "most"},
	{"group", true, "most"},
	{"talk", false, ""},
	{"people", false, ""},
	{"mean", false, ""},
	{"questions-title", false, ""},
	{"question-1", false, ""},
	{"question-2", false, ""},
	{"question-3", false, ""},
	{"tip-mine", true, "counted"},
	{"tip-group", true, "counted"},
	{"tip-person", true, "counted person"},
	{"tip-mean", true, "counted"},
	{"tip-talk", true, "counted"},
	{0},
};

static const struct word_kind item_tally_words[] = {
	SHEET_WORDS(""),
	{"items-head", true, ""},
	{"points", true, ""},
	{"talk", false, ""},
	{"notes", false, ""},
	{"tip-hands", true, "statement point label"},
	{"tip-talk", true, "counted"},
	{0},
};

static const struct word_kind discussion_words[] = {
	SHEET_WORDS(""),
	{0},
};

static const struct word_kind plan_words[] = {
	SHEET_WORDS(""),
	{"section-head", true, ""},
	{"owner-head", true, ""},
	{"due-head", true, ""},
	{"due-format", false, ""},
	{"option", true, "name parent"},
	{"tip-action", true, "category number"},
	{"tip-section", true, "category number"},
	{"tip-owner", true, "category number"},
	{"tip-due", true, "category number"},
	{0},
};

#define HEADLINE "strongest weakest split-count# split-groups"

static const struct word_kind headline_words[] = {
	{"title", true, HEADLINE},
	{"lead", true, HEADLINE},
	{0},
};

/* Heads and cells of the table that those hear who do not see the ladder. */
#define LADDER_NUMBERS \
	{"limits-head", false, ""}, {"limits", false, "from to"}, {"here-head", false, ""}

static const struct word_kind ladder_words[] = {
	{"group-label", true, ""},
	{"group-note", false, ""},
	{"rings", true, ""},
	{"finding", true, ""},
	LADDER_NUMBERS,
	{"people-head", false, ""},
	{0},
};

static const struct word_kind bar_words[] = {
	{"title", true, "part* part-count# counted-parts"},
	{"value-head", true, ""},
	{"withheld", true, "n# needed#"},
	{"counted", false, "title n#"},
	{"few", false, ""},
	{"key-mean", false, ""},
	{"key-spread", false, ""},
	{"key-consensus", false, ""},
	{"finding", true, "rows part* part-count#"},
	{"middle-head", false, ""},
	{"range-head", false, ""},
	{"span", false, "from to"},
	{0},
};

static const struct word_kind ranking_words[] = {
	{"strengths-title", true, "count#"},
	{"gaps-title", true, "count#"},
	{"value-head", true, ""},
	{"points", true, "first last"},
	{"signs", true, ""},
	{"no-strengths", true, ""},
	{"no-gaps", true, ""},
	{"strengths-finding", true, "rows count#"},
	{"gaps-finding", true, "rows count#"},
	{"reversed", false, "statement"},
	{"note", false, ""},
	{0},
};

#define AGREEMENT "agreement count# counted split-count# split-groups"

static const struct word_kind agreement_words[] = {
	{"title", true, AGREEMENT},
	{"text", false, AGREEMENT},
	{"minus-head", true, "meaning"},
	{"plus-head", true, "meaning"},
	{"blank-head", true, ""},
	{"flag", true, ""},
	{"withheld", true, "n# needed#"},
	{"note", false, "marks part*"},
	{"split-note", false, "split-percent"},
	{"talk-title", false, ""},
	{"talk", false, "split-names part*"},
	{"ranking-title", true, "count#"},
	{"value-head", true, ""},
	{"points", true, "first last"},
	{"signs", true, ""},
	{"reversed", false, "statement"},
	{"finding", true, "rows"},
	{"finding-row", true, "title plus minus blank"},
	{0},
};

#define RULE \
	"part* input* input-count# counted-inputs input-needed# input-percent low high " \
	"provenance note"

static const struct word_kind explanation_words[] = {
	{"title", true, ""},
	{"provenance", true, ""},
	{"credit", true, "names provenance"},
	{"source-title", false, "source"},
	{"source", false, "source"},
	{"answers-title", false, ""},
	{"answers", false, ""},
	{"scale-title", false, "points provenance note"},
	{"scale", false, "points provenance note"},
	{"rule-title", false, "part* input*"},
	{"rule", false, RULE " inputs-text needed-text"},
	{"rule-inputs", false, RULE},
	{"rule-needed", false, RULE},
	{"limits", true, "band-title from to"},
	{"bands-title", false, "part* bands-name"},
	{"bands", false, "part* bands-name steps note"},
	{"no-overall-title", false, ""},
	{"no-overall", false, ""},
	{"weights-title", false, ""},
	{"weights", false, ""},
	{"net-title", false, ""},
	{"net", false, ""},
	{"place-title", false, ""},
	{"place", false, ""},
	{"missing-title", false, ""},
	{"missing", false, ""},
	{"spread-title", false, ""},
	{"spread", false, ""},
	{"agreement-title", false, ""},
	{"agreement", false, ""},
	{"split-title", false, ""},
	{"split", false, "split-percent"},
	{"ranking-title", false, ""},
	{"ranking", false, ""},
	{"reverse-title", false, ""},
	{"reverse", false, ""},
	{"consensus-title", false, ""},
	{"consensus", false, ""},
	{"privacy-title", false, ""},
	{"privacy", false, ""},
	{"sample-title", false, ""},
	{"sample", false, ""},
	{0},
};

static const struct word_kind text_words[] = {
	{"title", false, ""},
	{"text", true, ""},
	{0},
};

static const struct word_kind own_headline_words[] = {
	{"title", true, "apart#"},
	{"lead", true, "apart#"},
	{0},
};

static const struct word_kind own_ladder_words[] = {
	{"own-label", true, ""},
	{"group-label", true, ""},
	{"group-note", false, ""},
	{"finding", true, ""},
	LADDER_NUMBERS,
	{0},
};

static const struct word_kind dot_words[] = {
	{"text-head", true, ""},
	{"group-head", true, ""},
	{"own-head", true, ""},
	{"lowest", true, ""},
	{"middle", true, ""},
	{"highest", true, ""},
	{"no-answer", false, ""},
	{"no-score", false, ""},
	{"reversed", false, "statement"},
	{"key-own", false, ""},
	{"key-group", false, ""},
	{"key-people", false, ""},
	{"key-apart", false, ""},
	{"finding", true, "rows"},
	{"finding-row", true, "title group-figure own-figure"},
	{0},
};

static const struct word_kind difference_words[] = {
	{"title", true, ""},
	{"text", false, ""},
	{"text-head", true, ""},
	{"own-head", true, ""},
	{"group-head", true, ""},
	{"own-figure", true, "figure"},
	{"reversed", false, "statement"},
	{0},
};

#define EXPLANATION_FLAGS \
	"published reconstructed ours mark whole sections single sum mean net uniform complete " \
	"partial prorated namesake reverse weighted prorating bars relative"

const struct section_kind section_kinds[] = {
	{"instructions", TEMPLATE_WORKSHEET, instruction_words, "mixed", compose_instructions},
	{"items", TEMPLATE_WORKSHEET, item_words,
	 "whole nested marked mixed counted unscored reverse definition directions single plus",
	 compose_items},
	{"bands", TEMPLATE_WORKSHEET, band_words, "whole", compose_bands},
	{"tally", TEMPLATE_WORKSHEET, tally_words, "uniform plus", compose_tally},
	{"item-tally", TEMPLATE_WORKSHEET, item_tally_words, "", compose_item_tally},
	{"discussion", TEMPLATE_WORKSHEET, discussion_words, "", compose_discussion},
	{"plan", TEMPLATE_WORKSHEET, plan_words, "namesake", compose_plan},
	{"headline", TEMPLATE_GROUP, headline_words,
	 "even contrast split more-plus more-minus short", compose_headline},
	{"ladder", TEMPLATE_GROUP, ladder_words, "", compose_ladder},
	{"bars", TEMPLATE_GROUP, bar_words, "scaled extremes", compose_bars},
	{"ranking", TEMPLATE_GROUP, ranking_words, "tied none relative", compose_ranking},
	{"agreement", TEMPLATE_GROUP, agreement_words,
	 "uniform split tied none complete partial mixed",
	 compose_agreement},
	{"explanation", TEMPLATE_GROUP, explanation_words, EXPLANATION_FLAGS,
	 compose_explanation},
	{"text", TEMPLATE_GROUP, text_words, "", compose_text},
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
	{"comma", false, ""}

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

const struct section_kind *section_kind_find(const char *name, enum template_kind template)
{
	for (const struct section_kind *kind = section_kinds; kind->name != NULL; kind++)
		if (kind->template == template && strcmp(kind->name, name) == 0)
			return kind;
	return NULL;
}
