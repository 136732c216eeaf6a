"""Before the laptop goes round: a PIN that brings the facilitator back, and what it can and cannot do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import PinField
from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

FEWEST, MOST = 4, 12


class PinPage(FocusFrame):
    """Signals: ``chosen`` with the PIN, ``cancelled``."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look, *, has_passphrase: bool = False) -> None:
        """``has_passphrase``: whether the data file has one, which takes a lost PIN off."""
        super().__init__(look, widest=820)
        self._has_passphrase = has_passphrase
        self.name = _("Before the laptop goes round")
        self.first = PinField(look, _("A PIN for this round"), MOST)
        self.second = PinField(look, _("The same PIN again"), MOST)
        self.trouble = Text(look, "", "small_strong", "warn")
        self.trouble.hide()
        self.cancel = Button(look, _("Not now"), "outline")
        self.begin = Button(look, _("Lock and begin"), "primary", icon="lock")
        self._fill()
        self.cancel.clicked.connect(self.cancelled)
        self.begin.clicked.connect(self._begin)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self._begin)
        for field in (self.first, self.second):
            field.changed.connect(self.trouble.hide)

    def show_organisation(self, name: str) -> None:
        self.place.setText(name)

    def first_focus(self) -> QWidget:
        return self.first.line

    def wait(self, *, waiting: bool) -> None:
        """While the PIN is turned into a lock nothing else is asked for."""
        for part in (self.first, self.second, self.begin):
            part.setEnabled(not waiting)

    def _fill(self) -> None:
        look = self.look
        lead = _("From now on the window shows the questions and nothing else, until you come back with a PIN.")
        self.place = Text(look, "", "small_strong", "ink2")
        for part in (self.place, Text(look, self.name, "title"), Text(look, lead, "lead", "ink2")):
            self.add(part)
        self.add(Columns(look, self.first, self.second, narrow=520, gap=24))
        self.add(self.trouble)
        self.add(Text(look, _("Worth knowing"), "section"))
        for icon, words in _lines(has_passphrase=self._has_passphrase):
            self.add(IconLine(look, icon, words))
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.begin)
        self.footer.addLayout(row)

    def arrange(self) -> None:
        self.column.setSpacing(self.look.px(14))

    def _begin(self) -> None:
        first, second = self.first.words, self.second.words
        if not FEWEST <= len(first) <= MOST:
            self._tell(_("{fewest} to {most} digits or letters will do.").format(fewest=FEWEST, most=MOST), self.first)
        elif first != second:
            self._tell(_("The two are not the same. Type the second one again."), self.second)
        else:
            self.chosen.emit(first)

    def _tell(self, words: str, field: PinField) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        field.line.selectAll()
        announce(self, words)


def _lines(*, has_passphrase: bool) -> tuple[tuple[str, str], ...]:
    return (
        ("lock", _("It keeps whoever holds the laptop out of results and other organisations in this window.")),
        (
            "eye",
            _(
                "It does not encrypt the data file: whoever can use your account on this computer outside this window"
                " gets round it. Stay in the room."
            ),
        ),
        ("notebook-pen", _if_lost(has_passphrase=has_passphrase)),
        ("laptop", _("Even if TrustCheck is closed and started again, it begins where the laptop goes round.")),
    )


def _if_lost(*, has_passphrase: bool) -> str:
    if has_passphrase:
        return _(
            "Keep it in mind until the end; nobody can look it up. If it is lost, the passphrase of this data file"
            " takes it off. After five wrong ones it waits, longer each time."
        )
    return _(
        "Keep it in mind until the end; nobody can look it up. If it is lost, close TrustCheck and type"
        " \u201ctrustcheck unlock\u201d and the name of your data file in a terminal. After five wrong ones"
        " it waits, longer each time."
    )
