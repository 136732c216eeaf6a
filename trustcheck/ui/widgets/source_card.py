"""One way in which sheets come in: what happens, and what to press."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trustcheck.app.sources import Source
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text


class SourceCard(Card):
    """``planned``: the way the set-up names, whose first button is the page's own. Signals: ``asked`` with a
    :class:`~trustcheck.app.sources.SourceAct`.
    """

    asked = Signal(str)

    def __init__(self, look: Look, source: Source, *, planned: bool) -> None:
        super().__init__(look, padding=(22, 18), gap=8)
        self.setAccessibleName(source.name)
        self.is_planned, self.buttons = planned, list[Button]()
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(Icon(look, source.icon, "accent" if planned else "ink2", 24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(look, source.name, "strong"), 1)
        self.column.addLayout(head)
        self.column.addWidget(Text(look, source.detail, "small", "ink2"))
        self.column.addStretch(1)
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = Flow(look, held, gap=10)
        for at, each in enumerate(source.buttons):
            button = Button(look, each.words, "primary" if planned and at == 0 else "outline", height=40)
            button.clicked.connect(lambda _on=False, act=each.act: self.asked.emit(act))
            line.addWidget(button)
            self.buttons.append(button)
        self.column.addWidget(held)
