"""Taking a parcel into a data file: under which names it comes, what comes without answers, and what is kept of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.organisations import name_seen
from trustcheck.app.store.export_model import Belongings, ExportedSheet, GroupCheck, Parcel, PersonalCheck
from trustcheck.domain.checks.group_round import GroupRound, Sheet
from trustcheck.domain.checks.round import NAME_LIMIT, Organisation, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.quality import quality

_NUMBERED = re.compile(r"(?<=\S) \(\d{1,9}\)$")
_LONGEST_ENDING = len(" (999999999)")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One organisation as it would come in."""

    name: str
    """In the data file; another one than in the parcel where that was taken."""
    was: str
    """In the parcel."""
    personal: int
    """Checks of one person."""
    groups: int
    without_answers: int
    """Of the groups' checks those that were closed and come with their result alone."""
    prepared: int
    """Of the groups' checks those that come as they were set up."""


def arrivals(parcel: Parcel, taken: Iterable[str]) -> tuple[Arrival, ...]:
    """What would come in, in the parcel's order; ``taken`` are the names of the data file."""
    names = free_names((each.name for each in parcel.organisations), taken)
    return tuple(_arrival(each, name) for each, name in zip(parcel.organisations, names, strict=True))


def free_names(wanted: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """Each name as it is, or with a number behind it where it is taken: nothing that is there is ever mixed with.

    A name is taken where nobody would see in what it differs.
    """
    known, given = {name_seen(each) for each in taken}, []
    # Thousands of one name would each count from one again.
    counted: dict[str, int] = {}
    for name in wanted:
        seen = name_seen(name)
        free = _free(seen, known, counted)
        known.add(free)
        given.append(name if free == seen else free)
    return tuple(given)


def _free(name: str, known: set[str], counted: dict[str, int]) -> str:
    free, stem = name, _NUMBERED.sub("", name)
    begins = stem[: NAME_LIMIT - _LONGEST_ENDING]
    while free in known:
        counted[begins] = counted.get(begins, 1) + 1
        ending = f" ({counted[begins]})"
        free = stem[: NAME_LIMIT - len(ending)] + ending
    return free


def settled(parcel: Parcel) -> Parcel:
    """The same parcel without the results that follow from the rows beside them: those are worked out anew."""
    return Parcel(tuple(replace(each, checks=tuple(map(_settled, each.checks))) for each in parcel.organisations))


def sheets_of(check: GroupCheck) -> list[Sheet]:
    return [Sheet(_response(each, check.setup.form)) for each in check.rows]


def _response(row: ExportedSheet, form: Form) -> Response:
    return Response(row.perspective, form, row.answers, SaidBeside(guesses=row.guesses, drill=row.drill))


def _settled(check: PersonalCheck | GroupCheck) -> PersonalCheck | GroupCheck:
    if isinstance(check, GroupCheck) and check.rows and len(check.rows) == check.answered:
        anew = closed_check(as_kept(check))
        return replace(check, result=None) if (anew.result, anew.notes) == (check.result, check.notes) else check
    return check


def as_kept(check: GroupCheck) -> GroupRound:
    """The closed check as a data file would give it back with its rows as its sheets."""
    responses = tuple(each.response for each in sheets_of(check))
    order = check.questionnaire.asked(check.setup.form)
    hurried = [each.perspective for each in responses if quality(each, check.questionnaire, order).is_hasty]
    return GroupRound(
        summary=_summary(check, len(responses)),
        setup=check.setup,
        questionnaire=check.questionnaire,
        responses=responses,
        notes=check.notes,
        waiting=dict.fromkeys(check.setup.perspectives, 0),
        hurried={each: hurried.count(each) for each in check.setup.perspectives},
        facts={each.practice_id: each for each in check.facts},
        promises=check.promises,
        own_words=check.own_words,
        workshop=check.workshop,
        flags=frozenset(check.flags),
        arrangement=check.suggestions,
    )


def _summary(check: GroupCheck, answered: int) -> RoundSummary:
    return RoundSummary(
        id=0,
        organisation=Organisation(0, ""),
        state=RoundState.CLOSED,
        form=check.setup.form,
        perspective=check.setup.speaks,
        started_on=check.started_on,
        closed_on=check.closed_on,
        answered=answered,
        asked=check.setup.all_invited,
        kind=RoundKind.GROUP,
        compares=check.setup.compares,
    )


def _arrival(each: Belongings, name: str) -> Arrival:
    groups = [check for check in each.checks if isinstance(check, GroupCheck)]
    closed = [check for check in groups if check.state is RoundState.CLOSED]
    return Arrival(
        name=name,
        was=each.name,
        personal=len(each.checks) - len(groups),
        groups=len(groups),
        without_answers=sum(not check.rows for check in closed),
        prepared=len(groups) - len(closed),
    )
