"""What stands on every page of a phone with keys: digits choose as they do in the window."""

KEYS = """
"use strict";
// A page that the browser kept for the way back may be of a sheet that is put away: it is asked for anew.
window.addEventListener("pageshow", function (event) {
  if (event.persisted) { window.location.reload(); }
});
// Digits choose as in the window, where there is a keyboard. Nothing on the page needs this.
document.addEventListener("keydown", function (event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) { return; }
  var at = event.target;
  if (at.tagName === "TEXTAREA" || (at.tagName === "INPUT" && at.type !== "radio")) { return; }
  var key = event.key.toLowerCase();
  document.querySelectorAll("input[data-key]").forEach(function (each) {
    if (each.dataset.key === key) { each.checked = true; each.focus(); event.preventDefault(); }
  });
});
"""
