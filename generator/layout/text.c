#include "layout/text.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "layout/draw.h"

static const double balance_step = 4, balance_floor = 0.6, balance_last = 0.45;

/* A paragraph shaped once: where it may break and how wide each of its
 * bytes is, so that lines of any measure are cut from it without shaping
 * again. */
struct setting {
	const char *text;
	size_t length;
	struct run *runs;
	size_t n_runs;
	char *breaks;    /* TEXT_BREAK_* before byte i */
	bool *starts;    /* a cluster starts at byte i */
	double *edges;   /* length + 1: width of all before byte i, points */
};

/* A line as a part of a setting's text. */
struct cut {
	const struct setting *setting;
	size_t from, to;
	double width;
};

/* A whole text cut into lines of one measure. */
struct filling {
	struct arena *arena;
	struct cut *cuts;
	size_t n_cuts;
	double width;    /* of the widest line */
	size_t n_broken; /* words that had to be broken */
};

static size_t run_offset(const struct setting *setting, const struct run *run)
{
	return (size_t)(run->text - setting->text);
}

static struct setting shape(struct layout *layout, enum style style, const char *text,
                            size_t length)
{
	struct setting s = {.text = text, .length = length};
	const struct type *type = &layout->theme->styles[style];
	const struct metrics *metrics = layout->metrics;

	s.breaks = ARENA_ARRAY(layout->arena, char, length + 1);
	s.starts = ARENA_ARRAY(layout->arena, bool, length + 1);
	s.edges = ARENA_ARRAY(layout->arena, double, length + 1);
	text_line_breaks(text, length, s.breaks);
	s.n_runs = metrics->shape(metrics->self, layout->arena,
	                          (struct phrase){type->face, text, length}, &s.runs);
	for (size_t r = 0; r < s.n_runs; r++) {
		const struct run *run = &s.runs[r];
		size_t offset = run_offset(&s, run);

		for (size_t g = 0; g < run->n_glyphs; g++) {
			size_t at = offset + run->glyphs[g].cluster;

			s.starts[at] = true;
			s.edges[at + 1] += (double)run->glyphs[g].advance * type->size / 1000;
		}
	}
	for (size_t i = 0; i < length; i++)
		s.edges[i + 1] += s.edges[i];
	return s;
}

static size_t without_spaces(const struct setting *s, size_t from, size_t to)
{
	while (to > from && (s->text[to - 1] == ' ' || s->text[to - 1] == '\t'))
		to--;
	return to;
}

static double width_between(const struct setting *s, size_t from, size_t to)
{
	return s->edges[without_spaces(s, from, to)] - s->edges[from];
}

/* The glyphs of a run that stand for text[from, to); false when there are none. */
static bool slice(const struct setting *s, const struct run *run, size_t from, size_t to,
                  struct run *part)
{
	size_t offset = run_offset(s, run), first = 0, end, low, high;

	low = from > offset ? from - offset : 0;
	high = to > offset ? to - offset : 0;
	high = high < run->n_text ? high : run->n_text;
	while (first < run->n_glyphs &&
	       (run->glyphs[first].cluster < low || run->glyphs[first].cluster >= high))
		first++;
	*part = (struct run){.font = run->font, .glyphs = run->glyphs + first};
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

static void add_cut(struct filling *filling, const struct setting *s, size_t from, size_t to)
{
	struct cut cut = {s, from, to, width_between(s, from, to)};

	filling->cuts = arena_push(filling->arena, filling->cuts, filling->n_cuts, sizeof(cut));
	filling->cuts[filling->n_cuts++] = cut;
	if (cut.width > filling->width)
		filling->width = cut.width;
}

/* How far a word that is wider than the measure goes on this line: as many
 * clusters as fit, but at least one. */
static size_t break_word(const struct setting *s, size_t from, size_t to, double width)
{
	size_t at = from;

	for (size_t i = from + 1; i < to; i++) {
		if (!s->starts[i])
			continue;
		if (at > from && s->edges[i] - s->edges[from] > width)
			return at;
		at = i;
		if (s->edges[i] - s->edges[from] > width)
			return at;
	}
	return at > from && s->edges[to] - s->edges[from] > width ? at : to;
}

static void fill(struct filling *filling, const struct setting *s, double width)
{
	size_t from = 0, fits = 0; /* the last place to break that the line reaches */
	const double slack = 0.001;

	for (size_t i = 1; i <= s->length; i++) {
		if (i < s->length && s->breaks[i] == TEXT_BREAK_NO)
			continue;
		while (width_between(s, from, i) > width + slack) {
			size_t to = fits;

			if (fits <= from) {
				to = break_word(s, from, without_spaces(s, from, i), width + slack);
				filling->n_broken++;
			}
			if (to >= without_spaces(s, from, i))
				break;
			add_cut(filling, s, from, to);
			from = to;
		}
		fits = i;
		if (i == s->length || s->breaks[i] == TEXT_BREAK_MUST) {
			add_cut(filling, s, from, i);
			from = i;
		}
	}
	if (s->length == 0)
		add_cut(filling, s, 0, 0);
}

static struct setting *shape_all(struct layout *layout, enum style style, const char *text,
                                 size_t *n)
{
	struct setting *settings = NULL;

	*n = 0;
	while (text != NULL && *text != '\0') {
		size_t length = strcspn(text, "\n");

		settings = arena_push(layout->arena, settings, *n, sizeof(*settings));
		settings[(*n)++] = shape(layout, style, text, length);
		text += length + (text[length] == '\n');
	}
	return settings;
}

static struct filling fill_all(struct layout *layout, const struct setting *settings, size_t n,
                               double width)
{
	struct filling filling = {.arena = layout->arena};

	for (size_t i = 0; i < n; i++)
		fill(&filling, &settings[i], width);
	return filling;
}

/* Spaces at its end stay in the line, uncounted: who reads the text aloud or
 * copies it needs them between the words of two lines. */
static struct line line_of(struct arena *arena, const struct cut *cut)
{
	const struct setting *s = cut->setting;
	struct line line = {.width = cut->width};

