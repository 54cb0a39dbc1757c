#include "compose/record_words.h"

/* What every section of records can name. */
#define SELECTION "record* record-count# counted-records n# total#"
#define PARENTS " parent* parent-count# counted-parents"
#define COVERAGE PARENTS " bare# whole# uneven# gapped# lacking-first# lacking-second#"

#define HEADLINE \
	SELECTION COVERAGE " worse# still# toward# reached# moving# compared# unbased# unread# " \
	"worse-names"

const struct word_kind record_headline_words[] = {
	{"title", true, HEADLINE},
	{"lead", true, HEADLINE},
	{0},
};

const struct word_kind record_table_words[] = {
	{"title", true, SELECTION},
	{"text", false, SELECTION},
	{"none", true, SELECTION},
	{0},
};

const struct word_kind record_form_words[] = {
	{"title", true, SELECTION},
	{"text", false, SELECTION},
	{"none", true, SELECTION},
	{"blank", false, SELECTION},
	{0},
};

const struct word_kind record_share_words[] = {
	{"title", true, SELECTION},
	{"value-head", true, SELECTION},
	{"figure", true, SELECTION " part percent"},
	{"finding", true, SELECTION " rows"},
	{"note", false, SELECTION},
	{0},
};

const struct word_kind record_explanation_words[] = {
	{"title", true, ""},
	{"source-title", false, "source"},
	{"source", false, "source"},
	{"inventory-title", false, ""},
	{"inventory", false, "rows"},
	{"inventory-row", false, SELECTION},
	{"progress-title", false, ""},
	{"progress", false, ""},
	{"latest-title", false, ""},
	{"latest", false, ""},
	{"difference-title", false, ""},
	{"difference", false, ""},
	{"sum-title", false, ""},
	{"sum", false, ""},
	{"count-title", false, ""},
	{"count", false, ""},
	{"age-title", false, ""},
	{"age", false, ""},
	{"coverage-title", false, ""},
	{"coverage", false, ""},
	{"freshness-title", false, ""},
	{"freshness", false, ""},
	{"checks-title", false, ""},
	{"checks", false, ""},
	{"sums-title", false, ""},
	{"sums", false, ""},
	{"sample-title", false, ""},
	{"sample", false, ""},
	{0},
};

const struct word_kind coverage_words[] = {
	{"title", true, SELECTION COVERAGE},
	{"text", false, SELECTION COVERAGE},
	{"none", true, SELECTION COVERAGE},
	{"column", false, SELECTION},
	{"flag", false, "missing"},
	{"key-lead", false, SELECTION},
	{"key-each", false, SELECTION},
	{"key-checked", false, SELECTION},
	{"key-unchecked", false, SELECTION},
	{"key-none", false, SELECTION},
	{"gap-title", false, SELECTION COVERAGE " missing"},
	{"gap", false, SELECTION COVERAGE " missing names"},
	{"finding", true, SELECTION COVERAGE " rows"},
	{0},
};

#define FRESHNESS SELECTION " stale# fresh# undated# unlimited# undated-names"

const struct word_kind freshness_words[] = {
	{"title", true, FRESHNESS},
	{"text", false, FRESHNESS},
	{"none", true, FRESHNESS},
	{"undated", false, FRESHNESS},
	{"limits", false, ""},
	{0},
};

const struct word_kind bullet_words[] = {
	{"title", true, SELECTION},
	{"text", false, SELECTION},
	{"none", true, SELECTION},
	{"title-head", true, SELECTION},
	{"baseline-head", true, ""},
	{"goal-head", true, ""},
	{"now-head", false, ""},
	{"standing-head", false, ""},
	{"no-baseline", false, ""},
	{"no-reading", false, ""},
	{"others", false, "others#"},
	{"unaimed", true, SELECTION " unaimed# names"},
	{"key-now", false, ""},
	{"key-worse", false, ""},
	{"key-goal", false, ""},
	{"key-none", false, ""},
	{"finding", true, SELECTION " rows"},
	{"finding-row", true, "title now baseline goal"},
	{0},
};

#define SIGHT SELECTION PARENTS " layer* layer-count# counted-layers"

const struct word_kind sight_words[] = {
	{"title", true, SIGHT},
	{"text", false, SIGHT},
	{"none", true, SIGHT},
	{"cell", true, "title now goal"},
	{"empty", false, ""},
	{"bare", false, SIGHT},
	{"elsewhere", true, SIGHT},
	{"list-head", true, SIGHT},
	{"now-head", true, ""},
	{"goal-head", true, ""},
	{0},
};

#define TRENDS SELECTION " read# unread# names first-date last-date"

const struct word_kind trend_words[] = {
	{"title", true, TRENDS},
	{"text", false, TRENDS},
	{"none", true, TRENDS},
	{"without", false, TRENDS},
	{"goal-label", false, ""},
	{"finding", true, TRENDS " rows"},
	{"finding-row", true, "title first last goal"},
	{0},
};

#define CASE SELECTION " refuted# missing# first-sum last-sum"

const struct word_kind case_words[] = {
	{"title", true, CASE},
	{"text", false, CASE},
	{"none", true, CASE},
	{"head", true, "title unit"},
	{"no-unit", false, ""},
	{"total", true, SELECTION},
	{"total-shown", false, SELECTION},
	{"total-done", false, SELECTION},
	{"note", true, CASE},
	{0},
};
