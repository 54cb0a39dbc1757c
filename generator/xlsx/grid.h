/* One sheet of a workbook as plain data, before any library sees it.
 *
 * Sheets are filled in the parent process, where problems can be recorded;
 * write.c puts them into a file, verify.c compares the file with them. Rows
 * and columns count from 0.
 */
#ifndef WAYMARK_GRID_H
#define WAYMARK_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "model/theme.h"

struct arena;

/* How a cell looks: one of NUMBER_*, and any of LOOK_*. */
enum {
	NUMBER_PLAIN,
	NUMBER_COUNT,  /* 0 */
	NUMBER_NET,    /* +0 */
	NUMBER_MEAN,   /* 0.0 */
	NUMBER_RATIO,  /* 0.00 */
	NUMBER_SIGNED, /* +0.00 */
	NUMBER_SHARE,  /* 0% */
	NUMBER_DATE,   /* yyyy-mm-dd */
	NUMBER_TEXT,   /* what is typed in stays text, whatever it looks like */
	NUMBER_KINDS,
	NUMBER_MASK = 0xf,
	LOOK_BOLD = 0x10,
	LOOK_TITLE = 0x20,
	LOOK_NOTE = 0x40,
	LOOK_HEAD = 0x80,    /* column head: bold, wrapped, line below */
	LOOK_RIGHT = 0x100,
	LOOK_CENTRE = 0x200,
	LOOK_FAINT = 0x400,  /* what stands in the row above already */
	LOOK_INPUT = 0x800,  /* a cell to type in */
	LOOK_WRAP = 0x1000,
	LOOK_TOTAL = 0x2000, /* line above */
	LOOK_INDENT = 0x4000,
	LOOK_SPILL = 0x8000, /* text that may run over the cells to its right */
	LOOK_TOP = 0x10000,  /* beside cells of several lines; grid_finish sets it */
	LOOK_FILTER = 0x20000, /* a head with the button of a filter; the same */
	LOOK_LEFT = 0x40000,   /* numbers and days that stand as words do */
	LOOK_RULED = 0x80000,  /* thin lines around it */
	LOOK_MIDDLE = 0x100000 /* in rows of forms; grid_finish sets it */
};

/* What a sheet of the file format holds. */
enum { GRID_ROWS_MAX = 1048576, GRID_COLUMNS_MAX = 16384 };

struct spot {
	size_t row, column;
	unsigned look;
};

enum cell_kind {
	CELL_EMPTY, /* only its look */
	CELL_NUMBER,
	CELL_TEXT,
	CELL_FORMULA
};

/* A formula's cached value is `number`, or `text` when that is not NULL. */
struct cell {
	struct spot spot;
	enum cell_kind kind;
	double number;
	const char *text;
	const char *formula; /* without the sign of equality */
};

/* A rectangle; both ends are inside. */
struct area {
	size_t top, left, bottom, right;
};

/* Bars of the cells' values from nought to a fixed limit, or to the highest
 * value where that is NAN, behind the figures or in their place. */
struct bars {
	struct area area;
	enum colour colour;
	double high;
	bool figures; /* are seen */
};

/* Cells that turn bold, `boxed` ones with a thin frame, where a formula
 * (written for the first cell) holds. */
struct emphasis {
	struct area area;
	const char *formula;
	bool boxed;
};

enum limits_kind {
	LIMITS_WHOLE,  /* whole numbers from low to high */
	LIMITS_LIST,   /* one of the cells that `source` names */
	LIMITS_FORMULA, /* what lets the formula `source`, written for the first cell, hold */
	LIMITS_ANY     /* everything; there is only a prompt */
};

/* What may be typed in; an empty cell always may. */
struct limits {
	struct area area;
	enum limits_kind kind;
	int low, high;
	const char *source;
	const char *message;       /* where something else is typed in */
	const char *title, *prompt; /* shown as long as the cell is chosen; NULL: nothing is */
};

/* Letters that spreadsheets have room for in them. */
enum { MESSAGE_MAX = 255, PROMPT_TITLE_MAX = 32 };

struct width {
	double least, most; /* points; 0: the program's own */
};

struct grid {
	struct arena *arena;
	const char *name;
	struct cell *cells; /* by row and column once grid_finish was called */
	size_t n_cells;
	struct width *widths; /* [n_widths], by column */
	size_t n_widths;
	double *heights; /* [n_heights], by row in points; 0: the program's own */
	size_t n_heights;
	struct bars *bars;
	size_t n_bars;
	struct emphasis *emphases;
	size_t n_emphases;
	struct limits *limits;
	size_t n_limits;
	size_t frozen_rows, frozen_columns;
	size_t n_print_columns; /* those beyond are not printed; 0: all are */
	size_t print_top, print_left; /* first row and column that are printed */
	bool has_table;         /* `table` is one, else a filter where it has rows */
	struct area table;
	bool plain;             /* without grid lines */
	bool current;           /* the sheet that opens first */
	bool wide;              /* not squeezed to the width of the paper */
	double row_height;      /* of every row at least, in points; 0: the program's own */
	bool locked;            /* only cells with LOOK_INPUT may be changed; no password */
};

void grid_text(struct grid *grid, struct spot spot, const char *text);

/* NAN leaves the cell empty. */
void grid_number(struct grid *grid, struct spot spot, double number);
void grid_empty(struct grid *grid, struct spot spot);

/* A formula with the number that it must come to; NAN means empty text,
 * which is how a formula says "cannot be said": averages, quartiles and
 * counts pass over it, sums of ranges too. */
void grid_formula(struct grid *grid, struct spot spot, double cached, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void grid_formula_text(struct grid *grid, struct spot spot, const char *cached,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* In place of the figures. */
void grid_bars(struct grid *grid, struct area area, enum colour colour, double high);

/* Of shares, behind them. */
void grid_share_bars(struct grid *grid, struct area area);
void grid_emphasis(struct grid *grid, struct area area, const char *formula, bool boxed);
void grid_limits(struct grid *grid, const struct limits *limits);

/* A prompt for the cells that the last limits are for, or for others, which may
 * hold anything. What is too long is cut. */
void grid_prompt(struct grid *grid, struct area area, const char *title, const char *prompt);

/* A column is as wide as its longest text, within these limits in points;
 * `most` 0 means as wide as `least`, or as the longest word of its head. */
void grid_width(struct grid *grid, size_t column, double least, double most);

/* Sorts the cells and settles widths and heights by the theme's type, as
 * well as one can without the fonts: not every program measures again. Two
 * cells at one place are a mistake of ours. */
void grid_finish(struct grid *grid, const struct theme *theme);

/* The type of a cell. */
enum style look_style(unsigned look);

/* "B4" and "$B$4"; "$B4:$D9" and so on are made of them. */
char *place_name(struct arena *arena, size_t row, size_t column);
char *fixed_name(struct arena *arena, size_t row, size_t column);

/* "$B$4:$D$9" */
char *area_name(struct arena *arena, struct area area);

#endif
