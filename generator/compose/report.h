/* What the sections of reports share: which figures may be shown, and how a
 * figure is written.
 *
 * Privacy stands here and nowhere else: a section asks report_shows before
 * it speaks of the group, and says report_withheld where the answer is no.
 */
#ifndef WAYMARK_REPORT_H
#define WAYMARK_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/scores.h"

struct action;
struct composer;
struct link;

/* The fewest people whose results are shown: the engagement's or the template's
 * number, at least 3. */
size_t report_needed(const struct composer *composer);

/* How many people are scored at an element; at the whole of a framework that
 * gives no overall score, how many answered anything. */
size_t report_people(const struct composer *composer, size_t element);

/* Whether enough people are scored at an element for its mean; from 5 the
 * middle half is shown, from 8 single people and extremes, and decimals. */
bool report_shows(const struct composer *composer, size_t element);
bool report_shows_middle(const struct composer *composer, size_t element);
bool report_shows_people(const struct composer *composer, size_t element);

/* Whether any figure of the group is shown at all: parts can have enough
 * people where the whole has not. */
bool report_shows_any(const struct composer *composer);

/* The same of another wave of these answers. */
size_t report_wave_people(const struct composer *composer, const struct scores *wave,
                          size_t element);
bool report_wave_shows(const struct composer *composer, const struct scores *wave,
                       size_t element);
bool report_wave_shows_middle(const struct composer *composer, const struct scores *wave,
                              size_t element);

/* The wave before the one that is reported; NULL: this is the first. */
const struct scores *report_previous(const struct composer *composer);

/* "3 answers; 5 are needed", with the section's word "withheld". */
const char *report_withheld(struct composer *composer, size_t element);

/* The answers that the people of the wave could give, to the ratings and marks
 * where there are any, and how many of them are blank. */
size_t report_answers(const struct scores *scores, size_t *blank);

/* The share of these that is blank, 0 to 1. */
double report_blank_share(const struct scores *scores);

/* Whether that is too large a share to place the group among the bands. */
bool report_lacks_answers(const struct scores *scores);

/* Whether the overall score has a band and so few blanks that it may be placed. */
bool report_places(const struct composer *composer);

/* Whether the rules of the framework can give an element a score at all: not
 * where there are texts only. */
bool report_is_scored(const struct composer *composer, size_t element);

/* A score of an element, ready to print: "62.7", "+23%" for a net, "64%" for a
 * share.
 * report_mean prints the group's mean with the decimals it supports,
 * report_score a single person's. "" for NAN. */
const char *report_mean(struct composer *composer, size_t element, double value);
const char *report_score(struct composer *composer, size_t element, double value);

/* Like report_mean and report_rounded, with the decimals that another wave supports. */
const char *report_wave_mean(struct composer *composer, const struct scores *wave,
                             size_t element, double value);
double report_wave_rounded(const struct composer *composer, const struct scores *wave,
                           size_t element, double value);

/* The same with the decimals that n people support. */
const char *report_part_mean(struct composer *composer, size_t element, double value, size_t n);

/* A difference between two scores of an element with its sign, in points: "+2.3"; those of
 * nets and shares are percentage points. `n` people stand behind the smaller figure. */
const char *report_change(struct composer *composer, size_t element, double change, size_t n);

/* The mean as it is printed, for differences that readers can check. */
double report_rounded(const struct composer *composer, size_t element, double value);

/* The element's text, with the section's word "reversed" around a statement
 * that counts in reverse. */
const char *report_text(struct composer *composer, size_t element);

/* The item's answers as shares of the people who gave one, from the lowest
 * point to the highest as they are scored; a mark has -, blank and +. The
 * array has room for `n_points`. NULL when single answers are not shown. */
const double *report_shares(struct composer *composer, size_t element, size_t n_points);

/* How many places report_shares needs for the items of the framework. */
size_t report_points(const struct composer *composer);

/* How far a score stands between its lowest and highest possible value, 0 to
 * 1; NAN when it cannot be said. */
double report_position(const struct composer *composer, size_t element, double value);

/* Names the strongest and the weakest of the sections that are scored; see ends_set. */
void report_set_ends(struct composer *composer);

/* The mean agreement of the rated items, {agreement}; how many of them lie far below it,
 * {count#} {counted}; flags none, complete, partial. Nothing while it is withheld. */
