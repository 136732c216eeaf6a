"""A labelled whole number, typed. No arrows to hit, no wheel that changes it by accident."""

from typing import Any

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trustcheck.app.carrying.passphrases import LONGEST
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.kit.text import Text
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.words import gettext as _

# A labelled line to write on.


# What turns the writing of a line around, or has no width. It would do so to the words beside it on every page; marks
# with which letters are joined or kept apart stay.
_UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x2060, 0xFEFF])


_QUOTED = frozenset(
    {
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
        Qt.InputMethodQuery.ImCurrentSelection,
    }
)


class LineEdit(QLineEdit):
    corner = 9

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:  # noqa: N802 - Qt's name
        """What is sensitive is quoted to nobody: an input method is another program, and Qt would tell it."""
        if query in _QUOTED and self.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData:
            return ""
        return super().inputMethodQuery(query)


class Field(QWidget):
    """A label above one line of text, or ``beside`` it. Signals: ``changed`` with the new words after each key."""

    changed = Signal(str)

    def __init__(
        self, look: Look, label: str, *, hint: str = "", limit: int = NAME_LIMIT, beside: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        caption = Text(look, label, "caption", "ink2", wrap=False) if beside else Text(look, label, "small_strong")
        self.line = LineEdit()
        self.line.setMaxLength(limit)
        self.line.setAccessibleName(label)
        self.line.setAccessibleDescription(hint)
        caption.setBuddy(self.line)
        self._together = QHBoxLayout() if beside else QVBoxLayout()
        self._together.addWidget(caption)
        self._together.addWidget(self.line)
        self._column.addLayout(self._together)
        if hint:
            self._column.addWidget(Text(look, hint, "caption", "ink3"))
        self._hint = hint
        self._complaint = Text(look, "", "caption", "warn")
        self._complaint.hide()
        self._column.addWidget(self._complaint)
        self.line.textEdited.connect(self.changed)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """What stands there, without what nobody sees."""
        return self.line.text().translate(_UNSEEN).strip()

    def show_words(self, words: str) -> None:
        if words != self.line.text():
            self.line.setText(words)

    @property
    def complaint(self) -> str:
        """What is still wrong with the words; empty when nothing is."""
        return self._complaint.text()

    def complain(self, words: str) -> None:
        """Say under the line what is wrong with it; an empty text takes that back."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        # The same complaint twice is news both times.
        self.line.setAccessibleDescription("")
        self.line.setAccessibleDescription(words or self._hint)

    def _restyle(self) -> None:
        for layout in (self._column, self._together):
            layout.setSpacing(self._look.px(6))
        wear(self.line, self._look, "body")
        self.line.setMinimumHeight(self._look.px(44))


# A line for something that nobody else should read while it is typed.


class PinField(Field):
    """Shows dots for what is typed, and lets nothing be copied out. Signals: ``entered`` on Enter."""

    entered = Signal()

    def __init__(self, look: Look, label: str, limit: int) -> None:
        super().__init__(look, label, limit=limit)
        hide_what_is_typed(self.line)
        self.line.returnPressed.connect(self.entered)


def hide_what_is_typed(line: QLineEdit) -> None:
    """Dots for letters, and nothing that the system would learn or propose."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    hints = Qt.InputMethodHint
    line.setInputMethodHints(
        hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase | hints.ImhHiddenText
    )


# A label above a box for a few sentences, and what is still wrong with them below it.


class LabelledBox(QWidget):
    """Signals: ``changed`` with the words after each change by a person."""

    changed = Signal(str)

    def __init__(self, look: Look, label: str, *, hint: str = "", limit: int = NOTE_LIMIT) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._hint = hint
        self.text_box = TextBox(look, label, limit=limit)
        self.text_box.box.setAccessibleDescription(hint)
        self._complaint = Text(look, "", "caption", "warn")
        self._complaint.hide()
        column.addWidget(Text(look, label, "small_strong"))
        column.addWidget(self.text_box)
        if hint:
            column.addWidget(Text(look, hint, "caption", "ink3"))
        column.addWidget(self._complaint)
        self.text_box.changed.connect(self.changed)

    @property
    def words(self) -> str:
        return self.text_box.words.strip()

    @property
    def complaint(self) -> str:
        """What is still wrong with the words; empty when nothing is."""
        return self._complaint.text()

    def show_words(self, words: str) -> None:
        self.text_box.show_words(words)

    def complain(self, words: str) -> None:
        """Say below the box what is wrong with it; an empty text takes that back."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        self.text_box.box.setAccessibleDescription("")
        self.text_box.box.setAccessibleDescription(words or self._hint)


# A line for a passphrase: dots unless it is to be seen, taken as it is typed or pasted, and emptied for good.


class PassphraseField(Field):
    """Signals: ``entered`` on Enter."""

    entered = Signal()

    def __init__(self, look: Look, label: str, *, alone: bool = True) -> None:
        """A line that stands ``alone`` has the switch that shows what is typed; others share one."""
        super().__init__(look, label, limit=LONGEST)
        hide_what_is_typed(self.line)
        self._see = see_switch(look) if alone else None
        if self._see is not None:
            self._column.addWidget(self._see)
            self._see.toggled.connect(self.let_see)
        self.line.returnPressed.connect(self.entered)

    @property
    def words(self) -> str:
        """What was typed, blanks at its ends included: they belong to it."""
        return self.line.text()

    def let_see(self, seen: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)

    def forget(self) -> None:
        """Empty the line and what could be undone in it, and show dots again."""
        self.line.setText("")
        if self._see is not None:
            self._see.setChecked(False)


def see_switch(look: Look) -> Switch:
    return Switch(look, _("Show what is typed"))


class NumberField(Field):
    """``digits`` is how long the number may be. An empty field is ``None``, which is not nought."""

    def __init__(self, look: Look, label: str, *, digits: int = 6, width: int = 150, hint: str = "") -> None:
        self._width = width
        super().__init__(look, label, hint=hint, limit=digits)
        # Figures of any script are numbers to Qt, and to int() as well.
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.line))

    def sizeHint(self) -> QSize:
        """As wide as the label or the line; what is wrong with the number wraps below it."""
        width = max(self._look.width_of(self.line.accessibleName(), "small_strong"), self._look.px(self._width))
        return QSize(width, self._column.heightForWidth(width))

    @property
    def number(self) -> int | None:
        return int(self.words) if self.words else None

    def show_number(self, number: int | None) -> None:
        self.show_words("" if number is None else str(number))

    def _restyle(self) -> None:
        super()._restyle()
        self.line.setFixedWidth(self._look.px(self._width))
