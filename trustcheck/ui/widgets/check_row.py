"""One check in the list at home: when, what it showed, and what can be done with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.dates import day_in_words
from trustcheck.ui.home_view import HomeRow, about, what_goes
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.opening_row import OpeningRow
from trustcheck.ui.widgets.reading_line import ReadingLine
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class CheckRow(OpeningRow):
    """Signals: ``opened`` when the person wants to look or go on, ``delete_asked`` once it was confirmed."""

    delete_asked = Signal()

    def __init__(self, look: Look, row: HomeRow) -> None:
        super().__init__(look)
        self._row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._shown = Columns(look, self._words(), self._picture(), self._buttons(), narrow=640, gap=16)
        for at, share in enumerate((5, 6, 0)):
            self._shown.box.setStretch(at, share)
        self._asking = self._confirmation()
        self._asking.hide()
        column.addWidget(self._shown)
        column.addWidget(self._asking)
        self.open_by_press(can_be=True)

    def only_look(self) -> None:
        """Offer nothing that would change the check."""
        self.delete_button.hide()
        self.look_button.setVisible(not self._row.is_open)
        self.open_by_press(can_be=not self._row.is_open)

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        day = _("begun on {day}") if self._row.is_open else "{day}"
        column.addWidget(Text(self._look, day.format(day=day_in_words(self._row.day)), "strong"))
        place = self._row.round.organisation.name
        if place:
            column.addWidget(Text(self._look, place, "small", "ink2"))
        column.addWidget(Text(self._look, about(self._row), "caption", "ink3"))
        column.addStretch(1)
        return words

    def _picture(self) -> QWidget:
        """What it showed, in a line and in words."""
        if self._row.is_open:
            return Text(self._look, _("not finished"), "caption", "ink2")
        line = ReadingLine(self._look)
        line.show_reading(self._row.reading)
        return line

    def _buttons(self) -> QWidget:
        held, line = self._row_of_buttons()
        day = day_in_words(self._row.day)
        words = _("Go on") if self._row.is_open else _("Look at it")
        self.look_button = Button(self._look, words, height=38)
        self.look_button.setAccessibleName(_("{words}, check of {day}").format(words=words, day=day))
        self.look_button.clicked.connect(self.opened)
        self.delete_button = Button(self._look, _("Delete\u2026"), "quiet", height=38)
        self.delete_button.setAccessibleName(_("Delete the check of {day}\u2026").format(day=day))
        self.delete_button.clicked.connect(self._ask)
        line.addWidget(self.look_button)
        line.addWidget(self.delete_button)
        return held

    def _row_of_buttons(self) -> tuple[QWidget, Flow]:
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return held, Flow(self._look, held, gap=10)

    def _confirmation(self) -> QWidget:
        self.keep_button = Button(self._look, _("Keep it"), height=38)
        self.keep_button.clicked.connect(self._keep)
        self.really_button = Button(self._look, _("Delete the check"), "danger", height=38)
        self.really_button.clicked.connect(self.delete_asked)
        buttons, line = self._row_of_buttons()
        line.addWidget(self.keep_button)
        line.addWidget(self.really_button)
        question = Text(self._look, what_goes(self._row), "strong")
        for button in (self.keep_button, self.really_button):
            button.setAccessibleDescription(question.text())
        asking = Columns(self._look, question, buttons, narrow=700, gap=16)
        asking.box.setStretch(1, 0)
        asking.installEventFilter(self)
        self.keep_button.installEventFilter(self)
        self.really_button.installEventFilter(self)
        return asking

    def _ask(self) -> None:
        self._shown.hide()
        self._asking.show()
        self.open_by_press(can_be=False)
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._asking.hide()
        self._shown.show()
        self.open_by_press(can_be=self.look_button.isVisibleTo(self))
        self.delete_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Escape keeps it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._keep()
            return True
        return False
