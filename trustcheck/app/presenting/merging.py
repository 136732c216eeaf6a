"""Two states of one data file in words: what each part is, and what becomes of it."""

from collections.abc import Iterator
from typing import NamedTuple

from trustcheck.app.organisations import name_seen
from trustcheck.app.store.merging import Clash, Merge, MergeChoice, MergePart, PartState
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day
from trustcheck.words.sentences import in_a_row

# What a person may choose where two states of one data file hold different things.


class OptionWords(NamedTuple):
    choice: MergeChoice
    words: str
    detail: str


def option_words(part: MergePart) -> tuple[OptionWords, ...]:
    """The first is what is done where nobody chooses."""
    return tuple(OptionWords(each, *_option(part, each)) for each in part.choices)


def _option(part: MergePart, choice: MergeChoice) -> tuple[str, str]:
    here = choice is MergeChoice.HERE
    if part.found is PartState.ONLY_HERE:
        return (_("Keep it"), _("It stays as it is.")) if here else (_("Delete it here"), _("It goes from this file."))
    if part.found is PartState.ONLY_THERE:
        return (_("Leave it out"), _("It stays in the other file only.")) if here else (_("Bring it in"), "")
    if choice is MergeChoice.BOTH:
        return _("Keep both"), _("The other one comes in as a check of its own.")
    if here:
        return _("As it is here"), ""
    if part.replaces:
        return _("As it is in the other file"), _("The sheets that are here are let go, from the copies too.")
    return _("As it is in the other file"), ""


class PartWords(NamedTuple):
    organisation: str
    title: str
    """Of a check; empty for the organisation itself."""
    found: str
    """What each file holds of it, and what is done where there is nothing to choose."""
    options: tuple[OptionWords, ...]


def part_words(part: MergePart) -> PartWords:
    title = _check_title(part.there if part.here is None else part.here)
    return PartWords(name_seen(part.organisation), title, _found(part), option_words(part))


def merge_words(merge: Merge) -> str:
    """In one or two sentences, what there is to look at."""
    if merge.changes_nothing:
        return _("This file holds all of the other one already. There is nothing to bring in.")
    coming = len(merge.having(PartState.ONLY_THERE)) + len(merge.having(PartState.JOINED))
    changed = sum(len(each.choices) > 1 for each in merge.having(PartState.CHANGED))
    said = []
    if coming:
        told = ngettext(
            "The other file adds something in one place.", "The other file adds something in {n} places.", coming
        )
        said.append(told.format(n=coming))
    if changed:
        told = ngettext(
            "In one place both files were changed, and you choose.",
            "In {n} places both files were changed, and you choose.",
            changed,
        )
        said.append(told.format(n=changed))
    return " ".join(said) or _("Where both files were changed, what is here stays.")


def same_words(number: int) -> str:
    told = ngettext("One part needs nothing: all of it is here.", "{n} parts need nothing: all of it is here.", number)
    return told.format(n=number)


def kept_before_words() -> str:
    return _(
        "A copy of this file as it is now is kept beside it first. Checks that several people are answering are left"
        " out of that copy: two states of one side by side would tell who came in between. The other file stays as it"
        " is."
    )


def _check_title(summary: RoundSummary | None) -> str:
    if summary is None:
        return ""
    if summary.retests is not None:
        return _("A promise asked again, begun on {day}").format(day=day(summary.started_on))
    if summary.kind is RoundKind.PERSONAL:
        return _("One person\u2019s check, begun on {day}").format(day=day(summary.started_on))
    return _("Check of several people, begun on {day}").format(day=day(summary.started_on))


def _found(part: MergePart) -> str:
    match part.found:
        case PartState.SAME:
            return _("All of it is here.")
        case PartState.ONLY_HERE:
            return _("It is only in this file: begun here, or deleted over there.") + _checks_words(part)
        case PartState.ONLY_THERE:
            return (
                _("It is only in the other file: begun there, or deleted here.") + _checks_words(part) + _becomes(part)
            )
        case PartState.JOINED:
            return _joined(part)
        case PartState.CHANGED:
            return _changed(part)


