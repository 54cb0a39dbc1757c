#include "pdf/tags.h"

#include <assert.h>

#include "base/arena.h"
#include "pdf/element.h"
#include "pdf/tree.h"

enum marked {
	MARKED_NOTHING,
	MARKED_ARTIFACT,
	MARKED_CONTENT
};

struct tags {
	struct pdf *pdf;
	const struct pages *pages;
	struct elements elements;
	struct element root; /* the structure tree's */
	struct element *top; /* the innermost that is open */
	size_t n_artifacts;  /* roles that are open within one of an artifact, and it */
	enum role artifact;
	bool many;           /* several documents in one file */
	int level;           /* of the last heading */
	struct tree numbers;
	HPDF_Dict *annotation_parents;
	size_t n_annotations;

	const struct page *page;
	HPDF_Page page_object;
	size_t n_pages;
	struct buf *out;
	enum marked marked;
	bool reversed; /* it says that its words run from right to left */
	struct buf parents; /* of the page's marked content */
	size_t n_parents;
};

size_t tags_count(const struct pages *pages)
{
	size_t n = 16;

	for (size_t i = 0; i < pages->n_pages; i++)
		for (size_t k = 0; k < pages->pages[i].n_ops; k++) {
			enum op_kind kind = pages->pages[i].ops[k].kind;

			n += kind == OP_BEGIN || kind == OP_LINK || kind == OP_FIELD;
		}
	return n + n / 32;
}

static bool has_many_documents(const struct pages *pages)
{
	size_t n = 0;

	for (size_t i = 0; i < pages->n_pages; i++)
		n += pages->pages[i].number == 1;
	return n > 1;
}

/* No heading is more than one level below the one before it. */
static enum role level_heading(struct tags *tags, enum role role)
{
	int level = (int)role - ROLE_HEADING1 + 1;

	if (role < ROLE_HEADING1 || role > ROLE_HEADING3)
		return role;
	tags->level = level > tags->level + 1 ? tags->level + 1 : level;
	return (enum role)(ROLE_HEADING1 + tags->level - 1);
}

static void push(struct tags *tags, const struct op *op)
{
	struct element *again = NULL;
	struct op begin = *op;

	if (op->begin.again && tags->top->role == ROLE_ROW)
		again = element_next_cell(tags->top);
	begin.begin.role = level_heading(tags, op->begin.role);
	tags->top = again != NULL ? again : element_begin(&tags->elements, tags->top, &begin);
}

static void push_role(struct tags *tags, enum role role)
{
	struct op op = {.kind = OP_BEGIN};

	op.begin.role = role;
	push(tags, &op);
}

static void pop(struct tags *tags)
{
	struct element *element = tags->top;

	assert(element != &tags->root);
	tags->top = element->parent;
	element_end(&tags->elements, element);
}

struct tags *tags_open(struct pdf *pdf, const struct pages *pages)
{
	struct tags *tags = ARENA_NEW(pdf->arena, struct tags);

	tags->pdf = pdf;
	tags->pages = pages;
	tags->elements.pdf = pdf;
	tags->numbers = (struct tree){.pdf = pdf, .entries = "Nums"};
	tags->parents.arena = tags->root.kids.arena = pdf->arena;
	tags->root.role = ROLE_COUNT;
	tags->root.language = pages->language;
	tags->top = &tags->root;
	tags->many = has_many_documents(pages);
	if (tags->many)
		push_role(tags, ROLE_DOCUMENT);
	return tags;
}

void tags_begin_page(struct tags *tags, const struct page *page, HPDF_Page object,
                     struct buf *out)
{
	HPDF_Dict_AddNumber(object, "StructParents", (HPDF_INT32)tags->n_pages);
	HPDF_Dict_AddName(object, "Tabs", "S");
	tags->page = page;
	tags->page_object = object;
	tags->out = out;
	tags->parents.length = 0;
	tags->n_parents = 0;
}

/* A sequence of marked content ends where its element does, and where another
 * child of the element comes between. */
static void stop(struct tags *tags)
{
	if (tags->marked != MARKED_NOTHING)
		buf_adds(tags->out, "EMC\n");
	tags->marked = MARKED_NOTHING;
}

static void mark_artifact(struct tags *tags)
{
	if (tags->marked == MARKED_ARTIFACT)
		return;
	stop(tags);
	tags->marked = MARKED_ARTIFACT;
	if (tags->n_artifacts > 0 && tags->artifact == ROLE_PAGE_HEAD)
		buf_adds(tags->out, "/Artifact <</Type/Pagination/Subtype/Header>> BDC\n");
	else if (tags->n_artifacts > 0 && tags->artifact == ROLE_PAGE_FOOT)
		buf_adds(tags->out, "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n");
	else
		buf_adds(tags->out, "/Artifact BMC\n");
}

/* The tag of words that run from right to left tells that they are shown from
 * left to right (ISO 32000-1, 14.8.2.3.3). */
