"""A card around one chart of facts: there while there is something to draw, with the same as a table below it."""

from collections.abc import Callable, Hashable, Sequence

from trustcheck.charts.scene import Scene
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart
from trustcheck.ui.kit.layout import empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_ANY_WIDTH = 600.0
"""The table of a chart is the same at every width."""


class ChartedCard(Card):
    """Hidden until it is told what to draw."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=10)
        self._shown: Hashable = ()
        self.hide()

    def show_chart(
        self,
        rows: Hashable,
        draw: Callable[[float], Scene | None],
        heading: str,
        table: str,
        *,
        above: Sequence[str] = (),
        below: Sequence[str] = (),
    ) -> None:
        """Draw ``rows`` at whatever width there is; sentences stand ``above`` and ``below``, ``table`` names the table.

        Rows that are shown already stay as they are; ``draw`` that gives nothing hides the card.
        """
        if rows == self._shown:
            return
        self._shown = rows
        empty(self.column, orphan=True)
        scene = draw(_ANY_WIDTH)
        self.setVisible(scene is not None)
        if scene is None:
            return

        def drawn(width: float) -> Scene:
            fitted = draw(width)
            assert fitted is not None
            return fitted

        parts = (
            Text(self._look, heading, "section"),
            *(Text(self._look, each, "caption", "ink2") for each in above),
            FittedChart(self._look, drawn),
            *(Text(self._look, each, "caption", "ink2") for each in below),
        )
        for part in parts:
            self.column.addWidget(part)
            # At once, so that the card has its height before anybody asks where things stand.
            part.show()
        cells = ChartTable(self._look, table, scene.table)
        fold = Fold(self._look, _("Show as table"), cells, _("Hide the table"))
        fold.stand_flush()
        self.column.addWidget(fold)
        fold.show()
        self.column.addWidget(cells)
