"""What the marks on a group's overview mean: whose they are, and the light bar where one is drawn."""

from PySide6.QtWidgets import QWidget

from trustcheck.app.group_result import GroupResult, Shown
from trustcheck.app.presenting.group_seen import is_seen
from trustcheck.charts.group_profile import mark
from trustcheck.charts.scene import Box
from trustcheck.domain.view_names import people
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.legend import LegendEntry
from trustcheck.words import gettext as _


class GroupLegend(QWidget):
    def __init__(self, look: Look, result: GroupResult) -> None:
        super().__init__()
        line = Flow(look, self, gap=20)
        for perspective in result.perspectives:
            if is_seen(result, perspective):
                line.addWidget(LegendEntry(look, mark(perspective, 8, 10, 6.5), 16, people(perspective)))
        if _has_bands(result):
            interval = _("where the mean may lie, 95 %")
            line.addWidget(LegendEntry(look, Box(0, 5, 26, 10, "band", round=5), 26, interval))


def _has_bands(result: GroupResult) -> bool:
    """Whether any interval is drawn: below five people, and with the short form, there is none."""
    values = [value for theme in result.themes for value in theme.views.values()]
    return any(isinstance(value, Shown) and value.interval is not None for value in values)
