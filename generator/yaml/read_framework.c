#include "base/arena.h"
#include "yaml/overlay.h"
#include "yaml/raw_framework.h"

#define SPLIT 0.35

static struct note *copy_notes(struct arena *arena, const struct raw_note *raw, size_t n)
{
	struct note *notes = ARENA_ARRAY(arena, struct note, n);

	for (size_t i = 0; i < n; i++) {
		notes[i] = raw[i].note;
		notes[i].id = raw[i].bound.id;
	}
	return notes;
}

static void read_parts(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->pos = raw->bound.pos;
	if (!bind_has(&raw->bound, "split"))
		framework->split = SPLIT;
	framework->uses = copy_notes(bind->arena, raw->uses, raw->n_uses);
	framework->n_uses = raw->n_uses;
	framework->plan = copy_notes(bind->arena, raw->plan, raw->n_plan);
	framework->n_plan = raw->n_plan;
	for (size_t i = 0; i < TEMPLATE_COUNT; i++)
		framework->templates[i] = raw->templates[i].id;
	raw_read_scales(bind, raw);
	raw_read_bands(bind, raw);
	if (raw_read_levels(bind, raw)) {
		raw_read_rules(bind, raw);
		raw_read_sections(bind, raw);
		raw_read_revisions(bind, raw);
		raw_check_measures(bind, raw);
		raw_read_benchmarks(bind, raw);
	}
	raw_read_records(bind, raw);
	raw_read_references(bind, raw);
}

struct framework *read_framework_in(struct arena *arena, struct diag *diag, const char *path,
                                    struct translation *translation)
{
	struct bind bind = {arena, diag};
	struct raw_framework *raw = ARENA_NEW(arena, struct raw_framework);
	size_t before = diag_n_errors(diag);
	const struct node *root = node_read_one(arena, diag, path);

	if (root == NULL)
		return NULL;
	if (translation != NULL)
		root = overlay_read(&bind, &raw_framework_table, root, translation);
	bind_struct(&bind, &raw_framework_table, root, raw);
	if (root->kind == NODE_MAPPING)
		read_parts(&bind, raw);
	if (diag_n_errors(diag) > before)
		return NULL;
	raw_check_ranges(&bind, raw);
	return diag_n_errors(diag) > before ? NULL : &raw->framework;
}

struct framework *read_framework(struct arena *arena, struct diag *diag, const char *path)
{
	return read_framework_in(arena, diag, path, NULL);
}
