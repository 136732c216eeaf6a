"""One organisation in the list: who, when last, the two dots, what is next, and one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.organisations import Need, initials
from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.two_dots import two_dots
from trustcheck.ui.kit.buttons import Button, NameLink
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Pill
from trustcheck.ui.kit.pressable import OpeningRow
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.badge import Badge
from trustcheck.ui.organisations.organisations_view import OrganisationLine, button_words, last_words
from trustcheck.words import gettext as _

# What a row says of a closed check: its line with two marks, whose numbers they are, and how far apart.


_LINE = 216


class ReadingLine(QWidget):
    """Nothing until it is told something."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.chart = ChartView(look, two_dots((), _LINE))
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # The row below is what is pressed.
        self.chart.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = Text(look, "", "small", "ink")
        self.about = Text(look, "", "caption", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for part in (self.chart, self.words, self.about):
            column.addWidget(part)
            part.hide()
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_reading(self, reading: CheckReading | None) -> None:
        self.chart.setVisible(reading is not None and bool(reading.marks))
        self.words.setVisible(reading is not None)
        self.about.setVisible(reading is not None and bool(reading.about))
        if reading is None:
            return
        self.chart.show_scene(two_dots(reading.marks, _LINE, reading.sentence))
        self.words.setText(reading.words)
        self.about.setText(reading.about)


_PLATES = {Need.DUE: ("warn", "warn_soft"), Need.UNDER_WAY: ("accent", "accent_soft"), Need.NOTHING: ("ink2", "sunk")}


class OrganisationRow(OpeningRow):
    """Signals: ``opened`` for the organisation's page, ``asked`` for what its one button says.

    ``was_seen`` is the page's mark on a row that came into view and was told about.
    """

    asked = Signal()

    def __init__(self, look: Look, line: OrganisationLine) -> None:
        super().__init__(look)
        self.line = line
        self.was_seen = False
        self.badge = Badge(look, initials(line.name))
        self.reading = ReadingLine(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._parts = Columns(look, self._who(), self.reading, self._what_next(), narrow=700, gap=20)
        for at, share in enumerate((5, 4, 4)):
            self._parts.box.setStretch(at, share)
        column.addWidget(self._parts)
        self.open_by_press(can_be=True)

    def show_reading(self, reading: CheckReading | None) -> None:
        """What the last closed check showed, once that is worked out."""
        self.reading.show_reading(reading)
        self._fit()

    def show_picture(self, picture: QImage) -> None:
        self.badge.show_picture(picture)

    def _fit(self) -> None:
        """A line that says nothing keeps the columns straight; where there are no columns it would only take room."""
        self.reading.setVisible(bool(self.reading.words.text()) or not self._parts.is_stacked)

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
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(Text(self._look, last_words(self.line.summary), "caption", "ink2"))
        words.addStretch(1)
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
