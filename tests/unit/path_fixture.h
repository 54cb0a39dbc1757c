/* Frameworks of phases, steps and things to do, and reports of one section:
 * what the tests of roadmaps and of practices share. */
#ifndef WAYMARK_PATH_FIXTURE_H
#define WAYMARK_PATH_FIXTURE_H

#include <math.h>

#include "compose_bench.h"

enum { OPEN, STARTED, DONE };

/* An element of a framework of phases, steps and things to do; level 3 is an item. */
struct part {
	size_t level;
	const char *id, *text;
	bool check;
};

static inline struct record_column *detail_columns(struct arena *arena)
{
	struct record_column *columns = ARENA_ARRAY(arena, struct record_column, 3);

	columns[0] = (struct record_column){.id = "owner", .title = "Owner", .type = COLUMN_TEXT,
	                                    .unit_column = SIZE_MAX};
	columns[1] = (struct record_column){.id = "due", .title = "Due", .type = COLUMN_DATE,
	                                    .unit_column = SIZE_MAX};
	columns[2] = (struct record_column){.id = "reading", .title = "Reached",
	                                    .type = COLUMN_NUMBER, .targets = true,
	                                    .unit_column = SIZE_MAX};
	return columns;
}

static inline void finish_levels(struct arena *arena, struct framework *f)
{
	static const char *const names[][2] = {
		{"Overall", "Overall"}, {"Phase", "Phases"}, {"Step", "Steps"}, {"Action", "Actions"}};

	f->levels = ARENA_ARRAY(arena, struct level, 4);
	f->n_levels = 4;
	for (size_t i = 0; i < 4; i++) {
		f->levels[i].id = f->levels[i].title = names[i][0];
		f->levels[i].plural = names[i][1];
		f->levels[i].rule.complete = NAN;
	}
	f->levels[1].rule = (struct rule){.measure = MEASURE_COMPLETION, .complete = 0.6};
}

static inline struct framework *make_path(struct arena *arena, const struct part *parts, size_t n)
{
	struct framework *f = ARENA_NEW(arena, struct framework);
	struct scale *status = fixture_status(arena), *check = fixture_check(arena);
	size_t open[4] = {0};

	status->columns = detail_columns(arena);
	status->n_columns = 3;
	f->id = f->title = f->code = "path";
	f->version = "1";
	f->language = "en";
	f->scales = ARENA_ARRAY(arena, struct scale, 2);
	f->n_scales = 2;
	f->scales[0] = *status;
	f->scales[1] = *check;
	f->elements = ARENA_ARRAY(arena, struct element, n + 1);
	f->items = ARENA_ARRAY(arena, size_t, n);
	f->n_elements = n + 1;
	for (size_t i = 0; i <= n; i++) {
		struct element *e = &f->elements[i];

		*e = (struct element){.id = "overall", .text = "All", .weight = 1, .target = NAN,
		                      .first_item = f->n_items};
		if (i > 0) {
			e->id = parts[i - 1].id;
			e->text = parts[i - 1].text;
			e->level = parts[i - 1].level;
			e->parent = open[e->level - 1];
		}
		open[e->level] = i;
		if (e->level == 3) {
			e->scale = &f->scales[parts[i - 1].check];
			f->items[f->n_items++] = i;
		}
		for (size_t level = 0; level <= e->level; level++) {
			f->elements[open[level]].end = i + 1;
			f->elements[open[level]].n_items += e->level == 3;
		}
	}
	finish_levels(arena, f);
	return f;
}

/* Scores with a sheet of the team that answers in the order of the items. */
static inline struct scores *team(struct arena *arena, const struct framework *f, const char *wave,
                           const int *values)
{
	struct answers *answers = fixture_answers(arena, f);
	struct sheet *sheet = fixture_sheet(arena, answers, "", values);

	sheet->kind = SHEET_CONSENSUS;
	sheet->wave = wave;
	sheet->date = "2026-09-30";
	sheet->written = ARENA_ARRAY(arena, struct value, f->n_items);
	sheet->details = ARENA_ARRAY(arena, struct value *, f->n_items);
	return score_wave(arena, answers, wave);
}

/* A report of one section, whose words are pairs of a key and a text. */
static inline const struct document *report_with(struct bench *bench, const char *kind,
                                          const char *const *words, size_t n)
{
	struct template_section *section = ARENA_NEW(bench->arena, struct template_section);

	section->kind = kind;
	section->words = ARENA_ARRAY(bench->arena, struct wording, n);
	section->n_words = n;
	for (size_t i = 0; i < n; i++)
		section->words[i] = wording_new(bench->arena, words[2 * i], words[2 * i + 1]);
	bench->template.sections = section;
	bench->template.n_sections = 1;
	return compose_group_report(bench->arena, &bench->input, bench->diag);
}

/* Call it where the bench does not move any more. */
static inline void bench_point(struct bench *bench)
{
	bench_input(bench, bench->input.framework, bench->input.scores);
}

#endif
