/* The words of the sections of reports that show records: the rows of
 * section_kinds name them. */
#ifndef WAYMARK_RECORD_WORDS_H
#define WAYMARK_RECORD_WORDS_H

#include "compose/sections.h"

extern const struct word_kind record_headline_words[];
extern const struct word_kind record_table_words[];
extern const struct word_kind record_form_words[];
extern const struct word_kind record_share_words[];
extern const struct word_kind record_explanation_words[];
extern const struct word_kind coverage_words[];
extern const struct word_kind freshness_words[];
extern const struct word_kind bullet_words[];
extern const struct word_kind sight_words[];
extern const struct word_kind trend_words[];
extern const struct word_kind case_words[];

/* Flags that any section sets which selects rows of a record. */
#define SELECTION_FLAGS "found all no-rows no-sheet"
#define COVERAGE_FLAGS \
	" lacking-first lacking-second bare uneven no-parents first-missing bare-row lacking"
#define COURSE_FLAGS \
	" worse still toward reached moving compared unbased unread progressing worse-named " \
	"parents covering short"

#endif
