"""One questionnaire in the list: what it is, what is wrong with it, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.questionnaires.how_much import how_much
from trustcheck.app.questionnaires.library import is_draft
from trustcheck.app.questionnaires.shelf import Shelved
from trustcheck.ui.kit.buttons import Button, ButtonRow, Fold
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.questionnaires.questionnaire_words import (
    still_missing,
    titled,
    to_mend,
    what_is_in_it,
    which_one,
)
from trustcheck.words import gettext as _

_AT_ONCE = 5
"""So many lines are read at a glance; more are unfolded."""


class LinesFolded(QWidget):
    """A list of sentences, beyond a handful behind a button."""

    def __init__(self, look: Look, lines: tuple[str, ...], more: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for words in lines[:_AT_ONCE]:
            column.addWidget(self._line(look, words))
        if len(lines) > _AT_ONCE:
            rest = QWidget()
            below = QVBoxLayout(rest)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(look.px(4))
            for words in lines[_AT_ONCE:]:
                below.addWidget(self._line(look, words))
            column.addWidget(Fold(look, more, rest))
            column.addWidget(rest)

    def _line(self, look: Look, words: str) -> Text:
        line = Text(look, words, "small", "ink2")
        line.can_be_copied()
        return line


class QuestionnaireCard(Card):
    """Signals: ``read_asked``, ``change_asked``, ``translate_asked``, ``remove_asked`` once it was confirmed."""

    read_asked = Signal()
    change_asked = Signal()
    translate_asked = Signal()
    remove_asked = Signal()

    def __init__(self, look: Look, shelved: Shelved) -> None:
        super().__init__(look, padding=(20, 16), gap=8)
        self.shelved, title = shelved, titled(shelved)
        self.setAccessibleName(title)
        self.column.addWidget(Text(look, title, "section"))
        self.column.addWidget(Text(look, which_one(shelved), "small", "ink2"))
        self._say_what_it_is(look)
        self.read = Button(look, _("Read it"), "outline", height=40)
        self.read.setAccessibleName(_("Read {title}").format(title=title))
        self.read.clicked.connect(self.read_asked)
        self.change = Button(look, _("Change it"), "outline", height=40)
        self.change.setAccessibleName(_("Change {title}").format(title=title))
        self.change.clicked.connect(self.change_asked)
        self.translate = Button(look, _("Translate it"), "outline", height=40)
        self.translate.setAccessibleName(_("Translate {title}").format(title=title))
        self.translate.clicked.connect(self.translate_asked)
        self.remove = Button(look, _("Remove\u2026"), "quiet", height=40)
        self.remove.setAccessibleName(_("Remove {title}\u2026").format(title=title))
        self.remove.clicked.connect(lambda: self._ask(asking=True))
        self.buttons = ButtonRow(look, self.read, self.change, self.translate, self.remove)
        self.column.addWidget(self.buttons)
        # Not before they have their place: shown alone, they would be windows of their own.
        self.read.setVisible(shelved.asked is not None)
        self.change.setVisible(shelved.is_own)
        # What is still written is not translated: its sentences change.
        self.translate.setVisible(shelved.is_own and shelved.asked is not None and not is_draft(shelved.asked))
        self.remove.setVisible(shelved.is_own)
        self._sure = self._confirmation(look, title)
        self.column.addWidget(self._sure)
        self._sure.hide()

    def _say_what_it_is(self, look: Look) -> None:
        shelved = self.shelved
        if shelved.asked is None:
            self.column.addWidget(Text(look, to_mend(shelved), "body", "danger"))
            self.column.addWidget(LinesFolded(look, shelved.mistakes, _("All mistakes")))
            return
        self.column.addWidget(Text(look, how_much(len(shelved.asked.items)), "body"))
        self.column.addWidget(Text(look, what_is_in_it(shelved.asked), "small", "ink2"))
        for each in shelved.translations:
            if not each.is_whole:
                self.column.addWidget(Text(look, still_missing(each), "body", "warn"))
                self.column.addWidget(LinesFolded(look, each.mistakes or each.missing, _("All that is missing")))

    def _confirmation(self, look: Look, title: str) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        words = _("Remove {title} from this computer? Checks that used it keep their own copy.").format(title=title)
        column.addWidget(Text(look, words, "strong"))
        self.keep = Button(look, _("Keep it"), height=40)
        self.keep.clicked.connect(lambda: self._ask(asking=False))
        self.really = Button(look, _("Remove it"), "danger", height=40)
        self.really.clicked.connect(self.remove_asked)
        for button in (self.keep, self.really):
            button.setAccessibleDescription(words)
        column.addWidget(ButtonRow(look, self.keep, self.really))
        return held

    def _ask(self, *, asking: bool) -> None:
        self.buttons.setVisible(not asking)
        self._sure.setVisible(asking)
        (self.keep if asking else self.remove).setFocus()
