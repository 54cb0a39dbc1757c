/* What studies found elsewhere, for the sections that tell it or hold a result against it.
 *
 * Only benchmarks of the framework's own edition are peers; those of others are context.
 */
#ifndef WAYMARK_PEERS_H
#define WAYMARK_PEERS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/benchmark.h"

struct composer;

/* The benchmarks that the report tells: those that were asked for, or all. */
size_t peers_count(const struct composer *composer);
const struct benchmark *peers_at(const struct composer *composer, size_t i);
bool peers_are_alike(const struct composer *composer, const struct benchmark *benchmark);

/* "under 25%", "Align to Embed", with the document's words "share" and "run". */
const char *peers_share(struct composer *composer, const struct benchmark_share *share);
const char *peers_run(struct composer *composer, const struct benchmark *benchmark,
                      const struct benchmark_share *share);

/* {population} {size} {year} of a study, flag `sized`. */
void peers_set_study(struct composer *composer, const struct benchmark *benchmark);

/* The newest share of all scores that peers are told by: {peer-share} {peer-run} {peer-year}
 * {peer-size} {peer-population}, flags peer, peer-sized. */
void peers_set_overall(struct composer *composer);

/* The newest study whose means stand beside the scores of a level, or NULL. */
const struct benchmark *peers_of_level(const struct composer *composer, size_t level);

/* The mean that this study gives for an element, or NAN. */
double peers_mean(const struct composer *composer, const struct benchmark *study, size_t element);

#endif
