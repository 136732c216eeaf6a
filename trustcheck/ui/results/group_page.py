"""What the pages of a group's result share: numbers that answer when asked, and the views beside their marks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from trustcheck.app.presenting.explanations import FigureKey, FigureKind, everything, explained, heading
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.results.calculations import ValueCalculation, WorkedOut
from trustcheck.words import gettext as _


class GroupPage(Page):
    """Whatever is pressed for its calculation gets the keyboard back when the panel goes."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.result: GroupResult | None = None
        self.panel = WorkedOut(look, self)
        self.panel.closed.connect(self._give_back)
        self._asker: QWidget | None = None

    def answers(self, button: QPushButton, answer: Callable[[], None]) -> None:
        """Have a button answer when it is pressed, and get the keyboard back afterwards."""
        button.clicked.connect(partial(self._press, button, answer))

    def answer_of(self, key: FigureKey) -> Callable[[], None]:
        """What a number's button does: a mean with all that makes it, every other number on its own."""
        if key.figure is FigureKind.MEAN and key.perspective is not None:
            return partial(self.explain_value, key.of, key.perspective)
        return partial(self.explain, key)

    def explain(self, key: FigureKey) -> None:
        """Answer for one number."""
        assert self.result is not None
        self.answer(heading(self.result, key), [ValueCalculation("", explained(self.result, key))])

    def explain_views(self, of: str) -> None:
        """Answer for a theme or a pillar in every view at once, and for the gap between them."""
        assert self.result is not None
        parts = [
            ValueCalculation(people_first(each), everything(self.result, of, each)) for each in self.result.perspectives
        ]
        gap = explained(self.result, FigureKey(FigureKind.GAP, of))
        if gap:
            parts.append(ValueCalculation(_("Leaders beside staff"), gap))
        self.answer(heading(self.result, FigureKey(FigureKind.MEAN, of, self.result.perspectives[0])), parts)

    def explain_value(self, of: str, perspective: Perspective) -> None:
        """Answer for one view's value with all that makes it: the mean, its band, its ranges."""
        assert self.result is not None
        title = heading(self.result, FigureKey(FigureKind.MEAN, of, perspective))
        self.answer(title, [ValueCalculation(people_first(perspective), everything(self.result, of, perspective))])

    def say_banners(self, result: GroupResult) -> None:
        """What stands above everything, in one strip."""
        if not result.banners:
            return
        strip = Card(self.look, fill="warn_soft", edge="", padding=(20, 8), gap=6)
        for words in result.banners:
            strip.column.addWidget(IconLine(self.look, "circle-help", words, ink="warn"))
        self.column.addWidget(strip)

    def _press(self, button: QPushButton, answer: Callable[[], None], *_checked: bool) -> None:
        self._asker = button
        answer()

    def answer(self, title: str, parts: Sequence[ValueCalculation]) -> None:
        self.panel.say(title, parts)

    def _give_back(self) -> None:
        asker, self._asker = self._asker, None
        if asker is not None:
            asker.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_asker(self) -> None:
        """The page is filled anew: what was pressed is gone."""
        self._asker = None
        self.panel.put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.panel.isVisible():
            self.panel.stand()

    def hideEvent(self, event: QHideEvent) -> None:
        if not self.panel.isHidden():
            self.forget_asker()
        super().hideEvent(event)
