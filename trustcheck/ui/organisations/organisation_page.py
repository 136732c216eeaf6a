"""One organisation: its checks by date, what is kept of it, how its reports look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.organisations import what_goes
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.domain.checks.round import RoundState, RoundSummary
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.charts import MarkLegend
from trustcheck.ui.kit.dates import day_in_words
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.pressable import OpeningRow
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.organisations.new_name import NewName
from trustcheck.ui.organisations.organisation_cards import OrganisationCards
from trustcheck.ui.organisations.organisation_rows import ReadingLine
from trustcheck.ui.organisations.organisations_view import OrganisationView, about, day_of, state_words, what_goes_with
from trustcheck.ui.shell.saved_line import SavedLine
from trustcheck.words import gettext as _

# A question before something goes, in the place where it was asked for: to keep it stands first.


class Confirmation(QWidget):
    """Signals: ``confirmed``, ``kept`` (the button, or Escape)."""

    confirmed = Signal()
    kept = Signal()

    def __init__(self, look: Look, words: str) -> None:
        """``words`` stand on the button that does it."""
        super().__init__()
        self.keep_button = Button(look, _("Keep it"), height=38)
        self.really_button = Button(look, words, "danger", height=38)
        self.keep_button.clicked.connect(self._keep)
        self.really_button.clicked.connect(self.confirmed)
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = FlowLayout(look, held, gap=10)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.really_button)
        self._question = Text(look, "", "strong")
        asking = Columns(look, self._question, held, narrow=700, gap=16)
        asking.box.setStretch(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asking)
        self.hide()

    @property
    def question(self) -> str:
        return self._question.text()

    def ask(self, question: str) -> None:
        self._question.setText(question)
        for button in (self.keep_button, self.really_button):
            button.setAccessibleDescription(question)
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, question)

    def _keep(self) -> None:
        self.hide()
        self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps it."""
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)


# One check of an organisation: when, how far, the two dots, and what can be done with it.


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
        line = FlowLayout(self._look, held, gap=10)
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


class OrganisationPage(Page):
    """Signals: ``round_asked`` with the :class:`RoundSummary` to look at or go on with, ``round_delete_asked`` with a
    round's id, ``new_check_asked``, ``renamed`` with a name, ``delete_asked`` once it was confirmed,
    ``details_changed`` with :class:`OrganisationDetails`, ``logo_asked``, ``hand_over_asked``, ``left`` to the list.
    """

    round_asked = Signal(object)
    round_delete_asked = Signal(object)
    new_check_asked = Signal()
    renamed = Signal(str)
    delete_asked = Signal()
    details_changed = Signal(object)
    logo_asked = Signal()
    hand_over_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Organisation")
        self._view: OrganisationView | None = None
        self.rows: dict[int, RoundRow] = {}
        self.back = self._button(_("All organisations"), "quiet", self.left, icon="arrow-left", height=36)
        self.back.stand_flush()
        self.saved = SavedLine(look)
        self.heading = Text(look, "", "title")
        self.rename = self._button(_("Rename\u2026"), "quiet", self._ask_for_name)
        self.hand_over = self._button(_("Hand over\u2026"), "quiet", self.hand_over_asked)
        self.new_check = self._button(_("New check"), "primary", self.new_check_asked, icon="plus")
        self.new_name = NewName(look, _("What shall it be called?"), _("Keep this name"))
        self.cards = OrganisationCards(look)
        self.delete = self._button(_("Delete this organisation\u2026"), "quiet", self._ask)
        self.delete.stand_flush()
        self.asking = Confirmation(look, _("Delete the organisation"))
        self._history, self._legend = QVBoxLayout(), MarkLegend(look)
        self._fill()
        self._connect()

    def show_organisation(self, view: OrganisationView, logo: QImage) -> None:
        """Fill the page: the checks, newest first, and what is kept."""
        self._view = view
        self.name = view.organisation.name
        self.heading.setText(view.organisation.name)
        self.new_name.hide()
        self.asking.hide()
        for button in (self.delete, self.rename, self.new_check):
            button.setVisible(not view.only_looks)
        self.cards.show_details(view.details, logo)
        self._list(view.rounds)

    def show_reading(self, round_id: int, reading: CheckReading | None) -> None:
        """What one closed check showed, if its row is here."""
        row = self.rows.get(round_id)
        if row is not None and reading is not None:
            row.show_reading(reading)
            self._legend.learn(reading)

    def first_focus(self) -> QWidget | None:
        newest = next(iter(self.rows.values()), None)
        return newest.look_button if newest is not None else self.new_check

    def _button(self, words: str, kind: str, says: object, *, icon: str = "", height: int = 44) -> Button:
        button = Button(self.look, words, kind, icon=icon, height=height)
        button.clicked.connect(says)
        return button

    def _fill(self) -> None:
        top = QWidget()
        line = FlowLayout(self.look, top, gap=16)
        line.spread()
        line.addWidget(self.back)
        line.addWidget(self.saved)
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = FlowLayout(self.look, held, gap=8)
        buttons.addWidget(self.rename)
        buttons.addWidget(self.hand_over)
        buttons.addWidget(self.new_check)
        head = Columns(self.look, self.heading, held, narrow=700)
        head.box.setStretch(1, 0)
        for part in (top, head, self.new_name, self._legend):
            self.column.addWidget(part)
        self.column.addLayout(self._history)
        for below in (self.cards, self.delete, self.asking):
            self.column.addWidget(below)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.new_name.named.connect(self.renamed)
        self.new_name.put_away.connect(lambda: self.rename.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards.changed.connect(self.details_changed)
        self.cards.logo_asked.connect(self.logo_asked)
        self.asking.confirmed.connect(self.delete_asked)
        self.asking.kept.connect(self._keep)

    def _list(self, rounds: tuple[RoundSummary, ...]) -> None:
        self.clear(self._history)
        self.rows = {}
        self._legend.forget()
        card = Card(self.look, padding=(24, 14), gap=12)
        if not rounds:
            card.column.addWidget(Text(self.look, _("No check yet."), "card_title"))
            said = _("Twenty minutes from now there could be.")
            card.column.addWidget(Text(self.look, said, "lead", "ink2"))
        for summary in rounds:
            if self.rows:
                card.column.addWidget(Rule(self.look))
            row = self.rows[summary.id] = RoundRow(self.look, summary)
            row.opened.connect(lambda summary=summary: self.round_asked.emit(summary))
            row.delete_button.setVisible(self._view is None or not self._view.only_looks)
            row.delete_asked.connect(lambda summary=summary: self.round_delete_asked.emit(summary.id))
            card.column.addWidget(row)
        self._history.addWidget(card)

    def _ask_for_name(self) -> None:
        assert self._view is not None
        self.new_name.open(self._view.organisation.name)

    def _ask(self) -> None:
        assert self._view is not None
        self.delete.hide()
        self.asking.ask(what_goes(self._view.organisation.name, len(self._view.rounds)))

    def _keep(self) -> None:
        self.delete.show()
        self.delete.setFocus(Qt.FocusReason.OtherFocusReason)
