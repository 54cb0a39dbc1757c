#include "pdf/element.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "pdf/grid.h"
#include "pdf/tree.h"

/* What a line of type reaches above and below its baseline, in sizes. */
static const double type_above = 0.8, type_below = 0.25;

const char *element_type(enum role role)
{
	static const char *const types[ROLE_COUNT] = {
		[ROLE_DOCUMENT] = "Document", [ROLE_PART] = "Part", [ROLE_SECTION] = "Sect",
		[ROLE_HEADING1] = "H1", [ROLE_HEADING2] = "H2", [ROLE_HEADING3] = "H3",
		[ROLE_PARAGRAPH] = "P", [ROLE_LIST] = "L", [ROLE_NUMBERED_LIST] = "L",
		[ROLE_LIST_ITEM] = "LI", [ROLE_LABEL] = "Lbl", [ROLE_LIST_BODY] = "LBody",
		[ROLE_TABLE] = "Table", [ROLE_ROW] = "TR", [ROLE_HEAD_CELL] = "TH",
		[ROLE_ROW_HEAD] = "TH", [ROLE_CELL] = "TD", [ROLE_FIGURE] = "Figure",
		[ROLE_CAPTION] = "Caption", [ROLE_CONTENTS] = "TOC", [ROLE_CONTENTS_ITEM] = "TOCI",
		[ROLE_REFERENCE] = "Reference", [ROLE_LINK] = "Link", [ROLE_FORM] = "Form",
	};

	return types[role];
}

static bool is_cell(const struct element *element)
{
	return element->role == ROLE_HEAD_CELL || element->role == ROLE_ROW_HEAD ||
	       element->role == ROLE_CELL;
}

HPDF_Dict element_object(struct elements *elements, struct element *element)
{
	if (element->object == NULL)
		element->object = object_new(elements->pdf);
	return element->object;
}

/* Buffers keep their memory from one element to the next. */
static struct element *take(struct elements *elements)
{
	struct arena *arena = elements->pdf->arena;
	struct element *element = elements->unused;
	struct buf kids = {.arena = arena}, attributes = {.arena = arena};

	if (element == NULL) {
		element = ARENA_NEW(arena, struct element);
	} else {
		elements->unused = element->next;
		kids = element->kids;
		attributes = element->attributes;
		kids.length = attributes.length = 0;
	}
	*element = (struct element){.kids = kids, .attributes = attributes,
	                            .box = {INFINITY, INFINITY, -INFINITY, -INFINITY}};
	return element;
}

/* "(00000c)": names of the same length, in ascending order. */
static void add_id(struct buf *out, size_t id)
{
	static const char digits[] = "0123456789abcdef";
	char name[] = "(000000)";

	for (size_t i = 6; i > 0; i--, id /= 16)
		name[i] = digits[id % 16];
	buf_add(out, name, sizeof name - 1);
}

static size_t new_id(struct elements *elements, struct element *element)
{
	elements->ids = arena_push(elements->pdf->arena, elements->ids, elements->n_ids,
	                           sizeof *elements->ids);
	elements->ids[elements->n_ids++] = element_object(elements, element);
	return elements->n_ids;
}

static void add_span(struct buf *out, const char *key, unsigned n)
{
	if (n < 2)
		return;
	buf_adds(out, key);
	add_whole(out, n);
}

static void add_headers(struct buf *out, const size_t *heads, size_t n)
{
	if (n == 0)
		return;
	buf_adds(out, "/Headers[");
	for (size_t i = 0; i < n; i++)
		add_id(out, heads[i]);
	buf_adds(out, "]");
}

