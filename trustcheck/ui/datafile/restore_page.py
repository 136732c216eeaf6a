"""Putting a copy in the place of the data file: which one, what is in it, and what would be missing then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.carrying.copy_comparison import Comparison
from trustcheck.app.ports import Locked, Refused
from trustcheck.app.store.safekeeping import Copy
from trustcheck.ui.help.prose import Prose
from trustcheck.ui.help.topic import TopicPoints
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.choices import CardFace, ChoiceGroup
from trustcheck.ui.kit.dates import weekday_in_words
from trustcheck.ui.kit.layout import Columns, empty, sided
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.passphrase_form import PassphraseLine
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.shell.copy_words import amount, beside_each_other, day_of, what_would_be_missing, whose_copy
from trustcheck.words import gettext as _

# What is in a chosen copy, beside what is in the file now, and what putting it back would mean.


class CopyPreview(QWidget):
    """Empty until something is shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(10))

    def say(self, words: str) -> None:
        """One sentence in the place of everything."""
        self._begin()
        self._column.addWidget(Text(self._look, words, "body", "ink2"))
        self._column.addStretch(1)

    def show_comparison(self, heading: str, comparison: Comparison, aside: str) -> None:
        """``aside`` says under which name the present file is kept."""
        self._begin()
        look, missing = self._look, what_would_be_missing(comparison)
        self._column.addWidget(Text(look, heading, "card_title"))
        self._column.addWidget(Text(look, amount(comparison.copied), "body", "ink2"))
        if comparison.rows:
            self._column.addWidget(Listing(look, heading, beside_each_other(comparison), (3, 4, 4)))
        self._column.addWidget(Text(look, _("What would be missing afterwards"), "small_strong"))
        self._column.addWidget(Prose(look, (TopicPoints(missing),)))
        self._column.addWidget(Text(look, aside, "caption", "ink2"))
        self._column.addStretch(1)
        announce(self, " ".join((heading, amount(comparison.copied), *missing)))

    def _begin(self) -> None:
        empty(self._column)


_ROOM_FOR_RING = 6


@dataclass(frozen=True, slots=True)
class RestoreView:
    """``aside`` is the path under which the present file would be kept; empty where none stands there."""

    path: str
    copies: tuple[Copy, ...]
    today: date
    aside: str = ""


class RestorePage(Page):
    """Signals: ``copy_asked`` with the place of a copy to look into, ``given`` with a passphrase, ``other_asked`` for a
    copy that lies elsewhere, ``put_asked`` to put the one that is shown in its place, ``left``.
    """

    copy_asked = Signal(int)
    given = Signal(str)
    other_asked = Signal()
    put_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Put a copy back")
        self._view: RestoreView | None = None
        self._follows = False
        self.back = Button(look, _("Back"), "quiet", icon="arrow-left", height=36)
        self.back.stand_flush()
        self._lead = Text(look, "", "lead", "ink2")
        self.choices: ChoiceGroup | None = None
        self._list = QVBoxLayout()
        self.other = Button(look, _("Choose another file\u2026"), "outline", height=38)
        self.passphrase = PassphraseLine(look)
        self.preview = CopyPreview(look)
        self.put = Button(look, _("Put this copy in its place"), "primary")
        self._fill()
        for said, says in (
            (self.back.clicked, self.left),
            (self.other.clicked, self.other_asked),
            (self.passphrase.given, self.given),
            (self.put.clicked, self.put_asked),
        ):
            said.connect(says)

    def show_copies(self, view: RestoreView, chosen: int = 0) -> None:
        """The copies there are, the newest first; nothing is looked into yet."""
        self._view = view
        self._lead.setText(_lead(view))
        self.clear(self._list)
        self.choices = None
        if view.copies:
            self.choices = ChoiceGroup(self.look, _("Which copy"), _faces(view), in_a_row=1, titled=False)
            self.choices.show_choice(chosen)
            self.choices.chosen.connect(self._choose)
            self._list.addWidget(self.choices)
        self.show_waiting("" if view.copies else _("There is no copy beside the file yet."))

    def show_waiting(self, words: str = "") -> None:
        """A copy is being looked into, or there is none."""
        self.put.setEnabled(False)
        self.passphrase.hide()
        self.preview.say(words or _("Looking into it\u2026"))

    def show_comparison(self, copy: Copy, comparison: Comparison) -> None:
        """What is in the chosen copy, and what putting it back would mean."""
        assert self._view is not None
        self.passphrase.hide()
        self.preview.show_comparison(whose_copy(copy, self._view.today), comparison, _aside(self._view))
        self.put.setEnabled(True)
        if self._follows:
            # What was chosen stands below the list here, once it is laid out.
            self.bring_into_view(self.put)

    def ask_passphrase(self, refused: Locked) -> None:
        self.preview.say(_("This copy opens with the passphrase it was made under."))
        self.passphrase.ask(str(refused), wrong=refused.wrong)
        self.bring_into_view(self.preview, self.passphrase)

    def show_refused(self, refused: Refused) -> None:
        """The chosen copy cannot be looked into."""
        self.put.setEnabled(False)
        self.preview.say(str(refused))

    def first_focus(self) -> QWidget:
        if self.choices is None:
            return self.other
        return self.choices.cards[self.choices.choice]

    def announcement(self) -> str:
        return f"{self.name}. {self._lead.text()}"

    def _choose(self, at: int) -> None:
        self._follows = self._halves.is_stacked
        self.copy_asked.emit(at)

    def _fill(self) -> None:
        self.column.addWidget(self.back)
        self.title(self.name)
        self.column.addWidget(self._lead)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(*sided(self, 0, _ROOM_FOR_RING, _ROOM_FOR_RING, _ROOM_FOR_RING))
        column.setSpacing(self.look.px(12))
        column.addLayout(self._list)
        column.addWidget(self.other)
        column.addStretch(1)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(*sided(self, 0, _ROOM_FOR_RING, _ROOM_FOR_RING, _ROOM_FOR_RING))
        beside.setSpacing(self.look.px(14))
        for part in (self.preview, self.passphrase, ButtonRow(self.look, self.put)):
            beside.addWidget(part)
        beside.addStretch(1)
        self._halves = Columns(self.look, left, right, narrow=820, gap=28)
        self._halves.box.setStretch(0, 2)
        self._halves.box.setStretch(1, 5)
        self.column.addWidget(self._halves)
        self.column.addStretch(1)


def _faces(view: RestoreView) -> Sequence[CardFace]:
    return [CardFace(day_of(each, view.today), detail=_detail(each)) for each in view.copies]


def _detail(copy: Copy) -> str:
    return Path(copy.path).name if copy.made_on is None else weekday_in_words(copy.made_on)


def _lead(view: RestoreView) -> str:
    said = _("A copy takes the place of {name}. What stands there now is set aside, and not deleted.")
    return said.format(name=Path(view.path).name)


def _aside(view: RestoreView) -> str:
    if not view.aside:
        return _("Nothing stands in its place now.")
    return _("Your present file is set aside, not deleted. It is called {name} then.").format(
        name=Path(view.aside).name
    )
