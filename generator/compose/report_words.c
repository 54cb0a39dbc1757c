#include "compose/report_words.h"

#include "compose/detail_words.h"

#define HEADLINE "strongest weakest split-count# split-groups"

const struct word_kind headline_words[] = {
	{"eyebrow", false, ""},
	{"title", true, HEADLINE},
	{"lead", true, HEADLINE},
	{0},
};

/* Heads and cells of the table that those hear who do not see the ladder. */
#define LADDER_NUMBERS \
	{"limits-head", false, ""}, {"limits", false, "from to"}, {"here-head", false, ""}

const struct word_kind ladder_words[] = {
	{"group-label", true, ""},
	{"group-note", false, ""},
	{"rings", true, ""},
	{"finding", true, ""},
	LADDER_NUMBERS,
	{"people-head", false, ""},
	{0},
};

const struct word_kind bar_words[] = {
	{"title", true, "part* part-count# counted-parts"},
	{"value-head", true, ""},
	{"withheld", true, "n# needed#"},
	{"counted", false, "title n#"},
	{"few", false, ""},
	{"key-mean", false, ""},
	{"key-spread", false, ""},
	{"key-consensus", false, ""},
	{"key-peer", false, "population size year"},
	{"finding", true, "rows part* part-count#"},
	{"middle-head", false, ""},
	{"range-head", false, ""},
	{"span", false, "from to"},
	{0},
};

const struct word_kind ranking_words[] = {
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

const struct word_kind agreement_words[] = {
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

#define PROGRESS \
	"since before before-band change risen fallen rise-count# fall-count# part* part-count# " \
	"counted-parts wave-count# shown-count#"

#define MOVED " count#"

const struct word_kind progress_words[] = {
	{"title", true, PROGRESS},
	{"text", false, PROGRESS},
	{"matched", false, PROGRESS " matched# up# down# same# matched-change"},
	{"range", false, PROGRESS " axis-low axis-high"},
	{"people", true, "n#"},
	{"withheld", true, "n# needed#"},
	{"span", false, "from to"},
	{"key-middle", false, ""},
	{"finding", true, PROGRESS " rows axis-low axis-high"},
	{"panels-title", false, PROGRESS},
	{"panels-aside", false, PROGRESS " axis-low axis-high"},
	{"panels-note", false, PROGRESS},
	{"panels-finding", false, PROGRESS " rows"},
	{"since", true, "since change"},
	{"wave-head", true, ""},
	{"overall-head", true, ""},
	{"middle-head", true, ""},
	{"people-head", true, ""},
	{"change-head", true, "since"},
	{"up-title", false, PROGRESS MOVED},
	{"down-title", false, PROGRESS MOVED},
	{"no-up", false, PROGRESS MOVED},
	{"no-down", false, PROGRESS MOVED},
	{"up-finding", false, PROGRESS MOVED " rows"},
	{"down-finding", false, PROGRESS MOVED " rows"},
	{"moved-row", false, "statement item-before item-now"},
	{"moved-note", false, PROGRESS},
	{"versions", false,
	 PROGRESS " versions added-items dropped-items added-count# dropped-count#"},
	{"reversed", false, "statement"},
	{0},
};

const struct word_kind prompt_words[] = {
	{"title", true, "prompt-count#"},
	{"text", false, "prompt-count#"},
	{0},
};

#define SEGMENT "segment group-number# shown-count# highest lowest"

const struct word_kind segment_words[] = {
	{"title", true, SEGMENT},
	{"text", false, SEGMENT},
	{"group-head", true, SEGMENT},
	{"people-head", true, ""},
	{"overall-head", true, ""},
	{"all", true, ""},
	{"unknown", true, ""},
	{"withheld", true, "n# needed#"},
	{"note", false, SEGMENT},
	{0},
};

const struct word_kind finding_words[] = {
	{"title", true, ""},
	{ANY_WORD, false,
	 HEADLINE " " PROGRESS " agreement count# counted invited# response-percent action-count# "
	 "overdue-count# unowned-count# undated-count# " PEER},
	{0},
};

#define RULE \
	"part* input* input-count# counted-inputs input-needed# input-percent low high " \
	"provenance note"

const struct word_kind explanation_words[] = {
	{"title", true, ""},
	{"provenance", true, ""},
	{"credit", true, "names provenance"},
	{"source-title", false, "source"},
	{"source", false, "source"},
	{"answers-title", false, ""},
	{"answers", false, ""},
	{"scale-title", false, "points provenance note prompt"},
	{"scale", false, "points provenance note prompt"},
	{"rule-title", false, "part* input*"},
	{"rule", false, RULE " inputs-text needed-text"},
	{"rule-inputs", false, RULE},
	{"rule-needed", false, RULE},
	{"limits", true, "band-title from to"},
	{"bands-title", false, "part* bands-name"},
	{"bands", false, "part* bands-name steps note"},
	{"position-title", false, "part*"},
	{"position", false, "part* complete-percent provenance"},
	{"part-place-entry", false, "part-name figure part-band part-next part-to-next"},
	{"part-place-title", false, "part* bands-name"},
	{"part-place", false, "part* bands-name steps"},
	{"benchmark-title", false, "part-name"},
	{"benchmark", false, "part-name population year size edition finding benchmark-source "
	                     "provenance"},
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
	{"excluded-title", false, "excluded"},
	{"excluded", false, "excluded"},
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
	{"progress-title", false, ""},
	{"progress", false, ""},
	{"privacy-title", false, ""},
	{"privacy", false, ""},
	{"comments-title", false, ""},
	{"comments", false, "comments-needed#"},
	{"sample-title", false, ""},
	{"sample", false, ""},
	{0},
};

const struct word_kind comment_words[] = {
	{"title", true, "comment-count# n# comments-needed#"},
	{"text", true, "comment-count# n# comments-needed#"},
	{"part-head", true, ""},
	{"comment-head", true, ""},
	{"general", false, ""},
	{"together-title", true, ""},
	{0},
};

const struct word_kind action_words[] = {
	{"title", true, "count#"},
	{"text", false, "count#"},
	{"action-head", true, ""},
	{"serves-head", false, ""},
	{"owner-head", true, ""},
	{"due-head", true, ""},
	{"due", true, "due-date"},
	{"link", false, "framework-title part-title row-name"},
	{0},
};

const struct word_kind text_words[] = {
	{"title", false, ""},
	{"text", true, ""},
	{0},
};

const struct word_kind own_headline_words[] = {
	{"title", true, "apart#"},
	{"lead", true, "apart#"},
	{0},
};

const struct word_kind own_ladder_words[] = {
	{"own-label", true, ""},
	{"group-label", true, ""},
	{"group-note", false, ""},
	{"finding", true, ""},
	LADDER_NUMBERS,
	{0},
};

const struct word_kind dot_words[] = {
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

const struct word_kind difference_words[] = {
	{"title", true, ""},
	{"text", false, ""},
	{"text-head", true, ""},
	{"own-head", true, ""},
	{"group-head", true, ""},
	{"own-figure", true, "figure"},
	{"reversed", false, "statement"},
	{0},
};
