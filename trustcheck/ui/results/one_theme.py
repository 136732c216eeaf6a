"""One theme of a result, whoever answered: what is the same of one person's and of a group's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.facts import answer_of
from trustcheck.app.presenting.group_items import about_own_questions, own_questions_title
from trustcheck.app.presenting.personal import high_looks_like
from trustcheck.app.results.personal import FactResult
from trustcheck.domain.questionnaire.model import Item, Theme
from trustcheck.ui.answering.mark_row import FlagButton
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

# The facts beside a theme's answers.


class FactsCard(Card):
    """Signals: ``asked`` to go where facts are answered."""

    asked = Signal()

    def __init__(self, look: Look, facts: Sequence[FactResult]) -> None:
        super().__init__(look, padding=(24, 14), gap=10)
        for fact in facts:
            self._add(look, fact)
        ask = Button(look, _("Go to the facts"), "quiet", trailing="chevron-right", height=34)
        ask.stand_flush()
        ask.clicked.connect(self.asked)
        self.column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, look: Look, fact: FactResult) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(look.px(2))
        lines.addWidget(Text(look, fact.practice.text, "row"))
        lines.addWidget(Text(look, answer_of(fact), "small_strong", "accent" if fact.given else "ink2"))
        if fact.sentence:
            lines.addWidget(Text(look, fact.sentence, "caption", "ink2"))
        self.column.addLayout(lines)


class Flagged(QWidget):
    """A question's row with a flag beside it. Signals: ``turned`` with the question's id and whether somebody wants to
    talk about it."""

    turned = Signal(str, bool)

    def __init__(self, look: Look, row: QWidget, item: Item, wording: str, *, flagged: bool) -> None:
        super().__init__()
        self.row, self._item = row, item
        self.flag = FlagButton(look, wording)
        self.flag.show_flag(flagged=flagged)
        self.flag.turned.connect(lambda on: self.turned.emit(item.id, on))
        side = Columns(look, row, self.flag, narrow=480, gap=8)
        side.box.setStretch(0, 1)
        side.box.setStretch(1, 0)
        side.box.setAlignment(self.flag, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side)

    @property
    def item_id(self) -> str:
        return self._item.id


class _Headed(QWidget):
    """A name, a sentence about it, and questions below."""

    def __init__(self, look: Look, name: str, about: str) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._column.addWidget(Text(look, name, "title"))
        if about:
            self._column.addWidget(Text(look, about, "lead", "ink2"))

    def _add_section(self, heading: str) -> None:
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(Text(self._look, heading, "section"))

    def _add_questions(self, rows: Sequence[QWidget]) -> None:
        card = Card(self._look, padding=(24, 10), gap=4)
        for place, row in enumerate(rows):
            if place:
                card.column.addWidget(Rule(self._look))
            card.column.addWidget(row)
        self._column.addWidget(card)


class OwnQuestions(_Headed):
    """The questions beside the themes, each a row that says what was answered."""

    def __init__(self, look: Look, rows: Sequence[QWidget]) -> None:
        super().__init__(look, own_questions_title(), about_own_questions())
        self._add_questions(rows)


class ListedQuestions(_Headed):
    """Those of all themes that somebody wants to see, under the names of their themes."""

    def __init__(self, look: Look, name: str, themes: Sequence[tuple[str, Sequence[QWidget]]], about: str = "") -> None:
        super().__init__(look, name, about if themes else _("There is none of these."))
        for heading, rows in themes:
            self._add_section(heading)
            self._add_questions(rows)


class OneTheme(_Headed):
    """The theme's name, and below it what the view of one person or of a group adds. ``facts`` is the card of facts,
    ``None`` where it has none.
    """

    def __init__(self, look: Look, theme: Theme) -> None:
        super().__init__(look, theme.name, high_looks_like(theme.meaning))
        self._theme = theme
        self.facts: FactsCard | None = None

    def _add_facts(self, facts: Sequence[FactResult]) -> None:
        """Those of this theme, where it has any."""
        beside = [fact for fact in facts if fact.theme.id == self._theme.id]
        if beside:
            self._add_section(_("The facts beside them"))
            self.facts = FactsCard(self._look, beside)
            self._column.addWidget(self.facts)
