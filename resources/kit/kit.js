"use strict";
// The script of a page that is answered anywhere and saves one sealed file. It goes nowhere: the page's own policy
// forbids every connection. What was answered stays in this page until it is saved, unless somebody asks to keep it.
(function () {
  const kit = JSON.parse(document.getElementById("kit").textContent);
  const sheet = document.getElementById("sheet");
  const steps = [...document.querySelectorAll("section")];
  const keep = document.getElementById("keep");
  const place = "trustcheck " + kit.label + " " + kit.view;
  let code = newCode();
  let reply = null;
  let isSealing = false;

  // -- chance

  // A code says only that a file comes a second time. Bytes beyond the last whole alphabet are drawn again.
  function newCode() {
    const whole = 256 - (256 % kit.alphabet.length);
    let made = "";
    while (made.length < kit.codeLength) {
      const [drawn] = crypto.getRandomValues(new Uint8Array(1));
      if (drawn < whole) { made += kit.alphabet[drawn % kit.alphabet.length]; }
    }
    return made;
  }

  // -- what was answered

  function chosen(question) {
    const found = sheet.querySelector('input[name="' + question.name + '"]:checked');
    return found === null || found.value === "" ? null : found;
  }

  function noteOf(question) {
    const field = document.getElementById("note-" + question.name);
    // Half of a letter (a lone surrogate) and signs that nobody sees would be no text; the rest has a longest size.
    if (field === null) { return ""; }
    const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
    return field.value.slice(0, field.maxLength).replace(halves, "").replace(/[\u0000-\u0009\u000b-\u001f]/g, "").trim();
  }

  // In the order of the questions, whatever order somebody answered in. No name, no time.
  function said() {
    const all = { code: code, view: kit.view, dots: false, answers: {}, guesses: {}, drill: {}, notes: {} };
    const dots = document.getElementById("agree");
    all.dots = dots !== null && dots.checked;
    for (const question of kit.questions) {
      const answer = chosen(question);
      if (answer !== null) { all[question.kind][question.id] = Number(answer.value); }
      const note = noteOf(question);
      if (note !== "") { all.notes[question.id] = note; }
    }
    return all;
  }

  function isEmpty(all) {
    return [all.answers, all.guesses, all.drill, all.notes].every((each) => Object.keys(each).length === 0);
  }

  // -- the seal: ECDH on P-256 with a pair made for this reply, HKDF with SHA-256, AES-256-GCM

  function bytes(text) { return new TextEncoder().encode(text); }

  function joined(...parts) {
    const all = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
    let at = 0;
    for (const each of parts) { all.set(each, at); at += each.length; }
    return all;
  }

  function theKey() {
    return Uint8Array.from(atob(kit.key), (each) => each.charCodeAt(0));
  }

  function keyOfTheCheck() {
    return crypto.subtle.importKey("raw", theKey(), { name: "ECDH", namedCurve: "P-256" }, false, []);
  }

  // Filled up with spaces to the one size that all replies to this check have.
  function filledUp(text) {
    const plain = bytes(text);
    if (plain.length > kit.room) { throw new RangeError("longer than any answer"); }
    const all = new Uint8Array(kit.room).fill(32);
    all.set(plain);
    return all;
  }

  async function seal(text) {
    const magic = bytes(kit.magic), label = bytes(kit.label);
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
    const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: await keyOfTheCheck() }, pair.privateKey, 256);
    const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const how = { name: "HKDF", hash: "SHA-256", salt: point, info: joined(magic, theKey()) };
    const key = await crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const bound = bytes(kit.label + "\n" + kit.view);
    const cipher = { name: "AES-GCM", iv: nonce, additionalData: bound, tagLength: 128 };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher, key, filledUp(text)));
    const length = new Uint8Array([label.length >> 8, label.length & 255]);
    return joined(magic, length, label, point, nonce, sealed);
  }

  // -- keeping a half-filled sheet, only where somebody asks for it

  function drafts() {
    try {
      const found = window.localStorage;
      found.setItem(place + " try", "");
      found.removeItem(place + " try");
      return found;
    } catch (_none) {
      return null;
    }
  }

  function remember() {
    const kept = drafts();
    if (kept === null || reply !== null) { return; }
    try {
      if (keep.checked) { kept.setItem(place, JSON.stringify(said())); } else { kept.removeItem(place); }
    } catch (_full) {
      tell(kit.words.notKept);
    }
  }

  function takeUp() {
    const kept = drafts();
    if (kept === null) {
      keep.disabled = true;
      document.getElementById("keeping").textContent = kit.words.keepsNothing;
      return;
    }
    let draft = null;
    try { draft = JSON.parse(kept.getItem(place)); } catch (_spoilt) { kept.removeItem(place); }
    if (draft === null || typeof draft !== "object") { return; }
    if (new RegExp("^[" + kit.alphabet + "]{" + kit.codeLength + "}$").test(draft.code)) { code = draft.code; }
    for (const question of kit.questions) {
      const value = (draft[question.kind] || {})[question.id];
      for (const each of sheet.querySelectorAll('input[name="' + question.name + '"]')) {
        each.checked = value === undefined ? each.value === "" && each.checked : each.value === String(value);
      }
      const field = document.getElementById("note-" + question.name), note = (draft.notes || {})[question.id];
      if (field !== null && typeof note === "string") { field.value = note; }
    }
    const dots = document.getElementById("agree");
    if (dots !== null) { dots.checked = draft.dots === true; }
    keep.checked = true;
    tell(kit.words.takenUp);
  }

  // -- going through

  function tell(words) {
    const told = document.getElementById("told");
    told.textContent = words;
    told.hidden = words === "";
  }

  function go(id) { window.location.hash = id; }

  // The step that the address names. Once the sheet is sealed there is one step left.
  function show() {
    const wanted = reply !== null ? "end" : window.location.hash.slice(1);
    const step = steps.find((each) => each.id === wanted) || steps[0];
    for (const each of steps) { each.hidden = each !== step; }
    if (step.id === "review") { lookBack(); }
    tell("");
    document.title = step.dataset.title + " \u00b7 TrustCheck";
    // The heading is read out, and the next Tab leads to what stands under it.
    const heading = step.querySelector("h1");
    heading.focus();
    window.scrollTo(0, 0);
  }

  function lookBack() {
    let open = 0;
    for (const question of kit.questions) {
      const answer = chosen(question), line = document.getElementById("line-" + question.name);
      open += answer === null ? 1 : 0;
      line.className = answer === null ? "open" : "";
      const words = answer === null ? kit.words.open : answer.parentElement.querySelector("span").textContent;
      line.querySelector(".given").textContent = words;
    }
    document.getElementById("still").textContent = kit.still[open];
  }

  async function finish() {
    const all = said();
    if (isEmpty(all)) { tell(kit.words.nothing); return; }
    // Pressed twice, it is sealed once.
    if (isSealing) { return; }
    isSealing = true;
    let made = null;
    try { made = await seal(JSON.stringify(all)); } catch (_error) { tell(kit.words.notSealed); }
    isSealing = false;
    if (made === null) { return; }
    keep.checked = false;
    remember();
    reply = { bytes: made, name: kit.words.file + " " + newCode() + kit.ending };
    // Nothing of the answers stays in the page: what is left is sealed.
    sheet.reset();
    for (const each of document.querySelectorAll(".given")) { each.textContent = ""; }
    document.getElementById("file").textContent = reply.name;
    save();
    if (window.location.hash === "#end") { show(); } else { go("end"); }
  }

  function save() {
    const address = URL.createObjectURL(new Blob([reply.bytes], { type: "application/octet-stream" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = reply.name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  // -- hearing what somebody does

  sheet.addEventListener("submit", (event) => {
    event.preventDefault();
    // Enter on an answer presses the first button of the form, which may be one of another step.
    const step = steps.find((each) => !each.hidden);
    const pressed = event.submitter !== null && step.contains(event.submitter)
      ? event.submitter : step.querySelector("button");
    if (pressed.dataset.to) { go(pressed.dataset.to); }
    if (pressed.id === "finish") { finish(); }
    if (pressed.id === "again") { save(); }
  });
  sheet.addEventListener("change", remember);
  sheet.addEventListener("input", remember);
  window.addEventListener("hashchange", show);
  // Digits choose as in the window; in a note they are digits.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) { return; }
    const at = event.target;
    if (at.tagName === "TEXTAREA" || (at.tagName === "INPUT" && at.type !== "radio")) { return; }
    const step = steps.find((each) => !each.hidden);
    const wanted = step && step.querySelector('input[data-key="' + CSS.escape(event.key.toLowerCase()) + '"]');
    if (wanted) {
      wanted.checked = true;
      wanted.focus();
      remember();
      event.preventDefault();
    }
  });

  // -- beginning: only where this browser can seal what will be answered

  async function begin() {
    try {
      await seal("");
    } catch (_none) {
      document.getElementById("unsealed").hidden = false;
      return;
    }
    document.getElementById("start-on").disabled = false;
    sheet.hidden = false;
    window.history.replaceState(null, "", "#start");
    show();
    takeUp();
  }
  begin();
})();
