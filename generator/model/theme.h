/* How documents look: fonts, colours, type styles and measures, all from a
 * YAML file. No colour, size or font name lives in C; C knows only the names
 * below. Measures are in points. */
#ifndef WAYMARK_THEME_H
#define WAYMARK_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum paper {
	PAPER_LETTER,
	PAPER_A4,
	PAPER_TABLOID,
	PAPER_A3,
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
	STYLE_FIGURE,    /* where a measure stands now */
	STYLE_SECTION,   /* section, skill, stage name */
	STYLE_BODY,      /* statements, table text, paragraphs */
	STYLE_ROW,       /* body, closer: statements in rows */
	STYLE_NAME,      /* body, semibold: names, heads in a row */
	STYLE_LEAD,      /* below a headline, secondary */
	STYLE_NOTE,      /* instructions, remarks */
	STYLE_NOTE_BOLD,
	STYLE_KEY,       /* sheet description, line that shows how to mark */
	STYLE_KEY_BOLD,
	STYLE_LABEL,     /* column heads, descriptions */
	STYLE_LABEL_BOLD,
	STYLE_SMALL,     /* axis figures, key, foot */
	STYLE_SMALL_BOLD,
	STYLE_FOOT,      /* foot of a page */
	STYLE_FOOT_BOLD,
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
	SIZE_SIDE_LETTER, SIZE_SIDE_A4, SIZE_SIDE_TABLOID, SIZE_SIDE_A3,
	SIZE_SIDE_LANDSCAPE, SIZE_TOP, SIZE_FOOT, /* margins of the block */
	SIZE_FOOT_LINE,      /* baseline of the foot above the paper's edge */
	SIZE_UNIT,           /* spacing unit */
	SIZE_GAP,            /* heading to its content */
	SIZE_SECTION_GAP,    /* between sections */
	SIZE_GUTTER,         /* between columns of blocks */
	SIZE_RULE_HEAVY, SIZE_RULE, SIZE_RULE_LIGHT, /* line widths */
	SIZE_DASH_WIDTH,     /* row rule of worksheets, dotted unless there is a switch */
	SIZE_KEY_CIRCLE,
	SIZE_ROW_ONE,        /* least height of an action of one line; row-min: of two */
	SIZE_TALLY_PEOPLE,   /* how many of them stand side by side: no measure */
	SIZE_HATCH_LINE, SIZE_HATCH_PITCH, /* of fills that are not solid */
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
	/* furniture, text and worksheets */
	SIZE_REPORT_HEAD,        /* height of a report's running head */
	SIZE_REPORT_HEAD_LINE,   /* its baseline, from the top */
	SIZE_REPORT_HEAD_RULE,   /* its rule, from the top */
	SIZE_EYEBROW_LINE,       /* baselines of a sheet's head, from the top */
	SIZE_TITLE_LINE,
	SIZE_TEXT_LINE,
	SIZE_WRITE_IN_GAP,       /* between the box to write in and the code */
	SIZE_SECTION_HEAD,       /* section rule to the baseline of its heading */
	SIZE_RULE_SECTION,       /* line width of that rule */
	SIZE_RULE_MEDIUM,        /* above rows to write in */
	SIZE_CELL_GAP,           /* between columns of a table */
	SIZE_CELL_PAD,           /* above and below the text of a table's row */
	SIZE_LIST_INDENT,        /* at least so much for the numbers of a list */
	SIZE_KEY_HEIGHT,         /* line that shows how to mark */
	SIZE_KEY_BOX,            /* box in it */
	SIZE_SIGN_GAP,           /* from the middle of a sign to its box */
	SIZE_SKILL_COLUMN,       /* left column of a skill: width */
	SIZE_SKILL_TEXT,         /* and measure of its text */
	SIZE_COUNT_PITCH,
	SIZE_COUNT_PAD,          /* below the count boxes */
	SIZE_RATING_HEAD,        /* line with the name above rating rows */
	SIZE_RATING_FOOT,        /* below the last rating row */
	SIZE_RATING_ROW_MAX,
	SIZE_RATING_INDENT,      /* running number to statement */
	SIZE_BRACKET,            /* depth of the bracket that ties rows to their total */
	SIZE_BRACKET_GAP,        /* from the last circle to the bracket */
	SIZE_BRACKET_ARM,        /* from the bracket to the total */
	SIZE_STAGE_CIRCLE,       /* circle before the name of a stage */
	SIZE_STAGE_PITCH,        /* from stage to stage, downwards */
	SIZE_TALLY_HEAD,         /* heads of the tally's columns */
	SIZE_TALLY_TITLE,        /* left edge of its titles */
	SIZE_TALLY_ROW_MAX,
	SIZE_TALLY_COLUMN,       /* box of a tally with many columns */
	SIZE_TALLY_PAD,          /* below the last row of a group */
	SIZE_TALLY_GAP,          /* between the two boxes of a pair */
	SIZE_TALLY_GROUP_GAP,    /* between the pairs */
	SIZE_TALK_GAP,           /* between the last pair and the box flush right */
	SIZE_PLAN_HEAD,          /* heading line of the action plan */
	SIZE_PLAN_GAP,           /* between its categories */
	SIZE_PLAN_NUMBER,        /* widths of its columns */
	SIZE_PLAN_SECTION,
	SIZE_PLAN_OWNER,
	SIZE_PLAN_DUE,
	SIZE_WRITE_ROW_MAX,
	SIZE_LINES_LEAST,        /* least room that is worth lines to write on */
	SIZE_ENTRY_ROW, SIZE_ENTRY_ROW_MAX, /* row to write in by hand, in all its cells */
	SIZE_OPTION_GAP,         /* between the words of options side by side */
	SIZE_FORM_GAP,           /* between the boxes of a form */
	SIZE_STAIR_LINE,         /* line width of a poster's stairs */
	SIZE_STAIR_RISE, SIZE_STAIR_RISE_MAX, /* from step to step, upwards */
	SIZE_STAIR_RUN,          /* from step to step, aside, where they lie below each other */
	SIZE_STAIR_PAD,          /* around the words of a step */
	/* charts */
	SIZE_BAR, SIZE_BAR_ROW,          /* competency bars */
	SIZE_SPREAD,                     /* bar of the middle half */
	SIZE_STEP_LOW, SIZE_STEP_HIGH,   /* stage ladder */
	SIZE_POINTER,        /* width of the waymark */
	SIZE_RING,           /* one person on the ladder */
	SIZE_HISTOGRAM_BAR, SIZE_HISTOGRAM_HIGH,
	SIZE_DIVERGING_BAR, SIZE_DIVERGING_ROW,
	SIZE_DOT_ROW, SIZE_DOT, SIZE_BUBBLE,
	/* charts: what they share */
	SIZE_FIGURE_GAP,     /* between columns of figures */
	SIZE_LABEL_GAP,      /* from a mark to the words beside it */
	SIZE_KEY_MARK, SIZE_KEY_GAP,     /* width of a key's mark, gap between its entries */
	SIZE_TAG_HEIGHT, SIZE_TAG_RADIUS,
	SIZE_TRACK_DASH,     /* dash and gap of a withheld row's track, whole points */
	SIZE_RIM,            /* white around a mark that lies on another */
	/* charts: each kind */
	SIZE_STEP_GAP, SIZE_STEP_HIGH_SMALL,
	SIZE_LADDER_POINTER, SIZE_LADDER_POINTER_SMALL, SIZE_POINTER_GAP,
	SIZE_RING_PITCH, SIZE_RINGS_HIGH, /* stacked rings, the highest stack */
	SIZE_BAR_TITLE,      /* width of the titles beside bars */
	SIZE_BAR_TOP, SIZE_SPREAD_DOWN,  /* row to bar; middle of the bar to its spread */
	SIZE_SPREAD_LINE,    /* lowest to highest */
	SIZE_TICK_WIDTH, SIZE_TICK_HEIGHT,
	SIZE_HISTOGRAM_GAP,
	SIZE_RANKING_ROW, SIZE_RANKING_BASE, SIZE_RANKING_LEADING, /* base: row to base line */
	SIZE_DETAIL_ROW, SIZE_DETAIL_HIGH, /* items one by one: row, column that is all people */
	SIZE_BLANK_BAR,
	SIZE_DOT_PITCH, SIZE_DOT_LEADING, SIZE_DOT_JOIN,
	SIZE_DOT_TICK_WIDTH, SIZE_DOT_TICK_HEIGHT,
	SIZE_SQUARE, SIZE_SQUARE_PITCH,  /* a thing done or to do */
	SIZE_SQUARES_TITLE,  /* width of the titles beside squares or lists of checks */
	SIZE_SQUARES_COLUMN, /* a column is no wider, unless its squares need it */
	SIZE_SQUARES_ROW, SIZE_SQUARES_BAR,
	SIZE_CHECK, SIZE_CHECK_INDENT, SIZE_CHECK_LEADING,
	SIZE_BULLET_TRACK,   /* from the baseline to the goal */
	SIZE_BULLET_ROOM,    /* for what is worse than the baseline */
	SIZE_BULLET_END,     /* from the goal to what stands beside the track */
	SIZE_BULLET_HIGH, SIZE_BULLET_BAR, /* heights of the track and the bar on it */
	SIZE_BULLET_TICK_WIDTH, SIZE_BULLET_TICK_HEIGHT, SIZE_BULLET_START, /* goal; baseline */
	SIZE_BULLET_POINTER, SIZE_BULLET_ROW,
	SIZE_BULLET_TOP, SIZE_BULLET_MIDDLE, /* row to its words, to the middle of its track */
	SIZE_STANDING, SIZE_STANDING_COLUMN,
	SIZE_TREND_LEAST, SIZE_TREND_HIGH, /* a small chart: least width, height */
	SIZE_TREND_LINE, SIZE_TREND_POINT, SIZE_TREND_GOAL,
	SIZE_PROGRESS_HIGH,              /* a score over the waves: height of its plot */
	SIZE_PROGRESS_LINE, SIZE_PROGRESS_POINT, SIZE_PROGRESS_SPREAD,
	SIZE_PANEL_LEAST, SIZE_PANEL_HIGH, /* the same of a part: least width, height */
	SIZE_PANEL_LINE, SIZE_PANEL_POINT,
	SIZE_CELL_COUNT, SIZE_CELL_NUMBER, SIZE_CELL_BAR, /* columns of a workbook */
	SIZE_CELL_TEXT,                  /* the widest column of text before it wraps */
	SIZE_CELL_ROW,                   /* least height of rows of forms */
	SIZE_COUNT
};

