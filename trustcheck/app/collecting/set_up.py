"""Setting up a check for several people: what has to be said beforehand, and what the organiser should know."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from trustcheck.domain.checks.group_round import (
    LEAST_THRESHOLD,
    MOST_THRESHOLD,
    NOTES_FROM,
    USUAL_THRESHOLD,
    GroupSetup,
    NotesUse,
)
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

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
    # Who wants to see how their sheet lies beside others is asked every time, and so is whether rows may leave.
    return replace(last, routes=routes or last.routes, one_leader_agreed=False, rows_may_leave=False)


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
        return _("At most {number}.").format(number=f"{MOST_INVITED:,}")
    return _("How many do you invite?")


def settled(setup: GroupSetup) -> GroupSetup:
    """The set-up without what does not belong to it: words and numbers for people who are not asked, notes too few
    people write, importance where no theme is shown."""
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
        one_leader_agreed=setup.one_leader_agreed and alone,
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
    said = _("Where only {number} answer, the others can work out what the last one said, if they compare theirs.")
    return said.format(number=in_words(threshold))


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)
