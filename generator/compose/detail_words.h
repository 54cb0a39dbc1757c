/* The words of the sections of a group's report that go into detail, for the
 * table in sections.c. */
#ifndef WAYMARK_DETAIL_WORDS_H
#define WAYMARK_DETAIL_WORDS_H

#include "compose/sections.h"

extern const struct word_kind contents_words[], item_detail_words[], consensus_words[],
                              benchmark_words[];

/* What peers_set_overall says. */
#define PEER "peer-share peer-run peer-year peer-size peer-population"

#define ITEM_DETAIL_FLAGS "drawn part-scored part-banded part-withheld"
#define CONSENSUS_FLAGS "rose fell level tied none"
#define PEER_FLAGS "peer peer-sized"
#define BENCHMARK_FLAGS PEER_FLAGS " alike context same-edition whole sized own-banded"

#endif
