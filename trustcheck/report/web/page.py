"""A report as one file for a browser: for whoever cannot use a PDF, listens to it, or reads it on a small screen.

Nothing is loaded from anywhere, no script stands in it, and a content policy forbids both. What the outline leaves out
stands nowhere in it.
"""

import base64
import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from markupsafe import Markup

from trustcheck.app.ports import Progress, ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.scene import ChartCells, Scene
from trustcheck.report.document.parts import (
    Beside,
    Bullets,
    Detail,
    Figure,
    Heading,
    Logo,
    Outline,
    Pairs,
    Panel,
    Part,
    RuledLines,
    Section,
    Table,
    TableCell,
    Words,
)
from trustcheck.report.layout.chart_pictures import as_svg, in_named_inks
from trustcheck.report.maker import language_tag, outline_of
from trustcheck.report.pdf.typography import Typography
from trustcheck.report.web.look import style_of
from trustcheck.words import gettext as _
from trustcheck.words import reads_from_the_right

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
    "<title>{title}</title><style>{style}</style></head>\n<body>{body}</body></html>\n"
)
_BROAD = 320.0
"""Points."""
_POLICY = "default-src 'none'; img-src data:; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"


def make_web_report(
    result: PersonalResult | GroupResult,
    options: ReportOptions,
    progress: Progress | None = None,
    fonts: Sequence[Path] = (),
) -> bytes:
    """The wanted edition as HTML in UTF-8. ``progress`` is called with (done, of) after each section; what it raises
    ends all. The same result, options and fonts give the same bytes.

    Raises :class:`~trustcheck.app.refusals.Refused` as the report does.
    """
    outline = outline_of(result, options)
    writer = _Writer(Typography(fonts))
    steps, written = len(outline.sections) + 1, list[Markup]()
    for done, section in enumerate(outline.sections, 1):
        written.append(writer.section(section, outline.beside.get(section.id, ())))
        if progress is not None:
            progress(done, steps)
    body = Markup("{}{}<main>{}</main>{}").format(
        writer.begin(outline), _contents(outline.sections), _joined(written), _end(outline)
    )
    style = Markup(style_of(outline.dress, writer.inks))  # noqa: S704 - our own text and colours that were checked
    known = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _PAGE.format(
        language=language_tag(),
        direction="rtl" if reads_from_the_right() else "ltr",
        policy=_POLICY.format(known),
        title=outline.title,
        style=style,
        body=body,
    ).encode()


class _Writer:
    """Says each part in HTML; gathers the inks that its charts are drawn in."""

    def __init__(self, type_: Typography) -> None:
        self._type, self.inks = type_, dict[str, None]()
        self._headed = False
        self._writers: dict[type, Callable[[Any], Markup]] = {
            Heading: self._heading,
            Words: _words,
            Bullets: _bullets,
            Figure: lambda figure: self._figure(figure.scene),
            Table: self._table,
            Pairs: _pairs,
            Panel: self._panel,
            Beside: self._beside,
            RuledLines: _ruled,
            Logo: _logo,
        }

    def begin(self, outline: Outline) -> Markup:
        """The cover, or, where the first page begins at once, its title for who jumps from heading to heading."""
        cover, notes = outline.cover, outline.beside.get("cover", ())
        if cover is None:
            return Markup("<header><h1>{}</h1></header>").format(outline.title)
        return Markup("<header>{logo}<h1>{title}</h1>{place}{pairs}{sentence}{notes}</header>").format(
            logo=_logo(cover.logo) if cover.logo is not None else "",
            title=cover.title,
            place=_filled(Markup('<p class="place">{}</p>'), cover.place.strip()),
            pairs=_pairs(Pairs(cover.pairs)),
            sentence=_filled(Markup('<p class="closing">{}</p>'), cover.sentence),
            notes=self._notes(notes),
        )

    def section(self, section: Section, notes: tuple[Part, ...]) -> Markup:
        self._headed = False
        above = section.eyebrow if section.eyebrow != section.title else ""
        return Markup('<section id="{id}"{page}>{above}<h2>{title}</h2>{parts}{notes}</section>\n').format(
            id=section.id,
            page=Markup(' class="page"') if section.share >= 1 else "",
            above=_filled(Markup('<p class="eyebrow">{}</p>'), above),
            title=section.title,
            parts=self._parts(section.parts),
            notes=self._notes(notes),
        )

    def _notes(self, notes: tuple[Part, ...]) -> Markup:
        """What stands at the side of a page for whoever leads the talk."""
        return Markup('<aside class="note">{}</aside>').format(self._parts(notes)) if notes else Markup("")

    def _parts(self, parts: Iterable[Part]) -> Markup:
        return _joined(self._writers[type(part)](part) for part in parts)

    def _heading(self, heading: Heading) -> Markup:
        """No step is left out: what stands under no heading of its section is one step below its title."""
        level = heading.level if self._headed else 3
        self._headed |= heading.level == 3
        return Markup("<h{level}>{text}</h{level}>").format(level=level, text=heading.text)

    def _panel(self, panel: Panel) -> Markup:
        return Markup('<div class="{}">{}</div>').format(panel.look, self._parts(panel.parts))

    def _beside(self, beside: Beside) -> Markup:
        columns = _joined(Markup("<div>{}</div>").format(self._parts(each)) for each in beside.columns)
        return Markup('<div class="beside{}">{}</div>').format(" ruled" if beside.ruled else "", columns)

    def _figure(self, scene: Scene) -> Markup:
        # On a small screen a broad one is moved aside rather than made too small to be read.
        broad = Markup(' class="broad" tabindex="0"') if scene.width > _BROAD else ""
        return Markup("<figure{}>{}</figure>{}").format(broad, self._drawn(scene), _as_table(scene.table))

    def _drawn(self, scene: Scene) -> Markup:
        return Markup(as_svg(scene, self._type, in_named_inks(self.inks)))  # noqa: S704 - words are escaped there

    def _table(self, table: Table) -> Markup:
        rows = ([self._cell(each) for each in row] for row in table.rows)
        classes = " ".join(("wide", *(("even",) if table.even else ()), *(("small",) if table.small else ())))
        return Markup('<div class="{}" tabindex="0" role="group" aria-label="{}">{}</div>').format(
            classes, ", ".join(filter(None, table.columns)), _grid(table.columns, rows, table.breaks)
        )

    def _cell(self, said: TableCell) -> Markup:
        if isinstance(said, Scene):
            return self._drawn(said)
        if isinstance(said, Detail):
            return Markup("{} <em>{}</em>").format(said.text, said.more)
        return _in_lines(said)


