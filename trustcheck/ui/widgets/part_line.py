"""Where we are in the questions: the bars, which part this is, and which question."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.walkthrough import PartProgress
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.parts_bar import Part, PartsBar
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class PartLine(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.bar = PartsBar(look)
        self.part = Text(look, "", "small_strong", "accent", wrap=False)
        self.question = Text(look, "", "small", "ink2", wrap=False)
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.part)
        self._row.addStretch(1)
        self._row.addWidget(self.question)
        self._column.addWidget(self.bar)
        self._column.addLayout(self._row)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_place(self, parts: Sequence[PartProgress], part: int, number: int, of: int) -> None:
        """Which question this is. ``part`` and ``number`` count from 1."""
        self.bar.show_parts(_as_bars(parts))
        for label in (self.part, self.question):
            label.show()
        self.part.setText(_("Part {part} of {parts}").format(part=part, parts=len(parts)))
        self.question.setText(_("Question {number} of {of}").format(number=number, of=of))

    def show_parts(self, parts: Sequence[PartProgress]) -> None:
        """The bars alone, with nothing said under them."""
        self.bar.show_parts(_as_bars(parts))
        for label in (self.part, self.question):
            label.hide()

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(10))


def _as_bars(parts: Sequence[PartProgress]) -> tuple[Part, ...]:
    return tuple(Part(each.questions, each.passed, each.has_open) for each in parts)
