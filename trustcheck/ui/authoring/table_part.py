"""Questions from a table: a template to save, a file to look at, and what would come in or why it cannot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trustcheck.app.authoring.hints import HintWords, question_hints
from trustcheck.app.authoring.item_table import TakenIn
from trustcheck.domain.questionnaire.model import Item, Questionnaire
from trustcheck.ui.authoring.part_view import PartView
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class TablePart(PartView):
    """Signals: ``template_asked`` and ``table_asked`` for the dialogs, ``taken`` to take in what is shown."""

    template_asked = Signal()
    table_asked = Signal()
    taken = Signal()

    def __init__(self, look: Look, asked: Questionnaire, words: HintWords) -> None:
        super().__init__(look, asked, words)
        self.column.addWidget(Text(look, _("Questions from a table"), "title"))
        self.about(
            _(
                "One question to a row: its theme, its words, whether it is asked the other way round, and an example. "
                "A row without a theme is a question of your own, beside them all."
            )
        )
        self.template = Button(look, _("Save an empty table\u2026"), "outline", icon="download", height=40)
        self.template.clicked.connect(self.template_asked)
        self.choose = Button(look, _("Look at a table\u2026"), "primary", height=40)
        self.choose.clicked.connect(self.table_asked)
        self.column.addWidget(ButtonRow(look, self.choose, self.template))
        self._found = QVBoxLayout()
        self._found.setSpacing(look.px(8))
        self.column.addLayout(self._found)
        self.take: Button | None = None

    def show_found(self, name: str, found: TakenIn) -> None:
        """Every question that would come in, or every mistake; nothing has changed yet."""
        while (entry := self._found.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._found.addWidget(Text(self.look, name, "section"))
        if found.mistakes:
            self._list(found.mistakes)
        else:
            self._offer(found.added)

    def _list(self, mistakes: Sequence[str]) -> None:
        self._found.addWidget(Text(self.look, _("Nothing comes in until these are mended:"), "body"))
        for words in mistakes:
            line = Text(self.look, words, "small", "warn")
            line.can_be_copied()
            self._found.addWidget(line)

    def _offer(self, added: Sequence[Item]) -> None:
        card = Card(self.look, padding=(20, 14), gap=8)
        for item in added:
            theme = self.asked.theme_by_id.get(item.theme)
            card.column.addWidget(Text(self.look, theme.name if theme else _("Beside the themes"), "caption", "accent"))
            card.column.addWidget(Text(self.look, item.text, "row"))
            for words in question_hints(self.asked, item.text, self._words):
                said = _("Hint: {words}").format(words=words)
                card.column.addWidget(Text(self.look, said, "caption", "ink2"))
        self._found.addWidget(card)
        number = len(added)
        words = ngettext("Take in {number} question", "Take in {number} questions", number).format(number=number)
        self.take = Button(self.look, words, "primary", height=40)
        self.take.clicked.connect(self.taken)
        self._found.addWidget(ButtonRow(self.look, self.take))
        self.take.setFocus()
