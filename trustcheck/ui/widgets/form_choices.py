"""What forms to make: to print or to send, for whom, how many, on which paper, and how large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.ports import Paper
from trustcheck.domain.questionnaire import Perspective
from trustcheck.ui.form_words import MOST_FILES, MOST_PAPER, FormsView, FormsWanted, of_files, of_paper
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.number_field import NumberField
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.switch import Switch
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_PAPERS = (Paper.A4, Paper.LETTER)
_PERSPECTIVES = (Perspective.LEADER, Perspective.STAFF)


class FormChoices(Card):
    """Signals: ``kind_changed`` with whether files to send are wanted, ``entered`` on Enter in the number."""

    kind_changed = Signal(bool)
    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 20), gap=16)
        self._view = FormsView("", _PERSPECTIVES, {})
        self.kind = Segmented(look, _("What kind of form?"), [_("To print"), _("PDF to fill in and send back")])
        self.explained = Text(look, "", "body", "ink2")
        self.whose = Segmented(look, _("Whose forms?"), [_("For leaders"), _("For staff")])
        self.count = NumberField(look, _("How many?"), digits=3)
        self.paper = Segmented(look, _("Paper"), [_("A4"), _("Letter")])
        self.large = Switch(look, _("Large print, 18 points"))
        self._whose_row = self._labelled(_("Whose forms?"), self.whose)
        paper = self._labelled(_("Paper"), self.paper)
        for part in (self.kind, self.explained, self._whose_row, self.count, paper, self.large):
            self.column.addWidget(part)
        self.kind.chosen.connect(lambda _at: self._explain())
        self.whose.chosen.connect(lambda _at: self._suggest())
        self.count.line.returnPressed.connect(self.entered)
        self.count.changed.connect(lambda _words: self.count.complain(""))

    @property
    def is_to_send(self) -> bool:
        return self.kind.choice == 1

    @property
    def wanted(self) -> FormsWanted | None:
        """What is chosen; ``None`` where the number makes no sense, which is then said beside it."""
        number = self.count.number
        if number is None or not 1 <= number <= self._most:
            self.count.complain(_("A number from 1 to {most}.").format(most=self._most))
            self.count.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        paper = _PAPERS[self.paper.choice or 0]
        return FormsWanted(self.is_to_send, self._perspective, number, paper, self.large.isChecked())

    def show_forms(self, view: FormsView) -> None:
        """Forms to print, for everybody who is invited, to begin with."""
        self._view = view
        self._whose_row.setVisible(len(view.perspectives) > 1)
        self.whose.show_choice(1)
        self.kind.show_choice(0)
        self.paper.show_choice(_PAPERS.index(view.paper))
        self._suggest()
        self._explain()

    @property
    def _most(self) -> int:
        return MOST_FILES if self.is_to_send else MOST_PAPER

    @property
    def _perspective(self) -> Perspective:
        only = self._view.perspectives[0]
        return _PERSPECTIVES[self.whose.choice or 0] if len(self._view.perspectives) > 1 else only

    def _suggest(self) -> None:
        invited = self._view.invited.get(self._perspective, 0)
        self.count.show_number(min(max(invited, 1), self._most))
        self.count.complain("")

    def _explain(self) -> None:
        self.explained.setText(of_files() if self.is_to_send else of_paper())
        self.kind_changed.emit(self.is_to_send)

    def _labelled(self, words: str, part: QWidget) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        column.addWidget(Text(self._look, words, "small_strong"))
        column.addWidget(part)
        return held
