#include "layout/chart_parts.h"
#include "layout/draw.h"

/* Places a row's cells; without a row, the heads. */
static void place_row(struct layout *layout, const struct table_block *numbers,
                      const struct table_row *row, struct area area)
{
	double sum = 0, x = area.x;

	for (size_t i = 0; i < numbers->n_columns; i++)
		sum += numbers->columns[i].share;
	role_begin(layout, ROLE_ROW, NULL);
	for (size_t i = 0; i < numbers->n_columns; i++) {
		const char *text = row != NULL ? row->cells[i] : numbers->columns[i].head;
		double width = area.width * (sum > 0 ? numbers->columns[i].share / sum : 0);

		role_begin(layout, row == NULL ? ROLE_HEAD_CELL : i == 0 ? ROLE_ROW_HEAD : ROLE_CELL,
		           NULL);
		if (text != NULL)
			place_unseen(layout, text, (struct place){x, area.y, width, ALIGN_LEFT});
		role_end(layout);
		x += width;
	}
	role_end(layout);
}

void chart_numbers(struct layout *layout, const struct table_block *numbers, struct area area)
{
	struct area row = area;

	if (numbers == NULL || numbers->n_rows == 0)
		return;
	row.height = area.height / (double)(numbers->n_rows + 1);
	role_begin(layout, ROLE_TABLE, numbers->caption);
	for (size_t i = 0; i <= numbers->n_rows; i++) {
		row.y = area.y + (double)(i + 1) * row.height;
		place_row(layout, numbers, i == 0 ? NULL : &numbers->rows[i - 1], row);
	}
	role_end(layout);
}
