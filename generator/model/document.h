/* A document as a tree of blocks: what it contains and what it means, not
 * where it stands.
 *
 * compose/ builds it, layout/ places it. A block's kind tells its meaning and
 * so its tags, bookmarks and form fields; nobody else invents any. Strings
 * are borrowed from the arena the document was built in.
 */
#ifndef WAYMARK_DOCUMENT_H
#define WAYMARK_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/calculation.h"
#include "model/figures.h"
#include "model/theme.h"

enum block_kind {
	/* containers */
	BLOCK_SHEET,     /* starts a page; has a head of its own */
	BLOCK_SECTION,   /* a part of a report: rule above, then its children */
	BLOCK_COLUMNS,   /* children side by side */
	BLOCK_KEEP,      /* children that stay on one page */
	/* text */
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_LIST,
	BLOCK_TABLE,
	BLOCK_CONTENTS,  /* what the document holds, and on which pages */
	/* worksheets */
	BLOCK_KEY,       /* how to mark, with example marks */
	BLOCK_MARKS,     /* one skill: its actions with + and - boxes, its counts */
	BLOCK_RATINGS,   /* one competency: statements with circles, its total */
	BLOCK_TOTALS,    /* add up the totals, find the band */
	BLOCK_TALLY,     /* counts of every skill */
	BLOCK_PROMPTS,   /* questions side by side, lines to write on */
	BLOCK_PLAN,      /* one category of the action plan */
	BLOCK_LINES,     /* lines to write on, to the foot of the page */
	BLOCK_ENTRIES,   /* a table to fill in: statements or blank rows, typed cells */
	BLOCK_FORM,      /* labelled boxes to fill in */
	BLOCK_STEPS,     /* a poster's steps: stages with their words */
	/* reports */
	BLOCK_LADDER,    /* stages along a scale, the position on it */
	BLOCK_BARS,      /* scores with their spread */
	BLOCK_RANKING,   /* strengths or gaps: statement, distribution, mean */
	BLOCK_DIVERGING, /* shares of - and + from a middle line */
	BLOCK_DOTS,      /* one person's answers on the group's */
	BLOCK_SQUARES,   /* a matrix of small squares: things done, under way, not begun */
	BLOCK_CHECKS,    /* lists side by side: reached or not yet */
	BLOCK_BULLETS,   /* from a baseline to a goal */
	BLOCK_TRENDS,    /* readings over time, a small chart each */
	BLOCK_PROGRESS,  /* a score over the waves, its stages behind it */
	BLOCK_DETAILS,   /* items one by one: distribution and figures */
	BLOCK_PANELS,    /* several scores over the waves, a small chart each */
	BLOCK_COUNT
};

/* Words for the foot of every page; {page}, {pages} and {code} are filled in
 * when the pages are counted. */
struct foot {
	const char *left, *middle, *right;
};

/* A page of a worksheet: register marks, code, a box to write in. */
struct sheet_head {
	const char *eyebrow, *title;
	const char *text;     /* one or two lines, or NULL */
	const char *write_in; /* label of the box, or NULL */
	const char *written;  /* what stands in the box already, or NULL */
	bool fill;            /* rows grow until the page is full, all its pages equally */
};

struct section_block {
	bool rule; /* a rule above it */
};

struct columns_block {
	const double *shares; /* of the width, one for each child; NULL: equal */
};

struct heading_block {
	int level; /* 1 the document's, 2 a section's, 3 below */
	const char *text;
	const char *aside; /* small words on the same line, right; or NULL */
	enum style style;
};

struct paragraph_block {
	const char *text;
	enum style style;
	double measure; /* share of the width it may use, 0 means all */
	bool keep;      /* on one page with the beginning of what follows */
};

struct list_item {
	const char *term; /* semibold, before the text; or NULL */
	const char *text;
};

struct list_block {
	bool numbered; /* else without marks */
	enum style style;
	struct list_item *items;
	size_t n_items;
};

enum align {
	ALIGN_LEFT,
	ALIGN_RIGHT,
	ALIGN_CENTRE
};

struct column {
	const char *head;
	double share; /* of the width */
	enum align align;
	enum style style;
};

struct table_row {
	const char **cells; /* one for each column, NULL is empty */
	bool group;         /* a heading row: semibold, rule above */
};

