"""A question with a few choices, each a card: a named radio group under its words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.choice_card import ChoiceCard
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.grouping import Grouping
from trustcheck.ui.widgets.radio_card import Face
from trustcheck.ui.widgets.text import Text


class ChoiceGroup(Grouping):
    """One Tab stop: arrows move the focus alone, Space and a click choose. Signals: ``chosen`` with the index."""

    chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        question: str,
        faces: Sequence[Face],
        *,
        narrow: int = 460,
        in_a_row: int = 0,
        titled: bool = True,
    ) -> None:
        """``in_a_row`` cards stand side by side, all of them by default; ``titled`` whether the question is seen."""
        super().__init__(question)
        self._look = look
        self.cards = [self._card(face) for face in faces]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6 if titled else 12))
        if titled:
            column.addWidget(Text(look, question, "small_strong"))
        row = in_a_row or len(self.cards)
        for at in range(0, len(self.cards), row):
            column.addWidget(Columns(look, *self.cards[at : at + row], narrow=narrow, gap=12))
        for index, card in enumerate(self.cards):
            card.chosen.connect(lambda at=index: self._choose(at))
            card.moved.connect(lambda step, at=index: self._move(at, step))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_choice(0)

    def _card(self, face: Face) -> ChoiceCard:
        return ChoiceCard(self._look, face)

    @property
    def choice(self) -> int:
        return next(at for at, card in enumerate(self.cards) if card.isChecked())

    def show_choice(self, index: int) -> None:
        for at, card in enumerate(self.cards):
            card.show_chosen(chosen=at == index)
        self._rove(index)

    def _choose(self, index: int) -> None:
        self.show_choice(index)
        self.cards[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(index)

    def _move(self, index: int, step: int) -> None:
        there = (index + step) % len(self.cards)
        self._rove(there)
        self.cards[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rove(self, stop: int) -> None:
        for at, card in enumerate(self.cards):
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == stop else Qt.FocusPolicy.ClickFocus)
