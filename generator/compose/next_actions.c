#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/report.h"
#include "compose/status.h"

enum { COUNT_STANDARD = 8, LEFTOVERS_NAMED = 3 };

/* Something that is not done. */
struct next {
	size_t item, phase;
	size_t turn;  /* of the phase: 0 the one that people stand in */
	int rank;     /* under way, not begun, not said */
	double due;   /* days, INFINITY: no date */
	bool overdue;
};

/* Columns of what stands beside the answers, as some scale of the work has them. */
struct details {
	const struct record_column **columns;
	size_t n_columns;
	const struct record_column *due; /* the first date, or NULL */
};

static int compare(const void *left, const void *right)
{
	const struct next *a = left, *b = right;

	if (a->turn != b->turn)
		return a->turn < b->turn ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return (a->item > b->item) - (a->item < b->item);
}

static const struct record_column *find_column(const struct framework *f, const char *id,
                                               enum column_type type)
{
	for (size_t s = 0; s < f->n_scales; s++) {
		const struct scale *scale = &f->scales[s];

		for (size_t i = 0; scale->kind == status_work(f) && i < scale->n_columns; i++)
			if (id != NULL ? strcmp(scale->columns[i].id, id) == 0
			               : scale->columns[i].type == type)
				return &scale->columns[i];
	}
	return NULL;
}

static void report_column(struct composer *composer, const char *id)
{
	const struct framework *f = composer->framework;
	const char *ids[16];
	size_t n = 0;

	for (size_t s = 0; s < f->n_scales; s++)
		for (size_t i = 0; i < f->scales[s].n_columns && n < 16; i++)
			if (f->scales[s].kind == status_work(f))
				ids[n++] = f->scales[s].columns[i].id;
	diag_error(composer->diag, composer->section->pos,
	           n == 0 ? NULL
	                  : arena_printf(composer->arena, "columns of %s: %s", f->id,
	                                 text_join(composer->arena, ids, n, "and")),
	           "beside the answers there is no column '%s'", id);
}

/* The columns that the section names; else who and by when: the first text and
 * the first date. */
static struct details find_details(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const struct template_section *section = composer->section;
	struct details details = {0};
	const struct record_column *owner = find_column(f, NULL, COLUMN_TEXT);

	details.columns = ARENA_ARRAY(composer->arena, const struct record_column *,
	                              section->n_columns + 2);
	details.due = find_column(f, NULL, COLUMN_DATE);
	for (size_t i = 0; i < section->n_columns; i++) {
		const struct record_column *column =
		    find_column(f, section->columns[i], COLUMN_TEXT);

		if (column == NULL)
			report_column(composer, section->columns[i]);
		else
			details.columns[details.n_columns++] = column;
	}
	if (section->n_columns == 0 && owner != NULL)
		details.columns[details.n_columns++] = owner;
	if (section->n_columns == 0 && details.due != NULL)
		details.columns[details.n_columns++] = details.due;
	return details;
}

/* How soon it is a phase's turn: first the one that people stand in, then
 * those after it; what was left over before it comes last. */
static size_t turn_of(const struct composer *composer, size_t phase)
{
	const struct scores *scores = composer->input->scores;
	size_t position = scores->position;

	if (!status_has_position(composer->framework) || position == SIZE_MAX ||
	    phase == SIZE_MAX)
		return phase == SIZE_MAX ? 0 : phase;
	return phase >= position ? phase - position : phase + composer->framework->n_elements;
}

static struct next make_next(struct composer *composer, const struct details *details,
                             size_t item)
{
	static const int ranks[SQUARE_COUNT] = {
		[SQUARE_STARTED] = 0, [SQUARE_OPEN] = 1, [SQUARE_BLANK] = 2};
	const struct scores *scores = composer->input->scores;
	struct next next = {.item = item, .phase = status_phase(composer->framework, item),
	                    .rank = ranks[status_square(scores, item)], .due = INFINITY};
	const struct value *due =
	    details->due == NULL ? NULL : status_detail(composer, item, details->due);

	next.turn = turn_of(composer, next.phase);
	if (due != NULL && !due->none)
		next.due = due->number;
	next.overdue = next.due < date_days(scores->consensus_sheet->date);
	return next;
}

static struct next *list_next(struct composer *composer, const struct details *details, size_t *n)
{
	const struct framework *f = composer->framework;
	struct next *list = ARENA_ARRAY(composer->arena, struct next, f->n_items + 1);

	*n = 0;
	for (size_t i = 0; i < f->n_items; i++) {
		enum square square = status_square(composer->input->scores, f->items[i]);

		if (f->elements[f->items[i]].scale->kind == status_work(f) &&
		    square != SQUARE_DONE && square != SQUARE_EXCLUDED)
			list[(*n)++] = make_next(composer, details, f->items[i]);
	}
	if (*n > 0)
		qsort(list, *n, sizeof *list, compare);
	return list;
}

/* "Under way, 31 of 75%" */
static const char *state_text(struct composer *composer, size_t item)
{
	const struct element *element = &composer->framework->elements[item];
	const char *label = status_label(composer->input->scores, item);
	double reading = status_reading(composer, item);

	if (label == NULL)
		return composer_say(composer, "unsaid");
	if (isnan(reading))
		return label;
	composer_set(composer, "label", label);
	composer_set(composer, "reading",
	             composer_number(composer, reading, floor(reading) == reading ? 0 : 1));
	composer_set(composer, "target",
	             record_quantity(composer, element->target,
	                             floor(element->target) == element->target ? 0 : 1,
	                             element->unit));
	return composer_say(composer, "reached") == NULL ? label
	                                                  : composer_say(composer, "reached");
}

