"""What a group's result says in sentences: what was answered, how far it can be trusted, and nothing about anybody.

They follow ``measurement.md`` 5.3: say what was answered, then what it may mean; the range in the same sentence; no
decimals; describe, report and see, never *is*.
"""

from collections.abc import Sequence

from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.results.group import GroupResult, Shown, Took
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.group_words import GapKind, Solidity, Spread
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import quoted


def spread_words(spread: Spread) -> str:
    """How far people lie apart, as a clause that goes on after a name or a colon."""
    return {
        Spread.MUCH_THE_SAME: _("people describe much the same place"),
        Spread.SOME_VARIETY: _("some variety"),
        Spread.UP_TO_SOME_VARIETY: _("no more than some variety"),
        Spread.DIFFERENT: _("people describe different places"),
        Spread.TWO_CAMPS: _("two camps"),
    }[spread]


def solidity_name(solidity: Solidity) -> str:
    """How firmly a band stands, in a few words."""
    return {
        Solidity.SOLID: _("Hanging on no single answer"),
        Solidity.BORDERLINE: _("Near the next band"),
        Solidity.HANGS_ON_ONE: _("Hanging on one answer"),
    }[solidity]


def solidity_words(solidity: Solidity) -> str:
    """Would one person change it? Never which one."""
    said = {
        Solidity.SOLID: _("{name}: whoever is left out, the band stays the same."),
        Solidity.BORDERLINE: _("{name}: no single person changes the band, but it could easily be the next one."),
        Solidity.HANGS_ON_ONE: _("{name}: there is somebody without whom the band would be another."),
    }[solidity]
    return said.format(name=solidity_name(solidity))


def solidity_meaning() -> str:
    """What the name of a band that no single person changes says, and what it does not; goes on after the name."""
    return _("says that whoever is left out, the band stays. A firm band of a poor question is a firm mistake.")


def kind_words(kind: GapKind) -> str:
    """The class of a difference."""
    return {
        GapKind.CLEAR: _("clear gap"),
        GapKind.POSSIBLE: _("possible gap"),
        GapKind.WORTH_ASKING: _("worth asking about"),
        GapKind.SIMILAR: _("similar views"),
        GapKind.TOO_FEW: _("too few to test"),
    }[kind]


def counted(n: int, perspective: Perspective) -> str:
    """ "seven leaders", "one leader", "fourteen staff" in figures from thirteen on."""
    if perspective is Perspective.LEADER:
        return _("one leader") if n == 1 else _("{number} leaders").format(number=in_words(n))
    return _("{number} staff").format(number=in_words(n))


def answer_words(mean: float, scale: Sequence[str]) -> str:
    """The answer that lies nearest to a mean on 0 to 100, in quotation marks."""
    return quoted(scale[whole(mean / 100 * (len(scale) - 1))])


def range_words(shown: Shown, invited: int) -> str:
    """How far those without a score here could move a mean: a clause."""
    silent = invited - shown.n
    if shown.guaranteed is None or silent <= 0:
        return _("and everyone invited has answered")
    return all_invited.clause(shown.guaranteed.low, shown.guaranteed.high, silent)


def view_sentence(shown: Shown, took: Took, scale: Sequence[str]) -> str:
    """One view of one theme, the split first where there is one."""
    said = _("{people} describe this as there {answer} on average: {mean} of 100, {range}.").format(
        people=capitalised(counted(shown.n, took.perspective)),
        answer=answer_words(shown.mean, scale),
        mean=shown.mean,
        range=range_words(shown, took.invited),
    )
    if shown.spread is Spread.TWO_CAMPS:
        return _("{people} are in two camps.").format(people=people_first(took.perspective)) + " " + said
    if shown.spread is Spread.DIFFERENT:
        return _("{people} describe different places.").format(people=people_first(took.perspective)) + " " + said
    return said


def shown_words(name: str, value: Shown | Suppressed, perspective: Perspective) -> str:
    """One value as a screen reader says it: "Safe to speak, staff: 43 of 100, Patchy, from 14 people"."""
    if isinstance(value, Suppressed):
        return _("{name}, {people}. {why}").format(name=name, people=people(perspective), why=not_shown(value))
    said = _("{name}, {people}: {mean} of 100").format(name=name, people=people(perspective), mean=value.mean)
    band = f", {value.band}" if value.band else ""
    return said + band + _(", from {number} people").format(number=in_words(value.n))


def is_split(shown: Shown) -> bool:
    """Whether people describe different places, so that the split leads and not the mean."""
    return shown.spread is not None and shown.spread.is_split


def invited_of(result: GroupResult, perspective: Perspective) -> int:
    return next(each.invited for each in result.took if each.perspective is perspective)
