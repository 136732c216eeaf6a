"""What one person may say about an answer, beside it: that it is to be talked about,
whether they would say it aloud, and what shows it. None of it enters a score."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.aloud import aloud_question, aloud_words
from trustcheck.app.presenting.shown import grade_words
from trustcheck.domain.checks.marks import UNMARKED, Aloud, AnswerMark
from trustcheck.domain.questionnaire.answers import EvidenceGrade
from trustcheck.ui.answering.say_button import SayButton
from trustcheck.ui.kit.buttons import Button, KeyButton
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.words import gettext as _


def flag_words(*, flagged: bool) -> str:
    """What a button says that flags a question, or takes the flag off."""
    return _("To be talked about") if flagged else _("Talk about this")


class FlagButton(Button):
    """A flag alone, where a list has little room; ``about`` is what it stands beside.

    Signals: ``turned`` with whether a person wants to talk about it.
    """

    turned = Signal(bool)

    def __init__(self, look: Look, about: str) -> None:
        super().__init__(look, "", "quiet", icon="flag", height=36)
        self.flagged = False
        self.setAccessibleDescription(about)
        self.clicked.connect(self._turn)
        self.show_flag(flagged=False)

    def show_flag(self, *, flagged: bool) -> None:
        self.flagged = flagged
        self.become("outline" if flagged else "quiet")
        self.use_ink("accent" if flagged else "ink3")
        self.setAccessibleName(flag_words(flagged=flagged))
        self.setToolTip(self.accessibleName())

    def _turn(self) -> None:
        self.show_flag(flagged=not self.flagged)
        self.turned.emit(self.flagged)


class MarkRow(QWidget):
    """Signals: ``changed`` with the :class:`AnswerMark` a person made of it."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.mark = UNMARKED
        self.flag = KeyButton(look, "", "T", icon="flag")
        self.flag.clicked.connect(self.turn_flag)
        alouds = [(each, aloud_words(each)) for each in Aloud]
        grades = [(each, grade_words(each)) for each in EvidenceGrade]
        self.aloud: SayButton[Aloud] = SayButton(look, aloud_question(), alouds)
        self.grade: SayButton[EvidenceGrade] = SayButton(look, _("What shows it?"), grades)
        self.aloud.chosen.connect(lambda: self._change(replace(self.mark, aloud=self.aloud.said)))
        self.grade.chosen.connect(lambda: self._change(replace(self.mark, grade=self.grade.said)))
        line = FlowLayout(look, self, gap=4)
        for each in self.buttons:
            line.addWidget(each)
        self.show_mark(UNMARKED)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (self.flag, self.aloud, self.grade)

    def show_mark(self, mark: AnswerMark) -> None:
        self.mark = mark
        self.aloud.show_said(mark.aloud)
        self.grade.show_said(mark.grade)
        self.flag.use_ink("accent" if mark.flagged else "ink2")
        self.flag.say(flag_words(flagged=mark.flagged))

    def show_keys(self, *, shown: bool) -> None:
        self.flag.show_key(shown=shown)

    def turn_flag(self) -> None:
        self._change(replace(self.mark, flagged=not self.mark.flagged))

    def _change(self, mark: AnswerMark) -> None:
        self.show_mark(mark)
        self.changed.emit(mark)
