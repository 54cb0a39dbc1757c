#include "xlsx/write.h"

#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/bidi.h"
#include "base/buf.h"

struct styled {
	unsigned look;
	lxw_format *format;
};

struct writer {
	struct arena *arena;
	const struct book *book;
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	struct styled *formats;
	size_t n_formats;
	lxw_format *bold, *boxed; /* of emphases */
	bool failed;
};

static const char *const number_formats[NUMBER_KINDS] = {
	[NUMBER_COUNT] = "0",
	[NUMBER_NET] = "+0;\xe2\x88\x92" "0;0",
	[NUMBER_MEAN] = "0.0",
	[NUMBER_RATIO] = "0.00",
	[NUMBER_SIGNED] = "+0.00;\xe2\x88\x92" "0.00;0.00",
	[NUMBER_SHARE] = "0%",
	[NUMBER_DATE] = "yyyy-mm-dd",
	[NUMBER_TEXT] = "@",
};

/* The numbers that the format has for them. */
static const uint8_t paper_codes[PAPER_COUNT] = {
	[PAPER_LETTER] = 1,
	[PAPER_A4] = 9,
	[PAPER_TABLOID] = 3,
	[PAPER_A3] = 8,
};

static bool is_escape(const char *text)
{
	if (text[0] != '_' || text[1] != 'x')
		return false;
	return strspn(text + 2, "0123456789abcdefABCDEF") >= 4 && text[6] == '_';
}

const char *write_escaped(struct arena *arena, const char *text)
{
	struct buf out = {.arena = arena};

	if (strstr(text, "_x") == NULL)
		return text;
	for (; *text != '\0'; text++) {
		buf_add(&out, text, 1);
		if (is_escape(text))
			buf_adds(&out, "x005F_");
	}
	return buf_text(&out);
}

static void note_error(struct writer *writer, lxw_error error)
{
	writer->failed = writer->failed || error != LXW_NO_ERROR;
}

static lxw_color_t colour_of(const struct writer *writer, enum colour colour)
{
	const struct rgb *rgb = &writer->book->input->theme->colours[colour];

	return (lxw_color_t)lround(rgb->r * 255) << 16 | (lxw_color_t)lround(rgb->g * 255) << 8 |
	       (lxw_color_t)lround(rgb->b * 255);
}

static void set_font(const struct writer *writer, lxw_format *format, unsigned look)
{
	const struct theme *theme = writer->book->input->theme;
	const struct type *type = &theme->styles[look_style(look)];

	format_set_font_name(format, theme->family);
	format_set_font_size(format, type->size);
	format_set_font_color(format, colour_of(writer, look & LOOK_FAINT ? COLOUR_INK3
	                                                                  : type->colour));
	if (type->face == FACE_BOLD || type->face == FACE_SEMIBOLD)
		format_set_bold(format);
}

static void set_place(lxw_format *format, unsigned look)
{
	if ((look & (LOOK_HEAD | LOOK_WRAP)) != 0)
		format_set_text_wrap(format);
	format_set_align(format, (look & LOOK_HEAD) != 0     ? LXW_ALIGN_VERTICAL_BOTTOM
	                         : (look & LOOK_MIDDLE) != 0 ? LXW_ALIGN_VERTICAL_CENTER
	                         : (look & LOOK_TOP) != 0    ? LXW_ALIGN_VERTICAL_TOP
	                                                     : LXW_ALIGN_VERTICAL_BOTTOM);
	if ((look & LOOK_RIGHT) != 0)
		format_set_align(format, LXW_ALIGN_RIGHT);
	else if ((look & LOOK_CENTRE) != 0)
		format_set_align(format, LXW_ALIGN_CENTER);
	else if ((look & (LOOK_WRAP | LOOK_LEFT)) != 0)
		format_set_align(format, LXW_ALIGN_LEFT);
	if ((look & LOOK_FILTER) != 0 && (look & LOOK_RIGHT) != 0)
		format_set_indent(format, 2); /* clear of the button */
	else if ((look & LOOK_INDENT) != 0)
		format_set_indent(format, 1);
}

