"""Setting up a check for several people: what has to be said beforehand, and what the organiser should know."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from trustcheck.app.answering.cards import cards_asked
from trustcheck.domain.checks.group_round import (
    LEAST_THRESHOLD,
    MOST_THRESHOLD,
    NOTES_FROM,
    USUAL_THRESHOLD,
    GroupSetup,
    NotesUse,
    Way,
)
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, grouped, in_words

if TYPE_CHECKING:
    from trustcheck.app.ports import Store


MOST_INVITED = 100_000
MOST_MINUTES = 24 * 60


class SetUpPart(StrEnum):
    """A part of the set-up that something may be missing from."""

    LEADERS = "leaders"
    STAFF = "staff"
    INVITED_LEADERS = "invited leaders"
    INVITED_STAFF = "invited staff"
    THRESHOLD = "threshold"
    MINUTES = "minutes"
    ROUTES = "routes"
    FORM = "form"


INVITED = {Perspective.LEADER: SetUpPart.INVITED_LEADERS, Perspective.STAFF: SetUpPart.INVITED_STAFF}


@dataclass(frozen=True, slots=True)
class Missing:
    """What keeps a check from being prepared, and where."""

    part: SetUpPart
    sentence: str


def first_setup(last: GroupSetup | None, routes: str) -> GroupSetup:
    """What a new check begins with: as the last one was, or as suits most, with the organisation's own routes."""
    usual = GroupSetup(
        form=Form.FULL,
        perspectives=(Perspective.LEADER, Perspective.STAFF),
        invited={},
        leaders_are="",
        routes=routes,
    )
    if last is None:
        return usual
    # Who wants to see how their sheet lies beside others is asked every time, and so is what more may be shown.
    return replace(last, routes=routes or last.routes, one_leader_agreed=False, rows_may_leave=False, dots=False)


def keep_routes(store: "Store", organisation_id: int, setup: GroupSetup) -> None:
    """Where somebody can turn with a concern belongs to the organisation: said for one check, it is not asked anew for
    the next. A check that was prepared before keeps what it promised."""
    details = store.organisations.details(organisation_id)
    if setup.routes != details.routes:
        store.organisations.save_details(organisation_id, replace(details, routes=setup.routes))


def missing(setup: GroupSetup, questionnaire: Questionnaire) -> tuple[Missing, ...]:
    """Everything that keeps this check from being prepared, in the order of the pages; empty when nothing does."""
    found = [
        Missing(INVITED[each], _how_many(setup.invited.get(each, 0)))
        for each in setup.perspectives
        if not 1 <= setup.invited.get(each, 0) <= MOST_INVITED
    ]
    if not LEAST_THRESHOLD <= setup.threshold <= MOST_THRESHOLD:
        found.append(Missing(SetUpPart.THRESHOLD, _("Three to ten people.")))
    if not 0 <= setup.minutes <= MOST_MINUTES:
        found.append(Missing(SetUpPart.MINUTES, _("A day has {number} minutes.").format(number=MOST_MINUTES)))
    if setup.form is Form.PULSE and not questionnaire.pulse:
        found.append(Missing(SetUpPart.FORM, _("This questionnaire has no short form.")))
    if not setup.leaders_are.strip():
        found.append(Missing(SetUpPart.LEADERS, _("Say in one line who is meant by leaders.")))
    if Perspective.STAFF in setup.perspectives and not setup.staff_are.strip():
        found.append(Missing(SetUpPart.STAFF, _("Say in one line who is meant by staff.")))
    if not setup.routes.strip():
        found.append(Missing(SetUpPart.ROUTES, _("Say where somebody can turn with a concern.")))
    return tuple(found)


def _how_many(invited: int) -> str:
    if invited > MOST_INVITED:
        return _("At most {number}.").format(number=grouped(MOST_INVITED))
    return _("How many do you invite?")