/* What is known of a cell when it begins. */
static void describe_cell(struct elements *elements, struct element *cell, const struct op *op)
{
	struct grid *grid = cell->parent->parent != NULL ? cell->parent->parent->grid : NULL;
	struct buf *out = &cell->attributes;
	bool is_head = cell->role != ROLE_CELL;
	size_t id = is_head ? new_id(elements, cell) : 0, n = 0;
	const size_t *heads = NULL;

	if (grid != NULL)
		n = grid_cell(grid, op, id, &heads);
	if (is_head) {
		buf_adds(out, "/ID");
		add_id(out, id);
	} else if (n == 0 && op->begin.columns < 2 && op->begin.rows < 2) {
		return;
	}
	buf_adds(out, "/A<</O/Table");
	if (is_head)
		buf_adds(out, cell->role == ROLE_ROW_HEAD ? "/Scope/Row" : "/Scope/Column");
	add_span(out, "/ColSpan ", op->begin.columns);
	add_span(out, "/RowSpan ", op->begin.rows);
	add_headers(out, heads, n);
	buf_adds(out, ">>");
}

struct element *element_begin(struct elements *elements, struct element *parent,
                              const struct op *op)
{
	struct element *element = take(elements);

	element->parent = parent;
	element->role = op->begin.role;
	element->alternative = op->begin.alternative;
	element->language = op->begin.language != NULL ? op->begin.language : parent->language;
	if (element->role == ROLE_TABLE)
		element->grid = grid_new(elements->pdf->arena);
	if (element->role == ROLE_ROW && parent->grid != NULL)
		grid_row(parent->grid);
	if (is_cell(element))
		describe_cell(elements, element, op);
	return element;
}

struct element *element_next_cell(struct element *row)
{
	struct element *cell = row->place != NULL ? row->place : row->cells;

	if (cell != NULL)
		row->place = cell->next;
	return cell;
}

/* Content on another page than the element's first one says so. */
void element_add_content(struct element *element, HPDF_Page page, size_t number)
{
	struct buf *out = &element->kids;

	if (element->page == NULL)
		element->page = page;
	if (element->page == page) {
		buf_adds(out, element->n_kids == 0 ? "" : " ");
		add_whole(out, number);
	} else {
		buf_adds(out, "<</Type/MCR/Pg");
		add_reference(out, page);
		buf_adds(out, "/MCID ");
		add_whole(out, number);
		buf_adds(out, ">>");
	}
	element->n_kids++;
}

void element_add_annotation(struct element *element, HPDF_Page page, HPDF_Dict annotation)
{
	struct buf *out = &element->kids;

	if (element->page == NULL)
		element->page = page;
	buf_adds(out, "<</Type/OBJR/Obj");
	add_reference(out, annotation);
	if (element->page != page) {
		buf_adds(out, "/Pg");
		add_reference(out, page);
	}
	buf_adds(out, ">>");
	element->n_kids++;
}

static void widen(struct box *box, double x, double y)
{
	box->left = fmin(box->left, x);
	box->right = fmax(box->right, x);
	box->low = fmin(box->low, y);
	box->high = fmax(box->high, y);
}

void element_widen(struct element *element, const struct op *op, double height)
{
	const double size = op->text.size, r = op->circle.radius;
	struct box *box = &element->box;

	if (op->kind == OP_TEXT) {
		widen(box, op->text.x, height - op->text.y + type_above * size);
		widen(box, op->text.x + (double)op->text.run.width * size / 1000,
		      height - op->text.y - type_below * size);
	} else if (op->kind == OP_LINE) {
		widen(box, op->line.x1, height - op->line.y1);
		widen(box, op->line.x2, height - op->line.y2);
	} else if (op->kind == OP_RECT) {
		widen(box, op->rect.x, height - op->rect.y);
		widen(box, op->rect.x + op->rect.width, height - op->rect.y - op->rect.height);
	} else if (op->kind == OP_CIRCLE) {
		widen(box, op->circle.x - r, height - op->circle.y - r);
		widen(box, op->circle.x + r, height - op->circle.y + r);
	} else if (op->kind == OP_POLYGON) {
		for (size_t i = 0; i < op->polygon.n_points; i++)
			widen(box, op->polygon.xy[2 * i], height - op->polygon.xy[2 * i + 1]);
	}
}

