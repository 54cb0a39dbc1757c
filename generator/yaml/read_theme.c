#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "yaml/bind.h"
#include "yaml/read.h"
#include "yaml/tables.h"

#define LAYERS_MAX 8
#define NAMES_MAX 256
#define LISTED_MAX 12

struct raw_face {
	struct bound bound;
	const char *style;
};

struct raw_colour {
	struct bound bound;
	struct rgb colour;
};

struct raw_style {
	struct bound bound;
	struct type type;
};

struct raw_size {
	struct bound bound;
	double size;
};

struct raw_fill {
	struct bound bound;
	enum fill fill;
};

struct raw_toggle {
	struct bound bound;
	bool on;
};

/* A theme, filled by the one that it extends first. */
struct raw_theme {
	struct bound bound;
	const char *id, *extends, *family, *sheet_mark;
	struct raw_face faces[FACE_COUNT];
	const char **fallbacks;
	size_t n_fallbacks;
	struct raw_colour colours[COLOUR_COUNT];
	struct raw_style styles[STYLE_COUNT];
	struct raw_size sizes[SIZE_COUNT];
	struct raw_fill fills[COLOUR_COUNT];
	struct raw_toggle toggles[TOGGLE_COUNT];
};

static_assert(sizeof(enum face) == sizeof(int) && sizeof(enum colour) == sizeof(int) &&
                  sizeof(enum fill) == sizeof(int),
              "choices are stored as int");
static_assert((int)SIZE_COUNT <= NAMES_MAX && (int)STYLE_COUNT <= NAMES_MAX &&
                  (int)COLOUR_COUNT <= NAMES_MAX,
              "a list of missing names fits");

static const struct field face_fields[] = {
	{"face", FIELD_STRING, offsetof(struct raw_face, style), .required = true,
	 .help = "the style's name in the font family"},
};
static const struct table face_table = {
	.name = "face", .size = sizeof(struct raw_face), FIELDS(face_fields), .value_only = true,
};

static const struct field colour_fields[] = {
	{"colour", FIELD_COLOUR, offsetof(struct raw_colour, colour), .required = true,
	 .help = "a colour, as \"#RRGGBB\""},
};
static const struct table colour_table = {
	.name = "colour", .size = sizeof(struct raw_colour), FIELDS(colour_fields),
	.value_only = true,
};

static const struct field style_fields[] = {
	{"face", FIELD_CHOICE, offsetof(struct raw_style, type.face), .required = true,
	 .names = face_names, .n_names = FACE_COUNT, .help = "the face of the family"},
	{"size", FIELD_NUMBER, offsetof(struct raw_style, type.size), .required = true, .low = 1,
	 .high = 400, .help = "the size of the type in points"},
	{"leading", FIELD_NUMBER, offsetof(struct raw_style, type.leading), .required = true,
	 .low = 1, .high = 800, .help = "from line to line, in points"},
	{"colour", FIELD_CHOICE, offsetof(struct raw_style, type.colour), .required = true,
	 .names = colour_names, .n_names = COLOUR_COUNT, .help = "the name of a colour"},
};
static const struct table style_table = {
	.name = "style", .size = sizeof(struct raw_style), FIELDS(style_fields),
};

static const struct field size_fields[] = {
	{"size", FIELD_NUMBER, offsetof(struct raw_size, size), .required = true, .high = 2000,
	 .help = "a measure in points"},
};
static const struct table size_table = {
	.name = "size", .size = sizeof(struct raw_size), FIELDS(size_fields), .value_only = true,
};

static const struct field fill_fields[] = {
	{"fill", FIELD_CHOICE, offsetof(struct raw_fill, fill), .required = true,
	 .names = fill_names, .n_names = FILL_COUNT, .help = "how large shapes are filled"},
};
static const struct table fill_table = {
	.name = "fill", .size = sizeof(struct raw_fill), FIELDS(fill_fields), .value_only = true,
};

static const struct field toggle_fields[] = {
	{"switch", FIELD_BOOL, offsetof(struct raw_toggle, on), .required = true,
	 .help = "whether it is on"},
};
static const struct table toggle_table = {
	.name = "switch", .size = sizeof(struct raw_toggle), FIELDS(toggle_fields),
	.value_only = true,
};

