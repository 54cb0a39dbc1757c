/* A paragraph shaped once: where it may break and how wide each of its bytes
 * is, so that lines of any measure are cut from it without shaping again. */
#ifndef WAYMARK_SETTING_H
#define WAYMARK_SETTING_H

#include "layout/text.h"

struct setting {
	const char *text;
	size_t length;
	double size;          /* of the type, points */
	struct run *runs;     /* each in one font and of one level */
	size_t n_runs;
	struct run *hyphen;   /* NULL when there is no soft hyphen */
	uint8_t level;        /* of the paragraph: 1 runs from right to left */
	char *breaks;         /* TEXT_BREAK_* before byte i */
	bool *starts;         /* a cluster starts at byte i */
	double *edges;        /* length + 1: width of all before byte i, points */
};

/* A line as a part of a setting's text. */
struct cut {
	const struct setting *setting;
	size_t from, to;
	bool hyphen;  /* ends at a soft hyphen, which is shown */
	double width; /* points, without spaces at its end */
};

/* The text has no newlines. */
struct setting setting_shape(struct layout *layout, enum style style, const char *text,
                             size_t length);

/* The end of text[from, to) without spaces. */
size_t setting_trim(const struct setting *setting, size_t from, size_t to);

/* Width of the line text[from, to), of its hyphen when it would end in one. */
double setting_width(const struct setting *setting, size_t from, size_t to);
double setting_hyphen_width(const struct setting *setting, size_t to);

struct line setting_line(struct arena *arena, const struct cut *cut);

#endif
