"""Per theme what was answered and what can be shown, once somebody said of a fact how well it is shown."""

from functools import partial

from trustcheck.app.presenting.shown import is_graded, shown_heading, shown_rows, shown_words
from trustcheck.app.results.personal import FactResult
from trustcheck.charts.scene import Scene
from trustcheck.charts.shown_facts import ShownRow, shown_facts
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class ShownCard(Card):
    """Hidden until a fact has a grade."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=10)
        self._rows: tuple[ShownRow, ...] = ()
        self.hide()

    def show_facts(self, facts: tuple[FactResult, ...]) -> None:
        rows = shown_rows(facts) if is_graded(facts) else ()
        if rows == self._rows:
            return
        self._rows = rows
        while (entry := self.column.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        scene = shown_facts(rows, 600.0)
        self.setVisible(scene is not None)
        if scene is not None:
            self._build(scene, shown_words(facts))

    def _build(self, scene: Scene, said: str) -> None:
        table = ChartTable(self._look, shown_heading(), scene.table)
        fold = Fold(self._look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        parts = (
            Text(self._look, shown_heading(), "section"),
            Text(self._look, said, "caption", "ink2"),
            FittedChart(self._look, partial(_drawn, self._rows)),
        )
        for part in (*parts, fold, table):
            self.column.addWidget(part)
        for part in parts:
            # At once, so that the card has its height before anybody asks where things stand.
            part.show()
        fold.show()


def _drawn(rows: tuple[ShownRow, ...], width: float) -> Scene:
    scene = shown_facts(rows, width)
    assert scene is not None
    return scene
