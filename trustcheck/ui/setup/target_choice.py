"""What to aim for, decided before anybody sees a score: for all themes, and for those that differ."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.checks.group_round import OF_ALL, TARGETS, USUAL_TARGET
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal


class TargetChoice(QWidget):
    """Folded away, since the usual one suits most."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.of_all = Segmented(look, _("What do all themes aim for?"), [decimal(each) for each in TARGETS])
        self.themes: dict[str, Segmented] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(8))
        self._lines.addWidget(self._line(_("All themes"), self.of_all))
        self.fold = Fold(look, _("What to aim for"), self._body)
        self.fold.stand_flush()
        self.fold.show_open(is_open=False)
        column.addWidget(self.fold)
        why = _("Which suggestions come first is counted from it, and charts show it. Where nobody sets one it is 75.")
        column.addWidget(Text(look, why, "caption", "ink3"))
        column.addWidget(self._body)

    def show_targets(self, targets: Mapping[str, float], questionnaire: Questionnaire) -> None:
        if [*self.themes] != [theme.id for theme in questionnaire.themes]:
            self._build(questionnaire)
        self.of_all.show_choice(TARGETS.index(targets.get(OF_ALL, USUAL_TARGET)))
        for theme_id, choice in self.themes.items():
            choice.show_choice(TARGETS.index(targets[theme_id]) + 1 if theme_id in targets else 0)
        self.fold.show_open(is_open=bool(targets))

    @property
    def targets(self) -> dict[str, float]:
        """Empty where everything is as usual."""
        of_all = TARGETS[self.of_all.choice or 0]
        own = {each: TARGETS[choice.choice - 1] for each, choice in self.themes.items() if choice.choice}
        return own if of_all == USUAL_TARGET else {OF_ALL: of_all, **own}

    def _build(self, questionnaire: Questionnaire) -> None:
        while (entry := self._lines.takeAt(1)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.themes = {}
        for theme in questionnaire.themes:
            said = _("What does {theme} aim for?").format(theme=theme.name)
            choices = (_("As all"), *(decimal(each) for each in TARGETS))
            choice = self.themes[theme.id] = Segmented(self._look, said, choices)
            self._lines.addWidget(self._line(theme.name, choice))

    def _line(self, words: str, choice: Segmented) -> QWidget:
        line = Columns(self._look, Text(self._look, words, "row"), choice, narrow=620, gap=4)
        line.box.setStretch(1, 2)
        return line
