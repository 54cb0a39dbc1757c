/* What a row of bullets draws: the track from the baseline to the goal, the bar
 * on it and the pointer with its figure above; and the key. */
#ifndef WAYMARK_BULLET_TRACK_H
#define WAYMARK_BULLET_TRACK_H

#include "layout/chart_parts.h"

struct bullet_track {
	double x, width;   /* left end at the baseline; as far as the goal */
	double titles_end; /* figures keep right of it */
};

/* y: the middle of the track. */
void bullet_place(struct layout *layout, const struct bullet *bullet, struct bullet_track track,
                  double y);

struct key bullets_key(const struct layout *layout, const struct block *block);

#endif
