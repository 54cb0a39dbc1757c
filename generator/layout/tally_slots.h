/* The boxes in every row of a tally: which there are and where they stand. */
#ifndef WAYMARK_TALLY_SLOTS_H
#define WAYMARK_TALLY_SLOTS_H

#include "layout/strip.h"
#include "layout/sheet_parts.h"

/* A box; x from the left edge of the block. */
struct slot {
	double x, width;
	struct lines head;
	enum sign sign; /* drawn in its head */
};

/* Words above the heads of several boxes. */
struct slot_span {
	double x, width;
	size_t n_slots;
	struct lines head;
};

struct slots {
	struct slot *slots;
	size_t n_slots;
	struct slot_span *spans; /* over all of the slots, or none */
	size_t n_spans;
	struct lines talk; /* head of the box flush right */
	double talk_x;
	double left;       /* where titles have to end */
};

/* `width` is the block's, `least` what the titles need of it. */
struct slots slots_arrange(struct layout *layout, const struct tally_block *tally, double width,
                           double least);

/* Height that the heads need. */
double slots_head_height(const struct layout *layout, const struct slots *slots);

/* The heads as cells of the table's first row; where there are spans their
 * own heads are the second row. */
void slots_place_head(struct layout *layout, const struct slots *slots, struct area area);
void slots_place_lower_head(struct layout *layout, const struct slots *slots, struct area area);

/* The columns that the boxes are in the table. */
size_t slots_columns(const struct slots *slots);

/* The boxes of one row with their fields. */
void slots_place_row(struct layout *layout, const struct slots *slots,
                     const struct tally_row *row, struct area area);

#endif
