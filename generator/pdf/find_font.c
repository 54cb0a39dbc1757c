#include "pdf/find_font.h"

#include "base/arena.h"
#include "base/die.h"

static const FcChar8 *fc_text(const char *text)
{
	return (const FcChar8 *)text;
}

static FcPattern *new_pattern(const struct font_query *query)
{
	FcPattern *pattern = FcPatternCreate();

	if (pattern == NULL)
		die("out of memory");
	FcPatternAddString(pattern, FC_FAMILY, fc_text(query->family));
	if (query->style != NULL) {
		FcPatternAddString(pattern, FC_STYLE, fc_text(query->style));
	} else {
		FcPatternAddInteger(pattern, FC_WEIGHT, query->weight);
		FcPatternAddInteger(pattern, FC_SLANT, query->slant);
	}
	FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
	FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
	return pattern;
}

/* Whether one of the pattern's values (a font has names in several languages)
 * is `text`. */
static bool has_value(const FcPattern *pattern, const char *object, const char *text)
{
	FcChar8 *value;

	for (int i = 0; FcPatternGetString(pattern, object, i, &value) == FcResultMatch; i++)
		if (FcStrCmpIgnoreCase(value, fc_text(text)) == 0)
			return true;
	return false;
}

static bool read_match(const FcPattern *match, struct arena *arena,
                       const struct font_query *query, struct found_font *found)
{
	FcChar8 *file;
	int index;

	if (!has_value(match, FC_FAMILY, query->family))
		return false;
	if (query->style != NULL && !has_value(match, FC_STYLE, query->style))
		return false;
	if (FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch ||
	    FcPatternGetInteger(match, FC_INDEX, 0, &index) != FcResultMatch ||
	    FcPatternGetInteger(match, FC_WEIGHT, 0, &found->weight) != FcResultMatch ||
	    FcPatternGetInteger(match, FC_SLANT, 0, &found->slant) != FcResultMatch)
		return false;
	/* The upper half names an instance of a variable font. */
	if (index < 0 || index > 0xFFFF)
		return false;
	found->file = arena_strdup(arena, (const char *)file);
	found->index = (unsigned)index;
	return true;
}

bool find_font(FcConfig *config, struct arena *arena, const struct font_query *query,
               struct found_font *found)
{
	FcPattern *pattern = new_pattern(query), *match;
	FcResult result;
	bool is_found;

	if (!FcConfigSubstitute(config, pattern, FcMatchPattern))
		die("out of memory");
	FcDefaultSubstitute(pattern);
	match = FcFontMatch(config, pattern, &result);
	is_found = match != NULL && read_match(match, arena, query, found);
	if (match != NULL)
		FcPatternDestroy(match);
	FcPatternDestroy(pattern);
	return is_found;
}
