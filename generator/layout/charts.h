/* The charts of reports: rows of blocks.c.
 *
 * Ladders, bars, squares, bullets, trends, progress and panels are figures:
 * their finding says them in words, and their numbers follow as a table that
 * is not seen.
 * Rankings, diverging bars, details and dots are tables whose marks only repeat the
 * figures in their cells; the marks are furniture. Checks are a table of
 * lists. Figures and tables stay open from their first strip to their last
 * one. */
#ifndef WAYMARK_CHARTS_H
#define WAYMARK_CHARTS_H

#include "layout/strip.h"

extern const struct block_class chart_ladder;
extern const struct block_class chart_bars;
extern const struct block_class chart_ranking;
extern const struct block_class chart_diverging;
extern const struct block_class chart_dots;
extern const struct block_class chart_squares;
extern const struct block_class chart_checks;
extern const struct block_class chart_bullets;
extern const struct block_class chart_trends;
extern const struct block_class chart_progress;
extern const struct block_class chart_details;
extern const struct block_class chart_panels;

#endif
