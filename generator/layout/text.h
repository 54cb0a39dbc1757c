/* Text set into lines: shaping through the metrics, breaks after UAX 14,
 * fallback fonts and both directions within a line, balanced headlines. A text of NULL is empty. */
#ifndef WAYMARK_LAYOUT_TEXT_H
#define WAYMARK_LAYOUT_TEXT_H

#include "layout/strip.h"

struct line {
	struct run *runs; /* in the order of the text */
	size_t n_runs;
	double *lefts; /* of the runs, from the left end of the line, points */
	double width; /* points, without spaces at its end */
};

struct lines {
	struct line *lines;
	size_t n_lines; /* 0 for an empty text */
	enum style style;
	double width;  /* of the widest line */
	double height; /* n_lines leadings */
};

/* Sets `text` (newlines force breaks) within `width`; a word that is wider is
 * broken between characters, nothing is cut or shrunk. A soft hyphen is seen
 * only where a line ends at it. text_set leaves lines
 * ragged, text_balance keeps their number and narrows the measure in steps of
 * 4 points (not below 60 %) until the last line is at least 45 % of the
 * longest. */
struct lines text_set(struct layout *layout, enum style style, const char *text, double width);
struct lines text_balance(struct layout *layout, enum style style, const char *text,
                          double width);

/* Width of text on one line, points. */
double text_width(struct layout *layout, enum style style, const char *text);

/* Width that no word of a text needs more than, points. */
double text_widest_word(struct layout *layout, enum style style, const char *text);

double style_leading(const struct layout *layout, enum style style);

/* From the top of a line's leading to its baseline, so that capitals stand in the middle of it. */
double style_ascent(const struct layout *layout, enum style style);

/* Height of a capital letter, points. */
double style_cap_height(const struct layout *layout, enum style style);

/* Where words go: aligned within `width` from x. */
struct place {
	double x, y, width;
	enum align align;
};

/* Places whose x is the left edge, the right edge or the middle of the words. */
struct place flush_left(double x, double y);
struct place flush_right(double x, double y);
struct place centred(double x, double y);

/* Places lines; y is the top of the first line's leading. place_line places
 * one of them; y is the top of its own leading. */
void place_lines(struct layout *layout, const struct lines *lines, struct place place);
void place_line(struct layout *layout, const struct lines *lines, size_t line,
                struct place place);

/* The runs of a line from its left end on. */
struct lettering;
void place_runs(struct layout *layout, const struct line *line, struct lettering lettering);

/* One line in a style and, when not COLOUR_NONE, another colour; y is its
 * baseline. Returns its width. */
double place_text(struct layout *layout, enum style style, enum colour colour, const char *text,
                  struct place place);

/* One line that nobody sees: for those who hear the page, where a drawing says
 * the same. It takes no more than the place's width, when that is not 0. */
void place_unseen(struct layout *layout, const char *text, struct place place);

#endif
