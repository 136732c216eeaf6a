"""A check that several people answer: how it is set up, the sheets that come in, and what a closed one holds.

Nothing here says who a person is, when they answered, or in which order the sheets came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from trustcheck.domain.checks.targets import target_of
from trustcheck.domain.checks.workshop import Workshop
from trustcheck.domain.questionnaire.answers import PracticeAnswer, Response
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.domain.checks.round import Promise, RoundSummary


# What the people of one perspective are called in a sentence and beside a mark.


def people(perspective: Perspective) -> str:
    """ "leaders" or "staff", in lower case."""
    return _("leaders") if perspective is Perspective.LEADER else _("staff")


def people_first(perspective: Perspective) -> str:
    """The same, as a sentence begins."""
    return _("Leaders") if perspective is Perspective.LEADER else _("Staff")


LEAST_THRESHOLD = 3
"""For people who sit in one room and were told so; never below."""
USUAL_THRESHOLD = 5
MOST_THRESHOLD = 10
NOTES_FROM = 10
"""Notes are read from this many sheets on: in a smaller group the wording alone may give a person away."""
NORMAL_IMPORTANCE = 2


class Way(StrEnum):
    """How sheets come into a check. All of them add to the same check; the set-up names the one that is planned."""

    LAPTOP = "laptop"
    PAPER = "paper"
    FORM = "form"
    """A PDF that is filled in anywhere and sent back."""
    FILE = "file"
    """A table (CSV, XLSX, ODS, JSON), also from another survey tool."""
    PHONE = "phone"
    """People's own phones, in one room."""


class NotesUse(StrEnum):
    """What happens to the notes people add; decided once for a check, and read by everybody before question 1."""

    NONE = "none"
    FACILITATOR = "facilitator"
    GROUP = "group"


@dataclass(frozen=True)
class GroupSetup:
    """What the organiser decides before anybody answers."""

    form: Form
    perspectives: tuple[Perspective, ...]
    """One, or leaders and staff; a sheet of another perspective is not taken."""
    invited: Mapping[Perspective, int]
    leaders_are: str
    """Who is meant by *leaders*, in one line for everybody."""
    staff_are: str = ""
    way: Way = Way.LAPTOP
    minutes: int = 0
    """How long there is for answering; 0 where that is open."""
    threshold: int = USUAL_THRESHOLD
    notes: NotesUse = NotesUse.NONE
    importance: Mapping[str, int] = field(default_factory=dict)
    """Theme ids with 1 low, 2 normal, 3 high, set before anybody sees a score; a theme that is left out is normal."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """By theme id, and :data:`~trustcheck.domain.checks.targets.OF_ALL` for those that have none of their own: one of
    :data:`~trustcheck.domain.checks.targets.TARGETS`. Empty where nobody set one."""
    routes: str = ""
    """Where somebody can turn with a concern that a questionnaire cannot take up."""
    one_leader_agreed: bool = False
    """The only leader wants to see how their sheet lies beside those of staff (Crawford-Howell)."""
    rows_may_leave: bool = False
    """The organiser may take answers out as rows, without names; otherwise they leave as results only."""
    dots: bool = False
    """Everybody is asked, before the first question, whether one dot per person may stand on a wall."""
    guesses: bool = False
    """Leaders are asked where they think the answers of staff lie, theme by theme."""
    drill: bool = False
    """Everybody is asked what would really happen, card by card."""
    translated: Mapping[Perspective, Questionnaire] = field(default_factory=dict)
    """The check's questionnaire as one perspective reads it, where that is in another language than the others do."""

    def asks(self, perspective: Perspective, asked: Questionnaire) -> Questionnaire:
        """``asked``, the questionnaire of the check, in the words that ``perspective`` reads."""
        return self.translated.get(perspective, asked)

    def target_of(self, theme_id: str) -> float:
        return target_of(self.targets, theme_id)

    @property
    def compares(self) -> bool:
        return len(self.perspectives) > 1

    @property
    def speaks(self) -> Perspective:
        """Whose wording stands where there is one for everybody: that of staff where staff is asked."""
        return Perspective.STAFF if Perspective.STAFF in self.perspectives else self.perspectives[0]

    @property
    def all_invited(self) -> int:
        return sum(self.invited.values())


