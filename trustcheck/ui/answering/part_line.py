"""Where we are in the questions: the bars, which part this is, and which question."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.answering.walkthrough import PartProgress
from trustcheck.ui.answering.jump_bar import JumpBar
from trustcheck.ui.answering.parts_bar import as_bars
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class PartLine(QWidget):
    """The bars lead to any question."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._place = look, ""
        self.bar = JumpBar(look)
        self.part = Text(look, "", "small_strong", "accent", wrap=False)
        self.question = Text(look, "", "small", "ink2", wrap=False)
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.part)
        self._row.addStretch(1)
        self._row.addWidget(self.question)
        self._column.addWidget(self.bar)
        self._column.addLayout(self._row)
        self.bar.pointed.connect(self._point)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_place(self, parts: Sequence[PartProgress], part: int, number: int, of: int) -> None:
        """Which question this is. ``part`` and ``number`` count from 1."""
        self.bar.show_place(as_bars(parts), number)
        self.part.setText(_("Part {part} of {parts}").format(part=part, parts=len(parts)))
        self._place = _("Question {number} of {of}").format(number=number, of=of)
        self.question.setText(self._place)

    def _point(self, number: int) -> None:
        """Which question the bars would lead to, or again the one on screen."""
        self.question.setText(_("To question {number}").format(number=number) if number else self._place)

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(4))
