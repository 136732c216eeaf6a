"""Coming back to a half-filled sheet: three words to type, tried calmly and as often as somebody likes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

_WIDE, _LONGEST = 460, 60


class ComeBackPage(QuietFrame):
    """Signals: ``tried`` with what was typed, ``back`` to handing over."""

    tried = Signal(str)
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Your three words")
        self.words = Field(look, self.name, limit=_LONGEST)
        self.words.line.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        self.told = Text(look, "", "small_strong", "ink2", centred=True)
        self.go_back = Button(look, _("Back"), "outline", icon="arrow-left")
        self.open = Button(look, _("Open my answers"), "primary", trailing="arrow-right")
        self.put_block(Text(look, _("Welcome back"), "title", centred=True))
        lead = _("Type the three words you were shown. Capitals and commas do not matter.")
        self.put_block(Text(look, lead, "lead", "ink2", centred=True), 8)
        self.put_block(self.words, 24, widest=_WIDE)
        self.put_block(self.told, 10)
        self.put_buttons(self.go_back, self.open, gap=14)
        self.go_back.clicked.connect(self.back)
        self.open.clicked.connect(self._try)
        self.words.line.returnPressed.connect(self._try)

    def first_focus(self) -> QWidget:
        return self.words.line

    def tell_looking(self) -> None:
        """The words are being tried, which takes a moment on purpose."""
        self._wait(waiting=True)
        self.told.use_ink("ink2")
        self.told.setText(_("Trying your words. This takes a moment, on purpose."))

    def tell_not_found(self) -> None:
        self._wait(waiting=False)
        words = _(
            "These words open no half-filled sheet of this check. Look at the spelling and the order."
            " There is no limit."
        )
        self.told.use_ink("warn")
        self.told.setText(words)
        self.words.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.line.selectAll()
        announce(self, words)

    def _wait(self, *, waiting: bool) -> None:
        self.words.setEnabled(not waiting)
        self.open.setEnabled(not waiting)

    def _try(self) -> None:
        if self.words.words:
            self.tried.emit(self.words.words)
