"""One organisation in the list: who, when last, the two dots, what is next, and one thing to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.organisations import Need, initials
from trustcheck.charts.two_dots import PillarDot, two_dots
from trustcheck.ui.look import Look
from trustcheck.ui.organisations_view import OrganisationLine, button_words, last_words
from trustcheck.ui.widgets.badge import Badge
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.chart_view import ChartView
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.name_link import NameLink
from trustcheck.ui.widgets.pill import Pill
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_LINE = 186
_PLATES = {Need.DUE: ("warn", "warn_soft"), Need.UNDER_WAY: ("accent", "accent_soft"), Need.NOTHING: ("ink2", "sunk")}


class OrganisationRow(QWidget):
    """Signals: ``opened`` for the organisation's page, ``asked`` for what its one button says.

    ``was_seen`` is the page's mark on a row that came into view and was told about.
    """

    opened = Signal()
    asked = Signal()

    def __init__(self, look: Look, line: OrganisationLine) -> None:
        super().__init__()
        self._look, self.line = look, line
        self.was_seen = False
        self.badge = Badge(look, initials(line.name))
        self.chart = ChartView(look, two_dots((), _LINE))
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chart.setAccessibleName("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._parts = Columns(look, self._who(), self.chart, self._what_next(), narrow=700, gap=20)
        for at, share in enumerate((5, 0, 4)):
            self._parts.box.setStretch(at, share)
        column.addWidget(self._parts)

    def show_dots(self, dots: Sequence[PillarDot]) -> None:
        """The two pillars of the last closed check, once they are worked out."""
        self.chart.show_scene(two_dots(tuple(dots), _LINE))
        self._fit()

    def show_picture(self, picture: QImage) -> None:
        self.badge.show_picture(picture)

    def _fit(self) -> None:
        """A line without dots keeps the columns straight; where there are no columns it would only take room."""
        self.chart.setVisible(bool(self.chart.accessibleName()) or not self._parts.is_stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _who(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(14))
        words = QVBoxLayout()
        words.setSpacing(self._look.px(2))
        self.name = NameLink(self._look, self.line.name)
        self.name.asked.connect(self.opened)
        words.addWidget(self.name)
        words.addWidget(Text(self._look, last_words(self.line.summary), "caption", "ink2"))
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return held

    def _what_next(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(12))
        coming = self.line.next
        row.addWidget(Pill(self._look, coming.words, *_PLATES[coming.need]))
        row.addStretch(1)
        words = button_words(self.line)
        self.button = Button(self._look, words, height=38)
        self.button.setAccessibleName(_("{words}: {name}").format(words=words, name=self.line.name))
        self.button.setAccessibleDescription(coming.words)
        self.button.clicked.connect(self.asked)
        row.addWidget(self.button)
        return held