static lxw_format *new_format(struct writer *writer, unsigned look)
{
	lxw_format *format = workbook_add_format(writer->workbook);

	if (format == NULL)
		return NULL;
	set_font(writer, format, look);
	set_place(format, look);
	if (number_formats[look & NUMBER_MASK] != NULL)
		format_set_num_format(format, number_formats[look & NUMBER_MASK]);
	if ((look & LOOK_HEAD) != 0) {
		format_set_bottom(format, LXW_BORDER_THIN);
		format_set_bottom_color(format, colour_of(writer, COLOUR_INK));
	}
	if ((look & LOOK_TOTAL) != 0) {
		format_set_top(format, LXW_BORDER_THIN);
		format_set_top_color(format, colour_of(writer, COLOUR_INK));
	}
	if ((look & LOOK_RULED) != 0) {
		format_set_border(format, LXW_BORDER_THIN);
		format_set_border_color(format, colour_of(writer, COLOUR_RULE));
	}
	if ((look & LOOK_INPUT) != 0) {
		format_set_bg_color(format, colour_of(writer, COLOUR_TINT));
		format_set_unlocked(format);
	}
	return format;
}

static lxw_format *format_of(struct writer *writer, unsigned look)
{
	for (size_t i = 0; i < writer->n_formats; i++)
		if (writer->formats[i].look == look)
			return writer->formats[i].format;
	writer->formats = arena_push(writer->arena, writer->formats, writer->n_formats,
	                             sizeof *writer->formats);
	writer->formats[writer->n_formats].look = look;
	writer->formats[writer->n_formats].format = new_format(writer, look);
	writer->failed = writer->failed || writer->formats[writer->n_formats].format == NULL;
	return writer->formats[writer->n_formats++].format;
}

static void write_cell(struct writer *writer, const struct cell *cell)
{
	lxw_row_t row = (lxw_row_t)cell->spot.row;
	lxw_col_t column = (lxw_col_t)cell->spot.column;
	lxw_format *format = format_of(writer, cell->spot.look);
	const char *text = cell->text == NULL ? NULL : write_escaped(writer->arena, cell->text);

	switch (cell->kind) {
	case CELL_EMPTY:
		note_error(writer, worksheet_write_blank(writer->sheet, row, column, format));
		break;
	case CELL_NUMBER:
		note_error(writer, worksheet_write_number(writer->sheet, row, column,
		                                          cell->number, format));
		break;
	case CELL_TEXT:
		note_error(writer,
		           worksheet_write_string(writer->sheet, row, column, text, format));
		break;
	case CELL_FORMULA:
		note_error(writer,
		           text == NULL
		               ? worksheet_write_formula_num(writer->sheet, row, column,
		                                             cell->formula, format, cell->number)
		               : worksheet_write_formula_str(writer->sheet, row, column,
		                                             cell->formula, format, text));
		break;
	}
}

static void write_bars(struct writer *writer, const struct bars *bars)
{
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_DATA_BAR,
		.bar_color = colour_of(writer, bars->colour),
		.bar_only = bars->figures ? LXW_FALSE : LXW_TRUE,
		.bar_solid = LXW_TRUE,
		.bar_no_border = LXW_TRUE,
		.data_bar_2010 = LXW_TRUE,
		.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.max_rule_type = isnan(bars->high) ? LXW_CONDITIONAL_RULE_TYPE_MAXIMUM
		                                   : LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.max_value = isnan(bars->high) ? 0 : bars->high,
	};

	note_error(writer, worksheet_conditional_format_range(
	                       writer->sheet, (lxw_row_t)bars->area.top,
	                       (lxw_col_t)bars->area.left, (lxw_row_t)bars->area.bottom,
	                       (lxw_col_t)bars->area.right, &rule));
}

static void write_emphasis(struct writer *writer, const struct emphasis *emphasis)
{
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_TYPE_FORMULA,
		.value_string = arena_printf(writer->arena, "=%s", emphasis->formula),
		.format = emphasis->boxed ? writer->boxed : writer->bold,
	};

	note_error(writer, worksheet_conditional_format_range(
	                       writer->sheet, (lxw_row_t)emphasis->area.top,
	                       (lxw_col_t)emphasis->area.left, (lxw_row_t)emphasis->area.bottom,
	                       (lxw_col_t)emphasis->area.right, &rule));
}

