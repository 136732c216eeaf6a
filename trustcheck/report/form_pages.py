"""Blocks of a form onto its pages. All pages are laid out before the first is drawn: each says how many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trustcheck.report.cover import draw_mark
from trustcheck.report.form_fields import FormFields
from trustcheck.report.form_parts import FormBlock, Lines
from trustcheck.report.form_styles import FormStyles
from trustcheck.report.lines import broken
from trustcheck.report.paper import Paper
from trustcheck.words import gettext as _

_FOOT = 30.0
"""From the lower edge to the line at the foot."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every page carries."""

    foot: str
    code: str
    strip: tuple[Lines, ...]
    """At the head of every page with questions."""
    strip_with_words: tuple[Lines, ...]
    """The same with what the words mean: on the front of every sheet."""
    fold: bool


Placed = tuple[float, FormBlock]


class FormPages:
    """Collects the pages of one form, then draws them."""

    def __init__(self, paper: Paper, styles: FormStyles, furniture: Furniture) -> None:
        self._paper, self._styles, self._furniture = paper, styles, furniture
        self._pages: list[list[Placed]] = []
        self._heads: list[tuple[Lines, ...]] = []
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

    def _start(self, head: tuple[Lines, ...]) -> float:
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
