#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "model/answers.h"

/* People can be told by what they write, so more of them are needed than for figures. */
enum { PEOPLE_COMMENTS = 10 };

enum { COLUMN_PART, COLUMN_COMMENT, N_COLUMNS };

static const char section_name[] = "comments";

struct remark {
	const char *text;
	uint64_t place;
};

/* FNV-1a, 64 bits, with an end after each text (Fowler, Noll and Vo). */
static uint64_t hash_text(uint64_t hash, const char *text)
{
	size_t length = strlen(text) + 1;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	return hash;
}

/* Where a comment stands follows from where it was made and from its own
 * words, so nothing about the order of the people can be read from it, nor
 * who wrote two comments on different parts. */
static uint64_t remark_place(const struct composer *composer, size_t element, const char *text)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	hash = hash_text(hash, composer->framework->id);
	hash = hash_text(hash, composer->input->scores->wave);
	hash = hash_text(hash, composer->framework->elements[element].id);
	return hash_text(hash, text);
}

static int compare_remarks(const void *left, const void *right)
{
	const struct remark *a = left, *b = right;

	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return strcmp(a->text, b->text);
}

/* The comments of some sheets on one element, in mixed order; returns their number. */
static size_t gather(const struct composer *composer, const struct sheet *const *sheets,
                     size_t n_sheets, size_t element, struct remark **remarks)
{
	size_t n = 0;

	*remarks = NULL;
	for (size_t i = 0; i < n_sheets; i++)
		for (size_t k = 0; k < sheets[i]->n_comments; k++) {
			const struct comment *comment = &sheets[i]->comments[k];

			if (comment->element != element)
				continue;
			*remarks = arena_push(composer->arena, *remarks, n, sizeof **remarks);
			(*remarks)[n++] = (struct remark){
				comment->text, remark_place(composer, element, comment->text)};
		}
	if (n > 0)
		qsort(*remarks, n, sizeof **remarks, compare_remarks);
	return n;
}

static size_t count_comments(const struct sheet *const *sheets, size_t n_sheets)
{
	size_t n = 0;

	for (size_t i = 0; i < n_sheets; i++)
		n += sheets[i]->n_comments;
	return n;
}

/* The outermost section of an element; 0 where the framework has none. */
static size_t outer_section(const struct framework *f, size_t element)
{
	size_t level = level_of_sections(f);

	while (f->elements[element].level > level)
		element = f->elements[element].parent;
	return element;
}

/* A row for each comment; all name their part, for those who hear them and at
 * the top of a page. */
static void add_remarks(struct composer *composer, struct table_block *table, size_t element,
                        const struct remark *remarks, size_t n)
{
	const char *general = composer_say(composer, "general");
	const char *part = composer->framework->elements[element].text;

	if (general != NULL && outer_section(composer->framework, element) == element)
		part = general;
	for (size_t i = 0; i < n; i++) {
		const char **cells = composer_add_row(composer, table);

		cells[COLUMN_PART] = part;
		cells[COLUMN_COMMENT] = remarks[i].text;
	}
}

static struct table_block *new_table(struct composer *composer, const char *caption)
{
	struct table_block *table = composer_numbers(composer, caption);

	composer_add_column(composer, table, composer_text(composer, "part-head"));
	composer_add_column(composer, table, composer_text(composer, "comment-head"));
	table->columns[COLUMN_PART].share = 0.34;
	table->columns[COLUMN_PART].style = STYLE_LABEL;
	table->columns[COLUMN_COMMENT].share = 0.66;
	table->columns[COLUMN_COMMENT].style = STYLE_BODY;
	return table;
}

/* Comments on all parts that `told` leaves, below the names of these. */
static bool add_table(struct composer *composer, const char *caption,
                      const struct sheet *const *sheets, size_t n_sheets, const bool *told)
{
	const struct framework *f = composer->framework;
	struct table_block *table = new_table(composer, caption);
	size_t titled = 0;

	for (size_t i = 0; i < f->n_elements; i++) {
		struct remark *remarks;
		size_t n = gather(composer, sheets, n_sheets, i, &remarks);
		size_t section = outer_section(f, i);

		if (n == 0 || (told != NULL && told[section]))
			continue;
		if (section != titled) {
			composer_add_row(composer, table)[0] = f->elements[section].text;
			table->rows[table->n_rows - 1].group = true;
			titled = section;
		}
		add_remarks(composer, table, i, remarks, n);
	}
	if (table->n_rows == 0)
		return false;
	composer_add(composer, BLOCK_TABLE)->table = *table;
	return true;
}

static size_t people_who_answered(const struct scores *scores)
{
	size_t n = 0;

	for (size_t i = 0; i < scores->n_people; i++)
		n += scores->results[i][0].answered > 0;
	return n;
}

