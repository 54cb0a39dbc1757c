#include "layout/flow_page.h"

#include "base/arena.h"
#include "layout/containers.h"
#include "layout/draw.h"

const struct strip *flow_strip(const struct flow *flow, size_t strip)
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
		const struct strip *strip = flow_strip(flow, i);

		height += gap_above(strip, n_items, n_heads) + strip->height;
		n_heads += strip->head && n_heads == n_items;
		n_items++;
	}
	return height;
}

static void add_item(struct flow *flow, size_t index, bool repeated)
{
	const struct strip *strip = flow_strip(flow, index);
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
		stretch += flow_strip(flow, flow->items[i].strip)->stretch;
	if (growth.left <= 0)
		return (struct growth){0};
	if (stretch > 0)
		growth.share = stretch > growth.left ? growth.left / stretch : 1;
	growth.left -= growth.share * stretch;
	for (size_t i = 0; i < flow->n_items; i++) {
		const struct strip *strip = flow_strip(flow, flow->items[i].strip);

		n_rest += strip->rest && strip->least <= growth.left;
	}
	growth.rest = n_rest > 0 ? growth.left / (double)n_rest : 0;
	return growth;
}

bool flow_has_rest(const struct flow *flow)
{
	return growth_of(flow).rest > 0;
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
	struct page_shape shape = page_shape(layout);

	pages->pages = arena_push(pages->arena, pages->pages, pages->n_pages,
	                          sizeof(*pages->pages));
	layout->page = &pages->pages[pages->n_pages++];
	*layout->page = (struct page){.width = shape.width, .height = shape.height};
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

static void place_page(struct flow *flow)
{
	struct growth growth = growth_of(flow);
	struct area area = flow->body;
	size_t n_heads = 0;

	open_page(flow);
	for (size_t i = 0; i < flow->n_items; i++) {
		const struct strip *strip = flow_strip(flow, flow->items[i].strip);

		area.y += gap_above(strip, i, n_heads);
		area.height = grown(strip, &growth);
		place_item(flow, flow->items[i], area);
		area.y += area.height;
		n_heads += strip->head && n_heads == i;
	}
	flow->finished = true;
}

void flow_finish_page(struct flow *flow)
{
	if (!flow->dry)
		place_page(flow);
	flow->n_pages++;
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

		if (head < strip && head + flow_strip(flow, head)->reach >= strip) {
			height += flow_strip(flow, head)->height;
			height += n > 0 ? flow_strip(flow, head)->below_head : 0;
			flow->heads[n++] = head;
		}
	}
	flow->n_active = n;
	return height;
}

void flow_next_page(struct flow *flow, size_t strip)
{
	flow_finish_page(flow);
	/* heads that take most of the page would leave no room to get on */
	if (prune_heads(flow, strip) > flow->body.height / 2)
		return;
	for (size_t i = 0; i < flow->n_active; i++)
		add_item(flow, flow->heads[i], true);
}

bool flow_is_begun(const struct flow *flow)
{
	return flow->n_items > flow->n_heads;
}

bool flow_fits(const struct flow *flow, size_t from, size_t end, double height)
{
	const double slack = 0.01;

	return flow->used + needed(flow, from, end, flow->n_items, flow->n_heads) <=
	       height + slack;
}

bool flow_fits_alone(struct flow *flow, size_t from, size_t end)
{
	double heads = prune_heads(flow, from);
	size_t n = flow->n_active;

	return heads + needed(flow, from, end, n, n) <= flow->body.height;
}

void flow_add(struct flow *flow, size_t strip)
{
	add_item(flow, strip, false);
}
