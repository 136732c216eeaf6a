"""Whose check or page is on the screen."""

from trustcheck.ui.check_flow import CheckFlow
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.places import Place


def organisation_at_hand(flow: CheckFlow, window: MainWindow) -> int | None:
    """The id of the organisation whose page or check the person is at; ``None`` where it is none, or all of them."""
    if (group := flow.group_at_work) is not None and group.at is not None:
        return group.at.organisation.id
    if window.place is Place.ORGANISATION:
        return flow.group.organisations.organisation_id
    if flow.reading is not None and window.place is not Place.HOME:
        return flow.reading.result.round.summary.organisation.id
    return None
