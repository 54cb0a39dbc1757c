#include "layout/flow.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/containers.h"
#include "layout/draw.h"

/* A strip on the page that is being filled. */
struct item {
	size_t strip;
	bool repeated;
};

struct flow {
	struct layout *layout;
	struct measured measured; /* all blocks of the document */
	struct area body;
	struct item *items;       /* of the page that is being filled */
	size_t n_items, n_heads;  /* heads: those that stand at the top */
	double used;
	size_t *heads;            /* strips that are repeated as long as they reach */
	size_t n_active;
	bool finished;            /* a page was placed already */
};

static const struct strip *strip_at(const struct flow *flow, size_t strip)
{
	return &flow->measured.strips[strip];
}

/* The gap above a strip where `n_items` stand above it, `n_heads` of them
 * heads with nothing else before them. */
static double gap_above(const struct strip *strip, size_t n_items, size_t n_heads)
{
	if (n_items == 0)
		return 0;
	return n_items == n_heads ? strip->below_head : strip->before;
}

/* Height of the strips [from, end) when they follow what is on the page. */
static double needed(const struct flow *flow, size_t from, size_t end, size_t n_items,
                     size_t n_heads)
{
	double height = 0;

	for (size_t i = from; i < end; i++) {
		const struct strip *strip = strip_at(flow, i);

		height += gap_above(strip, n_items, n_heads) + strip->height;
		n_heads += strip->head && n_heads == n_items;
		n_items++;
	}
	return height;
}

static void add(struct flow *flow, size_t index, bool repeated)
{
	const struct strip *strip = strip_at(flow, index);
	struct arena *arena = flow->layout->arena;

	flow->used += gap_above(strip, flow->n_items, flow->n_heads) + strip->height;
	flow->n_heads += strip->head && flow->n_heads == flow->n_items;
	flow->items = arena_push(arena, flow->items, flow->n_items, sizeof(*flow->items));
	flow->items[flow->n_items++] = (struct item){index, repeated};
	if (!strip->head || repeated)
		return;
	flow->heads = arena_push(arena, flow->heads, flow->n_active, sizeof(*flow->heads));
	flow->heads[flow->n_active++] = index;
}

/* How far the strips of a page grow: `share` of their stretch, then `rest`
 * points for each strip that takes the rest. */
struct growth {
	double share, rest, left;
};

static struct growth growth_of(const struct flow *flow)
{
	struct growth growth = {.left = flow->body.height - flow->used};
	double stretch = 0;
	size_t n_rest = 0;

	for (size_t i = 0; i < flow->n_items; i++)
		stretch += strip_at(flow, flow->items[i].strip)->stretch;
	if (growth.left <= 0)
		return (struct growth){0};
	if (stretch > 0)
		growth.share = stretch > growth.left ? growth.left / stretch : 1;
	growth.left -= growth.share * stretch;
	for (size_t i = 0; i < flow->n_items; i++) {
		const struct strip *strip = strip_at(flow, flow->items[i].strip);

		n_rest += strip->rest && strip->least <= growth.left;
	}
	growth.rest = n_rest > 0 ? growth.left / (double)n_rest : 0;
	return growth;
}

static double grown(const struct strip *strip, const struct growth *growth)
{
	double height = strip->height + growth->share * strip->stretch;

	return strip->rest && strip->least <= growth->left ? height + growth->rest : height;
}

static void open_page(struct flow *flow)
{
	struct layout *layout = flow->layout;
	struct pages *pages = layout->pages;
	const struct paper_size *paper = &paper_sizes[layout->document->paper];

	pages->pages = arena_push(pages->arena, pages->pages, pages->n_pages,
	                          sizeof(*pages->pages));
	layout->page = &pages->pages[pages->n_pages++];
	*layout->page = (struct page){.width = paper->width, .height = paper->height};
	if (!flow->finished)
		role_begin(layout, ROLE_DOCUMENT, NULL);
}

static void place_item(struct flow *flow, struct item item, struct area area)
{
	struct layout *layout = flow->layout;
	const struct document *document = layout->document;

	if (item.repeated)
		role_begin(layout, ROLE_ARTIFACT, NULL);
	layout->repeating = item.repeated;
	children_place(layout, document->blocks, &flow->measured, item.strip, area);
	layout->repeating = false;
	if (item.repeated)
		role_end(layout);
}

