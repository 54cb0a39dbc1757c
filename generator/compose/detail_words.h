/* The words of the sections of a group's report that go into detail, for the
 * table in sections.c. */
#ifndef WAYMARK_DETAIL_WORDS_H
#define WAYMARK_DETAIL_WORDS_H

#include "compose/sections.h"

extern const struct word_kind contents_words[], item_detail_words[], consensus_words[];

#define ITEM_DETAIL_FLAGS "drawn part-scored part-banded part-withheld"
#define CONSENSUS_FLAGS "rose fell level tied none"

#endif
