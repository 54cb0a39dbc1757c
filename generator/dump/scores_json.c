#include "dump/scores.h"

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
	for (size_t i = 0; i < scale->n_points; i++)
		buf_addf(out, "%s\"%d\": %zu", i > 0 ? ", " : "", scale->points[i].value,
		         counts[i]);
	buf_adds(out, "}");
}

static void add_node(struct buf *out, const struct scores *scores, size_t e, bool marks)
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
	if (marks) {
		add_count(out, "plus", stats->tally.plus);
		add_count(out, "minus", stats->tally.minus);
	}
	add_count(out, "blank", stats->tally.blank);
	if (marks)
		buf_addf(out, ", \"split\": %s", stats->split ? "true" : "false");
	add_band(out, scores->framework, e, stats->band);
	add_number(out, "to_next", stats->to_next);
	if (stats->counts != NULL)
		add_counts(out, element->scale, stats->counts);
	buf_adds(out, "}");
}

/* The list of one sheet's results, its lines set in by `indent`. */
static void add_results(struct buf *out, const struct framework *framework,
                        const struct result *results, const char *indent)
{
	buf_adds(out, "[\n");
	for (size_t e = 0; e < framework->n_elements; e++) {
		buf_addf(out, "%s  {", indent);
		add_text(out, "id", framework->elements[e].id);
		add_number(out, "score", results[e].value);
		add_band(out, framework, e, results[e].band);
		add_count(out, "answered", results[e].answered);
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
	add_results(out, scores->framework, scores->results[person], "    ");
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

void dump_scores_json(const struct scores *scores, struct buf *out)
{
	const struct framework *framework = scores->framework;
	bool marks = label_has_marks(framework);

	buf_adds(out, "{\n");
	add_head(out, scores);
	buf_adds(out, "  \"nodes\": [\n");
	for (size_t e = 0; e < framework->n_elements; e++) {
		add_node(out, scores, e, marks);
		buf_adds(out, e + 1 < framework->n_elements ? ",\n" : "\n");
	}
	buf_adds(out, "  ],\n  \"consensus\": ");
	if (scores->consensus == NULL)
		buf_adds(out, "null");
	else
		add_results(out, framework, scores->consensus, "  ");
	buf_adds(out, ",\n  \"people\": [\n");
	for (size_t i = 0; i < scores->n_people; i++) {
		add_person(out, scores, i);
		buf_adds(out, i + 1 < scores->n_people ? ",\n" : "\n");
	}
	buf_adds(out, "  ]\n}\n");
}
