"""A parcel as a document of plain values, and back. ``docs/export-2.schema.json`` says what stands in one."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from json import dumps
from typing import Any

from trustcheck.app.collecting.set_up import MOST_INVITED, MOST_MINUTES
from trustcheck.app.json_decode import DocumentReading, Misfit, plain, record
from trustcheck.app.portraits.carried_result import FoundFaults, misfits_of_result, told_together
from trustcheck.app.store.export_model import Belongings, GroupCheck, Parcel, PersonalCheck
from trustcheck.domain.checks.group_round import LEAST_THRESHOLD, MOST_THRESHOLD, GroupSetup, NotesUse
from trustcheck.domain.checks.promises import MOST_KEPT, MOST_OPEN, MOST_QUESTIONS, open_ones
from trustcheck.domain.checks.round import (
    NAME_LIMIT,
    NOTE_LIMIT,
    OrganisationDetails,
    Promise,
    RoundKind,
    RoundState,
)
from trustcheck.domain.checks.targets import OF_ALL, TARGETS
from trustcheck.domain.checks.workshop import MOST_DECISIONS, MOST_PARTS, MOST_SLIDES, Workshop
from trustcheck.domain.questionnaire.answers import Answer, PracticeAnswer, SaidBeside
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.fitting import what_does_not_fit
from trustcheck.domain.questionnaire.model import LONGEST_ID, Form, Questionnaire, is_translation
from trustcheck.words import gettext as _

# What must hold in a parcel beyond the types of its values: limits, and parts that fit each other.
#
# What breaks none of these rules is kept, shown and printed like anything that was typed in here.


LONG_TEXT = 4000
"""Characters of an organisation's notes and of a report's closing page."""
MOST_LOGO = 2 * 1024 * 1024
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
EARLIEST = date(1000, 1, 1)


def require_sound(parcel: Parcel) -> None:
    """Raises :class:`Misfit` for the first thing that does not hold."""
    sound: set[Questionnaire] = set()
    for at, each in enumerate(parcel.organisations):
        where = f"organisations[{at}]"
        for place, what in _organisation(each):
            raise Misfit(f"{where}.{place}", what)
        for number, check in enumerate(each.checks):
            for place, what in _check(check, sound):
                raise Misfit(f"{where}.checks[{number}].{place}", what)


def _organisation(each: Belongings) -> FoundFaults:
    if not each.name.strip():
        yield "name", _("an organisation needs a name.")
    yield from _too_long("name", each.name, NAME_LIMIT)
    yield from _details(each.details)


def _details(details: OrganisationDetails) -> FoundFaults:
    for name, limit in (
        ("notes", LONG_TEXT),
        ("routes", NOTE_LIMIT),
        ("prepared_by", NAME_LIMIT),
        ("closing_words", LONG_TEXT),
    ):
        yield from _too_long(f"details.{name}", getattr(details, name), limit)
    if details.accent and not _COLOUR.fullmatch(details.accent):
        yield "details.accent", _("a colour is written like #1f6f78.")
    if len(details.logo) > MOST_LOGO:
        yield "details.logo", _("this picture is too large.")


def _check(check: PersonalCheck | GroupCheck, sound: set[Questionnaire]) -> FoundFaults:
    if check.questionnaire not in sound:
        if part := what_does_not_fit(check.questionnaire):
            yield "questionnaire", _("the {part} of this questionnaire do not fit the rest.").format(part=part)
        sound.add(check.questionnaire)
    if (check.closed_on is None) == (check.state is RoundState.CLOSED):
        yield "closed_on", _("a closed check has the day on which it was closed, and no other.")
    if min(check.started_on, check.closed_on or check.started_on) < EARLIEST:
        yield "started_on", _("this day lies too far back.")
    yield from _facts("facts", check.facts)
    yield from _promises(check)
    if isinstance(check, PersonalCheck):
        yield from _personal(check)
    else:
        yield from _group(check)


def _facts(where: str, facts: tuple[PracticeAnswer, ...]) -> FoundFaults:
    for at, fact in enumerate(facts):
        yield from _too_long(f"{where}[{at}].practice_id", fact.practice_id, LONGEST_ID)
        yield from _too_long(f"{where}[{at}].evidence", fact.evidence, NOTE_LIMIT)
    if len({each.practice_id for each in facts}) < len(facts):
        yield where, _("one of them stands here twice.")


def _promises(check: PersonalCheck | GroupCheck) -> FoundFaults:
    promises = check.promises
    if len({each.number for each in promises}) < len(promises) or len(promises) > MOST_KEPT:
        yield "promises", _("each has a number of its own, and there are at most {limit}.").format(limit=MOST_KEPT)
    if len(open_ones(promises)) > MOST_OPEN:
        yield "promises", _("at most {limit} of them are open.").format(limit=MOST_OPEN)
    for at, each in enumerate(promises):
        yield from _promise(f"promises[{at}]", each)


def _promise(where: str, promise: Promise) -> FoundFaults:
    yield from _too_long(f"{where}.text", promise.text, NOTE_LIMIT)
    yield from _too_long(f"{where}.sign", promise.sign, NOTE_LIMIT)
    yield from _too_long(f"{where}.who", promise.who, NAME_LIMIT)
    yield from _too_long(f"{where}.suggestion_id", promise.suggestion_id, LONGEST_ID)
    if len(promise.questions) > MOST_QUESTIONS:
        yield f"{where}.questions", _("a promise should move at most {limit}.").format(limit=MOST_QUESTIONS)
    for each in promise.questions:
        yield from _too_long(f"{where}.questions", each, LONGEST_ID)
    if promise.changes < 0 or promise.number < 1:
        yield f"{where}.changes", _("nothing is changed less than never, and numbers begin with one.")
    if (promise.look_again_on or EARLIEST) < EARLIEST:
        yield f"{where}.look_again_on", _("this day lies too far back.")


def _by_hand(arranged: Arrangement, asked: Questionnaire) -> FoundFaults:
    known = {each.id for each in asked.suggestions}
    for ids in (arranged.order, (*arranged.aside, *arranged.wanted)):
        if len(set(ids)) < len(ids) or not set(ids) <= known:
            yield "suggestions", _("its questionnaire knows no such suggestion, or it stands here twice.")


def _personal(check: PersonalCheck) -> FoundFaults:
    asked = check.questionnaire
    if check.kind is not RoundKind.PERSONAL or check.state is RoundState.PREPARING:
        yield "state", _("one person's check is open or closed.")
    yield from _form(check.form, asked)
    yield from _answers("answers", check.answers, asked)
    yield from _answers("proposed", check.proposed, asked)
    yield from _facts("proposed_facts", check.proposed_facts)
    if check.at_item and check.at_item not in asked.item_by_id:
        yield "at_item", _("its questionnaire knows no such question.")
    yield from _beside("drill", {}, check.drill, asked)
    yield from _targets("targets", check.targets, check.questionnaire)
    yield from _by_hand(check.suggestions, asked)
    yield from _too_long("leaders_are", check.leaders_are, NOTE_LIMIT)
    for item, mark in check.marks.items():
        if item not in asked.item_by_id or not mark.says_something:
            yield f"marks.{item}", _("a mark says something and belongs to a question.")
    for item, text in check.notes.items():
        if item not in asked.item_by_id or not text:
            yield f"notes.{item}", _("a note has a text and belongs to a question.")
        yield from _too_long(f"notes.{item}", text, NOTE_LIMIT)


def _group(check: GroupCheck) -> FoundFaults:
    if check.kind is not RoundKind.GROUP:
        yield "kind", _("a check is personal or group.")
    yield from _setup(check.setup, check.questionnaire)
    yield from _too_long("own_words", check.own_words, NOTE_LIMIT)
    yield from _workshop(check.workshop)
    if not 0 <= check.answered <= MOST_INVITED * 10:
        yield "answered", _("so many people cannot have answered.")
    if (check.result is None) == (check.state is RoundState.CLOSED):
        yield "result", _("a closed check has a result, and no other.")
    if check.result is not None:
        yield from misfits_of_result(check.result, check.setup, check.questionnaire)
    if len(set(check.flags)) < len(check.flags) or not set(check.flags) <= check.questionnaire.item_by_id.keys():
        yield "flags", _("its questionnaire knows no such question, or it stands here twice.")
    yield from _by_hand(check.suggestions, check.questionnaire)
    if check.suggestions.says_something and check.state is not RoundState.CLOSED:
        yield "suggestions", _("only suggestions of a closed check are moved or put aside.")
    if check.flags and check.state is not RoundState.CLOSED:
        yield "flags", _("only questions of a closed check are flagged.")
    yield from _notes(check)
    yield from _rows(check)


def _workshop(kept: Workshop) -> FoundFaults:
    if not 0 < kept.minutes <= MOST_MINUTES or len(kept.lengths) > MOST_PARTS:
        yield "workshop.minutes", _("a session does not last so long.")
    if any(not 0 < each <= MOST_MINUTES for each in kept.lengths):
        yield "workshop.lengths", _("a part of a session does not last so long.")
    if len(kept.decisions) > MOST_DECISIONS:
        yield "workshop.decisions", _("a session has at most {limit} decisions.").format(limit=MOST_DECISIONS)
    for at, each in enumerate(kept.decisions):
        if not each.text.strip():
            yield f"workshop.decisions[{at}].text", _("a decision has words.")
        yield from _too_long(f"workshop.decisions[{at}].text", each.text, NOTE_LIMIT)
        yield from _too_long(f"workshop.decisions[{at}].who", each.who, NAME_LIMIT)
        if (each.until or EARLIEST) < EARLIEST:
            yield f"workshop.decisions[{at}].until", _("this day lies too far back.")
    for name, ids in (("order", kept.order), ("left_out", kept.left_out)):
        if len(ids) > MOST_SLIDES:
            yield f"workshop.{name}", _("a session has at most {limit} slides.").format(limit=MOST_SLIDES)
        for slide_id in ids:
            yield from _too_long(f"workshop.{name}", slide_id, LONGEST_ID)


def _setup(setup: GroupSetup, asked: Questionnaire) -> FoundFaults:
    if not setup.perspectives or len(set(setup.perspectives)) < len(setup.perspectives):
        yield "setup.perspectives", _("leaders, staff, or both are asked.")
    if setup.invited.keys() != set(setup.perspectives):
        yield "setup.invited", _("a number is expected for each view that is asked.")
    if not all(0 <= each <= MOST_INVITED for each in setup.invited.values()):
        yield "setup.invited", _("so many people cannot be invited.")
    if not LEAST_THRESHOLD <= setup.threshold <= MOST_THRESHOLD:
        yield "setup.threshold", _("a result is shown from three to ten people on.")
    if not 0 <= setup.minutes <= MOST_MINUTES:
        yield "setup.minutes", _("a day has fewer minutes.")
    if any(theme not in asked.theme_by_id or not 1 <= weight <= 3 for theme, weight in setup.importance.items()):
        yield "setup.importance", _("a theme weighs 1, 2 or 3.")
    yield from _targets("setup.targets", setup.targets, asked)
    for name in ("leaders_are", "staff_are", "routes"):
        yield from _too_long(f"setup.{name}", getattr(setup, name), NOTE_LIMIT)
    yield from _form(setup.form, asked)
    if not setup.translated.keys() < set(setup.perspectives) or not all(
        is_translation(asked, words) and not what_does_not_fit(words) for words in setup.translated.values()
    ):
        yield "setup.translated", _("one view may read the same questions in another language, and no others.")


def _targets(place: str, targets: Mapping[str, float], asked: Questionnaire) -> FoundFaults:
    if any(theme not in {OF_ALL, *asked.theme_by_id} or aim not in TARGETS for theme, aim in targets.items()):
        yield place, _("a theme aims for 62.5, 75 or 87.5.")


def _rows(check: GroupCheck) -> FoundFaults:
    if check.rows and (check.state is not RoundState.CLOSED or not check.setup.rows_may_leave):
        yield "rows", _("everybody here was promised that no row leaves.")
    number = Counter(each.perspective for each in check.rows)
    if not number.keys() <= set(check.setup.perspectives):
        yield "rows", _("there is a view among them that nobody was asked for.")
    if any(each < check.setup.threshold for each in number.values()):
        yield "rows", _("there are fewer of one view than may be shown.")
    asked = set(check.questionnaire.asked(check.setup.form))
    for at, row in enumerate(check.rows):
        if not row.answers.keys() <= asked:
            yield f"rows[{at}].answers", _("its questionnaire knows no such question.")
        yield from _answers(f"rows[{at}].answers", row.answers, check.questionnaire)
        yield from _beside(f"rows[{at}]", row.guesses, row.drill, check.questionnaire)


def _notes(check: GroupCheck) -> FoundFaults:
    if check.notes and (check.state is not RoundState.CLOSED or check.setup.notes is not NotesUse.GROUP):
        yield "notes", _("everybody here was promised that no note leaves.")
    for at, note in enumerate(check.notes):
        if note.item_id not in check.questionnaire.item_by_id or not note.text:
            yield f"notes[{at}]", _("a note has a text and belongs to a question.")
        yield from _too_long(f"notes[{at}].text", note.text, LONG_TEXT)


def _form(form: Form, asked: Questionnaire) -> FoundFaults:
    if form is Form.PULSE and not asked.pulse:
        yield "form", _("its questionnaire has no short form.")


def _answers(where: str, answers: Mapping[str, Answer], asked: Questionnaire) -> FoundFaults:
    for item, answer in answers.items():
        if item not in asked.item_by_id or answer.code > asked.high:
            yield f"{where}.{item}", _("its questionnaire knows no such question, or no such answer.")


def _beside(where: str, guesses: Mapping[str, int], drill: Mapping[str, int], asked: Questionnaire) -> FoundFaults:
    try:
        fits = SaidBeside(guesses=guesses, drill=drill).fits(asked)
    except ValueError:
        fits = False
    if not fits:
        yield where, _("its questionnaire knows no such question, or no such answer.")


def _too_long(where: str, text: str, limit: int) -> FoundFaults:
    if len(text) > limit:
        yield (
            where,
            _("this text has {length} characters; there is room for {limit}.").format(length=len(text), limit=limit),
        )


FORMAT = "trustcheck-export"
VERSION = 2
_ONE_PROMISE = 1
"""The version in which a check had one promise at most, under ``promise``."""


class Newer(Misfit):
    """A document of a later version, which may mean something else by its words."""


def document_of(parcel: Parcel) -> dict[str, Any]:
    """The same parcel gives the same document. A questionnaire stands in it once, under a name made of its words."""
    checks = [each for one in parcel.organisations for each in one.checks]
    asked = {each.questionnaire for each in checks}
    asked |= {words for each in checks if isinstance(each, GroupCheck) for words in each.setup.translated.values()}
    named = {each: _name(each) for each in asked}
    return {
        "format": FORMAT,
        "version": VERSION,
        "organisations": [plain(each, named) for each in parcel.organisations],
        "questionnaires": {name: record(each, None) for each, name in sorted(named.items(), key=lambda pair: pair[1])},
    }


def parcel_from(document: Any) -> Parcel:
    """What a document holds. Raises :class:`Misfit` naming the first thing that is not as it should be."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Misfit("format", _("an export of TrustCheck begins with {format}.").format(format=FORMAT))
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Misfit("version", _("a whole number from 1 on is expected here."))
    if version > VERSION:
        raise Newer("version", _("this is version {theirs}.").format(theirs=min(version, 10**9)))
    parcel = Parcel(_organisations(document if version > _ONE_PROMISE else _with_promises(document)))
    require_sound(parcel)
    return Parcel(tuple(_with_classes_together(each) for each in parcel.organisations))


