#include "pdf/shaped.h"

#include <string.h>

#include "base/arena.h"

enum { SLOTS_AT_FIRST = 1024 };

struct shaped_texts {
	struct arena *arena;
	struct shaped_text **slots; /* by hash, open addressing */
	size_t n_slots, n_texts;
};

struct shaped_texts *shaped_open(struct arena *arena)
{
	struct shaped_texts *texts = ARENA_NEW(arena, struct shaped_texts);

	texts->arena = arena;
	texts->n_slots = SLOTS_AT_FIRST;
	texts->slots = ARENA_ARRAY(arena, struct shaped_text *, texts->n_slots);
	return texts;
}

/* FNV-1a; languages hardly differ within a run of the program. */
static uint64_t hash(const struct phrase *phrase)
{
	uint64_t sum = 0xCBF29CE484222325 ^ (uint64_t)phrase->face;

	for (size_t i = 0; i < phrase->length; i++)
		sum = (sum ^ (unsigned char)phrase->text[i]) * 0x100000001B3;
	return sum;
}

static bool same_language(const char *left, const char *right)
{
	if (left == NULL || right == NULL)
		return left == right;
	return strcmp(left, right) == 0;
}

static bool same(const struct phrase *left, const struct phrase *right)
{
	return left->length == right->length && left->face == right->face &&
	       left->level == right->level && same_language(left->language, right->language) &&
	       memcmp(left->text, right->text, left->length) == 0;
}

static struct shaped_text **find_slot(const struct shaped_texts *texts,
                                      const struct phrase *phrase)
{
	size_t at = hash(phrase) % texts->n_slots;

	while (texts->slots[at] != NULL && !same(&texts->slots[at]->phrase, phrase))
		at = (at + 1) % texts->n_slots;
	return &texts->slots[at];
}

static void grow(struct shaped_texts *texts)
{
	struct shaped_text **old = texts->slots;
	size_t n = texts->n_slots;

	texts->n_slots *= 2;
	texts->slots = ARENA_ARRAY(texts->arena, struct shaped_text *, texts->n_slots);
	for (size_t i = 0; i < n; i++)
		if (old[i] != NULL)
			*find_slot(texts, &old[i]->phrase) = old[i];
}

struct shaped_text *shaped_find(struct shaped_texts *texts, struct phrase phrase)
{
	struct shaped_text **slot = find_slot(texts, &phrase);

	if (*slot != NULL)
		return *slot;
	if (2 * ++texts->n_texts > texts->n_slots) {
		grow(texts);
		slot = find_slot(texts, &phrase);
	}
	*slot = ARENA_NEW(texts->arena, struct shaped_text);
	phrase.text = arena_strndup(texts->arena, phrase.text, phrase.length);
	if (phrase.language != NULL)
		phrase.language = arena_strdup(texts->arena, phrase.language);
	(*slot)->phrase = phrase;
	return *slot;
}
