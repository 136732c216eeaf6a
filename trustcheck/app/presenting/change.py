"""What is said of two checks of one person beside each other: changed, perhaps chance, or about the same."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from trustcheck.app.presenting.group_gaps import before_rounding, is_one_off
from trustcheck.app.results.comparison import ComparedScore, PersonalComparison
from trustcheck.charts.then_now import ThenNowRow
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.change import THEME, ChangeKind, PlanningValues, ScoreChange, of_pillars
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import in_a_row


def headline(comparison: PersonalComparison) -> str:
    """The finding: what changed, or that nothing can be told apart from chance."""
    if not comparison.shared:
        return _("These two checks asked other questions")
    if all(each.change is None for each in comparison.scores):
        return _("Too few answers to compare")
    up, down = _moved(comparison, up=True), _moved(comparison, up=False)
    if up and down:
        return _("You describe more of {up} than last time, and less of {down}").format(up=up, down=down)
    if up:
        return _("You describe more of {up} than last time").format(up=up)
    if down:
        return _("You describe less of {down} than last time").format(down=down)
    if comparison.of_kind(ChangeKind.COULD_BE_CHANCE):
        return _("What moved since last time may be chance")
    return _("You describe much the same place as last time")


def _moved(comparison: PersonalComparison, *, up: bool) -> str:
    """The names of what changed in one direction; pillars speak for their themes."""
    changed = comparison.of_kind(ChangeKind.CHANGED)
    names = [each.name for each in changed if each.change is not None and (each.change.points > 0) is up]
    return in_a_row(names)


def about(comparison: PersonalComparison) -> str:
    """Which two days, and how many questions are compared."""
    days = _("{then} and {now}.").format(then=day(comparison.then_on), now=day(comparison.now_on))
    if comparison.shared == comparison.asked:
        said = _("All questions were the same.")
    elif not comparison.shared:
        said = _("No question was asked in the same words by both, so nothing of them is compared.")
    elif any(comparison.languages):
        said = of_both(comparison.shared)
    else:
        said = ngettext(
            "One question was asked in the same words by both; only it is compared.",
            "{number} questions were asked in the same words by both; only they are compared.",
            comparison.shared,
        ).format(number=capitalised(in_words(comparison.shared)))
    return " ".join(each for each in (days, said, two_languages(*comparison.languages)) if each)


def of_both(shared: int) -> str:
    """How many questions two checks in two languages have in common, where that is not all."""
    return ngettext(
        "One question was asked both times; only it is compared.",
        "{number} questions were asked both times; only they are compared.",
        shared,
    ).format(number=capitalised(in_words(shared)))


def two_languages(then: str, now: str) -> str:
    """What stands beside scores of two languages; empty for one."""
    if not then or not now:
        return ""
    said = _("The answers were given in {then} then and in {now} now: part of a difference may be the words.")
    return said.format(then=language_name(then), now=language_name(now))


def language_name(tag: str) -> str:
    """A language as it stands within a sentence, in the language that is spoken; the tag where it has no name here."""
    names = {"en": _("English"), "de": _("German"), "fr": _("French"), "es": _("Spanish")}
    return names.get(tag.replace("-", "_").split("_")[0], tag)


class Moved(Protocol):
    """Two numbers beside each other, of one person or of a group."""

    @property
    def points(self) -> int:
        """Now less then, in whole points."""
        ...

    @property
    def kind(self) -> ChangeKind: ...


def change_words(change: Moved) -> str:
    """Behind a row: "up 31", "moved, could be chance", "about the same"."""
    if change.kind is ChangeKind.CHANGED:
        said = _("up {points}") if change.points > 0 else _("down {points}")
        return said.format(points=abs(change.points))
    return kind_words(change.kind)


def kind_words(kind: ChangeKind) -> str:
    """What a change amounts to, without its number."""
    return {
        ChangeKind.CHANGED: _("changed"),
        ChangeKind.MOVED_A_LITTLE: _("moved a little"),
        ChangeKind.COULD_BE_CHANCE: _("moved, could be chance"),
        ChangeKind.SAME: _("about the same"),
    }[kind]


def row(of: ComparedScore) -> ThenNowRow:
    if of.change is None:
        return ThenNowRow(of.name, None, None, _("too few answers to the same questions"))
    changed = of.change.kind is ChangeKind.CHANGED
    return ThenNowRow(of.name, whole(of.change.then), whole(of.change.now), change_words(of.change), strong=changed)


def _needed(compared: Sequence[ComparedScore], planned: PlanningValues) -> list[int]:
    """From how many points on each of them counts as changed, as far as they can be compared; else as planned."""
    known = [each.change.needed for each in compared if each.change is not None]
    return known or [planned.points_needed]


def how_sure(comparison: PersonalComparison) -> Iterator[str]:
    """What a reader has to know before they believe a line."""
    form = Form.FULL if comparison.themes else Form.PULSE
    pillars, themes = _needed(comparison.pillars, of_pillars(form)), _needed(comparison.themes, THEME)
    needed = _("Of one person a pillar counts as changed from {pillar} points on.")
    if comparison.themes:
        needed = _("Of one person a pillar counts as changed from {pillar} points on, a theme from {theme}.")
    if len({*pillars}) > 1 or len({*themes}) > 1:
        needed += " " + _("Where fewer questions were asked alike, it takes more.")
    yield (
        needed.format(pillar=min(pillars), theme=min(themes))
        + " "
        + _(
            "These numbers rest on planning values, not on measured people. A theme can hardly show a change of one"
            " person: look at the pillars, or at single answers as memories."
        )
    )
    if any(each.change is not None and _reads_otherwise(each.change) for each in comparison.scores):
        yield before_rounding()
    lowest = next((each for each in comparison.themes if each.id == comparison.lowest_then), None)
    if lowest is not None and lowest.change is not None and lowest.change.points > 0:
        yield _(
            "{theme} was lowest last time. What is lowest once tends to lie higher the next time, without anybody's"
            " doing."
        ).format(theme=lowest.name)


def _reads_otherwise(change: ScoreChange) -> bool:
    return is_one_off(abs(change.points), (whole(change.then), whole(change.now)))
