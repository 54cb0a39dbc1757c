/* What libyaml says about a file that is not YAML, in plain words. */
#ifndef WAYMARK_SYNTAX_H
#define WAYMARK_SYNTAX_H

#include <yaml.h>

#include "base/diag.h"

#define SYNTAX_NO_TAG "leave the tag out, or put quotes around a text that begins with !"

struct pos syntax_pos(const struct source *source, yaml_mark_t mark);

/* Records why the parser stopped. */
void syntax_report(struct diag *diag, const struct source *source, const yaml_parser_t *parser);

#endif
