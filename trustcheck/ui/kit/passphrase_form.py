"""A new passphrase, typed twice: what a guesser would need, and what it means to forget it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.carrying.passphrases import Guessing, guessing
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import PassphraseField, see_switch
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

# A line for the passphrase of copies, there only where one is needed.


_LABEL = 26


class _Line(Columns):
    """The button beside the line, and not beside its label; right below it where there is little room."""

    def __init__(self, look: Look, field: QWidget, button: QWidget) -> None:
        held = QWidget()
        self._beside = QVBoxLayout(held)
        self._beside.addWidget(button)
        self._beside.addStretch(1)
        super().__init__(look, field, held, narrow=420)
        self.box.setStretch(1, 0)

    def _arrange(self) -> None:
        super()._arrange()
        self._beside.setContentsMargins(0, 0 if self.is_stacked else self._look.px(_LABEL), 0, 0)


class PassphraseLine(Card):
    """Signals: ``given`` with what was typed."""

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(20, 14))
        self.field = PassphraseField(look, _("Passphrase"))
        self.open = Button(look, _("Look into it"), "outline")
        self.field.entered.connect(self._give)
        self.open.clicked.connect(self._give)
        self.column.addWidget(_Line(look, self.field, self.open))
        self.hide()

    @property
    def typed(self) -> str:
        """As it was typed, with every space."""
        return self.field.words

    def ask(self, why: str, *, wrong: bool) -> None:
        """Ask for it, and put the keyboard there; ``wrong`` where one was given and did not open it."""
        self.field.complain(why if wrong else "")
        self.show()
        self.field.line.selectAll()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.typed:
            self.given.emit(self.typed)


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
