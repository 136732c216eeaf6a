"""Say and do: the facts beside the answers, entered here, and what they contradict."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trustcheck.app.presenting.facts import contradictions, finding, known, known_number, partly_words
from trustcheck.app.presenting.personal import fact_words
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import FactResult, PersonalResult
from trustcheck.domain.checks.round import NOTE_LIMIT
from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Practice
from trustcheck.ui.answering.parts_bar import PartBar, PartsBar
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.into_view import tab_in_reading_order
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.calculations import Calculations, of_sums
from trustcheck.ui.results.choice_row import ChoiceRow, RowChoice
from trustcheck.ui.results.grade_button import GradeButton
from trustcheck.ui.results.keep_button import KeepButton
from trustcheck.ui.results.practice_card import ContradictionCard, PracticeCard
from trustcheck.ui.results.say_do_view import SayDoView, facts_stay, group_view, personal_view
from trustcheck.ui.results.shown_card import ShownAnswersCard, ShownCard
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised

# One fact: its words, its five answers, and what shows it.


_IDLE = 600
"""Milliseconds without a keystroke after which what was typed is told."""
_KEYS = {Fact.YES: "y", Fact.PARTLY: "p", Fact.NO: "n", Fact.DONT_KNOW: "0d", Fact.NOT_APPLICABLE: "a"}


def fact_choices() -> tuple[RowChoice, ...]:
    """The five answers, the same for every fact; the two that decline stand apart."""
    return tuple(RowChoice(each.value, fact_words(each), _KEYS[each], not each.is_known) for each in Fact)


class FactRow(QWidget):
    """Signals: ``answered`` with a :class:`PracticeAnswer` after a choice, and after typing has paused or ended;
    ``cleared`` with the practice's id when the answer is taken back.
    """

    answered = Signal(object)
    cleared = Signal(str)

    def __init__(self, look: Look, practice: Practice, choices: tuple[RowChoice, ...]) -> None:
        super().__init__()
        self._look, self._practice = look, practice
        self._told: PracticeAnswer | None = None
        self._field: Field | None = None
        self._grade: GradeButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(10), 0, look.px(10))
        self._column.setSpacing(look.px(6))
        self._column.addWidget(Text(look, practice.text, "row"))
        help_line = partly_words(practice)
        if help_line:
            self._column.addWidget(Text(look, help_line, "caption", "ink2"))
        self.choices = ChoiceRow(look, practice.text, choices)
        self.choices.setAccessibleDescription(help_line)
        self.last_time = KeepButton(look, practice.text)
        self.last_time.clicked.connect(self._keep_last_time)
        self._column.addWidget(self.last_time)
        self._shown_by = Columns(look, narrow=360, gap=4)
        self._beside = Columns(look, self.choices, self._shown_by, narrow=820, gap=12)
        self._beside.box.setStretch(0, 0)
        self._column.addWidget(self._beside)
        look.changed.connect(self._keep_room)
        self._keep_room()
        self.choices.chosen.connect(self._tell)
        self.choices.cleared.connect(self._clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_IDLE)
        self._pause.timeout.connect(self._tell)

    def _keep_room(self) -> None:
        """The line for what shows it has its place before it is there: to answer moves nothing."""
        self._shown_by.setMinimumHeight(self._look.px(44))

    @property
    def evidence(self) -> Field | None:
        """The line for what shows it; there once the fact is answered."""
        return self._field

    def show_fact(self, shown: FactResult) -> None:
        """Show what is kept. What the person is typing right now is left alone."""
        if self._pause.isActive():
            return
        self._told = shown.given
        self.last_time.propose(shown.proposed)
        self.choices.show_choice(shown.given.fact.value if shown.given else "")
        self._show_field(shown.given)
        if self._field is not None and not self._field.line.hasFocus():
            self._field.show_words(shown.given.evidence if shown.given else "")
            self._field.line.setCursorPosition(0)
        if self._grade is not None:
            self._grade.show_grade(shown.given.grade if shown.given else None)

    @property
    def grade(self) -> GradeButton | None:
        """The button that says how well it is shown; there once the fact is answered."""
        return self._grade

    def _show_field(self, given: PracticeAnswer | None) -> None:
        if given is not None and self._field is None:
            self._field, self._grade = self._new_field(), self._new_grade()
        if self._field is not None and self._grade is not None:
            self._field.setVisible(given is not None)
            self._grade.setVisible(given is not None)

    def _new_field(self) -> Field:
        field = Field(self._look, _("What shows it"), limit=NOTE_LIMIT, beside=True)
        field.line.setPlaceholderText(_("A link, a date, a document. Never a person\u2019s case."))
        field.line.setAccessibleDescription(self._practice.text)
        field.changed.connect(self._wait)
        field.line.installEventFilter(self)
        self._shown_by.add(field)
        QWidget.setTabOrder(list(self.choices.segments.values())[-1], field.line)
        return field

    def _new_grade(self) -> GradeButton:
        button = GradeButton(self._look, self._practice.text)
        button.chosen.connect(self._tell)
        self._shown_by.add(button, 0)
        return button

    def _keep_last_time(self) -> None:
        """What was said last time is said again, as it was."""
        given = self.last_time.proposed
        if given is not None:
            self.choices.setFocus()
            self.answered.emit(given)

    def _wait(self) -> None:
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self._pause.isActive():
            self._tell()
        return False

    def tell_now(self) -> None:
        """Tell at once what is still being typed: the page is about to go."""
        if self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        """Say what stands here, once."""
        self._pause.stop()
        if not self.choices.choice:
            return
        evidence = self._field.words if self._field is not None else ""
        grade = self._grade.grade if self._grade is not None else None
        given = PracticeAnswer(self._practice.id, Fact(self.choices.choice), evidence, grade)
        self._show_field(given)
        if given != self._told:
            self._told = given
            self.answered.emit(given)

    def _clear(self) -> None:
        self._pause.stop()
        self._told = None
        if self._field is not None and self._grade is not None:
            self._field.show_words("")
            self._grade.show_grade(None)
            self._field.hide()
            self._grade.hide()
        self.cleared.emit(self._practice.id)


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
        self._shown = ShownCard(look)
        self.column.addWidget(self._shown)
        self._shown_answers = ShownAnswersCard(look)
        self.column.addWidget(self._shown_answers)
        self._known = Text(look, "", "small_strong", "ink2")
        self.sums = Calculations(look, self)
        self.how = Button(look, _("How is this worked out?"), "quiet", height=32)
        self.sums.answers(self.how, lambda: of_sums(_("Answers and facts"), self._view.sums if self._view else ()))
        self._bar = PartsBar(look)
        self.column.addSpacing(look.px(8))
        self._heading = Text(look, _("The facts"), "section")
        self._count = Columns(look, self._known, self.how, narrow=480)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._count)
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
            self._shown.show_facts(view.facts)
            self._shown_answers.show_rows(view.answers)
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
        self._bar.show_parts((PartBar(max(len(view.facts), 1), known_number(view.facts)),))
        self._bar.setAccessibleName(told)
        for part in (self._heading, self._count, self._bar):
            part.setVisible(bool(view.facts))

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
    if not entered and view.facts:
        return capitalised(_("{described}, beside what can be checked").format(described=view.described))
    return finding(view.facts, has_themes=view.has_themes) + "."


def _explained(entered: int, view: SayDoView) -> str:
    if not view.facts:
        return _("A fact is something two people would find out alike. One of your own can bring some.")
    if view.is_fixed:
        return facts_stay()
    if not view.described:
        return _("Answer the facts you know; the rest may stay open. The results open when the check is closed.")
    if not view.has_themes:
        return _("Facts need theme scores beside them to contradict anything. They still go into the report.")
    if entered:
        return _("A fact stands beside the answers and never changes a score.")
    return _("Answer the facts you know; the rest may stay open. A fact stands beside the answers, never in a score.")
