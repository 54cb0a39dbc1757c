#include "layout/setting.h"

#include <string.h>

#include "base/arena.h"
#include "base/bidi.h"
#include "base/text.h"

static const char soft_hyphen[] = "\xC2\xAD";
enum { SOFT_HYPHEN = sizeof soft_hyphen - 1 };

/* Shapes what lies at one level; its runs follow those of the text before. */
static void shape_part(struct layout *layout, struct setting *s, struct phrase part)
{
	const struct metrics *metrics = layout->metrics;
	struct run *runs;
	size_t n = metrics->shape(metrics->self, layout->arena, part, &runs);

	if (s->n_runs == 0) {
		s->runs = runs;
		s->n_runs = n;
		return;
	}
	for (size_t i = 0; i < n; i++) {
		s->runs = arena_push(layout->arena, s->runs, s->n_runs, sizeof *s->runs);
		s->runs[s->n_runs++] = runs[i];
	}
}

static void shape_levels(struct layout *layout, struct setting *s, enum face face)
{
	uint8_t *levels = ARENA_ARRAY(layout->scratch, uint8_t, s->length + 1);
	const char *language = layout->document->language;

	s->level = bidi_levels(layout->scratch, s->text, s->length, layout->mirrored, levels);
	for (size_t from = 0, to; from < s->length; from = to) {
		for (to = from + 1; to < s->length && levels[to] == levels[from];)
			to++;
		shape_part(layout, s, (struct phrase){face, s->text + from, to - from, language,
		                                      levels[from]});
	}
}

/* What is shown where a line ends at a soft hyphen: it looks like a hyphen
 * and says what the text says. */
static void shape_hyphen(struct layout *layout, struct setting *s, enum face face)
{
	const struct metrics *metrics = layout->metrics;
	struct run *runs;

	if (strstr(s->text, soft_hyphen) == NULL ||
	    metrics->shape(metrics->self, layout->arena,
	                   (struct phrase){face, "-", 1, NULL, s->level}, &runs) != 1)
		return;
	s->hyphen = runs;
	s->hyphen->text = soft_hyphen;
	s->hyphen->n_text = SOFT_HYPHEN;
}

static void measure_bytes(struct setting *s)
{
	for (size_t r = 0; r < s->n_runs; r++) {
		const struct run *run = &s->runs[r];
		size_t offset = (size_t)(run->text - s->text);

		for (size_t g = 0; g < run->n_glyphs; g++) {
			size_t at = offset + run->glyphs[g].cluster;

			s->starts[at] = true;
			s->edges[at + 1] += (double)run->glyphs[g].advance * s->size / 1000;
		}
	}
	for (size_t i = 0; i < s->length; i++)
		s->edges[i + 1] += s->edges[i];
}

struct setting setting_shape(struct layout *layout, enum style style, const char *text,
                             size_t length)
{
	const struct type *type = &layout->theme->styles[style];
	struct setting s = {.text = text, .length = length, .size = type->size};

	s.breaks = ARENA_ARRAY(layout->scratch, char, length + 1);
	s.starts = ARENA_ARRAY(layout->scratch, bool, length + 1);
	s.edges = ARENA_ARRAY(layout->scratch, double, length + 1);
	text_line_breaks(text, length, s.breaks);
	shape_levels(layout, &s, type->face);
	shape_hyphen(layout, &s, type->face);
	measure_bytes(&s);
	return s;
}

size_t setting_trim(const struct setting *s, size_t from, size_t to)
{
	while (to > from && (s->text[to - 1] == ' ' || s->text[to - 1] == '\t'))
		to--;
	return to;
}

double setting_width(const struct setting *s, size_t from, size_t to)
{
	return s->edges[setting_trim(s, from, to)] - s->edges[from];
}

double setting_hyphen_width(const struct setting *s, size_t to)
{
	if (s->hyphen == NULL || to < SOFT_HYPHEN || to == s->length ||
	    memcmp(s->text + to - SOFT_HYPHEN, soft_hyphen, SOFT_HYPHEN) != 0)
		return 0;
	return (double)s->hyphen->width * s->size / 1000;
}

