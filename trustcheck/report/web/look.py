"""How a report looks in a browser: the inks of the window by day and in the evening, one column, and paper."""

from collections.abc import Mapping

from trustcheck import assets
from trustcheck.report.document.parts import Dress

_STYLE = """
* { box-sizing: border-box; }
html { background: var(--canvas); color: var(--ink); font: 1.0625rem/1.55 "Source Sans 3", Calibri, Carlito,
  system-ui, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main, header, nav, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; overflow-wrap: break-word; }
header { padding-top: 3rem; }
footer { padding: 2rem 1.25rem 3rem; color: var(--ink2); }
h1, h2 { font-family: "Source Serif 4", Georgia, "Noto Serif", serif; font-weight: 600; line-height: 1.2; }
h1 { font-size: 2.4rem; margin: 1rem 0 .5rem; }
h2 { font-size: 1.6rem; margin: .25rem 0 1rem; }
h3 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1.0625rem; margin: 1.25rem 0 .35rem; }
p { margin: .6rem 0; }
section { padding-top: 3rem; }
.place { font-size: 1.3rem; color: var(--ink2); }
.closing { font-style: italic; color: var(--ink2); }
.quiet, .small { color: var(--ink2); }
.small, .label, .eyebrow { font-size: .9375rem; }
.label, .eyebrow { font-weight: 600; color: var(--ink2); margin-bottom: 0; }
.accent { color: var(--accent); }
ul { padding-inline-start: 1.25rem; }
li { margin: .3rem 0; }
nav { padding-top: 2rem; }
nav ol { list-style: none; padding: 0; border-top: 1px solid var(--line); }
nav li { margin: 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
nav a { display: block; padding: .6rem 0; color: var(--ink); text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
figure { margin: 1rem 0; }
svg { display: block; max-width: 100%; height: auto; }
.broad { overflow-x: auto; }
.broad svg { min-width: 36rem; }
details { margin: .35rem 0 1rem; }
summary { min-height: 1.75rem; color: var(--accent); cursor: pointer; font-size: .9375rem; }
.wide { overflow-x: auto; margin: .75rem 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .9875rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line);
  min-width: 4.5rem; }
thead th { color: var(--ink2); border-bottom-color: var(--line_strong); vertical-align: bottom; }
tbody th { font-weight: 600; }
.even tbody th { font-weight: 400; }
tr.apart > * { border-top: 2px solid var(--line_strong); }
td svg { min-width: 11rem; }
dl { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .3rem 1.25rem; margin: .75rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
.card, .note, .strip, .mark { padding: .75rem 1.25rem; margin: 1.25rem 0; border-radius: .75rem; }
.card { background: var(--surface); border: 1px solid var(--line); }
.note { border: 1px dashed var(--line_strong); }
.strip { background: var(--sunk); }
.mark { border-inline-start: .3rem solid var(--accent_line); border-radius: 0; padding-block: .1rem; }
.beside { display: grid; gap: .5rem 2rem; margin: 1rem 0; }
.beside > div { min-width: 0; }
.ruled { border-top: 1px solid var(--line); padding-top: .5rem; }
@media (min-width: 40rem) {
  nav ol { columns: 2; column-gap: 2rem; }
  .beside { grid-auto-flow: column; grid-auto-columns: 1fr; }
}
.lines { display: none; }
.logo { max-width: 15rem; max-height: 5rem; background: #FFFFFF; padding: .35rem; border-radius: .35rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
@media print {
  html { font-size: 10.5pt; }
  nav, details { display: none; }
  main, header, footer { max-width: none; padding-inline: 0; }
  section { padding-top: 1.5rem; }
  section.page { break-before: page; padding-top: 0; }
  h2, h3, h4, .eyebrow { break-after: avoid; }
  .broad { overflow: visible; } .broad svg { min-width: 0; }
  figure, tr, .card, .strip, .mark, .note { break-inside: avoid; }
  .lines { display: block; height: 4rem; border-bottom: 1px solid var(--line_strong); }
  @page { margin: 20mm; }
}
@media (forced-colors: active) { svg { forced-color-adjust: none; background: #FFFFFF; } }
"""


def style_of(dress: Dress, inks_used: Mapping[str, None]) -> str:
    """The whole style of a page. Each ink that charts use is a class for what is filled (``f-``) and drawn (``s-``)."""
    day, evening, paper = (assets.inks(name) for name in ("light", "dark", "paper"))
    worn = dress.accent or day["accent"]
    day |= {"accent_line": worn, "accent": day["accent"] if dress.lines_only else worn}
    paper |= {"accent_line": day["accent_line"], "accent": day["accent"]}
    evening |= {"accent_line": evening["accent"]}
    return "".join(
        (
            f":root {{ color-scheme: light dark; {_variables(day)} }}\n",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(evening)} }} }}\n",
            f"@media print {{ :root {{ {_variables(paper)} }} }}",
            _STYLE,
            *(f".f-{ink} {{ fill: var(--{ink}); }} .s-{ink} {{ stroke: var(--{ink}); }}\n" for ink in inks_used),
        )
    )


def _variables(inks: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in inks.items())
