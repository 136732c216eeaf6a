"""The facts of each pillar beside its answers, once enough facts are known. No test: facts are counted, not sampled."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from trustcheck.app.presenting.facts import answer_of, kind_question
from trustcheck.app.results.personal import FactResult
from trustcheck.charts.say_do import SayDoRow, say_do, say_do_sentence
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.charted_card import ChartedCard
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


class PracticeCard(ChartedCard):
    """There once at least one pillar has enough known facts."""

    def show_rows(self, rows: tuple[SayDoRow, ...]) -> None:
        self.show_chart(
            rows,
            partial(say_do, rows, size=16.5),
            _("What the answers say, and what the facts show"),
            _("Answers and facts as a table"),
            below=tuple(say_do_sentence(row) for row in rows),
        )
