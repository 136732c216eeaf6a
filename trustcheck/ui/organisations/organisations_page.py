"""All organisations of one data file, what needs somebody first at the top. A thousand are as quick as ten."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.deleted_strip import DeletedStrip
from trustcheck.ui.organisations.due_promises import DuePromises
from trustcheck.ui.organisations.new_name import NewName
from trustcheck.ui.organisations.organisation_rows import OrganisationRow, OrganisationsList, where_it_lies
from trustcheck.ui.organisations.organisations_view import OrganisationsView, headline
from trustcheck.words import gettext as _


class OrganisationsPage(Page):
    """Signals: ``organisation_asked``, ``go_on_asked`` and ``check_asked`` (a new one) with an organisation's id;
    ``promise_asked`` with a :class:`PlacedPromise`; ``added`` with a name; ``brought_back`` and ``forget_asked``
    (by the copies) with an id; ``rows_seen`` with
    a tuple of ids that came into view and have neither dots nor picture; ``sample_asked``, ``open_asked``,
    ``own_asked``.
    """

    # Ids are longer than the int of a signal.
    organisation_asked = Signal(object)
    go_on_asked = Signal(object)
    check_asked = Signal(object)
    promise_asked = Signal(object)
    brought_back = Signal(object)
    forget_asked = Signal(object)
    rows_seen = Signal(object)
    added = Signal(str)
    sample_asked = Signal()
    open_asked = Signal()
    own_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Organisations")
        self.list = OrganisationsList(look)
        self._view: OrganisationsView | None = None
        self._empty: QWidget | None = None
        self._strips: dict[int, DeletedStrip] = {}
        self.verticalScrollBar().valueChanged.connect(self._look_round)

    def show_organisations(self, view: OrganisationsView) -> None:
        """Fill the page anew. A name that is being sought stays sought."""
        sought = self.list.sought
        self._view = view
        self.clear()
        self._head(view)
        self._deleted(view)
        self.new = NewName(self.look)
        self.new.named.connect(self.added)
        self.column.addWidget(self.new)
        self._empty = None if view.lines or view.only_looks else self._nothing_yet()
        if self._empty is not None:
            self.column.addWidget(self._empty)
        self.new.put_away.connect(self._take_up_again)
        self._add_list(view, sought)
        self._promised(view)
        self.column.addStretch(1)
        self.column.addLayout(where_it_lies(self.look, view.path, is_protected=view.is_protected))
        self._look_round()

    def cannot_return(self, organisation_id: int) -> None:
        """One that was deleted is gone for good."""
        if strip := self._strips.get(organisation_id):
            strip.cannot_return()

    def ask_for_new(self) -> None:
        """Open the line for a new organisation's name, and put the keyboard in it."""
        # Where there is none yet, the words that ask for the first give way: one thing to do, one primary button.
        if self._empty is not None:
            self._empty.hide()
        self.new.open()

    def begin_search(self) -> None:
        """Put the keyboard where an organisation is looked for by its name."""
        if self._view is not None and self._view.lines:
            self.list.begin_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever begins to type a name looks for it; Esc shows all of them again."""
        begun = event.text()
        if self._view is not None and self._view.lines and _begins_a_name(event):
            self.list.begin_search(begun)
        elif event.key() == Qt.Key.Key_Escape and self.list.search.isVisible() and self.list.sought:
            self.list.give_up()
        else:
            super().keyPressEvent(event)

    def _take_up_again(self) -> None:
        if self._empty is not None:
            self._empty.show()
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def rows(self) -> dict[int, OrganisationRow]:
        """The rows that are built, by organisation."""
        return self.list.rows

    def show_reading(self, organisation_id: int, reading: CheckReading | None) -> None:
        """What an organisation's last closed check showed, if its row is still here."""
        self.list.show_reading(organisation_id, reading)

    def show_picture(self, organisation_id: int, picture: QImage) -> None:
        self.list.show_picture(organisation_id, picture)

    def first_focus(self) -> QWidget | None:
        if self._view is not None and not self._view.lines:
            return self.new_button
        return next((row.button for row in self.rows.values()), self.new_button)

    def _button(self, words: str, kind: str, says: object, *, icon: str = "") -> Button:
        button = Button(self.look, words, kind, icon=icon)
        button.clicked.connect(says)
        return button

    def _head(self, view: OrganisationsView) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(2))
        column.addWidget(Text(self.look, _("Organisations"), "title"))
        if said := headline(view):
            column.addWidget(Text(self.look, said, "body", "ink2"))
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = FlowLayout(self.look, held, gap=8)
        for button in self._head_buttons(view):
            buttons.addWidget(button)
        head = Columns(self.look, words, held, narrow=860)
        head.box.setStretch(1, 0)
        self.column.addWidget(head)

    def _head_buttons(self, view: OrganisationsView) -> list[Button]:
        if view.is_sample:
            self.new_button = self._button(_("Back to my own"), "primary", self.own_asked, icon="arrow-left")
            return [self.new_button]
        if view.only_looks:
            self.new_button = self._button(_("Open a data file\u2026"), "quiet", self.open_asked)
            return [self.new_button]
        self.new_button = self._button(_("New organisation"), "primary", self.ask_for_new, icon="plus")
        others = [
            self._button(_("Open the sample"), "quiet", self.sample_asked),
            self._button(_("Open a data file\u2026"), "quiet", self.open_asked),
        ]
        # Where there is none yet, the one primary button stands below, beside the words that say so.
        return [*others, self.new_button] if view.lines else others

    def _deleted(self, view: OrganisationsView) -> None:
        """What was deleted since the file was opened, each with the way back while there is one."""
        self._strips.clear()
        for organisation in view.deleted:
            can_return = organisation.id in view.can_return
            strip = DeletedStrip(self.look, organisation, view.held.get(organisation.id), can_return=can_return)
            self._strips[organisation.id] = strip
            strip.forget_asked.connect(lambda gone=organisation.id: self.forget_asked.emit(gone))
            strip.asked_back.connect(lambda gone=organisation.id: self.brought_back.emit(gone))
            self.column.addWidget(strip)

    def _add_list(self, view: OrganisationsView, sought: str) -> None:
        self.list = OrganisationsList(self.look)
        self.list.organisation_asked.connect(self.organisation_asked)
        self.list.go_on_asked.connect(self.go_on_asked)
        self.list.check_asked.connect(self.check_asked)
        self.list.show_lines(view.lines, sought)
        self.list.filled.connect(self._look_round)
        # Laid out before it is shown: shown on its own it would be a window for a moment, and take the keyboard.
        self.column.addWidget(self.list)
        self.list.setVisible(bool(view.lines))

    def _promised(self, view: OrganisationsView) -> None:
        if view.promised:
            self.promises = DuePromises(self.look, view.promised, view.today)
            self.promises.asked.connect(self.promise_asked)
            self.column.addWidget(self.promises)

    def _nothing_yet(self) -> QWidget:
        card = Card(self.look, padding=(32, 32), gap=12)
        card.column.addWidget(Text(self.look, _("No organisations yet."), "card_title"))
        said = _("Add the first one, or look at the sample to see what you will get.")
        card.column.addWidget(Text(self.look, said, "lead", "ink2"))
        card.column.addSpacing(self.look.px(8))
        card.column.addWidget(self.new_button)
        return card

    def _look_round(self) -> None:
        # Where a row stands is known once the layout has settled.
        QTimer.singleShot(0, self, self._tell_seen)

    def _tell_seen(self) -> None:
        """Tell which rows came into view, each once."""
        if not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        seen = []
        for organisation_id, row in self.rows.items():
            above = top + row.mapTo(self.viewport(), row.rect().topLeft()).y()
            if not row.was_seen and above < bottom and above + row.height() > top:
                row.was_seen = True
                seen.append(organisation_id)
        if seen:
            self.rows_seen.emit(tuple(seen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_round()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_round()


def _begins_a_name(event: QKeyEvent) -> bool:
    """A letter or a figure, not a shortcut; Space presses what has the keyboard."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier and event.text().isalnum()
