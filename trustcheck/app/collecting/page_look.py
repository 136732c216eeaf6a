"""How pages for a browser look, on a phone or from a file: the inks of the window by day and in the evening, large
targets."""

from collections.abc import Mapping

_STYLE = """
* { box-sizing: border-box; -webkit-tap-highlight-color: transparent; }
html { background: var(--canvas); color: var(--ink); font: 1.125rem/1.5 "Source Sans 3", system-ui, sans-serif;
  -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: 1.25rem 1.25rem 3rem; }
h1, .question { font: 600 1.6rem/1.3 "Source Serif 4", Georgia, "Noto Serif", serif; margin: .5rem 0 1rem;
  overflow-wrap: break-word; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; }
p, li, dd, dt, label, summary { overflow-wrap: break-word; }
.quiet { color: var(--ink2); }
.small { font-size: 1rem; }
ul { padding-left: 1.25rem; }
li { margin: .5rem 0; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; }
.answer { display: flex; align-items: center; gap: .75rem; min-height: 3.25rem; padding: .5rem 1rem; margin: .5rem 0;
  background: var(--surface); border: 1px solid var(--line_strong); border-radius: .75rem; cursor: pointer; }
.answer:has(input:checked) { background: var(--accent_soft); border: 2px solid var(--accent);
  padding: calc(.5rem - 1px) calc(1rem - 1px); }
.answer input { width: 1.35rem; height: 1.35rem; margin: 0; flex: none; accent-color: var(--accent); }
.answer .key { margin-left: auto; color: var(--ink3); font-size: 1rem; }
.apart { margin-top: 1.25rem; }
.apart .answer { background: transparent; border-color: var(--line); min-height: 2.75rem; color: var(--ink2); }
.apart .answer:has(input:checked) { background: var(--accent_soft); border-color: var(--accent); color: var(--ink); }
.foot { display: flex; flex-direction: column; gap: .75rem; margin-top: 1.5rem; }
button, .button { font: inherit; font-weight: 600; min-height: 3rem; padding: .6rem 1.25rem; border-radius: .75rem;
  border: 1px solid var(--line_strong); background: var(--surface); color: var(--ink); width: 100%; cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on_accent); }
button.quiet { background: transparent; border-color: transparent; color: var(--accent); }
input.code { font: inherit; font-size: 1.5rem; letter-spacing: .12em; text-transform: uppercase; width: 100%;
  padding: .6rem 1rem; border: 1px solid var(--line_strong); border-radius: .75rem; background: var(--surface);
  color: var(--ink); }
textarea { font: inherit; width: 100%; min-height: 6rem; padding: .6rem 1rem; border: 1px solid var(--line_strong);
  border-radius: .75rem; background: var(--surface); color: var(--ink); }
details { margin: 1.25rem 0; }
summary { min-height: 2.75rem; padding: .5rem 0; color: var(--accent); font-weight: 600; cursor: pointer; }
a { color: var(--accent); }
progress { width: 100%; height: .5rem; accent-color: var(--accent); }
.told { background: var(--warn_soft); color: var(--ink); border-left: .3rem solid var(--warn); padding: .75rem 1rem;
  border-radius: .35rem; }
.lines { list-style: none; padding: 0; }
.lines a { display: block; padding: .75rem 0; border-top: 1px solid var(--line); text-decoration: none;
  color: var(--ink); }
.lines .given { display: block; color: var(--ink2); }
.lines .open .given { color: var(--warn); font-weight: 600; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.answer:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
.answer input:focus-visible { outline: none; }
@media (hover: none) { .key { display: none; } }
@media (forced-colors: active) { .answer:has(input:checked) { border-width: 4px; } }
"""


def style_sheet(inks: Mapping[str, Mapping[str, str]]) -> str:
    """The look of the window; the evening's where the phone is set to dark."""
    light, dark = (_variables(inks[name]) for name in ("light", "dark"))
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{_STYLE}"
    )


def _variables(inks: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in inks.items())
