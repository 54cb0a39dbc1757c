/* The boxes in every row of a tally: which there are and where they stand. */
#ifndef WAYMARK_TALLY_SLOTS_H
#define WAYMARK_TALLY_SLOTS_H

#include "layout/strip.h"
#include "layout/text.h"

enum sign { SIGN_NONE, SIGN_PLUS, SIGN_MINUS };

/* A box; x from the left edge of the block. */
struct slot {
	double x, width;
	const char *name;  /* part of its field's name */
	const char *words; /* for its tooltip */
	struct lines head;
	enum sign sign;    /* drawn in its head */
};

/* Words above the heads of several boxes. */
struct slot_span {
	double x, width;
	struct lines head;
};

struct slots {
	struct slot *slots;
	size_t n_slots;
	struct slot_span *spans;
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

void slots_place_head(struct layout *layout, const struct slots *slots, struct area area);

/* The boxes of one row with their fields. */
void slots_place_row(struct layout *layout, const struct slots *slots,
                     const struct tally_row *row, const char *talk, struct area area);

#endif
