"""What the desks for forms share: the check at hand."""

from dataclasses import dataclass

from trustcheck.app.form_making import FormOrder
from trustcheck.app.ports import Paper, Store
from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Perspective, Questionnaire
from trustcheck.domain.round import RoundSummary
from trustcheck.ui.folders_used import file_name_of
from trustcheck.words import gettext as _


@dataclass(frozen=True)
class FormCheck:
    """What making and reading forms need to know of a check."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire
    taken: frozenset[str]

    def order(self, perspective: Perspective, paper: Paper = Paper.A4, *, large_print: bool = False) -> FormOrder:
        return FormOrder(self.summary, self.setup, self.questionnaire, perspective, paper, large_print)

    def file_name(self, perspective: Perspective) -> str:
        """A name people can find again, without its ending: the place, and whose forms they are."""
        words = _("{place} forms for leaders") if perspective is Perspective.LEADER else _("{place} forms for staff")
        return words.format(place=file_name_of(self.summary.organisation.name)).strip()


def look_at(store: Store, round_id: int) -> FormCheck:
    return FormCheck(*store.group_setup(round_id), store.taken_codes(round_id))
