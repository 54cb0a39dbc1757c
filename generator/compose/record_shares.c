#include <math.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/report.h"

static bool has_checks(const struct record *record)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_CHECK)
			return true;
	return false;
}

static struct bar make_bar(struct composer *composer, const struct selection *selection,
                           size_t column)
{
	const struct record_column *asked = &selection->kind->columns[column];
	struct bar bar = {.title = asked->title, .min = NAN, .lower = NAN, .upper = NAN,
	                  .max = NAN, .own = NAN};
	size_t n = 0;

	for (size_t i = 0; i < selection->n_rows; i++)
		n += record_is_given(asked, &selection->rows[i]->values[column]);
	bar.value = 100 * (double)n / (double)selection->n_rows;
	composer_set_number(composer, "part", (double)n, 0);
	composer_set_number(composer, "percent", bar.value, 0);
	bar.figure = composer_text(composer, "figure");
	return bar;
}

static void add_ticks(struct composer *composer, struct bars_block *bars)
{
	enum { N_TICKS = 5, STEP = 25 };
	double *ticks = ARENA_ARRAY(composer->arena, double, N_TICKS);

	bars->n_ticks = N_TICKS;
	bars->tick_labels = ARENA_ARRAY(composer->arena, const char *, N_TICKS);
	for (size_t i = 0; i < N_TICKS; i++) {
		ticks[i] = (double)(i * STEP);
		bars->tick_labels[i] = record_quantity(composer, ticks[i], 0, "%");
	}
	bars->ticks = ticks;
}

static void add_bars(struct composer *composer, const struct selection *selection,
                     const size_t *columns, size_t n)
{
	struct bars_block bars = {.high = 100, .value_head = composer_text(composer, "value-head")};
	const char **parts = ARENA_ARRAY(composer->arena, const char *, n);

	bars.title = composer_say(composer, "title");
	bars.bars = ARENA_ARRAY(composer->arena, struct bar, n);
	for (size_t i = 0; i < n; i++) {
		bars.bars[i] = make_bar(composer, selection, columns[i]);
		parts[i] = arena_printf(composer->arena, "%s: %s", bars.bars[i].title,
		                        bars.bars[i].figure);
	}
	bars.n_bars = n;
	add_ticks(composer, &bars);
	composer_set(composer, "rows", composer_join_parts(composer, parts, n));
	bars.words.finding = composer_text(composer, "finding");
	composer_add(composer, BLOCK_BARS)->bars = bars;
}

void compose_record_shares(struct composer *composer)
{
	struct selection selection;
	struct block *section;
	struct blocks outer;
	const size_t *columns;
	size_t n;

	if (!record_select(composer, has_checks, &selection) || selection.n_rows == 0)
		return;
	columns = record_columns(composer, selection.kind, &n);
	if (n == 0)
		return;
	outer = composer_open(composer);
	add_bars(composer, &selection, columns, n);
	composer_add_paragraphs(composer, STYLE_NOTE, composer_say(composer, "note"));
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->section.rule = true;
	section->bookmark = composer_say(composer, "title");
}
