"""What the pages of a new check show, as values, and the words of their steps."""

from dataclasses import dataclass
from enum import IntEnum
from gettext import gettext as _

from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Questionnaire


class Step(IntEnum):
    """Two steps, and a last look."""

    HOW = 0
    WORDS = 1
    READY = 2


@dataclass(frozen=True)
class NewCheckView:
    """What setting up begins with. The first questionnaire is the one of last time, where there was one."""

    organisation: str
    questionnaires: tuple[Questionnaire, ...]
    setup: GroupSetup
    had_one_before: bool = False
    """The organisation was asked before, with the first of the questionnaires."""
    is_change: bool = False
    """The check is there already and is being changed: its questionnaire stays."""


@dataclass(frozen=True)
class PlannedCheck:
    """What somebody decided: what is asked, and how."""

    questionnaire: Questionnaire
    setup: GroupSetup


@dataclass(frozen=True)
class ReadyCheck:
    """A check that is prepared and waits to be opened."""

    organisation: str
    planned: PlannedCheck


def step_words() -> dict[Step, tuple[str, str, str]]:
    """Title, lead and the words that lead on, for each step."""
    return {
        Step.HOW: (
            _("How will people answer?"),
            _("Pick the main way. All other ways add to the same check."),
            _("Next: what everybody reads"),
        ),
        Step.WORDS: (
            _("What does everybody read?"),
            _("It stands before the first question and under every question, the same for all."),
            _("Prepare the check"),
        ),
        Step.READY: (
            _("Ready when you are."),
            _("Once the check is open, the questions, the threshold and the words below stay as they are."),
            _("Open the check"),
        ),
    }


def which_words(view: NewCheckView, at: int) -> str:
    """The name of one of the questionnaires that can be asked."""
    asked = view.questionnaires[at]
    if at == 0 and view.had_one_before:
        return _("As last time: {title}, version {version}").format(title=asked.title, version=asked.version)
    return _("{title}, version {version}").format(title=asked.title, version=asked.version)
