// Fills a form in Chromium's own viewer with mouse and keyboard, and saves it
// as its button does: node chromium.mjs IN STEPS.json OUT
//
// A step is {page, x, y, width, height, text?, keys?}: a field (points from
// the page's upper left corner), what is typed into it and keys pressed there.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {pathToFileURL} from "node:url";
import {Browser, pause} from "./devtools.mjs";

const viewer = "document.querySelector('pdf-viewer')";
const keyCodes = {ArrowDown: 40, Enter: 13, Escape: 27, Tab: 9};
const [input, steps, output] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "waymark-chromium-"));
const browser = new Browser(process.env.CHROMIUM ?? "chromium", folder);

async function open() {
	const url = pathToFileURL(path.resolve(input)).href;

	await browser.send("Target.createTarget", {url});
	const page = await browser.attach(target => target.type === "page" && target.url === url);
	const frame = await browser.attach(target => target.url.startsWith("chrome-extension:"));

	for (let tries = 0; tries < 100; tries++) {
		if (await browser.evaluate(`${viewer}?.initialLoadComplete_ ?? false`, frame) === true ||
		    await browser.evaluate(`${viewer}?.loadState_ === 'success'`, frame))
			return {page, frame};
		await pause(100);
	}
	throw new Error("the viewer does not show the document");
}

// Where the middle of a field is on the screen, with its page scrolled to.
function place(frame, step) {
	return browser.evaluate(`(async () => {
		const viewport = ${viewer}.viewport;
		const plugin = ${viewer}.plugin_.getBoundingClientRect();
		const scale = () => viewport.getPageScreenRect(${step.page - 1}).width / ${step.pageWidth};

		viewport.goToPageAndXy(${step.page - 1}, 0,
			${Math.max(0, step.y - 200)} * scale() / viewport.getZoom());
		await new Promise(resolve => setTimeout(resolve, 60));

		const page = viewport.getPageScreenRect(${step.page - 1});
		return {x: plugin.x + page.x + ${step.x + step.width / 2} * scale(),
		        y: plugin.y + page.y + ${step.y + step.height / 2} * scale()};
	})()`, frame);
}

async function press(key, page) {
	const event = {key, code: key, windowsVirtualKeyCode: keyCodes[key]};

	await browser.send("Input.dispatchKeyEvent", {type: "rawKeyDown", ...event}, page);
	await browser.send("Input.dispatchKeyEvent", {type: "keyUp", ...event}, page);
}

async function type(text, page) {
	for (const letter of text) {
		if (letter === "\n")
			await browser.send("Input.dispatchKeyEvent", {
				type: "keyDown", key: "Enter", code: "Enter", text: "\r",
				windowsVirtualKeyCode: 13}, page);
		else
			await browser.send("Input.dispatchKeyEvent",
				{type: "char", text: letter, unmodifiedText: letter}, page);
	}
}

async function click({x, y}, page) {
	const event = {x, y, button: "left", clickCount: 1};

	await browser.send("Input.dispatchMouseEvent", {type: "mouseMoved", x, y}, page);
	await browser.send("Input.dispatchMouseEvent", {type: "mousePressed", ...event}, page);
	await browser.send("Input.dispatchMouseEvent", {type: "mouseReleased", ...event}, page);
	await pause(30);
}

async function fill({page, frame}, step) {
	// a field keeps the keys until it is left, even when one of another page is clicked
	await browser.evaluate(`${viewer}.plugin_.blur()`, frame);
	await click(await place(frame, step), page);
	await type(step.text ?? "", page);
	for (const key of step.keys ?? [])
		await press(key, page);
	await pause(30);
}

async function save({frame}) {
	const bytes = await browser.evaluate(`${viewer}.currentController.save('EDITED').then(saved => {
		let text = "";

		for (const byte of new Uint8Array(saved.dataToSave))
			text += String.fromCharCode(byte);
		return btoa(text);
	})`, frame);

	writeFileSync(output, Buffer.from(bytes, "base64"));
}

try {
	const shown = await open();

	await pause(500);
	for (const step of JSON.parse(readFileSync(steps, "utf8")))
		await fill(shown, step);
	await pause(200);
	await save(shown);
	if (process.env.SCREEN) {
		const {data} = await browser.send("Page.captureScreenshot", {}, shown.page);

		writeFileSync(process.env.SCREEN, Buffer.from(data, "base64"));
	}
} finally {
	await browser.close();
	/* its last processes may still write there */
	rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
}