static char *words_or_none(struct writer *writer, const char *text)
{
	return text == NULL ? NULL : arena_strdup(writer->arena, text);
}

static void write_limits(struct writer *writer, const struct limits *limits)
{
	static const uint8_t kinds[] = {
		[LIMITS_WHOLE] = LXW_VALIDATION_TYPE_INTEGER,
		[LIMITS_LIST] = LXW_VALIDATION_TYPE_LIST_FORMULA,
		[LIMITS_FORMULA] = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
		[LIMITS_ANY] = LXW_VALIDATION_TYPE_ANY,
	};
	lxw_data_validation rule = {
		.validate = kinds[limits->kind],
		.criteria = limits->kind == LIMITS_WHOLE ? LXW_VALIDATION_CRITERIA_BETWEEN
		                                         : LXW_VALIDATION_CRITERIA_NONE,
		.minimum_number = limits->low,
		.maximum_number = limits->high,
		.error_message = words_or_none(writer, limits->message),
		.input_title = words_or_none(writer, limits->title),
		.input_message = words_or_none(writer, limits->prompt),
	};

	if (limits->source != NULL)
		rule.value_formula = arena_printf(writer->arena, "=%s", limits->source);
	note_error(writer, worksheet_data_validation_range(
	                       writer->sheet, (lxw_row_t)limits->area.top,
	                       (lxw_col_t)limits->area.left, (lxw_row_t)limits->area.bottom,
	                       (lxw_col_t)limits->area.right, &rule));
}

static const struct cell *find_cell(const struct grid *grid, size_t row, size_t column)
{
	for (size_t i = 0; i < grid->n_cells; i++)
		if (grid->cells[i].spot.row == row && grid->cells[i].spot.column == column)
			return &grid->cells[i];
	return NULL;
}

/* The table takes its heads from the cells of its first row. */
static void write_table(struct writer *writer, const struct grid *grid)
{
	const struct area *area = &grid->table;
	size_t n = area->right - area->left + 1;
	lxw_table_column *columns = ARENA_ARRAY(writer->arena, lxw_table_column, n);
	lxw_table_column **list = ARENA_ARRAY(writer->arena, lxw_table_column *, n + 1);
	lxw_table_options options = {.style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
	                             .style_type_number = 0,
	                             .no_banded_rows = LXW_TRUE,
	                             .columns = list};

	for (size_t i = 0; i < n; i++) {
		const struct cell *head = find_cell(grid, area->top, area->left + i);

		columns[i].header =
		    arena_strdup(writer->arena, write_escaped(writer->arena, head->text));
		columns[i].header_format = format_of(writer, head->spot.look);
		list[i] = &columns[i];
	}
	note_error(writer, worksheet_add_table(writer->sheet, (lxw_row_t)area->top,
	                                       (lxw_col_t)area->left, (lxw_row_t)area->bottom,
	                                       (lxw_col_t)area->right, &options));
}

static void write_filter(struct writer *writer, const struct grid *grid)
{
	const struct area *area = &grid->table;

	if (grid->has_table)
		write_table(writer, grid);
	else if (area->bottom > area->top)
		note_error(writer, worksheet_autofilter(writer->sheet, (lxw_row_t)area->top,
		                                        (lxw_col_t)area->left,
		                                        (lxw_row_t)area->bottom,
		                                        (lxw_col_t)area->right));
}

static void write_measures(struct writer *writer, const struct grid *grid)
{
	for (size_t i = 0; i < grid->n_heights; i++)
		if (grid->heights[i] > 0)
			note_error(writer, worksheet_set_row(writer->sheet, (lxw_row_t)i,
			                                     grid->heights[i], NULL));
	/* A pixel of a spreadsheet is three quarters of a point. */
	for (size_t i = 0; i < grid->n_widths; i++)
		if (grid->widths[i].least > 0)
			note_error(writer, worksheet_set_column_pixels(
			                       writer->sheet, (lxw_col_t)i, (lxw_col_t)i,
			                       (uint32_t)lround(grid->widths[i].least / 0.75),
			                       NULL));
}

static size_t last_row(const struct grid *grid)
{
	return grid->n_cells > 0 ? grid->cells[grid->n_cells - 1].spot.row : 0;
}

