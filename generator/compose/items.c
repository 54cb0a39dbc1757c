#include "compose/worksheet.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "compose/fields.h"
#include "compose/report.h"

/* Words that have a variant for each of the two signs. */
static const char *sign_text(struct composer *composer, const char *key, bool plus)
{
	size_t opened = composer_open_flags(composer);
	const char *text;

	composer_flag(composer, "plus", plus);
	text = composer_text(composer, key);
	composer_close_flags(composer, opened);
	return text;
}

static const char **mark_tips(struct composer *composer, const struct scale *scale)
{
	const char **tips = ARENA_ARRAY(composer->arena, const char *, 2);

	for (int i = 0; i < 2; i++) {
		composer_set(composer, "meaning", i == 0 ? scale->plus : scale->minus);
		tips[i] = sign_text(composer, "tip-mark", i == 0);
	}
	return tips;
}

static const char **point_tips(struct composer *composer, const struct scale *scale)
{
	const char **tips = ARENA_ARRAY(composer->arena, const char *, scale->n_points);

	for (size_t i = 0; i < scale->n_points; i++) {
		composer_set(composer, "point",
		             arena_printf(composer->arena, "%d", scale->points[i].value));
		composer_set(composer, "label", scale->points[i].label);
		tips[i] = composer_text(composer, "tip-point");
	}
	return tips;
}

static struct answer_row *item_rows(struct composer *composer, size_t first, size_t n)
{
	const struct framework *f = composer->framework;
	struct answer_row *rows = ARENA_ARRAY(composer->arena, struct answer_row, n);

	for (size_t i = 0; i < n; i++) {
		const struct element *item = &f->elements[f->items[first + i]];
		bool marked = item->scale->kind == SCALE_MARK;

		const char *text = report_text(composer, f->items[first + i]);

		composer_set(composer, "statement", item->text);
		rows[i] = (struct answer_row){
			.id = item->id,
			.text = text,
			.tips = marked ? mark_tips(composer, item->scale)
			               : point_tips(composer, item->scale),
			.number = marked ? 0 : (int)(first + i + 1),
		};
	}
	return rows;
}

/* Of the two signs; groups that are on several scales have a block for each,
 * told apart by its first item. */
static void set_counts(struct composer *composer, size_t group, size_t first,
                       struct marks_block *block)
{
	const struct framework *f = composer->framework;
	const char *id = worksheet_is_mixed(f, group) ? f->elements[f->items[first]].id
	                                              : f->elements[group].id;

	if (!worksheet_counts(f, group))
		return;
	block->count_label = composer_text(composer, "count");
	composer_set(composer, "counted", block->title);
	for (int i = 0; i < 2; i++)
		block->counts[i] = (struct number_box){
			field_name(composer, FIELD_WORD_COUNT, id, i == 0 ? "plus" : "minus"),
			sign_text(composer, "tip-count", i == 0),
			fields_count(composer, block->rows, block->n_rows, i == 0)};
}

static void add_marks(struct composer *composer, size_t group, size_t first, size_t n)
{
	const struct element *part = &composer->framework->elements[group];
	struct marks_block block = {
		.title = part->text,
		.text = part->definition,
		.rows = item_rows(composer, first, n),
		.n_rows = n,
	};

	set_counts(composer, group, first, &block);
	composer_add(composer, BLOCK_MARKS)->marks = block;
}

/* The total that people write: its label and its range; none when adding up
 * would not give the group's score. */
static void set_total(struct composer *composer, size_t group, struct ratings_block *block)
{
	const struct framework *f = composer->framework;
	double low, high;

	if (!worksheet_adds_up(f, group) || !framework_range(f, group, &low, &high))
		return;
	composer_set(composer, "letter", block->letter);
	composer_set_number(composer, "low", low, floor(low) == low ? 0 : 1);
	composer_set_number(composer, "high", high, floor(high) == high ? 0 : 1);
	block->total_label = composer_text(composer, "total");
	block->total_range = composer_text(composer, "range");
	composer_set(composer, "counted", block->title);
	block->total = (struct number_box){
		field_name(composer, FIELD_WORD_TOTAL, f->elements[group].id, NULL),
		composer_text(composer, "tip-total"),
		fields_answers(composer, block->rows, block->n_rows)};
}

static void add_ratings(struct composer *composer, size_t group, size_t number, size_t first,
                        size_t n)
{
	const struct framework *f = composer->framework;
	const struct scale *scale = f->elements[f->items[first]].scale;
	struct ratings_block block = {
		.letter = composer_letter(composer, number),
		.title = f->elements[group].text,
		.low = scale->points[0].label,
		.high = scale->points[scale->n_points - 1].label,
		.points = NULL,
		.n_points = scale->n_points,
		.rows = item_rows(composer, first, n),
		.n_rows = n,
	};
	int *points = ARENA_ARRAY(composer->arena, int, scale->n_points);

	for (size_t i = 0; i < scale->n_points; i++)
		points[i] = scale->points[i].value;
	block.points = points;
	set_total(composer, group, &block);
	composer_add(composer, BLOCK_RATINGS)->ratings = block;
}

