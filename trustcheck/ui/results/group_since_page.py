"""Since last time: what was promised, two checks of a group beside each other, view by view, and how sure that is."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trustcheck.app.portraits.since_last_time import LookBack
from trustcheck.app.presenting.checks_so_far import about_lines
from trustcheck.app.presenting.group_change import (
    about,
    about_promises,
    headline,
    how_sure,
    promises_moved,
    promises_said,
    promises_title,
    rows,
    view_headline,
    view_title,
)
from trustcheck.app.results.group_comparison import GroupComparison, ViewBeside
from trustcheck.charts.check_by_check import CheckByCheck, check_by_check
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.earlier_chooser import earlier_chooser
from trustcheck.ui.results.then_now_card import ThenNowCard
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.kit.segmented import Segmented

_TYPE = 16.0


class GroupSincePage(Page):
    """Signals: ``promise_page_asked`` for what is promised this time, ``other_check_chosen`` with the place of an
    earlier check, the newest at 0."""

    promise_page_asked = Signal()
    other_check_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Since last time")
        self._headline = ""
        self._chooser: Segmented | None = None
        self._has_lines = False

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_back(self, back: LookBack, *, chosen: bool = False) -> None:
        """``chosen``: the check to compare with was chosen just now, and the keyboard stays where that was done."""
        self.clear()
        self._chooser, self._has_lines = None, False
        if back.comparison is not None:
            self._headline = headline(back.comparison)
            self._show(back, back.comparison)
        elif back.refused is not None:
            self._headline = _("The check before cannot be read")
            self.title(self._headline)
            self._choose_from(back)
            self.column.addWidget(Text(self.look, str(back.refused), "lead", "ink2"))
        else:
            self._headline = _("This is the first check here")
            self.title(self._headline)
            words = _("Three months from now another one can be set beside it: the questions look back that far.")
            self.column.addWidget(Text(self.look, words, "lead", "ink2"))
        self.column.addStretch(1)
        if chosen and self._chooser is not None and self._chooser.choice is not None:
            self._chooser.segments[self._chooser.choice].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.verticalScrollBar().setValue(0)

    def _show(self, back: LookBack, comparison: GroupComparison) -> None:
        self._ask_promises(comparison)
        self.title(_("{finding}.").format(finding=self._headline))
        self.column.addWidget(Text(self.look, about(comparison), "lead", "ink2"))
        self._choose_from(back)
        for view in comparison.views:
            if view.changes:
                self._add_view(comparison, view)
        self._add_moved(comparison)
        for words in how_sure(comparison):
            self.column.addWidget(Text(self.look, words, "caption", "ink2"))

    def _add_moved(self, comparison: GroupComparison) -> None:
        """What the promises should move, below the numbers: above them they are asked about alone."""
        moved = tuple(promises_moved(comparison))
        if not moved:
            return
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, _("What the promises should move"), "section"))
        for words in moved:
            card.column.addWidget(Text(self.look, words, "body"))
        card.column.addWidget(Text(self.look, about_promises(), "caption", "ink2"))
        self.column.addWidget(card)

    def show_lines(self, lines: Sequence[CheckByCheck], who: str) -> None:
        """Three checks or more, once they are worked out; below everything else."""
        if not lines or self._has_lines:
            return
        self._has_lines = True
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, _("{who}, check by check").format(who=who), "section"))
        for each in lines:
            chart = FittedChart(self.look, partial(check_by_check, each, size=_TYPE))
            card.column.addWidget(chart)
            assert chart.scene is not None
            table = ChartTable(self.look, each.name, chart.scene.table)
            fold = Fold(self.look, _("Show as table"), table, _("Hide the table"))
            fold.stand_flush()
            card.column.addWidget(fold)
            card.column.addWidget(table)
        card.column.addWidget(Text(self.look, about_lines(), "caption", "ink2"))
        self.column.insertWidget(self.column.count() - 1, card)

    def _ask_promises(self, comparison: GroupComparison) -> None:
        asked = promises_said(comparison)
        if not asked:
            return
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, promises_title(comparison), "small_strong", "accent"))
        for words in asked:
            card.column.addWidget(Text(self.look, words, "body"))
        again = Button(self.look, _("What will you try now?"), "quiet", trailing="chevron-right", height=32)
        again.stand_flush()
        again.clicked.connect(self.promise_page_asked)
        card.column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)

    def _choose_from(self, back: LookBack) -> None:
        """Any earlier check, where there are several."""
        ids = [each.id for each in back.earlier]
        chosen = 0 if back.comparison is None else ids.index(back.comparison.then.id)
        self._chooser = earlier_chooser(self.look, back.earlier, chosen, self.other_check_chosen)
        if self._chooser is not None:
            self.column.addWidget(Text(self.look, self._chooser.accessibleName(), "caption", "ink2"))
            self.column.addWidget(self._chooser)

    def _add_view(self, comparison: GroupComparison, view: ViewBeside) -> None:
        card = ThenNowCard(self.look, view_title(comparison, view), (comparison.then_on, comparison.now_on))
        if view is not comparison.first:
            words = _("{finding}.").format(finding=view_headline(comparison, view))
            card.column.addWidget(Text(self.look, words, "body"))
        card.add_rows(rows(view.pillars), _("The pillars"))
        if view.themes:
            card.add_rows(rows(view.themes), _("The themes"))
        self.column.addWidget(card)