def settled(setup: GroupSetup) -> GroupSetup:
    """The set-up without what does not belong to it: words and numbers for people who are not asked, notes too few
    people write, importance and targets where no theme is shown."""
    asked = setup.perspectives
    alone = setup.compares and setup.invited.get(Perspective.LEADER, 0) == 1
    return replace(
        setup,
        invited={each: setup.invited.get(each, 0) for each in asked},
        staff_are=setup.staff_are.strip() if Perspective.STAFF in asked else "",
        leaders_are=setup.leaders_are.strip(),
        routes=setup.routes.strip(),
        notes=setup.notes if takes_notes(setup) else NotesUse.NONE,
        importance=setup.importance if setup.form is Form.FULL else {},
        targets=setup.targets if setup.form is Form.FULL else {},
        one_leader_agreed=setup.one_leader_agreed and alone,
        guesses=setup.guesses and setup.compares and setup.form is Form.FULL,
        translated=setup.translated if setup.compares else {},
    )


def takes_notes(setup: GroupSetup) -> bool:
    """Whether enough people are invited for notes ever to be read."""
    return setup.all_invited >= NOTES_FROM


def warnings(setup: GroupSetup) -> tuple[str, ...]:
    """What the organiser should know beforehand; none of it keeps anybody from going on."""
    invited = setup.invited
    few = [each for each in setup.perspectives if 0 < invited.get(each, 0) < setup.threshold]
    return tuple(_too_few(each, setup) for each in few)


def _too_few(perspective: Perspective, setup: GroupSetup) -> str:
    invited = setup.invited[perspective]
    said = _("{people} cannot be shown with a threshold of {threshold}.").format(
        people=capitalised(_people(perspective, invited)), threshold=in_words(setup.threshold)
    )
    others = [each for each in setup.perspectives if each is not perspective]
    if perspective is Perspective.LEADER and invited == 1 and others:
        return _joined(said, _("One person is never shown; only staff will be."))
    if invited >= LEAST_THRESHOLD:
        lower = _("Go down to {number}, and everybody is told so before the first question.")
        return _joined(said, lower.format(number=in_words(invited)))
    return _joined(said, _("Three is the smallest group there is. Invite more people."))


def _people(perspective: Perspective, number: int) -> str:
    if perspective is Perspective.LEADER:
        return ngettext("{number} leader", "{number} leaders", number).format(number=in_words(number))
    return ngettext("{number} member of staff", "{number} staff", number).format(number=in_words(number))


def rows_policy(setup: GroupSetup) -> str:
    """Whether answers may leave the data file as rows, in the words everybody reads, on the screen and on paper."""
    if not setup.rows_may_leave:
        return _("Answers leave this file as results only, never row by row.")
    return _(
        "Once the check is closed, answers may also be taken out as rows, one for each person: without names, without"
        " notes, in an order that means nothing, and only of a group of {least} or more."
    ).format(least=in_words(setup.threshold))


def known_by_the_others(threshold: int) -> str:
    """What the smallest group that is shown cannot keep, as everybody reads it beforehand; empty from five on."""
    if threshold >= USUAL_THRESHOLD:
        return ""
    if threshold == LEAST_THRESHOLD:
        return _("Where only three answer, two who compare theirs can work out what the third said.")
    return _("Where only four answer, three who compare theirs can work out what the fourth said.")


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


# Honest arithmetic: how long answering takes in the planned way, whether it fits, and what would.


_SECONDS_A_QUESTION = 13
"""A turn in a room: reading what is promised, answering, looking back and changing places. About nine minutes for
forty questions, three for twelve; answering alone is quicker (:func:`trustcheck.words.numbers.minutes`)."""
_IN_HOURS_FROM = 180
_QUEUE_FROM = 5
"""From so many people on, one laptop means waiting."""


@dataclass(frozen=True, slots=True)
class TimeNeeded:
    """How long answering takes in the planned way. ``minutes`` is 0 where nobody waits for anybody."""

    minutes: int
    fits: bool
    sentence: str


def minutes_each(questions: int) -> int:
    """About how many minutes one person's turn takes."""
    return max(1, ceil(questions * _SECONDS_A_QUESTION / 60 - 0.5))


def time_needed(setup: GroupSetup, questionnaire: Questionnaire) -> TimeNeeded:
    """Whether everybody gets through in the time there is, and what would help where they do not."""
    people = setup.all_invited
    cards = len(cards_asked(setup, questionnaire))
    each = minutes_each(len(questionnaire.asked(setup.form)) + cards)
    short = minutes_each(len(questionnaire.pulse) + cards) if questionnaire.pulse and setup.form is Form.FULL else 0
    if not people or setup.way is Way.FILE:
        return TimeNeeded(0, fits=True, sentence="")
    if setup.way is Way.LAPTOP:
        return _one_laptop(people, each, short, setup.minutes)
    return _all_at_once(setup.way, people, each, short, setup.minutes)


