/* Scores as text for eyes, JSON for programs, CSV for analysts.
 *
 * People appear under their codes; no dump holds a name, a role or a comment.
 * Numbers are rounded to 4 decimals (text: 2). "Not scored" and "cannot be
 * said" are null in JSON, an empty field in CSV, a dash in text.
 */
#ifndef WAYMARK_DUMP_SCORES_H
#define WAYMARK_DUMP_SCORES_H

struct buf;
struct scores;

/* A table of the elements, then one of the people with their overall scores
 * and, on its last line, the consensus sheet. */
void dump_scores_text(const struct scores *scores, struct buf *out);

/* One object, one line a node:
 *   framework {id, version}, wave, sample, n_people,
 *   nodes: [{id, level, text, n, mean, sd, median, min, max, lower, upper,
 *            agreement, plus, minus, blank, split, band, to_next, counts}],
 *   consensus: [{id, score, band, answered}] or null,
 *   people: [{respondent, segments {name: value}, nodes as in consensus}]
 * Nodes stand in the framework's order, the whole first, with the level
 * "overall". band is an id. plus, minus and split are there when the framework
 * has items to mark, counts {point: people} at items to rate. */
void dump_scores_json(const struct scores *scores, struct buf *out);

/* One table, one row for each element of each person (scope "person"), of the
 * consensus sheet ("consensus") and of all people together ("group"):
 *   scope, respondent, wave, segment_NAME..., element, level,
 *   score, band, answered, plus, minus, blank,
 *   n, mean, sd, median, min, max, lower, upper, agreement, split, to_next
 * Filter by scope, then every row is one observation of the same kind: score
 * and answered are empty in group rows, n and what follows in the others. The
 * columns are the same for all frameworks, but for one for each name of a
 * segment that the wave has; plus, minus and split stay empty where nothing is
 * marked. */
void dump_scores_csv(const struct scores *scores, struct buf *out);

#endif
