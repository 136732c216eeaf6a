"""On the page of a check whose room is open: the way in, as it stands on the wall."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trustcheck.app.collecting.phone_room import way_in
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.qr_code import QrCode
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class OpenRoomCard(Card):
    """Signals: ``asked`` to see the room itself."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 16), gap=8)
        self.qr, self.typed = QrCode(look, 132), Text(look, "", "card_title")
        self.see = Button(look, _("See the room"), height=40)
        self.see.clicked.connect(self.asked)
        beside, words = QHBoxLayout(), QVBoxLayout()
        beside.setSpacing(look.px(20))
        words.addWidget(Text(look, _("The room is open for phones."), "strong"))
        words.addWidget(self.typed)
        words.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        beside.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(words, 1)
        self.column.addLayout(beside)
        self.hide()

    def show_door(self, door: str) -> None:
        """Where phones come in; an empty ``door`` hides it."""
        self.setVisible(bool(door))
        if door:
            self.typed.setText(door)
            self.qr.show_code(way_in(door), _("QR code: {words}").format(words=door))
