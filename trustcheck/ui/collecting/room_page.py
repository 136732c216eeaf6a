"""Phones in the room: choosing a network, and then the way in, to be seen from every seat."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.collecting.phone_room import MOST_CODES, shown_code, way_in
from trustcheck.ui.collecting.room_words import RoomView, how_it_works, weakness
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.choices import CardFace, ChoiceGroup
from trustcheck.ui.kit.fields import NumberField
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import Columns, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.qr_code import QrCode
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class OpeningCard(Card):
    """Before a room is open: in which network, and for how many."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 20), gap=16)
        self._networks = QVBoxLayout()
        self.choice: ChoiceGroup | None = None
        self.codes = NumberField(look, _("How many codes?"), digits=3)
        self.column.addLayout(self._networks)
        self.column.addWidget(self.codes)
        self.column.addWidget(IconLine(look, "lock", how_it_works()))

    def show_choices(self, view: RoomView) -> None:
        empty(self._networks)
        faces = tuple(CardFace(each.name, detail=each.address) for each in view.networks)
        self.choice = ChoiceGroup(self._look, _("Which network are the phones in?"), faces, in_a_row=2)
        self._networks.addWidget(self.choice)
        self.codes.show_number(view.codes)
        self.codes.complain("")

    @property
    def wanted(self) -> tuple[int, int] | None:
        """Which network, counted from 0, and how many codes; ``None`` where the number makes no sense."""
        number = self.codes.number or 0
        if not 1 <= number <= MOST_CODES:
            self.codes.complain(_("A number from 1 to {most}.").format(most=MOST_CODES))
            self.codes.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return (self.choice.choice if self.choice is not None else 0), number


class WayInCard(Card):
    """A QR code with what stands in it, and one sentence what it is for."""

    def __init__(self, look: Look, heading: str, explained: str) -> None:
        super().__init__(look, padding=(24, 20), gap=10)
        self.qr = QrCode(look)
        self.typed = Text(look, "", "card_title")
        self.typed.setAlignment(_CENTRE)
        self.column.addWidget(Text(look, heading, "section"))
        self.column.addWidget(self.qr, 0, _CENTRE)
        self.column.addWidget(self.typed)
        self.column.addWidget(Text(look, explained, "small", "ink2"))
        self.column.addStretch(1)

    def show_way(self, address: str, typed: str) -> None:
        self.qr.show_code(address, _("QR code: {words}").format(words=typed))
        self.typed.setText(typed)


class RoomPage(Page):
    """Signals: ``open_asked`` with the network's place in the list and the number of codes, ``close_asked``,
    ``wall_asked``, ``cards_asked``, ``next_asked`` for another code, ``left`` to go back to collecting.
    """

    open_asked = Signal(int, int)
    close_asked = Signal()
    wall_asked = Signal()
    cards_asked = Signal()
    next_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Phones in the room")
        self.where = Text(look, "", "small_strong", "ink2")
        self.column.addWidget(self.where)
        self.heading = self.title(self.name)
        self.counted, self.said = Text(look, "", "lead", "ink2"), Text(look, "", "body")
        self.opening = OpeningCard(look)
        self.everybody = WayInCard(
            look, _("For everybody"), _("Scan it or type it in, then type the code of your card.")
        )
        self.one = WayInCard(
            look,
            _("One after the other"),
            _("Lets one person in without a card. The next one appears as soon as somebody has come in with it."),
        )
        self._open = Columns(look, self.everybody, self.one, narrow=680, gap=16)
        self.weak = IconLine(look, "wifi", weakness(), ink="warn", role="body")
        self._buttons()
        for part in (self.counted, self.said, self.weak, self.opening, self._open, self.before, self.during):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.show_room(RoomView(""))

    def first_focus(self) -> QWidget:
        return self.wall if not self.during.isHidden() else self.open

    def announcement(self) -> str:
        return f"{self.name}. {self.counted.text()}"

    def show_room(self, view: RoomView) -> None:
        """Everything anew: a room was opened or closed, or can be chosen."""
        self.where.setText(view.organisation)
        during: tuple[QWidget, ...] = (self._open, self.during, self.counted)
        before: tuple[QWidget, ...] = (self.opening, self.before)
        for part in (*during, *before):
            part.setVisible((part in during) == view.is_open)
        if not view.is_open and view.networks:
            self.opening.show_choices(view)
        self.say(view.said)
        self.open.setEnabled(bool(view.networks))
        if view.is_open:
            self.everybody.show_way(way_in(view.door), view.door)
            self.show_progress(view)

    def show_progress(self, view: RoomView) -> None:
        """Somebody came in, or a sheet did; nothing else moves."""
        if view.counted != self.counted.text():
            self.counted.setText(view.counted)
            announce(self, view.counted)
        self.one.setVisible(bool(view.next_code))
        if view.next_code:
            self.one.show_way(way_in(view.door, view.next_code), shown_code(view.next_code))

    def say(self, words: str) -> None:
        self.said.setVisible(bool(words))
        self.said.setText(words)
        if words:
            announce(self, words)

    def _buttons(self) -> None:
        look = self.look
        self.open = Button(look, _("Open the room"), "primary", icon="wifi")
        self.wall = Button(look, _("Show it on the wall"), "primary", icon="presentation")
        self.cards = Button(look, _("Print cards\u2026"), "outline", icon="printer")
        self.next = Button(look, _("Another code"), "outline")
        self.close_room = Button(look, _("Close the room"), "outline", icon="x")
        backs = tuple(Button(look, _("Back to collecting"), "quiet") for _each in range(2))
        self.before = ButtonRow(look, self.open, backs[0])
        self.during = ButtonRow(look, self.wall, self.cards, self.next, self.close_room, backs[1])
        self.open.clicked.connect(self._ask_to_open)
        self.opening.codes.line.returnPressed.connect(self._ask_to_open)
        for button, says in (
            (self.wall, self.wall_asked),
            (self.cards, self.cards_asked),
            (self.next, self.next_asked),
            (self.close_room, self.close_asked),
            *((each, self.left) for each in backs),
        ):
            button.clicked.connect(says)

    def _ask_to_open(self) -> None:
        wanted = self.opening.wanted
        if wanted is not None and self.open.isEnabled():
            self.open.setEnabled(False)
            self.open_asked.emit(*wanted)
