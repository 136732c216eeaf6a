"""Making forms: to print and fill in by hand, or a file for each person to fill in and send back."""

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.ports import Paper
from trustcheck.domain.questionnaire import Perspective
from trustcheck.ui.announce import announce
from trustcheck.ui.form_words import MOST_FILES, MOST_PAPER, FormsView, FormsWanted, whose_forms
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.making_line import MakingLine
from trustcheck.ui.widgets.number_field import NumberField
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.switch import Switch
from trustcheck.ui.widgets.text import Text

_PAPERS = (Paper.A4, Paper.LETTER)


class FormsPage(Page):
    """Signals: ``make_asked`` with :class:`FormsWanted`, ``cancel_asked``, ``left`` to go back to collecting."""

    make_asked = Signal(object)
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=880)
        self.name = _("Print or make forms")
        self._view = FormsView("", (), {})
        self._path = ""
        self.where = Text(look, "", "small_strong", "ink2")
        self.column.addWidget(self.where)
        self.title(self.name)
        self.kind = Segmented(look, _("What kind of form?"), [_("To print"), _("PDF to fill in and send back")])
        self.explained = Text(look, "", "body", "ink2")
        self.whose = Segmented(look, _("Whose forms?"), [])
        self.count = NumberField(look, _("How many?"), digits=3)
        self.paper = Segmented(look, _("Paper"), [_("A4"), _("Letter")])
        self.large = Switch(look, _("Large print, 18 points"))
        self.making = MakingLine(look, _("Making the forms"), _("Make them again"))
        self.make_button = Button(look, _("Make the forms\u2026"), "primary", icon="printer")
        self.said = Text(look, "", "body")
        self.said.can_be_copied()
        self.folder = Button(look, _("Show in folder"), "outline", height=40)
        self._arrange()
        self._connect()
        for part in (self.said, self.folder, self.making):
            part.hide()

    def first_focus(self) -> QWidget:
        return self.count.line

    def show_forms(self, view: FormsView) -> None:
        """As many forms of the first kind as people are invited, to begin with."""
        self._view = view
        self.where.setText(view.organisation)
        self.whose_words.setVisible(len(view.perspectives) > 1)
        self._show_whose()
        self.kind.show_choice(0)
        self.paper.show_choice(_PAPERS.index(view.paper))
        self._choose_whose()
        self._explain()

    def show_making(self, done: int, of: int) -> None:
        self.said.hide()
        self.folder.hide()
        self.make_button.setEnabled(False)
        self.making.show()
        self.making.show_step(done, of)

    def show_made(self, words: str, path: str) -> None:
        """The forms are on the disk: at ``path``, a file or a folder."""
        self._path = path
        self._stand_still()
        self._say(words, "ok")
        self.folder.show()
        announce(self, words)

    def show_refused(self, words: str) -> None:
        self._stand_still()
        self._say(words, "danger")
        announce(self, words, assertive=True)

    @property
    def wanted(self) -> FormsWanted | None:
        """What is chosen; ``None`` where the number makes no sense, which is then said beside it."""
        most = MOST_FILES if self.is_to_send else MOST_PAPER
        number = self.count.number
        if number is None or not 1 <= number <= most:
            self.count.complain(_("A number from 1 to {most}.").format(most=most))
            self.count.line.setFocus()
            return None
        paper = _PAPERS[self.paper.choice or 0]
        return FormsWanted(self.is_to_send, self._perspective(), number, paper, self.large.isChecked())

    @property
    def is_to_send(self) -> bool:
        return self.kind.choice == 1

    def _arrange(self) -> None:
        card = Card(self.look, padding=(24, 20), gap=16)
        self.whose_words = QWidget()
        self._whose_column = QVBoxLayout(self.whose_words)
        self._whose_column.setContentsMargins(0, 0, 0, 0)
        self._whose_column.setSpacing(self.look.px(6))
        self._whose_column.addWidget(Text(self.look, _("Whose forms?"), "small_strong"))
        self._whose_column.addWidget(self.whose)
        paper = QVBoxLayout()
        paper.setSpacing(self.look.px(6))
        paper.addWidget(Text(self.look, _("Paper"), "small_strong"))
        paper.addWidget(self.paper)
        for part in (self.kind, self.explained, self.whose_words, self.count):
            card.column.addWidget(part)
        card.column.addLayout(paper)
        card.column.addWidget(self.large)
        self.column.addWidget(card)
        for below in (self._buttons(), self.making, self.said, self.folder):
            self.column.addWidget(below)
        self.column.addStretch(1)

    def _buttons(self) -> QWidget:
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = Flow(self.look, held, gap=12)
        back = Button(self.look, _("Back to collecting"), "quiet")
        back.clicked.connect(self.left)
        flow.addWidget(self.make_button)
        flow.addWidget(back)
        return held

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _at: self._explain())
        self.make_button.clicked.connect(self._make)
        self.count.line.returnPressed.connect(self._make)
        self.count.changed.connect(lambda _words: self.count.complain(""))
        self.making.cancelled.connect(self._cancel)
        self.making.again.connect(self._make)
        self.folder.clicked.connect(self._show_folder)

    def _show_whose(self) -> None:
        """The choice is made anew for every check: a check of one view has none."""
        self._whose_column.removeWidget(self.whose)
        self.whose.hide()
        self.whose.deleteLater()
        words = [whose_forms(each) for each in self._view.perspectives]
        self.whose = Segmented(self.look, _("Whose forms?"), words)
        self.whose.chosen.connect(lambda _at: self._choose_whose())
        self._whose_column.addWidget(self.whose)
        self.whose.show_choice(len(words) - 1)

    def _choose_whose(self) -> None:
        invited = self._view.invited.get(self._perspective(), 0)
        self.count.show_number(min(max(invited, 1), MOST_FILES if self.is_to_send else MOST_PAPER))
        self.count.complain("")

    def _perspective(self) -> Perspective:
        return self._view.perspectives[self.whose.choice or 0]

    def _explain(self) -> None:
        self.explained.setText(_of_files() if self.is_to_send else _of_paper())
        self.make_button.say(_("Make the files\u2026") if self.is_to_send else _("Make the forms\u2026"))

    def _make(self) -> None:
        wanted = self.wanted
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

    def _show_folder(self) -> None:
        place = Path(self._path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place if place.is_dir() else place.parent)))


def _of_paper() -> str:
    return _(
        "One PDF to print on both sides. Each form has a code of its own and no name; folded along the marks, the"
        " answers are inside. Afterwards you type them in."
    )


def _of_files() -> str:
    return _(
        "A file for each person, each with a code of its own: give every person another one. Whoever sends a file back"
        " by e-mail can be seen as its sender. Afterwards you take the whole folder in at once."
    )
