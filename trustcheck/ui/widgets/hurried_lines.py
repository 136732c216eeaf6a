"""What would read otherwise without the hurried sheets: a sentence for each view, and a line for each value."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.group_result import WithoutHurried
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.text import Text


class HurriedLines(QWidget):
    def __init__(self, look: Look, told: Sequence[WithoutHurried]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), 0, 0, 0)
        column.setSpacing(look.px(4))
        for each in told:
            column.addWidget(Text(look, each.sentence, "small"))
            for line in each.moved:
                column.addWidget(Text(look, line, "small", "ink2"))
