#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_gauge.h"
#include "compose/record_rows.h"
#include "compose/report.h"

/* What the bullets of one section are made from. */
struct chart {
	struct composer *composer;
	const struct selection *selection;
	struct gauge gauge;
	size_t title, text;   /* columns; SIZE_MAX: none */
	size_t cases;         /* a record that says what each is good for; SIZE_MAX: none */
	size_t standing, by;  /* its columns: how that stands, for which row; without such a
	                       * record the standing is a column of the row itself, if any */
	const char **findings;
	size_t n_findings;
};

/* The option of a choice by which people say that more is better. */
static const char more_is_better[] = "higher";

static void find_cases(struct chart *chart)
{
	const struct framework *f = chart->composer->framework;

	chart->cases = chart->by = SIZE_MAX;
	chart->standing = record_find_standing(chart->selection->kind);
	for (size_t i = 0; i < f->n_records && chart->cases == SIZE_MAX; i++) {
		size_t by = record_find_reference(&f->records[i], chart->selection->record);

		if (by == SIZE_MAX || record_find_standing(&f->records[i]) == SIZE_MAX)
			continue;
		chart->cases = i;
		chart->by = by;
		chart->standing = record_find_standing(&f->records[i]);
	}
}

static size_t find_any_reference(const struct record *record)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_REFERENCE)
			return i;
	return SIZE_MAX;
}

/* The template's first two columns, else what the row refers to and its name. */
static void find_titles(struct chart *chart)
{
	const struct record *record = chart->selection->kind;
	size_t n, reference = find_any_reference(record);
	const size_t *columns = record_columns(chart->composer, record, &n);

	chart->title = reference == SIZE_MAX ? record->label : reference;
	chart->text = reference == SIZE_MAX ? SIZE_MAX : record->label;
	if (chart->composer->section->n_columns > 0 && n > 0) {
		chart->title = columns[0];
		chart->text = n > 1 ? columns[1] : SIZE_MAX;
	}
}

static const char *cell(const struct chart *chart, const struct record_row *row, size_t column)
{
	return column == SIZE_MAX ? NULL
	                          : record_cell(chart->composer, chart->selection->record, row,
	                                        column);
}

static bool more_is_better_for(const struct record *record, const struct record_row *row)
{
	for (size_t i = 0; i < record->n_columns; i++) {
		const struct record_column *column = &record->columns[i];
		double option = record_number(&row->values[i]);

		if (column->type == COLUMN_CHOICE && option >= 0 &&
		    option < (double)column->n_options &&
		    strcmp(column->options[(size_t)option].id, more_is_better) == 0)
			return true;
	}
	return false;
}

/* The place of the pointer: from baseline to goal, or without a baseline the
 * share of a goal that numbers rise to. */
static double place(const struct chart *chart, const struct record_row *row)
{
	double now = gauge_number(row, chart->gauge.now);
	double goal = gauge_number(row, chart->gauge.goal);

	if (!isnan(gauge_number(row, chart->gauge.baseline)))
		return gauge_number(row, chart->gauge.progress);
	return goal > 0 && more_is_better_for(chart->selection->kind, row) ? now / goal : NAN;
}

static bool is_unit(const struct record *record, size_t column)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_NUMBER &&
		    record->columns[i].unit_column == column)
			return true;
	return false;
}

/* The last of the texts: what people saw so far. */
static const char *remark(const struct chart *chart, const struct record_row *row)
{
	const struct record *cases = &chart->composer->framework->records[chart->cases];

	for (size_t i = cases->n_columns; i-- > 0;)
		if (cases->columns[i].type == COLUMN_TEXT && i != cases->label &&
		    !is_unit(cases, i))
			return row->values[i].given ? row->values[i].text : NULL;
	return NULL;
}

static void add_standing(struct chart *chart, size_t record, const struct record_row *row,
                         struct bullet *bullet)
{
	static const enum standing standings[STAND_COUNT] = {
		[STAND_OPEN] = STANDING_OPEN,
		[STAND_STARTED] = STANDING_NOT_SHOWN,
		[STAND_DONE] = STANDING_HOLDING,
	};
	const struct record *kind = &chart->composer->framework->records[record];
	double option = record_number(&row->values[chart->standing]);

