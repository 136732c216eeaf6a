"""Three ways on from a group's overview: what to protect, where views lie apart, where to begin."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from trustcheck.app.group_result import GroupResult
from trustcheck.app.presenting.finding import Finding
from trustcheck.app.presenting.group_findings import apart, start, strength
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
        by_theme = Finding(_("Where people differ"), _("How far answers lie apart, theme by theme."), "")
        for found, icon, lead_on in (
            (strength(result), "hand-heart", self.strengths_asked.emit),
            (apart(result) or by_theme, "users", self.gaps_asked.emit),
            (start(result), "lightbulb", self.suggestions_asked.emit),
        ):
            if found is not None:
                self.add(self._tile(icon, found.heading, found.short, lead_on))

    def _tile(self, icon: str, heading: str, sentence: str, lead_on: Callable[[], None]) -> Tile:
        tile = Tile(self._look, icon, heading, sentence)
        tile.asked.connect(lead_on)
        return tile
