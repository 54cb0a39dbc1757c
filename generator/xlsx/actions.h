/* The action plan of the wave: which sheets have one, and where its columns
 * stand. */
#ifndef WAYMARK_XLSX_ACTIONS_H
#define WAYMARK_XLSX_ACTIONS_H

#include "xlsx/book.h"

enum action_column {
	ACTION_WHO,
	ACTION_CATEGORY,
	ACTION_TEXT,
	ACTION_SECTION,
	ACTION_SERVES,
	ACTION_OWNER,
	ACTION_DUE,
	ACTION_OVERDUE,
	ACTION_STATUS,
	ACTION_COLUMNS
};

enum { ACTIONS_TOP = 3 };

/* Of the team and of all people. */
size_t actions_count(const struct scores *scores);

#endif
