"""Buttons side by side, in several lines where there is little room; as tall as they are, and no taller."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.flow import Flow


class ButtonRow(QWidget):
    def __init__(self, look: Look, *buttons: QWidget, gap: int = 12) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = Flow(look, self, gap=gap)
        for button in buttons:
            line.addWidget(button)
