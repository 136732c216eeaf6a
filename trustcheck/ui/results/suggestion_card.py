"""One theme to begin with and one thing to try: folded to a line, or open with everything one needs to try it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.facts import by_right_heading, by_right_lead, quick_wins_heading
from trustcheck.app.presenting.put_aside import asked_again_words
from trustcheck.app.presenting.suggestions import (
    effort_words,
    grade_words,
    waiting_heading,
    waiting_lines,
)
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.reasons import Reason
from trustcheck.domain.findings.suggestions import ByRight, Proposal, QuickWin
from trustcheck.domain.questionnaire.model import Questionnaire, Suggestion, Theme
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import Columns, FlowLayout, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card, Pill
from trustcheck.ui.kit.text import LineText, Text
from trustcheck.words import gettext as _
from trustcheck.words.sentences import in_quotes

# What stands below the suggestions of one person and of a group: what waits and why, and facts to change at once.


def waiting_card(look: Look, held_back: Sequence[HeldBack], questionnaire: Questionnaire) -> Card:
    """Every theme or suggestion that waits, with its reason."""
    card = Card(look, gap=8)
    card.column.addWidget(Text(look, waiting_heading(), "section"))
    for words in waiting_lines(held_back, questionnaire):
        card.column.addWidget(IconLine(look, "clock", words))
    return card


def quick_wins_card(look: Look, wins: Sequence[QuickWin]) -> Card:
    card = Card(look, gap=8)
    card.column.addWidget(Text(look, quick_wins_heading(), "section"))
    lead = _("Each is a \u201cno\u201d today, and one decision away from a \u201cyes\u201d within a month.")
    card.column.addWidget(Text(look, lead, "caption", "ink2"))
    for win in wins:
        card.column.addWidget(IconLine(look, "flag", win.practice.text))
    return card


class ByRightCard(Card):
    """Facts answered "no", each with what to try. Signals: ``promise_asked`` and ``aside_asked`` with a suggestion's
    id."""

    promise_asked = Signal(str)
    aside_asked = Signal(str)

    def __init__(self, look: Look, found: Sequence[ByRight], *, for_one: bool) -> None:
        super().__init__(look, gap=8)
        self._for_one = for_one
        self.column.addWidget(Text(look, by_right_heading(), "section"))
        self.column.addWidget(Text(look, by_right_lead(), "caption", "ink2"))
        self.promises: list[Button] = []
        for each in found:
            self._add(each)

    def _add(self, each: ByRight) -> None:
        tried = each.suggestion
        self.column.addSpacing(self._look.px(6))
        self.column.addWidget(IconLine(self._look, "flag", each.practice.text))
        self.column.addWidget(Text(self._look, tried.title, "strong"))
        self.column.addWidget(Text(self._look, tried.this_week, "body"))
        self.column.addWidget(Text(self._look, in_quotes(tried.ask), "small", "ink2"))
        promise = Button(self._look, _("Promise this"), "outline", icon="plus")
        promise.setAccessibleDescription(tried.title)
        promise.clicked.connect(lambda: self.promise_asked.emit(tried.id))
        self.promises.append(promise)
        aside = Button(self._look, _("Not for me") if self._for_one else _("Not for us"), "quiet")
        aside.setAccessibleDescription(tried.title)
        aside.clicked.connect(lambda: self.aside_asked.emit(tried.id))
        held = QWidget()
        line = FlowLayout(self._look, held, gap=12)
        line.addWidget(promise)
        line.addWidget(aside)
        self.column.addWidget(held)


class AsideCard(Card):
    """What was put aside, by its name. Signals: ``wanted`` with the id of one that is for them after all."""

    wanted = Signal(str)

    def __init__(self, look: Look, aside: Sequence[Suggestion], *, for_one: bool) -> None:
        super().__init__(look, gap=8)
        self.column.addWidget(Text(look, _("Put aside"), "section"))
        self.column.addWidget(
            Text(look, _("Counted in a report, and not printed. Next time you are asked."), "caption", "ink2")
        )
        self.takers: list[Button] = []
        for each in aside:
            taker = Button(look, _("For me after all") if for_one else _("For us after all"), "quiet")
            taker.setAccessibleDescription(each.title)
            taker.clicked.connect(partial(self.wanted.emit, each.id))
            self.takers.append(taker)
            self.column.addWidget(Columns(look, Text(look, each.title, "strong"), taker, narrow=480, gap=8))


# Where a short form goes on: what more questions would tell, and the button that leads to them.


class FurtherCard(Card):
    """Signals: ``asked`` when the button is pressed."""

    asked = Signal()

    def __init__(self, look: Look, heading: str, words: str, button: str) -> None:
        super().__init__(look, gap=10)
        self.column.addWidget(Text(look, heading, "section"))
        self.column.addWidget(Text(look, words, "body", "ink2"))
        self.button = Button(look, button, "primary", trailing="arrow-right")
        self.button.clicked.connect(self.asked)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


# *Why am I seeing this?*: the lines that made it true, and the rule.


class ReasonPanel(Card):
    """``silent`` are values that are codes rather than words; their lines go without."""

    def __init__(self, look: Look, reasons: Sequence[Reason], rule: str, silent: frozenset[str]) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(18, 14), gap=6)
        self.column.addWidget(
            IconLine(look, "circle-help", _("Why am I seeing this?"), ink="accent", role="small_strong")
        )
        for reason in reasons:
            value = "" if reason.value in silent else reason.value
            self.column.addWidget(IconLine(look, "check", reason.sentence, ink="accent", value=value))
        self.column.addWidget(Text(look, rule, "caption", "ink2"))


def research_words(suggestion: Suggestion, known: str) -> tuple[str, ...]:
    """What is known of this kind of step, how surely, and from where."""
    grade = _("Evidence {grade}: {meaning}").format(
        grade=suggestion.evidence, meaning=evidence_in_words(suggestion.evidence)
    )
    return tuple(words for words in (known, grade, suggestion.source) if words)


def evidence_in_words(grade: str) -> str:
    match grade[:1]:
        case "A":
            return _("randomised trials or a review of many studies, of the practice itself.")
        case "B":
            return _("several field studies, over time or with a comparison.")
        case _:
            return _("reasoned practice, or a single look.")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a card shows. ``alone`` puts first what one person without a leading role can try."""

    theme: Theme
    proposal: Proposal
    alone: bool
    silent: frozenset[str] = frozenset()
    for_one: bool = False
    """Whether one person reads it, and not several."""


