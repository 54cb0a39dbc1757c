#include "model/engagement.h"

const char *const wanted_names[WANTED_COUNT] = {
	[WANTED_WORKSHEET] = "worksheet",
	[WANTED_EXECUTIVE] = "executive",
	[WANTED_GROUP] = "group",
	[WANTED_FACILITATOR] = "facilitator",
	[WANTED_INDIVIDUAL] = "individual",
	[WANTED_WORKBOOK] = "workbook",
	[WANTED_SCORES] = "scores",
};
