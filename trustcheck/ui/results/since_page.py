"""Since last time: what was promised, two checks of one person beside each other, and how sure that is."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal

from trustcheck.app.presenting.aloud import aloud_since
from trustcheck.app.presenting.change import about, headline, how_sure, row
from trustcheck.app.presenting.promises import became
from trustcheck.app.results.comparison import AnswersBeside, ComparedScore, PersonalComparison
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.earlier_chooser import earlier_chooser
from trustcheck.ui.results.then_now_card import ThenNowCard
from trustcheck.words import gettext as _


class SincePage(Page):
    """Signals: ``promise_page_asked`` for the promise of this time, ``other_check_chosen`` with the place of an earlier
    check, the newest at 0."""

    promise_page_asked = Signal()
    other_check_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Since last time")
        self._headline = ""

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_comparison(
        self,
        comparison: PersonalComparison | None,
        earlier: Sequence[RoundSummary] = (),
        place: int = 0,
        *,
        chosen: bool = False,
    ) -> None:
        """``None`` where there is no earlier check to set beside this one, else the one at a ``place`` among those.
        ``chosen``: it was chosen just now, and the keyboard stays where that was done."""
        self.clear()
        if comparison is None:
            self._headline = _("This is the first check here")
            self.title(self._headline)
            words = _("Three months from now another one can be set beside it: the questions look back that far.")
            self.column.addWidget(Text(self.look, words, "lead", "ink2"))
        else:
            self._headline = headline(comparison)
            self._show(comparison, earlier, place, chosen=chosen)
        self.column.addStretch(1)
        if not chosen:
            self.verticalScrollBar().setValue(0)

    def _show(
        self, comparison: PersonalComparison, earlier: Sequence[RoundSummary], place: int, *, chosen: bool
    ) -> None:
        self._ask_promise(comparison)
        self.title(_("{finding}.").format(finding=self._headline))
        self.column.addWidget(Text(self.look, about(comparison), "lead", "ink2"))
        chooser = earlier_chooser(self.look, earlier, place, self.other_check_chosen)
        if chooser is not None:
            self.column.addWidget(Text(self.look, chooser.accessibleName(), "caption", "ink2"))
            self.column.addWidget(chooser)
            if chosen:
                chooser.show()
                chooser.segments[place].setFocus(Qt.FocusReason.OtherFocusReason)
        if comparison.shared:
            self._add_chart(comparison, comparison.pillars, _("The pillars, then and now"))
            if comparison.themes:
                self._add_chart(comparison, comparison.themes, _("The themes, then and now"))
            for words in how_sure(comparison):
                self.column.addWidget(Text(self.look, words, "caption", "ink2"))
            if said := aloud_since(comparison.aloud):
                self.column.addWidget(Text(self.look, said, "body"))
            self._add_answers(comparison)

    def _ask_promise(self, comparison: PersonalComparison) -> None:
        if not comparison.promises:
            return
        card = Card(self.look, gap=8)
        for each in comparison.promises:
            card.column.addWidget(Text(self.look, became(each, comparison.then_on), "quote"))
        again = Button(self.look, _("What will you try now?"), "quiet", trailing="chevron-right", height=32)
        again.stand_flush()
        again.clicked.connect(self.promise_page_asked)
        card.column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)

    def _add_chart(self, of: PersonalComparison, scores: tuple[ComparedScore, ...], words: str) -> None:
        card = ThenNowCard(self.look, words, (of.then_on, of.now_on))
        card.add_rows([row(each) for each in scores])
        self.column.addWidget(card)

    def _add_answers(self, comparison: PersonalComparison) -> None:
        self.column.addWidget(Text(self.look, _("Answers that are others now"), "section"))
        if not comparison.answers:
            self.column.addWidget(Text(self.look, _("Every shared question has the same answer."), "body", "ink2"))
        for theme, answers in groupby(comparison.answers, lambda each: each.theme.name):
            card = Card(self.look, gap=8)
            card.column.addWidget(Text(self.look, theme, "small_strong", "accent"))
            for each in answers:
                self._add_answer(card, each)
            self.column.addWidget(card)

    def _add_answer(self, card: Card, each: AnswersBeside) -> None:
        card.column.addWidget(Text(self.look, each.wording, "body"))
        said = _("\u201c{then}\u201d then, \u201c{now}\u201d now").format(then=each.then, now=each.now)
        card.column.addWidget(Text(self.look, said, "small", "ink2"))
