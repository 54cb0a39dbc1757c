// Fills a form with pdf-lib: node pdf-lib.mjs IN VALUES.json OUT
import {readFileSync, writeFileSync} from "node:fs";
import {PDFCheckBox, PDFDocument, PDFDropdown, PDFRadioGroup, PDFTextField} from "pdf-lib";

const [input, values, output] = process.argv.slice(2);
const pdf = await PDFDocument.load(readFileSync(input), {updateMetadata: false});
const form = pdf.getForm();

for (const [name, value] of Object.entries(JSON.parse(readFileSync(values, "utf8")))) {
	const field = form.getField(name);

	if (field instanceof PDFCheckBox)
		field.check();
	else if (field instanceof PDFRadioGroup || field instanceof PDFDropdown)
		field.select(value);
	else if (field instanceof PDFTextField)
		field.setText(value);
	else
		throw new Error(`${name} is of a kind that nobody knows`);
}
writeFileSync(output, await pdf.save());
