#include "layout/page.h"

const char *const role_names[ROLE_COUNT] = {
	[ROLE_DOCUMENT] = "document",
	[ROLE_PART] = "part",
	[ROLE_SECTION] = "section",
	[ROLE_HEADING1] = "heading-1",
	[ROLE_HEADING2] = "heading-2",
	[ROLE_HEADING3] = "heading-3",
	[ROLE_PARAGRAPH] = "paragraph",
	[ROLE_LIST] = "list",
	[ROLE_NUMBERED_LIST] = "numbered-list",
	[ROLE_LIST_ITEM] = "list-item",
	[ROLE_LABEL] = "label",
	[ROLE_LIST_BODY] = "list-body",
	[ROLE_TABLE] = "table",
	[ROLE_ROW] = "row",
	[ROLE_HEAD_CELL] = "head-cell",
	[ROLE_ROW_HEAD] = "row-head",
	[ROLE_CELL] = "cell",
	[ROLE_FIGURE] = "figure",
	[ROLE_CAPTION] = "caption",
	[ROLE_LINK] = "link",
	[ROLE_FORM] = "form",
	[ROLE_ARTIFACT] = "artifact",
	[ROLE_PAGE_HEAD] = "page-head",
	[ROLE_PAGE_FOOT] = "page-foot",
};

const char *const field_names[FIELD_COUNT] = {
	[FIELD_CHECK] = "check",
	[FIELD_RADIO] = "radio",
	[FIELD_TEXT] = "text",
	[FIELD_LINES] = "lines",
	[FIELD_DATE] = "date",
	[FIELD_NUMBER] = "number",
	[FIELD_CHOICE] = "choice",
	[FIELD_DATA] = "data",
};
