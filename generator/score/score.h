/* framework + answers -> scores: pure arithmetic.
 *
 * Call score_wave once for a wave; everything is in the arena. Nothing is
 * rounded here but the value that a band is looked up with.
 *
 * An element is scored by the rule of its level, from the answers to the items
 * below it or from the scores of the sections one level down. Each section
 * weighs the same; items weigh what the framework says.
 * - A reversed item counts as low + high - answer of its scale; a reversed mark
 *   changes its sign.
 * - sum and mean take the inputs that are there; an empty box of a mark is not
 *   there. Below the rule's minimum, or with none at all, there is no score.
 * - net from items is (plus - minus) / items, over the items that are marked.
 *   An empty box is an answer too, "not sure", and counts as 0; only somebody
 *   who left the whole sheet empty has no net (and no value at its items). The
 *   minimum, when it is not 0, asks for signs. net from sections is the mean
 *   of the sections' scores.
 * - A status is 1 when it is done, else 0. A check is 1 when it is crossed, 0
 *   when it is not; an empty box says nothing on a sheet without any answer.
 * - completion (statuses) and share (checks) are the weighted mean of these,
 *   count their plain number. From sections, completion and share are the mean
 *   of the sections' scores, count is their sum.
 * - What does not apply is no input: it is not in the inputs that the minimum
 *   and prorating are reckoned with, nor is a section in which nothing applies.
 *   Where nothing applies at all there is no score.
 * The agreement of an item is the consensus of the people who are scored
 * there, marks as -1, 0 (empty), +1, statuses by their place among the points.
 * The agreement of a section or the whole is our own definition: the mean of
 * the agreements of its items.
 */
#ifndef WAYMARK_SCORE_H
#define WAYMARK_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/scores.h"

struct arena;
struct bands;
struct rule;

/* Scores the sheets of one wave (its exact name; one without sheets gives
 * n_people 0 and stats of NAN). */
struct scores *score_wave(struct arena *arena, const struct answers *answers, const char *wave);

/* The rows of a consensus sheet with their computed columns filled in, one set
 * for each of the framework's records; all empty when the sheet is NULL. */
struct record_rows *score_records(struct arena *arena, const struct framework *framework,
                                  const struct sheet *sheet);

/* The weighted sum. When `weight_possible`, the weight of all inputs there
 * could be, is not 0, the sum is prorated to it: sum(w x) * weight_possible /
 * sum(w). NAN without values. */
double score_sum(const double *values, const double *weights, size_t n, double weight_possible);

/* The weighted mean, sum(w x) / sum(w); NAN without values or weight. */
double score_mean(const double *values, const double *weights, size_t n);

/* How many of the values, each 0 or 1, are 1; or the sum of such numbers. NAN
 * without values. */
double score_count(const double *values, size_t n);

/* Whether a share counts as finished by its rule; NAN does not. */
bool score_finished(const struct rule *rule, double value);

/* How far the way from baseline to goal is behind: (now - baseline) / (goal -
 * baseline), below 0 or above 1 where people went back or beyond. NAN when one
 * is NAN or there is no way to go. */
double score_progress(double baseline, double now, double goal);

/* (plus - minus) / (plus + minus + blank); NAN when all three are 0. */
double score_net(const struct tally *tally);

/* Sample standard deviation, divisor n - 1; NAN below two values. */
double score_sd(const double *values, size_t n);

/* The quantile at p (0 to 1) of sorted values after Hyndman & Fan (1996),
 * "Sample quantiles in statistical packages", definition 7, which spreadsheets
 * call inclusive. NAN without values. */
double score_quantile(const double *sorted, size_t n, double p);

/* Consensus after Tastle & Wierman (2007), "Consensus and dissention: A measure
 * of ordinal dispersion": 1 + sum of p_i log2(1 - |x_i - mean| / range) over
 * the points x_i with counts c_i; 1 when all agree, 0 when half stand at each
 * end. NAN without answers or range. */
double score_consensus(const double *points, const size_t *counts, size_t n, double range);

/* The band of a score: rounded once, half up, to a whole number, then looked
 * up; -1 for NAN, outside, or without bands (NULL). */
int score_band(const struct bands *bands, double value);

/* From a score to the lowest whole number of the next band; NAN at the top
 * and where score_band says -1. */
double score_to_next(const struct bands *bands, double value);

/* Matches the sheets of two waves of the same answers by respondent; one for
 * each element. */
struct matched *score_matched(struct arena *arena, const struct scores *before,
                              const struct scores *after);

/* The people of a wave by their segments `names`, the most important first; after the last one
 * stands NULL. What may be told of the sections for each group (disclosure.h) is decided for the
 * whole and for all segments together; `minimum` people must stand behind every figure. */
const struct segmentation *const *score_segments(struct arena *arena, const struct scores *scores,
                                                 const char *const *names, size_t n_names,
                                                 size_t minimum);

#endif