void report_set_agreement(struct composer *composer);

/* What moved since the wave before: {since} {before} {before-band} {change}, the parts that
 * rose and fell {rise-count#} {fall-count#} {risen} {fallen}; flags first, shown, rose, fell,
 * level, band-up, band-down, risen, fallen. */
void report_set_change(struct composer *composer);

/* How many groups of items split the room: {split-count}, {split-groups} and
 * the flag `split`. */
void report_set_split(struct composer *composer);

/* Whether the ranking of items names some as the highest or the lowest that
 * lie on the other side of the middle: they are no strengths or gaps. */
bool report_ranks_relative(struct composer *composer);

/* The section's word "title"; one that has no room is said anew with the flag `short`. */
const char *report_title(struct composer *composer);

/* A line with the section's word "eyebrow" where it has one, a heading with its words "title",
 * a paragraph with its "lead". A
 * title that has no room is said anew with the flag `short`. */
void report_add_headline(struct composer *composer);

/* Opens a section with its title and text, which stay with what follows;
 * closes it with a rule above and a bookmark. */
struct blocks report_open_section(struct composer *composer);
void report_close_section(struct composer *composer, struct blocks outer);

/* The part of a framework that something serves, with the section's words
 * "link": {framework-title}, {part-title}, {row-name}, flag `row`. */
const char *report_link(struct composer *composer, const struct link *link);

/* The sections of a group report. */
void compose_headline(struct composer *composer);
void compose_ladder(struct composer *composer);
void compose_bars(struct composer *composer);
void compose_ranking(struct composer *composer);
void compose_agreement(struct composer *composer);
void compose_progress(struct composer *composer);

/* Sentences by rules that stand in the template: the first of each of its words that hold. */
void compose_findings(struct composer *composer);
void compose_explanation(struct composer *composer);
void compose_contents(struct composer *composer);
void compose_item_details(struct composer *composer);

/* What the group agreed on together beside the mean of its people. */
void compose_consensus(struct composer *composer);

void compose_text(struct composer *composer);

/* What studies found elsewhere, and where the group stands in the same. */
void compose_benchmarks(struct composer *composer);

/* Groups of people side by side. */
void compose_segments(struct composer *composer);

/* The framework's questions for the talk about the results, with lines for notes. */
void compose_prompts(struct composer *composer);

/* What people wrote, from 10 people on, and what the group wrote together. */
void compose_comments(struct composer *composer);

/* Whether the report has a section for what people wrote, and they did; then
 * *needed is how many must have answered before it shows their words. */
bool comments_are_told(const struct composer *composer, size_t *needed);

/* Whether their words may be shown, and a table of those on one outermost section. */
bool comments_are_shown(const struct composer *composer);
void comments_add(struct composer *composer, size_t part, const char *caption);

/* Whether a section with every item shows this part, and below it what people wrote. */
bool item_details_hold(const struct composer *composer, size_t part);

/* Whether an action should be done by the day of the report. */
bool action_is_overdue(const struct composer *composer, const struct action *action);

/* What the group wants to do, from the sheet it filled in together. */
void compose_actions(struct composer *composer);

/* Whether the report has a section for that, and there is any. */
bool actions_are_told(const struct composer *composer);

/* Those that show records; see record_rows.h. */
void compose_record_headline(struct composer *composer);
void compose_record_table(struct composer *composer);
void compose_record_form(struct composer *composer);
void compose_record_shares(struct composer *composer);
void compose_record_explanation(struct composer *composer);
void compose_coverage(struct composer *composer);
void compose_freshness(struct composer *composer);
void compose_bullets(struct composer *composer);
void compose_sight(struct composer *composer);
void compose_trends(struct composer *composer);
void compose_case(struct composer *composer);

/* How far a team is with what it wants to get done. */
void compose_status_headline(struct composer *composer);
void compose_roadmap(struct composer *composer);
void compose_measures(struct composer *composer);
void compose_targets(struct composer *composer);
void compose_next_actions(struct composer *composer);
void compose_changes(struct composer *composer);
void compose_practices(struct composer *composer);
void compose_answered_texts(struct composer *composer);

/* The sections of an individual report. */
void compose_own_headline(struct composer *composer);
void compose_own_ladder(struct composer *composer);
void compose_dots(struct composer *composer);
void compose_differences(struct composer *composer);

#endif
