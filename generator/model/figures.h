/* The figures of reports, as blocks of a document: what they show, not how
 * they are drawn. All have their finding and their numbers in words too. */
#ifndef WAYMARK_FIGURES_H
#define WAYMARK_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/theme.h"

struct table_block;

/* What a figure says in words, and the numbers as a table: for those who
 * cannot see it. */
struct figure_words {
	const char *finding;
	struct table_block *numbers; /* may be NULL */
};

/* A place on a scale with its label: "You 57", "Group 62.7". */
struct pointer {
	double value;
	const char *label; /* figure in words, ready to print */
	const char *note;  /* small words beside it, lines parted by \n; or NULL */
	enum colour colour;
	bool hollow;       /* not placed for sure */
	int step;          /* of a ladder, that it stands on; -1: none */
};

struct ladder_step {
	double from, to; /* where the step starts and ends on the axis */
	const char *title, *from_label;
	bool current;
};

struct ladder_block {
	struct figure_words words;
	double low, high;
	const char *low_label, *high_label;
	struct ladder_step *steps;
	size_t n_steps;
	struct pointer *pointers; /* the first one is the large one when it is alone */
	size_t n_pointers;
	const char *rings_label;
	const double *rings; /* one value a person, or NULL */
	size_t n_rings;
	bool small; /* lower steps, small labels: the individual page */
};

struct bar {
	const char *title;
	double value;                    /* NAN: withheld; `note` says why */
	double min, lower, upper, max;   /* NAN: not shown */
	double own;                      /* one value beside the bar's as a tick, or NAN */
	double peer;                     /* what a study found elsewhere, or NAN */
	const char *figure;              /* the value in words */
	const char *extra;               /* second column, or NULL */
	const char *note;                /* instead of a bar, or NULL */
	const char *tag;                 /* outlined beside the title: "Few answers"; or NULL */
};

struct bars_block {
	struct figure_words words;
	const char *title; /* heading on the line of the column heads, or NULL */
	const char *value_head, *extra_head; /* extra_head NULL: no such column */
	double low, high;
	double base; /* where bars begin: low, or 0 when scores are on both sides of it */
	const double *ticks;
	const char **tick_labels;
	size_t n_ticks;
	struct bar *bars;
	size_t n_bars;
	const char *key_mean, *key_spread, *key_own, *key_peer; /* NULL: not in the key */
};

struct ranked {
	const char *text;
	const char *figure;   /* mean, ready to print */
	const double *shares; /* people at each point, 0 to 1; NULL when n_points is 0 */
};

struct ranking_block {
	struct figure_words words;
	/* "Three strengths", "1 ... 5", "Mean"; the block draws the rule above its title */
	const char *title, *scale_head, *value_head;
	int level; /* of the title's heading; 0 as 2 */
	enum colour colour;
	struct ranked *rows;
	size_t n_rows;
	size_t n_points; /* 0: too few people to show distributions */
	const char *empty; /* said when there are no rows */
};

enum { DETAIL_FIGURES = 4 };

struct detail_row {
	const char *text;
	bool group;               /* heads the rows below it */
	const double *shares;     /* people at each point, 0 to 1; NULL: not drawn */
	const char *distribution; /* the same in words, for those who hear it */
	const char *figures[DETAIL_FIGURES]; /* NULL is empty */
	bool flagged;
	const char *note;         /* why the figures are withheld, or NULL */
};

struct details_block {
	struct figure_words words; /* finding: what the table tells */
	const char *title, *aside; /* the block draws the rule above its title */
	const char *text_head, *scale_head, *figure_heads[DETAIL_FIGURES];
	const char *flag;          /* "Split" */
	size_t n_points;           /* 0: no distributions */
	size_t n_figures;
	bool signs;                /* the points are -, blank and + */
	struct detail_row *rows;   /* none: nothing but the title */
	size_t n_rows;
};

struct diverging_row {
	const char *title, *group;
	double minus, plus, blank; /* shares, 0 to 1; NAN: withheld */
	bool flagged;
	const char *note; /* why a row is withheld, or NULL */
};

struct diverging_block {
	struct figure_words words;
	const char *title_head, *group_head, *minus_head, *plus_head, *blank_head;
	const char *flag;       /* "Split" */
	const char *note_left, *note_right;
	struct diverging_row *rows;
	size_t n_rows;
};

/* One person's answer over the group's, on the points of a scale. */
struct dots_row {
	const char *text;
	bool group;            /* a heading row with totals, no dots */
	const double *shares;  /* people at each point, NULL: not shown */
	const char *group_figure, *own_figure; /* NULL: none */
	double group_value, own_value;         /* in points of the scale, NAN: none */
	bool apart;            /* a full point or more: joined and semibold */
	size_t depth;          /* headings that it is set in below, where these are nested */
};

