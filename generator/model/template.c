#include "model/template.h"

const char *const template_kind_names[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = "worksheet",
	[TEMPLATE_GROUP] = "group",
	[TEMPLATE_INDIVIDUAL] = "individual",
	[TEMPLATE_WORKBOOK] = "workbook",
	[TEMPLATE_FORM] = "form",
};

const char *const comparison_signs[COMPARE_COUNT] = {
	[COMPARE_AT_LEAST] = ">=",
	[COMPARE_AT_MOST] = "<=",
	[COMPARE_ABOVE] = ">",
	[COMPARE_BELOW] = "<",
	[COMPARE_EQUAL] = "=",
};