static const char *detail_text(struct composer *composer, const struct next *next,
                               const struct record_column *column, bool due)
{
	const char *text = status_cell(composer, next->item, column);

	if (text == NULL || !due || !next->overdue)
		return text;
	composer_set(composer, "due-date", text);
	return composer_text(composer, "overdue");
}

/* Whether the work stands in steps below the phases. */
static bool has_steps(const struct framework *f)
{
	return status_level(f) + 2 < f->n_levels;
}

static void add_columns(struct composer *composer, struct table_block *table,
                        const struct details *details)
{
	const struct framework *f = composer->framework;

	composer_add_column(composer, table, f->levels[f->n_levels - 1].title);
	if (has_steps(f))
		composer_add_column(composer, table, f->levels[status_level(f) + 1].title);
	composer_add_column(composer, table, composer_text(composer, "state-head"));
	for (size_t i = 0; i < details->n_columns; i++)
		composer_add_column(composer, table, details->columns[i]->title);
	for (size_t i = 0; i < table->n_columns; i++) {
		table->columns[i].share = i == 0 ? 2.5 : 1.1;
		table->columns[i].style = i == 0 ? STYLE_BODY : STYLE_LABEL;
	}
	for (size_t i = 0; i < details->n_columns; i++)
		if (details->columns[i]->type == COLUMN_DATE)
			table->columns[table->n_columns - details->n_columns + i].share = 1.3;
}

static void add_row(struct composer *composer, struct table_block *table,
                    const struct details *details, const struct next *next)
{
	const struct framework *f = composer->framework;
	const char **cells = composer_add_row(composer, table);
	size_t n = 0, step = f->elements[next->item].parent;

	cells[n++] = f->elements[next->item].text;
	while (f->elements[step].level > status_level(f) + 1)
		step = f->elements[step].parent;
	if (has_steps(f))
		cells[n++] = f->elements[step].text;
	cells[n++] = state_text(composer, next->item);
	for (size_t i = 0; i < details->n_columns; i++)
		cells[n++] = detail_text(composer, next, details->columns[i],
		                         details->columns[i] == details->due);
}

static struct table_block *make_table(struct composer *composer, const struct details *details,
                                      const struct next *list, size_t n)
{
	const struct framework *f = composer->framework;
	struct table_block *table = composer_numbers(composer, composer_text(composer, "title"));
	bool phases = list[0].phase != list[n - 1].phase;

	add_columns(composer, table, details);
	for (size_t i = 0; i < n; i++) {
		if (phases && (i == 0 || list[i].phase != list[i - 1].phase)) {
			composer_add_row(composer, table)[0] = f->elements[list[i].phase].text;
			table->rows[table->n_rows - 1].group = true;
		}
		add_row(composer, table, details, &list[i]);
	}
	return table;
}

/* {leftovers}: what was not done before the phase that people stand in, of those
 * from `shown` on. */
static void set_leftovers(struct composer *composer, const struct next *list, size_t n,
                          size_t shown)
{
	const struct framework *f = composer->framework;
	const char *names[LEFTOVERS_NAMED];
	size_t count = 0;

	for (size_t i = shown; i < n; i++) {
		if (list[i].turn < f->n_elements)
			continue;
		if (count < LEFTOVERS_NAMED)
			names[count] = f->elements[list[i].item].text;
		count++;
	}
	composer_set_count(composer, "leftover", count);
	composer_set(composer, "leftovers",
	             count <= LEFTOVERS_NAMED ? composer_join_parts(composer, names, count)
	                                      : NULL);
	composer_flag(composer, "leftovers", count > 0);
	composer_flag(composer, "many-leftovers", count > LEFTOVERS_NAMED);
}

static void set_words(struct composer *composer, const struct next *list, size_t n, size_t shown)
{
	const char *today = composer->input->scores->consensus_sheet->date;
	size_t overdue = 0;
	bool dated = false;

	for (size_t i = 0; i < n; i++) {
		overdue += list[i].overdue;
		dated = dated || (today != NULL && isfinite(list[i].due));
	}
	composer_set_count(composer, "count", shown);
	composer_set_count(composer, "all", n);
	composer_set_count(composer, "overdue", overdue);
	composer_set(composer, "first",
	             n > 0 ? composer->framework->elements[list[0].item].text : NULL);
	composer_flag(composer, "none", n == 0);
	composer_flag(composer, "more", shown < n);
	composer_flag(composer, "dated", dated);
	composer_flag(composer, "overdue", overdue > 0);
	set_leftovers(composer, list, n, shown);
}

void compose_next_actions(struct composer *composer)
{
	int asked = composer->section->count;
	size_t n, shown = asked > 0 ? (size_t)asked : COUNT_STANDARD;
	struct tally all = status_tally(composer, 0, status_work(composer->framework));
	struct details details;
	struct blocks outer;
	struct next *list;

	if (composer->input->scores->consensus == NULL || status_applicable(&all) == 0)
		return;
	details = find_details(composer);
	list = list_next(composer, &details, &n);
	status_set_phases(composer);
	set_words(composer, list, n, n < shown ? n : shown);
	outer = report_open_section(composer);
	if (n > 0)
		composer_add(composer, BLOCK_TABLE)->table =
		    *make_table(composer, &details, list, n < shown ? n : shown);
	composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "note"), 0);
	report_close_section(composer, outer);
}
