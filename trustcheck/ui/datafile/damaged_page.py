"""A file that will not open: the newest copy that does, what can be rescued, and where it all lies."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.ports import Emptied, Locked, Refused
from trustcheck.app.store.safekeeping import Copy
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.passphrase_form import PassphraseLine
from trustcheck.ui.kit.plates import Strip
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.shell.copy_words import open_words, whose_copy
from trustcheck.words import gettext as _


class DamagedPage(QuietFrame):
    """Signals: ``copy_asked`` for the copy that was found, ``rescue_asked``, ``stop_asked``, ``given`` with a
    passphrase, ``folder_asked``, ``another_asked``.
    """

    copy_asked = Signal()
    rescue_asked = Signal()
    stop_asked = Signal()
    given = Signal(str)
    folder_asked = Signal()
    another_asked = Signal()

    def __init__(self, look: Look, name: str, refused: Refused) -> None:
        super().__init__(look)
        self.name = refused.sentence
        self._reads = not isinstance(refused, Emptied)
        self.place.setText(name)
        self._lead = Text(look, "", "lead", "ink2", centred=True)
        self._words = Strip(look, "circle-help")
        self.passphrase = PassphraseLine(look)
        self.making = MakingLine(look, _("Reading what still reads"), _("Rescue what still reads"))
        self.making.hide()
        self._add_buttons()
        self.put_block(Text(look, self.name, "title", centred=True))
        self.put_block(self._lead, 8)
        for part in (self.passphrase, self._words, self.making):
            self.put_block(part, 16)
        self.put_buttons(self.open_copy, self.rescue, self.show_file, self.another, gap=12)
        if not self._reads:
            self.rescue.hide()
        self.say_at_foot(_("Nothing was changed. What a copy replaces is set aside, and never thrown away."))

    def _add_buttons(self) -> None:
        look = self.look
        self.open_copy = Button(look, "", "primary")
        self.rescue = Button(look, _("Rescue what still reads"), "outline")
        self.show_file = Button(look, _("Show me the file"), "outline")
        self.another = Button(look, _("Open another file\u2026"), "quiet")
        for button, says in (
            (self.open_copy, self.copy_asked),
            (self.rescue, self.rescue_asked),
            (self.show_file, self.folder_asked),
            (self.another, self.another_asked),
        ):
            button.clicked.connect(says)
        self.passphrase.given.connect(self.given)
        self.making.cancelled.connect(self.stop_asked)
        self.making.again.connect(self.rescue_asked)
        self.open_copy.hide()

    def show_looking(self) -> None:
        """The copies are being read, the newest first."""
        self._lead.setText(_("Looking for the newest copy that is whole\u2026"))

    def show_found(self, copy: Copy | None, today: date) -> None:
        """The newest copy that is whole, or that there is none."""
        self.passphrase.hide()
        if copy is None:
            self._say_lead(_("No copy beside it opens in one piece."))
            first = self.rescue if self._reads else self.show_file
            first.become("primary")
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say_lead(_("{whose} does. Open that one?").format(whose=whose_copy(copy, today)))
        self.open_copy.say(open_words(copy, today))
        self.open_copy.show()
        self._space()
        self.open_copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_passphrase(self, refused: Locked) -> None:
        """Neither the file nor its copies open without it."""
        self._lead.setText(_("Its copies open with the passphrase."))
        self.passphrase.ask(str(refused), wrong=refused.wrong)

    def show_rescuing(self, done: int, of: int) -> None:
        arriving = self.making.isHidden()
        self._words.say("")
        self.making.show()
        self.making.show_step(done, of)
        if arriving:
            # Before the button that was pressed can be pressed no more: the keyboard would go astray.
            self.making.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_into_view(self.making)
        self._enable(on=False)

    def show_stopped(self) -> None:
        self.making.hide()
        self._enable(on=True)
        self.rescue.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refused(self, refused: Refused) -> None:
        """Something that was tried here did not work."""
        self.making.hide()
        self._enable(on=True)
        self._words.say(str(refused), calm=False)
        announce(self, str(refused), assertive=True)

    def first_focus(self) -> QWidget:
        return self.show_file if self.open_copy.isHidden() else self.open_copy

    def announcement(self) -> str:
        return f"{self.name} {self._lead.text()}"

    def _say_lead(self, words: str) -> None:
        self._lead.setText(words)
        announce(self, words)

    def _enable(self, *, on: bool) -> None:
        for button in (self.open_copy, self.rescue, self.another):
            button.setEnabled(on)
