/* What sections of reports on things to be done share: how far the items are
 * by the sheet that the team filled in together, and how that is counted.
 *
 * No single person's answers stand on that sheet, so privacy is not touched.
 * Work is what people do: the statuses, in frameworks without any the checks.
 */
#ifndef WAYMARK_STATUS_H
#define WAYMARK_STATUS_H

#include <stdbool.h>
#include <stddef.h>

#include "compose/composer.h"
#include "model/document.h"
#include "model/scores.h"

enum scale_kind status_work(const struct framework *framework);

/* The level whose sections follow each other, such as phases: the one whose
 * rule says when a section is complete, else the outermost sections. */
size_t status_level(const struct framework *framework);

/* Whether the framework says when a section of that level is finished. */
bool status_has_position(const struct framework *framework);

/* The section of that level that an element lies in, or SIZE_MAX. */
size_t status_phase(const struct framework *framework, size_t element);

/* Answers of one kind below an element; nothing without a sheet. */
struct tally status_tally(const struct composer *composer, size_t element, enum scale_kind kind);

/* The items that apply, answered or not. */
size_t status_applicable(const struct tally *tally);

/* How far one item is; SQUARE_BLANK without a sheet. */
enum square status_square(const struct scores *scores, size_t item);

/* The checks below an element, with small words after each by `aside`, which
 * may be NULL; title and text are left to the caller. */
struct check_list status_checks(struct composer *composer, size_t element,
                                const char *(*aside)(struct composer *, size_t item));

/* The words of an item's answer; NULL when nobody has said any. */
const char *status_label(const struct scores *scores, size_t item);

/* Sets {done#}, {started#}, {open#}, {unsaid#}, {of#}: those that apply,
 * {excluded#} and {excluded-percent}: of all. Flags `nothing-applies`,
 * `all-done`, `underway`, `unsaid`, `unknown`: all are unsaid, and `excluded`. */
#define STATUS_COUNTS "done# started# open# unsaid# of# excluded# excluded-percent"
#define STATUS_FLAGS "nothing-applies all-done underway unsaid unknown excluded"
void status_set_counts(struct composer *composer, const struct tally *tally);

/* Sets {phase*}, {phase-count#} and {counted-phases}; and of where people stand
 * {position}, {position-place#}, {position-percent} and {complete-percent}.
 * Flags `one-phase`, `rule`, `positioned`, `scored` (the section people stand
 * in) and `finished`. */
#define STATUS_PHASES \
	"phase* phase-count# counted-phases position position-place# position-percent " \
	"complete-percent"
#define STATUS_PHASE_FLAGS "one-phase rule positioned scored finished"
void status_set_phases(struct composer *composer);

/* What stands beside an item's answer in the column of this id; NULL when its
 * scale has none or nothing was written there. */
const struct value *status_detail(const struct composer *composer, size_t item,
                                  const struct record_column *column);

/* The number that was reached so far of an item with a target; NAN: none. */
double status_reading(const struct composer *composer, size_t item);

/* A cell of a detail as readers see it, or NULL. */
const char *status_cell(struct composer *composer, size_t item,
                        const struct record_column *column);

#endif
