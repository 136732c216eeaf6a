"""Forms that came back: choose or drop a folder, see every file by name, and take the sheets in at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.collecting.returned_forms import ReturnedFile, ReturnedFiles
from trustcheck.app.collecting.tables import Decision
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.collecting.form_words import decision_on, found_words, take_words, verdict, waiting_words
from trustcheck.ui.collecting.table_decisions import DecisionRow
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import FlowLayout, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.making_line import MakingLine
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _

# Returned files by name, each with what it holds or why it is not taken.


class ReturnedRow(QWidget):
    """Signals: ``decided`` with the id of a question and the value of the choice."""

    decided = Signal(str, str)

    def __init__(self, look: Look, odd: Sequence[Decision]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(6), 0, look.px(6))
        row.setSpacing(look.px(14))
        self._icon = Icon(look, "circle-help", "warn", 22)
        self._words = [Text(look, "", "row_strong"), Text(look, "", "small", "ink2"), Text(look, "", "small", "warn")]
        self.decisions = {each.id: DecisionRow(look, each) for each in odd}
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(1))
        for part in (*self._words, *self.decisions.values()):
            column.addWidget(part)
        for item_id, each in self.decisions.items():
            each.chosen.connect(lambda value, of=item_id: self.decided.emit(of, value))
        row.addLayout(column, 1)

    def show_file(self, file: ReturnedFile, odd: Sequence[Decision], *, apart: bool) -> None:
        taken = file.is_taken(apart=apart)
        self._icon.show_icon("circle-check" if taken else "circle-help", "ok" if taken else "warn")
        remarks = "\n".join(file.remarks if file.sheet else ())
        for text, words in zip(self._words, (file.name, verdict(file, apart=apart), remarks), strict=True):
            text.setText(words)
            text.setVisible(bool(words))
        for each in odd:
            self.decisions[each.id].show_decision(each)


class ReturnedList(Card):
    """A card with a row for each file, those first that say two things. Signals: ``decided`` with the place of the file
    among all, the id of a question and the value of the choice.
    """

    decided = Signal(int, str, str)

    def __init__(self, look: Look, questionnaire: Questionnaire) -> None:
        super().__init__(look, padding=(20, 10), gap=0)
        self._questionnaire = questionnaire
        self.rows: dict[int, ReturnedRow] = {}

    def begin(self, files: Sequence[ReturnedFile]) -> None:
        """Other files than before."""
        empty(self.column)
        self.rows = {}
        for place in sorted(range(len(files)), key=lambda at: (not files[at].odd, at)):
            if self.rows:
                self.column.addWidget(Rule(self._look))
            row = self.rows[place] = ReturnedRow(self._look, self._decisions(files[place]))
            row.decided.connect(lambda item_id, value, at=place: self.decided.emit(at, item_id, value))
            self.column.addWidget(row)

    def show_files(self, files: Sequence[ReturnedFile], *, apart: bool) -> None:
        """The files it began with, as they are judged now: every row stays where it is, and the focus with it."""
        for place, file in enumerate(files):
            self.rows[place].show_file(file, self._decisions(file), apart=apart)

    def to_decide(self) -> list[QWidget]:
        """The buttons of what waits, from the top."""
        rows = (each for row in self.rows.values() for each in row.decisions.values())
        return [each.button for each in rows if each.waits]

    def _decisions(self, file: ReturnedFile) -> list[Decision]:
        return [decision_on(each, self._questionnaire) for each in file.odd]


class ReturnedFormsPage(Page):
    """Signals: ``choose_asked`` for a folder, ``take_asked`` with whether files that share a code come from different
    people, ``decided`` with the place of a file, the id of a question and the value of the choice, ``cancel_asked``,
    ``left`` to go back to collecting.
    """

    choose_asked = Signal()
    take_asked = Signal(bool)
    decided = Signal(int, str, str)
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, questionnaire: Questionnaire) -> None:
        super().__init__(look, measure=880)
        self.name = _("Take in returned forms")
        self._found = ReturnedFiles(())
        self.where = Text(look, "", "small_strong", "ink2")
        self.column.addWidget(self.where)
        self.title(self.name)
        self.lead = Text(look, _lead(), "lead", "ink2")
        self.said = Text(look, "", "body")
        self.working = MakingLine(look, _("Looking into the files"), _("Look again"))
        self.list = ReturnedList(look, questionnaire)
        self.apart = Switch(look, _("Files that share a code come from different people"))
        self.shared = Text(look, _shared(), "small", "ink2")
        self.choose_button = Button(look, _("Choose a folder\u2026"), "primary", icon="file-text")
        self.other_button = Button(look, _("Choose another folder\u2026"), icon="file-text")
        self.take_button = Button(look, "", "primary", icon="check")
        self.back_button = Button(look, _("Back to collecting"), "quiet")
        for part in (self.lead, self.working, self.said, self.apart, self.shared, self._buttons(), self.list):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()
        self.show_nothing("")

    def first_focus(self) -> QWidget:
        return self.take_button if self.take_button.isVisibleTo(self) else self.choose_button

    def show_nothing(self, organisation: str) -> None:
        """Before anything was looked at."""
        self.where.setText(organisation)
        for part in (self.working, self.said, self.list, self.apart, self.shared):
            part.hide()
        self._offer(0)

    def show_looking(self, done: int, of: int) -> None:
        self._wait(_("Looking into the files"), done, of)

    def show_taking(self, done: int, of: int) -> None:
        self._wait(_("Taking the sheets in"), done, of)

    def show_found(self, found: ReturnedFiles) -> None:
        """Every file; nothing has been taken yet."""
        self.apart.setChecked(False)
        self.list.begin(found.files)
        self._rest()
        self.show_decided(found)
        # What was pressed to get here has gone or was greyed meanwhile: go on with what is to decide, or to take in.
        next_ = (self.list.to_decide() or [self.first_focus()])[0]
        next_.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(self.said, next_)

    def show_decided(self, found: ReturnedFiles) -> None:
        """The same files after something was decided."""
        self._found = found
        for part in (self.apart, self.shared):
            part.setVisible(found.share_codes)
        self._show_what_would_be()
        announce(self, self.said.text())

    def show_refused(self, words: str) -> None:
        self._rest()
        self._say(words, "danger")
        announce(self, words, assertive=True)

    def _show_what_would_be(self) -> None:
        apart = self.apart.isChecked()
        count = len(self._found.sheets(apart=apart))
        waiting = waiting_words(self._found)
        self._say(" ".join(filter(None, (found_words(self._found, apart=apart), waiting))), "ink")
        self.list.show_files(self._found.files, apart=apart)
        self.list.setVisible(bool(self._found.files))
        self._offer(count)

    def _offer(self, count: int) -> None:
        """One button to a page is the first: to take in where there is something, to choose where there is nothing."""
        self.take_button.say(take_words(count))
        self.take_button.setVisible(bool(count))
        self.other_button.setVisible(bool(count))
        self.choose_button.setVisible(not count)

    def _buttons(self) -> QWidget:
        held = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        held.setSizePolicy(policy)
        flow = FlowLayout(self.look, held, gap=12)
        for button in (self.take_button, self.choose_button, self.other_button, self.back_button):
            flow.addWidget(button)
        return held

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose_asked)
        self.other_button.clicked.connect(self.choose_asked)
        self.take_button.clicked.connect(lambda: self.take_asked.emit(self.apart.isChecked()))
        self.back_button.clicked.connect(self.left)
        self.apart.toggled.connect(lambda _on: self._show_what_would_be())
        self.list.decided.connect(self.decided)
        self.working.cancelled.connect(self._cancel)
        self.working.again.connect(self.choose_asked)

    def _wait(self, doing: str, done: int, of: int) -> None:
        self.said.hide()
        self._let(on=False)
        self.working.show()
        self.working.show_step(done, of, doing)

    def _rest(self) -> None:
        self.working.hide()
        self._let(on=True)

    def _let(self, *, on: bool) -> None:
        for part in (self.take_button, self.choose_button, self.other_button, self.apart):
            part.setEnabled(on)

    def _cancel(self) -> None:
        self._rest()
        self.working.show()
        self.working.show_stopped(_("Stopped. Nothing was taken in."))
        self.cancel_asked.emit()

    def _say(self, words: str, ink: str) -> None:
        self.said.setText(words)
        self.said.use_ink(ink)
        self.said.show()


def _lead() -> str:
    return _(
        "Choose the folder with the files people sent back, or drop it on this window. You see every file, and what is"
        " odd in it, before anything is taken in. No form says whose it is; a file's name may. The files themselves"
        " stay where and as they are."
    )


def _shared() -> str:
    return _(
        "Some files have the same code and different answers. Either one person sent a form twice, and then take the"
        " old file out of the folder; or several people were given the same file, and then switch this on."
    )
