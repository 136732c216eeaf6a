"""Honest arithmetic: how long answering takes in the planned way, whether it fits, and what would."""

from dataclasses import dataclass
from math import ceil

from trustcheck.domain.checks.group_round import GroupSetup, Way
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

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
    each = minutes_each(len(questionnaire.asked(setup.form)))
    short = minutes_each(len(questionnaire.pulse)) if questionnaire.pulse and setup.form is Form.FULL else 0
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
        return TimeNeeded(total, fits=True, sentence=_joined(said, _fits(there_are)))
    queue = _("They would queue.") if not there_are else _turns(there_are // each, there_are)
    return TimeNeeded(total, fits=False, sentence=_joined(said, queue, _instead(people, each, short, there_are)))


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
        said = _joined(
            said, _("That does not fit; the short form takes about {minutes}.").format(minutes=_minutes(short))
        )
    elif not fits:
        said = _joined(said, _("That does not fit. Let people answer before you meet."))
    else:
        said = _joined(said, _fits(there_are))
    if way is Way.PAPER:
        said = _joined(said, _("Typing it in takes about {minutes} afterwards.").format(minutes=_minutes(people)))
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
        return ngettext("{number} hour", "{number} hours", hours).format(number=f"{hours:,}")
    return ngettext("{number} minute", "{number} minutes", number).format(number=in_words(number))


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)