def _words(words: Words) -> Markup:
    lead = _filled(Markup("<strong>{}</strong> "), words.lead)
    return Markup('<p class="{}">{}{}</p>').format(words.tone, lead, _in_lines(words.text))


def _bullets(bullets: Bullets) -> Markup:
    items = _joined(Markup("<li>{}</li>").format(_in_lines(each)) for each in bullets.items)
    return Markup('<ul class="{}">{}</ul>').format(bullets.tone, items)


def _pairs(pairs: Pairs) -> Markup:
    said = _joined(Markup("<dt>{}</dt><dd>{}</dd>").format(label, _in_lines(text)) for label, text in pairs.pairs)
    return Markup('<dl class="{}">{}</dl>').format(pairs.tone, said) if pairs.pairs else said


def _ruled(lines: RuledLines) -> Markup:
    """Room for a pen: on paper only."""
    return Markup('<div class="lines" aria-hidden="true"></div>') * (lines.count or lines.fewest)


def _logo(logo: Logo) -> Markup:
    from PIL import Image

    pixels, kept = logo.pixels, BytesIO()
    Image.frombytes("RGB", (pixels.width, pixels.height), zlib.decompress(pixels.data)).save(kept, "PNG")
    data = base64.b64encode(kept.getvalue()).decode()
    return Markup('<p><img class="logo" src="data:image/png;base64,{}" alt="{}"></p>').format(data, logo.alt)


def _as_table(cells: ChartCells) -> Markup:
    if not cells.rows:
        return Markup("")
    said = _grid(cells.columns, cells.rows)
    return Markup("<details><summary>{}</summary>{}</details>").format(_("Show as table"), said)


def _grid(columns: Sequence[str], rows: Iterable[Sequence[str]], breaks: Sequence[int] = ()) -> Markup:
    """The first cell of a row is its heading; a stronger line stands above the rows in ``breaks``."""
    heads = _joined(Markup('<th scope="col">{}</th>').format(each) for each in columns)
    lines = _joined(
        Markup('<tr{}><th scope="row">{}</th>{}</tr>').format(
            Markup(' class="apart"') if at in breaks else "",
            row[0],
            _joined(Markup("<td>{}</td>").format(each) for each in row[1:]),
        )
        for at, row in enumerate(rows)
    )
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(heads, lines)


def _contents(sections: Sequence[Section]) -> Markup:
    lines = _joined(
        Markup('<li><a href="#{}">{}</a></li>').format(each.id, each.bookmark or each.title) for each in sections
    )
    return Markup('<nav aria-label="{}"><ol>{}</ol></nav>').format(_("Contents"), lines)


def _end(outline: Outline) -> Markup:
    last = _filled(Markup('<p class="small">{}</p>'), outline.dress.last_line)
    return Markup('<footer>{}<p class="small">{}</p></footer>').format(last, outline.footer)


def _filled(form: Markup, words: str) -> Markup:
    """Nothing where there are no words for it."""
    return form.format(words) if words else Markup("")


def _in_lines(text: str) -> Markup:
    """Where a line ends in a note, it ends here."""
    return Markup("<br>").join(text.split("\n"))


def _joined(written: Iterable[Markup]) -> Markup:
    return Markup("").join(written)
