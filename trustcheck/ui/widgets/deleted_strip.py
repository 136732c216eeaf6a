"""An organisation that was deleted since the file was opened, with the way back."""

from PySide6.QtCore import Signal

from trustcheck.domain.round import Organisation
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_ROOM_FOR_RING = 6


class DeletedStrip(Card):
    """Signals: ``asked_back`` when it should be there again."""

    asked_back = Signal()

    def __init__(self, look: Look, organisation: Organisation) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(20, 10))
        said = _("{name} is deleted, with its checks. It can be brought back until you close TrustCheck.")
        back = Button(look, _("Bring it back"), "outline")
        back.setAccessibleName(_("Bring {name} back").format(name=organisation.name))
        back.clicked.connect(self.asked_back)
        line = Columns(look, Text(look, said.format(name=organisation.name), "body"), back, narrow=560)
        line.box.setStretch(1, 0)
        line.box.setContentsMargins(*(4 * (_ROOM_FOR_RING,)))
        self.column.addWidget(line)
