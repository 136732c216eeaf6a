"""Before a paper form is typed in: which sheet it is, and its code."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.collecting.form_identity import CODE_LENGTH
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.announce import announce
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class FormStart:
    """What was said of a form before its answers. The code is as it was typed."""

    code: str
    perspective: Perspective
    again: bool
    """It is in already, and is read a second time."""


class EntryStart(QWidget):
    """Signals: ``begun`` with a :class:`FormStart`, ``left``."""

    begun = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._perspectives: tuple[Perspective, ...] = (Perspective.STAFF,)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self.mode = Segmented(look, _("What do you want to do?"), [_("Type in a form"), _("Check a form again")])
        self.mode.show_choice(0)
        self.sheet = Segmented(look, _("Which sheet is it?"), [_("For leaders"), _("For staff")])
        self._sheet_words = Text(look, _("Which sheet is it? Its name stands under the title."), "small_strong")
        hint = _("Three signs, at the top of the form and at the foot of every page.")
        self.code = Field(look, _("Code on the form"), hint=hint, limit=CODE_LENGTH)
        self.code.setMaximumWidth(look.px(420))
        self.code.line.returnPressed.connect(self._begin)
        self.code.changed.connect(lambda _words: self.code.complain(""))
        which = QVBoxLayout()
        which.setSpacing(look.px(6))
        which.addWidget(self._sheet_words)
        which.addWidget(self.sheet)
        column.addWidget(self.mode)
        column.addLayout(which)
        column.addWidget(self.code)
        column.addWidget(self._buttons())

    def first_focus(self) -> QWidget:
        return self.code.line

    def show_start(self, perspectives: Sequence[Perspective]) -> None:
        """Ready for the next form; the sheet stays the one that was typed in last."""
        both = len(perspectives) > 1
        self._perspectives = tuple(perspectives)
        if self.sheet.choice is None or not both:
            self.sheet.show_choice(1)
        for part in (self._sheet_words, self.sheet):
            part.setVisible(both)
        self.mode.show_choice(0)
        self.code.show_words("")
        self.code.complain("")

    def complain(self, words: str) -> None:
        """Say what is wrong with the code, and stand in it."""
        self.code.complain(words)
        self.code.line.selectAll()
        self.code.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)

    def _buttons(self) -> QWidget:
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = FlowLayout(self._look, held, gap=12)
        begin = Button(self._look, _("Begin"), "primary", trailing="arrow-right")
        begin.clicked.connect(self._begin)
        leave = Button(self._look, _("Back to collecting"), "quiet")
        leave.clicked.connect(self.left)
        flow.addWidget(begin)
        flow.addWidget(leave)
        return held

    def _begin(self) -> None:
        if not self.code.words:
            self.complain(_("Type the code first."))
            return
        one = self._perspectives[0]
        chosen = Perspective.LEADER if self.sheet.choice == 0 else Perspective.STAFF
        perspective = chosen if len(self._perspectives) > 1 else one
        self.begun.emit(FormStart(self.code.words, perspective, self.mode.choice == 1))
