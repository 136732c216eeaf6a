"""A new passphrase, typed twice: what a guesser would need, and what it means to forget it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.passphrases import Guessing, guessing
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.icon_line import IconLine
from trustcheck.ui.widgets.passphrase_field import PassphraseField, see_switch
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_WIDE_ENOUGH = 520


class PassphraseForm(QWidget):
    """Signals: ``entered`` on Enter in the last line, ``seen`` with whether what is typed is to be shown, ``missed``
    when ``trouble`` says what is still missing.
    """

    entered = Signal()
    seen = Signal(bool)
    missed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.first = PassphraseField(look, _("New passphrase"), alone=False)
        self.second = PassphraseField(look, _("The same again"), alone=False)
        self.see = see_switch(look)
        self.strength = Text(look, "", "small_strong", "ink2")
        self.trouble = Text(look, "", "small_strong", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        lost = IconLine(look, "lock", _("If you forget it, nobody can open the file, us included. There is no us."))
        for part in (
            Columns(look, self.first, self.second, narrow=_WIDE_ENOUGH, gap=24),
            self.trouble,
            self.strength,
            self.see,
            lost,
        ):
            column.addWidget(part)
        self._connect()
        self._tell_strength()
        self.trouble.hide()

    def _connect(self) -> None:
        self.see.toggled.connect(self.seen)
        for field in (self.first, self.second):
            self.see.toggled.connect(field.let_see)
            field.changed.connect(self.trouble.hide)
        self.first.changed.connect(self._tell_strength)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self.entered)

    def chosen(self) -> str:
        """What was typed, once both lines hold it; otherwise empty, and the page says what is missing."""
        typed = self.first.words
        if not typed:
            self._tell(_("Type a passphrase: a few words that do not belong together are good."), self.first)
        elif typed != self.second.words:
            self._tell(_("The two are not the same. Type the second one again."), self.second)
        else:
            return typed
        return ""

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        for field in (self.first, self.second):
            field.forget()
        self.see.setChecked(False)
        self._tell_strength()

    def _tell_strength(self) -> None:
        typed = self.first.words
        needed = guessing(typed)
        words = _("A guesser would need: {time}.").format(time=needed.words) if typed else _("Four words or more.")
        self.strength.setText(words)
        self.strength.use_ink("ok" if typed and needed >= Guessing.YEARS else "ink2")
        self.first.line.setAccessibleDescription(words)

    def _tell(self, words: str, field: PassphraseField) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        field.line.selectAll()
        announce(self, words)
        self.missed.emit()
