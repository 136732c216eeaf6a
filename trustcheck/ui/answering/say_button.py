"""A button that says in a word what somebody said, with a menu of what can be said, and of nothing."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look, wear
from trustcheck.words import gettext as _

Said = TypeVar("Said")


class SayButton(Button, Generic[Said]):
    """``question`` stands on it until something is said. Signals: ``chosen`` when a person says something else."""

    chosen = Signal()

    def __init__(self, look: Look, question: str, can_be_said: Sequence[tuple[Said, str]]) -> None:
        super().__init__(look, question, "quiet", trailing="chevron-down", height=40)
        self.said: Said | None = None
        self._question, self._words = question, dict(can_be_said)
        self.listed = QMenu(self)
        self.actions_by_word: dict[Said | None, QAction] = {}
        group = QActionGroup(self.listed)
        for each, words in (*can_be_said, (None, _("Say nothing about it"))):
            action = self.listed.addAction(words)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._choose, each))
            self.actions_by_word[each] = action
        self.clicked.connect(self._open)
        self.show_said(None)

    def show_said(self, said: Said | None) -> None:
        self.said = said
        for each, action in self.actions_by_word.items():
            action.setChecked(each is said)
        answer = self._words[said] if said is not None else ""
        self.say(f"{self._question} {answer}" if answer else self._question)
        self.use_ink("accent" if answer else "ink2")
        self.setAccessibleName(self.text() if answer else _("{question} Not said").format(question=self._question))

    def _choose(self, said: Said | None, *_checked: bool) -> None:
        if said is not self.said:
            self.show_said(said)
            self.chosen.emit()

    def _open(self) -> None:
        wear(self.listed, self._look, "row")
        self.listed.popup(self.mapToGlobal(self.rect().bottomLeft()))
