"""A form to fill in with any program that shows PDF files, and to send back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trustcheck.app.collecting.form_identity import IDENTITY_FIELD
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.ports import Progress, Report
from trustcheck.report.forms.fields import FormCanvas, FormFields
from trustcheck.report.forms.parts import FormBlock, FormLines, FormParts
from trustcheck.report.forms.words import LARGE, TIGHT, USUAL, FormStyles, FormWording, on_paper, on_screen, whose
from trustcheck.report.layout.cover import draw_mark
from trustcheck.report.maker import SIZES
from trustcheck.report.pdf.lines import broken, one_line
from trustcheck.report.pdf.paper import PaperCanvas
from trustcheck.report.pdf.tagged import Element
from trustcheck.report.pdf.typography import Typography
from trustcheck.words import gettext as _

# Blocks of a form onto its pages. All pages are laid out before the first is drawn: each says how many there are.


_FOOT = 30.0
"""From the lower edge to the line at the foot."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every page carries."""

    foot: str
    code: str
    strip: tuple[FormLines, ...]
    """At the head of every page with questions."""
    strip_with_words: tuple[FormLines, ...]
    """The same with what the words mean: on the front of every sheet."""
    fold: bool


Placed = tuple[float, FormBlock]


class FormPages:
    """Collects the pages of one form, then draws them."""

    def __init__(self, paper: PaperCanvas, styles: FormStyles, furniture: Furniture) -> None:
        self._paper, self._styles, self._furniture = paper, styles, furniture
        self._pages: list[list[Placed]] = []
        self._heads: list[tuple[FormLines, ...]] = []
        self._top = 0.0

    @property
    def count(self) -> int:
        return len(self._pages)

    def begin(self, *, headed: bool) -> None:
        """Begin a page. The front of a sheet has an odd number."""
        furniture = self._furniture
        front = len(self._pages) % 2 == 0
        head = (furniture.strip_with_words if front else furniture.strip) if headed else ()
        self._heads.append(head)
        self._pages.append([])
        self._top = self._start(head)

    def fill(self, blocks: Iterable[FormBlock], *, headed: bool) -> None:
        """Go on where the page is, and on new pages; a heading stays with what it heads."""
        waiting: list[FormBlock] = []
        for block in blocks:
            waiting.append(block)
            if block.sticks:
                continue
            self._place(waiting, headed=headed)
            waiting = []

    def draw(self, fields: FormFields | None) -> None:
        """Draw every page. ``fields`` takes the places for answers in a file that can be filled in."""
        for at, page in enumerate(self._pages):
            self._furnish(at)
            for top, block in page:
                block.draw(self._paper, self._styles.margin, top, fields)
            self._paper.canvas.showPage()

    def _place(self, together: Sequence[FormBlock], *, headed: bool) -> None:
        height = sum(block.before + block.height for block in together)
        if self._pages[-1] and self._top + height > self._end:
            self.begin(headed=headed)
        for block in together:
            top = self._top + (block.before if self._pages[-1] else 0.0)
            self._pages[-1].append((top, block))
            self._top = top + block.height

    @property
    def _end(self) -> float:
        return self._paper.height - _FOOT - 8

    def _start(self, head: tuple[FormLines, ...]) -> float:
        top = 34.0
        return top + sum(each.before + each.height for each in head) + 14 if head else top

    def _furnish(self, at: int) -> None:
        paper, margin = self._paper, self._styles.margin
        right = paper.width - margin
        with paper.marked(None):
            top = 34.0
            for each in self._heads[at]:
                top += each.before
                each.draw(paper, margin, top, None)
                top += each.height
            if self._heads[at]:
                paper.line((margin, top + 4), (right, top + 4), "line_strong", 0.5)
            if at == 0:
                self._code(right)
            if self._furniture.fold and at % 2 == 0:
                self._fold()
            self._foot(at, margin, right)

    def _code(self, right: float) -> None:
        style, code = self._styles.code, self._furniture.code
        width = self._paper.type.word(code, style.face).width * style.size
        box = width + 22
        self._paper.box(right - box, 30, (box, style.leading + 8), "surface", edge="line_strong", round_=5)
        self._paper.words(right - box + 11, 34, code, style)

    def _fold(self) -> None:
        """Short marks at both edges, half way down."""
        middle, wide = self._paper.height / 2, self._paper.width
        for left, right in ((10, 24), (wide - 24, wide - 10)):
            self._paper.line((left, middle), (right, middle), "ink2", 0.75, dashed=True)

    def _foot(self, at: int, margin: float, right: float) -> None:
        paper, style = self._paper, self._styles.foot
        top = paper.height - _FOOT
        paper.line((margin, top), (right, top), "line")
        draw_mark(paper, margin, top + 6 + style.leading / 2, 0.9 * style.size)
        words = _("{page} of {pages}").format(page=at + 1, pages=len(self._pages))
        width = paper.type.word(words, style.face).width * style.size
        left = margin + 2.2 * style.size
        lines = broken(self._furniture.foot, style, right - left - width - 20, paper.type)
        paper.text(left, top + 6, lines[:1], style)
        paper.words(right - width - 2, top + 6, words, style)