/* The items of one group, in runs of the same scale; a scale that is new on
 * the sheet gets its key first. Returns the scale of the last item. */
static const struct scale *add_group(struct composer *composer, size_t group, size_t number,
                                     const struct scale *key)
{
	const struct framework *f = composer->framework;
	const struct element *part = &f->elements[group];
	size_t end = part->first_item + part->n_items, next;

	for (size_t i = part->first_item; i < end; i = next) {
		const struct scale *scale = f->elements[f->items[i]].scale;

		for (next = i + 1; next < end; next++)
			if (f->elements[f->items[next]].scale != scale)
				break;
		if (scale != key)
			worksheet_add_key(composer, scale);
		key = scale;
		if (scale->kind == SCALE_MARK)
			add_marks(composer, group, i, next - i);
		else if (scale->kind == SCALE_RATING)
			add_ratings(composer, group, number, i, next - i);
		else
			worksheet_add_entries(composer, group, i, next - i);
	}
	return key;
}

/* Whether a score that the program gives is not worked out on the sheet. */
static bool lacks_scores(const struct framework *f, size_t sheet)
{
	const struct element *part = &f->elements[sheet];

	for (size_t i = sheet; i < part->end; i++) {
		const struct element *e = &f->elements[i];
		bool marks = e->n_items > 0 &&
		             f->elements[f->items[e->first_item]].scale->kind == SCALE_MARK;

		if (e->scale != NULL || f->levels[e->level].rule.measure == MEASURE_NONE)
			continue;
		/* Nets are worked out from the counts of the tally. */
		if (marks ? e->level == level_of_groups(f) && !worksheet_counts(f, i)
		          : !worksheet_adds_up(f, i))
			return true;
	}
	return false;
}

static bool all_count(const struct framework *f, size_t sheet)
{
	const struct element *part = &f->elements[sheet];

	for (size_t i = sheet; i < part->end; i++)
		if (f->elements[i].level == level_of_groups(f) && !worksheet_counts(f, i))
			return false;
	return true;
}

static bool has_reversed(const struct framework *f, size_t sheet)
{
	for (size_t i = sheet; i < f->elements[sheet].end; i++)
		if (f->elements[i].reversed)
			return true;
	return false;
}

/* What a sheet's words may name: where it stands and what it is about. */
static void set_sheet(struct composer *composer, size_t sheet, size_t number)
{
	const struct framework *f = composer->framework;
	const struct element *part = &f->elements[sheet];
	const struct scale *scale = f->elements[f->items[part->first_item]].scale;
	size_t level = part->level;

	composer_flag(composer, "whole", level == 0);
	composer_flag(composer, "nested", level > 1);
	composer_flag(composer, "marked", scale->kind == SCALE_MARK);
	composer_flag(composer, "mixed", worksheet_is_mixed(f, sheet));
	composer_flag(composer, "counted", all_count(f, sheet));
	composer_flag(composer, "unscored", lacks_scores(f, sheet));
	composer_flag(composer, "reverse", has_reversed(f, sheet));
	composer_flag(composer, "definition", part->definition != NULL);
	composer_flag(composer, "directions", part->directions != NULL);
	composer_set_level(composer, "part", level);
	composer_set(composer, "name", part->text);
	composer_set(composer, "parent", f->elements[part->parent].text);
	composer_set_count(composer, "number", number);
	composer_set_count(composer, "count", level == 0 ? 1 : framework_count(f, 0, level));
	composer_set(composer, "definition", part->definition);
	composer_set(composer, "directions", part->directions);
	composer_set(composer, "prompt", scale->prompt);
	composer_set(composer, "scale-directions", scale->directions);
}

static void add_notes(struct composer *composer, size_t sheet)
{
	const char *title = composer_say(composer, "notes");

	if (title == NULL)
		return;
	composer_add(composer, BLOCK_LINES)->lines = (struct lines_block){
		.title = title,
		.field = field_name(composer, FIELD_WORD_NOTES,
		                    composer->framework->elements[sheet].id, NULL)};
}

/* The titles of the sections between a sheet and a group of its items, where
 * they are not those of the group before. */
static void add_between(struct composer *composer, size_t sheet, size_t group, size_t before)
{
	const struct framework *f = composer->framework;
	size_t part = f->elements[group].parent;
	const char *title = f->elements[part].text;

	if (part == sheet || (before != SIZE_MAX && f->elements[before].parent == part))
		return;
	for (part = f->elements[part].parent; part != sheet; part = f->elements[part].parent)
		title = arena_printf(composer->arena, "%s · %s", f->elements[part].text, title);
	composer_add_heading(composer, 2, STYLE_VALUE, title, NULL);
}

