"""All checks in one data file, and what comes next: go on, look again, or begin."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.home.home_view import (
    HomeRow,
    HomeView,
    about,
    headline,
    promised,
    too_soon,
    what_goes,
    where_stopped,
)
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.charts import MarkLegend
from trustcheck.ui.kit.dates import day_in_words
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.pressable import OpeningRow
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.organisation_rows import ReadingLine, where_it_lies
from trustcheck.words import gettext as _

# One check in the list at home: when, what it showed, and what can be done with it.


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

    def _row_of_buttons(self) -> tuple[QWidget, FlowLayout]:
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return held, FlowLayout(self._look, held, gap=10)

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


_ROOM_FOR_RING = 6


class HomePage(Page):
    """Signals: ``go_on_asked``, ``look_asked`` and ``delete_asked`` with a round's id; ``new_asked``, ``open_asked``
    (another data file), ``sample_asked``, ``own_asked`` (back from the sample to the person's own file).
    """

    # Ids are longer than the int of a signal.
    go_on_asked = Signal(object)
    look_asked = Signal(object)
    delete_asked = Signal(object)
    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    own_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("My checks")
        self._first: QWidget | None = None
        self.rows: list[CheckRow] = []

    def show_home(self, view: HomeView) -> None:
        """Fill the page anew. Whatever had the keyboard has it again, if it is still there."""
        held = self._with_keyboard()
        self.clear()
        self.rows, self._first = [], None
        self._head(view)
        if view.under_way is not None:
            self._going_on(view.under_way)
        if not view.rows and not view.only_looks:
            self._nothing_yet()
        elif view.listed:
            self._list(view)
        self._what_next(view)
        self.column.addStretch(1)
        self.column.addLayout(where_it_lies(self.look, view.path, is_protected=view.is_protected))
        again = next((each for each in self.findChildren(Button) if held and each.accessibleName() == held), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_keyboard(self) -> str:
        """The name of the button in this page that has the keyboard."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if isinstance(focused, Button) and self.isAncestorOf(focused) else ""

    def first_focus(self) -> QWidget | None:
        return self._first

    def _button(self, words: str, kind: str, says: object, *, icon: str = "") -> Button:
        button = Button(self.look, words, kind, icon=icon)
        button.clicked.connect(says)
        return button

    def _head(self, view: HomeView) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(2))
        column.addWidget(Text(self.look, _("My checks"), "title"))
        said = headline(view)
        if said:
            column.addWidget(Text(self.look, said, "body", "ink2"))
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = FlowLayout(self.look, held, gap=8)
        for button in self._head_buttons(view):
            buttons.addWidget(button)
        head = Columns(self.look, words, held, narrow=860)
        head.box.setStretch(1, 0)
        self.column.addWidget(head)
        self.column.addSpacing(self.look.px(8))

    def _head_buttons(self, view: HomeView) -> list[Button]:
        if view.is_sample:
            return [self._button(_("Back to my own"), "primary", self.own_asked, icon="arrow-left")]
        others = [
            self._button(_("Look at a sample"), "quiet", self.sample_asked),
            self._button(_("Open a data file\u2026"), "quiet", self.open_asked),
        ]
        if not view.rows or view.only_looks:
            return others
        kind = "primary" if view.under_way is None else "outline"
        new = self._button(_("New check"), kind, self.new_asked, icon="plus")
        self._first = new
        return [*others, new]

    def _going_on(self, row: HomeRow) -> None:
        """The check that is still being answered comes before everything else."""
        card = Card(self.look, fill="accent_soft", edge="", padding=(18, 14))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(4))
        column.addWidget(Text(self.look, _("Go on?"), "card_title"))
        column.addWidget(Text(self.look, where_stopped(row), "body"))
        button = self._button(_("Go on"), "primary", lambda: self.go_on_asked.emit(row.round.id))
        button.setAccessibleDescription(where_stopped(row))
        line = Columns(self.look, words, button, narrow=560)
        line.box.setStretch(1, 0)
        line.box.setContentsMargins(*(4 * (_ROOM_FOR_RING,)))
        card.column.addWidget(line)
        self.column.addWidget(card)
        self._first = button

    def _nothing_yet(self) -> None:
        card = Card(self.look, padding=(32, 32), gap=12)
        card.column.addWidget(Text(self.look, _("No check yet."), "card_title"))
        card.column.addWidget(Text(self.look, _("Twenty minutes from now there could be."), "lead", "ink2"))
        button = self._button(_("New check"), "primary", self.new_asked, icon="plus")
        card.column.addSpacing(self.look.px(8))
        card.column.addWidget(button)
        self.column.addWidget(card)
        self._first = button

    def _list(self, view: HomeView) -> None:
        legend = MarkLegend(self.look)
        self.column.addWidget(legend)
        card = Card(self.look, padding=(24, 14), gap=12)
        for row in view.listed:
            if self.rows:
                card.column.addWidget(Rule(self.look))
            shown = CheckRow(self.look, row)
            legend.learn(row.reading)
            if view.only_looks:
                shown.only_look()
            says = self.go_on_asked if row.is_open else self.look_asked
            shown.opened.connect(lambda says=says, row=row: says.emit(row.round.id))
            shown.delete_asked.connect(lambda row=row: self.delete_asked.emit(row.round.id))
            self.rows.append(shown)
            card.column.addWidget(shown)
        self.column.addWidget(card)

    def _what_next(self, view: HomeView) -> None:
        said = promised(view.promise, view.today) if view.promise is not None else ""
        if view.promise is not None and said:
            strip = Card(self.look, fill="sunk", edge="", padding=(24, 16), gap=2)
            line = QHBoxLayout()
            line.setSpacing(self.look.px(16))
            words = QVBoxLayout()
            words.setSpacing(self.look.px(2))
            words.addWidget(Text(self.look, said, "body_strong"))
            words.addWidget(Text(self.look, view.promise.text, "body", "ink2"))
            line.addWidget(Icon(self.look, "flag", "accent", 22))
            line.addLayout(words, 1)
            strip.column.addLayout(line)
            self.column.addWidget(strip)
        if soon := too_soon(view):
            self.column.addWidget(Text(self.look, soon, "caption", "ink2"))
