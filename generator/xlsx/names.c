#include "xlsx/names.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* In UTF-16 units. */
#define UNITS_MAX 31
#define FORBIDDEN "[]:*?/\\{}\n\t"

static size_t units_of(const char *text)
{
	size_t n = 0, at = 0;

	while (text[at] != '\0')
		n += text_next(text, &at) > 0xffff ? 2 : 1;
	return n;
}

bool name_same(struct arena *arena, const char *one, const char *other)
{
	return strcmp(text_upper(arena, one), text_upper(arena, other)) == 0;
}

bool name_fits(struct arena *arena, const char *name)
{
	return *name != '\0' && units_of(name) <= UNITS_MAX && strpbrk(name, FORBIDDEN) == NULL &&
	       name[0] != '\'' && name[strlen(name) - 1] != '\'' &&
	       !name_same(arena, name, "History");
}

/* The start of a text that leaves room for so many units. */
static char *cut(struct arena *arena, const char *text, size_t room)
{
	size_t at = 0, next = 0, n = 0;

	while (text[at] != '\0') {
		n += text_next(text, &next) > 0xffff ? 2 : 1;
		if (n > UNITS_MAX - room)
			break;
		at = next;
	}
	while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\''))
		at--;
	return arena_strndup(arena, text, at);
}

static char *allowed(struct arena *arena, const char *wanted)
{
	char *name = arena_strdup(arena, wanted);

	for (char *c = name; *c != '\0'; c++)
		if (strchr(FORBIDDEN, *c) != NULL)
			*c = ' ';
	return name + strspn(name, " '");
}

static bool is_taken(struct book *book, const char *name)
{
	for (size_t i = 0; i < book->n_tabs; i++) {
		const char *other = book->tabs[i].grid.name;

		if (other != NULL && name_same(book->arena, name, other))
			return true;
	}
	return false;
}

/* What a person's sheet is called after, or NULL. */
static const char *person_name(const struct book *book, const struct tab *tab)
{
	const struct sheet *sheet = book->scores->people[tab->index];

	if (sheet->name != NULL)
		return sheet->name;
	return *sheet->respondent == '\0' ? NULL : sheet->respondent;
}

bool name_is_own(const struct book *book, const struct tab *tab)
{
	return tab->part == PART_PERSON && person_name(book, tab) != NULL;
}

static const char *record_name(const struct book *book, const struct tab *tab)
{
	const struct record *record = &book->framework->records[tab->index];

	return record->single ? record->title : record->plural;
}

void name_tab(struct book *book, struct tab *tab)
{
	const char *wanted = allowed(book->arena, tab->part == PART_PERSON
	                                              ? person_name(book, tab)
	                                              : record_name(book, tab));
	const char *name = cut(book->arena, wanted, 0);

	for (size_t next = 2; !name_fits(book->arena, name) || is_taken(book, name); next++) {
		char *number = arena_printf(book->arena, "%zu", next);
		char *start = cut(book->arena, wanted, strlen(number) + 1);

		name = arena_printf(book->arena, "%s%s%s", start, *start == '\0' ? "" : " ",
		                    number);
	}
	tab->grid.name = name;
}