	for (size_t r = 0; r < s->n_runs; r++) {
		struct run part;

		if (!slice(s, &s->runs[r], cut->from, cut->to, &part))
			continue;
		rebase(arena, &part, s->runs[r].text);
		line.runs = arena_push(arena, line.runs, line.n_runs, sizeof(part));
		line.runs[line.n_runs++] = part;
	}
	return line;
}

static struct lines lines_of(struct layout *layout, enum style style,
                             const struct filling *filling)
{
	struct lines lines = {.n_lines = filling->n_cuts, .style = style, .width = filling->width};

	lines.lines = ARENA_ARRAY(layout->arena, struct line, lines.n_lines + 1);
	for (size_t i = 0; i < lines.n_lines; i++)
		lines.lines[i] = line_of(layout->arena, &filling->cuts[i]);
	lines.height = (double)lines.n_lines * style_leading(layout, style);
	return lines;
}

/* The last line as a share of the longest. */
static double last_share(const struct filling *filling)
{
	return filling->width > 0 ? filling->cuts[filling->n_cuts - 1].width / filling->width : 1;
}

/* Newlines have no place in text that stands on one line. */
static struct setting shape_one(struct layout *layout, enum style style, const char *text)
{
	char *line = arena_strdup(layout->arena, text == NULL ? "" : text);

	for (char *at = strchr(line, '\n'); at != NULL; at = strchr(at, '\n'))
		*at = ' ';
	return shape(layout, style, line, strlen(line));
}

struct lines text_set(struct layout *layout, enum style style, const char *text, double width)
{
	size_t n;
	struct setting *settings = shape_all(layout, style, text, &n);
	struct filling filling = fill_all(layout, settings, n, width);

	return lines_of(layout, style, &filling);
}

struct lines text_balance(struct layout *layout, enum style style, const char *text,
                          double width)
{
	size_t n;
	struct setting *settings = shape_all(layout, style, text, &n);
	struct filling first = fill_all(layout, settings, n, width), best = first;

	for (double narrow = width - balance_step; first.n_cuts > 1 &&
	     narrow >= width * balance_floor && last_share(&best) < balance_last;
	     narrow -= balance_step) {
		struct filling next = fill_all(layout, settings, n, narrow);

		if (next.n_cuts > first.n_cuts || next.n_broken > first.n_broken)
			break;
		if (last_share(&next) > last_share(&best))
			best = next;
	}
	return lines_of(layout, style, &best);
}

double text_width(struct layout *layout, enum style style, const char *text)
{
	struct setting s = shape_one(layout, style, text);

	return s.edges[s.length];
}

double style_leading(const struct layout *layout, enum style style)
{
	return layout->theme->styles[style].leading;
}

double style_cap_height(const struct layout *layout, enum style style)
{
	const struct type *type = &layout->theme->styles[style];

	return layout->metrics->cap_height(layout->metrics->self, type->face) * type->size / 1000;
}

double style_ascent(const struct layout *layout, enum style style)
{
	return (style_leading(layout, style) + style_cap_height(layout, style)) / 2;
}

struct place flush_left(double x, double y)
{
	return (struct place){x, y, 0, ALIGN_LEFT};
}

struct place flush_right(double x, double y)
{
	return (struct place){x, y, 0, ALIGN_RIGHT};
}

struct place centred(double x, double y)
{
	return (struct place){x, y, 0, ALIGN_CENTRE};
}

/* Left edge of words that are `width` wide. */
static double left_edge(struct place place, double width)
{
	if (place.align == ALIGN_RIGHT)
		return place.x + place.width - width;
	return place.align == ALIGN_CENTRE ? place.x + (place.width - width) / 2 : place.x;
}

static void place_runs(struct layout *layout, struct lettering lettering, const struct run *runs,
                       size_t n_runs)
{
	for (size_t i = 0; i < n_runs; i++) {
		draw_run(layout, &runs[i], lettering);
		lettering.x += (double)runs[i].width * lettering.size / 1000;
	}
}

void place_line(struct layout *layout, const struct lines *lines, size_t line,
                struct place place)
{
	const struct line *one = &lines->lines[line];
	const struct type *type = &layout->theme->styles[lines->style];
	struct lettering lettering = {left_edge(place, one->width),
	                              place.y + style_ascent(layout, lines->style), type->size,
	                              type->colour};

	place_runs(layout, lettering, one->runs, one->n_runs);
}

void place_lines(struct layout *layout, const struct lines *lines, struct place place)
{
	double leading = style_leading(layout, lines->style), top = place.y;

	for (size_t i = 0; i < lines->n_lines; i++) {
		place.y = top + (double)i * leading;
		place_line(layout, lines, i, place);
	}
}

double place_text(struct layout *layout, enum style style, enum colour colour, const char *text,
                  struct place place)
{
	struct setting s = shape_one(layout, style, text);
	const struct type *type = &layout->theme->styles[style];
	double width = s.edges[s.length];
	struct lettering lettering = {left_edge(place, width), place.y, type->size, colour};

	if (colour == COLOUR_NONE)
		lettering.colour = type->colour;
	place_runs(layout, lettering, s.runs, s.n_runs);
	return width;
}
