"""Three ways on from a group's overview: what to protect, where views lie apart, where to begin."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from trustcheck.app.group_result import GapShown, GroupResult
from trustcheck.app.presenting.group_gaps import widest_gap
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.domain.points import whole
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.tile import Tile
from trustcheck.words import gettext as _


class GroupTiles(Columns):
    """Signals say which of the three was pressed."""

    strengths_asked = Signal()
    gaps_asked = Signal()
    suggestions_asked = Signal()

    def __init__(self, look: Look, result: GroupResult) -> None:
        super().__init__(look, narrow=660, gap=14)
        for tile in (self._strength(result), self._apart(result), self._first_step(result)):
            if tile is not None:
                self.add(tile)

    def _strength(self, result: GroupResult) -> Tile | None:
        if not result.strengths:
            return None
        best = result.strengths[0]
        heading = _("Relatively strongest") if best.relative else _("A strength")
        sentence = _("{theme}, at {score}. Worth protecting.").format(
            theme=result.theme(best.theme_id).theme.name, score=whole(best.score)
        )
        return self._tile("hand-heart", heading, sentence, self.strengths_asked.emit)

    def _apart(self, result: GroupResult) -> Tile | None:
        """The widest difference between the views, or how far people of one view lie apart."""
        widest = widest_gap(result)
        if widest is not None and isinstance(widest.gap, GapShown):
            sentence = _("Leaders and staff are {points} points apart on {theme}.").format(
                points=abs(widest.gap.difference), theme=widest.theme.name
            )
            return self._tile("users", _("The widest gap"), sentence, self.gaps_asked.emit)
        if result.setup.compares and any(isinstance(theme.gap, GapShown) for theme in result.themes):
            sentence = _(
                "On no theme do they lie {wide} apart. Similar views are not the same as no difference."
            ).format(wide=wide_words(result.questionnaire))
            return self._tile("users", _("Similar views"), sentence, self.gaps_asked.emit)
        return self._tile(
            "users", _("Where people differ"), _("How far answers lie apart, theme by theme."), self.gaps_asked.emit
        )

    def _first_step(self, result: GroupResult) -> Tile:
        offered = [proposal for proposal in result.proposals if proposal.suggestions]
        heading, sentence = _("Start here"), result.no_proposals
        if offered:
            sentence = f"{result.theme(offered[0].theme_id).theme.name}: {offered[0].suggestions[0].title}."
        return self._tile("lightbulb", heading, sentence, self.suggestions_asked.emit)

    def _tile(self, icon: str, heading: str, sentence: str, lead_on: Callable[[], None]) -> Tile:
        tile = Tile(self._look, icon, heading, sentence)
        tile.asked.connect(lead_on)
        return tile
