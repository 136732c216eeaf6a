"""The answers to one question: the points of its scale, and apart from them the two ways of declining."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.presenting.personal import declined_words
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.ui.kit.choices import CardFace, Grouping, RadioCard
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.words import gettext as _

# One answer of a question: a radio card that can be cleared again and knows what pressed it.


class AnswerCard(RadioCard):
    """Signals: ``cleared`` when its menu takes the answer back."""

    cleared = Signal()

    def __init__(self, look: Look, face: CardFace, *, parent: QWidget | None = None) -> None:
        super().__init__(look, face, parent=parent)
        self._key = face.key
        self.by_pointer = False
        """Whether what is being chosen right now is chosen by a click or a touch, and not by the keyboard."""
        self.clear = QAction(_("Clear this answer"), self)
        self.clear.triggered.connect(self.cleared)
        self.clear.setEnabled(False)
        self.addAction(self.clear)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.toggled.connect(self.clear.setEnabled)
        self.is_proposed = False

    def show_proposed(self, *, proposed: bool) -> None:
        """Whether it is what was answered last time, and not confirmed."""
        self.is_proposed = proposed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_proposed or self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("accent"), 2.5, Qt.PenStyle.DashLine))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), corner, corner)
        painter.end()

    def show_key(self, *, shown: bool) -> None:
        self.face = replace(self.face, key=self._key if shown else "")
        self._relayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.by_pointer = True
        super().mouseReleaseEvent(event)
        self.by_pointer = False


# *I don't know* and *Doesn't apply here*: answers too, but apart from the scale and quieter than its points.


_PADDING, _ANSWER_GAP, _KEY = 12, 10, 22


class QuietAnswer(AnswerCard):
    """Words and a key without a frame; a plate once it is chosen. A real radio button like the cards above it."""

    corner = 10

    def __init__(self, look: Look, face: CardFace, *, parent: QWidget | None = None) -> None:
        super().__init__(look, face, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        beside = self._look.px(_ANSWER_GAP + _KEY) if self.face.key else 0
        words = self._look.width_of(self.text(), "button")
        return QSize(words + beside + 2 * self._look.px(_PADDING), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_plate(self, painter: QPainter) -> None:
        if not (self.isChecked() or self.underMouse()):
            return
        painter.setBrush(self._look.ink("accent" if self.isChecked() else "accent_soft"))
        painter.setPen(QPen(self._look.ink("accent" if self.isChecked() else "accent_soft"), 1.25))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)

    def _paint_inside(self, painter: QPainter) -> None:
        left = self._look.px(_PADDING)
        painter.setFont(self._look.font("button"))
        painter.setPen(self._look.ink("on_accent" if self.isChecked() else "ink2"))
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.face.key:
            beside = left + self._look.width_of(self.text(), "button") + self._look.px(_ANSWER_GAP)
            self._paint_key(painter, QPointF(beside, self.height() / 2))


_GAP, _GAP_LOW = 14, 8
_ROW, _ROW_LOW = 56, 40
_MOST_LINES = 2
_SIDE = 12
"""The cards stand at the column's edge, the words of the quiet answers too: their plates reach beyond it."""


