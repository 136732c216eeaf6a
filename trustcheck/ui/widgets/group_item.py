"""One question of a theme with each view's value: the words, and numbers that can be asked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.group_result import GroupResult, ItemView, Shown
from trustcheck.app.presenting.explanations import Figure, Key
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_items import item_caption, item_words, points_words, turned_note
from trustcheck.app.presenting.group_seen import is_seen
from trustcheck.domain.view_names import people_first
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.figure_button import FigureButton
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.note_list import NoteList
from trustcheck.ui.widgets.text import Text


class GroupItem(QWidget):
    """``figures`` are its numbers with their keys: the page answers for them."""

    def __init__(self, look: Look, result: GroupResult, shown: ItemView, notes: tuple[str, ...]) -> None:
        super().__init__()
        self._look, self._result, self._shown = look, result, shown
        self.figures: list[tuple[FigureButton, Key]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, look.px(6))
        column.setSpacing(look.px(4))
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(2))
        lines.addWidget(Text(look, shown.wording, "row"))
        if note := turned_note(shown.item):
            lines.addWidget(Text(look, note, "caption", "ink2"))
        lines.addStretch(1)
        side = Columns(look, words, self._numbers(), narrow=520, gap=16)
        side.box.setStretch(0, 1)
        side.box.setStretch(1, 1)
        column.addWidget(side)
        if notes:
            column.addWidget(NoteList(look, notes, shown.wording))

    def _numbers(self) -> QWidget:
        held = QWidget()
        line = Flow(self._look, held, gap=0)
        scale = self._result.questionnaire.scale
        for perspective in self._result.perspectives:
            value = self._shown.views[perspective]
            if isinstance(value, Shown):
                caption = item_caption(self._shown.item, perspective, value, scale)
                name = item_words(self._shown, perspective, value, scale)
                said = points_words(value)
                button = FigureButton(self._look, said, caption, name, perspective=perspective, beside=True)
                self.figures.append((button, Key(Figure.MEAN, self._shown.item.id, perspective)))
                line.addWidget(button)
            elif is_seen(self._result, perspective):
                why = f"{people_first(perspective)}. {not_shown(value)}."
                line.addWidget(Text(self._look, why, "caption", "ink2"))
        return held
