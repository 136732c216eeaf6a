"""What the pages of a group's result share: numbers that answer when asked, and the views beside their marks."""

from collections.abc import Callable
from functools import partial

from trustcheck.app.presenting.explanations import FigureKey, FigureKind, everything, explained, heading
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.results.calculations import Calculation, Calculations, ValueCalculation
from trustcheck.words import gettext as _


class GroupPage(Page):
    """``sums`` answers for its numbers, with what :meth:`explain` and its like say of them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.result: GroupResult | None = None
        self.sums = Calculations(look, self)

    def answer_of(self, key: FigureKey) -> Callable[[], Calculation]:
        """What a number's button does: a mean with all that makes it, every other number on its own."""
        if key.figure is FigureKind.MEAN and key.perspective is not None:
            return partial(self.explain_value, key.of, key.perspective)
        return partial(self.explain, key)

    def explain(self, key: FigureKey) -> Calculation:
        """One number."""
        assert self.result is not None
        return heading(self.result, key), [ValueCalculation("", explained(self.result, key))]

    def explain_views(self, of: str) -> Calculation:
        """A theme or a pillar in every view at once, and for the gap between them."""
        assert self.result is not None
        parts = [
            ValueCalculation(people_first(each), everything(self.result, of, each)) for each in self.result.perspectives
        ]
        gap = explained(self.result, FigureKey(FigureKind.GAP, of))
        if gap:
            parts.append(ValueCalculation(_("Leaders beside staff"), gap))
        return heading(self.result, FigureKey(FigureKind.MEAN, of, self.result.perspectives[0])), parts

    def explain_value(self, of: str, perspective: Perspective) -> Calculation:
        """One view's value with all that makes it: the mean, its band, its ranges."""
        assert self.result is not None
        title = heading(self.result, FigureKey(FigureKind.MEAN, of, perspective))
        return title, [ValueCalculation(people_first(perspective), everything(self.result, of, perspective))]

    def say_banners(self, result: GroupResult) -> None:
        """What stands above everything, in one strip."""
        if not result.banners:
            return
        strip = Card(self.look, fill="warn_soft", edge="", padding=(20, 8), gap=6)
        for words in result.banners:
            strip.column.addWidget(IconLine(self.look, "circle-help", words, ink="warn"))
        self.column.addWidget(strip)