struct table_block {
	const char *caption; /* for those who cannot see it */
	struct column *columns;
	size_t n_columns;
	struct table_row *rows;
	size_t n_rows;
};

/* The bookmarks of the document, two levels deep. */
struct contents_block {
	const char *title;
	size_t least_pages; /* a document of fewer does without */
};

enum key_mark {
	KEY_NONE,
	KEY_PLUS,   /* + and a crossed box */
	KEY_MINUS,  /* - and a crossed box */
	KEY_CROSS,  /* a crossed box */
	KEY_CIRCLE, /* circle with the point's figure in it */
	KEY_FILLED  /* filled circle */
};

struct key_entry {
	enum key_mark mark;
	int figure; /* KEY_CIRCLE */
	const char *text;
	bool text_first; /* words before the mark */
	bool at_end;     /* flush right */
};

struct key_block {
	const char *lead; /* semibold words in front */
	struct key_entry *entries;
	size_t n_entries;
};

/* A thing to mark. */
struct answer_row {
	const char *id;    /* stable item id */
	const char *text;  /* full statement */
	const char **tips; /* tooltips: of + and of -, or of each point of the scale */
	int number;        /* running number, 0: none */
};

/* What is behind a box that a number is written in. */
struct number_box {
	const char *field, *tip; /* its field's name and tooltip */
	const struct calculation *calculation; /* NULL: only people know */
};

struct marks_block {
	const char *title, *text;
	const char *count_label; /* "Count" */
	struct number_box counts[2]; /* of + and of - */
	struct answer_row *rows;
	size_t n_rows;
};

struct ratings_block {
	const char *letter, *title;
	const char *low, *high;       /* words of the first and last point */
	const char *total_label;      /* "Total A" */
	const char *total_range;      /* "5 to 25" */
	struct number_box total;
	const int *points;
	size_t n_points;
	struct answer_row *rows;
	size_t n_rows;
};

struct stage {
	const char *id, *title, *limits; /* "50 to 59" */
	const char *tip;
};

struct totals_block {
	const char *add_title;   /* "Add the four totals" */
	const char **letters;    /* "A", "B", ... */
	struct number_box *sums; /* one for each of them */
	size_t n_letters;
	const char *overall_label;
	struct number_box overall;
	const char *stage_title; /* "Find your stage and mark it" */
	const char *stage_field;
	struct stage *stages;
	size_t n_stages;
};

struct tally_row {
	const char *group, *title; /* group: named on its first row */
	bool first;                /* first of its group */
	bool total;                /* the sum of all */
	struct number_box *boxes;  /* of mine, then of the group, or of each column */
	const char *talk_field, *talk_tip;
};

/* Marks: columns is NULL, the boxes are + and - of mine and of the group.
 * Ratings: mine and group_sum are NULL, one box for each of `columns` under
 * `columns_head`; without group_head the groups are headings above their rows. */
struct tally_block {
	const char *group_head, *title_head; /* "Competency", "Skill" */
	const char *mine, *group_sum, *talk; /* heads of the boxes; talk NULL: no such box */
	const char *columns_head;            /* over all columns, or NULL */
	const char **columns;                /* heads of the boxes */
	size_t n_columns;
	struct tally_row *rows;
	size_t n_rows;
};

struct prompts_block {
	const char *field; /* of the field's names, before the number */
	const char **texts;
	size_t n_texts;
	int n_lines; /* lines to write on below each; 0: to the foot */
	size_t n_columns; /* side by side */
	int first_number;
};

/* The cells of a row to write in, and their tooltips. */
enum plan_cell { PLAN_ACTION, PLAN_SECTION, PLAN_OWNER, PLAN_DUE, PLAN_CELL_COUNT };

struct plan_row {
	const char *tips[PLAN_CELL_COUNT];
};

struct plan_block {
	const char *id, *title, *text;
	const char *section_head, *owner_head, *due_head;
	const char *due_format;  /* yyyy-mm-dd, or NULL: in any form */
	const char **options;    /* what may stand in the second cell */
	size_t n_options;
	int first_number, n_rows;
	struct plan_row *rows;
};

struct lines_block {
	const char *title, *text; /* may be NULL */
	const char *field;
};

