"""What a row says of a closed check, at home and with its organisation: whose numbers they are, and how far apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from trustcheck.app.ports import Store
from trustcheck.app.presenting.group_gaps import briefly_apart
from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.results.group import GapShown, GroupResult, PillarView, Shown, Views
from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.dumbbell import apart_in_words
from trustcheck.charts.two_dots import DRAWN, LineMark
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, shared_questions
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.sentences import lowered

# Beside an older check in a list, where numbers lie side by side: how much of it the newest check asked too.


def asked_otherwise(store: Store, summary: RoundSummary) -> str:
    """How many of its questions the organisation's newest check of the full form asked by the same id in the same
    words; empty where it asked all of them, or is that check itself. Safe on any thread."""
    known = (each for each in store.rounds.of_organisation(summary.organisation.id) if _is_finished(each))
    newest = next(known, None)
    if newest is None or newest.id == summary.id or summary.form is not Form.FULL:
        return ""
    here, there = (_questionnaire(store, each) for each in (summary, newest))
    views = tuple(Perspective) if summary.compares else (summary.perspective,)
    same = set.intersection(*(set(shared_questions(here, there, each)) for each in views))
    if len(same) == len(here.order):
        return ""
    if not same:
        return _("It asked other questions than the newest check: the two are not compared.")
    return _("{same} of its {number} questions are the same in the newest check: only these can be compared.").format(
        same=len(same), number=len(here.order)
    )


def _is_finished(summary: RoundSummary) -> bool:
    return summary.state is RoundState.CLOSED and summary.form is Form.FULL


def _questionnaire(store: Store, summary: RoundSummary) -> Questionnaire:
    if summary.kind is RoundKind.GROUP:
        return store.groups.setup(summary.id)[2]
    return store.rounds.round(summary.id).questionnaire


@dataclass(frozen=True, slots=True)
class CheckReading:
    """Two numbers with their names, "Leaders 69, staff 37, 32 apart", and below it what they are of or what is hidden.

    ``marks`` are empty where nothing can be drawn; then the words say why.
    """

    words: str
    about: str = ""
    marks: tuple[LineMark, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it, for whoever hears it."""
        return ". ".join(each.rstrip(".") for each in (self.about, self.words) if each) + "."


def reading_of_one_person(result: PersonalResult) -> CheckReading:
    """The pillars by name, and how far two of them lie apart; of a short form no number, as in every list."""
    if result.form is Form.PULSE and any(each.score is not None for each in result.pillars):
        return _of_short_form()
    said, marks = [], []
    for pillar in result.pillars:
        name, score = pillar.pillar.address, pillar.score
        told = _("{name}: too few answers") if score is None else _("{name} {score}")
        said.append(told.format(name=name, score="" if score is None else whole(score)))
        marks.append(LineMark(name, score))
    numbers = [whole(each.score) for each in marks if each.score is not None]
    return CheckReading(_joined(said, _apart(numbers, len(marks))), marks=_drawn(marks))


def reading_of_group(result: GroupResult) -> CheckReading:
    """Leaders beside staff where both are shown; else the one view that is, by name, and why the other is not."""
    if is_pulse(result) and any(_shown(each.views) for each in result.pillars):
        return _of_short_form()
    both = [each for each in result.pillars if len(_shown(each.views)) == DRAWN]
    if both:
        return _beside(max(both, key=_distance), is_one_of=len(result.pillars))
    alone = [
        each for each in result.perspectives if any(isinstance(pillar.views[each], Shown) for pillar in result.pillars)
    ]
    if alone:
        return _alone(result, result.headline if result.headline in alone else alone[0])
    hidden = [value for pillar in result.pillars for value in pillar.views.values() if isinstance(value, Suppressed)]
    return CheckReading(not_shown(hidden[0]) if hidden else _("Nothing can be shown"))


def _of_short_form() -> CheckReading:
    """Rows stand below each other, and whoever says yes to everything scores higher in the form that turns less."""
    return CheckReading(
        _("Its numbers are in its result: they are not compared with those of all the questions."), _("Short form")
    )


def _beside(pillar: PillarView, is_one_of: int) -> CheckReading:
    """Both views of the pillar on which they lie furthest apart."""
    leaders, staff = (_shown(pillar.views)[each] for each in (Perspective.LEADER, Perspective.STAFF))
    said = [_("Leaders {score}").format(score=leaders.mean), _("staff {score}").format(score=staff.mean)]
    about, apart = pillar.pillar.address, ""
    if isinstance(pillar.gap, GapShown):
        apart = briefly_apart(pillar.gap.apart, (leaders.mean, staff.mean))
        if is_one_of > 1 and not pillar.gap.about_the_same:
            about = _("{pillar}, where they lie furthest apart").format(pillar=about)
    elif isinstance(pillar.gap, Suppressed):
        about = _("{pillar}. {why}").format(pillar=about, why=not_shown(pillar.gap))
    marks = [LineMark(people_first(each), float(_shown(pillar.views)[each].mean), each) for each in Perspective]
    return CheckReading(_joined(said, apart), about, _drawn(marks))


def _alone(result: GroupResult, whose: Perspective) -> CheckReading:
    said, marks = [], []
    for pillar in result.pillars:
        name, value = pillar.pillar.address, pillar.views[whose]
        mean = value.mean if isinstance(value, Shown) else None
        said.append(_("{name}: not shown").format(name=name) if mean is None else f"{name} {mean}")
        marks.append(LineMark(name, mean))
    numbers = [whole(each.score) for each in marks if each.score is not None]
    words = _("{people}: {numbers}").format(
        people=people_first(whose), numbers=_joined(said, _apart(numbers, len(marks)))
    )
    return CheckReading(words, _hidden(result, whose), _drawn(marks))


def _hidden(result: GroupResult, whose: Perspective) -> str:
    """The other view, where it was asked: hidden, and why."""
    for other in result.perspectives:
        hidden = [value for pillar in result.pillars if isinstance(value := pillar.views[other], Suppressed)]
        if other is not whose and hidden:
            return _("{people}: {why}").format(people=people_first(other), why=lowered(not_shown(hidden[0])))
    return ""


def _shown(views: Views) -> dict[Perspective, Shown]:
    return {each: value for each, value in views.items() if isinstance(value, Shown)}


def _distance(pillar: PillarView) -> int:
    return pillar.gap.apart if isinstance(pillar.gap, GapShown) else -1


def _apart(numbers: Sequence[int], asked: int) -> str:
    """How far two numbers lie from each other; empty where one is missing or there are more."""
    return apart_in_words(abs(numbers[0] - numbers[1])) if len(numbers) == asked == DRAWN else ""


def _joined(said: Sequence[str], apart: str) -> str:
    return ", ".join((*said, apart) if apart else said)


def _drawn(marks: Sequence[LineMark]) -> tuple[LineMark, ...]:
    """More than two would not be told apart on one line, and nothing is drawn of what has no number."""
    return tuple(marks) if len(marks) <= DRAWN and any(each.score is not None for each in marks) else ()