@dataclass(frozen=True)
class Sheet:
    """One person's finished answers on their way into a check."""

    response: Response
    notes: Mapping[str, str] = field(default_factory=dict)
    """By item id; kept apart from the answers, and only where the check takes notes."""
    code: str = ""
    """Printed on a paper or PDF form to notice one that is taken twice; forgotten when the check closes."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything in it to keep: an answer, a note, a guess or a pick."""
        return bool(self.response.answers or self.notes or self.response.beside.says_something)


@dataclass(frozen=True, slots=True)
class GroupNote:
    """What somebody wrote to one question. It belongs to no sheet and no perspective."""

    item_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """What may be known of an open check: counts, never a score."""

    finished: Mapping[Perspective, int]
    half_filled: int = 0
    """Sheets somebody means to come back to; they need their return phrase."""
    hurried: int = 0
    """Finished sheets that look hurried, by how they were answered and not by what they say."""

    @property
    def all_finished(self) -> int:
        return sum(self.finished.values())


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """The organisation's checks before, where their people may be those of this one but for a few: of each perspective
    the newest such check."""

    answered: Mapping[Perspective, int]
    """People in its result, of perspectives that both show and that differ by fewer than the threshold."""
    closed_on: Mapping[Perspective, date] = field(default_factory=dict)
    """The day on which the check that ``answered`` counts of was closed."""
    repeated: frozenset[Perspective] = frozenset()
    """Perspectives whose sheets are nearly all the very sheets of that check: nothing of them is shown again."""
    told: Mapping[Perspective, frozenset[str]] = field(default_factory=dict)
    """By perspective what is not shown because the two results would tell it of a few people, as in
    :func:`trustcheck.domain.views.next_check.told_beside`."""


@dataclass(frozen=True)
class GroupRound:
    """A closed check as it was released: what every result follows from."""

    summary: "RoundSummary"
    setup: GroupSetup
    questionnaire: Questionnaire
    responses: Sequence[Response]
    """The sheets of the release, in an order that means nothing."""
    notes: tuple[GroupNote, ...] = ()
    """In an order that means nothing; empty below :data:`NOTES_FROM` sheets."""
    all_agreed: bool = False
    """Everybody who gave a sheet agreed to dots, whatever became of their sheet."""
    waiting: Mapping[Perspective, int] = field(default_factory=dict)
    """Sheets that came after the release and are too few to be added without giving somebody away."""
    joined_late: frozenset[Perspective] = frozenset()
    """Perspectives whose result was shown before some of the sheets joined it."""
    earlier: EarlierCheck | None = None
    """The check before, if the two results side by side may tell what a few people say."""
    hurried: Mapping[Perspective, int] = field(default_factory=dict)
    """Hurried sheets by perspective, among those of the release or left out of it."""
    left_out: bool = False
    """The organiser had the hurried sheets left out, before anybody saw a result."""
    facts: Mapping[str, PracticeAnswer] = field(default_factory=dict)
    promises: "tuple[Promise, ...]" = ()
    own_words: str = ""
    """The story sentence in the organiser's own words; empty where the rule's sentence stands."""
    workshop: Workshop = field(default_factory=Workshop)
    """The session about its result."""
    flags: frozenset[str] = frozenset()
    """The questions that whoever leads the check wants to talk about."""
    arrangement: Arrangement = field(default_factory=Arrangement)
    aside_before: frozenset[str] = frozenset()
    """Suggestions that were put aside in the check before."""
    carried: str = ""
    """The result as it was shown where the answers were given; empty where it follows from the sheets here."""

    @property
    def repeated(self) -> frozenset[Perspective]:
        """Perspectives of which nothing is shown, because the check before showed nearly the same sheets."""
        return self.earlier.repeated if self.earlier else frozenset()

    @property
    def told_beside(self) -> Mapping[Perspective, frozenset[str]]:
        """What of each perspective is not shown because the check before would tell it of a few people."""
        return self.earlier.told if self.earlier else {}

    def of(self, perspective: Perspective) -> tuple[Response, ...]:
        return tuple(each for each in self.responses if each.perspective is perspective)
