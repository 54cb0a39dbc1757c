/* The classes of blocks, one a kind; charts.h has those of charts. */
#ifndef WAYMARK_BLOCKS_H
#define WAYMARK_BLOCKS_H

#include "layout/strip.h"

extern const struct block_class block_sheet;
extern const struct block_class block_section;
extern const struct block_class block_columns;
extern const struct block_class block_keep;

extern const struct block_class block_heading;
extern const struct block_class block_paragraph;
extern const struct block_class block_list;
extern const struct block_class block_table;
extern const struct block_class block_contents;

extern const struct block_class block_key;
extern const struct block_class block_marks;
extern const struct block_class block_ratings;
extern const struct block_class block_totals;
extern const struct block_class block_tally;
extern const struct block_class block_prompts;
extern const struct block_class block_plan;
extern const struct block_class block_lines;
extern const struct block_class block_entries;
extern const struct block_class block_form;
extern const struct block_class block_steps;

/* The head of a sheet: measuring fills its strip and gives what placing needs. */
void *sheet_head_measure(struct layout *layout, const struct sheet_head *head, double width,
                         struct strip *strip);
void sheet_head_place(struct layout *layout, const struct sheet_head *head, const void *state,
                      struct area area);

#endif
