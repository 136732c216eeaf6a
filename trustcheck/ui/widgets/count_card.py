"""Who has answered so far, in dots and words: how many leaders, how many staff, and nothing about any of them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.view_names import people_first
from trustcheck.ui.collect_words import CollectView, counted, row_words
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.answered_dots import AnsweredDots
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.perspective_mark import PerspectiveMark
from trustcheck.ui.widgets.text import Text


class CountCard(Card):
    """One row for each perspective that is asked."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 16), gap=10)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(14))
        self.column.addLayout(self._rows)

    def show_counts(self, view: CollectView) -> None:
        while (entry := self._rows.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for perspective in view.setup.perspectives:
            row = self._row(view, perspective)
            self._rows.addWidget(row)
            row.show()

    def _row(self, view: CollectView, perspective: Perspective) -> QWidget:
        name, words = QWidget(), row_words(view, perspective)
        beside = QHBoxLayout(name)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(self._look.px(12))
        beside.addWidget(PerspectiveMark(self._look, perspective))
        beside.addWidget(Text(self._look, people_first(perspective), "strong", wrap=False))
        beside.addStretch(1)
        answered, invited = view.finished(perspective), view.invited(perspective)
        dots = AnsweredDots(self._look)
        count = Text(self._look, counted(answered, invited), "small_strong", "ink2")
        # Too many for dots: the count stays below the others all the same.
        policy = dots.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        dots.setSizePolicy(policy)
        row = Columns(self._look, name, dots, count, narrow=620, gap=16)
        for at, share in enumerate((3, 9, 4)):
            row.box.setStretch(at, share)
        dots.show_count(answered, invited, words)
        return row
