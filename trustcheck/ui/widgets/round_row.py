"""One check of an organisation: when, how far, the two dots, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.domain.round import RoundState, RoundSummary
from trustcheck.ui.dates import day_in_words
from trustcheck.ui.look import Look
from trustcheck.ui.organisations_view import about, day_of, state_words, what_goes_with
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.confirmation import Confirmation
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.opening_row import OpeningRow
from trustcheck.ui.widgets.reading_line import ReadingLine
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class RoundRow(OpeningRow):
    """Signals: ``opened`` when the person wants to look or go on, ``delete_asked`` once it was confirmed."""

    delete_asked = Signal()

    def __init__(self, look: Look, summary: RoundSummary) -> None:
        super().__init__(look)
        self.summary = summary
        self.line = ReadingLine(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._shown = Columns(look, self._words(), self.line, self._buttons(), narrow=700, gap=16)
        for at, share in enumerate((5, 6, 0)):
            self._shown.box.setStretch(at, share)
        self.asking = Confirmation(look, _("Delete the check"))
        self.asking.confirmed.connect(self.delete_asked)
        self.asking.kept.connect(self._keep)
        column.addWidget(self._shown)
        column.addWidget(self.asking)
        self.open_by_press(can_be=True)

    def show_reading(self, reading: CheckReading | None) -> None:
        """What it showed, once that is worked out."""
        self.line.show_reading(reading)

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self._look, day_in_words(day_of(self.summary)), "strong"))
        column.addWidget(Text(self._look, state_words(self.summary), "small", "ink2"))
        column.addWidget(Text(self._look, about(self.summary), "caption", "ink3"))
        column.addStretch(1)
        return words

    def _buttons(self) -> QWidget:
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = Flow(self._look, held, gap=10)
        day = day_in_words(day_of(self.summary))
        words = _("Look at it") if self.summary.state is RoundState.CLOSED else _("Go on")
        self.look_button = Button(self._look, words, height=38)
        self.look_button.setAccessibleName(_("{words}, check of {day}").format(words=words, day=day))
        self.look_button.setAccessibleDescription(state_words(self.summary))
        self.look_button.clicked.connect(self.opened)
        self.delete_button = Button(self._look, _("Delete\u2026"), "quiet", height=38)
        self.delete_button.setAccessibleName(_("Delete the check of {day}\u2026").format(day=day))
        self.delete_button.clicked.connect(self._ask)
        line.addWidget(self.look_button)
        line.addWidget(self.delete_button)
        return held

    def _ask(self) -> None:
        self._shown.hide()
        self.open_by_press(can_be=False)
        self.asking.ask(what_goes_with(self.summary))

    def _keep(self) -> None:
        self._shown.show()
        self.open_by_press(can_be=True)
        self.delete_button.setFocus(Qt.FocusReason.OtherFocusReason)
