/* Scores as text for eyes, JSON for programs, CSV for analysts.
 *
 * People appear under their codes; no dump holds a name, a role, a comment or
 * free text of one of them. What a whole team wrote is there as it stands.
 * Numbers are rounded to 4 decimals (scores in text: 2). "Not scored" and "cannot be
 * said" are null in JSON, an empty field in CSV, a dash in text.
 */
#ifndef WAYMARK_DUMP_SCORES_H
#define WAYMARK_DUMP_SCORES_H

struct buf;
struct scores;

/* A table of the elements, then one of the people with their overall scores
 * and, on its last line, the consensus sheet. Where there are answers other
 * than ratings and marks, or some that do not apply, tables of their stands
 * come between, for all people and for the consensus sheet, and where it says
 * people stand; at the end comes a table for each record that has rows. */
void dump_scores_text(const struct scores *scores, struct buf *out);

/* One object, one line a node:
 *   framework {id, version}, wave, sample, n_people,
 *   nodes: [{id, level, text, n, mean, sd, median, min, max, lower, upper,
 *            agreement, plus, minus, blank, excluded, stands {open, started,
 *            done}, split, band, to_next, counts}],
 *   consensus: [{id, score, band, answered, excluded, stands, answer}] or null,
 *   position: id or null,
 *   records: {record: [{id, values {column: value}, none: [column]}]},
 *   people: [{respondent, segments {name: value}, nodes as in consensus}]
 * Nodes stand in the framework's order, the whole first, with the level
 * "overall". band is an id. What the framework has nothing for is not there:
 * plus, minus and split without items to mark, excluded without items that may
 * not apply, stands without statuses and checks, position without sections that
 * count as finished, records without records. counts {point: people} are there
 * at items with points, answer at all items but ratings and marks: a number, or
 * as it is written in files of answers, free text of people left out.
 * Values are numbers (also the computed ones), true and false, or text: dates
 * as yyyy-mm-dd, options and rows by their ids; null for nothing. The columns
 * of which was said that there is none yet are null too, and listed in none. */
void dump_scores_json(const struct scores *scores, struct buf *out);

/* One table, one row for each element of each person (scope "person"), of the
 * consensus sheet ("consensus") and of all people together ("group"), one for
 * the section where people stand ("position") and one for each cell of the
 * records that is not empty ("record"):
 *   scope, respondent, wave, segment_NAME..., element, level,
 *   score, band, answered, plus, minus, blank, excluded, open, started, done,
 *   n, mean, sd, median, min, max, lower, upper, agreement, split, to_next,
 *   record, row, column, value
 * Filter by scope, then every row is one observation of the same kind: score
 * and answered are empty in group rows, n and what follows in those of people;
 * value holds an answer there as in JSON. The columns are the same for all
 * frameworks, but for one for each name of a segment that the wave has; plus,
 * minus and split stay empty where nothing is marked, excluded where everything
 * applies, open, started and done without statuses and checks. */
void dump_scores_csv(const struct scores *scores, struct buf *out);

#endif
