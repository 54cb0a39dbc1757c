/* The sections of a worksheet: each makes sheets of paper. */
#ifndef WAYMARK_WORKSHEET_H
#define WAYMARK_WORKSHEET_H

struct block;
struct composer;
struct scale;

/* What the worksheet is for, what it covers, how to mark. */
void compose_instructions(struct composer *composer);

/* The items with their boxes or circles: one sheet for each section that
 * holds groups of items. */
void compose_items(struct composer *composer);

/* What a score means: the bands of every level that has them. */
void compose_bands(struct composer *composer);

/* Counts or totals of a group of people. */
void compose_tally(struct composer *composer);

/* How many people chose each point, statement by statement. */
void compose_item_tally(struct composer *composer);

void compose_discussion(struct composer *composer);
void compose_plan(struct composer *composer);

/* For the functions above: the head of a sheet from its words, around the
 * blocks added since composer_open. */
struct blocks;
struct block *worksheet_close_sheet(struct composer *composer, struct blocks outer);

/* How to mark the items of a scale. */
void worksheet_add_key(struct composer *composer, const struct scale *scale);

#endif
