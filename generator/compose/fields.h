/* Names, tooltips and calculations of the fields on a worksheet.
 *
 * A name that begins with a small letter or a digit is the id of an item,
 * with .plus or .minus after it when the item is marked. Where more is asked
 * than the answer, .answer is after it, .does-not-apply for the box that says
 * so, or the id of a column. All others begin with one of the words below.
 */
#ifndef WAYMARK_FIELDS_H
#define WAYMARK_FIELDS_H

#include "compose/composer.h"

#define FIELD_WORD_COUNT "Count"       /* .group.plus */
#define FIELD_WORD_TOTAL "Total"       /* .group, .sheet */
#define FIELD_WORD_SUM "Sum"           /* .group: its total, to be added up */
#define FIELD_WORD_STAGE "Stage"       /* .sheet */
#define FIELD_WORD_TALLY "Tally"       /* .group.mine.plus, .group.person-1, .group.talk */
#define FIELD_WORD_HANDS "Hands"       /* .item.point, .item.talk */
#define FIELD_WORD_QUESTION "Question" /* .Tally.1 */
#define FIELD_WORD_NOTES "Notes"       /* .sheet */
#define FIELD_WORD_RECORD "Record"     /* .record.row.column; a single one: .record.column */

#define FIELD_ANSWER "answer"

/* What a form says where something does not apply. */
#define FIELD_EXCLUDED "does-not-apply"

const char *field_name(struct composer *composer, const char *word, const char *id,
                       const char *rest);

/* What stands beside the answer to an item. */
const char *field_part(struct composer *composer, const char *item, const char *part);

/* A cell of a record; rows count from 1, of a single record `row` is 0. */
const char *field_record(struct composer *composer, const char *record, size_t row,
                         const char *column);

/* Over all of the fields. */
struct calculation *fields_sum(struct composer *composer, const char *const *names, size_t n);
struct calculation *fields_mean(struct composer *composer, const char *const *names, size_t n);

/* Crosses at + or at - of marked items. */
struct calculation *fields_count(struct composer *composer, const struct answer_row *rows,
                                 size_t n, bool plus);

/* The points of rated items, added up. */
struct calculation *fields_answers(struct composer *composer, const struct answer_row *rows,
                                   size_t n);

#endif
