#include "compose/worksheet_words.h"

#define SHEET_WORDS(extra) \
	{"title", true, extra}, {"eyebrow", true, extra}, {"text", false, extra}, \
	{"write-in", false, extra}
#define KEY_WORDS \
	{"marks-lead", false, "prompt"}, {"ratings-lead", false, "prompt"}, \
	{"entries-lead", false, "prompt"}, {"sign", false, "meaning"}, \
	{"no-sign", false, "meaning"}, {"empty", false, "meaning"}, {"filled", false, ""}
/* Of cells of records, and of what is asked beside an answer. */
#define CELL_WORDS(subject) \
	{"unit", false, "unit"}, {"date-format", false, ""}, \
	{"tip-cell", false, subject " column"}, {"tip-option", false, subject " column label"}

const struct word_kind instruction_words[] = {
	SHEET_WORDS(""),
	KEY_WORDS,
	{"purpose-title", true, ""},
	{"uses-title", true, "use-count#"},
	{"use", true, "use use-text"},
	{"sections-title", false, ""},
	{"sections-head", false, ""},
	{"definition-head", false, ""},
	{"groups-head", false, ""},
	{"records-title", false, "record-count#"},
	{"records-head", false, ""},
	{"records-text-head", false, ""},
	{"marking-title", true, ""},
	{"marking", false, ""},
	{"after-title", false, ""},
	{"after", false, ""},
	{0},
};

#define ITEM_SHEET \
	"part* name parent number# count# definition directions prompt scale-directions"

const struct word_kind item_words[] = {
	SHEET_WORDS(ITEM_SHEET),
	KEY_WORDS,
	{"count", false, ""},
	{"total", false, "letter low high"},
	{"range", false, "letter low high"},
	{"reversed", false, "statement"},
	{"add-title", false, "total-count#"},
	{"overall", false, ITEM_SHEET},
	{"stage-title", false, "total-count# stage"},
	{"worked-out", false, ITEM_SHEET},
	{"limits", false, "from to"},
	{"help-head", false, ITEM_SHEET},
	{"target", false, "statement target unit"},
	{"closing", false, ITEM_SHEET},
	{"notes", false, ITEM_SHEET},
	{"tip-mark", false, "statement meaning"},
	{"tip-point", false, "statement point label"},
	{"tip-count", false, "counted"},
	{"tip-total", false, "counted letter low high"},
	{"tip-sum", false, "counted letter"},
	{"tip-overall", false, ITEM_SHEET},
	{"tip-stage", false, "band from to"},
	{"tip-choice", false, "statement label"},
	{"tip-answer", false, "statement prompt"},
	CELL_WORDS("statement"),
	{0},
};

#define RECORD "record* record-count# counted-records directions"

const struct word_kind record_words[] = {
	SHEET_WORDS(RECORD " row none"),
	{"example", false, ""},
	{"options", false, RECORD " row column options"},
	CELL_WORDS(RECORD " row"),
	{0},
};

/* A section without a title stands on the sheet of the one before. */
const struct word_kind wall_words[] = {
	{"title", false, ""},
	{"eyebrow", false, ""},
	{"text", false, ""},
	{"write-in", false, ""},
	{"heading", false, RECORD},
	{"help", false, RECORD},
	{"label", true, RECORD " row column"},
	CELL_WORDS(RECORD " row"),
	{0},
};

const struct word_kind poster_words[] = {
	SHEET_WORDS("bands band step#"),
	{"obstacle-title", false, ""},
	{"limits", false, "from to"},
	{0},
};

const struct word_kind band_words[] = {
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

const struct word_kind tally_words[] = {
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

const struct word_kind item_tally_words[] = {
	SHEET_WORDS(""),
	{"items-head", true, ""},
	{"points", true, ""},
	{"talk", false, ""},
	{"notes", false, ""},
	{"tip-hands", true, "statement point label"},
	{"tip-talk", true, "counted"},
	{0},
};

const struct word_kind discussion_words[] = {
	SHEET_WORDS(""),
	{0},
};

const struct word_kind plan_words[] = {
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
