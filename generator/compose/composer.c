#include "compose/composer.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"

const char *composer_say(struct composer *composer, const char *key)
{
	return words_fill(&composer->vocabulary, composer->section->words,
	                  composer->section->n_words, key);
}

const char *composer_text(struct composer *composer, const char *key)
{
	const char *text = composer_say(composer, key);

	return text == NULL ? "" : text;
}

const char *composer_say_document(struct composer *composer, const char *key)
{
	const struct template *template = composer->input->template;

	return words_fill(&composer->vocabulary, template->words, template->n_words, key);
}

const char *composer_organisation(const struct composer *composer)
{
	const struct compose_input *input = composer->input;

	return input->organisation == NULL ? input->scores->answers->organisation
	                                   : input->organisation;
}

void composer_set(struct composer *composer, const char *name, const char *text)
{
	words_set(&composer->vocabulary, name, text == NULL ? "" : text);
}

void composer_set_number(struct composer *composer, const char *name, double value, int decimals)
{
	words_set_number(&composer->vocabulary, name, value, decimals);
}

const char *composer_number(struct composer *composer, double value, int decimals)
{
	return text_number_in(composer->arena, &composer->vocabulary.numbers, value, decimals);
}

const char *composer_signed(struct composer *composer, double value, int decimals)
{
	return text_signed_in(composer->arena, &composer->vocabulary.numbers, value, decimals);
}

/* The same text, its first character in upper case. */
static const char *begin_sentence(struct arena *arena, const char *text)
{
	size_t first = 0;

	if (*text == '\0')
		return text;
	text_next(text, &first);
	return arena_printf(arena, "%s%s", text_upper(arena, arena_strndup(arena, text, first)),
	                    text + first);
}

/* The n-th word (from 0) of a list that blanks part, or NULL. */
static const char *nth_word(struct arena *arena, const char *list, size_t n)
{
	while (list != NULL) {
		size_t length = strcspn(list, " \n");

		if (length == 0)
			return NULL;
		if (n == 0)
			return arena_strndup(arena, list, length);
		n--;
		list += length;
		list += strspn(list, " \n");
	}
	return NULL;
}

const char *composer_letter(struct composer *composer, size_t n)
{
	const char *letters = composer_say_document(composer, "letters");
	const char *word = nth_word(composer->arena, letters, n);

	if (word != NULL)
		return word;
	if (n < 26)
		return arena_printf(composer->arena, "%c", (int)('A' + n));
	return arena_printf(composer->arena, "%s%c", composer_letter(composer, n / 26 - 1),
	                    (int)('A' + n % 26));
}

void composer_set_count(struct composer *composer, const char *name, size_t count)
{
	struct arena *arena = composer->arena;
	const char *word = nth_word(arena, composer_say_document(composer, "numbers"), count);
	char *key = arena_printf(arena, "%s-word", name);
	char *capital = arena_strdup(arena, key);

	capital[0] = (char)toupper((unsigned char)capital[0]);
	composer_set_number(composer, name, (double)count, 0);
	if (word == NULL)
		word = arena_printf(arena, "%zu", count);
	composer_set(composer, key, word);
	composer_set(composer, capital, begin_sentence(arena, word));
}

const char *composer_noun(struct composer *composer, const char *name)
{
	static const char *const capital[] = {"de", "gsw", "lb", "nds"};
	const char *language = composer->framework->language;
	size_t length = language == NULL ? 0 : strcspn(language, "-_");

	if (name == NULL)
		return "";
	for (size_t i = 0; i < sizeof capital / sizeof *capital; i++)
		if (length == strlen(capital[i]) && strncmp(language, capital[i], length) == 0)
			return name;
	return text_lower(composer->arena, name);
}

void composer_set_counted(struct composer *composer, const char *name, size_t level, size_t count)
{
	struct arena *arena = composer->arena;
	const struct level *l = &composer->framework->levels[level];

	composer_set_count(composer, arena_printf(arena, "%s-count", name), count);
	composer_set(composer, arena_printf(arena, "counted-%ss", name),
	             composer_noun(composer,
	                           count == 1 || l->plural == NULL ? l->title : l->plural));
}

void composer_set_names(struct composer *composer, const char *name, const char *title,
                        const char *plural)
{
	struct arena *arena = composer->arena;
	char *names = arena_printf(arena, "%ss", name);
	char *capital = arena_strdup(arena, name), *capitals = arena_strdup(arena, names);

	capital[0] = (char)toupper((unsigned char)capital[0]);
	capitals[0] = (char)toupper((unsigned char)capitals[0]);
	composer_set(composer, capital, title);
	composer_set(composer, capitals, plural);
	composer_set(composer, arena_strdup(arena, name), composer_noun(composer, title));
	composer_set(composer, names, composer_noun(composer, plural));
}

void composer_set_level(struct composer *composer, const char *name, size_t level)
{
	const struct level *l = &composer->framework->levels[level];
	const char *title = l->title == NULL ? "" : l->title;

	composer_set_names(composer, name, title, l->plural == NULL ? title : l->plural);
}

void composer_flag(struct composer *composer, const char *flag, bool holds)
{
	words_flag(&composer->vocabulary, flag, holds);
}

size_t composer_open_flags(const struct composer *composer)
{
	return composer->vocabulary.n_flags;
}

void composer_close_flags(struct composer *composer, size_t opened)
{
	composer->vocabulary.n_flags = opened;
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), n = strlen(end);

	return length >= n && strcmp(text + length - n, end) == 0;
}

