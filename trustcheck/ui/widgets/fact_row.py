"""One fact: its words, its five answers, and what shows it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.presenting.facts import partly_words
from trustcheck.app.presenting.personal_answers import fact_words
from trustcheck.app.results import FactResult
from trustcheck.domain.answers import Fact, PracticeAnswer
from trustcheck.domain.questionnaire import Practice
from trustcheck.domain.round import NOTE_LIMIT
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.choice_row import Choice, ChoiceRow
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_IDLE = 600
"""Milliseconds without a keystroke after which what was typed is told."""
_KEYS = {Fact.YES: "y", Fact.PARTLY: "p", Fact.NO: "n", Fact.DONT_KNOW: "0d", Fact.NOT_APPLICABLE: "a"}


def fact_choices() -> tuple[Choice, ...]:
    """The five answers, the same for every fact; the two that decline stand apart."""
    return tuple(Choice(each.value, fact_words(each), _KEYS[each], not each.is_known) for each in Fact)


class FactRow(QWidget):
    """Signals: ``answered`` with a :class:`PracticeAnswer` after a choice, and after typing has paused or ended;
    ``cleared`` with the practice's id when the answer is taken back.
    """

    answered = Signal(object)
    cleared = Signal(str)

    def __init__(self, look: Look, practice: Practice, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._look, self._practice = look, practice
        self._told: PracticeAnswer | None = None
        self._field: Field | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(10), 0, look.px(10))
        self._column.setSpacing(look.px(6))
        self._column.addWidget(Text(look, practice.text, "row"))
        help_line = partly_words(practice)
        if help_line:
            self._column.addWidget(Text(look, help_line, "caption", "ink2"))
        self.choices = ChoiceRow(look, practice.text, choices)
        self.choices.setAccessibleDescription(help_line)
        self._shown_by = QWidget()
        self._shown_line = QHBoxLayout(self._shown_by)
        self._shown_line.setContentsMargins(0, 0, 0, 0)
        self._beside = Columns(look, self.choices, self._shown_by, narrow=820, gap=12)
        self._beside.box.setStretch(0, 0)
        self._column.addWidget(self._beside)
        look.changed.connect(self._keep_room)
        self._keep_room()
        self.choices.chosen.connect(self._tell)
        self.choices.cleared.connect(self._clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_IDLE)
        self._pause.timeout.connect(self._tell)

    def _keep_room(self) -> None:
        """The line for what shows it has its place before it is there: to answer moves nothing."""
        self._shown_by.setMinimumHeight(self._look.px(44))

    @property
    def evidence(self) -> Field | None:
        """The line for what shows it; there once the fact is answered."""
        return self._field

    def show_fact(self, shown: FactResult) -> None:
        """Show what is kept. What the person is typing right now is left alone."""
        if self._pause.isActive():
            return
        self._told = shown.given
        self.choices.show_choice(shown.given.fact.value if shown.given else "")
        self._show_field(shown.given)
        if self._field is not None and not self._field.line.hasFocus():
            self._field.show_words(shown.given.evidence if shown.given else "")
            self._field.line.setCursorPosition(0)

    def _show_field(self, given: PracticeAnswer | None) -> None:
        if given is not None and self._field is None:
            self._field = self._new_field()
        if self._field is not None:
            self._field.setVisible(given is not None)

    def _new_field(self) -> Field:
        field = Field(self._look, _("What shows it"), limit=NOTE_LIMIT, beside=True)
        field.line.setPlaceholderText(_("A link, a date, a document. Never a person\u2019s case."))
        field.line.setAccessibleDescription(self._practice.text)
        field.changed.connect(self._wait)
        field.line.installEventFilter(self)
        self._shown_line.addWidget(field)
        QWidget.setTabOrder(list(self.choices.segments.values())[-1], field.line)
        return field

    def _wait(self) -> None:
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self._pause.isActive():
            self._tell()
        return False

    def tell_now(self) -> None:
        """Tell at once what is still being typed: the page is about to go."""
        if self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        """Say what stands here, once."""
        self._pause.stop()
        if not self.choices.choice:
            return
        evidence = self._field.words if self._field is not None else ""
        given = PracticeAnswer(self._practice.id, Fact(self.choices.choice), evidence)
        self._show_field(given)
        if given != self._told:
            self._told = given
            self.answered.emit(given)

    def _clear(self) -> None:
        self._pause.stop()
        self._told = None
        if self._field is not None:
            self._field.show_words("")
            self._field.hide()
        self.cleared.emit(self._practice.id)
