/* How documents look: fonts, colours, type styles and measures, all from a
 * YAML file. No colour, size or font name lives in C; C knows only the names
 * below. Measures are in points. */
#ifndef WAYMARK_THEME_H
#define WAYMARK_THEME_H

#include <stddef.h>

#include "base/diag.h"

enum paper {
	PAPER_LETTER,
	PAPER_A4,
	PAPER_COUNT
};

enum face {
	FACE_REGULAR,
	FACE_ITALIC,
	FACE_SEMIBOLD,
	FACE_BOLD,
	FACE_COUNT
};

enum colour {
	COLOUR_INK,         /* text, rules, "you" */
	COLOUR_INK2,        /* secondary text, spread */
	COLOUR_INK3,        /* axis figures, outlines */
	COLOUR_PAPER,       /* white; gaps and rims */
	COLOUR_BLUE,        /* strength, +, the group, the current stage */
	COLOUR_BLUE2,       /* under way */
	COLOUR_BAND,        /* stage steps, bubbles of people */
	COLOUR_TINT,        /* track behind a bar */
	COLOUR_ORANGE,      /* gap, -; fills only */
	COLOUR_ORANGE_TEXT, /* the same in words */
	COLOUR_BLANK,       /* not answered */
	COLOUR_RULE,        /* context lines */
	COLOUR_GRID,        /* row and axis lines */
	COLOUR_WASH,        /* a flagged row */
	COLOUR_COUNT
};

enum style {
	STYLE_SCORE,     /* overall score */
	STYLE_TITLE,     /* sheet title */
	STYLE_HEADLINE,  /* report headline */
	STYLE_VALUE,     /* mean of a strength or gap; end value of a chart */
	STYLE_SECTION,   /* section, skill, stage name */
	STYLE_BODY,      /* statements, table text, paragraphs */
	STYLE_NAME,      /* body, semibold: names, heads in a row */
	STYLE_LEAD,      /* below a headline, secondary */
	STYLE_NOTE,      /* sheet description, instruction line */
	STYLE_NOTE_BOLD,
	STYLE_LABEL,     /* column heads, descriptions */
	STYLE_LABEL_BOLD,
	STYLE_SMALL,     /* axis figures, key, foot */
	STYLE_SMALL_BOLD,
	STYLE_EXAMPLE,   /* italic, a filled-in example */
	STYLE_COUNT
};

struct type {
	enum face face;
	double size, leading;
	enum colour colour;
};

/* Measures that a theme gives, in points; the comment tells what is measured. */
enum size {
	SIZE_SIDE_LETTER, SIZE_SIDE_A4, SIZE_TOP, SIZE_FOOT, /* margins of the block */
	SIZE_FOOT_LINE,      /* baseline of the foot above the paper's edge */
	SIZE_UNIT,           /* spacing unit */
	SIZE_GAP,            /* heading to its content */
	SIZE_SECTION_GAP,    /* between sections */
	SIZE_GUTTER,         /* between columns of blocks */
	SIZE_RULE_HEAVY, SIZE_RULE, SIZE_RULE_LIGHT, /* line widths */
	SIZE_DASH_WIDTH,     /* dotted row rule of worksheets */
	SIZE_REGISTER, SIZE_REGISTER_EDGE, SIZE_REGISTER_LINE, /* register marks */
	SIZE_QR_MODULE, SIZE_QR_QUIET,
	SIZE_HEAD,           /* height of a sheet's head */
	SIZE_WRITE_IN_WIDTH, SIZE_WRITE_IN_HEIGHT,
	SIZE_SIGN, SIZE_SIGN_LINE,       /* drawn + and - */
	SIZE_BOX, SIZE_BOX_LINE, SIZE_BOX_PITCH,
	SIZE_CIRCLE, SIZE_CIRCLE_LINE, SIZE_CIRCLE_PITCH,
	SIZE_COUNT_WIDTH, SIZE_COUNT_HEIGHT,
	SIZE_TALLY_WIDTH, SIZE_TALLY_HEIGHT,
	SIZE_TOTAL_WIDTH, SIZE_TOTAL_HEIGHT,
	SIZE_OVERALL_WIDTH, SIZE_OVERALL_HEIGHT,
	SIZE_ROW_MIN, SIZE_ROW_MAX,      /* row of an action */
	SIZE_RATING_ROW, SIZE_RATING_ROW_TWO, /* one and two lines */
	SIZE_TALLY_ROW,
	SIZE_WRITE_ROW,      /* smallest row to write in */
	SIZE_WRITE_LINE,     /* distance of lines to write on */
	SIZE_BAR, SIZE_BAR_ROW,          /* competency bars */
	SIZE_SPREAD,                     /* bar of the middle half */
	SIZE_STEP_LOW, SIZE_STEP_HIGH,   /* stage ladder */
	SIZE_POINTER,        /* width of the waymark */
	SIZE_RING,           /* one person on the ladder */
	SIZE_HISTOGRAM_BAR, SIZE_HISTOGRAM_HIGH,
	SIZE_DIVERGING_BAR, SIZE_DIVERGING_ROW,
	SIZE_DOT_ROW, SIZE_DOT, SIZE_BUBBLE,
	SIZE_COUNT
};

/* A colour as the screen has it, 0 to 1 each. */
struct rgb {
	double r, g, b;
};

struct theme {
	const char *id;
	const char *family;            /* font family */
	const char *family_files[FACE_COUNT]; /* fontconfig style of each face */
	const char **fallbacks;        /* families to try for missing glyphs */
	size_t n_fallbacks;
	struct rgb colours[COLOUR_COUNT];
	struct type styles[STYLE_COUNT];
	double sizes[SIZE_COUNT];
	struct pos pos;
};

extern const char *const colour_names[COLOUR_COUNT];
extern const char *const style_names[STYLE_COUNT];
extern const char *const size_names[SIZE_COUNT];
extern const char *const face_names[FACE_COUNT];
extern const char *const paper_names[PAPER_COUNT];

/* Width and height of a paper in points (ISO 216, ANSI). */
struct paper_size {
	double width, height;
};
extern const struct paper_size paper_sizes[PAPER_COUNT];

#endif