	if (isnan(option))
		return;
	bullet->standing = standings[kind->columns[chart->standing].options[(size_t)option].stand];
	bullet->standing_title = record_cell(chart->composer, record, row, chart->standing);
}

/* The first of the cases for a row; the others are counted. */
static void add_case(struct chart *chart, const struct record_row *row, struct bullet *bullet)
{
	const struct record *cases = &chart->composer->framework->records[chart->cases];
	const struct record_rows *rows = record_rows(chart->composer, chart->cases);
	size_t others = 0;

	for (size_t i = 0; i < rows->n_rows; i++) {
		const struct record_row *found = &rows->rows[i];

		if (!record_leads(chart->composer, cases, found, chart->by, row))
			continue;
		if (bullet->standing_text != NULL) {
			others++;
			continue;
		}
		add_standing(chart, chart->cases, found, bullet);
		bullet->standing_text = row_label(cases, found);
		bullet->standing_note = remark(chart, found);
	}
	composer_set_count(chart->composer, "others", others);
	if (others > 0 && composer_say(chart->composer, "others") != NULL)
		bullet->standing_note = composer_say(chart->composer, "others");
}

/* What the row says in words, for those who do not see it. */
static const char *finding(const struct chart *chart, const struct record_row *row,
                           const struct bullet *bullet)
{
	struct composer *composer = chart->composer;
	enum course course = gauge_course(&chart->gauge, row);
	size_t opened = composer_open_flags(composer);
	const char *text;

	composer_set(composer, "title", bullet->text == NULL ? bullet->title : bullet->text);
	composer_set(composer, "now", bullet->now_figure);
	composer_set(composer, "baseline", bullet->baseline_figure);
	composer_set(composer, "goal", bullet->goal_figure);
	composer_flag(composer, "based", bullet->baseline);
	composer_flag(composer, "read", !isnan(gauge_number(row, chart->gauge.now)));
	composer_flag(composer, "worse", course == COURSE_WORSE);
	composer_flag(composer, "reached", course == COURSE_REACHED);
	text = composer_text(composer, "finding-row");
	composer_close_flags(composer, opened);
	return text;
}

static void add_bullet(struct chart *chart, const struct record_row *row, struct bullet *bullet)
{
	struct composer *composer = chart->composer;
	size_t record = chart->selection->record;
	bool read = !isnan(gauge_number(row, chart->gauge.now));

	bullet->title = cell(chart, row, chart->title);
	bullet->text = cell(chart, row, chart->text);
	if (bullet->title == NULL)
		bullet->title = row_label(chart->selection->kind, row);
	bullet->now = place(chart, row);
	bullet->baseline = !isnan(gauge_number(row, chart->gauge.baseline));
	bullet->baseline_figure =
	    gauge_figure(composer, record, row, chart->gauge.baseline);
	if (bullet->baseline_figure == NULL)
		bullet->baseline_figure = composer_say(composer, "no-baseline");
	bullet->now_figure = read ? gauge_figure(composer, record, row, chart->gauge.now)
	                          : composer_say(composer, "no-reading");
	bullet->goal_figure = gauge_figure(composer, record, row, chart->gauge.goal);
	if (chart->cases != SIZE_MAX)
		add_case(chart, row, bullet);
	else if (chart->standing != SIZE_MAX)
		add_standing(chart, record, row, bullet);
	chart->findings[chart->n_findings++] = finding(chart, row, bullet);
}

/* Only what is drawn stands in the key. */
static void add_keys(const struct chart *chart, struct bullets_block *block)
{
	struct composer *composer = chart->composer;
	bool now = false, worse = false, based = true;

	for (size_t i = 0; i < block->n_bullets; i++) {
		const struct bullet *bullet = &block->bullets[i];

		now = now || (bullet->baseline && bullet->now >= 0);
		worse = worse || (bullet->baseline && bullet->now < 0);
		based = based && bullet->baseline;
	}
	block->key_now = now ? composer_say(composer, "key-now") : NULL;
	block->key_worse = worse ? composer_say(composer, "key-worse") : NULL;
	block->key_goal = composer_say(composer, "key-goal");
	block->key_none = based ? NULL : composer_say(composer, "key-none");
}

