"""How well a fact is shown: a button that says it in a word, with a menu of four and of nothing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from trustcheck.app.presenting.shown import grade_in_short, grade_words
from trustcheck.domain.questionnaire.answers import EvidenceGrade
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look, wear
from trustcheck.words import gettext as _


class GradeButton(Button):
    """Signals: ``chosen`` when a person says how well it is shown, or takes that back."""

    chosen = Signal()

    def __init__(self, look: Look, about: str) -> None:
        super().__init__(look, "", "quiet", trailing="chevron-down", height=40)
        self.grade: EvidenceGrade | None = None
        self.setAccessibleDescription(about)
        self.grades = QMenu(self)
        self.actions_by_grade = self._listed()
        self.clicked.connect(self._open)
        self.show_grade(None)

    def show_grade(self, grade: EvidenceGrade | None) -> None:
        self.grade = grade
        for each, action in self.actions_by_grade.items():
            action.setChecked(each is grade)
        self.say(grade_in_short(grade) if grade is not None else _("How sure?"))
        said = grade_words(grade) if grade is not None else _("not said")
        self.setAccessibleName(_("How well it is shown: {grade}").format(grade=said))

    def _listed(self) -> dict[EvidenceGrade | None, QAction]:
        group = QActionGroup(self.grades)
        found: dict[EvidenceGrade | None, QAction] = {}
        for grade in (*EvidenceGrade, None):
            words = grade_words(grade) if grade is not None else _("Say nothing about it")
            action = self.grades.addAction(words)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._choose, grade))
            found[grade] = action
        return found

    def _choose(self, grade: EvidenceGrade | None, *_checked: bool) -> None:
        if grade is not self.grade:
            self.show_grade(grade)
            self.chosen.emit()

    def _open(self) -> None:
        wear(self.grades, self._look, "row")
        self.grades.popup(self.mapToGlobal(self.rect().bottomLeft()))
