"""Returned files by name, each with what it holds or why it is not taken."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.form_making import ReturnedFile
from trustcheck.ui.form_words import verdict
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text


class ReturnedRow(QWidget):
    def __init__(self, look: Look, file: ReturnedFile, *, apart: bool) -> None:
        super().__init__()
        taken = file.is_taken(apart=apart)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(6), 0, look.px(6))
        row.setSpacing(look.px(14))
        row.addWidget(Icon(look, "circle-check" if taken else "circle-help", "ok" if taken else "warn", 22))
        words = QVBoxLayout()
        words.setSpacing(look.px(1))
        words.addWidget(Text(look, file.name, "row_strong"))
        words.addWidget(Text(look, verdict(file, apart=apart), "small", "ink2"))
        for remark in file.remarks if taken else ():
            words.addWidget(Text(look, remark, "small", "warn"))
        row.addLayout(words, 1)


class ReturnedList(Card):
    """A card with a row for each file."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(20, 10), gap=0)

    def show_files(self, files: tuple[ReturnedFile, ...], *, apart: bool) -> None:
        while (old := self.column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, file in enumerate(files):
            if at:
                self.column.addWidget(Rule(self._look))
            self.column.addWidget(ReturnedRow(self._look, file, apart=apart))
