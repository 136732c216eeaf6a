"""Before the first data file is made: where the answers will lie, and whether a passphrase is to protect them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.passphrase_form import PassphraseForm
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class NewFilePage(FocusFrame):
    """Signals: ``decided`` with the passphrase of the file that is to be made, empty for none; ``back``."""

    decided = Signal(str)
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=760)
        self.name = _("Your answers stay in one file on this computer.")
        self.path = Text(look, "", "body", "ink2")
        self._lines = [IconLine(look, icon, words, ink="accent") for icon, words in _lines()]
        self.form = PassphraseForm(look)
        self.go_back = Button(look, _("Back"), "quiet", icon="arrow-left", height=40)
        self.go_back.stand_flush()
        self.not_now = Button(look, _("Not now"), "outline")
        self.protect = Button(look, _("Protect it with a passphrase"), "primary", icon="lock")
        self._fill()
        self.form.hide()
        self.go_back.clicked.connect(self.back)
        self.not_now.clicked.connect(lambda: self.decided.emit(""))
        self.protect.clicked.connect(self._protect)
        self.form.entered.connect(self._protect)
        self.form.missed.connect(lambda: self.bring_into_view(self.form.trouble))

    def show_place(self, path: str) -> None:
        """Say where the file will lie."""
        self.path.setText(path)

    def first_focus(self) -> QWidget:
        return self.protect

    def announcement(self) -> str:
        return f"{self.name} {self.path.text()}"

    def _fill(self) -> None:
        look = self.look
        bar = QHBoxLayout()
        bar.addWidget(self.go_back)
        bar.addStretch(1)
        self.header.addLayout(bar)
        self.add(Text(look, self.name, "title"))
        self.add(self.path)
        for line in self._lines:
            self.add(line)
        self.add(self.form)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.not_now)
        row.addStretch(1)
        row.addWidget(self.protect)
        self.footer.addLayout(row)

    def arrange(self) -> None:
        self.column.setSpacing(self.look.px(14))
        room = self.room - self.not_now.sizeHint().width() - self.look.px(12)
        asks = (_("Protect it with a passphrase"), _("Protect it"))
        self.protect.say_what_fits(room, *(asks if self.form.isHidden() else (_("Protect the file"), _("Protect it"))))

    def _protect(self) -> None:
        """First unfold where it is typed; then take it."""
        if self.form.isHidden():
            for line in self._lines:
                line.hide()
            self.form.show()
            self.arrange()
            self.form.first.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif typed := self.form.chosen():
            self.decided.emit(typed)

    def hideEvent(self, event: QHideEvent) -> None:
        self.form.forget()
        super().hideEvent(event)


def _lines() -> tuple[tuple[str, str], ...]:
    return (
        (
            "lock",
            _("With a passphrase, everything in it is encrypted. You type it whenever TrustCheck opens the file."),
        ),
        (
            "eye",
            _("Without one, whoever can use your account on this computer can read it, and whoever gets a copy."),
        ),
        ("settings", _("You can protect it later, or remove the passphrase again, under Settings, Privacy.")),
    )
