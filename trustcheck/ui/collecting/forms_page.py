"""Making forms: to print and fill in by hand, or a file for each person to fill in and send back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.ports import Paper
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.collecting.form_words import MOST_FILES, MOST_PAPER, FormsView, FormsWanted, of_files, of_paper
from trustcheck.ui.kit.buttons import Button, ButtonRow, FolderButton
from trustcheck.ui.kit.fields import NumberField
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

# What forms to make: to print or to send, for whom, how many, on which paper, and how large.


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
        line = FlowLayout(self._look, held, gap=32)
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


class FormsPage(Page):
    """Signals: ``make_asked`` with :class:`FormsWanted`, ``cancel_asked``, ``left`` to go back to collecting."""

    make_asked = Signal(object)
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=880)
        self.name = _("Print or make forms")
        self.where = Text(look, "", "small_strong", "ink2")
        self.column.addWidget(self.where)
        self.title(self.name)
        self.choices = FormChoices(look)
        self.making = MakingLine(look, _("Making the forms"), _("Make them again"))
        self.make_button = Button(look, _("Make the forms\u2026"), "primary", icon="printer")
        self.said = Text(look, "", "body")
        self.said.can_be_copied()
        self.folder = FolderButton(look)
        for part in (self.choices, self._buttons(), self.making, self.said, self.folder):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()
        for part in (self.said, self.making):
            part.hide()

    def first_focus(self) -> QWidget:
        return self.choices.asked[0].line

    def show_forms(self, view: FormsView) -> None:
        """Forms for everybody who is invited, to begin with."""
        self.where.setText(view.organisation)
        self.choices.show_forms(view)

    def show_making(self, done: int, of: int) -> None:
        self.said.hide()
        self.folder.hide()
        self.make_button.setEnabled(False)
        self.making.show()
        self.making.show_step(done, of)

    def show_made(self, words: str, path: str) -> None:
        """The forms are on the disk: at ``path``, a file or a folder."""
        self._stand_still()
        self._say(words, "ok")
        self.folder.lead_to(path)
        announce(self, words)

    def show_refused(self, words: str) -> None:
        self._stand_still()
        self._say(words, "danger")
        announce(self, words, assertive=True)

    def _buttons(self) -> QWidget:
        back = Button(self.look, _("Back to collecting"), "quiet")
        back.clicked.connect(self.left)
        return ButtonRow(self.look, self.make_button, back)

    def _connect(self) -> None:
        self.choices.kind_changed.connect(self._name_deed)
        self.choices.entered.connect(self._make)
        self.make_button.clicked.connect(self._make)
        self.making.cancelled.connect(self._cancel)
        self.making.again.connect(self._make)

    def _name_deed(self, to_send: bool) -> None:
        self.make_button.say(_("Make the files\u2026") if to_send else _("Make the forms\u2026"))

    def _make(self) -> None:
        wanted = self.choices.wanted
        if wanted is not None and self.make_button.isEnabled():
            self.make_asked.emit(wanted)

    def _cancel(self) -> None:
        self.make_button.setEnabled(True)
        self.making.show_stopped(_("Stopped. Nothing was saved."))
        self.cancel_asked.emit()

    def _stand_still(self) -> None:
        self.make_button.setEnabled(True)
        self.making.hide()

    def _say(self, words: str, ink: str) -> None:
        self.said.setText(words)
        self.said.use_ink(ink)
        self.said.show()
