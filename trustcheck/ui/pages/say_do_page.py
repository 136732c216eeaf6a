"""Say and do: the facts beside the answers, entered here, and what they contradict."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trustcheck.app.group_result import GroupResult
from trustcheck.app.number_words import capitalised
from trustcheck.app.presenting.facts import contradictions, finding, known, known_number
from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.domain.questionnaire import Practice
from trustcheck.ui.look import Look
from trustcheck.ui.say_do_view import SayDoView, group_view, personal_view
from trustcheck.ui.tab_order import tab_in_reading_order
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.calculations import Calculations
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.contradiction_card import ContradictionCard
from trustcheck.ui.widgets.fact_row import FactRow, fact_choices
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.parts_bar import Part, PartsBar
from trustcheck.ui.widgets.practice_card import PracticeCard
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_AT_ONCE = 3
"""Cards made before the page is seen; the others follow while it already is."""
_LEVELS = 3
"""Layouts inside each other: a row in its card, the card on its sheet, the sheet on the page."""


class SayDoPage(Page):
    """Signals: ``fact_answered`` with a :class:`PracticeAnswer` at once, ``fact_cleared`` with a practice id.

    Shown again, it changes what has changed and leaves the rest where it is: nobody loses the keyboard.
    """

    fact_answered = Signal(object)
    fact_cleared = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Say and do")
        self.rows: dict[str, FactRow] = {}
        self._asked: tuple[int, tuple[Practice, ...]] | None = None
        self._view: SayDoView | None = None
        self._against: tuple[FactResult, ...] = ()
        self._choices = fact_choices()
        self._waiting: list[tuple[str, tuple[Practice, ...]]] = []
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._add_card)
        self._headline = self.title("")
        self._lead = Text(look, "", "lead", "ink2")
        self.column.addWidget(self._lead)
        self._found = QVBoxLayout()
        self.column.addLayout(self._found)
        self._beside = PracticeCard(look)
        self.column.addWidget(self._beside)
        self._known = Text(look, "", "small_strong", "ink2")
        self.sums = Calculations(look, self)
        self.how = Button(look, _("How is this worked out?"), "quiet", height=32)
        self.sums.answers(self.how, lambda: (_("Answers and facts"), self._view.sums if self._view is not None else ()))
        self._bar = PartsBar(look)
        self.column.addSpacing(look.px(8))
        self.column.addWidget(Text(look, _("The facts"), "section"))
        self.column.addWidget(Columns(look, self._known, self.how, narrow=480))
        self.column.addWidget(self._bar)
        self._facts = QVBoxLayout()
        self.column.addLayout(self._facts)
        self.column.addStretch(1)
        look.changed.connect(self._space)
        self._space()

    def announcement(self) -> str:
        return f"{self.name}. {self._headline.text()}"

    def first_focus(self) -> QWidget | None:
        """The first fact that is still open, or else the first."""
        rows = list(self.rows.values())
        row = next((each for each in rows if not each.choices.choice), rows[0] if rows else None)
        if row is None or not row.isEnabled():
            return None
        segments = row.choices.segments
        return segments[row.choices.choice] if row.choices.choice else next(iter(segments.values()))

    def show_result(self, result: PersonalResult) -> None:
        """Show the facts of one person's round, or what has become of them."""
        self._show(personal_view(result))

    def show_group(self, result: GroupResult) -> None:
        """Show the facts of a group's check, entered once for the organisation."""
        self._show(group_view(result))

    def show_facts(self, view: SayDoView) -> None:
        """Show the facts of a check without a result yet."""
        self._show(view)

    def _show(self, view: SayDoView) -> None:
        asked = (view.round_id, tuple(fact.practice for fact in view.facts))
        self._view = view
        self.how.setVisible(bool(view.sums))
        if asked != self._asked:
            self._asked = asked
            self._begin(view)
        with self._standing_still():
            for fact in view.facts:
                if fact.practice.id in self.rows:
                    self.rows[fact.practice.id].show_fact(fact)
            self._say(view)
            self._show_contradictions(view)
            self._beside.show_rows(view.rows)
        tab_in_reading_order(self._held)

    @contextmanager
    def _standing_still(self) -> Iterator[None]:
        """What changes above the person's place does not push that place away."""
        at = next((row for row in self.rows.values() if row.isAncestorOf(self.focusWidget() or self)), None)
        # Cards that were just added may not have found their place yet: that is not what moved.
        _find_places()
        before = at.mapTo(self._sheet, QPoint()).y() if at is not None else 0
        scrolled = self.verticalScrollBar().value()
        yield
        if at is not None:
            _find_places()
            self._scroll_to(scrolled + at.mapTo(self._sheet, QPoint()).y() - before)

    def _scroll_to(self, wanted: int) -> None:
        """Where the page cannot scroll any further up, air takes the place of what is gone, until the page goes."""
        air = self._found.contentsMargins().bottom()
        kept = max(air - wanted, 0)
        self._found.setContentsMargins(0, 0, 0, kept)
        _find_places()
        self.verticalScrollBar().setValue(wanted + kept - air)

    def _space(self) -> None:
        for layout in (self._found, self._facts):
            layout.setSpacing(self.look.px(12))

    def _begin(self, view: SayDoView) -> None:
        """The first cards at once, the others as soon as those can be seen: twenty facts never keep anybody waiting."""
        self._later.stop()
        self.clear(self._facts)
        self.rows.clear()
        self._waiting = [
            (theme.name, tuple(fact.practice for fact in facts))
            for theme, facts in groupby(view.facts, key=lambda fact: fact.theme)
        ]
        for _card in range(_AT_ONCE):
            self._add_card()
        self._later.start()
        self.verticalScrollBar().setValue(0)

    def _add_card(self) -> None:
        if not self._waiting:
            self._later.stop()
            tab_in_reading_order(self._held)
            return
        name, practices = self._waiting.pop(0)
        card = Card(self.look, padding=(24, 12), gap=0)
        card.column.addWidget(Text(self.look, name, "small_strong", "accent"))
        for place, practice in enumerate(practices):
            if place:
                card.column.addWidget(Rule(self.look))
            card.column.addWidget(self._row(practice))
        self._facts.addWidget(card)

    def _row(self, practice: Practice) -> FactRow:
        row = FactRow(self.look, practice, self._choices)
        row.answered.connect(self.fact_answered)
        row.cleared.connect(self.fact_cleared)
        self.rows[practice.id] = row
        if self._view is not None:
            row.show_fact(next(fact for fact in self._view.facts if fact.practice.id == practice.id))
            row.setEnabled(not self._view.is_fixed)
        return row

    def _say(self, view: SayDoView) -> None:
        entered = sum(fact.given is not None for fact in view.facts)
        self._headline.setText(_headline(entered, view))
        self._lead.setText(_explained(entered, view))
        told = known(view.facts)
        self._known.setText(told)
        self._bar.show_parts((Part(max(len(view.facts), 1), known_number(view.facts)),))
        self._bar.setAccessibleName(told)

    def _show_contradictions(self, view: SayDoView) -> None:
        found = tuple(contradictions(view.facts))
        if found == self._against:
            return
        self._against = found
        self.clear(self._found)
        for fact in found:
            card = ContradictionCard(self.look, fact)
            self._found.addWidget(card)
            # Otherwise it would be shown, and push, a moment after everything has found its place.
            card.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is still being typed is told before the page goes."""
        for row in self.rows.values():
            row.tell_now()
        self._found.setContentsMargins(0, 0, 0, 0)
        super().hideEvent(event)


def _find_places() -> None:
    """Lay out now what would be laid out a moment later; a card that found its place asks its page for another."""
    for _level in range(_LEVELS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _headline(entered: int, view: SayDoView) -> str:
    if not view.described:
        return _("What can be checked")
    if not entered:
        return capitalised(_("{described}, beside what can be checked").format(described=view.described))
    return finding(view.facts, has_themes=view.has_themes) + "."


def _explained(entered: int, view: SayDoView) -> str:
    if view.is_fixed:
        return _("This check came with its result, and its facts stay as they were when it was exported.")
    if not view.described:
        return _("Answer the facts you know; the rest may stay open. The results open when the check is closed.")
    if not view.has_themes:
        return _("Facts need theme scores beside them to contradict anything. They still go into the report.")
    if entered:
        return _("A fact stands beside the answers and never changes a score.")
    return _("Answer the facts you know; the rest may stay open. A fact stands beside the answers, never in a score.")
