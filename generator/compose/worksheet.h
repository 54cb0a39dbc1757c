/* The sections of a worksheet: each makes sheets of paper. */
#ifndef WAYMARK_WORKSHEET_H
#define WAYMARK_WORKSHEET_H

#include <stdbool.h>
#include <stddef.h>

struct block;
struct composer;
struct framework;
struct record;
struct scale;

/* Whether adding up by hand what is printed on the sheets gives the program's
 * score of a section or of the whole: sums of ratings on one scale in each
 * group, none of them reversed or weighted. */
bool worksheet_adds_up(const struct framework *framework, size_t element);

/* Whether counting the crosses of a group of marks gives the counts that the
 * program has: no mark is reversed. */
bool worksheet_counts(const struct framework *framework, size_t group);

/* Whether the items below an element have more than one scale. */
bool worksheet_is_mixed(const struct framework *framework, size_t element);

/* What the worksheet is for, what it covers, how to mark. */
void compose_instructions(struct composer *composer);

/* The items with their boxes or circles: one sheet for each section that
 * holds groups of items. */
void compose_items(struct composer *composer);

/* Rows of records to fill in: a sheet for each record, or for the one that the
 * template names. */
void compose_records(struct composer *composer);

/* Large boxes for a few rows of a record, on one sheet with the sections of
 * this kind before. */
void compose_wall(struct composer *composer);

/* The steps of a set of bands with their words. */
void compose_poster(struct composer *composer);

/* What a score means: the bands of every level that has them. */
void compose_bands(struct composer *composer);

/* Counts or totals of a group of people. */
void compose_tally(struct composer *composer);

/* How many people chose each point, statement by statement. */
void compose_item_tally(struct composer *composer);

void compose_discussion(struct composer *composer);
void compose_plan(struct composer *composer);

/* For the functions above: the head of a sheet from its words, around the
 * blocks added since composer_open. `written` stands in the box already: the
 * name on a sheet that belongs to one person, NULL on one of the team. */
struct blocks;
struct block *worksheet_close_sheet(struct composer *composer, struct blocks outer,
                                    const char *written);

/* How to mark the items of a scale. */
void worksheet_add_key(struct composer *composer, const struct scale *scale);

/* Boxes to add up the groups' totals, where that gives the score of what is on
 * the sheet. One total is the score itself: only its band is left to find. */
void worksheet_add_totals(struct composer *composer, size_t sheet);

/* A table of `n` items of a group from `first` on, which share a scale that is
 * neither of marks nor of ratings. */
void worksheet_add_entries(struct composer *composer, size_t group, size_t first, size_t n);

/* Takes from the tables of a sheet that has one group only what its head says
 * already. */
void worksheet_say_once(struct composer *composer);

/* Height of a sheet below its head, in points. */
double worksheet_height(const struct composer *composer);

/* Whether the sheet of a section or record was asked for. */
bool worksheet_wants(const struct composer *composer, const char *id);

/* A row of a record as a form, with the columns that the section names or all
 * of them; 0 is the row of a single record. */
void worksheet_add_form(struct composer *composer, const struct record *record, size_t row);

/* The records that the section is about, as places in framework->records; an
 * unknown name is recorded. */
const size_t *worksheet_records(struct composer *composer, size_t *n);

#endif
