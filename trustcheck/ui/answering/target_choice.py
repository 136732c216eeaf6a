"""What to aim for, decided before anybody sees a score: for all themes, and for those that differ."""

from collections.abc import Mapping

from trustcheck.domain.checks.targets import OF_ALL, TARGETS, USUAL_TARGET
from trustcheck.domain.questionnaire.model import Questionnaire, Theme
from trustcheck.ui.answering.theme_lines import ThemeLines
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal


class TargetChoice(ThemeLines):
    def __init__(self, look: Look) -> None:
        why = _("Which suggestions come first is counted from it, and charts show it. Where nobody sets one it is 75.")
        super().__init__(look, _("What to aim for"), why)
        self.of_all = Segmented(look, _("What do all themes aim for?"), [decimal(each) for each in TARGETS])
        self.lead_with(_("All themes"), self.of_all)

    def show_targets(self, targets: Mapping[str, float], questionnaire: Questionnaire) -> None:
        self.offer(questionnaire, self._choice)
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

    def _choice(self, theme: Theme) -> Segmented:
        said = _("What does {theme} aim for?").format(theme=theme.name)
        return Segmented(self._look, said, (_("As all"), *(decimal(each) for each in TARGETS)))