# One form laid out on its pages, as airy as the number of pages allows.


_WRITTEN_LINES = (2, 1)
"""For a note on paper; one where that saves a page."""
_TYPED_LINES = (4,)
"""Where a field scrolls with what is typed."""


class FormLayout:
    """Lays the forms of one order out; ``to_send`` makes them forms that are filled in on a screen and sent back."""

    def __init__(self, paper: PaperCanvas, order: FormOrder, way: FormWording, *, to_send: bool) -> None:
        self._paper, self._order, self._to_send = paper, order, to_send
        self._styles = styles_of(order)
        width = paper.width - 2 * self._styles.margin
        parts = FormParts(order, way, self._styles, width, paper.type)
        self._strips = parts.strip(defined=False), parts.strip(defined=True)
        self._parts, self._lines = self._airiest(parts)

    def pages(self, code: str, parent: Element) -> FormPages:
        """The pages of the form with one code, not drawn yet."""
        return self._laid(self._parts, self._lines, code, parent)

    def _airiest(self, parts: FormParts) -> tuple[FormParts, int]:
        """The most room between questions and in notes that takes no more pages than the least."""
        gap = self._styles.gap
        spaced = [parts, *(parts.with_gap(share * gap) for share in TIGHT)]
        tried = [(each, lines) for lines in (_TYPED_LINES if self._to_send else _WRITTEN_LINES) for each in spaced]
        pages = [self._laid(each, lines, "", Element("Document")).count for each, lines in tried]
        return tried[pages.index(min(pages))]

    def _laid(self, parts: FormParts, lines: int, code: str, parent: Element) -> FormPages:
        pages = FormPages(self._paper, self._styles, self._furniture(code))
        sect = parent.add("Sect")
        pages.begin(headed=False)
        pages.fill(parts.cover(sect), headed=False)
        pages.begin(headed=True)
        pages.fill(parts.questions(sect), headed=True)
        pages.fill(parts.cards(sect), headed=True)
        pages.fill(parts.guesses(sect), headed=True)
        pages.fill(parts.notes(sect, lines), headed=True)
        if self._to_send:
            pages.begin(headed=False)
            pages.fill(parts.sending(sect), headed=False)
        return pages

    def _furniture(self, code: str) -> Furniture:
        """At the foot of every page, so that sheets which come apart find each other."""
        title = one_line(self._order.questionnaire.title)
        foot = _("Form {code}. {whose}. {title}").format(code=code, whose=whose(self._order), title=title)
        return Furniture(foot, code, *self._strips, fold=not self._to_send)


def styles_of(order: FormOrder) -> FormStyles:
    return LARGE if order.large_print else USUAL


def form_title(order: FormOrder) -> str:
    """What the file is called inside."""
    return one_line(
        _("{title}, {whose}, {place}").format(
            title=order.questionnaire.title, whose=whose(order), place=order.summary.organisation.name
        )
    )


# Forms to print and fill in by hand: one for each code, one after the other in one file.


def make_paper_forms(
    order: FormOrder, codes: Sequence[str], progress: Progress | None = None, fonts: Sequence[Path] = ()
) -> Report:
    """The same order, codes and fonts give the same bytes. Every form begins on the front of a sheet.

    ``progress`` is called with (done, of) after each form; what it raises ends the work. ``fonts`` are folders of this
    computer, looked through for what the form's own fonts lack.
    """
    size = SIZES[order.paper]
    canvas = FormCanvas(size, form_title(order), order.questionnaire.language, order.summary.started_on)
    type_ = Typography(fonts)
    paper = PaperCanvas(canvas, type_, size)
    layout = FormLayout(paper, order, on_paper(order), to_send=False)
    for done, code in enumerate(codes, 1):
        pages = layout.pages(code, canvas.root)
        canvas.bookmark(_("Form {code}").format(code=code), 0)
        pages.draw(None)
        if canvas.page_count % 2 and done < len(codes):
            _other_side(paper, order)
        if progress is not None:
            progress(done, len(codes))
    return Report(canvas.finished(), canvas.page_count, tuple(type_.unprintable))


def _other_side(paper: PaperCanvas, order: FormOrder) -> None:
    """The back of a form's last sheet: the next form begins on a sheet of its own."""
    styles = styles_of(order)
    with paper.marked(None):
        paper.words(styles.margin, 34, _("There is nothing to fill in on this side."), styles.strip)
    paper.canvas.showPage()


def make_fillable_form(order: FormOrder, code: str, fonts: Sequence[Path] = ()) -> bytes:
    """One person's file. The same order, code and fonts give the same bytes."""
    size = SIZES[order.paper]
    canvas = FormCanvas(size, form_title(order), order.questionnaire.language, order.summary.started_on)
    paper = PaperCanvas(canvas, Typography(fonts), size)
    pages = FormLayout(paper, order, on_screen(order), to_send=True).pages(code, canvas.root)
    fields = FormFields(canvas, styles_of(order).answer.size)
    fields.hidden(IDENTITY_FIELD, order.identity(code).text())
    canvas.bookmark(_("Form {code}").format(code=code), 0)
    pages.draw(fields)
    fields.finish()
    return canvas.finished()
