/* The words of the sections on scores, of groups and of one person, for the table in sections.c. */
#ifndef WAYMARK_REPORT_WORDS_H
#define WAYMARK_REPORT_WORDS_H

#include "compose/sections.h"

extern const struct word_kind headline_words[], ladder_words[], bar_words[], ranking_words[],
    agreement_words[], progress_words[], explanation_words[], comment_words[], action_words[],
    finding_words[], segment_words[], prompt_words[], text_words[], own_headline_words[], own_ladder_words[], dot_words[], difference_words[];

#endif
