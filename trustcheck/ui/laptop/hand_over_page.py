"""Between two people: thank you, how many have answered, and one button that has to be meant."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from trustcheck.app.collecting.set_up import known_by_the_others
from trustcheck.ui.kit.answered_dots import AnsweredDots
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import in_words

GUARD = 500
"""Milliseconds after arriving in which nothing begins: an Enter meant for the page before does not count."""

_SCARCE = 480


@dataclass(frozen=True, slots=True)
class HandOverView:
    """What stands between two people: counts, and nothing about anybody."""

    organisation: str
    answered: int
    invited: int
    minutes: int
    threshold: int
    half_filled: int = 0
    compares: bool = False
    """Leaders and staff are shown apart, each from the threshold on."""
    thanked: bool = False
    """Somebody has just put a sheet away."""
    left: bool = False
    """Somebody has just left for now."""


class DeliberateButton(Button):
    """Pressed anew each time: a key that is held down does not count."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


class HandOverPage(QuietFrame):
    """Signals: ``next_person``, ``come_back`` with three words, ``facilitator``."""

    next_person = Signal()
    come_back = Signal()
    facilitator = Signal()

    def __init__(self, look: Look) -> None:
        self.ask_facilitator = Button(look, _("Facilitator"), "quiet", icon="lock", height=40)
        super().__init__(look, aside=self.ask_facilitator)
        self.name = _("Hand-over")
        self.guard = QTimer(self)
        self.guard.setSingleShot(True)
        self.guard.setInterval(GUARD)
        self.heading = Text(look, "", "display", centred=True)
        self.lead = Text(look, "", "lead", "ink2", centred=True)
        self.dots = AnsweredDots(look, centred=True)
        self.count = Text(look, "", "small_strong", "ink2", centred=True)
        self.begin = DeliberateButton(look, _("I\u2019m the next person"), "primary", trailing="arrow-right", height=56)
        self.takes = Text(look, "", "caption", "ink3", centred=True)
        self.half_filled = Button(look, _("I left my answers half filled"), "quiet", height=40)
        self.put_block(self.heading, widest=1000)
        self.put_block(self.lead, 14, widest=620)
        self.put(self.dots, 32, wide=True)
        self.put_block(self.count, 12)
        self.put(self.begin, 32)
        self.put_block(self.takes, 12)
        self.put(self.half_filled, 12)
        self.begin.clicked.connect(self._next)
        self.half_filled.clicked.connect(self.come_back)
        self.ask_facilitator.clicked.connect(self.facilitator)

    def show_hand_over(self, view: HandOverView) -> None:
        self.place.setText(view.organisation)
        self.heading.setText(_heading(view))
        self.lead.setText(_lead(view))
        self.count.setText(_count(view))
        self.dots.show_count(view.answered, view.invited, self.count.text())
        self.takes.setText(
            ngettext("Takes about {number} minute", "Takes about {number} minutes", view.minutes).format(
                number=in_words(view.minutes)
            )
        )
        self.half_filled.setVisible(view.half_filled > 0)
        self.say_at_foot(_foot(view))

    def first_focus(self) -> QWidget:
        return self.begin

    def announcement(self) -> str:
        return f"{self.heading.text()} {self.lead.text()} {self.count.text()}"

    def arrange(self) -> None:
        """The button stays in sight: words get smaller before it leaves the window."""
        scarce = self.height() < self.look.px(_SCARCE)
        self.heading.use_role("display" if self.is_tall else "card_title" if scarce else "title")
        self.lead.use_role("small" if scarce else "lead")
        self.dots.setMaximumHeight(0 if scarce else self.dots.sizeHint().height())

    def _next(self) -> None:
        if not self.guard.isActive():
            self.next_person.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.guard.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is the next person too, as the menu says."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not event.isAutoRepeat():
            self._next()
        else:
            super().keyPressEvent(event)


def _heading(view: HandOverView) -> str:
    if view.thanked:
        return _("Thank you. Your answers are put away.")
    if view.left:
        return _("Until later.")
    return _("Who is next?")


def _lead(view: HandOverView) -> str:
    if view.thanked:
        return _(
            "No screen in TrustCheck opens one person\u2019s answers. Not for the next person, not for the facilitator."
            " Pass the laptop on, and breathe out."
        )
    if view.left:
        return _("Your three words bring your answers back, here, until the check is closed. Pass the laptop on.")
    return _("One person after the other. What somebody answered is gone from the screen before the next one begins.")


def _count(view: HandOverView) -> str:
    if not view.invited:
        return ngettext("{answered} person has answered", "{answered} people have answered", view.answered).format(
            answered=view.answered
        )
    return _("{answered} of {invited} people have answered").format(answered=view.answered, invited=view.invited)


def _foot(view: HandOverView) -> str:
    words = (
        _("Leaders and staff each open from {number} people on, once the facilitator closes the check.")
        if view.compares
        else _("Results open from {number} people on, once the facilitator closes the check.")
    )
    kept = known_by_the_others(view.threshold) or _("Single answers stay in the crowd.")
    return f"{words.format(number=in_words(view.threshold))} {kept}"
