#include "compose/status_words.h"

#define KEY_WORDS \
	{"key-lead", false, ""}, {"key-done", false, ""}, {"key-started", false, ""}, \
	{"key-open", false, ""}, {"key-excluded", false, ""}, {"key-blank", false, ""}

#define STATUS_HEADLINE \
	STATUS_COUNTS " " STATUS_PHASES \
	" before unbegun unbegun-count# strongest weakest reached# measures#"

const struct word_kind status_headline_words[] = {
	{"title", true, STATUS_HEADLINE},
	{"lead", true, STATUS_HEADLINE " also"},
	{"lead-measures", false, STATUS_HEADLINE},
	{"lead-excluded", false, STATUS_HEADLINE},
	{"lead-unsaid", false, STATUS_HEADLINE},
	{"lead-rule", false, STATUS_HEADLINE},
	{0},
};

const struct word_kind roadmap_words[] = {
	{"title", true, STATUS_PHASES},
	{"phase-text", false, STATUS_COUNTS " " STATUS_PHASES},
	{"figure", false, STATUS_COUNTS " " STATUS_PHASES},
	{"cell", false, STATUS_COUNTS " " STATUS_PHASES},
	KEY_WORDS,
	{"key-none", false, STATUS_PHASES},
	{"finding", true, "rows " STATUS_PHASES},
	{"note", false, STATUS_PHASES},
	{0},
};

const struct word_kind measure_words[] = {
	{"title", true, ""},
	{"list-title", true, STATUS_COUNTS " title"},
	{"list-text", false, STATUS_COUNTS " title"},
	{"reached", true, ""},
	{"unreached", true, ""},
	{"excluded", true, ""},
	{"note", false, STATUS_PHASES},
	{0},
};

const struct word_kind target_words[] = {
	{"title", true, "count# reached#"},
	{"text", false, "count# reached#"},
	{"title-head", true, ""},
	{"baseline-head", true, ""},
	{"goal-head", true, ""},
	{"unread", false, ""},
	{"key-now", false, ""},
	{"key-goal", false, ""},
	{"finding", true, "rows"},
	{"finding-row", true, "name now goal"},
	{0},
};

#define NEXT STATUS_PHASES " count# all# overdue# first leftover# leftovers"

const struct word_kind next_action_words[] = {
	{"title", true, NEXT},
	{"text", false, NEXT},
	{"state-head", true, ""},
	{"unsaid", false, ""},
	{"reached", false, "label reading target"},
	{"overdue", true, "due-date"},
	{"note", false, NEXT},
	{0},
};

#define CHANGES \
	STATUS_PHASES \
	" previous-wave previous-position forward-count# back-count# reached-count# lost-count# " \
	"joined-count# left-count#"

const struct word_kind change_words[] = {
	{"title", true, CHANGES},
	{"text", false, CHANGES},
	{"from-head", true, ""},
	{"to-head", true, ""},
	{"unsaid", false, ""},
	{"forward", true, "count#"},
	{"back", true, "count#"},
	{"reached", true, "count#"},
	{"lost", true, "count#"},
	{"joined", true, "count#"},
	{"left", true, "count#"},
	{"more", false, "more#"},
	{0},
};

const struct word_kind practice_words[] = {
	{"title", true, STATUS_COUNTS},
	{"column-head", true, ""},
	{"column-text", false, STATUS_COUNTS},
	{"figure", false, STATUS_COUNTS},
	{"serves", false, "links"},
	{"link", true, "framework-title part-title row-name"},
	KEY_WORDS,
	{"finding", true, "rows"},
	{"list-title", false, STATUS_COUNTS " name"},
	{"people", false, "n# people-asked#"},
	{"note", false, STATUS_COUNTS},
	{0},
};

const struct word_kind answered_text_words[] = {
	{"title", true, "answered# of#"},
	{"text", false, "answered# of#"},
	{"question-head", false, ""},
	{"answer-head", false, ""},
	{"none", false, ""},
	{0},
};
