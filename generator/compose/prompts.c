#include "base/arena.h"
#include "compose/composer.h"
#include "compose/fields.h"
#include "compose/report.h"

enum { LINES = 2 };

void compose_prompts(struct composer *composer)
{
	const struct framework *f = composer->framework;
	struct blocks outer;

	if (f->n_prompts == 0)
		return;
	composer_set_count(composer, "prompt-count", f->n_prompts);
	outer = report_open_section(composer);
	composer_add(composer, BLOCK_PROMPTS)->prompts = (struct prompts_block){
		.field = FIELD_WORD_QUESTION ".Discussion", .texts = f->prompts,
		.n_texts = f->n_prompts, .n_lines = LINES, .n_columns = 1, .first_number = 1};
	report_close_section(composer, outer);
}