def _checks_words(part: MergePart) -> str:
    if part.is_check:
        summary = part.here or part.there
        return f" {_holds(summary)}" if summary is not None else ""
    told = ngettext("It has one check.", "It has {n} checks.", part.checks)
    return " " + (told.format(n=part.checks) if part.checks else _("It has no check yet."))


def _becomes(part: MergePart) -> str:
    if not part.other_name:
        return ""
    return " " + _("Its name is taken here, so it is called {name}.").format(name=part.other_name)


def _holds(summary: RoundSummary) -> str:
    """How many, and of an open check nothing else."""
    if summary.kind is RoundKind.GROUP:
        told = ngettext("It holds one sheet.", "It holds {n} sheets.", summary.answered)
    else:
        told = ngettext("It holds one answer.", "It holds {n} answers.", summary.answered)
    return told.format(n=summary.answered)


def _joined(part: MergePart) -> str:
    here, there = part.here, part.there
    if here is None or there is None:
        return _("What the other file adds to its page is added.")
    if here.kind is RoundKind.PERSONAL:
        return _("What only one of the files holds of it is put together: {n} answers then.").format(n=part.together)
    if here.state is RoundState.PREPARING and there.state is not RoundState.PREPARING:
        return _("It was opened over there: what people read there holds, and it comes in as it is there.")
    if here.state is there.state is RoundState.OPEN:
        return _("It is open in both: {here} sheets here, {there} over there. Together {n}, each of them once.").format(
            here=here.answered, there=there.answered, n=part.together
        )
    return _("Its sheets are the same in both; facts and promises that only the other file holds are added.")


def _changed(part: MergePart) -> str:
    here, there = part.here, part.there
    if here is None or there is None:
        if part.other_name:
            return _("It is not the same in both: {what}. Over there it is called {name}.").format(
                what=_clashes(part), name=part.other_name
            )
        return _("It is not the same in both: {what}.").format(what=_clashes(part))
    if not part.replaces:
        said = _("It is not the same in both: {what}. What only one of the files holds is kept either way.")
        return " ".join((said.format(what=_clashes(part)), *_promises_words(part)))
    said = _(
        "Here it is {state}, with {here} sheets; over there it is {other_state}, with {there}. Nobody can tell which of"
        " them are the same, because closing a check gives every sheet a new number: one of the two can stay, not both."
    ).format(state=_state(here), here=here.answered, other_state=_state(there), there=there.answered)
    return f"{said} {_shown()}" if part.is_shown else said


def _promises_words(part: MergePart) -> Iterator[str]:
    if Clash.PROMISE_NUMBERS in part.clashes:
        yield _("Each side made a promise of its own in the same place: both are kept, one below the other.")
    if Clash.OPEN_PROMISES in part.clashes:
        yield _(
            "Together more than three promises would be open. Those of the file you choose stay open, and what is"
            " beyond three counts as dropped; its words stay."
        )


def _shown() -> str:
    return _(
        "The result here was shown. Beside it, the other one would tell what a few people said, so the one here stays."
    )


def _state(summary: RoundSummary) -> str:
    return {
        RoundState.PREPARING: _("being prepared"),
        RoundState.OPEN: _("open"),
        RoundState.CLOSED: _("closed"),
    }[summary.state]


def _clashes(part: MergePart) -> str:
    names = {
        Clash.NAME: _("its name"),
        Clash.PAGE: _("what is written on its page"),
        Clash.ANSWERS: _("answers"),
        Clash.NOTES: _("notes"),
        Clash.FACTS: _("facts"),
        Clash.PROMISE: _("the promise"),
        Clash.PROMISE_NUMBERS: _("promises that were made on both sides"),
        Clash.OPEN_PROMISES: _("which promises stay open"),
        Clash.MARKS: _("what was said about answers"),
        Clash.SUGGESTIONS: _("which suggestions were moved or put aside"),
        Clash.OWN_WORDS: _("the sentence in one's own words"),
        Clash.WORKSHOP: _("the session and what was decided in it"),
        Clash.SET_UP: _("how it was set up"),
        Clash.STATE: _("how far it has come"),
        Clash.FORMS: _("forms that were put in on both sides"),
        Clash.DRAFTS: _("half-filled sheets"),
        Clash.SHEETS: _("its sheets"),
    }
    return in_a_row([names[each] for each in part.clashes])
