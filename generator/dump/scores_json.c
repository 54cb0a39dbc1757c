#include "dump/scores.h"

#include <math.h>
#include <stdint.h>

#include "base/buf.h"
#include "dump/label.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/scores.h"

static void add_text(struct buf *out, const char *key, const char *text)
{
	buf_addf(out, "\"%s\": ", key);
	if (text == NULL)
		buf_adds(out, "null");
	else
		buf_add_json(out, text);
}

static void add_number(struct buf *out, const char *key, double value)
{
	buf_addf(out, ", \"%s\": ", key);
	label_add_number(out, value, "null");
}

static void add_count(struct buf *out, const char *key, size_t value)
{
	buf_addf(out, ", \"%s\": %zu", key, value);
}

static void add_band(struct buf *out, const struct framework *framework, size_t element,
                     int number)
{
	const struct band *band = label_band(framework, element, number);

	buf_adds(out, ", ");
	add_text(out, "band", band == NULL ? NULL : band->id);
}

static void add_counts(struct buf *out, const struct scale *scale, const size_t *counts)
{
	buf_adds(out, ", \"counts\": {");
	for (size_t i = 0; i < scale->n_points; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		if (scale->kind == SCALE_RATING)
			buf_addf(out, "\"%d\"", scale->points[i].value);
		else
			buf_add_json(out, scale->points[i].id);
		buf_addf(out, ": %zu", counts[i]);
	}
	buf_adds(out, "}");
}

static void add_tally(struct buf *out, const struct label_parts *parts, const struct tally *tally)
{
	if (parts->excluded)
		add_count(out, "excluded", tally->excluded);
	if (!parts->stands)
		return;
	buf_adds(out, ", \"stands\": {");
	for (size_t i = 0; i < STAND_COUNT; i++)
		buf_addf(out, "%s\"%s\": %zu", i > 0 ? ", " : "", stand_names[i],
		         tally->stands[i]);
	buf_adds(out, "}");
}

static void add_node(struct buf *out, const struct scores *scores, size_t e,
                     const struct label_parts *parts)
{
	const struct element *element = &scores->framework->elements[e];
	const struct stats *stats = &scores->stats[e];

	buf_adds(out, "    {");
	add_text(out, "id", element->id);
	buf_adds(out, ", ");
	add_text(out, "level", label_level(scores->framework, e));
	buf_adds(out, ", ");
	add_text(out, "text", element->text);
	add_count(out, "n", stats->n);
	add_number(out, "mean", stats->mean);
	add_number(out, "sd", stats->sd);
	add_number(out, "median", stats->median);
	add_number(out, "min", stats->min);
	add_number(out, "max", stats->max);
	add_number(out, "lower", stats->lower);
	add_number(out, "upper", stats->upper);
	add_number(out, "agreement", stats->agreement);
	if (parts->marks) {
		add_count(out, "plus", stats->tally.plus);
		add_count(out, "minus", stats->tally.minus);
	}
	add_count(out, "blank", stats->tally.blank);
	add_tally(out, parts, &stats->tally);
	if (parts->marks)
		buf_addf(out, ", \"split\": %s", stats->split ? "true" : "false");
	add_band(out, scores->framework, e, stats->band);
	add_number(out, "to_next", stats->to_next);
	if (stats->counts != NULL)
		add_counts(out, element->scale, stats->counts);
	buf_adds(out, "}");
}

static void add_answer(struct buf *out, const struct framework *framework,
                       const struct element *element, const struct sheet *sheet)
{
	double number;

	if (element->scale == NULL || element->scale->kind == SCALE_RATING ||
	    element->scale->kind == SCALE_MARK)
		return;
	number = label_number(element->scale, sheet, element->first_item);
	if (!isnan(number)) {
		add_number(out, "answer", number);
		return;
	}
	buf_adds(out, ", ");
	add_text(out, "answer", label_answer(framework, sheet, element->first_item));
}

/* The list of one sheet's results, its lines set in by `indent`. */
static void add_results(struct buf *out, const struct framework *framework,
                        const struct sheet *sheet, const struct result *results,
                        const char *indent)
{
	struct label_parts parts = label_parts(framework);

	buf_adds(out, "[\n");
	for (size_t e = 0; e < framework->n_elements; e++) {
		buf_addf(out, "%s  {", indent);
		add_text(out, "id", framework->elements[e].id);
		add_number(out, "score", results[e].value);
		add_band(out, framework, e, results[e].band);
		add_count(out, "answered", results[e].answered);
		add_tally(out, &parts, &results[e].tally);
		add_answer(out, framework, &framework->elements[e], sheet);
		buf_adds(out, e + 1 < framework->n_elements ? "},\n" : "}\n");
	}
	buf_addf(out, "%s]", indent);
}

