#include "dump/scores.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "dump/label.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/scores.h"

static const char columns_before[] = "scope,respondent,wave";
static const char columns_after[] =
    ",element,level,score,band,answered,plus,minus,blank,excluded,open,started,done,"
    "n,mean,sd,median,min,max,lower,upper,agreement,split,to_next,record,row,column,value\n";

enum {
	N_RESULTS = 10, /* from score to done */
	N_STATS = 11    /* from n to to_next */
};

/* What the rows of one sheet or of the group begin with. */
struct opening {
	const char *scope;
	const struct sheet *sheet; /* NULL: the group */
	const char **names;        /* of the segments */
	size_t n_names;
	struct label_parts parts;
};

static bool has_name(const char **names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* The names of segments that somebody in the wave has, as they first appear. */
static const char **segment_names(struct arena *arena, const struct scores *scores, size_t *n)
{
	const char **names = NULL;

	*n = 0;
	for (size_t person = 0; person < scores->n_people; person++) {
		const struct sheet *sheet = scores->people[person];

		for (size_t i = 0; i < sheet->n_segments; i++) {
			const char *name = sheet->segments[i].name;

			if (has_name(names, *n, name))
				continue;
			names = arena_push(arena, names, *n, sizeof *names);
			names[(*n)++] = name;
		}
	}
	return names;
}

static const char *segment_value(const struct sheet *sheet, const char *name)
{
	for (size_t i = 0; sheet != NULL && i < sheet->n_segments; i++)
		if (strcmp(sheet->segments[i].name, name) == 0)
			return sheet->segments[i].value;
	return "";
}

static void add_number(struct buf *out, double value)
{
	buf_adds(out, ",");
	label_add_number(out, value, "");
}

/* SIZE_MAX: the row is about no element. */
static void add_opening(struct buf *out, const struct scores *scores,
                        const struct opening *opening, size_t e)
{
	buf_addf(out, "%s,", opening->scope);
	buf_add_csv(out, opening->sheet == NULL ? "" : opening->sheet->respondent);
	buf_adds(out, ",");
	buf_add_csv(out, scores->wave);
	for (size_t i = 0; i < opening->n_names; i++) {
		buf_adds(out, ",");
		buf_add_csv(out, segment_value(opening->sheet, opening->names[i]));
	}
	if (e == SIZE_MAX)
		buf_adds(out, ",,");
	else
		buf_addf(out, ",%s,%s", scores->framework->elements[e].id,
		         label_level(scores->framework, e));
}

static void add_band(struct buf *out, const struct framework *framework, size_t element,
                     int number)
{
	const struct band *band = label_band(framework, element, number);

	buf_addf(out, ",%s", band == NULL ? "" : band->id);
}

static void add_counts(struct buf *out, const size_t *counts, size_t n, bool there)
{
	for (size_t i = 0; i < n; i++) {
		buf_adds(out, ",");
		if (there)
			buf_addf(out, "%zu", counts[i]);
	}
}

static void add_tally(struct buf *out, const struct tally *tally, const struct label_parts *parts)
{
	add_counts(out, (size_t[]){tally->plus, tally->minus}, 2, parts->marks);
	add_counts(out, &tally->blank, 1, true);
	add_counts(out, &tally->excluded, 1, parts->excluded);
	add_counts(out, tally->stands, STAND_COUNT, parts->stands);
}

static void add_empty(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_adds(out, ",");
}

/* The end of a row: a number, or text where it is NAN. */
static void add_value(struct buf *out, double number, const char *text)
{
	if (!isnan(number))
		label_add_written(out, number);
	else if (text != NULL)
		buf_add_csv(out, text);
	buf_adds(out, "\n");
}

/* Beside an answer the fields of record, row and column stay empty. */
static void add_answer(struct buf *out, const struct framework *framework,
                       const struct sheet *sheet, const struct element *element)
{
	add_empty(out, 4);
	if (element->scale == NULL)
		add_value(out, NAN, NULL);
	else
		add_value(out, label_number(element->scale, sheet, element->first_item),
		          label_answer(framework, sheet, element->first_item));
}

static void add_results(struct buf *out, const struct scores *scores,
                        const struct opening *opening, const struct result *results)
{
	const struct framework *framework = scores->framework;

	for (size_t e = 0; e < framework->n_elements; e++) {
		const struct element *element = &framework->elements[e];

		add_opening(out, scores, opening, e);
		add_number(out, results[e].value);
		add_band(out, framework, e, results[e].band);
		buf_addf(out, ",%zu", results[e].answered);
		add_tally(out, &results[e].tally, &opening->parts);
		add_empty(out, N_STATS);
		add_answer(out, framework, opening->sheet, element);
	}
}

static void add_group(struct buf *out, const struct scores *scores,
                      const struct opening *opening)
{
	for (size_t e = 0; e < scores->framework->n_elements; e++) {
		const struct stats *stats = &scores->stats[e];

		add_opening(out, scores, opening, e);
		buf_adds(out, ",");
		add_band(out, scores->framework, e, stats->band);
		buf_adds(out, ",");
		add_tally(out, &stats->tally, &opening->parts);
		buf_addf(out, ",%zu", stats->n);
		add_number(out, stats->mean);
		add_number(out, stats->sd);
		add_number(out, stats->median);
		add_number(out, stats->min);
		add_number(out, stats->max);
		add_number(out, stats->lower);
		add_number(out, stats->upper);
		add_number(out, stats->agreement);
		buf_adds(out, !opening->parts.marks ? "," : stats->split ? ",true" : ",false");
		add_number(out, stats->to_next);
		add_empty(out, 4);
		add_value(out, NAN, NULL);
	}
}

static void add_row(struct buf *out, const struct scores *scores,
                    const struct opening *opening, size_t r, const struct record_row *row)
{
	const struct record *record = &scores->framework->records[r];

	for (size_t c = 0; c < record->n_columns; c++) {
		const struct value *value = &row->values[c];
		enum column_type type = record->columns[c].type;
		const char *cell = label_cell(out->arena, scores, r, c, value);

		if (cell == NULL)
			continue;
		add_opening(out, scores, opening, SIZE_MAX);
		add_empty(out, N_RESULTS + N_STATS);
		buf_addf(out, ",%s,%s,%s,", record->id, row->id, record->columns[c].id);
		if (value->given && type == COLUMN_COMPUTED) {
			label_add_number(out, value->number, "");
			buf_adds(out, "\n");
			continue;
		}
		add_value(out, value->given && type == COLUMN_NUMBER ? value->number : NAN, cell);
	}
}

static void add_records(struct buf *out, const struct scores *scores,
                        const struct opening *opening)
{
	for (size_t r = 0; r < scores->framework->n_records; r++)
		for (size_t i = 0; i < scores->records[r].n_rows; i++)
			add_row(out, scores, opening, r, &scores->records[r].rows[i]);
}

static void add_position(struct buf *out, const struct scores *scores,
                         const struct opening *opening)
{
	add_opening(out, scores, opening, scores->position);
	add_empty(out, N_RESULTS + N_STATS + 4);
	buf_adds(out, "\n");
}

void dump_scores_csv(const struct scores *scores, struct buf *out)
{
	struct opening opening = {.parts = label_parts(scores->framework)};

	opening.names = segment_names(out->arena, scores, &opening.n_names);
	buf_adds(out, columns_before);
	for (size_t i = 0; i < opening.n_names; i++) {
		buf_adds(out, ",");
		buf_add_csv(out, arena_printf(out->arena, "segment_%s", opening.names[i]));
	}
	buf_adds(out, columns_after);
	for (size_t i = 0; i < scores->n_people; i++) {
		opening.scope = "person";
		opening.sheet = scores->people[i];
		add_results(out, scores, &opening, scores->results[i]);
	}
	if (scores->consensus != NULL) {
		opening.scope = "consensus";
		opening.sheet = scores->consensus_sheet;
		add_results(out, scores, &opening, scores->consensus);
	}
	opening.scope = "group";
	opening.sheet = NULL;
	add_group(out, scores, &opening);
	opening.scope = "position";
	if (scores->position != SIZE_MAX)
		add_position(out, scores, &opening);
	opening.scope = "record";
	add_records(out, scores, &opening);
}
