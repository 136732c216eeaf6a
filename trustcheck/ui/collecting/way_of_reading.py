"""Ways of reading on the page of a table: one is offered where a file is like an earlier one, and one can be kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.collecting.readings import LONGEST_NAME
from trustcheck.ui.kit.buttons import Button, ButtonRow, Fold
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _


class OfferedReading(Card):
    """Signals: ``taken`` when the file is to be read as the earlier one was."""

    taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(20, 14), gap=10)
        self._words = Text(look, "", "small")
        self.button = Button(look, _("Read it the same way"), "outline", height=36)
        self.button.clicked.connect(self.taken)
        self.column.addWidget(self._words)
        self.column.addWidget(ButtonRow(look, self.button))
        self.hide()

    def offer(self, name: str) -> None:
        """Name the reading; an empty name offers nothing."""
        words = _("A file like this was read before, and how was kept as \u201c{name}\u201d.").format(name=name)
        self._words.setText(words)
        self.button.setAccessibleDescription(words)
        self.setVisible(bool(name))


class KeepReading(QWidget):
    """Signals: ``kept`` with the name under which the decisions are to be kept."""

    kept = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._inside = QWidget()
        hint = _(
            "Name it after the tool, not after anybody asked. It is offered for the next file of that tool. The"
            " settings of this computer hold what you decided, and of headings and words nothing but check sums."
        )
        self.name = Field(look, _("Name of this way of reading"), hint=hint, limit=LONGEST_NAME)
        self.button = Button(look, _("Keep it"), "outline", height=36)
        self.button.clicked.connect(self._keep)
        self.name.changed.connect(lambda _words: self.name.complain(""))
        self.name.line.returnPressed.connect(self._keep)
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(10))
        inner.addWidget(self.name)
        inner.addWidget(ButtonRow(look, self.button))
        self.fold = Fold(look, _("Keep these decisions for the next file of this tool"), self._inside)
        self.fold.stand_flush()
        self._said = Text(look, "", "small", "ink2")
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for part in (self.fold, self._inside, self._said):
            column.addWidget(part)

    def show_kept(self, name: str) -> None:
        """They are kept: under which name."""
        said = _("Kept as \u201c{name}\u201d.").format(name=name)
        self._said.setText(said)
        self._said.show()
        self.fold.show_open(is_open=False)
        announce(self, said)

    def _keep(self) -> None:
        if self.name.words:
            self.kept.emit(self.name.words)
        else:
            self.name.complain(_("It needs a name."))
            self.name.line.setFocus()
