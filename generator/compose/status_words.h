/* The words and flags of the sections on things to be done, for the table in
 * sections.c. */
#ifndef WAYMARK_STATUS_WORDS_H
#define WAYMARK_STATUS_WORDS_H

#include "compose/sections.h"
#include "compose/status.h"

extern const struct word_kind status_headline_words[], roadmap_words[], measure_words[],
    target_words[], next_action_words[], change_words[], practice_words[], answered_text_words[];

#define STATUS_HEADLINE_FLAGS \
	STATUS_FLAGS " " STATUS_PHASE_FLAGS \
	" before before-whole begun unbegun even strongest weakest contrast measures short"
#define NEXT_ACTION_FLAGS STATUS_PHASE_FLAGS " none more dated overdue leftovers many-leftovers"
#define CHANGE_FLAGS \
	STATUS_PHASE_FLAGS " first unchanged advanced fell-back forward back reached lost " \
	"joined left"

#endif
