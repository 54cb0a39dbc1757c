#include "dump/label.h"

#include <math.h>
#include <stdio.h>

#include "base/buf.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/scores.h"

void label_add_number(struct buf *out, double value, const char *nothing)
{
	char digits[400];
	size_t length;

	if (!isfinite(value)) {
		buf_adds(out, nothing);
		return;
	}
	/* Adding 0 turns a negative zero into a plain one. */
	length = (size_t)snprintf(digits, sizeof digits, "%.4f", round(value * 1e4) / 1e4 + 0.0);
	while (digits[length - 1] == '0')
		length--;
	if (digits[length - 1] == '.')
		length--;
	buf_add(out, digits, length);
}

void label_add_written(struct buf *out, double value)
{
	buf_addf(out, "%.15g", value + 0.0);
}

const struct band *label_band(const struct framework *framework, size_t element, int band)
{
	size_t level = framework->elements[element].level;

	return band < 0 ? NULL : &framework->levels[level].rule.bands->steps[band];
}

const char *label_level(const struct framework *framework, size_t element)
{
	return framework->levels[framework->elements[element].level].id;
}

static const struct scale *item_scale(const struct framework *framework, size_t item)
{
	return framework->elements[framework->items[item]].scale;
}

static bool score_is_answer(const struct scale *scale)
{
	return scale->kind == SCALE_RATING || scale->kind == SCALE_MARK;
}

struct label_parts label_parts(const struct framework *framework)
{
	struct label_parts parts = {0};

	for (size_t i = 0; i < framework->n_items; i++) {
		const struct scale *scale = item_scale(framework, i);

		parts.marks |= scale->kind == SCALE_MARK;
		parts.excluded |= scale->excluded != NULL;
		parts.stands |= scale_has_stands(scale);
		parts.answers |= !score_is_answer(scale);
	}
	for (size_t i = 1; i < framework->n_levels; i++) {
		const struct rule *rule = &framework->levels[i].rule;

		parts.position |= measure_is_share(rule->measure) && !isnan(rule->complete);
	}
	return parts;
}

const char *label_answer(const struct framework *framework, const struct sheet *sheet,
                         size_t item)
{
	const struct scale *scale = item_scale(framework, item);
	int answer = sheet->values[item];

	if (answer == ANSWER_EXCLUDED)
		return "does-not-apply";
	if (score_is_answer(scale))
		return NULL;
	if (scale_is_coded(scale)) {
		for (size_t i = 0; i < scale->n_points; i++)
			if (scale->points[i].value == answer)
				return scale->points[i].id;
		return NULL;
	}
	if (scale->kind == SCALE_TEXT && sheet->kind != SHEET_CONSENSUS)
		return NULL;
	return sheet->written[item].given ? sheet->written[item].text : NULL;
}

double label_number(const struct scale *scale, const struct sheet *sheet, size_t item)
{
	if (scale->kind != SCALE_NUMBER || !sheet->written[item].given)
		return NAN;
	return sheet->written[item].number;
}

const char *label_cell(struct arena *arena, const struct scores *scores, size_t record,
                       size_t column, const struct value *value)
{
	const struct record_column *about = &scores->framework->records[record].columns[column];
	struct buf number = {.arena = arena};

	if (!value->given)
		return value->none ? value->text : NULL;
	switch (about->type) {
	case COLUMN_CHECK:
		return value->number > 0 ? "yes" : "no";
	case COLUMN_CHOICE:
	case COLUMN_LINE:
		return about->options[(size_t)value->number].id;
	case COLUMN_REFERENCE:
		return scores->records[about->record].rows[(size_t)value->number].id;
	case COLUMN_COMPUTED:
		label_add_number(&number, value->number, "");
		return buf_text(&number);
	case COLUMN_TEXT:
	case COLUMN_NUMBER:
	case COLUMN_DATE:
	case COLUMN_TYPE_COUNT:
		break;
	}
	return value->text;
}