/* What people do in a cell. */
enum entry_kind {
	ENTRY_PRINTED, /* nothing: the words stand there */
	ENTRY_CHECK,   /* cross a box */
	ENTRY_CHOICE,  /* fill one circle; the options are heads of narrow columns */
	ENTRY_LINE,    /* fill one circle on a line whose ends have words */
	ENTRY_PICK,    /* write one of the options; on screen choose from them */
	ENTRY_TEXT,
	ENTRY_NUMBER,
	ENTRY_DATE,
	ENTRY_COUNT
};

struct entry_column {
	const char *head, *help; /* help: small words below the head, or NULL */
	enum entry_kind kind;
	double width;            /* in relation to the others; a check or choice takes what its
	                          * marks need */
	const char **options;    /* choice, line, pick: their words */
	const char **values;     /* and what a form says for each */
	size_t n_options;
	const char *format;      /* dates: yyyy-mm-dd, or NULL */
	bool words;              /* numbers: a unit or "none yet" may be written as well */
};

struct entry_cell {
	const char *text;  /* printed words; an example's; else NULL */
	const char *field; /* name of the form field; NULL: nothing to fill in here */
	const char *tip;   /* its tooltip */
	const char **tips; /* choice and line: one for each option */
};

struct entry_row {
	const char *number; /* in front of the row, or NULL */
	bool example;       /* in italic, nothing to fill in */
	struct entry_cell *cells; /* one for each column */
};

struct entries_block {
	const char *title, *text;   /* above the heads, may be NULL */
	const char *aside;          /* at the right of the title, or NULL */
	struct entry_column *columns;
	size_t n_columns;
	struct entry_row *rows;
	size_t n_rows;
	bool roomy;                 /* rows for handwriting in all cells, as high as there is room */
};

struct form_box {
	const char *label, *help; /* help may be NULL */
	struct entry_column entry; /* kind, options; width 1 is the whole line */
	struct entry_cell cell;
	size_t lines;             /* of handwriting; 0: as many as there is room for */
};

/* Boxes stand side by side while their widths add up to 1. */
struct form_block {
	const char *title, *text; /* may be NULL */
	struct form_box *boxes;
	size_t n_boxes;
};

struct poster_step {
	const char *number, *title, *limits; /* limits may be NULL */
	const char *text, *obstacle;         /* may be NULL */
};

struct steps_block {
	const char *obstacle_title;
	struct poster_step *steps; /* lowest first */
	size_t n_steps;
};

struct block {
	enum block_kind kind;
	struct block *children; /* containers only */
	size_t n_children;
	const char *bookmark;   /* in the outline, or NULL */
	const char *language;   /* of its texts when it is not the document's, or NULL */
	union {
		struct sheet_head sheet;
		struct section_block section;
		struct columns_block columns;
		struct heading_block heading;
		struct paragraph_block paragraph;
		struct list_block list;
		struct table_block table;
		struct contents_block contents;
		struct key_block key;
		struct marks_block marks;
		struct ratings_block ratings;
		struct totals_block totals;
		struct tally_block tally;
		struct prompts_block prompts;
		struct plan_block plan;
		struct lines_block lines;
		struct ladder_block ladder;
		struct bars_block bars;
		struct ranking_block ranking;
		struct diverging_block diverging;
		struct dots_block dots;
		struct entries_block entries;
		struct form_block form;
		struct steps_block steps;
		struct squares_block squares;
		struct checks_block checks;
		struct bullets_block bullets;
		struct trends_block trends;
		struct progress_block progress;
		struct panels_block panels;
		struct details_block details;
	};
};

/* What runs along every page. */
enum furniture {
	FURNITURE_WORKSHEET, /* register marks, QR code, foot */
	FURNITURE_REPORT     /* waymark and name above, foot */
};

struct document {
	const char *title, *subject, *language;
	const char *author; /* organisation, or NULL */
	enum furniture furniture;
	const char *head_left, *head_right; /* reports */
	struct foot foot;
	const char *code;    /* worksheets: "WM-SA20-1.0-K7Q4"; the sheet number follows */
	const char *framework, *version; /* worksheets */
	const char *copy;    /* worksheets of which there are several: "K7Q4"; or NULL */
	bool flat;           /* to print only: no fields */
	const char *bookmark; /* parent of the sheets' bookmarks, or NULL */
	enum paper paper;
	bool landscape;
	const struct theme *theme;
	struct block *blocks;
	size_t n_blocks;
};

extern const char *const block_names[BLOCK_COUNT];

#endif
