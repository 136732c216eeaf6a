"""What a row says of a closed check: its line with two marks, whose numbers they are, and how far apart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.two_dots import two_dots
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.chart_view import ChartView
from trustcheck.ui.widgets.text import Text

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
