#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "compose/composer.h"
#include "compose/record_gauge.h"
#include "compose/record_rows.h"
#include "compose/report.h"

/* More columns than that are too narrow for words: then a list. */
enum { COLUMNS_AT_MOST = 6, LIST_COLUMNS = 4 };

/* One side of the matrix: rows of a record that others refer to. */
struct side {
	const struct record *record;
	const struct record_row **rows; /* the last may be NULL: what refers to none */
	size_t n_rows;
	size_t by; /* the column that refers to them */
};

struct sight {
	struct composer *composer;
	const struct selection *selection;
	struct gauge gauge;
	struct side rows, layers;
	bool through;          /* layers are reached through the rows' record */
	const size_t *columns; /* of the rows' record, beside its name */
	size_t n_columns;
};

static size_t reference_after(const struct record *record, size_t column)
{
	for (column = column == SIZE_MAX ? 0 : column + 1; column < record->n_columns; column++)
		if (record->columns[column].type == COLUMN_REFERENCE)
			return column;
	return SIZE_MAX;
}

static bool can_be_seen(const struct record *record)
{
	return record_has_progress(record) && reference_after(record, SIZE_MAX) != SIZE_MAX;
}

static const struct record_row *row_of(const struct sight *sight, const struct record_row *metric)
{
	size_t by = sight->rows.by;

	return record_target(sight->composer, &sight->selection->kind->columns[by],
	                     &metric->values[by]);
}

static const struct record_row *layer_of(const struct sight *sight,
                                         const struct record_row *metric)
{
	const struct record_row *row = sight->through ? row_of(sight, metric) : metric;
	const struct record *record = sight->through ? sight->rows.record : sight->selection->kind;

	if (row == NULL || sight->layers.by == SIZE_MAX)
		return NULL;
	return record_target(sight->composer, &record->columns[sight->layers.by],
	                     &row->values[sight->layers.by]);
}

/* All rows of the record, and NULL where something refers to none of them. */
static void fill_side(const struct sight *sight, struct side *side, size_t record,
                      const struct record_row *(*find)(const struct sight *sight,
                                                       const struct record_row *metric))
{
	const struct record_rows *all = record_rows(sight->composer, record);

	side->record = &sight->composer->framework->records[record];
	side->rows = ARENA_ARRAY(sight->composer->arena, const struct record_row *,
	                         all->n_rows + 1);
	for (size_t i = 0; i < all->n_rows; i++)
		side->rows[side->n_rows++] = &all->rows[i];
	for (size_t i = 0; all->n_rows > 0 && i < sight->selection->n_rows; i++)
		if (find(sight, sight->selection->rows[i]) == NULL) {
			side->rows[side->n_rows++] = NULL;
			return;
		}
}

static void find_sides(struct sight *sight)
{
	const struct framework *f = sight->composer->framework;
	const struct record *record = sight->selection->kind;
	size_t target;

	sight->rows.by = reference_after(record, SIZE_MAX);
	target = record->columns[sight->rows.by].record;
	fill_side(sight, &sight->rows, target, row_of);
	sight->layers.by = reference_after(record, sight->rows.by);
	if (sight->layers.by == SIZE_MAX) {
		record = &f->records[target];
		sight->through = true;
		sight->layers.by = reference_after(record, SIZE_MAX);
	}
	if (sight->layers.by != SIZE_MAX)
		fill_side(sight, &sight->layers, record->columns[sight->layers.by].record,
		          layer_of);
	if (sight->composer->section->n_columns > 0)
		sight->columns = record_columns(sight->composer, sight->rows.record,
		                                &sight->n_columns);
}

/* The name of a row or a column; what stands for none has a word of the template. */
static const char *side_label(struct sight *sight, const struct side *side, size_t i)
{
	return side->rows[i] == NULL ? composer_text(sight->composer, "elsewhere")
	                             : row_label(side->record, side->rows[i]);
}

static const char *metric_words(struct sight *sight, const struct record_row *metric)
{
	struct composer *composer = sight->composer;
	size_t record = sight->selection->record, opened = composer_open_flags(composer);
	const char *now = gauge_figure(composer, record, metric, sight->gauge.now);
	const char *goal = gauge_figure(composer, record, metric, sight->gauge.goal), *text;

	composer_set(composer, "title", row_label(sight->selection->kind, metric));
	composer_set(composer, "now", now);
	composer_set(composer, "goal", goal);
	composer_flag(composer, "read", now != NULL);
	composer_flag(composer, "aimed", goal != NULL);
	text = composer_text(composer, "cell");
	composer_close_flags(composer, opened);
	return text;
}

static const char *matrix_cell(struct sight *sight, size_t row, size_t layer)
{
	struct buf out = {.arena = sight->composer->arena};

	for (size_t i = 0; i < sight->selection->n_rows; i++) {
		const struct record_row *metric = sight->selection->rows[i];

		if (row_of(sight, metric) != sight->rows.rows[row] ||
		    layer_of(sight, metric) != sight->layers.rows[layer])
			continue;
		if (out.length > 0)
			buf_adds(&out, "\n");
		buf_adds(&out, metric_words(sight, metric));
	}
	return out.length == 0 ? composer_say(sight->composer, "empty") : buf_text(&out);
}

static const char *row_cell(struct sight *sight, size_t row, size_t column)
{
	return sight->rows.rows[row] == NULL
	           ? NULL
	           : record_cell(sight->composer,
	                         (size_t)(sight->rows.record - sight->composer->framework->records),
	                         sight->rows.rows[row], sight->columns[column]);
}

