/* Font files by family, found with fontconfig. */
#ifndef WAYMARK_PDF_FIND_FONT_H
#define WAYMARK_PDF_FIND_FONT_H

#include <fontconfig/fontconfig.h>
#include <stdbool.h>

struct arena;

struct font_query {
	const char *family;
	const char *style; /* NULL: the style nearest to weight and slant */
	int weight, slant; /* fontconfig's numbers */
};

struct found_font {
	const char *file;
	unsigned index; /* within a collection */
	int weight, slant;
};

/* False when the family, or its style, is not installed; a relative that
 * fontconfig would put in its place does not count. */
bool find_font(FcConfig *config, struct arena *arena, const struct font_query *query,
               struct found_font *found);

#endif
