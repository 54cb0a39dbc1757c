#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "model/engagement.h"
#include "yaml/bind.h"
#include "yaml/read.h"
#include "yaml/tables.h"

#define GROUP_LEAST 3
#define PEOPLE_MOST 100000
#define PARTS_MOST 100

struct raw_wanted {
	struct bound bound;
	enum wanted wanted;
};

struct raw_invited {
	struct bound bound;
	int count;
};

struct raw_work {
	struct bound bound;
	struct engagement_part part;
	struct raw_invited *invited;
	size_t n_invited;
	const char **benchmarks;
	size_t n_benchmarks;
	struct raw_wanted *wanted;
	size_t n_wanted;
};

struct raw_engagement {
	struct bound bound;
	struct engagement engagement;
	int minimum_group;
	struct raw_work *parts;
	size_t n_parts;
};

static_assert(sizeof(enum wanted) == sizeof(int), "choices are stored as int");
static_assert(sizeof(enum paper) == sizeof(int), "choices are stored as int");


static const struct field wanted_fields[] = {
	{"document", FIELD_CHOICE, offsetof(struct raw_wanted, wanted), .required = true,
	 .names = wanted_names, .n_names = WANTED_COUNT, .help = "a kind of document"},
};
static const struct table wanted_table = {
	.name = "document", .size = sizeof(struct raw_wanted), FIELDS(wanted_fields),
	.value_only = true,
};

static const struct field invited_fields[] = {
	{"count", FIELD_INTEGER, offsetof(struct raw_invited, count), .required = true,
	 .low = 1, .high = PEOPLE_MOST, .help = "how many people were asked"},
};
static const struct table invited_table = {
	.name = "number of people", .size = sizeof(struct raw_invited), FIELDS(invited_fields),
	.value_only = true,
};

static const struct field work_fields[] = {
	{"framework", FIELD_STRING, offsetof(struct raw_work, part.framework), .required = true,
	 .help = "its id, or the path of its file or folder"},
	{"answers", FIELD_STRINGS, offsetof(struct raw_work, part.answers),
	 offsetof(struct raw_work, part.n_answers), .single = true,
	 .help = "files and folders with answers; worksheets need none"},
	{"invited", FIELD_KEYED, offsetof(struct raw_work, invited),
	 offsetof(struct raw_work, n_invited), .table = &invited_table,
	 .help = "how many people were asked, by wave"},
	{"benchmarks", FIELD_STRINGS, offsetof(struct raw_work, benchmarks),
	 offsetof(struct raw_work, n_benchmarks), .single = true,
	 .help = "ids of those that its reports tell; all, unless given; [] for none"},
	{"documents", FIELD_LIST, offsetof(struct raw_work, wanted),
	 offsetof(struct raw_work, n_wanted), .required = true, .single = true,
	 .table = &wanted_table, .help = "what is made of it"},
};
static const struct table work_table = {
	.name = "framework of the engagement", .size = sizeof(struct raw_work),
	FIELDS(work_fields), .named_by = "framework",
};

static const struct field engagement_fields[] = {
	{"engagement", FIELD_STRING, offsetof(struct raw_engagement, engagement.title),
	 .required = true, .help = "its name"},
	{"organisation", FIELD_STRING, offsetof(struct raw_engagement, engagement.organisation),
	 .help = "who is assessed; as the answers call it, unless given"},
	{"wave", FIELD_STRING, offsetof(struct raw_engagement, engagement.wave),
	 .help = "the wave that is reported; the last one, unless given"},
	{"segments", FIELD_STRINGS, offsetof(struct raw_engagement, engagement.segments),
	 offsetof(struct raw_engagement, engagement.n_segments), .single = true, .high = 10,
	 .help = "groups that stand side by side in reports, such as department"},
	{"minimum_group", FIELD_INTEGER, offsetof(struct raw_engagement, minimum_group),
	 .low = GROUP_LEAST, .high = PEOPLE_MOST,
	 .help = "the fewest people whose results are shown; as the templates say, unless given"},
	{"names", FIELD_BOOL, offsetof(struct raw_engagement, engagement.names),
	 .help = "individual reports show names; only codes, unless given"},
	{"language", FIELD_STRING, offsetof(struct raw_engagement, engagement.language),
	 .form = FORM_LANGUAGE, .help = "of all documents, such as en"},
	{"paper", FIELD_CHOICE, offsetof(struct raw_engagement, engagement.paper),
	 .names = paper_names, .n_names = PAPER_COUNT, .help = "Letter, unless given"},
	{"large_print", FIELD_BOOL, offsetof(struct raw_engagement, engagement.large),
	 .help = "large type, for people who see little"},
	{"overview", FIELD_BOOL, offsetof(struct raw_engagement, engagement.overview),
	 .help = "a summary page of all scored frameworks together, too"},
	{"frameworks", FIELD_LIST, offsetof(struct raw_engagement, parts),
	 offsetof(struct raw_engagement, n_parts), .required = true, .high = PARTS_MOST,
	 .table = &work_table, .help = "what was assessed"},
};
const struct table raw_engagement_table = {
	.name = "engagement", .size = sizeof(struct raw_engagement), FIELDS(engagement_fields),
};

