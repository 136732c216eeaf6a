"""What the pages of a new check show, as values."""

from dataclasses import dataclass

from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Questionnaire


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
