"""Forms on paper and forms to fill in on a screen: what is ordered, who makes them, and what comes back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from trustcheck.app.answering.cards import CardStep, card_steps, cards_asked
from trustcheck.app.collecting.form_identity import FormIdentity, digest_of
from trustcheck.app.collecting.returned_forms import ReturnedFiles
from trustcheck.app.ports import Paper, Progress, Report
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire


@dataclass(frozen=True)
class FormOrder:
    """One wording of one check's questions, on one paper."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire
    perspective: Perspective
    paper: Paper = Paper.A4
    large_print: bool = False
    """18 points instead of 12."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The item ids in order of presentation."""
        return self.questionnaire.asked(self.setup.form)

    @property
    def cards(self) -> tuple[CardStep, ...]:
        """The scenario cards behind the questions, in this order's wording; none where the check does not ask them."""
        cards = cards_asked(self.setup, self.questionnaire)
        return card_steps(cards, self.questionnaire, self.perspective)

    def read_by(self, perspective: Perspective) -> "FormOrder":
        """Of an order in the check's own words, the one in the words that a perspective reads."""
        asked = self.setup.asks(perspective, self.questionnaire)
        return replace(self, questionnaire=asked, perspective=perspective)

    def identity(self, code: str) -> FormIdentity:
        asked = self.questionnaire
        return FormIdentity(
            self.summary.id, asked.id, asked.version, digest_of(asked), self.setup.form, self.perspective, code
        )


class PaperFormsMaker(Protocol):
    def __call__(self, order: FormOrder, codes: Sequence[str], progress: Progress | None = None) -> Report:
        """One form for each code, one after the other in one file, each beginning on a new sheet."""
        ...


FillableFormMaker = Callable[[FormOrder, str], bytes]
"""One person's file, with its own code."""
KitMaker = Callable[[FormOrder, bytes], bytes]
"""The page of one view for a browser; what it saves is sealed to the private key that is handed in."""


class ReturnedFormsReader(Protocol):
    def __call__(
        self,
        order: FormOrder,
        paths: Sequence[str],
        taken: Collection[str],
        progress: Progress | None = None,
        secrets: Sequence[bytes] = (),
    ) -> ReturnedFiles:
        """Look into files, and into folders one level deep. ``order`` names the check, in the words of
        :attr:`GroupSetup.speaks`. ``secrets`` open the replies to it. Only ever reads."""
        ...


@dataclass(frozen=True, slots=True)
class Forms:
    """Everything about forms that the window may ask for."""

    make_paper: PaperFormsMaker
    make_fillable: FillableFormMaker
    make_kit: KitMaker
    new_key: Callable[[], bytes]
    """A private key for the replies to one check."""
    read_returned: ReturnedFormsReader
    choose: Callable[[str], str]
    """One sign of a text by chance, for codes."""