def _one_laptop(people: int, each: int, short: int, there_are: int) -> TimeNeeded:
    total = people * each
    fits = total <= there_are if there_are else people < _QUEUE_FROM
    said = ngettext(
        "{people} person, one laptop: about {minutes}, with reading and changing places.",
        "{people} people, one laptop: about {minutes}, with reading and changing places.",
        people,
    ).format(people=capitalised(in_words(people)), minutes=_minutes(total))
    if fits:
        return TimeNeeded(total, fits=True, sentence=_followed_by(said, _fits(there_are)))
    queue = _("They would queue.") if not there_are else _turns(there_are // each, there_are)
    return TimeNeeded(total, fits=False, sentence=_followed_by(said, queue, _instead(people, each, short, there_are)))


def _instead(people: int, each: int, short: int, there_are: int) -> str:
    """What would fit. Letting people answer beforehand always does."""
    ways = [_("let people answer before you meet")]
    if each <= there_are or not there_are:
        ways.append(_("print forms, so that all write at once"))
    if short and (people * short <= there_are or not there_are):
        ways.append(_("use the short form (about {minutes} each)").format(minutes=_minutes(short)))
    *first, last = ways
    if not first:
        return capitalised(last) + "."
    return capitalised(_("{several}, or {last}.").format(several=", ".join(first), last=last))


def _all_at_once(way: Way, people: int, each: int, short: int, there_are: int) -> TimeNeeded:
    fits = not there_are or each <= there_are
    said = _("Everybody answers at the same time: about {minutes}, with reading.")
    if way is Way.FORM:
        said = _("Everybody answers where they are: about {minutes} each, with reading.")
    said = said.format(minutes=_minutes(each))
    if not fits and short and short <= there_are:
        said = _followed_by(
            said, _("That does not fit; the short form takes about {minutes}.").format(minutes=_minutes(short))
        )
    elif not fits:
        said = _followed_by(said, _("That does not fit. Let people answer before you meet."))
    else:
        said = _followed_by(said, _fits(there_are))
    if way is Way.PAPER:
        said = _followed_by(said, _("Typing it in takes about {minutes} afterwards.").format(minutes=_minutes(people)))
    return TimeNeeded(each, fits=fits, sentence=said)


def _fits(there_are: int) -> str:
    return _("That fits.") if there_are else ""


def _turns(turns: int, there_are: int) -> str:
    if turns <= 0:
        return _("In {minutes} nobody would get through.").format(minutes=_minutes(there_are))
    return ngettext(
        "In {minutes} {people} person would get through.", "In {minutes} {people} people would get through.", turns
    ).format(minutes=_minutes(there_are), people=in_words(turns))


def _minutes(number: int) -> str:
    """Minutes, or whole hours where minutes would be many."""
    if number >= _IN_HOURS_FROM:
        hours = round(number / 60)
        return ngettext("{number} hour", "{number} hours", hours).format(number=grouped(hours))
    return ngettext("{number} minute", "{number} minutes", number).format(number=in_words(number))


def _followed_by(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


# What answers may not be used for: one list, for the start of a check, the forms, About and every report.


def uses() -> tuple[str, ...]:
    """Each as it stands in a sentence."""
    return (
        _("appraisal"),
        _("pay or bonus"),
        _("hiring or selection"),
        _("dismissal"),
        _("ranking people, managers or teams"),
        _("finding out who said what or who is critical"),
    )


def in_a_list() -> str:
    """ "appraisal, pay or bonus, ... or finding out ..."."""
    *several, last = uses()
    return _("{several}, or {last}").format(several=", ".join(several), last=last)


def refused_uses() -> str:
    """In one line, below what everybody reads."""
    return _("Not for {uses}.").format(uses=in_a_list())


def refused_in_full() -> str:
    """As it stands in every report."""
    return _("These uses are refused: {uses}. It is no clinical, legal or compliance assessment.").format(
        uses=in_a_list()
    )
