#include "dump/label.h"

#include <math.h>
#include <stdio.h>

#include "base/buf.h"
#include "model/framework.h"

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

const struct band *label_band(const struct framework *framework, size_t element, int band)
{
	size_t level = framework->elements[element].level;

	return band < 0 ? NULL : &framework->levels[level].rule.bands->steps[band];
}

const char *label_level(const struct framework *framework, size_t element)
{
	return framework->levels[framework->elements[element].level].id;
}

bool label_has_marks(const struct framework *framework)
{
	for (size_t i = 0; i < framework->n_items; i++)
		if (framework->elements[framework->items[i]].scale->kind == SCALE_MARK)
			return true;
	return false;
}
