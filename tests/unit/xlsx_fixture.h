/* What tests of workbooks share: a folder of their own, the program's template
 * and theme, and books as far as formulas need them. */
#ifndef WAYMARK_XLSX_FIXTURE_H
#define WAYMARK_XLSX_FIXTURE_H

#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "score/score.h"
#include "xlsx/parts.h"
#include "xlsx/xlsx.h"
#include "yaml/read.h"

struct bench {
	struct arena *arena;
	struct diag *diag;
	char folder[32];
	struct template *template;
	struct workbook_input input;
};

/* The program's own template and theme, read from the top folder. */
static inline int open_bench(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);

	if (bench == NULL)
		return -1;
	bench->arena = arena_new();
	bench->diag = diag_new(bench->arena);
	strcpy(bench->folder, "/tmp/waymark-XXXXXX");
	bench->template = read_template(bench->arena, bench->diag, "templates/workbook.yaml");
	bench->input.template = bench->template;
	bench->input.theme =
	    read_theme(bench->arena, bench->diag, "templates/themes/workbook.yaml");
	bench->input.date = 1795305600;
	bench->input.program = "Waymark";
	*state = bench;
	return bench->template == NULL || bench->input.theme == NULL ||
	       mkdtemp(bench->folder) == NULL;
}

static inline int close_bench(void **state)
{
	struct bench *bench = *state;
	char *command = arena_printf(bench->arena, "rm -rf %s", bench->folder);
	int code = system(command);

	arena_free(bench->arena);
	free(bench);
	return code;
}

/* Answers as they stand in a file, to a framework that stands in another. */
static inline struct answers *read_sheets(struct bench *bench, const char *framework,
                                          const char *sheets)
{
	struct answers *answers = ARENA_NEW(bench->arena, struct answers);
	char *path = file_join(bench->arena, bench->folder, "answers.yaml");

	answers->framework = read_framework(bench->arena, bench->diag, framework);
	assert_non_null(answers->framework);
	assert_true(file_replace(bench->diag, path, sheets, strlen(sheets)));
	assert_true(read_answers(bench->arena, bench->diag, path, answers));
	assert_true(answers_finish(answers, bench->arena, bench->diag));
	assert_int_equal(unlink(path), 0);
	return answers;
}

static inline bool write_answers(struct bench *bench, const struct answers *answers,
                                 const char *path)
{
	bench->input.scores = score_wave(bench->arena, answers, "w1");
	return xlsx_write_workbook(bench->arena, &bench->input, path, bench->diag);
}

static inline const char *problems(const struct bench *bench)
{
	struct buf out = {.arena = bench->arena};

	diag_write(bench->diag, &out);
	return buf_text(&out);
}

/* A book as far as formulas need it: names of sheets and where things stand. */
static inline struct book *planned(struct bench *bench, const struct answers *answers)
{
	struct book *book = ARENA_NEW(bench->arena, struct book);

	bench->input.scores = score_wave(bench->arena, answers, "w1");
	book->arena = bench->arena;
	book->input = &bench->input;
	book->scores = bench->input.scores;
	book->framework = answers->framework;
	book->vocabulary.arena = bench->arena;
	book->vocabulary.diag = bench->diag;
	book->tabs = ARENA_ARRAY(bench->arena, struct tab, PART_COUNT);
	book->n_tabs = PART_COUNT;
	for (enum part part = 0; part < PART_COUNT; part++) {
		book->tabs[part].part = part;
		book->tabs[part].grid.name = part_kinds[part].name;
	}
	book_place(book);
	return book;
}

static inline bool holds_one_file(struct bench *bench)
{
	return system(arena_printf(bench->arena, "test $(ls -A %s | wc -l) -eq 1",
	                           bench->folder)) == 0;
}

#endif
