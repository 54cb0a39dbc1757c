/* An engagement: what one organisation has assessed, with whom, and which documents it wants.
 * Plain data, read by yaml/, carried out by `waymark build`. Paths are as they are written in
 * the file, to be seen from its folder; strings are NULL where nothing was said. */
#ifndef WAYMARK_ENGAGEMENT_H
#define WAYMARK_ENGAGEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/theme.h"

/* The documents that can be wanted of a framework. */
enum wanted {
	WANTED_WORKSHEET,
	WANTED_EXECUTIVE,
	WANTED_GROUP,
	WANTED_FACILITATOR,
	WANTED_INDIVIDUAL, /* one for each person */
	WANTED_WORKBOOK,
	WANTED_SCORES,     /* what `waymark score --format json` prints */
	WANTED_COUNT
};

/* How many people were asked to answer in a wave. */
struct invitation {
	const char *wave;
	size_t invited;
	struct pos pos;
};

/* The id of a benchmark of the framework. */
struct benchmark_choice {
	const char *id;
	struct pos pos;
};

/* One framework of an engagement. */
struct engagement_part {
	const char *framework; /* an id, or a path to its file or folder */
	const char **answers;  /* files and folders */
	size_t n_answers;
	struct invitation *waves;
	size_t n_waves;
	struct benchmark_choice *benchmarks; /* those that reports tell */
	size_t n_benchmarks;
	bool chooses;          /* these, or none of them; else all that there are */
	bool wanted[WANTED_COUNT];
	struct pos pos;
};

struct engagement {
	const char *title, *organisation;
	const char *wave;     /* the one that is reported, or NULL: the last */
	const char **segments; /* names, the most important first; none: no groups are shown */
	size_t n_segments;
	size_t minimum_group; /* 0: as the templates say */
	bool names;           /* individual reports show names; else codes only */
	const char *language; /* or NULL: those of the frameworks */
	enum paper paper;
	bool large;           /* large print */
	bool overview;        /* one summary page for all its frameworks, too */
	struct engagement_part *parts;
	size_t n_parts;
	struct pos pos;
};

extern const char *const wanted_names[WANTED_COUNT];

#endif