class AnswerGroup(Grouping):
    """One radio group, one Tab stop. Signals: ``chosen`` with an :class:`Answer` and whether it was a click,
    ``cleared`` when the answer is taken back by a card's menu.
    """

    chosen = Signal(object, bool)
    cleared = Signal()

    def __init__(self, look: Look, *, declines: bool = True) -> None:
        """Without ``declines`` there are the points alone."""
        super().__init__("")
        self._look, self._scale = look, tuple[str, ...]()
        self._cards: list[tuple[Answer, AnswerCard]] = []
        self._answer: Answer | None = None
        self._proposed: Answer | None = None
        self._keys = True
        self._column = QVBoxLayout(self)
        self._points = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._apart = FlowLayout(look, gap=12)
        self._apart.spread()
        self._column.addLayout(self._points)
        self._column.addLayout(self._apart)
        declining = {Answer.DONT_KNOW: "0", Answer.NOT_APPLICABLE: "N"} if declines else {}
        self._declining = [
            (answer, self._made(QuietAnswer(look, CardFace(declined_words(answer), key), parent=self), answer))
            for answer, key in declining.items()
        ]
        for _answer, card in self._declining:
            self._apart.addWidget(card)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> list[AnswerCard]:
        """All answers in the order in which arrows reach them."""
        return [card for _answer, card in self._cards]

    @property
    def answer(self) -> Answer | None:
        return self._answer

    def give_up(self, aside: QWidget) -> None:
        """Let go of what stands at the end of the line with the two ways of declining."""
        self._apart.removeWidget(aside)

    def take(self, aside: QWidget) -> None:
        """Let it stand at the end of the line with the two ways of declining."""
        self._apart.addWidget(aside)

    def show_answers(self, question: str, scale: Sequence[str], answer: Answer | None) -> None:
        """The answers ``question`` can have, with the one that was given."""
        self.setAccessibleName(question)
        if tuple(scale) != self._scale:
            self._scale = tuple(scale)
            self._build()
        self.show_answer(answer)

    def show_answer(self, answer: Answer | None) -> None:
        self._answer = answer
        for each, card in self._cards:
            card.show_chosen(chosen=each == answer)
        self._rove(self.first_focus())

    def show_proposed(self, proposed: Answer | None) -> None:
        """Mark the answer of last time, where there is one and none of today."""
        self._proposed = proposed
        for each, card in self._cards:
            card.show_proposed(proposed=each == proposed)
            card.setAccessibleDescription(_("what you answered last time") if each == proposed else "")
        self._rove(self.first_focus())

    def show_keys(self, *, shown: bool) -> None:
        """Show the key on each answer, or none where single keys are switched off."""
        self._keys = shown
        for _answer, card in self._cards:
            card.show_key(shown=shown)

    def first_focus(self) -> AnswerCard:
        """The chosen answer, or that of last time, or the first one unchosen."""
        wanted = self._answer or self._proposed
        return next((card for answer, card in self._cards if answer == wanted), self._cards[0][1])

    def fit_beside(self, width: int) -> bool:
        """Whether the points of the scale have room side by side, their words in two lines at most."""
        points = [card for answer, card in self._cards if answer.is_point]
        each = (width - (len(points) - 1) * self._look.px(_GAP)) // max(len(points), 1)
        for card in points:
            card.stand(tall=True)
        return all(0 < card.lines_in(each) <= _MOST_LINES for card in points)

    def stand(self, *, beside: bool, low: bool, flush: bool = False) -> None:
        """Side by side as cards, or one below the other as rows; rows are lower where height is scarce.

        ``flush``: they begin where the group begins, as nothing quieter stands below them.
        """
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        side = 0 if flush else self._look.px(_SIDE)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._points.setContentsMargins(side, 0, side, 0)
        self._points.setDirection(way)
        self._points.setSpacing(self._look.px(_GAP_LOW if low and not beside else _GAP if beside else 10))
        self._column.setSpacing(self._look.px(12 if low else 16))
        for answer, card in self._cards:
            if answer.is_point:
                card.stand(tall=beside, row=_ROW_LOW if low else _ROW)
        self.updateGeometry()

    def height_to_see(self, width: int) -> int:
        """The height in which every answer is in sight; what stands beside them may be further down."""
        points = self._points.heightForWidth(width) if self._points.hasHeightForWidth() else 0
        declining = [card.sizeHint().height() for _answer, card in self._declining[:1]]
        return points + self._column.spacing() + sum(declining)

    def _build(self) -> None:
        for answer, card in self._cards:
            if answer.is_point:
                self._points.removeWidget(card)
                card.hide()
                card.deleteLater()
        points = []
        for point, words in enumerate(self._scale, start=1):
            card = self._made(AnswerCard(self._look, CardFace(words, str(point)), parent=self), Answer(point))
            card.setAccessibleName(_("{word}, {point} of {of}").format(word=words, point=point, of=len(self._scale)))
            card.show_key(shown=self._keys)
            self._points.addWidget(card, 1)
            points.append((Answer(point), card))
        self._cards = [*points, *self._declining]
        for before, after in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _made(self, card: AnswerCard, answer: Answer) -> AnswerCard:
        card.chosen.connect(lambda: self._choose(answer, card))
        card.moved.connect(lambda step: self._move(card, step))
        card.cleared.connect(self.cleared)
        return card

    def _choose(self, answer: Answer, card: AnswerCard) -> None:
        self.show_answer(answer)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(answer, card.by_pointer)

    def _move(self, card: AnswerCard, step: int) -> None:
        cards = self.cards
        there = cards[(cards.index(card) + step) % len(cards)]
        self._rove(there)
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rove(self, stop: AnswerCard) -> None:
        """Of all answers only one is a Tab stop; the others are reached by arrows."""
        for card in self.cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)


