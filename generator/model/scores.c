#include "model/scores.h"

#include <stdint.h>
#include <string.h>

void tally_add(struct tally *sum, const struct tally *part)
{
	sum->plus += part->plus;
	sum->minus += part->minus;
	sum->blank += part->blank;
	sum->excluded += part->excluded;
	for (size_t i = 0; i < STAND_COUNT; i++)
		sum->stands[i] += part->stands[i];
}

struct tally scores_tally(const struct framework *framework, const struct result *results,
                          size_t element, enum scale_kind kind)
{
	const struct element *part = &framework->elements[element];
	struct tally sum = {0};

	for (size_t i = 0; i < part->n_items; i++) {
		size_t item = framework->items[part->first_item + i];

		if (framework->elements[item].scale->kind == kind)
			tally_add(&sum, &results[item].tally);
	}
	return sum;
}

const char *scores_link_row(const struct scores *scores, const struct link *link)
{
	const struct framework *framework = scores->framework;
	size_t record = framework_find_record(framework, link->id);
	const struct record_rows *rows;

	if (strcmp(link->framework, framework->id) != 0 || record == SIZE_MAX)
		return link->row;
	rows = &scores->records[record];
	for (size_t i = 0; i < rows->n_rows; i++)
		if (strcmp(rows->rows[i].id, link->row) == 0)
			return row_label(&framework->records[record], &rows->rows[i]);
	return link->row;
}
