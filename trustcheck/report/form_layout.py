"""One form laid out on its pages, as airy as the number of pages allows."""

from trustcheck.app.form_making import FormOrder
from trustcheck.report.form_pages import FormPages, Furniture
from trustcheck.report.form_parts import FormParts
from trustcheck.report.form_styles import LARGE, TIGHT, USUAL, FormStyles
from trustcheck.report.form_words import Way, whose
from trustcheck.report.lines import one_line
from trustcheck.report.paper import Paper
from trustcheck.report.structure import Element
from trustcheck.words import gettext as _

_WRITTEN_LINES = (2, 1)
"""For a note on paper; one where that saves a page."""
_TYPED_LINES = (4,)
"""Where a field scrolls with what is typed."""


class FormLayout:
    """Lays the forms of one order out; ``to_send`` makes them forms that are filled in on a screen and sent back."""

    def __init__(self, paper: Paper, order: FormOrder, way: Way, *, to_send: bool) -> None:
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
