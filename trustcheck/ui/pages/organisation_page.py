"""One organisation: its checks by date, what is kept of it, how its reports look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.organisations import what_goes
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.domain.round import RoundSummary
from trustcheck.ui.look import Look
from trustcheck.ui.organisations_view import OrganisationView
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.confirmation import Confirmation
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.mark_legend import MarkLegend
from trustcheck.ui.widgets.new_name import NewName
from trustcheck.ui.widgets.organisation_cards import OrganisationCards
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.round_row import RoundRow
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.saved_line import SavedLine
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


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
        line = Flow(self.look, top, gap=16)
        line.spread()
        line.addWidget(self.back)
        line.addWidget(self.saved)
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = Flow(self.look, held, gap=8)
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
