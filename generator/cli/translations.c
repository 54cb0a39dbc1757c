#include "cli/translations.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"

#define FOLDER "i18n/"
#define LANGUAGES_MAX 64

static const char whole[] = "framework.yaml";

static const char *folder_of(struct arena *arena, const char *path)
{
	return arena_strndup(arena, path, (size_t)(file_base_name(path) - path));
}

const char *translation_path(struct arena *arena, const char *original, const char *language)
{
	const char *name = file_base_name(original), *folder = folder_of(arena, original);

	if (strcmp(name, whole) == 0)
		return arena_printf(arena, "%s" FOLDER "%s.yaml", folder, language);
	return arena_printf(arena, "%s" FOLDER "%s/%s", folder, language, name);
}

/* Whether a folder's path, with a slash at its end, is that of translations. */
static bool ends_in_folder(const char *path, size_t length)
{
	size_t n = strlen(FOLDER);

	return length >= n && strncmp(path + length - n, FOLDER, n) == 0 &&
	       (length == n || path[length - n - 1] == '/');
}

const char *translation_original(struct arena *arena, const char *path, const char **language)
{
	const char *name = file_base_name(path), *dot = strrchr(name, '.');
	size_t length = (size_t)(name - path), start = length - (length > 0);

	if (ends_in_folder(path, length) && dot != NULL) {
		*language = arena_strndup(arena, name, (size_t)(dot - name));
		return arena_printf(arena, "%.*s%s", (int)(length - strlen(FOLDER)), path, whole);
	}
	while (start > 0 && path[start - 1] != '/')
		start--;
	if (!ends_in_folder(path, start))
		return NULL;
	*language = arena_strndup(arena, path + start, length - start - 1);
	return arena_printf(arena, "%.*s%s", (int)(start - strlen(FOLDER)), path, name);
}

struct translation translation_find(struct session *session, const char *original,
                                    const char *language)
{
	struct arena *arena = session->arena;
	struct translation translation = {.language = language};
	char *tag = arena_strdup(arena, language), *hyphen;

	for (;;) {
		const char *path = translation_path(arena, original, tag);

		if (file_exists(path)) {
			translation.path = path;
			translation.language = tag;
			return translation;
		}
		tag = arena_strdup(arena, tag);
		hyphen = strrchr(tag, '-');
		if (hyphen == NULL)
			return translation;
		*hyphen = '\0';
	}
}

/* "de and es", or NULL. */
static const char *say_languages(struct session *session, const char *original)
{
	struct arena *arena = session->arena;
	char *folder = file_join(arena, folder_of(arena, original), FOLDER), **paths;
	const char *languages[LANGUAGES_MAX];
	size_t n_paths, n = 0;

	if (*folder_of(arena, original) == '\0')
		folder = arena_strdup(arena, FOLDER);
	folder[strlen(folder) - 1] = '\0';
	if (!file_is_folder(folder))
		return NULL;
	n_paths = session_list(session, folder, &paths);
	for (size_t i = 0; i < n_paths && n < LANGUAGES_MAX; i++) {
		const char *of = translation_original(arena, paths[i], &languages[n]);

		if (of != NULL && strcmp(of, original) == 0)
			n++;
	}
	return n == 0 ? NULL : text_join(arena, languages, n, "and");
}

/* Where the translation would stand, and which ones there are. */
static const char *say_remedy(struct session *session, const char *original,
                              const char *language)
{
	const char *languages = say_languages(session, original);
	const char *path = translation_path(session->arena, original, language);

	return arena_printf(session->arena, "%s%s%syou may begin one: %s, with some of the texts",
	                    languages == NULL ? "" : "there are translations into ",
	                    languages == NULL ? "" : languages, languages == NULL ? "" : "; ",
	                    path);
}

void translation_report(struct session *session, const struct translation *translation,
                        const char *original)
{
	const char *language = translation->language;

	if (translation->native)
		return;
	if (translation->path == NULL)
		diag_error(session->diag, (struct pos){NULL, 0, 0},
		           say_remedy(session, original, language),
		           "%s: there is no translation into '%s'", original, language);
	else if (translation->n_missing > 0)
		diag_warning(session->diag, translation->pos,
		             arena_printf(session->arena, "'waymark check --language %s %s' lists them",
		                          language, original),
		             "%zu of %zu texts are not translated into '%s'",
		             translation->n_missing, translation->n_texts, language);
}
