"""What stands above a group's result: how few answered, who is not shown, which sheets wait or look hurried."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from trustcheck.app.presenting.change import language_name
from trustcheck.app.presenting.group_seen import nothing_of_view, repeats_the_check_before
from trustcheck.app.presenting.yes_saying import of_many
from trustcheck.app.results.group import GroupResult, Took
from trustcheck.domain.checks.group_round import USUAL_THRESHOLD, GroupRound, GroupSetup, NotesUse, people
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.statistics.group_words import ENOUGH_ANSWERED
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day
from trustcheck.words.numbers import capitalised, in_words

HARDLY_ANSWERED = Fraction(30, 100)
"""Below this share of the invited the views are those of a few."""


def banners(
    of: GroupRound, took: Sequence[Took], plain_above_turned: Mapping[Perspective, Fraction | None]
) -> tuple[str, ...]:
    """One sentence or two each, what matters most first; empty where there is nothing to say.

    ``plain_above_turned`` are points by shown view, as in
    :class:`~trustcheck.domain.views.group_view.ViewStatistics`.
    """
    told = [_answered(each, of) for each in took]
    told += [_beside_the_check_before(each, of) for each in took]
    told += [_told_by_the_check_before(each, of) for each in of.setup.perspectives if of.told_beside.get(each)]
    told += [_joined_late(each, of) for each in of.setup.perspectives if each in of.joined_late]
    told += [_waiting(each, number, of) for each, number in of.waiting.items() if number]
    told.append(_two_languages(of.setup, of.questionnaire, took))
    kinds = [of_many(each, points) for each, points in plain_above_turned.items()]
    return tuple(each for each in (*told, _hurried(of, took), *kinds, _few_invited(of)) if each)


def _answered(took: Took, of: GroupRound) -> str:
    if took.n < of.setup.threshold:
        return nothing_of_view(took.perspective, of.setup.threshold)
    if took.perspective in of.repeated:
        return repeats_the_check_before(took.perspective)
    if took.n < HARDLY_ANSWERED * took.invited:
        return _(
            "{n} of {invited} {people} answered: these are the views of those who did, and nobody can say what the "
            "others think. No band is named."
        ).format(n=took.n, invited=took.invited, people=people(took.perspective))
    if took.n < ENOUGH_ANSWERED * took.invited:
        return _(
            "{n} of {invited} {people} answered, fewer than six in ten: their numbers carry no bands, and the range "
            "beside a mean says how far the others could move it."
        ).format(n=took.n, invited=took.invited, people=people(took.perspective))
    return ""


def _beside_the_check_before(took: Took, of: GroupRound) -> str:
    before = of.earlier
    if before is None or took.perspective in of.repeated or took.perspective not in before.answered:
        return ""
    said = _(
        "{n} {people} answered, and {before} in the check that was closed on {day}. If they are the same people but "
        "for a few, what changed between the two results may be what those few said: ask what is behind a change, and "
        "not who."
    )
    who = people(took.perspective) if of.setup.compares else ngettext("person", "people", took.n)
    return said.format(
        n=took.n, people=who, before=before.answered[took.perspective], day=day(before.closed_on[took.perspective])
    )


def _told_by_the_check_before(perspective: Perspective, of: GroupRound) -> str:
    said = _(
        "Most {people} answered some of the questions word for word as in the check before, so the two results would "
        "differ there by what a few people said. What would tell that is not shown."
    )
    return said.format(people=people(perspective) if of.setup.compares else _("people"))


def _joined_late(perspective: Perspective, of: GroupRound) -> str:
    said = _(
        "Some {people} joined after a first result was shown. Since then single questions are told as the nearest "
        "answer only, so that nobody can work out what those few said."
    )
    return said.format(people=people(perspective) if of.setup.compares else _("people"))


def _waiting(perspective: Perspective, number: int, of: GroupRound) -> str:
    who = people(perspective) if of.setup.compares else ngettext("person", "people", number)
    said = ngettext(
        "{number} more {people} answered since this result was made. It stays as it was until at least {least} more "
        "have, so that nobody can be worked out.",
        "{number} more {people} answered since this result was made. It stays as it was until at least {least} more "
        "have, so that nobody can be worked out.",
        number,
    )
    if number >= of.setup.threshold:
        said = _(
            "{number} more {people} answered since this result was made, but they are still too few, or too much "
            "alike, to hide each other at every question. It stays as it was until more have, so that nobody can be "
            "worked out."
        )
    if of.setup.compares and number == 1 and perspective is Perspective.LEADER:
        who = _("leader")
    return said.format(number=capitalised(in_words(number)), people=who, least=in_words(of.setup.threshold))


def words_may_matter(result: GroupResult) -> str:
    """Wherever numbers of leaders and staff stand beside each other; empty where both read the same language."""
    return _two_languages(result.setup, result.questionnaire, result.took)


def _two_languages(setup: GroupSetup, asked: Questionnaire, took: Sequence[Took]) -> str:
    if not setup.compares or any(each.n < setup.threshold for each in took):
        return ""
    read = {each: setup.asks(each, asked).language for each in setup.perspectives}
    if len(set(read.values())) == 1:
        return ""
    said = _("Leaders answered in {leaders}, staff in {staff}: part of a difference may be the words.")
    return said.format(leaders=language_name(read[Perspective.LEADER]), staff=language_name(read[Perspective.STAFF]))


def _hurried(of: GroupRound, took: Sequence[Took]) -> str:
    """Only of views that are shown: a count of hurried sheets among a few would point at somebody."""
    number = sum(each.hurried for each in took if not isinstance(each.hurried, Suppressed))
    if not number:
        return ""
    if of.left_out:
        said = ngettext(
            "{number} sheet looked hurried and was left out, before anybody saw a result.",
            "{number} sheets looked hurried and were left out, before anybody saw a result.",
            number,
        )
    else:
        said = ngettext(
            "{number} sheet looks hurried; it is counted.", "{number} sheets look hurried; they are counted.", number
        )
    return said.format(number=capitalised(in_words(number)))


def _few_invited(of: GroupRound) -> str:
    """Below the usual threshold everybody has read, before the first question, what a small group means."""
    if of.setup.threshold >= USUAL_THRESHOLD:
        return ""
    return _("This check shows numbers from {number} answers on: people may guess who said what.").format(
        number=in_words(of.setup.threshold)
    )


# What people were promised before the first question of a group's check, told again beside its result.


def kept(result: GroupResult) -> str:
    """Who could see what, now that the result is told; with what a program cannot promise."""
    setup = result.setup
    return " ".join(each for each in (_opened(setup), _limits(), notes_kept(setup.notes), _small(setup)) if each)


def _opened(setup: GroupSetup) -> str:
    words = _(
        "No screen and no page shows one person's answers. Nobody saw a result while the check was open; then it opened"
        " from {least} people on."
    )
    both = _(
        "No screen and no page shows one person's answers. Nobody saw a result while the check was open; then leaders"
        " and staff each opened from {least} people on."
    )
    return (both if setup.compares else words).format(least=in_words(setup.threshold))


def _limits() -> str:
    return _(
        "Confidential, as far as a program can keep it: whoever owns the data file can read its rows, which hold no"
        " name, no order and no time."
    )


def notes_kept(use: NotesUse) -> str:
    """Who reads what was noted."""
    return {
        NotesUse.NONE: _("No notes were collected."),
        NotesUse.FACILITATOR: _("Notes are read by whoever leads the talk, without names and shuffled, from ten on."),
        NotesUse.GROUP: _("Notes are shown without names and shuffled, from ten sheets on."),
    }[use]


def _small(setup: GroupSetup) -> str:
    if setup.threshold >= USUAL_THRESHOLD:
        return ""
    return _("In a group this small, people may guess who said what.")
