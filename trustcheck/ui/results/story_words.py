"""The sentence a group's result opens with: why it was chosen, and a pencil to say it in one's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.results.group import GroupResult
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.fold import Fold
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.ui.results.room_question import rests_on
from trustcheck.words import gettext as _

MOST_WORDS = 240
"""Characters of the sentence in one's own words: two lines at the top of a page."""


class StoryWords(QWidget):
    """Signals: ``own_words_changed`` with the new sentence, empty to go back to the rule's."""

    own_words_changed = Signal(str)

    def __init__(self, look: Look, result: GroupResult) -> None:
        super().__init__()
        self._look, self._result = look, result
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self.sentence = Text(look, "", "title")
        self._column.addWidget(self.sentence)
        self._own = Text(look, _("In our own words"), "caption", "accent")
        self._column.addWidget(self._own)
        self.box = TextBox(look, _("The sentence in our own words"), limit=MOST_WORDS)
        self.box.done.connect(self._keep)
        self.box.left.connect(self._leave)
        self._editing = self._editor()
        self._column.addWidget(self._editing)
        self._below = self._buttons()
        self.show_sentence(result)

    def show_sentence(self, result: GroupResult) -> None:
        """Show the sentence as it now is, without an editor."""
        self._result = result
        self.sentence.setText(result.sentence)
        self._rule.setText(_("The rule\u2019s sentence: {sentence}").format(sentence=result.story.sentence))
        for only_with_own_words in (self._own, self._rule, self._back):
            only_with_own_words.setVisible(bool(result.own_words))
        self._show_editing(is_open=False)

    def _buttons(self) -> QWidget:
        why = QWidget()
        lines = QVBoxLayout(why)
        lines.setContentsMargins(0, 0, 0, self._look.px(6))
        lines.setSpacing(self._look.px(4))
        self._rule = Text(self._look, "", "small", "ink2")
        lines.addWidget(self._rule)
        for sentence in self._result.story.why:
            lines.addWidget(Text(self._look, sentence, "small", "ink2"))
        rests_on(self._look, self._result.story.rests_on, lines)
        fold = Fold(self._look, _("Why this sentence?"), why)
        fold.stand_flush()
        self.pencil = Button(self._look, _("Say it in our own words"), "quiet", icon="pencil", height=32)
        self.pencil.clicked.connect(lambda: self._show_editing(is_open=True))
        held = QWidget()
        line = FlowLayout(self._look, held, gap=16)
        line.addWidget(fold)
        line.addWidget(self.pencil)
        self._column.addWidget(held)
        self._column.addWidget(why)
        return held

    def _editor(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, self._look.px(4), 0, self._look.px(4))
        column.setSpacing(self._look.px(8))
        column.addWidget(self.box)
        line_held = QWidget()
        line = FlowLayout(self._look, line_held, gap=10)
        keep = Button(self._look, _("Keep these words"), "outline", height=40)
        keep.clicked.connect(self._keep)
        line.addWidget(keep)
        self._back = Button(self._look, _("Back to the rule\u2019s sentence"), "quiet", height=40)
        self._back.clicked.connect(lambda: self.own_words_changed.emit(""))
        line.addWidget(self._back)
        leave = Button(self._look, _("Leave it as it was"), "quiet", height=40)
        leave.clicked.connect(self._leave)
        line.addWidget(leave)
        column.addWidget(line_held)
        return held

    def _show_editing(self, *, is_open: bool) -> None:
        self._editing.setVisible(is_open)
        self._below.setVisible(not is_open)
        if is_open:
            self.box.show_words(self._result.sentence)
            self.box.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.box.box.selectAll()

    def _keep(self) -> None:
        words = " ".join(self.box.words.split())
        changed = "" if words == self._result.story.sentence else words
        if changed == self._result.own_words:
            self._leave()
        else:
            self.own_words_changed.emit(changed)

    def _leave(self) -> None:
        self._show_editing(is_open=False)
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)
