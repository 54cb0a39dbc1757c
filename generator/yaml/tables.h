/* The tables that whole files are bound by, for those who look at the tables
 * themselves. */
#ifndef WAYMARK_TABLES_H
#define WAYMARK_TABLES_H

#include "yaml/bind.h"

extern const struct table raw_engagement_table;
extern const struct table raw_framework_table;
extern const struct table raw_sheet_table;
extern const struct table raw_template_table;
extern const struct table raw_theme_table;

#endif