/* What a theme turns on; all is off where it does not say so. */
enum toggle {
	TOGGLE_SOLID_ROWS,      /* row rules of worksheets are solid */
	TOGGLE_TOTALS_BELOW,    /* totals and counts stand below their rows, names above */
	TOGGLE_WRITE_IN_BELOW,  /* the box for a name stands below a sheet's title */
	TOGGLE_CHART_PAGES,     /* one chart on a page */
	TOGGLE_STACKED_COLUMNS, /* what stands side by side stands below each other */
	TOGGLE_COUNT
};

/* How the large shapes of a chart are filled with a colour. */
enum fill {
	FILL_SOLID,
	FILL_HATCH,   /* an outline and lines that rise to the right */
	FILL_OUTLINE, /* with paper in it */
	FILL_COUNT
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
	enum fill fills[COLOUR_COUNT];
	bool toggles[TOGGLE_COUNT];
	const char *sheet_mark; /* stands after the version in the codes of sheets; or NULL */
	struct pos pos;
};

extern const char *const colour_names[COLOUR_COUNT];
extern const char *const style_names[STYLE_COUNT];
extern const char *const size_names[SIZE_COUNT];
extern const char *const toggle_names[TOGGLE_COUNT];
extern const char *const fill_names[FILL_COUNT];
extern const char *const face_names[FACE_COUNT];
extern const char *const paper_names[PAPER_COUNT];

/* Width and height of a paper in points (ISO 216, ANSI). */
struct paper_size {
	double width, height;
};
extern const struct paper_size paper_sizes[PAPER_COUNT];

/* How far two colours can be told apart, 1 to 21 (WCAG 2.2, contrast ratio). */
double colour_contrast(struct rgb a, struct rgb b);

#endif
