// Fills a form with pdf.js, as its viewer saves it: node pdfjs.mjs IN VALUES.json OUT
import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

const [input, valuesFile, output] = process.argv.slice(2);
const values = JSON.parse(readFileSync(valuesFile, "utf8"));
const folder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const pdf = await getDocument({
	data: new Uint8Array(readFileSync(input)),
	standardFontDataUrl: path.join(folder, "standard_fonts") + "/",
}).promise;

for (let number = 1; number <= pdf.numPages; number++) {
	const page = await pdf.getPage(number);

	for (const field of await page.getAnnotations()) {
		const value = values[field.fieldName];

		if (value === undefined)
			continue;
		if (field.checkBox)
			pdf.annotationStorage.setValue(field.id, {value: true});
		else if (field.radioButton)
			pdf.annotationStorage.setValue(field.id, {value: field.buttonValue === value});
		else
			pdf.annotationStorage.setValue(field.id, {value});
	}
}
writeFileSync(output, await pdf.saveDocument());
await pdf.destroy();
