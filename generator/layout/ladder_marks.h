/* Pointers on a ladder and the words beside them, kept clear of each other
 * and of the steps below. Private to chart_ladder.c. */
#ifndef WAYMARK_LADDER_MARKS_H
#define WAYMARK_LADDER_MARKS_H

#include "layout/chart_parts.h"

/* A pointer with its words. x from the block's left edge; heights above the
 * ladder's base line. */
struct ladder_mark {
	const struct pointer *pointer;
	struct lines note;
	double x, tip;
	double label_left, label_width, label_height; /* height of its baseline */
	double note_left, note_height;                /* height of the last line's baseline */
	enum align note_align;
	bool left;     /* the words stand left of the pointer */
	double raised; /* how far it had to give way */
};

struct ladder_marks {
	struct ladder_mark *marks; /* by value */
	size_t n_marks;
	enum style style;
	double size;   /* width of a pointer */
	double height; /* all of them, above the base line */
};

/* Height of the steps, the highest within [x1, x2], above the base line. */
double ladder_height(const struct layout *layout, const struct ladder_block *ladder,
                     const struct scale *scale, double x1, double x2);

struct ladder_marks ladder_marks_set(struct layout *layout, const struct ladder_block *ladder,
                                     const struct scale *scale);

/* `x` is the block's left edge, `base` the y of the base line. */
void ladder_marks_place(struct layout *layout, const struct ladder_marks *marks, double x,
                        double base);

#endif
