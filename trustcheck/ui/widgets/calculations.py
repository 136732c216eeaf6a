"""A page's answers to *How is this worked out?*: the panel, and the keyboard back to where it was asked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from trustcheck.app.presenting.personal_sums import Sum
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.worked_out import Part, WorkedOut

Answer = tuple[str, Sequence[Sum]]
"""What the panel is headed, and the calculations below it."""


class Calculations(QObject):
    """Lies over ``page`` when asked, keeps its place there, and goes when the page goes or is filled anew."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self.panel = WorkedOut(look, page)
        self.panel.closed.connect(self._give_back)
        self._asker: QWidget | None = None
        page.installEventFilter(self)

    def answers(self, button: QPushButton, answer: Callable[[], Answer]) -> None:
        """Have a button answer when it is pressed."""
        button.clicked.connect(partial(self._press, button, answer))

    def forget(self) -> None:
        """The page is filled anew: what was pressed is gone."""
        self._asker = None
        self.panel.put_away()

    def _press(self, button: QWidget, answer: Callable[[], Answer], *_checked: bool) -> None:
        self._asker = button
        title, sums = answer()
        alone = len(sums) == 1 and sums[0].heading == title
        self.panel.say(title, [Part("" if alone else each.heading, each.said) for each in sums])

    def _give_back(self) -> None:
        asker, self._asker = self._asker, None
        if asker is not None:
            asker.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.panel.isVisible():
            self.panel.stand()
        elif event.type() is QEvent.Type.Hide and not self.panel.isHidden():
            self.forget()
        return False