/* The glyphs of a run that stand for text[from, to); false when there are none. */
static bool slice(const struct setting *s, const struct run *run, size_t from, size_t to,
                  struct run *part)
{
	size_t offset = (size_t)(run->text - s->text), first = 0, end, low, high;

	low = from > offset ? from - offset : 0;
	high = to > offset ? to - offset : 0;
	high = high < run->n_text ? high : run->n_text;
	while (first < run->n_glyphs &&
	       (run->glyphs[first].cluster < low || run->glyphs[first].cluster >= high))
		first++;
	*part = (struct run){.font = run->font, .level = run->level, .glyphs = run->glyphs + first};
	for (end = first; end < run->n_glyphs && run->glyphs[end].cluster >= low &&
	                  run->glyphs[end].cluster < high; end++)
		part->width += run->glyphs[end].advance;
	part->n_glyphs = end - first;
	part->text = run->text + low;
	part->n_text = high > low ? high - low : 0;
	return part->n_glyphs > 0;
}

/* Clusters count from the start of a run's text, so a part that starts later
 * needs glyphs of its own. */
static void rebase(struct arena *arena, struct run *part, const char *old_text)
{
	uint32_t moved = (uint32_t)(part->text - old_text);
	struct glyph *glyphs;

	if (moved == 0)
		return;
	glyphs = ARENA_ARRAY(arena, struct glyph, part->n_glyphs);
	memcpy(glyphs, part->glyphs, part->n_glyphs * sizeof(*glyphs));
	for (size_t i = 0; i < part->n_glyphs; i++)
		glyphs[i].cluster -= moved;
	part->glyphs = glyphs;
}

static void add_run(struct arena *arena, struct line *line, struct run run)
{
	line->runs = arena_push(arena, line->runs, line->n_runs, sizeof run);
	line->runs[line->n_runs++] = run;
}

/* The part of a run that stands on the line. Spaces at the end of a line are
 * of the paragraph's level (rule L1). */
static void add_part(struct arena *arena, struct line *line, const struct cut *cut,
                     const struct run *run)
{
	const struct setting *s = cut->setting;
	size_t to = cut->hyphen ? cut->to - SOFT_HYPHEN : cut->to;
	size_t middle = run->level == s->level ? to : setting_trim(s, cut->from, to);
	struct run part;

	if (slice(s, run, cut->from, middle, &part)) {
		rebase(arena, &part, run->text);
		add_run(arena, line, part);
	}
	if (middle < to && slice(s, run, middle, to, &part)) {
		rebase(arena, &part, run->text);
		part.level = s->level;
		add_run(arena, line, part);
	}
}

/* Where each run stands; spaces at the end hang outside. */
static void arrange(struct arena *arena, struct line *line, const struct cut *cut)
{
	uint8_t *levels = ARENA_ARRAY(arena, uint8_t, line->n_runs + 1);
	size_t *order = ARENA_ARRAY(arena, size_t, line->n_runs + 1);
	double x = 0;

	line->lefts = ARENA_ARRAY(arena, double, line->n_runs + 1);
	for (size_t i = 0; i < line->n_runs; i++) {
		levels[i] = line->runs[i].level;
		x -= (double)line->runs[i].width * cut->setting->size / 1000;
	}
	x = cut->setting->level == 1 ? x + cut->width : 0;
	bidi_order(levels, line->n_runs, order);
	for (size_t i = 0; i < line->n_runs; i++) {
		line->lefts[order[i]] = x;
		x += (double)line->runs[order[i]].width * cut->setting->size / 1000;
	}
}

/* Spaces at its end stay in the line, uncounted: who reads the text aloud or
 * copies it needs them between the words of two lines. */
struct line setting_line(struct arena *arena, const struct cut *cut)
{
	const struct setting *s = cut->setting;
	struct line line = {.width = cut->width};

	for (size_t r = 0; r < s->n_runs; r++)
		add_part(arena, &line, cut, &s->runs[r]);
	if (cut->hyphen)
		add_run(arena, &line, *s->hyphen);
	arrange(arena, &line, cut);
	return line;
}
