#include "xlsx/counts.h"

#include <stdint.h>

#include "xlsx/lists.h"

bool counts_has(const struct scale *scale)
{
	return scale->kind == SCALE_RATING || list_is_for(scale);
}

bool counts_fills(const struct scale *scale, enum counts_column column)
{
	switch (column) {
	case COUNTS_MEAN:
		return scale->kind == SCALE_RATING || scale_has_stands(scale);
	case COUNTS_EXCLUDED:
		return scale->excluded != NULL;
	case COUNTS_AGREEMENT:
		return scale_has_stands(scale);
	case COUNTS_N:
	case COUNTS_BLANK:
	case COUNTS_POINTS:
		break;
	}
	return true;
}

static bool is_needed(const struct book *book, enum counts_column column)
{
	const struct framework *framework = book->framework;

	for (size_t i = 0; i < framework->n_items; i++) {
		const struct scale *scale = framework->elements[framework->items[i]].scale;

		if (counts_has(scale) && counts_fills(scale, column))
			return true;
	}
	return false;
}

size_t counts_column(const struct book *book, enum counts_column column)
{
	size_t at = book->framework->n_levels - 1;

	for (enum counts_column i = 0; i < column; i++)
		at += is_needed(book, i);
	return at;
}

size_t counts_row(const struct book *book, size_t item)
{
	const struct framework *framework = book->framework;
	size_t row = COUNTS_TOP;

	for (size_t s = 0; s < framework->n_scales; s++) {
		const struct scale *scale = &framework->scales[s];
		size_t n = 0;

		if (!counts_has(scale))
			continue;
		for (size_t i = 0; i < framework->n_items; i++) {
			if (framework->elements[framework->items[i]].scale != scale)
				continue;
			n++;
			if (framework->items[i] == item)
				return row + n;
		}
		row += n > 0 ? n + 2 : 0;
	}
	return SIZE_MAX;
}

bool counts_rows(const struct book *book, size_t element, const struct scale *scale, size_t *top,
                 size_t *bottom)
{
	const struct framework *framework = book->framework;
	const struct element *part = &framework->elements[element];
	size_t n = 0;

	for (size_t i = part->first_item; i < part->first_item + part->n_items; i++) {
		if (framework->elements[framework->items[i]].scale != scale)
			continue;
		if (n++ == 0)
			*top = counts_row(book, framework->items[i]);
	}
	*bottom = n > 0 ? *top + n - 1 : 0;
	return n > 0;
}
