// FORM STEPS OUT: fills a form in Chromium's own viewer with mouse and keyboard. Run where ws is (or with Node 22).
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const WebSocket = globalThis.WebSocket ?? createRequire(`${process.cwd()}/`)("ws");
const [form, steps, out] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "chromium-"));
const browser = spawn("chromium", [
  "--headless=new", "--no-sandbox", "--remote-debugging-port=0", "--window-size=1200,1400",
  `--user-data-dir=${profile}`, "about:blank",
]);
process.on("uncaughtException", (problem) => {
  console.error(problem);
  browser.kill("SIGKILL");
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  process.exit(1);
});
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
setTimeout(() => { browser.kill("SIGKILL"); process.exit(1); }, 180_000).unref();

const address = await new Promise((done) => {
  let said = "";
  browser.stderr.on("data", (more) => {
    said += more;
    const found = said.match(/DevTools listening on (ws:\S+)/);
    if (found) done(found[1]);
  });
});
const line = new WebSocket(address);
const waiting = new Map();
const sessions = [];
let count = 0;
const ask = (method, params = {}, sessionId = undefined) => {
  count += 1;
  line.send(JSON.stringify({ id: count, method, params, sessionId }));
  return new Promise((done, fail) => waiting.set(count, { done, fail, method }));
};
line.onmessage = ({ data }) => {
  const said = JSON.parse(data);
  if (said.id) {
    const { done, fail, method } = waiting.get(said.id);
    if (said.error) fail(new Error(`${method}: ${said.error.message}`));
    else done(said.result);
  } else if (said.method === "Target.attachedToTarget") {
    const { sessionId, targetInfo } = said.params;
    sessions.push({ sessionId, ...targetInfo });
    ask("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId);
  }
};
await new Promise((done) => { line.onopen = done; });
const { targetId } = await ask("Target.createTarget", { url: pathToFileURL(resolve(form)).href });
await ask("Target.attachToTarget", { targetId, flatten: true });
await wait(4000);
const page = sessions.find((each) => each.targetId === targetId).sessionId;
const { targetInfos } = await ask("Target.getTargets", { filter: [{}] });
const extension = targetInfos.find((each) => each.url.startsWith("chrome-extension:")).targetId;
const viewer = sessions.find((each) => each.targetId === extension).sessionId;
const inside = targetInfos.find((each) => each.type === "iframe" && each.url.startsWith("file:")).targetId;
const plugin = sessions.find((each) => each.targetId === inside).sessionId;
await ask("Page.bringToFront", {}, page);
for (const each of [page, viewer, plugin]) await ask("Emulation.setFocusEmulationEnabled", { enabled: true }, each);
const said = async (expression) => {
  const { result, exceptionDetails } = await ask(
    "Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, viewer);
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails).slice(0, 500));
  return result.value;
};
const key = async (name, text = "") => {
  const pressed = { key: name, code: name, text, windowsVirtualKeyCode: name === "Enter" ? 13 : 9 };
  await ask("Input.dispatchKeyEvent", { type: "keyDown", ...pressed }, plugin);
  await ask("Input.dispatchKeyEvent", { type: "keyUp", ...pressed }, plugin);
};
for (const [deed, , value, at, x, y] of JSON.parse(readFileSync(steps, "utf8"))) {
  // The keyboard has to be with the page of the file, and not with the viewer's own buttons.
  await said(`document.querySelector("pdf-viewer").shadowRoot.querySelector("#plugin").focus()`);
  await said(`document.querySelector("pdf-viewer").viewport.goToPageAndXy(${at}, 0, ${Math.max(0, y - 300)})`);
  await wait(300);
  const [left, top] = await said(`(() => {
    const viewer = document.querySelector("pdf-viewer");
    const page = viewer.viewport.getPageScreenRect(${at});
    const plugin = viewer.shadowRoot.querySelector("#plugin").getBoundingClientRect();
    const scale = (viewer.viewport.getZoom() * 96) / 72;
    return [plugin.x + page.x + ${x} * scale, plugin.y + page.y + ${y} * scale];
  })()`);
  const mouse = { x: left, y: top, button: "left", clickCount: 1 };
  for (const type of ["mouseMoved", "mousePressed", "mouseReleased"])
    await ask("Input.dispatchMouseEvent", { type, ...mouse }, page);
  await wait(100);
  if (deed === "type")
    for (const [number, row] of value.split("\n").entries()) {
      if (number) await key("Enter", "\r");
      for (const text of row) await ask("Input.dispatchKeyEvent", { type: "char", text }, plugin);
    }
}
await key("Tab");
await wait(500);
if (process.env.PICTURE) {
  const { data } = await ask("Page.captureScreenshot", {}, page);
  writeFileSync(process.env.PICTURE, Buffer.from(data, "base64"));
}
// There is no dialog to choose a file without a screen: the viewer's own saving writes to here instead.
const saved = await said(`(async () => {
  const viewer = document.querySelector("pdf-viewer");
  const parts = [];
  let closed;
  const whole = new Promise((done) => { closed = done; });
  window.showSaveFilePicker = async () => ({ createWritable: async () => ({
    write: async (part) => { parts.push(part); }, truncate: async () => {}, close: async () => { closed(); },
  }) });
  viewer.selectFileAndGetWriter_ = async () => ({
    write(part) { parts.push(part); setTimeout(() => { this.onwriteend?.(); closed(); }); },
  });
  viewer.onSave_(viewer.browserApi.getStreamInfo().streamUrl);
  await whole;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return Array.from(bytes, (each) => String.fromCharCode(each)).join("");
})()`);
writeFileSync(out, Buffer.from(saved, "latin1"));
browser.on("exit", () => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  process.exit(0);
});
browser.kill();
