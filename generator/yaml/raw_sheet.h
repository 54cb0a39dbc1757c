/* One sheet of answers as it is written: the structs that its table fills,
 * and the functions that check what it means. */
#ifndef WAYMARK_RAW_SHEET_H
#define WAYMARK_RAW_SHEET_H

#include "model/answers.h"
#include "model/framework.h"
#include "yaml/bind.h"

/* A text beside a key: a comment, a segment. */
struct raw_pair {
	struct bound bound;
	const char *text;
};

/* A node beside a key, of a form that its item or record says. */
struct raw_entry {
	struct bound bound;
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
	const char **serves;
	size_t n_serves;
};

struct raw_sheet {
	struct bound bound;
	const char *framework, *version, *wave, *organisation, *date;
	bool sample;
	enum sheet_kind kind;
	struct raw_respondent respondent;
	struct raw_entry *answers, *records;
	size_t n_answers, n_records;
	struct raw_pair *comments;
	size_t n_comments;
	struct raw_action *plan;
	size_t n_plan;
};

extern const struct table raw_sheet_table;

/* Which elements may be meant. */
enum part {
	PART_ITEM,
	PART_SECTION,
	PART_ANY
};

/* The element with this id if it is such a part, or SIZE_MAX: recorded. */
size_t raw_find_element(const struct bind *bind, const struct framework *framework,
                        const char *id, struct pos pos, enum part part);

/* The same in a sheet of an revision (NULL: the framework's own). SIZE_MAX also, and nothing is
 * recorded, for what is not asked any more. */
size_t raw_find_asked(const struct bind *bind, const struct framework *framework,
                      const struct revision *revision, const struct bound *bound, enum part part);

/* What stands in a cell of a column; a reference is not looked up, its text
 * is the id of the row. False: recorded. Nothing at all is right. */
bool raw_read_cell(const struct bind *bind, const struct record_column *column,
                   const struct node *node, struct value *value);

/* sheet.values, .written and .details. */
void raw_read_values(const struct bind *bind, const struct framework *framework,
                     const struct raw_sheet *raw, struct sheet *sheet);

/* sheet.records, with references looked up. */
void raw_read_rows(const struct bind *bind, const struct framework *framework,
                   const struct raw_sheet *raw, struct sheet *sheet);

#endif