struct dots_block {
	struct figure_words words;
	const char *text_head, *group_head, *own_head;
	const int *points;
	const char **point_labels;
	size_t n_points;
	double largest;        /* share that a bubble of full size stands for, or key_shares[1] */
	struct dots_row *rows;
	size_t n_rows;
	const char *key_own, *key_group, *key_people, *key_apart; /* NULL: not in the key */
	double key_shares[2]; /* what the two bubbles of key_people stand for; 0: not drawn */
};

enum square {
	SQUARE_DONE,
	SQUARE_STARTED,
	SQUARE_OPEN,
	SQUARE_EXCLUDED, /* does not apply */
	SQUARE_BLANK,    /* nobody has said */
	SQUARE_COUNT
};

struct squares_column {
	const char *head, *text; /* text: "10 of 11 done", or NULL */
	double done, started;    /* shares of a bar below it; NAN: no bar */
	bool current;            /* the pointer stands here */
};

struct squares_cell {
	const enum square *squares;
	size_t n_squares;   /* 0: a short dash */
	const char *figure; /* "2/3", or NULL */
};

struct squares_row {
	const char *title, *text; /* text: small words below, or NULL */
	struct squares_cell *cells; /* one for each column */
	const char *flag; /* outlined beside the title: "Why is missing"; or NULL */
};

struct squares_block {
	struct figure_words words;
	const char *row_head;
	struct squares_column *columns;
	size_t n_columns;
	struct squares_row *rows;
	size_t n_rows;
	const char *key_lead, *key[SQUARE_COUNT], *key_none; /* NULL: not in the key */
};

struct check_entry {
	const char *text;
	const char *aside; /* small words after it, or NULL */
	enum square stand; /* done: a disk; started: a half disk; else a ring */
};

struct check_list {
	const char *title, *text; /* "4 of 5 reached"; text may be NULL */
	struct check_entry *entries;
	size_t n_entries;
};

struct checks_block {
	const char *title; /* in the left column, or NULL: the lists take the whole width */
	struct check_list *lists;
	size_t n_lists;
	/* what the marks say to those who hear the page: "Reached"; NULL: nothing */
	const char *stand_words[SQUARE_COUNT];
};

enum standing {
	STANDING_NONE,
	STANDING_HOLDING,  /* filled circle */
	STANDING_OPEN,     /* empty circle */
	STANDING_NOT_SHOWN /* crossed circle */
};

struct bullet {
	const char *title, *text;
	double now;   /* 0 at the baseline, 1 at the goal; NAN: it has no place, now_figure
	               * stands alone */
	bool baseline; /* else `now` is the share of the goal, on a dashed track */
	const char *now_figure, *baseline_figure, *goal_figure; /* NULL: not printed; the goal
	                                                         * then has no mark either */
	enum standing standing;
	const char *standing_title, *standing_text, *standing_note; /* may be NULL */
};

struct bullets_block {
	struct figure_words words;
	const char *title_head, *baseline_head, *goal_head, *standing_head; /* the last may be NULL */
	struct bullet *bullets;
	size_t n_bullets;
	const char *key_now, *key_worse, *key_goal, *key_none; /* NULL: not in the key */
};

struct reading {
	double day;   /* since 1970-01-01 */
	double value;
	const char *figure;
};

struct trend {
	const char *title, *text;
	struct reading *readings; /* by day */
	size_t n_readings;
	double goal;              /* NAN: none */
	const char *goal_figure;
};

/* All on one time axis, each on its own scale of values. */
struct trends_block {
	struct figure_words words;
	double first, last; /* days */
	const char *first_label, *last_label, *goal_label;
	struct trend *trends;
	size_t n_trends;
};

/* Waves stand at equal distances; one that is withheld leaves its gap. */
struct wave {
	const char *title, *note; /* "2026-H2", "14 people" */
	double value;             /* NAN: withheld; `note` says why */
	double lower, upper;      /* middle half, NAN: not shown */
	const char *figure;       /* NULL where it is withheld */
};

struct progress_band {
	double from, to;
	const char *title;
	bool current;
};

/* Two waves or more. The axis may be cut: position is read, not length. */
struct progress_block {
	struct figure_words words;
	double low, high;
	struct wave *waves;
	size_t n_waves;
	struct progress_band *bands; /* those that touch the axis, lowest first; may be none */
	size_t n_bands;
	const double *ticks;         /* within the axis */
	const char **tick_labels;
	size_t n_ticks;
	const char *key_middle;      /* NULL: not in the key */
};

struct panel {
	const char *title, *text;
	bool worse;               /* the text says so */
	const double *values;     /* one a wave, NAN: withheld */
	const char *first, *last; /* figures of the first and the last one that is shown, or NULL */
};

/* All on one axis; each panel shows the others behind its own. */
struct panels_block {
	struct figure_words words;
	double low, high;
	const char *first_label, *last_label; /* waves */
	size_t n_waves;
	const double *ticks;
	const char **tick_labels;
	size_t n_ticks;
	struct panel *panels;
	size_t n_panels;
	const char *note; /* below them, or NULL */
};

#endif
