/* What the sections of a document share while it is composed: the list of
 * blocks that grows, and the vocabulary that fills the template's words.
 *
 * A section's function sets its placeholders and flags, says its words and
 * adds its blocks. Flags that hold within a loop only are opened and closed.
 */
#ifndef WAYMARK_COMPOSER_H
#define WAYMARK_COMPOSER_H

#include "compose/compose.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/words.h"

struct blocks {
	struct block *blocks;
	size_t n_blocks;
};

struct composer {
	struct arena *arena;
	struct diag *diag;
	const struct compose_input *input;
	const struct framework *framework;
	const struct template_section *section; /* the one being composed */
	struct vocabulary vocabulary;
	struct blocks blocks; /* the list that is growing */
	size_t person;        /* whose report this is, SIZE_MAX: the group's */
	const char *name;     /* written on every sheet, or NULL */
};

/* The filled words of the section, or of the document; NULL when the
 * template has none. composer_text gives "" instead. */
const char *composer_say(struct composer *composer, const char *key);
const char *composer_text(struct composer *composer, const char *key);
const char *composer_say_document(struct composer *composer, const char *key);

/* Who is assessed, or NULL. */
const char *composer_organisation(const struct composer *composer);

void composer_set(struct composer *composer, const char *name, const char *text);
/* A number as the document's language writes it; composer_signed with a plus
 * sign where it is above zero. */
const char *composer_number(struct composer *composer, double value, int decimals);
const char *composer_signed(struct composer *composer, double value, int decimals);

void composer_set_number(struct composer *composer, const char *name, double value, int decimals);

/* The letter of the n-th part (from 0), in the document's own alphabet. */
const char *composer_letter(struct composer *composer, size_t n);

/* A whole number under `name`, in words as name-word ("four") and, to begin a
 * sentence, as Name-word ("Four"); large numbers stay figures. */
void composer_set_count(struct composer *composer, const char *name, size_t count);

/* A level's name within a sentence and to begin one: skill, skills, Skill, Skills. */
void composer_set_level(struct composer *composer, const char *name, size_t level);

/* The same for any name with its plural. */
void composer_set_names(struct composer *composer, const char *name, const char *title,
                        const char *plural);

/* How many of a level there are, skill-count, and the name that goes with the
 * number, counted-skills: "skill" for one, else "skills". */
void composer_set_counted(struct composer *composer, const char *name, size_t level,
                          size_t count);

/* A name from the framework as it stands within a sentence: in lower case,
 * but in languages that write nouns with a capital as it is. */
const char *composer_noun(struct composer *composer, const char *name);

void composer_flag(struct composer *composer, const char *flag, bool holds);

/* Flags set after composer_open_flags are taken back by composer_close_flags. */
size_t composer_open_flags(const struct composer *composer);
void composer_close_flags(struct composer *composer, size_t opened);

/* "a, b and c", with the template's word for "and". */
const char *composer_join(struct composer *composer, const char *const *words, size_t n);

/* The same with "; " between: for parts that hold commas. */
const char *composer_join_parts(struct composer *composer, const char *const *parts, size_t n);

/* An empty table for those who do not see a figure: columns and rows are added. */
struct table_block *composer_numbers(struct composer *composer, const char *caption);
void composer_add_column(struct composer *composer, struct table_block *table, const char *head);

/* Adds a row, whose cells are to be filled in. */
const char **composer_add_row(struct composer *composer, struct table_block *table);

/* A zeroed block at the end of the list; valid until the next one is added. */
struct block *composer_add(struct composer *composer, enum block_kind kind);

/* Collects blocks for a container: what is added between open and close
 * becomes its children. */
struct blocks composer_open(struct composer *composer);
struct block *composer_close(struct composer *composer, struct blocks outer,
                             enum block_kind kind);

/* Nothing is added for text that is NULL or empty. */
void composer_add_heading(struct composer *composer, int level, enum style style,
                          const char *text, const char *aside);
void composer_add_paragraph(struct composer *composer, enum style style, const char *text,
                            double measure);

/* One paragraph for each line of the text. */
void composer_add_paragraphs(struct composer *composer, enum style style, const char *text);

/* Levels of a framework by what they are for: the outermost sections, those
 * that hold the items, and those that get a sheet of paper each: the outermost
 * whose sections have room on one. */
size_t level_of_sections(const struct framework *framework);
size_t level_of_groups(const struct framework *framework);
size_t level_of_sheets(const struct framework *framework);

/* Whether any item is answered on the scale. */
bool scale_is_used(const struct framework *framework, const struct scale *scale);

/* The level that the template's section names, or `standard`; SIZE_MAX when
 * the framework has no such level (recorded). */
size_t composer_level(struct composer *composer, size_t standard);

#endif
