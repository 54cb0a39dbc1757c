#include "compose/composer.h"
#include "compose/report.h"

/* Few pages are seen at a glance. */
enum { LEAST_PAGES = 7 };

void compose_contents(struct composer *composer)
{
	int count = composer->section->count;

	composer_add(composer, BLOCK_CONTENTS)->contents = (struct contents_block){
		.title = composer_text(composer, "title"),
		.least_pages = count > 0 ? (size_t)count : LEAST_PAGES};
}
