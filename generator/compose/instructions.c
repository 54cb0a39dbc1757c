#include "compose/worksheet.h"

#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"

struct block *worksheet_close_sheet(struct composer *composer, struct blocks outer,
                                    const char *written)
{
	struct sheet_head head = {
		.eyebrow = composer_text(composer, "eyebrow"),
		.title = composer_text(composer, "title"),
		.text = composer_say(composer, "text"),
		.write_in = composer_say(composer, "write-in"),
		.written = written,
	};
	struct block *sheet = composer_close(composer, outer, BLOCK_SHEET);

	sheet->sheet = head;
	sheet->bookmark = head.title;
	return sheet;
}

static struct key_entry *push_entry(struct composer *composer, struct key_block *key)
{
	key->entries = arena_push(composer->arena, key->entries, key->n_entries,
	                          sizeof *key->entries);
	return &key->entries[key->n_entries++];
}

static void push_mark(struct composer *composer, struct key_block *key, enum key_mark mark,
                      const char *word, const char *text)
{
	if (text == NULL)
		return;
	composer_set(composer, "meaning", text);
	*push_entry(composer, key) = (struct key_entry){
		.mark = mark,
		.text = composer_text(composer, word),
		.text_first = mark != KEY_NONE};
}

static bool has_circles(const struct scale *scale)
{
	return scale->kind == SCALE_RATING || scale->kind == SCALE_STATUS ||
	       scale->kind == SCALE_CHOICE;
}

void worksheet_add_key(struct composer *composer, const struct scale *scale)
{
	static const char *const leads[SCALE_COUNT] = {
		[SCALE_RATING] = "ratings-lead",
		[SCALE_MARK] = "marks-lead",
		[SCALE_STATUS] = "entries-lead",
		[SCALE_CHECK] = "entries-lead",
		[SCALE_CHOICE] = "entries-lead",
		[SCALE_NUMBER] = "entries-lead",
		[SCALE_TEXT] = "entries-lead",
		[SCALE_DATE] = "entries-lead",
	};
	struct key_block key = {0};
	const char *filled;

	composer_set(composer, "prompt", scale->prompt);
	key.lead = composer_say(composer, leads[scale->kind]);
	if (scale->kind == SCALE_MARK) {
		push_mark(composer, &key, KEY_PLUS, "sign", scale->plus);
		push_mark(composer, &key, KEY_MINUS, "sign", scale->minus);
		push_mark(composer, &key, KEY_NONE, "no-sign", scale->blank);
	}
	if (scale->kind == SCALE_CHECK) {
		push_mark(composer, &key, KEY_CROSS, "sign", scale->points[1].label);
		push_mark(composer, &key, KEY_NONE, "empty", scale->points[0].label);
	}
	for (size_t i = 0; scale->kind == SCALE_RATING && i < scale->n_points; i++)
		*push_entry(composer, &key) = (struct key_entry){
			.mark = KEY_CIRCLE,
			.figure = scale->points[i].value,
			.text = scale->points[i].label};
	if (!scale_is_coded(scale))
		*push_entry(composer, &key) = (struct key_entry){.text = scale->directions};
	filled = has_circles(scale) ? composer_say(composer, "filled") : NULL;
	if (filled != NULL)
		*push_entry(composer, &key) = (struct key_entry){
			.mark = KEY_FILLED, .text = filled, .at_end = true};
	composer_add(composer, BLOCK_KEY)->key = key;
}

static void add_uses(struct composer *composer)
{
	const struct framework *framework = composer->framework;
	struct list_block list = {.numbered = true, .style = STYLE_NOTE};

	if (framework->n_uses == 0)
		return;
	list.items = ARENA_ARRAY(composer->arena, struct list_item, framework->n_uses);
	list.n_items = framework->n_uses;
	for (size_t i = 0; i < framework->n_uses; i++) {
		composer_set(composer, "use", framework->uses[i].title);
		composer_set(composer, "use-text", framework->uses[i].text);
		list.items[i].text = composer_text(composer, "use");
	}
	composer_set_count(composer, "use-count", framework->n_uses);
	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "uses-title"), NULL);
	composer_add(composer, BLOCK_LIST)->list = list;
}

/* Titles of the groups of a section, as one sentence part. */
static const char *group_titles(struct composer *composer, size_t section)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_groups(f), n = 0;
	const char **titles =
	    ARENA_ARRAY(composer->arena, const char *, framework_count(f, section, level) + 1);

	for (size_t i = framework_next(f, section, section, level); i != SIZE_MAX;
	     i = framework_next(f, section, i, level))
		titles[n++] = f->elements[i].text;
	return composer_join(composer, titles, n);
}

/* What the framework covers: its outermost sections and, where these are
 * divided again and the template has a head for it, the groups in them. */
