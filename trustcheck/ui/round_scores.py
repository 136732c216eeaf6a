"""The two pillars of a closed check, for the rows that show them; worked out behind the window."""

from trustcheck.app.ports import Store
from trustcheck.charts.two_dots import PillarDot
from trustcheck.domain.round import RoundKind, RoundState, RoundSummary


def dots_of(store: Store, summary: RoundSummary | None) -> tuple[PillarDot, ...]:
    """Every pillar with its score, or nothing where one of them cannot be shown. Safe on any thread.

    Of a group's check they are the headline's: staff's view where staff was asked.
    """
    if summary is None or summary.state is not RoundState.CLOSED:
        return ()
    if summary.kind is RoundKind.GROUP:
        return _of_group(store, summary.id)
    from trustcheck.app.results import result_of

    result = result_of(store.round(summary.id))
    dots = tuple(PillarDot(each.pillar.address, each.score) for each in result.pillars if each.score is not None)
    return dots if len(dots) == len(result.pillars) else ()


def _of_group(store: Store, round_id: int) -> tuple[PillarDot, ...]:
    from trustcheck.app.group_result import Shown, group_result_of

    result = group_result_of(store.group_round(round_id))
    if result.headline is None:
        return ()
    views = [(each.pillar.address, each.views[result.headline]) for each in result.pillars]
    dots = tuple(PillarDot(name, view.mean) for name, view in views if isinstance(view, Shown))
    return dots if len(dots) == len(views) else ()