static void check_twice(const struct bind *bind, const struct raw_engagement *raw, size_t part)
{
	const struct raw_work *work = &raw->parts[part];

	for (size_t i = 0; i < part; i++) {
		const char *id = raw->parts[i].part.framework;

		if (id != NULL && work->part.framework != NULL &&
		    strcmp(id, work->part.framework) == 0) {
			diag_error(bind->diag, bind_pos(&work->bound, "framework"),
			           "write all its answers and documents in one place",
			           "the framework '%s' stands here twice", id);
			return;
		}
	}
}

/* What needs answers cannot be wanted without them. */
static void check_answers(const struct bind *bind, const struct raw_work *work)
{
	for (size_t i = 0; work->part.n_answers == 0 && i < work->n_wanted; i++)
		if (work->wanted[i].wanted != WANTED_WORKSHEET)
			diag_error(bind->diag, work->wanted[i].bound.pos,
			           "answers: the files or folders of this framework",
			           "%s needs answers", wanted_names[work->wanted[i].wanted]);
}

static void read_benchmarks(const struct bind *bind, const struct raw_work *raw,
                            struct engagement_part *part)
{
	const struct node *node = node_find(raw->bound.node, "benchmarks");

	part->chooses = node != NULL;
	part->n_benchmarks = raw->n_benchmarks;
	part->benchmarks = ARENA_ARRAY(bind->arena, struct benchmark_choice, raw->n_benchmarks);
	for (size_t i = 0; i < raw->n_benchmarks; i++) {
		part->benchmarks[i].id = raw->benchmarks[i];
		part->benchmarks[i].pos = node->kind == NODE_SEQUENCE
		                              ? node->entries[i].value->pos
		                              : node->pos;
	}
}

static struct engagement_part read_part(const struct bind *bind, const struct raw_work *raw)
{
	struct engagement_part part = raw->part;

	part.pos = raw->bound.pos;
	part.waves = ARENA_ARRAY(bind->arena, struct invitation, raw->n_invited);
	part.n_waves = raw->n_invited;
	for (size_t i = 0; i < raw->n_invited; i++) {
		part.waves[i].wave = raw->invited[i].bound.id;
		part.waves[i].invited = (size_t)raw->invited[i].count;
		part.waves[i].pos = raw->invited[i].bound.pos;
	}
	read_benchmarks(bind, raw, &part);
	for (size_t i = 0; i < raw->n_wanted; i++)
		part.wanted[raw->wanted[i].wanted] = true;
	return part;
}

struct engagement *read_engagement(struct arena *arena, struct diag *diag, const char *path)
{
	struct bind bind = {arena, diag};
	struct raw_engagement *raw = ARENA_NEW(arena, struct raw_engagement);
	struct engagement *engagement = &raw->engagement;
	size_t before = diag_n_errors(diag);
	const struct node *root = node_read_one(arena, diag, path);

	if (root == NULL)
		return NULL;
	bind_struct(&bind, &raw_engagement_table, root, raw);
	for (size_t i = 0; i < raw->n_parts; i++) {
		check_twice(&bind, raw, i);
		check_answers(&bind, &raw->parts[i]);
	}
	if (diag_n_errors(diag) > before)
		return NULL;
	engagement->pos = raw->bound.pos;
	engagement->minimum_group = (size_t)raw->minimum_group;
	engagement->parts = ARENA_ARRAY(arena, struct engagement_part, raw->n_parts);
	engagement->n_parts = raw->n_parts;
	for (size_t i = 0; i < raw->n_parts; i++)
		engagement->parts[i] = read_part(&bind, &raw->parts[i]);
	return engagement;
}
