"""A written policy beside a result: pasted or from a file, what its sentences do, what it shows, one worth framing."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trustcheck.app.presenting.policy import (
    deed_title,
    framed_lead,
    framed_title,
    how_it_reads,
    how_it_speaks,
    how_long,
    offer_words,
    quoted,
    rests_on,
    what_it_does,
)
from trustcheck.app.results.policy import PolicyLens
from trustcheck.domain.policy.offers import OfferedFact
from trustcheck.domain.policy.reading import MOST_LETTERS, CountedSentence
from trustcheck.domain.policy.rules import PolicyDeed
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.ui.results.say_do_view import facts_stay
from trustcheck.words import gettext as _

_QUOTED_FIRST = 3
"""Sentences of a kind that stand there at once; the others are folded."""


def column_in(held: QWidget, look: Look, gap: int = 12) -> QVBoxLayout:
    """A plain column that fills ``held``."""
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(gap))
    return column


class PolicyPage(Page):
    """Signals: ``policy_given`` with a text to read, ``policy_file_asked`` to choose a file, ``fact_answered`` with a
    :class:`PracticeAnswer` that was taken over, ``framed_copied`` with the policy worth framing.
    """

    policy_given = Signal(str)
    policy_file_asked = Signal()
    fact_answered = Signal(object)
    framed_copied = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=760)
        self.name = _("Your policy")
        self._asked: Questionnaire | None = None
        self._facts: Mapping[str, PracticeAnswer] = {}
        self._is_fixed = False
        self.title(_("What does your policy say?"))
        lead = _(
            "Paste your social media policy, or choose its file. It is read here, by rules that stand beside each "
            "sentence, and is forgotten when you leave this check."
        )
        self.column.addWidget(Text(look, lead, "lead", "ink2"))
        self.box = TextBox(look, _("The text of the policy"), limit=MOST_LETTERS)
        self.column.addWidget(self.box)
        held = QWidget()
        line = FlowLayout(look, held, gap=12)
        self.read = Button(look, _("Read it"), "primary", icon="search")
        self.choose = Button(look, _("Choose a file\u2026"), "outline", icon="file-text")
        self.read.clicked.connect(self._give)
        self.box.done.connect(self._give)
        self.choose.clicked.connect(self.policy_file_asked)
        line.addWidget(self.read)
        line.addWidget(self.choose)
        self.column.addWidget(held)
        self.said = Text(look, "", "body", "warn")
        self.said.hide()
        self.column.addWidget(self.said)
        self._found = QWidget()
        self.found = column_in(self._found, look)
        self.column.addWidget(self._found)
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        return self.box.box

    def show_lens(
        self,
        lens: PolicyLens | None,
        asked: Questionnaire,
        facts: Mapping[str, PracticeAnswer],
        *,
        is_fixed: bool = False,
    ) -> None:
        """What was found, and which facts stand already; ``is_fixed`` where they came with their result and stay."""
        self._asked, self._facts, self._is_fixed = asked, facts, is_fixed
        focus = QApplication.focusWidget()
        was_in = focus is not None and self._found.isAncestorOf(focus)
        self.clear(self.found)
        self.say("")
        if lens is None:
            return
        self._add(self._summary(lens))
        for deed in PolicyDeed:
            if counted := lens.reading.doing(deed):
                self._add(self._deed(deed, counted))
        if lens.offers:
            self._add(self._offers(lens))
        self._add(self._framed(lens))
        if was_in:
            # What had the keyboard went with the fact that was taken over: on to the next.
            following = [each for each in self._found.findChildren(Button) if each.text() == _take_words()]
            (following or [self.copy])[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            announce(self, what_it_does(lens.reading))

    def show_text(self, text: str) -> None:
        """The text of a file that was chosen, to be seen beside what is said of it."""
        self.box.show_words(text)

    def say(self, words: str) -> None:
        """One sentence on what could not be read."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self.said, words)

    def _give(self) -> None:
        if self.box.words.strip():
            self.policy_given.emit(self.box.words)
        else:
            self.say(_("There is no text yet: paste the policy above, or choose its file."))
            self.box.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, card: Card) -> None:
        self.found.addWidget(card)
        card.show()

    def _summary(self, lens: PolicyLens) -> Card:
        card, reading = Card(self.look, gap=8), lens.reading
        card.column.addWidget(Text(self.look, what_it_does(reading), "card_title"))
        for words in (how_long(reading), how_it_reads(reading), how_it_speaks(reading)):
            card.column.addWidget(Text(self.look, words, "body", "ink2"))
        return card

    def _deed(self, deed: PolicyDeed, counted: tuple[CountedSentence, ...]) -> Card:
        card = Card(self.look, gap=10)
        card.column.addWidget(Text(self.look, deed_title(deed, len(counted)), "card_title"))
        for each in counted[:_QUOTED_FIRST]:
            card.column.addWidget(self._quote(each))
        rest = counted[_QUOTED_FIRST:]
        if rest:
            body = QWidget()
            column = column_in(body, self.look)
            for each in rest:
                column.addWidget(self._quote(each))
            fold = Fold(self.look, _("All of them"), body, _("Only the first"))
            fold.setAccessibleDescription(deed_title(deed, len(counted)))
            fold.stand_flush()
            card.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
            card.column.addWidget(body)
        return card

    def _quote(self, counted: CountedSentence) -> QWidget:
        held = QWidget()
        column = column_in(held, self.look, gap=2)
        column.addWidget(Text(self.look, quoted(counted), "body"))
        column.addWidget(Text(self.look, counted.rule.why, "caption", "ink2"))
        return held

    def _offers(self, lens: PolicyLens) -> Card:
        card = Card(self.look, gap=12)
        card.column.addWidget(Text(self.look, _("What it shows of the facts"), "card_title"))
        lead = _("A reading by rules can be wrong: take over only what you would say yourself.")
        if self._is_fixed:
            lead = facts_stay()
        card.column.addWidget(Text(self.look, lead, "small", "ink2"))
        for offer in lens.offers:
            card.column.addWidget(self._offer(offer))
        return card

    def _offer(self, offer: OfferedFact) -> QWidget:
        assert self._asked is not None
        words, why = offer_words(offer, self._asked)
        held = QWidget()
        column = column_in(held, self.look, gap=4)
        column.addWidget(Text(self.look, words, "body"))
        column.addWidget(Text(self.look, why, "small", "ink2"))
        known = self._facts.get(offer.practice_id)
        if known is not None and known.fact is offer.fact:
            column.addWidget(Text(self.look, _("It stands so among the facts."), "small_strong", "ok"))
            return held
        if known is not None:
            column.addWidget(Text(self.look, _("Among the facts it stands otherwise now."), "small", "ink2"))
        if not self._is_fixed:
            column.addWidget(self._take(offer, words), 0, Qt.AlignmentFlag.AlignLeft)
        return held

    def _take(self, offer: OfferedFact, words: str) -> Button:
        take = Button(self.look, _take_words(), "quiet", icon="check", height=36)
        take.stand_flush()
        take.setAccessibleDescription(words)
        take.clicked.connect(partial(self._take_over, offer))
        return take

    def _take_over(self, offer: OfferedFact, *_clicked: bool) -> None:
        self.fact_answered.emit(PracticeAnswer(offer.practice_id, offer.fact, rests_on(offer)))

    def _framed(self, lens: PolicyLens) -> Card:
        card = Card(self.look, gap=10)
        card.column.addWidget(Text(self.look, framed_title(lens), "card_title"))
        card.column.addWidget(Text(self.look, framed_lead(lens), "small", "ink2"))
        for sentence in lens.framed:
            card.column.addWidget(Text(self.look, sentence, "lead" if len(lens.framed) == 1 else "body"))
        self.copy = Button(self.look, _("Copy it"), "quiet", icon="file-text", height=36)
        self.copy.stand_flush()
        self.copy.clicked.connect(lambda: self.framed_copied.emit("\n\n".join(lens.framed)))
        card.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _take_words() -> str:
    return _("Take it over")
