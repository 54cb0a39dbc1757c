/* One function a command; the table of them stands in commands.c. */
#ifndef WAYMARK_COMMANDS_H
#define WAYMARK_COMMANDS_H

#include "cli/session.h"

enum exit_code command_check(struct session *session);
enum exit_code command_worksheet(struct session *session);
enum exit_code command_form(struct session *session);
enum exit_code command_score(struct session *session);
enum exit_code command_report(struct session *session);
enum exit_code command_workbook(struct session *session);
enum exit_code command_build(struct session *session);
enum exit_code command_list(struct session *session);
enum exit_code command_schema(struct session *session);
enum exit_code command_new(struct session *session);

#endif
