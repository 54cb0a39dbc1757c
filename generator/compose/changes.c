#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "compose/status.h"

/* What happened to an item since the sheet before. */
enum move {
	MOVE_NONE,
	MOVE_FORWARD,
	MOVE_BACK,
	MOVE_REACHED, /* a check */
	MOVE_LOST,
	MOVE_JOINED, /* it did not apply */
	MOVE_LEFT,   /* it does not apply any more */
	MOVE_COUNT
};

struct change {
	size_t item, before; /* elements of both frameworks */
};

struct changes {
	struct change *changes[MOVE_COUNT];
	size_t n[MOVE_COUNT];
};

static const char *const move_words[MOVE_COUNT] = {
	[MOVE_FORWARD] = "forward", [MOVE_BACK] = "back",
	[MOVE_REACHED] = "reached", [MOVE_LOST] = "lost",
	[MOVE_JOINED] = "joined",   [MOVE_LEFT] = "left",
};

/* How far along: nothing said and not begun are the same; -1: does not apply. */
static int progress(enum square square)
{
	static const int steps[SQUARE_COUNT] = {
		[SQUARE_DONE] = 2, [SQUARE_STARTED] = 1, [SQUARE_OPEN] = 0,
		[SQUARE_BLANK] = 0, [SQUARE_EXCLUDED] = -1};

	return steps[square];
}

static enum move move_of(const struct scores *now, size_t item, const struct scores *before,
                         size_t old)
{
	bool check = now->framework->elements[item].scale->kind == SCALE_CHECK;
	int from = progress(status_square(before, old)), to = progress(status_square(now, item));

	if (from == to)
		return MOVE_NONE;
	if (from < 0 || to < 0)
		return from < 0 ? MOVE_JOINED : MOVE_LEFT;
	if (to > from)
		return check ? MOVE_REACHED : MOVE_FORWARD;
	return check ? MOVE_LOST : MOVE_BACK;
}

static struct changes find_changes(struct composer *composer)
{
	const struct scores *now = composer->input->scores, *before = report_previous(composer);
	const struct framework *f = composer->framework;
	struct changes changes = {0};

	for (size_t i = 0; i < f->n_items; i++) {
		const struct element *item = &f->elements[f->items[i]];
		size_t old = framework_find(before->framework, item->id);
		enum move move;

		if (!scale_has_stands(item->scale) || old == SIZE_MAX ||
		    before->framework->elements[old].scale == NULL)
			continue;
		move = move_of(now, f->items[i], before, old);
		changes.changes[move] = arena_push(composer->arena, changes.changes[move],
		                                   changes.n[move], sizeof(struct change));
		changes.changes[move][changes.n[move]++] = (struct change){f->items[i], old};
	}
	return changes;
}

static void add_rows(struct composer *composer, struct table_block *table,
                     const struct changes *changes, enum move move)
{
	const struct framework *f = composer->framework;
	size_t limit = composer->section->count > 0 ? (size_t)composer->section->count : SIZE_MAX;
	size_t shown = changes->n[move] < limit ? changes->n[move] : limit;

	if (shown == 0)
		return;
	composer_set_count(composer, "count", changes->n[move]);
	composer_add_row(composer, table)[0] = composer_text(composer, move_words[move]);
	table->rows[table->n_rows - 1].group = true;
	for (size_t i = 0; i < shown; i++) {
		const struct change *change = &changes->changes[move][i];
		const char *from = status_label(report_previous(composer), change->before);
		const char *to = status_label(composer->input->scores, change->item);
		const char **cells = composer_add_row(composer, table);
		size_t phase = status_phase(f, change->item);

		cells[0] = f->elements[change->item].text;
		cells[1] = phase == SIZE_MAX ? NULL : f->elements[phase].text;
		cells[2] = from == NULL ? composer_say(composer, "unsaid") : from;
		cells[3] = to == NULL ? composer_say(composer, "unsaid") : to;
	}
	if (shown == changes->n[move])
		return;
	composer_set_count(composer, "more", changes->n[move] - shown);
	composer_add_row(composer, table)[0] = composer_say(composer, "more");
}

static struct table_block *make_table(struct composer *composer, const struct changes *changes)
{
	static const double shares[] = {0.52, 0.2, 0.14, 0.14};
	const struct framework *f = composer->framework;
	struct table_block *table = composer_numbers(composer, composer_text(composer, "title"));

	composer_add_column(composer, table, f->levels[f->n_levels - 1].title);
	composer_add_column(composer, table, f->levels[status_level(f)].title);
	composer_add_column(composer, table, composer_text(composer, "from-head"));
	composer_add_column(composer, table, composer_text(composer, "to-head"));
	for (size_t i = 0; i < table->n_columns; i++) {
		table->columns[i].share = shares[i];
		table->columns[i].style = i == 0 ? STYLE_BODY : STYLE_LABEL;
	}
	for (enum move move = MOVE_FORWARD; move < MOVE_COUNT; move++)
		add_rows(composer, table, changes, move);
	return table;
}

/* Where people stood before; flags `advanced` and `fell-back`. */
static void set_positions(struct composer *composer)
{
	const struct scores *now = composer->input->scores, *before = report_previous(composer);
	size_t old = SIZE_MAX;

	composer_set(composer, "previous-position", NULL);
	if (!status_has_position(composer->framework) || before->position == SIZE_MAX)
		return;
	composer_set(composer, "previous-position",
	             before->framework->elements[before->position].text);
	old = framework_find(composer->framework,
	                     before->framework->elements[before->position].id);
	if (old == SIZE_MAX)
		return;
	composer_flag(composer, "advanced", now->position > old);
	composer_flag(composer, "fell-back", now->position < old);
}

/* Returns how many items changed in any way. */
static size_t set_counts(struct composer *composer, const struct changes *changes)
{
	size_t all = 0;

	for (enum move move = MOVE_FORWARD; move < MOVE_COUNT; move++) {
		composer_set_count(composer,
		                   arena_printf(composer->arena, "%s-count", move_words[move]),
		                   changes->n[move]);
		composer_flag(composer, move_words[move], changes->n[move] > 0);
		all += changes->n[move];
	}
	composer_flag(composer, "unchanged", all == 0);
	return all;
}

void compose_changes(struct composer *composer)
{
	const struct scores *before = report_previous(composer);
	bool first = before == NULL || before->consensus == NULL;
	struct changes changes = {0};
	struct blocks outer;
	size_t n;

	if (composer->input->scores->consensus == NULL)
		return;
	composer_flag(composer, "first", first);
	composer_set(composer, "previous-wave", first ? NULL : before->wave);
	composer_set(composer, "previous-position", NULL);
	status_set_phases(composer);
	if (!first) {
		changes = find_changes(composer);
		set_positions(composer);
	}
	n = set_counts(composer, &changes);
	outer = report_open_section(composer);
	if (n > 0)
		composer_add(composer, BLOCK_TABLE)->table = *make_table(composer, &changes);
	report_close_section(composer, outer);
}
