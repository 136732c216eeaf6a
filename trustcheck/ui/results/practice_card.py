"""The facts of each pillar beside its answers, once enough facts are known. No test: facts are counted, not sampled."""

from PySide6.QtWidgets import QHBoxLayout

from trustcheck.app.presenting.facts import answer_of, kind_question
from trustcheck.app.results.personal import FactResult
from trustcheck.charts.say_do import SayDoRow, say_do, say_do_sentence
from trustcheck.charts.scene import Scene
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words.sentences import lowered

# A fact that does not match what somebody describes: both sides, a reading, and a question.


class ContradictionCard(Card):
    def __init__(self, look: Look, shown: FactResult) -> None:
        super().__init__(look, gap=6)
        self.setAccessibleName(shown.sentence)
        answer = answer_of(shown)
        head = _("{theme} \u00b7 answered: {answer}").format(theme=shown.theme.name, answer=lowered(answer))
        self.column.addWidget(Text(look, head, "small_strong", "accent"))
        self.column.addWidget(Text(look, shown.practice.text, "card_strong"))
        self.column.addWidget(Text(look, shown.sentence, "body", "ink2"))
        self.column.addSpacing(look.px(4))
        if shown.contradiction:
            self.column.addWidget(_strip(look, kind_question(shown.contradiction.kind)))


def _strip(look: Look, words: str) -> Card:
    strip = Card(look, fill="warn_soft", edge="", padding=(16, 10))
    row = QHBoxLayout()
    row.setSpacing(look.px(12))
    row.addWidget(Icon(look, "message-square-plus", "warn", 20))
    row.addWidget(Text(look, words, "row"), 1)
    strip.column.addLayout(row)
    return strip


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