static void add_language(struct buf *out, const struct element *element)
{
	const char *own = element->language, *outer = element->parent->language;

	if (own == NULL || own == outer || (outer != NULL && strcmp(own, outer) == 0))
		return;
	buf_adds(out, "/Lang ");
	add_text_string(out, own);
}

static void add_box(struct buf *out, const struct box *box)
{
	const double corners[] = {box->left, box->low, box->right, box->high};

	buf_adds(out, "/A<</O/Layout/BBox[");
	for (size_t i = 0; i < 4; i++) {
		buf_adds(out, i == 0 ? "" : " ");
		add_real(out, isfinite(corners[i]) ? corners[i] : 0);
	}
	buf_adds(out, "]>>");
}

static void add_attributes(struct buf *out, const struct element *element)
{
	const char *words = element->alternative;

	if (words != NULL && *words != '\0' && element->role == ROLE_FIGURE) {
		buf_adds(out, "/Alt ");
		add_text_string(out, words);
	}
	if (words != NULL && *words != '\0' && element->role == ROLE_TABLE) {
		buf_adds(out, "/A<</O/Table/Summary ");
		add_text_string(out, words);
		buf_adds(out, ">>");
	}
	if (element->role == ROLE_FIGURE)
		add_box(out, &element->box);
	if (element->role == ROLE_NUMBERED_LIST)
		buf_adds(out, "/A<</O/List/ListNumbering/Decimal>>");
	if (element->attributes.length > 0)
		buf_add(out, element->attributes.bytes, element->attributes.length);
}

static void write_element(struct elements *elements, struct element *element)
{
	struct buf *out = &elements->scratch;

	out->arena = elements->pdf->arena;
	out->length = 0;
	buf_adds(out, "/S/");
	buf_adds(out, element_type(element->role));
	buf_adds(out, "/P");
	add_reference(out, element_object(elements, element->parent));
	if (element->page != NULL) {
		buf_adds(out, "/Pg");
		add_reference(out, element->page);
	}
	if (element->n_kids > 0) {
		buf_adds(out, "/K[");
		buf_add(out, element->kids.bytes, element->kids.length);
		buf_adds(out, "]");
	}
	add_language(out, element);
	add_attributes(out, element);
	object_set(elements->pdf, element_object(elements, element), out);
	add_reference(&element->parent->kids, element->object);
	element->parent->n_kids++;
}

static void finish(struct elements *elements, struct element *element)
{
	if (element->n_kids > 0 || is_cell(element) || element->role == ROLE_FIGURE)
		write_element(elements, element);
	element->next = elements->unused;
	elements->unused = element;
}

static void end_row(struct elements *elements, struct element *row)
{
	for (struct element *cell = row->cells, *next; cell != NULL; cell = next) {
		next = cell->next;
		finish(elements, cell);
	}
	if (row->parent->grid != NULL)
		grid_end_row(row->parent->grid);
}

static void keep_cell(struct element *row, struct element *cell)
{
	if (cell->waits)
		return;
	cell->waits = true;
	if (row->cells == NULL)
		row->cells = cell;
	else
		row->last_cell->next = cell;
	row->last_cell = cell;
}

void element_end(struct elements *elements, struct element *element)
{
	if (is_cell(element) && element->parent->role == ROLE_ROW) {
		keep_cell(element->parent, element);
		return;
	}
	if (element->role == ROLE_ROW)
		end_row(elements, element);
	finish(elements, element);
}

HPDF_Dict elements_ids(struct elements *elements)
{
	struct arena *arena = elements->pdf->arena;
	struct tree names = {.pdf = elements->pdf, .entries = "Names"};
	struct buf id = {.arena = arena}, reference = {.arena = arena};

	for (size_t i = 0; i < elements->n_ids; i++) {
		id.length = reference.length = 0;
		add_id(&id, i + 1);
		add_reference(&reference, elements->ids[i]);
		tree_add(&names, buf_text(&id), buf_text(&reference));
	}
	return tree_finish(&names);
}