static struct table_block *numbers(const struct chart *chart, const struct bullets_block *block)
{
	struct composer *composer = chart->composer;
	const char *now = composer_say(composer, "now-head");
	struct table_block *table = composer_numbers(composer, composer_say(composer, "title"));

	if (now == NULL)
		return NULL;
	composer_add_column(composer, table, block->title_head);
	composer_add_column(composer, table, block->baseline_head);
	composer_add_column(composer, table, now);
	composer_add_column(composer, table, block->goal_head);
	if (block->standing_head != NULL)
		composer_add_column(composer, table, block->standing_head);
	for (size_t i = 0; i < block->n_bullets; i++) {
		const struct bullet *bullet = &block->bullets[i];
		const char **cells = composer_add_row(composer, table);

		cells[0] = bullet->text == NULL
		               ? bullet->title
		               : arena_printf(composer->arena, "%s: %s", bullet->title,
		                              bullet->text);
		cells[1] = bullet->baseline_figure;
		cells[2] = bullet->now_figure;
		cells[3] = bullet->goal_figure;
		if (block->standing_head != NULL)
			cells[4] = bullet->standing_title;
	}
	return table;
}

static bool has_standing(const struct bullets_block *block)
{
	for (size_t i = 0; i < block->n_bullets; i++)
		if (block->bullets[i].standing != STANDING_NONE)
			return true;
	return false;
}

/* Rows without a goal have no track to lie on; they are named below. */
static void add_bullets(struct chart *chart)
{
	struct composer *composer = chart->composer;
	const struct selection *selection = chart->selection;
	const char **unaimed = ARENA_ARRAY(composer->arena, const char *, selection->n_rows);
	struct bullets_block block = {.n_bullets = 0};
	size_t n_unaimed = 0;

	block.bullets = ARENA_ARRAY(composer->arena, struct bullet, selection->n_rows);
	chart->findings = ARENA_ARRAY(composer->arena, const char *, selection->n_rows);
	for (size_t i = 0; i < selection->n_rows; i++)
		if (isnan(gauge_number(selection->rows[i], chart->gauge.goal)))
			unaimed[n_unaimed++] = row_label(selection->kind, selection->rows[i]);
		else
			add_bullet(chart, selection->rows[i], &block.bullets[block.n_bullets++]);
	block.title_head = composer_text(composer, "title-head");
	block.baseline_head = composer_text(composer, "baseline-head");
	block.goal_head = composer_text(composer, "goal-head");
	block.standing_head = has_standing(&block) ? composer_say(composer, "standing-head") : NULL;
	add_keys(chart, &block);
	composer_set(composer, "rows",
	             composer_join_parts(composer, chart->findings, chart->n_findings));
	block.words.finding = composer_text(composer, "finding");
	block.words.numbers = numbers(chart, &block);
	if (block.n_bullets > 0)
		composer_add(composer, BLOCK_BULLETS)->bullets = block;
	if (n_unaimed == 0)
		return;
	composer_set_count(composer, "unaimed", n_unaimed);
	composer_set(composer, "names", composer_join_parts(composer, unaimed, n_unaimed));
	composer_add_paragraphs(composer, STYLE_NOTE, composer_say(composer, "unaimed"));
}

void compose_bullets(struct composer *composer)
{
	struct selection selection;
	struct chart chart = {.composer = composer, .selection = &selection};
	struct blocks outer;

	if (!record_select(composer, record_has_progress, &selection) ||
	    !record_gauge(selection.kind, &chart.gauge))
		return;
	find_titles(&chart);
	find_cases(&chart);
	outer = report_open_section(composer);
	if (selection.n_rows == 0)
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	else
		add_bullets(&chart);
	report_close_section(composer, outer);
}
