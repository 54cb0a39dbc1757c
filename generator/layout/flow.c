#include "layout/flow.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/containers.h"
#include "layout/draw.h"
#include "layout/flow_page.h"

/* The beginning of a strip's text, or what kind of block it is of. */
static const char *describe(const struct flow *flow, const struct strip *strip)
{
	const char *what = strip->what;
	int length = 0;

	if (what == NULL || *what == '\0')
		return arena_printf(flow->layout->arena, "a block of the kind '%s'", strip->kind);
	while (what[length] != '\0' && what[length] != '\n' &&
	       (length < 60 || (what[length] & 0xC0) == 0x80))
		length++;
	return arena_printf(flow->layout->arena, "\"%.*s%s\"", length, what,
	                    what[length] == '\0' ? "" : "…");
}

static void complain(struct flow *flow, size_t index)
{
	const struct strip *strip = flow_strip(flow, index);

	diag_error(flow->layout->diag, (struct pos){0}, "shorter text, or more pieces of it",
	           "%s does not fit on a page: it is %.0f points high, %.0f are free",
	           describe(flow, strip), strip->height, flow->body.height - flow->used);
}

/* One past the strips that stay together from here on. */
static size_t group_end(const struct flow *flow, size_t from)
{
	size_t end = from;

	while (flow_strip(flow, end)->keep && end + 1 < flow->measured.n_strips &&
	       !flow_strip(flow, end + 1)->new_page)
		end++;
	return end + 1;
}

/* Strips that ask to stay together and are more than a page: they break
 * wherever the page ends. */
static void add_one_by_one(struct flow *flow, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		if (!flow_fits(flow, i, i + 1, flow->limit) && flow_is_begun(flow))
			flow_next_page(flow, i);
		if (!flow->dry && !flow_fits(flow, i, i + 1, flow->body.height) &&
		    flow->used <= flow->body.height)
			complain(flow, i);
		flow_add(flow, i);
	}
}

/* Whether a chart begins among the strips of a group where one stands on the
 * page already. */
static bool is_second_chart(const struct flow *flow, size_t from, size_t end)
{
	bool stands = false, comes = false;

	for (size_t i = 0; i < flow->n_items; i++)
		stands = stands || flow_strip(flow, flow->items[i].strip)->chart;
	for (size_t i = from; i < end; i++)
		comes = comes || flow_strip(flow, i)->chart;
	return stands && comes;
}

static void add_group(struct flow *flow, size_t from, size_t end)
{
	if (!flow_fits(flow, from, end, flow->limit)) {
		if (!flow_fits_alone(flow, from, end)) {
			add_one_by_one(flow, from, end);
			return;
		}
		if (flow_is_begun(flow) || !flow_fits(flow, from, end, flow->body.height))
			flow_next_page(flow, from);
	}
	for (size_t i = from; i < end; i++)
		flow_add(flow, i);
}

/* Strips up to `end`, which stay together as they ask to. */
static void fill(struct flow *flow, size_t from, size_t end)
{
	bool chart_pages = flow->layout->theme->toggles[TOGGLE_CHART_PAGES];

	for (size_t i = from, next; i < end; i = next) {
		next = group_end(flow, i);
		if (flow->n_items > 0 &&
		    (flow_strip(flow, i)->new_page || (chart_pages && is_second_chart(flow, i, next))))
			flow_next_page(flow, i);
		add_group(flow, i, next);
	}
}

/* What becomes of a sheet. */
struct outcome {
	size_t n_pages;
	bool rest; /* lines to the foot of the last page have room there */
};

static struct outcome try_fill(const struct flow *flow, size_t from, size_t end, double limit)
{
	struct flow trial = {
		.layout = flow->layout,
		.measured = flow->measured,
		.body = flow->body,
		.limit = limit,
		.dry = true,
	};

	fill(&trial, from, end);
	return (struct outcome){trial.n_pages + 1, flow_has_rest(&trial)};
}

static size_t count_pages(const struct flow *flow, size_t from, size_t end)
{
	return try_fill(flow, from, end, flow->body.height).n_pages;
}

/* Lower than they were by `share` of what they may be. */
static void shrink(struct flow *flow, size_t from, size_t end, double share)
{
	for (size_t i = from; i < end; i++) {
		struct strip *strip = &flow->measured.strips[i];

		strip->height -= share * strip->shrink;
		strip->stretch += share * strip->shrink;
	}
}

enum { HALVINGS = 8 };

/* The strips of a sheet shrink together, as little as saves it a page. */
static void save_page(struct flow *flow, size_t from, size_t end)
{
	size_t n = count_pages(flow, from, end), fewer;
	double low = 0, high = 1;

	if (n == 1)
		return;
	shrink(flow, from, end, 1);
	fewer = count_pages(flow, from, end);
	if (fewer == n) {
		shrink(flow, from, end, -1);
		return;
	}
	for (int i = 0; i < HALVINGS; i++) {
		double middle = (low + high) / 2;

		shrink(flow, from, end, middle - high);
		if (count_pages(flow, from, end) > fewer) {
			shrink(flow, from, end, high - middle);
			low = middle;
		} else {
			high = middle;
		}
	}
}

/* As little on each page of a sheet as makes no more pages of it and leaves lines
 * to write on. */
static double even_limit(const struct flow *flow, size_t from, size_t end)
{
	double low = 0, high = flow->body.height;
	struct outcome whole = try_fill(flow, from, end, high);

	for (int i = 0; i < HALVINGS && whole.n_pages > 1; i++) {
		double middle = (low + high) / 2;
		struct outcome part = try_fill(flow, from, end, middle);

		if (part.n_pages > whole.n_pages || (whole.rest && !part.rest))
			low = middle;
		else
			high = middle;
	}
	return high;
}

/* What only a longer document needs takes no room. */
static void omit_strips(struct flow *flow)
{
	size_t n_pages = 0;

	for (size_t i = 0; i < flow->measured.n_strips; i++) {
		struct strip *strip = &flow->measured.strips[i];

		if (strip->least_pages == 0)
			continue;
		if (n_pages == 0)
			n_pages = count_pages(flow, 0, flow->measured.n_strips);
		if (n_pages < strip->least_pages)
			*strip = (struct strip){.kind = strip->kind};
	}
}

static size_t next_start(const struct flow *flow, size_t from)
{
	size_t end = from + 1;

	while (end < flow->measured.n_strips && !flow_strip(flow, end)->new_page)
		end++;
	return end;
}

void flow_document(struct layout *layout)
{
	const struct document *document = layout->document;
	struct flow flow = {.layout = layout, .body = page_body(layout)};

	children_measure(layout, document->blocks, document->n_blocks, flow.body.width,
	                 &flow.measured);
	omit_strips(&flow);
	for (size_t i = 0, end; i < flow.measured.n_strips; i = end) {
		end = next_start(&flow, i);
		flow.limit = flow.body.height;
		if (flow_strip(&flow, i)->even) {
			save_page(&flow, i, end);
			flow.limit = even_limit(&flow, i, end);
		}
		fill(&flow, i, end);
	}
	flow_finish_page(&flow);
	role_end(layout);
}