static void add_person(struct buf *out, const struct scores *scores, size_t person)
{
	const struct sheet *sheet = scores->people[person];

	buf_adds(out, "    {");
	add_text(out, "respondent", sheet->respondent);
	buf_adds(out, ", \"segments\": {");
	for (size_t i = 0; i < sheet->n_segments; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		buf_add_json(out, sheet->segments[i].name);
		buf_adds(out, ": ");
		buf_add_json(out, sheet->segments[i].value);
	}
	buf_adds(out, "}, \"nodes\": ");
	add_results(out, scores->framework, sheet, scores->results[person], "    ");
	buf_adds(out, "}");
}

static void add_head(struct buf *out, const struct scores *scores)
{
	buf_adds(out, "  \"framework\": {");
	add_text(out, "id", scores->framework->id);
	buf_adds(out, ", ");
	add_text(out, "version", scores->framework->version);
	buf_adds(out, "},\n  ");
	add_text(out, "wave", scores->wave);
	buf_addf(out, ",\n  \"sample\": %s,\n", scores->answers->sample ? "true" : "false");
	buf_addf(out, "  \"n_people\": %zu,\n", scores->n_people);
}

static void add_value(struct buf *out, const struct scores *scores, size_t record, size_t c,
                      const struct value *value)
{
	const struct record_column *column = &scores->framework->records[record].columns[c];
	const char *cell = label_cell(out->arena, scores, record, c, value);

	buf_add_json(out, column->id);
	buf_adds(out, ": ");
	if (!value->given)
		buf_adds(out, "null");
	else if (column->type == COLUMN_NUMBER)
		label_add_written(out, value->number);
	else if (column->type == COLUMN_COMPUTED)
		label_add_number(out, value->number, "null");
	else if (column->type == COLUMN_CHECK)
		buf_adds(out, value->number > 0 ? "true" : "false");
	else
		buf_add_json(out, cell);
}

static void add_row(struct buf *out, const struct scores *scores, size_t r,
                    const struct record_row *row)
{
	const struct record *record = &scores->framework->records[r];
	size_t n_none = 0;

	buf_adds(out, "      {");
	add_text(out, "id", row->id);
	buf_adds(out, ", \"values\": {");
	for (size_t c = 0; c < record->n_columns; c++) {
		buf_adds(out, c > 0 ? ", " : "");
		add_value(out, scores, r, c, &row->values[c]);
	}
	buf_adds(out, "}, \"none\": [");
	for (size_t c = 0; c < record->n_columns; c++) {
		if (!row->values[c].none)
			continue;
		buf_adds(out, n_none++ > 0 ? ", " : "");
		buf_add_json(out, record->columns[c].id);
	}
	buf_adds(out, "]}");
}

static void add_records(struct buf *out, const struct scores *scores)
{
	const struct framework *framework = scores->framework;

	buf_adds(out, ",\n  \"records\": {\n");
	for (size_t r = 0; r < framework->n_records; r++) {
		const struct record_rows *rows = &scores->records[r];

		buf_adds(out, "    ");
		buf_add_json(out, framework->records[r].id);
		buf_adds(out, ": [\n");
		for (size_t i = 0; i < rows->n_rows; i++) {
			add_row(out, scores, r, &rows->rows[i]);
			buf_adds(out, i + 1 < rows->n_rows ? ",\n" : "\n");
		}
		buf_adds(out, r + 1 < framework->n_records ? "    ],\n" : "    ]\n");
	}
	buf_adds(out, "  }");
}

static void add_consensus(struct buf *out, const struct scores *scores, bool position)
{
	const struct framework *framework = scores->framework;

	buf_adds(out, "  \"consensus\": ");
	if (scores->consensus == NULL)
		buf_adds(out, "null");
	else
		add_results(out, framework, scores->consensus_sheet, scores->consensus, "  ");
	if (position) {
		buf_adds(out, ",\n  ");
		add_text(out, "position",
		         scores->position == SIZE_MAX ? NULL
		                                      : framework->elements[scores->position].id);
	}
	if (framework->n_records > 0)
		add_records(out, scores);
}

void dump_scores_json(const struct scores *scores, struct buf *out)
{
	const struct framework *framework = scores->framework;
	struct label_parts parts = label_parts(framework);

	buf_adds(out, "{\n");
	add_head(out, scores);
	buf_adds(out, "  \"nodes\": [\n");
	for (size_t e = 0; e < framework->n_elements; e++) {
		add_node(out, scores, e, &parts);
		buf_adds(out, e + 1 < framework->n_elements ? ",\n" : "\n");
	}
	buf_adds(out, "  ],\n");
	add_consensus(out, scores, parts.position);
	buf_adds(out, ",\n  \"people\": [\n");
	for (size_t i = 0; i < scores->n_people; i++) {
		add_person(out, scores, i);
		buf_adds(out, i + 1 < scores->n_people ? ",\n" : "\n");
	}
	buf_adds(out, "  ]\n}\n");
}
