"""Below a promise: how its questions moved since it was made, and asking them again on its day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.checks.promises import MOST_QUESTIONS
from trustcheck.domain.checks.retests import may_be_asked_again, still_asked
from trustcheck.domain.checks.round import Promise
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.promises_view import PromisesView
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day


class RetestLines(QWidget):
    """Empty where a promise names no question. Signals: ``asked`` with the number of the promise."""

    asked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self.button: Button | None = None
        self._shown: tuple[object, ...] = ()

    def show_promise(self, promise: Promise, view: PromisesView) -> None:
        said, questions = view.again.get(promise.number, ()), still_asked(promise, view.asked)
        self.setVisible(bool(said or questions))
        shown = (promise, said, questions, promise.number in view.asking)
        if shown == self._shown:
            return
        self._shown, self.button = shown, None
        empty(self._column, orphan=True)
        for words in said:
            self._column.addWidget(Text(self._look, words, "small", "ink2"))
        if promise.number in view.asking:
            self._offer(promise, _("Go on asking its questions again"))
        elif may_be_asked_again(promise, view.asked, view.today):
            number = min(len(questions), MOST_QUESTIONS)
            words = ngettext("Ask its question again", "Ask its {number} questions again", number)
            self._offer(promise, words.format(number=number))
        elif questions and promise.look_again_on is not None:
            words = _("On {day} its questions can be asked again.").format(day=day(promise.look_again_on))
            self._column.addWidget(Text(self._look, words, "caption", "ink2"))

    def _offer(self, promise: Promise, words: str) -> None:
        self.button = Button(self._look, words, "quiet", icon="message-square-plus", height=36)
        self.button.stand_flush()
        self.button.setAccessibleDescription(promise.text)
        self.button.clicked.connect(lambda: self.asked.emit(promise.number))
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
