"""Bringing in another state of the open data file: choose it, look at every part of both, and do all of it at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.merging import kept_before_words, merge_words, part_words, same_words
from trustcheck.app.store.merging import Merge, MergeChoice, MergePart, PartState
from trustcheck.ui.kit.buttons import ButtonRow
from trustcheck.ui.kit.choices import CardFace, ChoiceGroup
from trustcheck.ui.kit.coming_in_page import ComingInPage
from trustcheck.ui.kit.fields import PassphraseField
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# One part of two states of a data file: what each holds, and what is to become of it.


class MergeCard(Card):
    """Signals: ``chosen`` with the id of the part and the :class:`~trustcheck.app.store.merging.MergeChoice`."""

    # Ids are longer than the int of a signal.
    chosen = Signal(object, object)

    def __init__(self, look: Look, part: MergePart) -> None:
        super().__init__(look, gap=8)
        words = part_words(part)
        self.column.addWidget(Text(look, words.organisation, "card_title"))
        if words.title:
            self.column.addWidget(Text(look, words.title, "small_strong", "ink2"))
        self.column.addWidget(Text(look, words.found, "body"))
        self.choices: ChoiceGroup | None = None
        # One alone is no choice; the words say why it is the only one.
        if len(words.options) > 1:
            faces = [CardFace(each.words, detail=each.detail) for each in words.options]
            named = " ".join(each for each in (words.organisation, words.title) if each)
            question = _("What becomes of it: {name}").format(name=named)
            self.choices = ChoiceGroup(look, question, faces, titled=False)
            self.choices.chosen.connect(lambda at: self.chosen.emit(part.id, words.options[at].choice))
            self.column.addSpacing(look.px(4))
            self.column.addWidget(self.choices)


_IN_ORDER = (PartState.CHANGED, PartState.ONLY_THERE, PartState.ONLY_HERE, PartState.JOINED)
_MOST_CARDS = 60
"""A file may hold thousands of parts; those where somebody has to choose come first."""


class MergePage(ComingInPage):
    """Signals: also ``opened`` with the passphrase that was typed, ``merge_asked`` and ``home_asked``.

    ``seen`` and ``chosen`` are what is to be done; they go with the page.
    """

    opened = Signal(str)
    merge_asked = Signal()
    home_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Changed elsewhere"), _("Looking through the file"), measure=860)
        self.seen: Merge | None = None
        self.chosen: dict[int, MergeChoice] = {}
        self.passphrase = PassphraseField(look, _("Passphrase"))
        self.passphrase.entered.connect(self._open)
        self.cards: list[MergeCard] = []
        self._parts = QVBoxLayout()
        self._parts.setSpacing(look.px(14))
        self.home_button = self._add_button(_("See what is here now"), "primary", self.home_asked)
        self.open_button = self._add_button(_("Open the file"), "primary", self._open)
        self.choose_button = self._add_button(_("Choose a file\u2026"), "primary", self.file_asked)
        self.merge_button = self._add_button(_("Put the two together"), "primary", self.merge_asked)
        self.other_button = self._add_button(_("Choose another file\u2026"), "outline", self.file_asked)
        self.back_button = self._add_button(_("Back"), "quiet", self.left)
        self._before = Text(look, kept_before_words(), "small", "ink2")
        self.column.addWidget(self.passphrase)
        self.column.addLayout(self._parts)
        self.column.addWidget(self._before)
        self.column.addWidget(ButtonRow(look, *self.buttons))
        self.column.addStretch(1)
        self.show_start()

    def to_decide(self) -> tuple[QWidget, ...]:
        asked = (each.choices for each in self.cards)
        return self.passphrase.line, *(each.cards[each.choice] for each in asked if each is not None)

    def show_start(self) -> None:
        """No file yet."""
        self._stand(self.choose_button, self.back_button)
        self._say(
            _("Which file was changed elsewhere?"),
            _(
                "Another copy of this very data file: one from another computer, or one with \u201ckept here\u201d in"
                " its name. You see what is in both first, and nothing is written before you say so."
            ),
        )

    def show_looking(self, name: str) -> None:
        """Both are being looked through."""
        self._stand()
        self._say(_("Looking through both files"), _file_words(name))
        self._tell_step(0, 1, _("Looking through both files"))

    def show_locked(self, name: str, why: str, *, wrong: bool) -> None:
        """It opens with a passphrase; ``wrong`` where one was given and did not open it."""
        self._stand(self.passphrase, self.open_button, self.other_button, self.back_button)
        self._say(_("It opens with a passphrase"), _file_words(name))
        self.passphrase.complain(why if wrong else "")
        self.passphrase.line.selectAll()
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(self.passphrase)
        if wrong:
            announce(self, why, assertive=True)

    def show_found(self, name: str, merge: Merge) -> None:
        """What would be done, part by part."""
        # With what was chosen a moment ago gone: it was said of other parts.
        nothing = merge.changes_nothing and not merge.having(PartState.ONLY_HERE)
        offered = () if nothing else (self.merge_button, self._before)
        self._stand(*offered, self.other_button, self.back_button)
        self.seen = merge
        heading = _("Nothing to bring in") if merge.changes_nothing else _("Look before anything is written")
        self._say(heading, f"{merge_words(merge)} {_file_words(name)}")
        listed = [each for found in _IN_ORDER for each in merge.having(found)]
        for each in listed[:_MOST_CARDS]:
            card = MergeCard(self.look, each)
            card.chosen.connect(self._choose)
            self.cards.append(card)
            self._add(card)
        for words in _further(len(listed) - _MOST_CARDS, len(merge.having(PartState.SAME))):
            self._add(Text(self.look, words, "small", "ink2"))
        self._put_keyboard_first()

    def show_merging(self, done: int = 0, of: int = 1) -> None:
        """It is being written; ``done`` of ``of`` parts are behind us."""
        if self.making.isHidden():
            self._stand(keeps=True)
            self._say(
                _("Putting the two together"), _("All of it or nothing: stopping leaves everything here as it was.")
            )
        self._tell_step(done, of, _("Putting the two together"))

    def show_merged(self, kept: str) -> None:
        """It is in the data file, on the disk."""
        self.passphrase.forget()
        self._stand(self.home_button)
        words = _("The file as it was before is kept beside it: {name}. The other file is as it was.")
        self._say(_("It is here now"), words.format(name=kept))
        self._put_keyboard_first()

    def show_refused(self, words: str) -> None:
        """It did not work: what happened, what is safe, what to do."""
        self.show_start()
        self._put_keyboard_first()
        self._complain(words)

    def _choose(self, id_: int, choice: MergeChoice) -> None:
        self.chosen[id_] = choice

    def _open(self) -> None:
        if self.passphrase.words:
            self.opened.emit(self.passphrase.words)

    def _add(self, part: QWidget) -> None:
        self._parts.addWidget(part)
        # At once: the keyboard is put on something in it.
        part.show()

    def _say(self, heading: str, lead: str) -> None:
        self.say(heading)
        self.lead.setText(lead)
        announce(self, self.announcement())

    def _stand(self, *shown: QWidget, keeps: bool = False) -> None:
        """Show these parts and no others that come and go; ``keeps`` what was seen and chosen."""
        self.clear(self._parts)
        self.cards = []
        if not keeps:
            self.seen, self.chosen = None, {}
        for part in (self.trouble, self.making, self.passphrase, self._before, *self.buttons):
            part.setVisible(part in shown)


def _file_words(name: str) -> str:
    return _("The other file is {name}. Nothing is written yet.").format(name=name)


def _further(more: int, same: int) -> list[str]:
    """What has no card."""
    said = []
    if more > 0:
        told = ngettext(
            "{n} more part is not listed; nothing of it that is here goes.",
            "{n} more parts are not listed; nothing of them that is here goes.",
            more,
        )
        said.append(told.format(n=more))
    return [*said, same_words(same)] if same else said
