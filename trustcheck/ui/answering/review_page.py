"""Looking back before the result: what is still open, what was answered, and what will be left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.answering.review import Filter, Review, ReviewLine, filter_names, totals
from trustcheck.ui.answering.focus_bar import FocusBar
from trustcheck.ui.answering.mark_row import FlagButton
from trustcheck.ui.answering.parts_bar import PartsBar, as_bars
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import FlowLayout, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card, Pill, Rule
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import in_a_row

# One question in a list of answers: its number, its words, how it was answered, and a button to change that.


_STACKED_BELOW = 640


class ReviewRow(QWidget):
    """Signals: ``asked`` with the item's id when the person wants to answer or change it; ``flagged`` with the id and
    whether it is to be talked about, where it ``takes_marks``."""

    asked = Signal(str)
    flagged = Signal(str, bool)

    def __init__(self, look: Look, line: ReviewLine, *, takes_marks: bool = False) -> None:
        super().__init__()
        self._look = look
        is_open = line.answer is None
        number = _("Question {number}").format(number=line.number)
        self._number = Text(look, number, "caption", "ink3", wrap=False)
        self._wording = Text(look, line.wording, "row")
        self._pill = Pill(look, _("skipped") if is_open and not line.proposed else line.words)
        self.button = Button(look, _("Answer") if is_open else _("Change"), "outline", height=36)
        self.button.setAccessibleName(
            (_("Answer question {number}: {wording}") if is_open else _("Change question {number}: {wording}")).format(
                number=line.number, wording=line.wording
            )
        )
        self.button.setAccessibleDescription(line.words)
        self.button.clicked.connect(lambda: self.asked.emit(line.item_id))
        self.flag = FlagButton(look, line.wording) if takes_marks else None
        self.item_id = line.item_id
        self._arrange(line.note)
        if self.flag is not None:
            self.flag.show_flag(flagged=line.mark.flagged)
            self.flag.turned.connect(lambda flagged: self.flagged.emit(line.item_id, flagged))
        look.changed.connect(self._fit)

    def _arrange(self, note: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._wording)
        if note:
            words.addWidget(Text(self._look, note, "caption", "ink3"))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.addWidget(self._number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._box.addLayout(words, 1)
        self._box.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(self._box, 1)
        if self.flag is not None:
            row.addWidget(self.flag, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def _fit(self) -> None:
        stacked = self.width() < _STACKED_BELOW * self._look.scale
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        self._box.setSpacing(self._look.px(4 if stacked else 20))
        self._number.setMinimumWidth(0 if stacked else self._look.px(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()


# Questions with their answers, one below the other on a card.


class ReviewList(Card):
    """Signals: ``asked`` with the id of the item somebody wants to answer or change; ``flagged`` with the id and
    whether it is to be talked about."""

    asked = Signal(str)
    flagged = Signal(str, bool)

    def __init__(self, look: Look, *, takes_marks: bool = False) -> None:
        super().__init__(look, padding=(20, 12), gap=9)
        self._takes_marks = takes_marks
        self.rows: tuple[ReviewRow, ...] = ()

    def show_lines(self, lines: Sequence[ReviewLine]) -> None:
        empty(self.column)
        rows: list[ReviewRow] = []
        for line in lines:
            if rows:
                self.column.addWidget(Rule(self._look))
            row = ReviewRow(self._look, line, takes_marks=self._takes_marks)
            row.asked.connect(self.asked)
            row.flagged.connect(self.flagged)
            self.column.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)

    def show_flag(self, item_id: str, *, flagged: bool) -> None:
        """Whether one of them is to be talked about, wherever that was said."""
        for row in self.rows:
            if row.item_id == item_id and row.flag is not None:
                row.flag.show_flag(flagged=flagged)


@dataclass(frozen=True, slots=True)
class Ending:
    """How answering ends here: the words of the last button, what follows it, and what to do before."""

    button: str
    consequence: str
    with_open: str
    """The consequence while questions are open."""
    all_done: str
    """The advice when none is."""
    nothing: str
    """What is left out where nothing is answered at all."""
    is_final: bool = False
    """There is no way back, so the consequence is said beside the button however little room there is."""


def own_result() -> Ending:
    """For somebody who answers alone and changes their mind as they like."""
    return Ending(
        _("See my result"),
        _("You can change every answer later."),
        _("Open questions may stay open. You can change every answer later."),
        _("Have another look at your answers, or go on to what they say."),
        _("Nothing has an answer on the scale yet, so there will be no result to show."),
    )


class ReviewPage(FocusFrame):
    """Signals: ``answer_asked`` with the id of an item to answer or change, ``finished``, ``back``, ``left``,
    ``hide_asked``. Where one person answers alone it ``takes_marks``: ``flagged`` comes with an item's id and
    whether it is to be talked about.
    """

    answer_asked = Signal(str)
    flagged = Signal(str, bool)
    finished = Signal()
    back = Signal()
    left = Signal()
    hide_asked = Signal()

    def __init__(self, look: Look, ending: Ending | None = None, *, takes_marks: bool = False) -> None:
        super().__init__(look)
        self._ending = ending or own_result()
        self._arriving = False
        self.bar, self.line = FocusBar(look), PartsBar(look)
        self.saved = self.bar.saved
        self.headline = Text(look, "", "question")
        self.advice = Text(look, "", "lead", "ink2")
        self.open_ones, self.all_of_them = (ReviewList(look, takes_marks=takes_marks) for _at in range(2))
        self._filters = tuple(each for each in Filter if takes_marks or each is not Filter.FLAGGED)
        names = filter_names()
        self.filter = Segmented(look, _("Which answers are listed"), [names[each] for each in self._filters])
        self.filter.show_choice(0)
        self.nothing_listed = Text(look, "", "body", "ink2")
        self.everything = Fold(look, _("See all my answers"), self.all_of_them, _("Hide my answers"))
        self.left_out = Text(look, "", "body", "ink2")
        self.totals = QWidget()
        self._counts = FlowLayout(look, self.totals, gap=24)
        self._counts.spread()
        self.go_back = Button(look, _("Back"), "outline", icon="arrow-left")
        self.see = Button(look, self._ending.button, "primary", icon="check")
        self.consequence = Text(look, "", "caption", "ink3")
        self._above, self._sign = Text(look, "", "caption", "ink2"), Icon(look, "lock", "ink3", 18)
        self._review: Review | None = None
        self._fill()
        self._connect()

    def show_review(self, review: Review) -> None:
        self._review, self._arriving = review, True
        self.line.show_parts(as_bars(review.parts))
        self.headline.setText(_headline(review))
        self.name = self.headline.text()
        self.advice.setText(_advice(review, self._ending))
        self.consequence.setText(self._ending.with_open if review.open else self._ending.consequence)
        self._above.setText(self.consequence.text())
        self.see.setAccessibleDescription(self.consequence.text())
        self.open_ones.show_lines(review.open)
        self.open_ones.setVisible(bool(review.open))
        self._count(review)
        self.left_out.setText(_left_out(review, self._ending))
        self.left_out.setVisible(bool(self.left_out.text()))
        self._list()
        self._fit()

    def take_review(self, review: Review) -> None:
        """The same answers, of which something else is said now. Rows stay where they are until others are wanted."""
        self._review = review

    def first_focus(self) -> QWidget | None:
        """The first open question, or the way to the result."""
        return self.open_ones.rows[0].button if self.open_ones.rows else self.see

    def _bring_into_view(self, old: QWidget | None, now: QWidget | None) -> None:
        """Who arrives reads the headline first, wherever the keyboard passed on its way here."""
        super()._bring_into_view(old, now)
        if self._arriving and now is self.first_focus():
            self._arriving = False
            self.area.verticalScrollBar().setValue(0)

    def arrange(self) -> None:
        self.bar.fit(self.width(), low=self.is_low)
        self.headline.use_role("card_title" if self.is_narrow else "question")
        self.column.setSpacing(self.look.px(16))
        self.consequence.setVisible(not self.is_narrow)
        self._sign.setVisible(not self.is_narrow and self._ending.is_final)
        self._above.setVisible(self.is_narrow and self._ending.is_final)

    def _fill(self) -> None:
        self.over.addWidget(self.bar)
        self.header.addWidget(self.line)
        found = (self.filter, self.nothing_listed, self.all_of_them)
        for part in (self.headline, self.advice, self.open_ones, self.left_out, self.totals, *found):
            self.add(part)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.go_back)
        row.addStretch(1)
        row.addWidget(self._sign)
        row.addWidget(self.consequence)
        row.addSpacing(16)
        row.addWidget(self.see)
        self.consequence.setWordWrap(False)
        self.footer.addWidget(self._above)
        self.footer.addLayout(row)

    def _connect(self) -> None:
        self.bar.left.connect(self.left)
        self.bar.hide_asked.connect(self.hide_asked)
        self.go_back.clicked.connect(self.back)
        self.see.clicked.connect(self.finished)
        self.everything.turned.connect(lambda _open: self._list())
        self.filter.chosen.connect(lambda _at: self._list())
        for each in (self.open_ones, self.all_of_them):
            each.asked.connect(self.answer_asked)
            each.flagged.connect(self._flag)

    def _flag(self, item_id: str, flagged: bool) -> None:
        for each in (self.open_ones, self.all_of_them):
            each.show_flag(item_id, flagged=flagged)
        self.flagged.emit(item_id, flagged)

    def _count(self, review: Review) -> None:
        """The totals in one line, the way to all answers at its end."""
        while (entry := self._counts.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None and widget is not self.everything:
                widget.hide()
                widget.deleteLater()
        answered, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(self.look, "circle-check", "ok", 20))
        first, *others = totals(review)
        row.addWidget(self._total(first, "ink"))
        answered.setLayout(row)
        self._counts.addWidget(answered)
        for words in others:
            self._counts.addWidget(self._total(words))
        self._counts.addWidget(self.everything)

    def _total(self, words: str, ink: str = "ink2") -> Text:
        return Text(self.look, words, "row", ink, wrap=False)

    def _list(self) -> None:
        """Forty rows are made when somebody wants to see them, not before."""
        is_open = self.everything.is_open
        self.filter.setVisible(is_open)
        lines = self._review.only(self._filters[self.filter.choice or 0]) if is_open and self._review else ()
        self.nothing_listed.setVisible(is_open and not lines)
        self.nothing_listed.setText(_("There is none of these."))
        self.all_of_them.setVisible(bool(lines))
        if lines:
            self.all_of_them.show_lines(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            self.back.emit()
        else:
            super().keyPressEvent(event)


def _headline(review: Review) -> str:
    left = len(review.open)
    if not left:
        return _("All {number} questions are answered.").format(number=review.answered)
    number = capitalised(in_words(left))
    if 4 * left <= review.asked:
        return ngettext(
            "Almost there. {number} question is still open.", "Almost there. {number} questions are still open.", left
        ).format(number=number)
    return ngettext("{number} question is still open.", "{number} questions are still open.", left).format(
        number=number
    )


def _advice(review: Review, ending: Ending) -> str:
    if review.proposed:
        return ngettext(
            "{number} of them has only what you answered last time. It counts once you confirm or change it.",
            "{number} of them have only what you answered last time. They count once you confirm or change them.",
            review.proposed,
        ).format(number=review.proposed)
    if review.open:
        return _(
            "Answer them now, or leave them. Open questions are left out of the score; they never count against anyone."
        )
    return ending.all_done


def _left_out(review: Review, ending: Ending) -> str:
    """What will have no score, by name; empty where everything has one."""
    if not review.on_scale:
        return ending.nothing
    if not review.left_out:
        return ""
    names = in_a_row(review.left_out)
    if review.is_pulse:
        return _("Too few answers for a number, so it is left out: {names}.").format(names=names)
    return ngettext(
        "Too few of its questions have an answer, so this theme is left out: {names}.",
        "Too few of their questions have an answer, so these themes are left out: {names}.",
        len(review.left_out),
    ).format(names=names)