# Two groups that take turns: whoever only listens hears a question when the keyboard comes into its group. Were it the
# group of the question before, and perhaps its very same answer, there would be nothing new to say.


class AnswerCards(QWidget):
    """The answers to the question on the screen. Signals: ``chosen`` and ``cleared``, as of :class:`AnswerGroup`.

    ``aside`` stands at the end of the line with the two ways of declining, where it ``declines``.
    """

    chosen = Signal(object, bool)
    cleared = Signal()

    def __init__(self, look: Look, aside: QWidget, *, declines: bool = True) -> None:
        super().__init__()
        self._aside = aside
        self.group, self._before = (AnswerGroup(look, declines=declines) for _each in range(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self.group, self._before):
            each.chosen.connect(self.chosen)
            each.cleared.connect(self.cleared)
            column.addWidget(each)
        self._before.hide()
        self.group.take(aside)
        self.setSizePolicy(self.group.sizePolicy())

    @property
    def cards(self) -> list[AnswerCard]:
        """All answers in the order in which arrows reach them."""
        return self.group.cards

    @property
    def answer(self) -> Answer | None:
        return self.group.answer

    def turn_to(self, question: str, scale: Sequence[str], answer: Answer | None) -> None:
        """Get the answers to another question ready, said as ``question``; :meth:`come` puts them in their place."""
        self.group, self._before = self._before, self.group
        self.group.show_answers(question, scale, answer)

    def come(self) -> None:
        """Take the place of the answers before. Where the keyboard was in those it is in these."""
        self._before.give_up(self._aside)
        self.group.take(self._aside)
        self.group.show()
        if any(each.hasFocus() for each in self._before.cards):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._before.hide()
        for card in self._before.cards:
            # What is hidden can be read all the same, and would stay as it was.
            card.setAccessibleDescription("")

    def show_answer(self, answer: Answer | None) -> None:
        self.group.show_answer(answer)

    def show_proposed(self, proposed: Answer | None) -> None:
        self.group.show_proposed(proposed)

    def say_kept(self, words: str) -> None:
        """Describe the chosen answer by whether it is on the disk; no other one is described."""
        for card in self.cards:
            if not card.is_proposed:
                card.setAccessibleDescription(words if card.isChecked() else "")

    def show_keys(self, *, shown: bool) -> None:
        """Show the key on each answer, or none where single keys are switched off."""
        for each in (self.group, self._before):
            each.show_keys(shown=shown)

    def first_focus(self) -> AnswerCard:
        """The chosen answer, or the first one unchosen."""
        return self.group.first_focus()

    def fit_beside(self, width: int) -> bool:
        """Whether the points of the scale have room side by side, their words in two lines at most."""
        return self.group.fit_beside(width)

    def stand(self, *, beside: bool, low: bool) -> None:
        """Side by side as cards, or one below the other as rows; rows are lower where height is scarce."""
        self.group.stand(beside=beside, low=low)
        self.updateGeometry()

    def height_to_see(self, width: int) -> int:
        """The height in which every answer is in sight; what stands beside them may be further down."""
        return self.group.height_to_see(width)