/* Long lists of boxes alone, with nothing to write beside them, are narrow: a
 * few of them have room side by side, and then on one page. */
static bool is_side_by_side(const struct framework *f, size_t sheet)
{
	enum { ROWS_AT_LEAST = 20, LISTS_AT_MOST = 3 };
	const struct element *part = &f->elements[sheet];
	size_t n = framework_count(f, sheet, level_of_groups(f));

	for (size_t i = 0; i < part->n_items; i++) {
		const struct element *item = &f->elements[f->items[part->first_item + i]];

		if (item->scale->kind != SCALE_CHECK || item->scale->n_columns > 0)
			return false;
	}
	return part->n_items >= ROWS_AT_LEAST && n > 1 && n <= LISTS_AT_MOST &&
	       !worksheet_is_mixed(f, sheet);
}

static void add_groups(struct composer *composer, size_t sheet, const struct scale *key)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_groups(f), before = SIZE_MAX, n = 0;

	if (level == f->elements[sheet].level) {
		add_group(composer, sheet, n, key);
		worksheet_say_once(composer);
		return;
	}
	for (size_t i = framework_next(f, sheet, sheet, level); i != SIZE_MAX;
	     i = framework_next(f, sheet, i, level)) {
		add_between(composer, sheet, i, before);
		key = add_group(composer, i, n++, key);
		before = i;
	}
}

static void add_sheet(struct composer *composer, size_t sheet, size_t number)
{
	const struct framework *f = composer->framework;
	size_t opened = composer_open_flags(composer);
	struct blocks outer = composer_open(composer), columns = outer;
	bool beside = is_side_by_side(f, sheet);
	const struct scale *key = f->elements[f->items[f->elements[sheet].first_item]].scale;

	set_sheet(composer, sheet, number);
	worksheet_add_key(composer, key);
	if (beside)
		columns = composer_open(composer);
	add_groups(composer, sheet, key);
	if (beside)
		composer_close(composer, columns, BLOCK_COLUMNS);
	set_sheet(composer, sheet, number); /* keys of other scales set their prompts */
	worksheet_add_totals(composer, sheet);
	composer_add_paragraph(composer, STYLE_NOTE, composer_say(composer, "worked-out"), 0);
	composer_add_paragraph(composer, STYLE_NOTE, composer_say(composer, "closing"), 0);
	add_notes(composer, sheet);
	worksheet_close_sheet(composer, outer, composer->name)->sheet.fill = true;
	composer_close_flags(composer, opened);
}

/* Words that a template needs for items of each kind. */
static bool check_words(struct composer *composer)
{
	static const char *const keys[SCALE_COUNT] = {
		[SCALE_RATING] = "tip-point",
		[SCALE_MARK] = "tip-mark",
		[SCALE_STATUS] = "tip-choice",
		[SCALE_CHECK] = "tip-choice",
		[SCALE_CHOICE] = "tip-choice",
		[SCALE_NUMBER] = "tip-answer",
		[SCALE_TEXT] = "tip-answer",
		[SCALE_DATE] = "tip-answer",
	};
	const struct framework *f = composer->framework;
	const struct template_section *section = composer->section;

	for (size_t i = 0; i < f->n_items; i++) {
		const struct scale *scale = f->elements[f->items[i]].scale;

		if (words_find(section->words, section->n_words, keys[scale->kind]) != NULL)
			continue;
		diag_error(composer->diag, section->pos,
		           arena_printf(composer->arena, "add the words '%s'", keys[scale->kind]),
		           "this template is not for items on a scale of the kind %s, as in %s",
		           scale_kind_name(scale->kind), f->id);
		return false;
	}
	return true;
}

/* A section of the level, or one below it that was asked for by itself. */
static bool is_sheet(const struct composer *composer, size_t element, size_t level)
{
	const struct framework *f = composer->framework;
	const struct element *part = &f->elements[element];
	bool asked = worksheet_wants(composer, part->id);

	if (part->n_items == 0 || part->level < level || part->level > level_of_groups(f))
		return false;
	if (part->level > level)
		return asked && composer->input->n_only > 0;
	for (size_t i = part->parent; !asked && i > 0; i = f->elements[i].parent)
		asked = worksheet_wants(composer, f->elements[i].id);
	return asked;
}

static size_t count_before(const struct framework *f, size_t element)
{
	size_t n = 0;

	for (size_t i = 0; i < element; i++)
		n += f->elements[i].level == f->elements[element].level &&
		     f->elements[i].n_items > 0;
	return n;
}

void compose_items(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, level_of_sheets(f));

	if (level == SIZE_MAX || f->n_items == 0 || !check_words(composer))
		return;
	if (level > level_of_groups(f))
		level = level_of_groups(f);
	for (size_t i = 0, next; i < f->n_elements; i = next) {
		next = i + 1;
		if (!is_sheet(composer, i, level))
			continue;
		add_sheet(composer, i, count_before(f, i) + 1);
		next = f->elements[i].end;
	}
}