const char *composer_join(struct composer *composer, const char *const *words, size_t n)
{
	/* U+2060: in Arabic, "and" is written as a part of the word after it. */
	static const char joiner[] = "\xE2\x81\xA0";
	const char *last = composer_say_document(composer, "and");
	const char *gap = last != NULL && ends_with(last, joiner) ? "" : " ";
	const char *comma = composer_say_document(composer, "comma");
	struct buf out = {.arena = composer->arena};

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && i == n - 1)
			buf_addf(&out, " %s%s", last == NULL ? "" : last, gap);
		else if (i > 0)
			buf_addf(&out, "%s ", comma == NULL ? "," : comma);
		buf_adds(&out, words[i]);
	}
	return buf_text(&out);
}

const char *composer_join_parts(struct composer *composer, const char *const *parts, size_t n)
{
	struct buf out = {.arena = composer->arena};

	for (size_t i = 0; i < n; i++)
		buf_addf(&out, "%s%s", i == 0 ? "" : "; ", parts[i]);
	return buf_text(&out);
}

struct table_block *composer_numbers(struct composer *composer, const char *caption)
{
	struct table_block *table = ARENA_NEW(composer->arena, struct table_block);

	table->caption = caption;
	return table;
}

void composer_add_column(struct composer *composer, struct table_block *table, const char *head)
{
	table->columns = arena_push(composer->arena, table->columns, table->n_columns,
	                            sizeof *table->columns);
	table->columns[table->n_columns++] = (struct column){.head = head, .share = 1};
}

const char **composer_add_row(struct composer *composer, struct table_block *table)
{
	struct table_row *row;

	table->rows = arena_push(composer->arena, table->rows, table->n_rows,
	                         sizeof *table->rows);
	row = &table->rows[table->n_rows++];
	row->cells = ARENA_ARRAY(composer->arena, const char *, table->n_columns);
	return row->cells;
}

/* Blocks that say little but the framework's own texts have its language. */
static const char *own_language(const struct composer *composer, enum block_kind kind)
{
	const char *own = composer->framework->language;
	const char *template = composer->input->template->language;

	if (kind != BLOCK_MARKS && kind != BLOCK_RATINGS && kind != BLOCK_PROMPTS)
		return NULL;
	return own == NULL || template == NULL || strcmp(own, template) == 0 ? NULL : own;
}

struct block *composer_add(struct composer *composer, enum block_kind kind)
{
	struct blocks *list = &composer->blocks;

	list->blocks = arena_push(composer->arena, list->blocks, list->n_blocks,
	                          sizeof *list->blocks);
	list->blocks[list->n_blocks].kind = kind;
	list->blocks[list->n_blocks].language = own_language(composer, kind);
	return &list->blocks[list->n_blocks++];
}

struct blocks composer_open(struct composer *composer)
{
	struct blocks outer = composer->blocks;

	composer->blocks = (struct blocks){NULL, 0};
	return outer;
}

struct block *composer_close(struct composer *composer, struct blocks outer, enum block_kind kind)
{
	struct blocks children = composer->blocks;
	struct block *container;

	composer->blocks = outer;
	container = composer_add(composer, kind);
	container->children = children.blocks;
	container->n_children = children.n_blocks;
	return container;
}

void composer_add_heading(struct composer *composer, int level, enum style style,
                          const char *text, const char *aside)
{
	struct block *block;

	if (text == NULL || *text == '\0')
		return;
	block = composer_add(composer, BLOCK_HEADING);
	block->heading = (struct heading_block){level, text, aside, style};
}

void composer_add_paragraph(struct composer *composer, enum style style, const char *text,
                            double measure)
{
	struct block *block;

	if (text == NULL || *text == '\0')
		return;
	block = composer_add(composer, BLOCK_PARAGRAPH);
	block->paragraph = (struct paragraph_block){text, style, measure, false};
}

void composer_add_paragraphs(struct composer *composer, enum style style, const char *text)
{
	while (text != NULL && *text != '\0') {
		size_t length = strcspn(text, "\n");

		composer_add_paragraph(composer, style,
		                       arena_strndup(composer->arena, text, length), 0);
		text += length;
		text += strspn(text, "\n");
	}
}

size_t level_of_sections(const struct framework *framework)
{
	return framework->n_levels > 2 ? 1 : 0;
}

size_t level_of_groups(const struct framework *framework)
{
	return framework->n_levels < 2 ? 0 : framework->n_levels - 2;
}

/* Whether each section of the level fits on a sheet: about so many rows of
 * items and headings. */
static bool has_room(const struct framework *framework, size_t level)
{
	enum { ROWS_AT_MOST = 20 };

	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level)) {
		const struct element *section = &framework->elements[i];

		if (section->end - i - 1 > ROWS_AT_MOST)
			return false;
	}
	return true;
}

size_t level_of_sheets(const struct framework *framework)
{
	size_t groups = level_of_groups(framework), level = groups == 0 ? 0 : groups - 1;

	while (level > 1 && has_room(framework, level - 1))
		level--;
	return level;
}

bool scale_is_used(const struct framework *framework, const struct scale *scale)
{
	for (size_t i = 0; i < framework->n_items; i++)
		if (framework->elements[framework->items[i]].scale == scale)
			return true;
	return false;
}

size_t composer_level(struct composer *composer, size_t standard)
{
	const struct framework *framework = composer->framework;
	const char *wanted = composer->section->level, **ids;

	if (wanted == NULL)
		return standard;
	ids = ARENA_ARRAY(composer->arena, const char *, framework->n_levels);
	for (size_t i = 0; i < framework->n_levels; i++) {
		if (strcmp(framework->levels[i].id, wanted) == 0)
			return i;
		ids[i] = framework->levels[i].id;
	}
	diag_error(composer->diag, composer->section->pos,
	           arena_printf(composer->arena, "levels of %s: %s", framework->id,
	                        text_join(composer->arena, ids, framework->n_levels, "and")),
	           "there is no level '%s'", wanted);
	return SIZE_MAX;
}