class SuggestionCard(Card):
    """Signals: ``promise_asked`` with a suggestion's id, ``theme_asked`` with a theme's, ``unfolded`` by the person,
    ``swapped`` after another idea has taken the place of the first, ``move_asked`` with -1 for up or 1 for down;
    ``aside_asked`` and ``wanted`` with the id of one that is not, or is, for them."""

    promise_asked = Signal(str)
    theme_asked = Signal(str)
    unfolded = Signal()
    swapped = Signal()
    move_asked = Signal(int)
    aside_asked = Signal(str)
    wanted = Signal(str)

    def __init__(self, look: Look, offer: Offer, asked_again: frozenset[str], can_move: tuple[bool, bool]) -> None:
        """``can_move``: up, and down."""
        super().__init__(look, padding=(24, 16), gap=10)
        self._offer, self._at = offer, 0
        self._asked_again, self._can_move = asked_again, can_move
        self.promise: Button | None = None
        self.unfold: Button | None = None
        self.movers: dict[int, Button] = {}
        self.aside: Button | None = None
        self.show_open(is_open=False)

    @property
    def suggestion(self) -> Suggestion:
        offered = self._offer.proposal.suggestions
        return offered[self._at % len(offered)]

    def show_open(self, *, is_open: bool) -> None:
        empty(self.column, orphan=True)
        self.promise = self.unfold = self.aside = None
        self.movers = {}
        if is_open:
            self._fill_open()
        else:
            self._fill_folded()

    def _fill_folded(self) -> None:
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._look.px(2))
        lines.addWidget(Text(self._look, self._offer.theme.name, "small_strong", "accent"))
        lines.addWidget(Text(self._look, self.suggestion.title, "strong"))
        self.unfold = Button(self._look, _("Why, and how"), "quiet", trailing="chevron-right", height=40)
        self.unfold.setAccessibleDescription(self.suggestion.title)
        self.unfold.clicked.connect(self.unfolded)
        right = QWidget()
        line = FlowLayout(self._look, right)
        line.stand_at_end()
        line.addWidget(self._pills())
        line.addWidget(self.unfold)
        self.column.addWidget(Columns(self._look, words, right, narrow=640, gap=8))

    def _fill_open(self) -> None:
        shown = self.suggestion
        head = QWidget()
        line = FlowLayout(self._look, head, gap=12)
        line.spread()
        line.addWidget(LineText(self._look, self._offer.theme.name, "small_strong", "accent"))
        line.addWidget(self._pills())
        self.column.addWidget(head)
        self.column.addWidget(Text(self._look, shown.title, "card_title"))
        if shown.id in self._asked_again:
            self.column.addWidget(self._question(shown))
        own = self._offer.theme.on_your_own
        if own and self._offer.alone:
            self.column.addWidget(self._part(_("On your own"), own))
        self.column.addWidget(self._steps(shown))
        if own and not self._offer.alone:
            self.column.addWidget(self._part(_("On your own"), own))
        panel = ReasonPanel(self._look, self._offer.proposal.reasons, self._offer.proposal.rule, self._offer.silent)
        self.column.addWidget(panel)
        self.column.addWidget(self._buttons())
        self._add_research(shown)

    def _add_research(self, shown: Suggestion) -> None:
        held = QWidget()
        lines = QVBoxLayout(held)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._look.px(4))
        for words in research_words(shown, self._offer.theme.known):
            lines.addWidget(Text(self._look, words, "caption", "ink2"))
        fold = Fold(self._look, _("What is known"), held)
        fold.stand_flush()
        self.column.addWidget(fold)
        self.column.addWidget(held)

    def _pills(self) -> QWidget:
        held = QWidget()
        line = FlowLayout(self._look, held, gap=8)
        line.addWidget(Pill(self._look, effort_words(self.suggestion)))
        line.addWidget(Pill(self._look, grade_words(self.suggestion)))
        return held

    def _steps(self, shown: Suggestion) -> QWidget:
        sign = _("A sign to look for, not a promise.")
        left = self._part(_("This week"), shown.this_week), self._part(_("A 30-day experiment"), shown.thirty_days)
        right = (
            self._part(_("You would notice"), shown.notice, sign),
            self._part(_("Ask yourself, or the room"), in_quotes(shown.ask)),
        )
        return Columns(self._look, *(self._stacked(*parts) for parts in (left, right)), narrow=640, gap=28)

    @staticmethod
    def _stacked(*parts: QWidget) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return held

    def _part(self, heading: str, words: str, below: str = "") -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(2))
        column.addWidget(Text(self._look, heading, "small_strong"))
        column.addWidget(Text(self._look, words, "body"))
        if below:
            column.addWidget(Text(self._look, below, "caption", "ink3"))
        return held

    def _buttons(self) -> QWidget:
        held = QWidget()
        line = FlowLayout(self._look, held, gap=12)
        line.spread()
        self.promise = Button(self._look, _("Promise this"), "primary", icon="plus")
        self.promise.setAccessibleDescription(self.suggestion.title)
        self.promise.clicked.connect(lambda: self.promise_asked.emit(self.suggestion.id))
        line.addWidget(self.promise)
        if len(self._offer.proposal.suggestions) > 1:
            another = Button(self._look, _("Another idea"), "outline")
            another.clicked.connect(self._swap)
            line.addWidget(another)
        self._add_by_hand(line)
        look_at = Button(self._look, _("Look at the theme"), "quiet", trailing="chevron-right")
        look_at.setAccessibleDescription(self._offer.theme.name)
        look_at.clicked.connect(lambda: self.theme_asked.emit(self._offer.theme.id))
        line.addWidget(look_at)
        return held

    def _add_by_hand(self, line: FlowLayout) -> None:
        shown = self.suggestion
        if shown.id not in self._asked_again:
            self.aside = self._quiet(self._not_for(), shown.title)
            self.aside.clicked.connect(lambda: self.aside_asked.emit(shown.id))
            line.addWidget(self.aside)
        for by, words, can in zip((-1, 1), (_("Move up"), _("Move down")), self._can_move, strict=True):
            if can:
                self.movers[by] = self._quiet(words, shown.title)
                self.movers[by].clicked.connect(partial(self.move_asked.emit, by))
                line.addWidget(self.movers[by])

    def _question(self, shown: Suggestion) -> QWidget:
        """Of one that was put aside last time: nobody has to remember it."""
        panel = Card(self._look, fill="sunk", edge="", padding=(18, 14), gap=8)
        panel.column.addWidget(Text(self._look, asked_again_words(), "small_strong"))
        held = QWidget()
        line = FlowLayout(self._look, held, gap=12)
        self.aside = Button(self._look, _("Still not for me") if self._offer.for_one else _("Still not for us"))
        self.aside.clicked.connect(lambda: self.aside_asked.emit(shown.id))
        wanted = Button(self._look, _("Keep it in the list"))
        wanted.clicked.connect(lambda: self.wanted.emit(shown.id))
        for each in (self.aside, wanted):
            each.setAccessibleDescription(shown.title)
            line.addWidget(each)
        panel.column.addWidget(held)
        return panel

    def _not_for(self) -> str:
        return _("Not for me") if self._offer.for_one else _("Not for us")

    def _quiet(self, words: str, about: str) -> Button:
        button = Button(self._look, words, "quiet")
        button.setAccessibleDescription(about)
        return button

    def _swap(self) -> None:
        """The next thing to try for the same theme; the keyboard goes with it."""
        self._at += 1
        self.show_open(is_open=True)
        self.swapped.emit()
        if self.promise is not None:
            self.promise.setFocus(Qt.FocusReason.OtherFocusReason)