static void mark_content(struct tags *tags, bool reversed)
{
	struct element *element = tags->top;

	if (tags->marked == MARKED_CONTENT && tags->reversed == reversed)
		return;
	stop(tags);
	tags->marked = MARKED_CONTENT;
	tags->reversed = reversed;
	buf_adds(tags->out, "/");
	buf_adds(tags->out, reversed ? "ReversedChars" : element_type(element->role));
	buf_adds(tags->out, " <</MCID ");
	add_whole(tags->out, tags->n_parents);
	buf_adds(tags->out, ">> BDC\n");
	element_add_content(element, tags->page_object, tags->n_parents++);
	add_reference(&tags->parents, element_object(&tags->elements, element));
}

/* Shapes are content of figures only; a figure's box is that of its first page. */
static bool mark(struct tags *tags, const struct op *op)
{
	struct element *top = tags->top;
	bool figure = top->role == ROLE_FIGURE, outside = top == &tags->root;
	bool goes_on = tags->marked == MARKED_CONTENT;

	if (op->kind == OP_TEXT && op->text.run.n_glyphs == 0)
		return false;
	if (tags->n_artifacts > 0 || outside || (op->kind != OP_TEXT && !figure)) {
		mark_artifact(tags);
		return false;
	}
	mark_content(tags, op->kind == OP_TEXT && op->text.run.level % 2 != 0);
	if (figure && top->page == tags->page_object)
		element_widen(top, op, tags->page->height);
	return goes_on;
}

static void begin(struct tags *tags, const struct op *op)
{
	struct op part = *op;

	if (tags->n_artifacts > 0 || op->begin.role >= ROLE_ARTIFACT) {
		if (tags->n_artifacts++ == 0)
			tags->artifact = op->begin.role;
		return;
	}
	if (tags->many && op->begin.role == ROLE_DOCUMENT)
		part.begin.role = ROLE_PART;
	push(tags, &part);
}

static void end(struct tags *tags)
{
	if (tags->n_artifacts > 0)
		tags->n_artifacts--;
	else
		pop(tags);
}

bool tags_op(struct tags *tags, const struct op *op)
{
	switch (op->kind) {
	case OP_TEXT:
	case OP_LINE:
	case OP_RECT:
	case OP_CIRCLE:
	case OP_POLYGON:
		return mark(tags, op);
	case OP_BEGIN:
		stop(tags);
		begin(tags, op);
		break;
	case OP_END:
		stop(tags);
		end(tags);
		break;
	case OP_FIELD:
	case OP_LINK:
		stop(tags);
		break;
	case OP_COUNT:
		break;
	}
	return false;
}

size_t tags_add_annotation(struct tags *tags, enum role role, HPDF_Dict annotation)
{
	bool own = tags->top->role != role;

	if (own)
		push_role(tags, role);
	element_add_annotation(tags->top, tags->page_object, annotation);
	tags->annotation_parents = arena_push(tags->pdf->arena, tags->annotation_parents,
	                                      tags->n_annotations,
	                                      sizeof *tags->annotation_parents);
	tags->annotation_parents[tags->n_annotations] = element_object(&tags->elements, tags->top);
	if (own)
		pop(tags);
	return tags->pages->n_pages + tags->n_annotations++;
}

void tags_end_page(struct tags *tags)
{
	struct arena *arena = tags->pdf->arena;

	stop(tags);
	if (tags->n_parents > 0)
		tree_add(&tags->numbers, arena_printf(arena, "%zu", tags->n_pages),
		         arena_printf(arena, "[%s]", tags->parents.bytes));
	tags->n_pages++;
}

/* The numbers of annotations follow those of all pages. */
static HPDF_Dict finish_numbers(struct tags *tags)
{
	struct arena *arena = tags->pdf->arena;
	struct buf reference = {.arena = arena};

	for (size_t i = 0; i < tags->n_annotations; i++) {
		reference.length = 0;
		add_reference(&reference, tags->annotation_parents[i]);
		tree_add(&tags->numbers, arena_printf(arena, "%zu", tags->pages->n_pages + i),
		         buf_text(&reference));
	}
	return tree_finish(&tags->numbers);
}

static void add_tree(struct buf *out, const char *key, HPDF_Dict tree)
{
	if (tree == NULL)
		return;
	buf_adds(out, key);
	add_reference(out, tree);
}

HPDF_Dict tags_close(struct tags *tags)
{
	struct buf out = {.arena = tags->pdf->arena};
	HPDF_Dict root = element_object(&tags->elements, &tags->root);

	while (tags->top != &tags->root)
		pop(tags);
	buf_adds(&out, "/Type/StructTreeRoot");
	if (tags->root.n_kids > 0)
		buf_addf(&out, "/K[%s]", tags->root.kids.bytes);
	add_tree(&out, "/ParentTree", finish_numbers(tags));
	add_tree(&out, "/IDTree", elements_ids(&tags->elements));
	buf_adds(&out, "/ParentTreeNextKey ");
	add_whole(&out, tags->pages->n_pages + tags->n_annotations);
	object_set(tags->pdf, root, &out);
	return root;
}
