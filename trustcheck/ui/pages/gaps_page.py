"""Where views lie apart: leaders and staff, saying and doing, and people of one view among themselves."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.group_result import GroupResult, Shown
from trustcheck.app.presenting.explanations import Figure, Key
from trustcheck.app.presenting.facts import finding
from trustcheck.app.presenting.group_gaps import about_lines, compares, sides_headline, sides_question
from trustcheck.app.presenting.group_hidden import why_hidden
from trustcheck.app.presenting.group_sayings import who_answered
from trustcheck.app.presenting.group_seen import is_seen
from trustcheck.domain.points import whole
from trustcheck.ui.look import Look
from trustcheck.ui.pages.group_page import GroupPage
from trustcheck.ui.say_do_view import group_view
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.contradiction_card import ContradictionCard
from trustcheck.ui.widgets.figure_button import FigureButton
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.gap_rows import GapRows
from trustcheck.ui.widgets.practice_card import PracticeCard
from trustcheck.ui.widgets.room_question import RoomQuestion
from trustcheck.ui.widgets.spread_card import SpreadCard
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class GapsPage(GroupPage):
    """Signals: ``say_do_asked`` to enter facts."""

    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Gaps")
        self._headline = ""

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: GroupResult) -> None:
        """Show the three parts from the top."""
        self.forget_asker()
        self.clear()
        self.result = result
        self._headline = sides_headline(result)
        self.title(self._headline)
        self.column.addWidget(Text(self.look, _lead(result), "lead", "ink2"))
        self.say_banners(result)
        self._add_sides(result)
        self._add_say_do(result)
        self._add_spread(result)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_sides(self, result: GroupResult) -> None:
        if not result.setup.compares:
            words = _("You chose not to compare leaders and staff. Saying and doing are below.")
            self.column.addWidget(Text(self.look, words, "body", "ink2"))
            return
        if not compares(result):
            self.column.addWidget(Text(self.look, _("Leaders and staff"), "section"))
            self.column.addWidget(Text(self.look, why_hidden(result.setup.threshold), "body", "ink2"))
            return
        rows = GapRows(self.look, result)
        for button, key in rows.figures:
            self.answers(button, self.answer_of(key))
        self.column.addWidget(rows)
        self.column.addWidget(RoomQuestion(self.look, sides_question(result)))

    def _add_say_do(self, result: GroupResult) -> None:
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(Text(self.look, _("What is said, and what is in place"), "section"))
        against = [fact for fact in result.facts if fact.contradiction]
        if not against:
            told = _("{finding}.").format(finding=finding(result.facts, has_themes=group_view(result).has_themes))
            self.column.addWidget(Text(self.look, told, "body", "ink2"))
        for fact in against:
            self.column.addWidget(ContradictionCard(self.look, fact))
        beside = PracticeCard(self.look)
        # Laid out before it is shown: shown on its own it would be a window for a moment, and take the keyboard.
        self.column.addWidget(beside)
        beside.show_rows(group_view(result).rows)
        self._add_practice_numbers(result)
        enter = Button(self.look, _("Go to the facts"), "outline", icon="list-checks", height=40)
        enter.clicked.connect(self.say_do_asked)
        self.column.addWidget(enter, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_practice_numbers(self, result: GroupResult) -> None:
        held = QWidget()
        line = Flow(self.look, held, gap=6)
        for each in result.practice:
            if each.index is not None:
                name = result.questionnaire.pillar_by_id[each.pillar_id].address
                words = _("{pillar}: facts {index} of 100. How is this worked out?").format(
                    pillar=name, index=whole(each.index)
                )
                button = FigureButton(
                    self.look, str(whole(each.index)), _("facts, {pillar}").format(pillar=name), words
                )
                self.answers(button, partial(self.explain, Key(Figure.PRACTICE, each.pillar_id)))
                line.addWidget(button)
        if line.count():
            self.column.addWidget(held)

    def _add_spread(self, result: GroupResult) -> None:
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(Text(self.look, _("Where opinions differ"), "section"))
        shown = [each for each in result.perspectives if is_seen(result, each)]
        if not shown or not any(isinstance(theme.views[each], Shown) for each in shown for theme in result.themes):
            words = _("Nothing of this may be shown.") if not shown else _("The short form has no spread by theme.")
            self.column.addWidget(Text(self.look, words, "body", "ink2"))
            return
        for perspective in shown:
            card = SpreadCard(self.look, result, perspective)
            self.answers(card.how, partial(self.explain, Key(Figure.SPREAD, card.widest, perspective)))
            self.column.addWidget(card)


def _lead(result: GroupResult) -> str:
    told = _("{who}.").format(who=who_answered(result))
    if not result.setup.compares or not compares(result):
        return told
    return told + " " + about_lines(result)