static void write_print_set_up(struct writer *writer, const struct grid *grid)
{
	lxw_worksheet *sheet = writer->sheet;

	worksheet_set_paper(sheet, paper_codes[writer->book->input->paper]);
	worksheet_set_landscape(sheet);
	if (!grid->wide)
		worksheet_fit_to_pages(sheet, 1, 0);
	if (grid->frozen_rows > 0)
		note_error(writer, worksheet_repeat_rows(sheet, (lxw_row_t)grid->frozen_rows - 1,
		                                         (lxw_row_t)grid->frozen_rows - 1));
	if (grid->wide && grid->frozen_columns > 0)
		note_error(writer, worksheet_repeat_columns(
		                       sheet, (lxw_col_t)grid->print_left,
		                       (lxw_col_t)(grid->frozen_columns - 1)));
	if (grid->n_print_columns > 0)
		note_error(writer, worksheet_print_area(sheet, (lxw_row_t)grid->print_top,
		                                        (lxw_col_t)grid->print_left,
		                                        (lxw_row_t)last_row(grid),
		                                        (lxw_col_t)(grid->n_print_columns - 1)));
	note_error(writer, worksheet_set_footer(sheet, writer->book->footer));
}

static void write_grid(struct writer *writer, const struct grid *grid)
{
	/* Rows and columns of a locked sheet may be made higher and wider. */
	lxw_protection still_allowed = {.format_columns = 1, .format_rows = 1};
	lxw_worksheet *sheet = workbook_add_worksheet(writer->workbook, grid->name);

	writer->sheet = sheet;
	writer->failed = writer->failed || sheet == NULL;
	if (writer->failed)
		return;
	write_filter(writer, grid);
	for (size_t i = 0; i < grid->n_cells; i++)
		write_cell(writer, &grid->cells[i]);
	write_measures(writer, grid);
	for (size_t i = 0; i < grid->n_bars; i++)
		write_bars(writer, &grid->bars[i]);
	for (size_t i = 0; i < grid->n_emphases; i++)
		write_emphasis(writer, &grid->emphases[i]);
	for (size_t i = 0; i < grid->n_limits; i++)
		write_limits(writer, &grid->limits[i]);
	if (grid->frozen_rows > 0 || grid->frozen_columns > 0)
		worksheet_freeze_panes(sheet, (lxw_row_t)grid->frozen_rows,
		                       (lxw_col_t)grid->frozen_columns);
	if (bidi_language_is_rtl(writer->book->input->template->language))
		worksheet_right_to_left(sheet);
	if (grid->plain)
		worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
	if (grid->locked)
		worksheet_protect(sheet, NULL, &still_allowed);
	if (grid->current) {
		worksheet_activate(sheet);
		worksheet_set_first_sheet(sheet);
		worksheet_set_tab_color(sheet, colour_of(writer, COLOUR_BLUE));
	}
	write_print_set_up(writer, grid);
}

static void write_all(struct writer *writer)
{
	const struct book *book = writer->book;
	lxw_doc_properties properties = {
		.title = arena_strdup(writer->arena, book->framework->title),
		/* Nought would mean now. */
		.created = book->input->date > 0 ? book->input->date : 1,
	};

	note_error(writer, workbook_set_properties(writer->workbook, &properties));
	writer->bold = workbook_add_format(writer->workbook);
	writer->boxed = workbook_add_format(writer->workbook);
	if (writer->bold == NULL || writer->boxed == NULL) {
		writer->failed = true;
		return;
	}
	format_set_bold(writer->bold);
	format_set_bold(writer->boxed);
	format_set_border(writer->boxed, LXW_BORDER_THIN);
	for (size_t i = 0; i < book->n_tabs; i++)
		write_grid(writer, &book->tabs[i].grid);
}

bool write_book(const struct book *book, const char *path, const char *folder)
{
	struct writer writer = {.arena = arena_new(), .book = book};
	lxw_workbook_options options = {.tmpdir = arena_strdup(writer.arena, folder)};

	writer.workbook = workbook_new_opt(path, &options);
	if (writer.workbook != NULL) {
		write_all(&writer);
		note_error(&writer, workbook_close(writer.workbook));
	}
	writer.failed = writer.failed || writer.workbook == NULL;
	arena_free(writer.arena);
	return !writer.failed;
}