static size_t people_needed(const struct composer *composer,
                            const struct template_section *section)
{
	size_t needed = report_needed(composer);

	if (needed < PEOPLE_COMMENTS)
		needed = PEOPLE_COMMENTS;
	return section->count > 0 && (size_t)section->count > needed ? (size_t)section->count
	                                                             : needed;
}

bool comments_are_told(const struct composer *composer, size_t *needed)
{
	const struct scores *scores = composer->input->scores;
	const struct template *template = composer->input->template;

	if (template->kind != TEMPLATE_GROUP ||
	    count_comments(scores->people, scores->n_people) == 0)
		return false;
	for (size_t i = 0; i < template->n_sections; i++)
		if (strcmp(template->sections[i].kind, section_name) == 0) {
			*needed = people_needed(composer, &template->sections[i]);
			return true;
		}
	return false;
}

bool comments_are_shown(const struct composer *composer)
{
	size_t needed;

	return comments_are_told(composer, &needed) &&
	       people_who_answered(composer->input->scores) >= needed;
}

/* Whether a byte belongs to a word; those of letters beyond ASCII all do. */
static bool is_in_word(char byte)
{
	unsigned char code = (unsigned char)byte;

	return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
	       (code >= 'a' && code <= 'z');
}

static bool names(const char *text, const char *name)
{
	size_t length = name == NULL ? 0 : strlen(name);

	if (length == 0)
		return false;
	for (const char *at = strstr(text, name); at != NULL; at = strstr(at + 1, name))
		if ((at == text || !is_in_word(at[-1])) && !is_in_word(at[length]))
			return true;
	return false;
}

/* What somebody wrote stands as it is; whoever makes the report may want to
 * know where it names one of those who answered. */
static void warn_of_names(struct composer *composer)
{
	const struct scores *scores = composer->input->scores;

	for (size_t i = 0; i < scores->n_people; i++)
		for (size_t k = 0; k < scores->people[i]->n_comments; k++)
			for (size_t j = 0; j < scores->n_people; j++) {
				const struct comment *comment = &scores->people[i]->comments[k];
				const char *name = scores->people[j]->name;

				if (names(comment->text, name))
					diag_warning(composer->diag, scores->people[i]->pos,
					             "it is shown word for word; change it in the "
					             "answers if nobody should be named",
					             "the comment on '%s' names %s, who answered",
					             composer->framework->elements[comment->element].id,
					             name);
			}
}

void comments_add(struct composer *composer, size_t part, const char *caption)
{
	const struct framework *f = composer->framework;
	const struct scores *scores = composer->input->scores;
	struct table_block *table = new_table(composer, caption);

	for (size_t i = part; i < f->n_elements && (i == part || outer_section(f, i) == part); i++) {
		struct remark *remarks;
		size_t n = gather(composer, scores->people, scores->n_people, i, &remarks);

		add_remarks(composer, table, i, remarks, n);
	}
	if (table->n_rows > 0)
		composer_add(composer, BLOCK_TABLE)->table = *table;
}

/* Those outermost sections whose comments stand with their items; NULL: none. */
static const bool *told_with_items(const struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_sections(f);
	bool *told = ARENA_ARRAY(composer->arena, bool, f->n_elements);

	for (size_t i = 0; i < f->n_elements; i++)
		told[i] = f->elements[i].level == level && item_details_hold(composer, i);
	return told;
}

/* What people wrote alone, or why it is not shown. */
static void add_alone(struct composer *composer)
{
	const struct scores *scores = composer->input->scores;
	size_t n = count_comments(scores->people, scores->n_people);
	size_t answered = people_who_answered(scores);
	size_t needed = people_needed(composer, composer->section);
	bool hidden = answered < needed;
	struct blocks outer;
	bool left;

	if (n == 0)
		return;
	composer_set_count(composer, "comment-count", hidden ? 0 : n);
	composer_set_count(composer, "n", answered);
	composer_set_count(composer, "comments-needed", needed);
	composer_flag(composer, "hidden", hidden);
	outer = report_open_section(composer);
	left = hidden || add_table(composer, composer_text(composer, "title"), scores->people,
	                           scores->n_people, told_with_items(composer));
	if (!hidden)
		warn_of_names(composer);
	if (left)
		report_close_section(composer, outer);
	else
		composer->blocks = outer;
}

/* What the sheet says that the group filled in: the group knows it already. */
static void add_together(struct composer *composer)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;
	const char *title = composer_text(composer, "together-title");
	struct blocks outer;
	struct block *section;

	if (sheet == NULL || sheet->n_comments == 0)
		return;
	outer = composer_open(composer);
	composer_add_heading(composer, 2, STYLE_SECTION, title, NULL);
	add_table(composer, title, &sheet, 1, NULL);
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->section.rule = true;
	section->bookmark = title;
}

void compose_comments(struct composer *composer)
{
	add_alone(composer);
	add_together(composer);
}
