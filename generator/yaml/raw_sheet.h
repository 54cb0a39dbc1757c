/* One sheet of answers as it is written: the structs that its table fills. */
#ifndef WAYMARK_RAW_SHEET_H
#define WAYMARK_RAW_SHEET_H

#include "model/answers.h"
#include "yaml/bind.h"

/* A value beside a key: an answer, a comment, a segment. */
struct raw_pair {
	struct bound bound;
	const char *text;
};

struct raw_respondent {
	struct bound bound;
	const char *id, *name, *role;
	struct raw_pair *segments;
	size_t n_segments;
};

struct raw_action {
	struct bound bound;
	const char *text, *category, *owner, *due, *section;
};

struct raw_sheet {
	struct bound bound;
	const char *framework, *version, *wave, *organisation;
	bool sample;
	enum sheet_kind kind;
	struct raw_respondent respondent;
	struct raw_pair *answers, *comments;
	size_t n_answers, n_comments;
	struct raw_action *plan;
	size_t n_plan;
};

extern const struct table raw_sheet_table;

#endif
