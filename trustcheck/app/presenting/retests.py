"""A promise asked again in words: whether it moved, about the same, or cannot be told yet, and how sure that is."""

from collections.abc import Iterator, Mapping, Sequence

from trustcheck.app.presenting.group_sayings import in_views
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.retest import MovedAgain, Retest, RetestView
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.checks.round import Promise, RoundKind, RoundState
from trustcheck.domain.privacy.suppressed import NO_POINT, Suppressed
from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.words import gettext as _
from trustcheck.words.days import day
from trustcheck.words.numbers import capitalised, true_minus


def again_label() -> str:
    return _("Asked again")


def outcome(retest: Retest) -> tuple[str, ...]:
    """Of one that is closed: when it was asked, and of each view how its answers moved."""
    if retest.summary.state is not RoundState.CLOSED:
        return ()
    when = _("Asked again on {day}.").format(day=day(retest.on))
    if not retest.views:
        return (when, _("It cannot be told yet: nothing of it can be read."))
    several = len(retest.views) > 1
    return (when, *(_said(retest, each, several=several) for each in retest.views))


def _said(retest: Retest, view: RetestView, *, several: bool) -> str:
    if retest.summary.kind is RoundKind.PERSONAL:
        return capitalised(moved_words(view.moved)) + "."
    said = (
        _("{people}: {moved} ({then} answered then, {now} now).")
        if several
        else _("{moved} ({then} answered then, {now} now).")
    )
    moved = moved_words(view.moved)
    return said.format(
        people=people_first(view.perspective),
        moved=moved if several else capitalised(moved),
        then=view.then_n,
        now=view.now_n,
    )


def moved_words(moved: MovedAgain | Suppressed) -> str:
    """ "moved up, by 1 to 30 points", "about the same, ..." or "cannot be told yet, ..."; as a sentence goes on."""
    if moved == Suppressed(NO_POINT):
        return _("cannot be told: one of the two answers is no point on the scale")
    if isinstance(moved, Suppressed):
        return _("cannot be told yet: {why}").format(why=not_shown(moved).lower())
    ends = sorted((abs(moved.low), abs(moved.high)))
    if moved.kind is ChangeKind.CHANGED:
        said = _("moved up, by {low} to {high} points") if moved.is_up else _("moved down, by {low} to {high} points")
        return said.format(low=ends[0], high=ends[1])
    if moved.kind is ChangeKind.MOVED_A_LITTLE:
        said = (
            _("moved up a little, by {low} to {high} points")
            if moved.is_up
            else _("moved down a little, by {low} to {high} points")
        )
        return said.format(low=ends[0], high=ends[1])
    said = (
        _("about the same; the difference lies between {low} and {high} points")
        if moved.kind is ChangeKind.SAME
        else _("cannot be told yet; the difference lies between {low} and {high} points")
    )
    return said.format(low=true_minus(moved.low), high=true_minus(moved.high))


def answered_then(retest: Retest, told: Mapping[str, str]) -> Iterator[str]:
    """Each question with what was answered then; of one person with both answers. ``told`` is by question id."""
    for each in retest.questions:
        if each.then and each.now:
            said = _("\u201c{question}\u201d \u201c{then}\u201d then, \u201c{now}\u201d now.")
        else:
            said = _("\u201c{question}\u201d Then: {then}.")
        yield said.format(question=each.wording, then=each.then or told.get(each.item_id, ""), now=each.now)


def told_then(result: GroupResult) -> dict[str, str]:
    """By question id what the result tells of it: "leaders 61, staff about 50"."""
    return {each.item.id: in_views(each.views) for theme in result.themes for each in theme.items}


def again_pairs(retests: Sequence[Retest], promise: Promise) -> tuple[tuple[str, str], ...]:
    """After what was promised, where its questions were asked again: the newest alone."""
    said = next((words for each in retests if each.number == promise.number and (words := outcome(each))), ())
    return ((again_label(), " ".join(said)),) if said else ()


def about_again() -> str:
    """What such an answer can say, and what it cannot."""
    return _(
        "So few questions waver: only a large difference is no chance. The ends are coarse, so that nobody's answers "
        "can be read off them."
    )
