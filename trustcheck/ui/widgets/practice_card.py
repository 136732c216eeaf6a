"""The facts of each pillar beside its answers, once enough facts are known. No test: facts are counted, not sampled."""

from trustcheck.charts.say_do import SayDoRow, say_do, say_do_sentence
from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class PracticeCard(Card):
    """Hidden until at least one pillar has enough known facts."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=10)
        self._rows: tuple[SayDoRow, ...] = ()
        self.hide()

    def show_rows(self, rows: tuple[SayDoRow, ...]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        while (entry := self.column.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        scene = say_do(rows, 600.0)
        self.setVisible(scene is not None)
        if scene is not None:
            self._build(scene)

    def _build(self, scene: Scene) -> None:
        parts = (
            Text(self._look, _("What the answers say, and what the facts show"), "section"),
            FittedChart(self._look, self._draw),
            *(Text(self._look, say_do_sentence(row), "caption", "ink2") for row in self._rows),
        )
        for part in parts:
            self.column.addWidget(part)
            # At once, so that the card has its height before anybody asks where things stand.
            part.show()
        table = ChartTable(self._look, _("Answers and facts as a table"), scene.table)
        fold = Fold(self._look, _("Show as table"), table, _("Hide the table"))
        fold.stand_flush()
        self.column.addWidget(fold)
        fold.show()
        self.column.addWidget(table)

    def _draw(self, width: float) -> Scene:
        scene = say_do(self._rows, width, size=16.5)
        assert scene is not None
        return scene