static const struct field theme_fields[] = {
	{"theme", FIELD_STRING, offsetof(struct raw_theme, id), .required = true, .form = FORM_ID,
	 .help = "the id, the same as the name of the file"},
	{"extends", FIELD_STRING, offsetof(struct raw_theme, extends), .form = FORM_ID,
	 .help = "the theme in the same folder that gives what this one does not"},
	{"family", FIELD_STRING, offsetof(struct raw_theme, family), .help = "the font family"},
	{"faces", FIELD_NAMED, offsetof(struct raw_theme, faces), .names = face_names,
	 .n_names = FACE_COUNT, .table = &face_table, .help = "the styles of the family"},
	{"fallbacks", FIELD_STRINGS, offsetof(struct raw_theme, fallbacks),
	 offsetof(struct raw_theme, n_fallbacks),
	 .help = "families for characters that the font lacks"},
	{"colours", FIELD_NAMED, offsetof(struct raw_theme, colours), .names = colour_names,
	 .n_names = COLOUR_COUNT, .table = &colour_table, .help = "colours by name"},
	{"styles", FIELD_NAMED, offsetof(struct raw_theme, styles), .names = style_names,
	 .n_names = STYLE_COUNT, .table = &style_table, .help = "type by name"},
	{"sizes", FIELD_NAMED, offsetof(struct raw_theme, sizes), .names = size_names,
	 .n_names = SIZE_COUNT, .table = &size_table, .help = "measures by name, in points"},
	{"fills", FIELD_NAMED, offsetof(struct raw_theme, fills), .names = colour_names,
	 .n_names = COLOUR_COUNT, .table = &fill_table,
	 .help = "how large shapes are filled with a colour: solid unless it stands here"},
	{"switches", FIELD_NAMED, offsetof(struct raw_theme, toggles), .names = toggle_names,
	 .n_names = TOGGLE_COUNT, .table = &toggle_table,
	 .help = "choices of layout by name: off unless they stand here"},
	{"sheet-mark", FIELD_STRING, offsetof(struct raw_theme, sheet_mark), .form = FORM_MARK,
	 .help = "what stands after the version in the codes of sheets"},
};
const struct table raw_theme_table = {
	.name = "theme", .size = sizeof(struct raw_theme), FIELDS(theme_fields),
};

/* The file of the theme that this one extends, or NULL. */
static const char *find_base(const struct bind *bind, const char *path, const struct node *root)
{
	const struct node *extends = node_find(root, "extends");
	size_t folder = (size_t)(file_base_name(path) - path);
	const char *base;

	if (extends == NULL || extends->kind != NODE_SCALAR || !bind_is(extends->text, FORM_ID))
		return NULL;
	base = arena_printf(bind->arena, "%.*s%s.yaml", (int)folder, path, extends->text);
	if (file_exists(base))
		return base;
	diag_error(bind->diag, extends->pos, NULL, "there is no theme '%s' in the same folder",
	           extends->text);
	return NULL;
}

/* Reads a theme over the ones that it extends. */
static bool read_layers(const struct bind *bind, const char *path, struct raw_theme *raw,
                        size_t n_above)
{
	const struct node *root = node_read_one(bind->arena, bind->diag, path);
	const char *base;

	if (root == NULL)
		return false;
	if (n_above == LAYERS_MAX) {
		diag_error(bind->diag, root->pos, NULL,
		           "themes extend each other in a circle, or over more than %d files",
		           LAYERS_MAX);
		return false;
	}
	base = find_base(bind, path, root);
	if (base != NULL && !read_layers(bind, base, raw, n_above + 1))
		return false;
	bind_struct(bind, &raw_theme_table, root, raw);
	return true;
}

struct missing {
	const char *names[NAMES_MAX];
	size_t n;
};

static void add_missing(struct missing *missing, const struct bound *bound, const char *name)
{
	if (bound->node == NULL)
		missing->names[missing->n++] = name;
}

static void report_missing(const struct bind *bind, const struct raw_theme *raw,
                           struct missing *missing, const char *things)
{
	size_t n = missing->n;

	if (n > LISTED_MAX) {
		missing->names[LISTED_MAX] = "others";
		n = LISTED_MAX + 1;
	}
	if (n > 0)
		diag_error(bind->diag, raw->bound.pos,
		           arena_printf(bind->arena, "missing: %s",
		                        text_join(bind->arena, missing->names, n, "and")),
		           "the theme '%s' lacks %s", raw->id, things);
	missing->n = 0;
}

