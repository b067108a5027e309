// A browser by the W3C's WebDriver: a driver that is started and ended here, and asked over HTTP.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { until } from "./editor.mjs";

/// How long a driver may take to answer that it is there, in milliseconds.
const START = 60_000;
/// As large as the screen, in CSS pixels.
const WINDOW = { width: 1280, height: 900 };
/// By what an answer names an element.
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/// Keys by the code points that the W3C gave them.
export const Key = { control: "\uE009", shift: "\uE008" };

/// Starts an engine's driver and, by it, the browser. `engine` says which (see `engines/engines.mjs`).
export async function launch({ driver, args = [], capabilities, display = false, env = {} }) {
  const screen = display ? await startDisplay() : undefined;
  const port = await freePort();
  const process = start(driver, [...args, `--port=${port}`], { ...env, ...(screen && { DISPLAY: screen.name }) });
  const ask = asker(`http://127.0.0.1:${port}`);
  const end = async () => {
    await process.end();
    await screen?.process.end();
  };
  try {
    await until(() => process.failed() || ask("GET", "/status").then((status) => status.ready, () => false), `${driver} is there`, START);
    assert.equal(process.failed(), undefined, `${driver} has ended`);
    const { sessionId, capabilities: given } = await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    const session = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    await session("POST", "/window/rect", WINDOW);
    const close = () => session("DELETE", "").finally(end);
    return new Browser(session, `${given.browserName} ${given.browserVersion}`, close);
  } catch (error) {
    await end();
    throw error;
  }
}

/// The browser's one window.
class Browser {
  constructor(ask, version, close) {
    this.ask = ask;
    this.version = version;
    this.close = close;
  }

  open(url) {
    return this.ask("POST", "/url", { url });
  }

  /// Runs a function in the page.
  run(script, ...args) {
    return this.ask("POST", "/execute/sync", { script: `return (${script}).apply(null, arguments)`, args });
  }

  /// All elements that an XPath leads to.
  async all(xpath) {
    const found = await this.ask("POST", "/elements", { using: "xpath", value: xpath });
    return found.map((element) => new Element(this, element));
  }

  /// The first of them that is shown, as soon as there is one.
  async find(xpath) {
    let shown;
    const isThere = async () => {
      for (const element of await this.all(xpath)) if (await element.isShown().catch(() => false)) return (shown = element);
    };
    await until(isThere, `the page shows ${xpath}`);
    return shown;
  }

  /// Presses keys together, wherever the focus is.
  press(...keys) {
    const down = keys.map((value) => ({ type: "keyDown", value }));
    const up = keys.toReversed().map((value) => ({ type: "keyUp", value }));
    return this.ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }] });
  }
}

/// An element of the page, for as long as the page has it.
class Element {
  constructor(browser, reference) {
    this.ask = (method, path, body) => browser.ask(method, `/element/${reference[ELEMENT]}${path}`, body);
    this.isShown = () => browser.run((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }), reference);
  }

  click() {
    return this.ask("POST", "/click", {});
  }

  /// Types after what is there.
  type(text) {
    return this.ask("POST", "/value", { text });
  }

  /// What a person sees that it says: of a field its value.
  value() {
    return this.ask("GET", "/property/value");
  }

  /// What assistive technology is told that it is, and how it is called.
  async named() {
    return [await this.ask("GET", "/computedrole"), await this.ask("GET", "/computedlabel")];
  }
}

/// Asks a driver, and fails with what it says went wrong.
function asker(origin) {
  return async (method, path, body) => {
    const headers = { "Content-Type": "application/json; charset=utf-8" };
    const answer = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body), headers }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/// A program in a group of its own, so that what it started ends with it.
function start(command, args, env, stdio = ["ignore", "ignore", "ignore"]) {
  const child = spawn(command, args, { stdio, detached: true, env: { ...process.env, ...env } });
  let failure;
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve((failure = error.message)));
    child.once("exit", (code, signal) => resolve((failure = `it ended with ${code ?? signal}`)));
  });
  return {
    child,
    failed: () => failure,
    end: async () => {
      if (failure === undefined) globalThis.process.kill(-child.pid, "SIGTERM");
      await ended;
    },
  };
}

/// A screen that nobody sees, for browsers that want one.
async function startDisplay() {
  const process = start("Xvfb", ["-displayfd", "3", "-screen", "0", `${WINDOW.width}x${WINDOW.height}x24`, "-nolisten", "tcp"], {}, ["ignore", "ignore", "ignore", "pipe"]);
  const number = once(process.child.stdio[3], "data").then(([said]) => said.toString().trim());
  const name = await Promise.race([number, once(process.child, "exit").then(() => undefined)]);
  assert.ok(name, "Xvfb, which draws on no screen, has ended");
  return { name: `:${name}`, process };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
