"""A choice for each theme, folded away below what it decides: what is usual suits most."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.questionnaire.model import Questionnaire, Theme
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.layout import Columns, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text


class ThemeLines(QWidget):
    """``words`` stand on the fold, ``why`` below it. ``themes`` are the choices, by the theme's id."""

    def __init__(self, look: Look, words: str, why: str) -> None:
        super().__init__()
        self._look = look
        self.themes: dict[str, Segmented] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        body = QWidget()
        self._lines = QVBoxLayout(body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(8))
        self._kept = 0
        self.fold = Fold(look, words, body)
        self.fold.stand_flush()
        self.fold.show_open(is_open=False)
        column.addWidget(self.fold)
        column.addWidget(Text(look, why, "caption", "ink3"))
        column.addWidget(body)

    def lead_with(self, words: str, choice: Segmented) -> None:
        """A line that stands above those of the themes, whichever questionnaire is asked."""
        self._add(words, choice)
        self._kept += 1

    def offer(self, questionnaire: Questionnaire, choice_of: Callable[[Theme], Segmented]) -> None:
        """The lines of this questionnaire's themes, pillar by pillar; those that are there already stay."""
        themes = [each for pillar in questionnaire.pillars for each in questionnaire.themes_of(pillar.id)]
        if [*self.themes] == [each.id for each in themes]:
            return
        empty(self._lines, kept=self._kept)
        self.themes = {each.id: choice_of(each) for each in themes}
        for each in themes:
            self._add(each.name, self.themes[each.id])

    def _add(self, words: str, choice: Segmented) -> None:
        line = Columns(self._look, Text(self._look, words, "row"), choice, narrow=620, gap=4)
        line.box.setStretch(1, 2)
        self._lines.addWidget(line)
