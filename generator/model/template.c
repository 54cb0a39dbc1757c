#include "model/template.h"

const char *const template_kind_names[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = "worksheet",
	[TEMPLATE_GROUP] = "group",
	[TEMPLATE_INDIVIDUAL] = "individual",
	[TEMPLATE_WORKBOOK] = "workbook",
};
