// A browser over its DevTools pipe: messages are JSON, parted by NULs.
import {spawn} from "node:child_process";

export class Browser {
	constructor(program, folder) {
		this.waiting = new Map();
		this.next = 1;
		this.rest = "";
		this.child = spawn(program, [
			"--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
			"--remote-debugging-pipe", "--window-size=1000,1300",
			`--user-data-dir=${folder}`, "about:blank",
		], {stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"]});
		this.child.stdio[4].setEncoding("utf8");
		this.child.stdio[4].on("data", text => this.take(text));
	}

	take(text) {
		const messages = (this.rest + text).split("\0");

		this.rest = messages.pop();
		for (const message of messages.map(JSON.parse)) {
			const waiter = this.waiting.get(message.id);

			this.waiting.delete(message.id);
			if (waiter && message.error)
				waiter.reject(new Error(message.error.message));
			else if (waiter)
				waiter.resolve(message.result);
		}
	}

	send(method, params = {}, sessionId = undefined) {
		const id = this.next++;

		this.child.stdio[3].write(JSON.stringify({id, method, params, sessionId}) + "\0");
		return new Promise((resolve, reject) => this.waiting.set(id, {resolve, reject}));
	}

	// The session of the first target that fits, once there is one.
	async attach(fits) {
		for (let tries = 0; tries < 100; tries++) {
			const {targetInfos} = await this.send("Target.getTargets", {filter: [{}]});
			const target = targetInfos.find(fits);

			if (target)
				return (await this.send("Target.attachToTarget",
					{targetId: target.targetId, flatten: true})).sessionId;
			await pause(100);
		}
		throw new Error("the browser does not show what is waited for");
	}

	// The value of an expression, a promise's once it is kept.
	async evaluate(expression, session) {
		const {result, exceptionDetails} = await this.send("Runtime.evaluate",
			{expression, awaitPromise: true, returnByValue: true}, session);

		if (exceptionDetails)
			throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value;
	}

	close() {
		const closed = new Promise(resolve => this.child.once("exit", resolve));

		this.child.kill();
		return closed;
	}
}

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
