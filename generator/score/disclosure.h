/* Statistical disclosure control: which groups of people may be told a figure of each, so that
 * nothing can be worked out of fewer people than a minimum.
 *
 * A figure of a group gives its sum away; sums of groups can be added and taken away from each
 * other, the whole less a department for instance. A group is released only if no such sum of
 * the groups released so far and itself rests on fewer people than the minimum: groups are
 * vectors of 0 and 1 over the people, and no vector of their span may have fewer entries that
 * are not 0. It is enough to try the vectors that are -1, 0 or 1 where the reduced rows of the
 * span have their leading entries, as every vector of the span is determined there. What cannot
 * be tried within a bound of steps is not released.
 *
 * The figures meant are of one element in one wave. Two elements, or two waves, are told apart
 * by who is scored there: a reader who adds scores of different elements, and knows who left
 * blanks, is not covered, nor are more than 64 groups.
 */
#ifndef WAYMARK_DISCLOSURE_H
#define WAYMARK_DISCLOSURE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct disclosure;

struct disclosure *disclosure_new(struct arena *arena, size_t n_people, size_t minimum);

/* Whether the group of the people whose `members` are true may be told; it counts as told from
 * then on. Ask for the most important first. */
bool disclosure_release(struct disclosure *disclosure, const bool *members);

#endif
