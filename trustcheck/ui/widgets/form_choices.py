"""What forms to make: to print or to send, for whom, how many, on which paper, and how large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.ports import Paper
from trustcheck.domain.questionnaire import Perspective
from trustcheck.ui.form_words import MOST_FILES, MOST_PAPER, FormsView, FormsWanted, of_files, of_paper
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.number_field import NumberField
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.switch import Switch
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_PAPERS = (Paper.A4, Paper.LETTER)
_PERSPECTIVES = (Perspective.LEADER, Perspective.STAFF)


class FormChoices(Card):
    """Signals: ``kind_changed`` with whether files to send are wanted, ``entered`` on Enter in a number."""

    kind_changed = Signal(bool)
    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(24, 20), gap=16)
        self._view = FormsView("", _PERSPECTIVES, {})
        self.kind = Segmented(look, _("What kind of form?"), [_("To print"), _("PDF to fill in and send back")])
        self.explained = Text(look, "", "body", "ink2")
        self.counts = {
            Perspective.LEADER: NumberField(look, _("How many for leaders?"), digits=3),
            Perspective.STAFF: NumberField(look, _("How many for staff?"), digits=3),
        }
        self.paper = Segmented(look, _("Paper"), [_("A4"), _("Letter")])
        self.large = Switch(look, _("Large print, 18 points"))
        paper = self._labelled(_("Paper"), self.paper)
        for part in (self.kind, self.explained, self._both_counts(), paper, self.large):
            self.column.addWidget(part)
        self.kind.chosen.connect(lambda _at: self._explain())
        for each in self.counts.values():
            each.line.returnPressed.connect(self.entered)
            each.changed.connect(lambda _words: self._complain(""))

    @property
    def is_to_send(self) -> bool:
        return self.kind.choice == 1

    @property
    def asked(self) -> list[NumberField]:
        """The numbers this check asks for: one for each view."""
        return [self.counts[each] for each in self._view.perspectives]

    @property
    def wanted(self) -> FormsWanted | None:
        """What is chosen; ``None`` where the numbers make no sense, which is then said beside them."""
        counts = {each: self.counts[each].number or 0 for each in self._view.perspectives}
        if not 1 <= sum(counts.values()) <= self._most:
            self._complain(self._range())
            self.asked[0].line.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        paper = _PAPERS[self.paper.choice or 0]
        some = {each: count for each, count in counts.items() if count}
        return FormsWanted(self.is_to_send, some, paper, self.large.isChecked())

    def show_forms(self, view: FormsView) -> None:
        """Forms for everybody who is invited, to begin with."""
        self._view = view
        for perspective, field in self.counts.items():
            field.setVisible(perspective in view.perspectives)
            field.show_number(max(view.invited.get(perspective, 0), 1))
        self.kind.show_choice(1 if view.to_send else 0)
        self.paper.show_choice(_PAPERS.index(view.paper))
        self._complain("")
        self._explain()

    @property
    def _most(self) -> int:
        return MOST_FILES if self.is_to_send else MOST_PAPER

    def _range(self) -> str:
        if len(self.asked) == 1:
            return _("A number from 1 to {most}.").format(most=self._most)
        return _("Together a number from 1 to {most}. Leave one empty to make none of them.").format(most=self._most)

    def _complain(self, words: str) -> None:
        for each in self.asked:
            each.complain("")
        self.asked[0].complain(words)

    def _both_counts(self) -> QWidget:
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = Flow(self._look, held, gap=32)
        for each in self.counts.values():
            line.addWidget(each)
        return held

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
