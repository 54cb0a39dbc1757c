#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

#define SHOWN_MAX 100
#define LINE_MAX_BYTES 160

struct problem {
	enum severity severity;
	struct pos pos;
	const char *message, *accepted;
	size_t order;
};

struct diag {
	struct arena *arena;
	struct problem *problems;
	size_t n_problems, counts[SEVERITY_COUNT];
	bool failed;
};

static const char *const severity_names[SEVERITY_COUNT] = {
	[SEVERITY_ERROR] = "error",
	[SEVERITY_WARNING] = "warning",
};

struct diag *diag_new(struct arena *arena)
{
	struct diag *diag = ARENA_NEW(arena, struct diag);

	diag->arena = arena;
	return diag;
}

static void add_problem(struct diag *diag, struct problem problem)
{
	problem.order = diag->n_problems;
	if (problem.accepted != NULL)
		problem.accepted = arena_strdup(diag->arena, problem.accepted);
	diag->counts[problem.severity]++;
	diag->problems = arena_push(diag->arena, diag->problems, diag->n_problems,
	                            sizeof *diag->problems);
	diag->problems[diag->n_problems++] = problem;
}

void diag_error(struct diag *diag, struct pos pos, const char *accepted, const char *format, ...)
{
	struct problem problem = {SEVERITY_ERROR, pos, NULL, accepted, 0};
	va_list values;

	va_start(values, format);
	problem.message = arena_vprintf(diag->arena, format, values);
	va_end(values);
	add_problem(diag, problem);
}

void diag_warning(struct diag *diag, struct pos pos, const char *accepted, const char *format, ...)
{
	struct problem problem = {SEVERITY_WARNING, pos, NULL, accepted, 0};
	va_list values;

	va_start(values, format);
	problem.message = arena_vprintf(diag->arena, format, values);
	va_end(values);
	add_problem(diag, problem);
}

void diag_failure(struct diag *diag, const char *path, int errnum, const char *what)
{
	struct pos nowhere = {NULL, 0, 0};

	diag->failed = true;
	if (errnum != 0)
		diag_error(diag, nowhere, NULL, "%s: %s: %s", path, what, strerror(errnum));
	else
		diag_error(diag, nowhere, NULL, "%s: %s", path, what);
}

size_t diag_n_errors(const struct diag *diag)
{
	return diag->counts[SEVERITY_ERROR];
}

size_t diag_n_warnings(const struct diag *diag)
{
	return diag->counts[SEVERITY_WARNING];
}

bool diag_failed(const struct diag *diag)
{
	return diag->failed;
}

static int compare_problems(const void *left, const void *right)
{
	const struct problem *a = left, *b = right;
	const char *name_a = a->pos.source == NULL ? "" : a->pos.source->name;
	const char *name_b = b->pos.source == NULL ? "" : b->pos.source->name;
	int order = strcmp(name_a, name_b);

	if (order != 0)
		return order;
	if (a->pos.line != b->pos.line)
		return a->pos.line < b->pos.line ? -1 : 1;
	if (a->pos.column != b->pos.column)
		return a->pos.column < b->pos.column ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static const char *find_line(const struct source *source, size_t number)
{
	const char *line = source->text, *end = source->text + source->length;

	while (--number > 0) {
		line = memchr(line, '\n', (size_t)(end - line));
		if (line == NULL)
			return NULL;
		line++;
	}
	return line;
}

/* Moves *at past one character, or past one byte that begins none: false. */
static bool step(const char *text, size_t length, size_t *at)
{
	size_t window = length - *at < 4 ? length - *at : 4; /* no character is longer */
	bool valid = text_invalid_at(text + *at, window) > 0;

	if (valid)
		text_next(text, at);
	else
		++*at;
	return valid;
}

/* What is not text is shown as '?', so that a terminal stays whole. */
static void add_clean(struct buf *out, const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		size_t start = at, code_at = at;

		if (!step(text, length, &at))
			buf_adds(out, "?");
		else if (text[start] == '\t')
			buf_adds(out, " ");
		else if (text[start] == '\n' || text_is_forbidden(text_next(text, &code_at)))
			buf_adds(out, "?");
		else
			buf_add(out, text + start, at - start);
	}
}

/* The line and a caret below the column; a long line is shown from near it. */
static void add_excerpt(struct buf *out, struct pos pos)
{
	const char *line = find_line(pos.source, pos.line), *newline;
	size_t length, start = 0, column = pos.column == 0 ? 1 : pos.column, at = 0;

	if (line == NULL)
		return;
	newline = memchr(line, '\n', (size_t)(pos.source->text + pos.source->length - line));
	length = newline == NULL ? strlen(line) : (size_t)(newline - line);
	for (size_t i = 1; i < column && at < length; i++) {
		if (i + 80 == column)
			start = at;
		step(line, length, &at);
	}
	if (start > 0)
		column = 81;
	if (length - start > LINE_MAX_BYTES) {
		length = start + LINE_MAX_BYTES;
		while (length > start && ((unsigned char)line[length] & 0xc0) == 0x80)
			length--;
	}
	buf_adds(out, "    ");
	add_clean(out, line + start, length - start);
	buf_addf(out, "\n    %*s^\n", (int)(column - 1), "");
}

static void write_problem(struct buf *out, const struct problem *problem)
{
	const struct pos *pos = &problem->pos;

	if (pos->source == NULL)
		buf_adds(out, "waymark: ");
	else if (pos->line == 0)
		buf_addf(out, "%s: ", pos->source->name);
	else
		buf_addf(out, "%s:%zu:%zu: ", pos->source->name, pos->line, pos->column);
	buf_addf(out, "%s: ", severity_names[problem->severity]);
	add_clean(out, problem->message, strlen(problem->message));
	buf_adds(out, "\n");
	if (pos->source != NULL && pos->line != 0)
		add_excerpt(out, *pos);
	if (problem->accepted != NULL) {
		buf_adds(out, "    ");
		add_clean(out, problem->accepted, strlen(problem->accepted));
		buf_adds(out, "\n");
	}
}

/* "waymark: 3 errors, 1 warning" */
static void write_counts(struct buf *out, const size_t *counts)
{
	const char *parted = "waymark: ";

	for (size_t i = 0; i < SEVERITY_COUNT; i++) {
		if (counts[i] == 0)
			continue;
		buf_addf(out, "%s%zu %s%s", parted, counts[i], severity_names[i],
		         counts[i] == 1 ? "" : "s");
		parted = ", ";
	}
	buf_adds(out, "\n");
}

void diag_write(const struct diag *diag, struct buf *out)
{
	struct problem *sorted;
	size_t n = diag->n_problems;

	if (n == 0)
		return;
	sorted = arena_grow(out->arena, diag->problems, n, n, sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, compare_problems);
	for (size_t i = 0; i < n && i < SHOWN_MAX; i++)
		write_problem(out, &sorted[i]);
	if (n > SHOWN_MAX)
		buf_addf(out, "waymark: %zu more are not shown\n", n - SHOWN_MAX);
	if (n > 1)
		write_counts(out, diag->counts);
}
