#include "compose/detail_words.h"

const struct word_kind contents_words[] = {
	{"title", true, ""},
	{0},
};

const struct word_kind item_detail_words[] = {
	{"title", true, ""},
	{"text", false, "first last"},
	{"aside", true, "figure part-band n# part-agreement"},
	{"withheld", true, "n# needed#"},
	{"people-head", true, ""},
	{"value-head", true, ""},
	{"agreement-head", true, ""},
	{"minus-head", true, ""},
	{"blank-head", true, ""},
	{"plus-head", true, ""},
	{"flag", true, ""},
	{"points", true, "first last"},
	{"signs", true, ""},
	{"distribution", true, "point percent"},
	{"reversed", false, "statement"},
	{"finding", true, "part-name"},
	{"comments", false, "part-name"},
	{"part-head", false, ""},
	{"comment-head", false, ""},
	{"general", false, ""},
	{0},
};

#define CONSENSUS "higher-count# lower-count# same-count# count# counted"

const struct word_kind consensus_words[] = {
	{"title", true, CONSENSUS},
	{"text", false, CONSENSUS},
	{"mean-head", true, ""},
	{"consensus-head", true, ""},
	{"difference-head", true, ""},
	{"overall-head", true, ""},
	{"items-head", true, CONSENSUS},
	{"plus", true, ""},
	{"minus", true, ""},
	{"blank", true, ""},
	{"reversed", false, "statement"},
	{0},
};

const struct word_kind benchmark_words[] = {
	{"title", true, PEER},
	{"text", false, PEER " own-edition"},
	{"alike-head", true, "own-edition"},
	{"context-head", true, "own-edition"},
	{"figure-head", true, ""},
	{"study", true, "part-name population size year edition"},
	{"mean", true, ""},
	{"own", true, ""},
	{"own-figure", true, "own-band figure"},
	{"withheld", true, "n# needed#"},
	{"note", false, "sources"},
	{0},
};