static void add_sections(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_sections(f), n = framework_count(f, 0, level), row = 0;
	const char *title = composer_say(composer, "sections-title");
	const char *groups = composer_say(composer, "groups-head");
	bool grouped = level_of_groups(f) > level && groups != NULL;
	struct table_block table = {
		.caption = title,
		.n_columns = grouped ? 3 : 2,
		.n_rows = n,
	};

	if (level == 0 || title == NULL)
		return;
	table.columns = ARENA_ARRAY(composer->arena, struct column, 3);
	table.columns[0] = (struct column){composer_text(composer, "sections-head"),
		grouped ? 0.16 : 0.3, ALIGN_LEFT, STYLE_NOTE_BOLD};
	table.columns[1] = (struct column){composer_text(composer, "definition-head"),
		grouped ? 0.42 : 0.7, ALIGN_LEFT, STYLE_NOTE};
	table.columns[2] = (struct column){groups, 0.42, ALIGN_LEFT, STYLE_NOTE};
	table.rows = ARENA_ARRAY(composer->arena, struct table_row, n);
	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level), row++) {
		table.rows[row].cells = ARENA_ARRAY(composer->arena, const char *, 3);
		table.rows[row].cells[0] = f->elements[i].text;
		table.rows[row].cells[1] = f->elements[i].definition;
		table.rows[row].cells[2] = grouped ? group_titles(composer, i) : NULL;
	}
	composer_add_heading(composer, 2, STYLE_SECTION, title, NULL);
	composer_add(composer, BLOCK_TABLE)->table = table;
}

/* What rows there are to fill in, where the framework asks for any. */
static void add_records(struct composer *composer)
{
	const struct framework *f = composer->framework;
	struct table_block table = {.n_columns = 2, .n_rows = f->n_records};

	composer_set_count(composer, "record-count", f->n_records);
	table.caption = composer_say(composer, "records-title");
	if (f->n_records == 0 || table.caption == NULL)
		return;
	table.columns = ARENA_ARRAY(composer->arena, struct column, 2);
	table.columns[0] = (struct column){composer_text(composer, "records-head"), 0.3, ALIGN_LEFT,
		STYLE_NOTE_BOLD};
	table.columns[1] = (struct column){composer_text(composer, "records-text-head"), 0.7,
		ALIGN_LEFT, STYLE_NOTE};
	table.rows = ARENA_ARRAY(composer->arena, struct table_row, f->n_records);
	for (size_t i = 0; i < f->n_records; i++) {
		const struct record *record = &f->records[i];

		table.rows[i].cells = ARENA_ARRAY(composer->arena, const char *, 2);
		table.rows[i].cells[0] = record->single ? record->title : record->plural;
		table.rows[i].cells[1] = record->text;
	}
	composer_add_heading(composer, 2, STYLE_SECTION, table.caption, NULL);
	composer_add(composer, BLOCK_TABLE)->table = table;
}

static void add_marking(struct composer *composer)
{
	const struct framework *f = composer->framework;

	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "marking-title"),
	                     NULL);
	for (size_t i = 0; i < f->n_scales; i++) {
		const struct scale *scale = &f->scales[i];

		if (!scale_is_used(f, scale) || !scale_is_coded(scale))
			continue;
		worksheet_add_key(composer, scale);
		composer_add_paragraph(composer, STYLE_NOTE, scale->directions, 0);
	}
	composer_add_paragraphs(composer, STYLE_NOTE, composer_say(composer, "marking"));
}

/* Wraps what was added since `outer` was opened in a section with a rule. */
static void close_section(struct composer *composer, struct blocks outer)
{
	if (composer->blocks.n_blocks == 0)
		composer->blocks = outer;
	else
		composer_close(composer, outer, BLOCK_SECTION)->section.rule = true;
}

static void add_purpose(struct composer *composer)
{
	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "purpose-title"),
	                     NULL);
	composer_add_paragraphs(composer, STYLE_NOTE, composer->framework->purpose);
}

static void add_after(struct composer *composer)
{
	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "after-title"),
	                     NULL);
	composer_add_paragraphs(composer, STYLE_NOTE, composer_say(composer, "after"));
}

/* A column of what is read first: what it is for, or what to do with it. */
static void add_column(struct composer *composer, void (*const *parts)(struct composer *),
                       size_t n)
{
	struct blocks outer = composer_open(composer);

	for (size_t i = 0; i < n; i++)
		parts[i](composer);
	if (composer->blocks.n_blocks == 0)
		composer->blocks = outer;
	else
		composer_close(composer, outer, BLOCK_KEEP);
}

/* Paper on its side is low, and tables to fill in are named on this page too:
 * then the last parts stand beside the purpose, unless they have example marks. */
static bool is_short_of_room(const struct composer *composer)
{
	return composer->input->template->landscape || composer->framework->n_records > 0;
}

void compose_instructions(struct composer *composer)
{
	static void (*const first[])(struct composer *) = {add_purpose};
	static void (*const beside[])(struct composer *) = {add_uses, add_after, add_marking};
	static void (*const below[])(struct composer *) = {
		add_sections, add_records, add_marking, add_after};
	const struct framework *f = composer->framework;
	size_t moved = !is_short_of_room(composer) ? 0 : f->n_items > 0 ? 1 : 2;
	struct blocks sheet = composer_open(composer), columns;

	composer_flag(composer, "mixed", worksheet_is_mixed(f, 0));
	columns = composer_open(composer);
	add_column(composer, first, 1);
	add_column(composer, beside, 1 + moved);
	composer_close(composer, columns, BLOCK_COLUMNS);
	for (size_t i = 0; i < sizeof below / sizeof *below - moved; i++) {
		struct blocks section = composer_open(composer);

		below[i](composer);
		close_section(composer, section);
	}
	worksheet_close_sheet(composer, sheet, composer->name);
}