def _with_promises(document: dict[str, Any]) -> dict[str, Any]:
    """A document of the first version as one of today. What does not look like one is left to be told as it is."""
    organisations = document.get("organisations")
    if not isinstance(organisations, list):
        return document
    return {**document, "organisations": [_belongings_of_today(each) for each in organisations]}


def _belongings_of_today(each: Any) -> Any:
    if not isinstance(each, dict) or not isinstance(each.get("checks"), list):
        return each
    return {**each, "checks": [_check_of_today(check) for check in each["checks"]]}


def _check_of_today(check: Any) -> Any:
    if not isinstance(check, dict):
        return check
    promise = check.get("promise")
    return {**check, "promises": [] if promise is None else [promise]}


def _organisations(document: dict[str, Any]) -> tuple[Belongings, ...]:
    reading = DocumentReading()
    asked = document.get("questionnaires", {})
    if not isinstance(asked, dict):
        raise Misfit("questionnaires", _("a record is expected here."))
    known = {name: reading.record(Questionnaire, each, f"questionnaires.{name}") for name, each in asked.items()}
    reading = DocumentReading(known)
    found: tuple[Belongings, ...] = reading.value(
        tuple[Belongings, ...], document.get("organisations"), "organisations"
    )
    return found


def _with_classes_together(each: Belongings) -> Belongings:
    """Results of an older TrustCheck told classes of one or two people apart; from here on nobody sees those."""
    return replace(each, checks=tuple(_together(check) for check in each.checks))


def _together(check: PersonalCheck | GroupCheck) -> PersonalCheck | GroupCheck:
    if isinstance(check, GroupCheck) and check.result is not None:
        return replace(check, result=told_together(check.result))
    return check


def _name(questionnaire: Questionnaire) -> str:
    words = dumps(record(questionnaire, None), sort_keys=True, separators=(",", ":"))
    return sha256(words.encode("ascii")).hexdigest()[:16]
