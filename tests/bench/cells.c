/* What libxlsxwriter alone takes for a sheet of so many cells, numbers and
 * texts in turn. Usage: cells OUT CELLS COLUMNS */
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int argc, char **argv)
{
	static const char *const texts[] = {"plus", "minus", "blank"};
	lxw_workbook *book;
	lxw_worksheet *sheet;
	long n, columns;

	if (argc != 4)
		return 2;
	n = atol(argv[2]);
	columns = atol(argv[3]);
	book = workbook_new(argv[1]);
	sheet = workbook_add_worksheet(book, NULL);
	for (long i = 0; i < n; i++) {
		lxw_row_t row = (lxw_row_t)(i / columns);
		lxw_col_t column = (lxw_col_t)(i % columns);

		if (i % 2 == 0)
			worksheet_write_number(sheet, row, column, (double)(i % 7), NULL);
		else
			worksheet_write_string(sheet, row, column, texts[i % 3], NULL);
	}
	return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
