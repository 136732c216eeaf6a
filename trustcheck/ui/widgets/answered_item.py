"""One question of a theme with its answer: the words, the place on the scale, the note, and a way to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.presenting.personal import turned
from trustcheck.app.results import ItemResult
from trustcheck.charts.answers import answer_strip
from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class AnsweredItem(QWidget):
    """Signals: ``change_asked`` with the item's id."""

    change_asked = Signal(str)

    def __init__(self, look: Look, shown: ItemResult, scale: tuple[str, ...]) -> None:
        super().__init__()
        self._look, self._shown, self._scale = look, shown, scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, look.px(4))
        column.setSpacing(look.px(2))
        column.addWidget(Text(look, shown.wording, "row"))
        self._meaning = Text(look, shown.item.meaning, "caption", "ink2")
        below = Columns(look, FittedChart(look, self._strip), self._buttons(), narrow=600, gap=16)
        below.box.setStretch(0, 2)
        below.box.setStretch(1, 3)
        column.addWidget(below)
        column.addWidget(self._meaning)
        self._meaning.setVisible(False)
        if said := turned(shown, scale):
            column.addWidget(Text(look, said, "caption", "ink2"))
        if shown.note:
            column.addWidget(self._note())

    def _strip(self, width: float) -> Scene:
        point = self._shown.answer.point if self._shown.answer else None
        return answer_strip(self._scale, point, self._shown.words, width, size=16.0)

    def _note(self) -> Card:
        note = Card(self._look, fill="sunk", edge="", padding=(14, 10))
        row = QHBoxLayout()
        row.setSpacing(self._look.px(10))
        icon = Icon(self._look, "notebook-pen", "ink3", 18)
        words = Text(self._look, self._shown.note, "small", "ink").can_be_copied()
        words.setAccessibleName(_("Your note: {note}").format(note=self._shown.note))
        row.addWidget(icon)
        row.addWidget(words, 1)
        note.column.addLayout(row)
        return note

    def _buttons(self) -> QWidget:
        held = QWidget()
        line = Flow(self._look, held, gap=16)
        change = Button(self._look, _("Change this answer"), "quiet", height=32)
        change.setAccessibleDescription(self._shown.wording)
        change.stand_flush()
        change.clicked.connect(self._ask)
        if self._shown.item.meaning:
            fold = Fold(self._look, _("What does this mean?"), self._meaning)
            fold.stand_flush()
            line.addWidget(fold)
        line.addWidget(change)
        return held

    def _ask(self) -> None:
        self.change_asked.emit(self._shown.item.id)