static void check_complete(const struct bind *bind, const struct raw_theme *raw)
{
	struct missing missing = {.n = 0};

	if (raw->family == NULL)
		diag_error(bind->diag, raw->bound.pos, "family: the name of a font family",
		           "the theme '%s' lacks a font", raw->id);
	for (size_t i = 0; i < FACE_COUNT; i++)
		add_missing(&missing, &raw->faces[i].bound, face_names[i]);
	report_missing(bind, raw, &missing, "faces");
	for (size_t i = 0; i < COLOUR_COUNT; i++)
		add_missing(&missing, &raw->colours[i].bound, colour_names[i]);
	report_missing(bind, raw, &missing, "colours");
	for (size_t i = 0; i < STYLE_COUNT; i++)
		add_missing(&missing, &raw->styles[i].bound, style_names[i]);
	report_missing(bind, raw, &missing, "styles");
	for (size_t i = 0; i < SIZE_COUNT; i++)
		add_missing(&missing, &raw->sizes[i].bound, size_names[i]);
	report_missing(bind, raw, &missing, "sizes");
}

/* Layout steps down a page, or across it, by these. */
static void check_steps(const struct bind *bind, const struct raw_theme *raw)
{
	static const enum size steps[] = {SIZE_WRITE_LINE, SIZE_TOTAL_WIDTH};

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		const struct raw_size *size = &raw->sizes[steps[i]];

		if (size->size < 1)
			diag_error(bind->diag, size->bound.pos, "at least 1",
			           "the size '%s' is %g points, too small to step by",
			           size_names[steps[i]], size->size);
	}
}

static struct theme *make_theme(struct arena *arena, const struct raw_theme *raw)
{
	struct theme *theme = ARENA_NEW(arena, struct theme);

	theme->id = raw->id;
	theme->family = raw->family;
	theme->fallbacks = raw->fallbacks;
	theme->n_fallbacks = raw->n_fallbacks;
	theme->sheet_mark = raw->sheet_mark;
	theme->pos = raw->bound.pos;
	for (size_t i = 0; i < FACE_COUNT; i++)
		theme->family_files[i] = raw->faces[i].style;
	for (size_t i = 0; i < COLOUR_COUNT; i++) {
		theme->colours[i] = raw->colours[i].colour;
		theme->fills[i] = raw->fills[i].fill;
	}
	for (size_t i = 0; i < TOGGLE_COUNT; i++)
		theme->toggles[i] = raw->toggles[i].on;
	for (size_t i = 0; i < STYLE_COUNT; i++)
		theme->styles[i] = raw->styles[i].type;
	for (size_t i = 0; i < SIZE_COUNT; i++)
		theme->sizes[i] = raw->sizes[i].size;
	return theme;
}

/* What people read or compare; the other colours show context that something
 * beside them tells too. */
static const struct {
	enum colour colour;
	bool text;
} told[] = {
	{COLOUR_INK, true}, {COLOUR_INK2, true}, {COLOUR_INK3, true}, {COLOUR_BLUE, true},
	{COLOUR_ORANGE_TEXT, true}, {COLOUR_BLUE2, false}, {COLOUR_ORANGE, false},
};

static void check_contrast(struct diag *diag, const struct theme *theme, enum colour colour,
                           bool text)
{
	const double least = text ? 4.5 : 3; /* WCAG 2.2, criteria 1.4.3 and 1.4.11 */
	double contrast = colour_contrast(theme->colours[colour], theme->colours[COLOUR_PAPER]);

	/* rounded down: what falls short should not read as if it were enough */
	if (contrast < least)
		diag_warning(diag, theme->pos, NULL,
		             "in the theme '%s' %s on paper has a contrast of %.2f:1; %s needs %g:1",
		             theme->id, colour_names[colour], floor(contrast * 100) / 100,
		             text ? "text" : "a shape", least);
}

static void check_contrasts(struct diag *diag, const struct theme *theme)
{
	bool done[COLOUR_COUNT] = {false};

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		check_contrast(diag, theme, told[i].colour, told[i].text);
		done[told[i].colour] = told[i].text;
	}
	for (size_t i = 0; i < STYLE_COUNT; i++) {
		enum colour colour = theme->styles[i].colour;

		if (!done[colour])
			check_contrast(diag, theme, colour, true);
		done[colour] = true;
	}
}

struct theme *read_theme(struct arena *arena, struct diag *diag, const char *path)
{
	struct bind bind = {arena, diag};
	struct raw_theme *raw = ARENA_NEW(arena, struct raw_theme);
	size_t before = diag_n_errors(diag);
	struct theme *theme;

	if (read_layers(&bind, path, raw, 0) && diag_n_errors(diag) == before)
		check_complete(&bind, raw);
	if (diag_n_errors(diag) == before)
		check_steps(&bind, raw);
	if (diag_n_errors(diag) > before)
		return NULL;
	theme = make_theme(arena, raw);
	check_contrasts(diag, theme);
	return theme;
}
