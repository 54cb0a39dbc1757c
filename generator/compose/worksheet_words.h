/* The words of the sheets of a worksheet, for the table in sections.c. */
#ifndef WAYMARK_WORKSHEET_WORDS_H
#define WAYMARK_WORKSHEET_WORDS_H

#include "compose/sections.h"

extern const struct word_kind instruction_words[], item_words[], record_words[], wall_words[],
    poster_words[], band_words[], tally_words[], item_tally_words[], discussion_words[],
    plan_words[];

#endif