static struct table_block matrix(struct sight *sight)
{
	struct composer *composer = sight->composer;
	size_t own = 1 + sight->n_columns, n = own + sight->layers.n_rows;
	struct table_block table = {.n_columns = n, .n_rows = sight->rows.n_rows};

	table.columns = ARENA_ARRAY(composer->arena, struct column, n);
	table.rows = ARENA_ARRAY(composer->arena, struct table_row, table.n_rows + 1);
	for (size_t i = 0; i < n; i++)
		table.columns[i] = (struct column){
			i == 0 ? sight->rows.record->title
			: i < own ? sight->rows.record->columns[sight->columns[i - 1]].title
			          : side_label(sight, &sight->layers, i - own),
			1, ALIGN_LEFT, i == 0 ? STYLE_LABEL_BOLD : STYLE_LABEL};
	for (size_t row = 0; row < table.n_rows; row++) {
		const char **cells = ARENA_ARRAY(composer->arena, const char *, n);

		for (size_t i = 0; i < n; i++)
			cells[i] = i == 0  ? side_label(sight, &sight->rows, row)
			           : i < own ? row_cell(sight, row, i - 1)
			                     : matrix_cell(sight, row, i - own);
		table.rows[row].cells = cells;
	}
	return table;
}

static void add_list_row(struct sight *sight, struct table_block *table,
                         const struct record_row *metric, const char *layer)
{
	struct composer *composer = sight->composer;
	const struct selection *selection = sight->selection;
	const char **cells = composer_add_row(composer, table);
	const size_t figures[] = {sight->gauge.now, sight->gauge.goal};

	cells[0] = layer;
	cells[1] = row_label(selection->kind, metric);
	for (size_t i = 0; i < 2; i++) {
		cells[2 + i] = gauge_figure(composer, selection->record, metric, figures[i]);
		if (cells[2 + i] == NULL)
			cells[2 + i] = composer_say(composer, "empty");
	}
}

/* The rows of the list below one row of the matrix, from layer to layer. */
static void add_list_rows(struct sight *sight, struct table_block *table, size_t row)
{
	const struct selection *selection = sight->selection;
	size_t n_layers = sight->layers.n_rows > 0 ? sight->layers.n_rows : 1, before;
	const char **heads = composer_add_row(sight->composer, table);

	before = table->n_rows;
	table->rows[before - 1].group = true;
	heads[0] = side_label(sight, &sight->rows, row);
	heads[1] = sight->n_columns > 0 ? row_cell(sight, row, 0) : NULL;
	for (size_t layer = 0; layer < n_layers; layer++)
		for (size_t i = 0; i < selection->n_rows; i++) {
			const struct record_row *metric = selection->rows[i];
			bool layered = sight->layers.n_rows > 0;

			if (row_of(sight, metric) != sight->rows.rows[row] ||
			    (layered && layer_of(sight, metric) != sight->layers.rows[layer]))
				continue;
			add_list_row(sight, table, metric,
			             layered ? side_label(sight, &sight->layers, layer) : NULL);
		}
	if (table->n_rows == before)
		composer_add_row(sight->composer, table)[1] =
		    composer_say(sight->composer, "bare");
}

/* The same as a list, for any number of layers. */
static struct table_block list(struct sight *sight)
{
	static const double shares[LIST_COLUMNS] = {0.32, 0.4, 0.14, 0.14};
	struct composer *composer = sight->composer;
	struct table_block table = {.n_columns = LIST_COLUMNS};
	const char *heads[LIST_COLUMNS];

	heads[0] = composer_text(composer, "list-head");
	heads[1] = sight->selection->kind->title;
	heads[2] = composer_text(composer, "now-head");
	heads[3] = composer_text(composer, "goal-head");
	table.columns = ARENA_ARRAY(composer->arena, struct column, LIST_COLUMNS);
	for (size_t i = 0; i < LIST_COLUMNS; i++)
		table.columns[i] = (struct column){heads[i], shares[i],
		                                   i < 2 ? ALIGN_LEFT : ALIGN_RIGHT, STYLE_BODY};
	for (size_t row = 0; row < sight->rows.n_rows; row++)
		add_list_rows(sight, &table, row);
	return table;
}

void compose_sight(struct composer *composer)
{
	struct selection selection;
	struct sight sight = {.composer = composer, .selection = &selection};
	const struct record_rows *parents;
	struct blocks outer;
	struct block *block;

	if (!record_select(composer, can_be_seen, &selection) ||
	    !record_gauge(selection.kind, &sight.gauge) || !can_be_seen(selection.kind))
		return;
	find_sides(&sight);
	parents = record_rows(composer, selection.kind->columns[sight.rows.by].record);
	record_set_names(composer, "parent", sight.rows.record, parents->n_rows);
	record_set_names(composer, "layer", sight.layers.record == NULL ? sight.rows.record
	                                                                : sight.layers.record,
	                 sight.layers.n_rows);
	composer_flag(composer, "no-parents", sight.rows.n_rows == 0);
	composer_flag(composer, "layered", sight.layers.n_rows > 0);
	outer = report_open_section(composer);
	if (sight.rows.n_rows == 0) {
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	} else {
		block = composer_add(composer, BLOCK_TABLE);
		block->table = sight.layers.n_rows > 0 &&
		                       1 + sight.n_columns + sight.layers.n_rows <= COLUMNS_AT_MOST
		                   ? matrix(&sight)
		                   : list(&sight);
		block->table.caption = composer_say(composer, "title");
	}
	report_close_section(composer, outer);
}