static void finish_page(struct flow *flow)
{
	struct growth growth = growth_of(flow);
	struct area area = flow->body;
	size_t n_heads = 0;

	open_page(flow);
	for (size_t i = 0; i < flow->n_items; i++) {
		const struct strip *strip = strip_at(flow, flow->items[i].strip);

		area.y += gap_above(strip, i, n_heads);
		area.height = grown(strip, &growth);
		place_item(flow, flow->items[i], area);
		area.y += area.height;
		n_heads += strip->head && n_heads == i;
	}
	flow->finished = true;
	flow->items = NULL;
	flow->n_items = 0;
	flow->n_heads = 0;
	flow->used = 0;
}

/* Forgets the heads that do not stand above `strip` and returns the height
 * of those that do. */
static double prune_heads(struct flow *flow, size_t strip)
{
	size_t n = 0;
	double height = 0;

	for (size_t i = 0; i < flow->n_active; i++) {
		size_t head = flow->heads[i];

		if (head < strip && head + strip_at(flow, head)->reach >= strip) {
			height += strip_at(flow, head)->height;
			height += n > 0 ? strip_at(flow, head)->below_head : 0;
			flow->heads[n++] = head;
		}
	}
	flow->n_active = n;
	return height;
}

static void next_page(struct flow *flow, size_t strip)
{
	finish_page(flow);
	/* heads that take most of the page would leave no room to get on */
	if (prune_heads(flow, strip) > flow->body.height / 2)
		return;
	for (size_t i = 0; i < flow->n_active; i++)
		add(flow, flow->heads[i], true);
}

/* Whether anything but heads stands on the page. */
static bool is_begun(const struct flow *flow)
{
	return flow->n_items > flow->n_heads;
}

static bool fits(const struct flow *flow, size_t from, size_t end)
{
	const double slack = 0.01;

	return flow->used + needed(flow, from, end, flow->n_items, flow->n_heads) <=
	       flow->body.height + slack;
}

/* Whether strips that did not fit would do so on a page of their own, below
 * the heads that are repeated there. */
static bool fits_alone(struct flow *flow, size_t from, size_t end)
{
	double heads = prune_heads(flow, from);
	size_t n = flow->n_active;

	return heads + needed(flow, from, end, n, n) <= flow->body.height;
}

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
	const struct strip *strip = strip_at(flow, index);

	diag_error(flow->layout->diag, (struct pos){0}, "shorter text, or more pieces of it",
	           "%s does not fit on a page: it is %.0f points high, %.0f are free",
	           describe(flow, strip), strip->height, flow->body.height - flow->used);
}

/* One past the strips that stay together from here on. */
static size_t group_end(const struct flow *flow, size_t from)
{
	size_t end = from;

	while (strip_at(flow, end)->keep && end + 1 < flow->measured.n_strips &&
	       !strip_at(flow, end + 1)->new_page)
		end++;
	return end + 1;
}

/* Strips that ask to stay together and are more than a page: they break
 * wherever the page ends. */
static void add_one_by_one(struct flow *flow, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		if (!fits(flow, i, i + 1) && is_begun(flow))
			next_page(flow, i);
		if (!fits(flow, i, i + 1) && flow->used <= flow->body.height)
			complain(flow, i);
		add(flow, i, false);
	}
}

/* Whether a chart begins among the strips of a group where one stands on the
 * page already. */
static bool is_second_chart(const struct flow *flow, size_t from, size_t end)
{
	bool stands = false, comes = false;

	for (size_t i = 0; i < flow->n_items; i++)
		stands = stands || strip_at(flow, flow->items[i].strip)->chart;
	for (size_t i = from; i < end; i++)
		comes = comes || strip_at(flow, i)->chart;
	return stands && comes;
}

static void add_group(struct flow *flow, size_t from, size_t end)
{
	if (!fits(flow, from, end)) {
		if (!fits_alone(flow, from, end)) {
			add_one_by_one(flow, from, end);
			return;
		}
		next_page(flow, from);
	}
	for (size_t i = from; i < end; i++)
		add(flow, i, false);
}

void flow_document(struct layout *layout)
{
	const struct document *document = layout->document;
	struct flow flow = {.layout = layout, .body = page_body(layout)};

	children_measure(layout, document->blocks, document->n_blocks, flow.body.width,
	                 &flow.measured);
	for (size_t i = 0, end; i < flow.measured.n_strips; i = end) {
		end = group_end(&flow, i);
		if (flow.n_items > 0 &&
		    (strip_at(&flow, i)->new_page ||
		     (layout->theme->toggles[TOGGLE_CHART_PAGES] && is_second_chart(&flow, i, end))))
			next_page(&flow, i);
		add_group(&flow, i, end);
	}
	finish_page(&flow);
	role_end(layout);
}
