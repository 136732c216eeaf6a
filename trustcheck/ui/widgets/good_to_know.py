"""What somebody should know before the first question: who sees it, where it lies, what it may not be used for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.refused_uses import in_a_list
from trustcheck.domain.questionnaire import Perspective, Questionnaire
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.definition_lines import DefinitionLines
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class GoodToKnow(Card):
    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(24, 20), gap=12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._lines, self._words = QVBoxLayout(), tuple[str, ...]()
        self.definitions = DefinitionLines(look)
        self.column.addWidget(Text(look, _("Good to know"), "section"))
        self.column.addLayout(self._lines)
        self.column.addWidget(Text(look, _("Words that mean the same to everybody"), "small_strong", "ink2"))
        self.column.addWidget(self.definitions)
        self.column.addStretch(1)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said here, line by line."""
        return (*self._words, *self.definitions.words)

    def show_lines(
        self, questionnaire: Questionnaire, perspective: Perspective, *, goes_on_by_itself: bool, is_protected: bool
    ) -> None:
        lines = _lines(questionnaire, goes_on_by_itself=goes_on_by_itself, is_protected=is_protected)
        self._words = tuple(words for _icon, words in lines)
        while (entry := self._lines.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines.setSpacing(self._look.px(12))
        for icon, words in lines:
            self._lines.addWidget(self._line(icon, words))
        self.definitions.show_definitions(questionnaire.definitions_for(perspective))

    def _line(self, icon: str, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(12))
        row.addWidget(Icon(self._look, icon, "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._look, words, "small"), 1)
        return holder


def _lines(questionnaire: Questionnaire, *, goes_on_by_itself: bool, is_protected: bool) -> Sequence[tuple[str, str]]:
    by_itself = _("After a click or a digit the next question comes by itself. Settings turn that off.")
    before = questionnaire.before or (
        _("I don\u2019t know is an answer too. It is counted, and never scored."),
        _("The answers are for thinking and talking, not for {uses}.").format(uses=in_a_list()),
    )
    return (
        ("list-checks", _("One question at a time. Skip, go back, change your mind: nothing is final.")),
        *([("arrow-right", by_itself)] if goes_on_by_itself else []),
        *(("check", words) for words in before),
        ("eye", _("Who sees it: you. Nobody else, unless you show it.")),
        ("lock", _kept(is_protected=is_protected)),
    )


def _kept(*, is_protected: bool) -> str:
    if is_protected:
        return _("It stays in one file on this computer, encrypted: whoever has your passphrase can read it.")
    return _("It stays in one file on this computer. It is not encrypted: whoever can open your files can read it.")
