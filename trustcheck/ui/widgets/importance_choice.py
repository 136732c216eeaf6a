"""How much each theme matters, decided before anybody sees a score; folded away, since normal suits most."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.group_round import NORMAL_IMPORTANCE
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_LEVELS = (1, NORMAL_IMPORTANCE, 3)


class ImportanceChoice(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.themes: dict[str, Segmented] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(8))
        self.fold = Fold(look, _("How much each theme matters"), self._body)
        self.fold.stand_flush()
        self.fold.show_open(is_open=False)
        column.addWidget(self.fold)
        why = _("It decides which suggestions come first, and is set before anybody sees a score. Normal suits most.")
        column.addWidget(Text(look, why, "caption", "ink3"))
        column.addWidget(self._body)

    def show_importance(self, importance: Mapping[str, int], questionnaire: Questionnaire) -> None:
        if [*self.themes] != [theme.id for theme in questionnaire.themes]:
            self._build(questionnaire)
        for theme_id, choice in self.themes.items():
            choice.show_choice(_LEVELS.index(importance.get(theme_id, NORMAL_IMPORTANCE)))
        if any(level != NORMAL_IMPORTANCE for level in importance.values()):
            self.fold.show_open(is_open=True)

    @property
    def importance(self) -> dict[str, int]:
        """The themes that matter more or less than usual."""
        chosen = {theme_id: _LEVELS[choice.choice or 0] for theme_id, choice in self.themes.items()}
        return {theme_id: level for theme_id, level in chosen.items() if level != NORMAL_IMPORTANCE}

    def _build(self, questionnaire: Questionnaire) -> None:
        while (entry := self._lines.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.themes = {}
        for pillar in questionnaire.pillars:
            for theme in questionnaire.themes_of(pillar.id):
                said = _("How much does {theme} matter?").format(theme=theme.name)
                choice = self.themes[theme.id] = Segmented(self._look, said, (_("Low"), _("Normal"), _("High")))
                name = Text(self._look, theme.name, "row")
                line = Columns(self._look, name, choice, narrow=620, gap=4)
                line.box.setStretch(1, 2)
                self._lines.addWidget(line)
