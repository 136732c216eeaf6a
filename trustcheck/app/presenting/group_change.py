"""What is said of two checks of a group beside each other: what changed, between whom, on which questions, how sure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trustcheck.app.presenting.change import change_words, of_both, two_languages
from trustcheck.app.presenting.group_gaps import before_rounding, is_one_off
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.presenting.promises import status_words
from trustcheck.app.results.group_comparison import GroupChange, GroupComparison, GroupScoreBeside, ViewBeside
from trustcheck.charts.then_now import ThenNowRow
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.privacy.item_release import EXACT_FROM
from trustcheck.domain.privacy.suppressed import NOT_SHARED, Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.domain.statistics.group_words import WIDE
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day, month
from trustcheck.words.numbers import capitalised, decimal, in_words, true_minus
from trustcheck.words.sentences import in_a_row

_NAMED = 2
"""Names in a headline; the rest is counted."""


def headline(comparison: GroupComparison) -> str:
    """The finding of the view that speaks first, or why there is none."""
    if comparison.without_sheets:
        return _("These two checks cannot be compared here")
    if comparison.first is not None:
        return view_headline(comparison, comparison.first)
    if comparison.views and all(not each.shared for each in comparison.views):
        return _("These two checks asked other questions")
    return _("Nothing of these two checks may stand side by side")


def view_title(comparison: GroupComparison, view: ViewBeside) -> str:
    """Above what one view said: "Staff, then and now"."""
    return _("{who}, then and now").format(who=who_first(comparison, view.perspective))


def view_headline(comparison: GroupComparison, view: ViewBeside) -> str:
    """What one view describes more or less of; themes speak before their pillars."""
    who, when = who_first(comparison, view.perspective), month(comparison.then_on)
    kinds = {each.kind for each in view.changes.values()}
    up, down = _changed(view, up=True), _changed(view, up=False)
    if up and down:
        said = _("{who} describe more of {up} than in {when}, and less of {down}")
    elif up:
        said = _("{who} describe more of {up} than in {when}")
    elif down:
        said = _("{who} describe less of {down} than in {when}")
    elif ChangeKind.MOVED_A_LITTLE in kinds:
        said = _("{who}: a little moved since {when}, nothing of it by {wide} points")
    elif ChangeKind.COULD_BE_CHANCE in kinds:
        said = _("{who}: what moved since {when} may be chance")
    else:
        said = _("{who} describe much the same place as in {when}")
    return said.format(who=who, up=_row_of_names(up), down=_row_of_names(down), when=when, wide=decimal(WIDE))


def _changed(view: ViewBeside, *, up: bool) -> list[str]:
    """Names of what changed in one direction, the most first: themes, or pillars where no theme did."""
    for scores in (view.themes, view.pillars):
        found = [
            (abs(each.change.points), each.name)
            for each in scores
            if isinstance(each.change, GroupChange)
            and each.change.kind is ChangeKind.CHANGED
            and (each.change.points > 0) is up
        ]
        if found:
            return [name for _points, name in sorted(found, key=lambda each: -each[0])]
    return []


def _row_of_names(names: Sequence[str]) -> str:
    if len(names) <= _NAMED:
        return in_a_row(names)
    more = len(names) - _NAMED
    return ngettext("{names} and {number} more theme", "{names} and {number} more themes", more).format(
        names=", ".join(names[:_NAMED]), number=in_words(more)
    )


def who_first(comparison: GroupComparison, perspective: Perspective) -> str:
    return people_first(perspective) if comparison.now.compares else _("People")


def _who(comparison: GroupComparison, perspective: Perspective) -> str:
    return people(perspective) if comparison.now.compares else _("people")


def about(comparison: GroupComparison) -> str:
    """Which two months, who answered, and on which questions it rests."""
    both = _("{then} and {now}.").format(then=month(comparison.then_on), now=month(comparison.now_on))
    return _joined(both, answered(comparison), asked(comparison))


def answered(comparison: GroupComparison) -> str:
    """ "14 staff then, 15 now: not all of them the same people."; of each view, and who was asked but once."""
    said = [_answered(comparison, each) for each in comparison.views]
    for perspectives, words in (
        (comparison.only_now, _("{people} were asked this time only.")),
        (comparison.only_then, _("{people} were asked last time only.")),
    ):
        said += [words.format(people=people_first(each)) for each in perspectives]
    return " ".join(said)


def _answered(comparison: GroupComparison, view: ViewBeside) -> str:
    if view.then_n == view.now_n:
        said = _("{number} {people} then and now; whether they are the same people, no sheet says.")
    else:
        said = _("{then} {people} then, {number} now, not all of them the same people.")
    return said.format(then=view.then_n, number=view.now_n, people=_who(comparison, view.perspective))


def asked(comparison: GroupComparison) -> str:
    """How many questions both asked in the same words, once where it is the same of every view."""
    if comparison.without_sheets:
        return _(
            "One of the two came without its sheets: its result can be read, but nothing can be worked out of it anew."
        )
    numbers = {(each.shared, each.asked) for each in comparison.views}
    if len(numbers) == 1:
        return _joined(_asked(comparison, *numbers.pop()), two_languages(*comparison.languages))
    each_view = (
        _("{people}: {sentence}").format(
            people=people_first(each.perspective), sentence=_asked(comparison, each.shared, each.asked)
        )
        for each in comparison.views
    )
    return _joined(*each_view, two_languages(*comparison.languages))


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def _asked(comparison: GroupComparison, shared: int, of: int) -> str:
    translated, short = any(comparison.languages), Form.PULSE in comparison.forms
    if not shared:
        return _("No question was asked in the same words both times, so nothing of them is compared.")
    if shared == of and not short:
        return _("All questions were the same.") if translated else _("All questions were asked in the same words.")
    if translated:
        return of_both(shared)
    said = ngettext(
        "One question was asked in the same words both times; only it is compared.",
        "{number} questions were asked in the same words both times; only they are compared.",
        shared,
    )
    return said.format(number=capitalised(in_words(shared)))


def rows(scores: Sequence[GroupScoreBeside]) -> list[ThenNowRow]:
    """What changed first, then by how far it moved; what is not compared last."""
    return [_row(each) for each in most_changed_first(scores)]


def most_changed_first(scores: Sequence[GroupScoreBeside]) -> list[GroupScoreBeside]:
    return sorted(scores, key=_place)


def _place(of: GroupScoreBeside) -> tuple[int, int]:
    if isinstance(of.change, Suppressed):
        return 2, 0
    return int(of.change.kind is not ChangeKind.CHANGED), -abs(of.change.points)


def _row(of: GroupScoreBeside) -> ThenNowRow:
    if isinstance(of.change, Suppressed):
        return ThenNowRow(of.name, None, None, not_compared(of.change))
    change = of.change
    changed = change.kind is ChangeKind.CHANGED
    return ThenNowRow(of.name, change.then, change.now, change_words(change), strong=changed, between=between(change))


def printed_row(of: GroupScoreBeside) -> ThenNowRow:
    """On paper nobody can ask for a table: what changed has its interval behind it."""
    found = _row(of)
    if not found.strong:
        return found
    return replace(found, said=_("{said} ({between})").format(said=found.said, between=found.between))


def is_the_same(of: GroupScoreBeside) -> bool:
    return isinstance(of.change, GroupChange) and of.change.kind is ChangeKind.SAME


def same_in_a_line(scores: Sequence[GroupScoreBeside]) -> str:
    """Where a row for each would take too much room: "About the same: Openness 60 then, 61 now, ..." """
    said = [
        _("{name} {then} then, {now} now").format(name=each.name, then=each.change.then, now=each.change.now)
        for each in scores
        if isinstance(each.change, GroupChange)
    ]
    return _("About the same: {scores}.").format(scores="; ".join(said))


def between(change: GroupChange) -> str:
    """The interval of a difference: "+3 to +24"."""
    return _("{low} to {high}").format(low=_signed(change.low), high=_signed(change.high))


def _signed(points: int) -> str:
    return f"+{points}" if points > 0 else true_minus(points)


def not_compared(why: Suppressed) -> str:
    return _("asked otherwise") if why == Suppressed(NOT_SHARED) else not_shown(why)


def how_sure(comparison: GroupComparison) -> Iterator[str]:
    """What a reader has to know before they believe a line."""
    shown = [each for each in comparison.views if each.changes]
    if not shown:
        return
    yield _(
        "Changed is what moved by {wide} points or more with a 95 % interval of the difference that leaves out 0:"
        " chance alone would seldom do that. No two sheets are linked, so the two checks are compared like two groups"
        " of people."
    ).format(wide=decimal(WIDE))
    if any(_reads_otherwise(each) for view in shown for each in view.changes.values()):
        yield before_rounding()
    for each in shown:
        yield from _risen(comparison, each)
    if any(each.change == Suppressed(NOT_SHARED) for view in shown if view.shared for each in view.scores):
        yield _(
            "A theme is left out where too few of its questions stayed the same, and below {number} people wherever"
            " one of them did not: beside the number on all its questions, one on fewer would tell what was said to"
            " the rest."
        ).format(number=in_words(EXACT_FROM))


def _risen(comparison: GroupComparison, view: ViewBeside) -> Iterator[str]:
    """Regression to the mean, wherever the lowest theme of then is not lower now."""
    change, name = view.changes.get(view.lowest_then), {each.id: each.name for each in view.themes}
    if change is None or change.points <= 0:
        return
    said = _(
        "{theme} was lowest among {people} then. What is lowest once tends to lie higher the next time, without"
        " anybody\u2019s doing."
    )
    yield said.format(theme=name[view.lowest_then], people=_who(comparison, view.perspective))


def _reads_otherwise(change: GroupChange) -> bool:
    return is_one_off(abs(change.points), (change.then, change.now))


def promises_title(comparison: GroupComparison) -> str:
    """Above what was promised then; empty where nothing was."""
    if not comparison.promises:
        return ""
    return _("Promised on {day}, and what became of it").format(day=day(comparison.then_on))


def promises_said(comparison: GroupComparison) -> list[str]:
    """Each promise of then in its own words, with whose it is and what became of it."""
    return [_promise(each) for each in comparison.promises]


def _promise(promise: Promise) -> str:
    said = _("\u201c{promise}\u201d ({who}): {status}.") if promise.who else _("\u201c{promise}\u201d: {status}.")
    return said.format(promise=promise.text.strip(), who=promise.who, status=status_words(promise.status))


def promises_moved(comparison: GroupComparison) -> Iterator[str]:
    """What became of the themes in which each promise should be seen, in the words of the view that speaks."""
    view = comparison.first
    by_id = {each.id: each for each in view.themes} if view is not None else {}
    for promise in comparison.promises:
        for theme in (by_id[each] for each in comparison.moving.get(promise.number, ()) if each in by_id):
            assert view is not None
            yield _("\u201c{promise}\u201d should be seen in {theme}. {people}: {moved}.").format(
                promise=promise.text.strip(),
                theme=theme.name,
                people=who_first(comparison, view.perspective),
                moved=_moved(theme.change),
            )


def about_promises() -> str:
    return _("A promise is one of many things that happened in between: what moved need not have moved because of it.")


def _moved(change: GroupChange | Suppressed) -> str:
    if isinstance(change, Suppressed):
        return _("cannot be told yet, {why}").format(why=not_compared(change))
    moved = _("moved, {change} ({between})")
    said = {
        ChangeKind.CHANGED: moved,
        ChangeKind.MOVED_A_LITTLE: moved,
        ChangeKind.SAME: _("about the same ({between})"),
    }.get(change.kind, _("cannot be told yet ({between})"))
    return said.format(change=change_words(change), between=between(change))


def briefly(comparison: GroupComparison) -> str:
    """For a row in a list: the finding of the view that speaks, or nothing where nothing is compared."""
    return "" if comparison.first is None else view_headline(comparison, comparison.first)
