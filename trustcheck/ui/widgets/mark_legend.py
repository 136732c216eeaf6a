"""What the marks in a list of checks mean: leaders and staff where both are drawn, pillars where one view is."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.two_dots import LineMark, mark_shape
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.legend import LegendEntry


class MarkLegend(QWidget):
    """Each mark once, in the order in which the rows tell of them; hidden while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._known: set[tuple[str, bool]] = set()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._line = Flow(look, self, gap=20)
        self.hide()

    def learn(self, reading: CheckReading | None) -> None:
        """Say what the marks of one more row are, where that is not said yet."""
        marks = reading.marks if reading is not None else ()
        for at, each in enumerate(marks):
            if _kind(each) not in self._known:
                self._known.add(_kind(each))
                self._line.addWidget(LegendEntry(self._look, mark_shape(marks, at, 7, 10, 6), 14, each.name))
        self.setVisible(bool(self._known))

    def forget(self) -> None:
        """Other rows are coming."""
        self._known.clear()
        while (entry := self._line.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.hide()


def _kind(mark: LineMark) -> tuple[str, bool]:
    return mark.name, mark.perspective is None
