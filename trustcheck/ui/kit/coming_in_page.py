"""What the pages share on which a file comes in: chosen, looked at, taken in wholly or not at all."""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.text import Text, announce


class ComingInPage(Page):
    """Signals: ``file_asked`` for the dialog, ``cancel_asked`` while something is under way, ``left``.

    At the top stand ``where``, ``heading``, ``lead``, ``trouble`` and ``making``; a page puts its own parts and its
    ``buttons`` below them, and shows of those what can be done next.
    """

    file_asked = Signal()
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, where: str, reading: str, *, measure: int) -> None:
        super().__init__(look, measure=measure)
        self.where = Text(look, where, "small_strong", "ink2")
        self.heading, self.lead = Text(look, "", "title"), Text(look, "", "lead", "ink2")
        self.trouble = Text(look, "", "body", "danger")
        self.trouble.can_be_copied()
        self.making = MakingLine(look, reading)
        self.making.cancelled.connect(self.cancel_asked)
        self.buttons: list[Button] = []
        for part in (self.where, self.heading, self.lead, self.trouble, self.making):
            self.column.addWidget(part)

    def first_focus(self) -> QWidget | None:
        """What is under way, then what has to be decided, then what is done next."""
        offered = (self.making.cancel_button, *self.to_decide(), *self.buttons)
        return next((each for each in offered if each.isVisibleTo(self) and each.isEnabled()), None)

    def to_decide(self) -> tuple[QWidget, ...]:
        """What asks for the keyboard before the buttons do."""
        return ()

    def announcement(self) -> str:
        heading = self.heading.text()
        return f"{heading if heading.endswith(('.', '?')) else f'{heading}.'} {self.lead.text()}"

    def _add_button(self, words: str, kind: str, says: SignalInstance | Callable[[], None]) -> Button:
        """A button that comes and goes; of several, the one that was made first gets the keyboard first."""
        button = Button(self.look, words, kind)
        button.clicked.connect(says)
        self.buttons.append(button)
        return button

    def offer(self, *wanted: Button) -> None:
        """Show these buttons and no others."""
        for button in self.buttons:
            button.setVisible(button in wanted)

    def say(self, heading: str) -> None:
        """Where the person stands now: nothing is under way."""
        self.making.hide()
        self.name = heading
        self.heading.setText(heading)

    def _tell_step(self, done: int, of: int, doing: str) -> None:
        """``done`` of ``of`` steps are behind us."""
        arriving = self.making.isHidden()
        self.making.show()
        self.making.show_step(done, of, doing)
        if arriving:
            self._put_keyboard_first()

    def _complain(self, words: str) -> None:
        """It did not work: what happened, what is safe, what to do."""
        self.trouble.setText(words)
        self.trouble.show()
        announce(self, words, assertive=True)

    def _put_keyboard_first(self) -> None:
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()
