#include "layout/text.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "layout/draw.h"
#include "layout/setting.h"

static const double balance_step = 4, balance_floor = 0.6, balance_last = 0.45;

/* A whole text cut into lines of one measure. */
struct filling {
	struct arena *arena;
	struct cut *cuts;
	size_t n_cuts;
	double width;    /* of the widest line */
	size_t n_broken; /* words that had to be broken */
};

static void add_cut(struct filling *filling, struct cut cut)
{
	const struct setting *s = cut.setting;

	cut.width = setting_width(s, cut.from, cut.to);
	if (cut.hyphen)
		cut.width += setting_hyphen_width(s, cut.to);
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

/* One line from `from` on, which holds all up to `fits` and not up to `to`. */
static size_t cut_line(struct filling *filling, struct cut cut, size_t fits, double width)
{
	const struct setting *s = cut.setting;
	size_t end = setting_trim(s, cut.from, cut.to);

	if (fits > cut.from) {
		cut.to = fits;
		cut.hyphen = setting_hyphen_width(s, fits) > 0;
	} else {
		cut.to = break_word(s, cut.from, end, width);
		filling->n_broken++;
	}
	if (cut.to >= end)
		return cut.from;
	add_cut(filling, cut);
	return cut.to;
}

/* Whether a line that ends there has room for its hyphen. */
static bool has_room(const struct setting *s, size_t from, size_t to, double width)
{
	double hyphen = setting_hyphen_width(s, to);

	return hyphen == 0 || setting_width(s, from, to) + hyphen <= width;
}

static void fill(struct filling *filling, const struct setting *s, double width)
{
	size_t from = 0, fits = 0; /* the last place to break that the line reaches */
	size_t close = 0; /* one that it would reach but for the hyphen */
	const double slack = 0.001;

	width += slack;
	for (size_t i = 1; i <= s->length; i++) {
		if (i < s->length && s->breaks[i] == TEXT_BREAK_NO)
			continue;
		while (setting_width(s, from, i) > width) {
			size_t cut = cut_line(filling, (struct cut){s, from, i, false, 0}, fits,
			                      width);

			if (cut == from)
				break;
			from = cut;
			if (close > from && has_room(s, from, close, width))
				fits = close;
		}
		close = i;
		if (has_room(s, from, i, width))
			fits = i;
		if (i == s->length || s->breaks[i] == TEXT_BREAK_MUST) {
			add_cut(filling, (struct cut){s, from, i, false, 0});
			from = i;
		}
	}
	if (s->length == 0)
		add_cut(filling, (struct cut){s, 0, 0, false, 0});
}

static struct setting *shape_all(struct layout *layout, enum style style, const char *text,
                                 size_t *n)
{
	struct setting *settings = NULL;

	*n = 0;
	while (text != NULL && *text != '\0') {
		size_t length = strcspn(text, "\n");

		settings = arena_push(layout->arena, settings, *n, sizeof(*settings));
		settings[(*n)++] = setting_shape(layout, style, text, length);
		text += length + (text[length] == '\n');
	}
	return settings;
}

static struct filling fill_all(struct layout *layout, const struct setting *settings, size_t n,
                               double width)
{
	struct filling filling = {.arena = layout->scratch};

	for (size_t i = 0; i < n; i++)
		fill(&filling, &settings[i], width);
	return filling;
}

static struct lines lines_of(struct layout *layout, enum style style,
                             const struct filling *filling)
{
	struct lines lines = {.n_lines = filling->n_cuts, .style = style, .width = filling->width};

	lines.lines = ARENA_ARRAY(layout->arena, struct line, lines.n_lines + 1);
	for (size_t i = 0; i < lines.n_lines; i++)
		lines.lines[i] = setting_line(layout->arena, &filling->cuts[i]);
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
	return setting_shape(layout, style, line, strlen(line));
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

double text_widest_word(struct layout *layout, enum style style, const char *text)
{
	double widest = 0;

	for (const char *word = text; word != NULL && *word != '\0';) {
		size_t length = strcspn(word, " \n");

		widest = fmax(widest, text_width(layout, style,
		                                 arena_strndup(layout->arena, word, length)));
		word += length;
		word += strspn(word, " \n");
	}
	return widest;
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

/* A mirrored page turns all round once it is full, lines too, but not what
 * stands in them. */
void place_runs(struct layout *layout, const struct line *line, struct lettering lettering)
{
	double left = lettering.x;

	for (size_t i = 0; i < line->n_runs; i++) {
		double width = (double)line->runs[i].width * lettering.size / 1000;

		lettering.x = left + (layout->mirrored ? line->width - line->lefts[i] - width
		                                       : line->lefts[i]);
		draw_run(layout, &line->runs[i], lettering);
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

	place_runs(layout, one, lettering);
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
	struct cut all = {&s, 0, s.length, false, s.edges[s.length]};
	struct line line = setting_line(layout->arena, &all);
	const struct type *type = &layout->theme->styles[style];
	struct lettering lettering = {left_edge(place, line.width), place.y, type->size, colour};

	if (colour == COLOUR_NONE)
		lettering.colour = type->colour;
	place_runs(layout, &line, lettering);
	return line.width;
}

void place_unseen(struct layout *layout, const char *text, struct place place)
{
	size_t first = layout->page->n_ops;
	double width, share = 1;

	if (layout->repeating)
		return;
	width = place_text(layout, STYLE_SMALL, COLOUR_NONE, text, place);
	if (place.width > 0 && width > place.width)
		share = place.width / width;
	for (size_t i = first; i < layout->page->n_ops; i++) {
		struct op *op = &layout->page->ops[i];

		op->text.unseen = true;
		op->text.size *= share;
		op->text.x = place.x + (op->text.x - place.x) * share;
	}
}
