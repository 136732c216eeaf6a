"""One promise being written: what, who, the sign, the day, which questions it should move, what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trustcheck.app.presenting.promises import promise_labels, status_words, who_label
from trustcheck.domain.checks.promises import MOST_QUESTIONS
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, Promise, PromiseStatus, next_check_from
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.date_field import DateField
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.layout import empty
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.ui.results.choice_row import ChoiceRow, RowChoice
from trustcheck.ui.results.retest_lines import RetestLines
from trustcheck.words import gettext as _

_APART = frozenset(PromiseStatus) - {PromiseStatus.OPEN}
"""Beside the strip, which does not wrap: with large letters all of them are wider than a narrow page."""


def status_row(look: Look) -> ChoiceRow:
    """What became of a promise; no answer is red, and none asks for reasons."""
    return ChoiceRow(
        look,
        _("What became of it?"),
        tuple(RowChoice(each.value, status_words(each), apart=each in _APART) for each in PromiseStatus),
    )


class QuestionsToMove(QWidget):
    """The questions of one theme to choose from; those that are chosen stay in sight. Signals: ``changed``."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._asked, self._perspective = look, None, Perspective.STAFF
        self._theme_id = ""
        self.questions: tuple[str, ...] = ()
        self.switches: dict[str, Switch] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        about = _("Up to three, in which it would be seen.")
        column.addWidget(Text(look, about, "caption", "ink2"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(2))
        column.addLayout(self._rows)
        self.button = Button(look, _("Questions of another theme"), "outline", trailing="chevron-down", height=36)
        self.menu = QMenu(self)
        self.button.clicked.connect(self._open_menu)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    _asked: Questionnaire | None

    def show_questions(self, chosen: tuple[str, ...], asked: Questionnaire, perspective: Perspective) -> None:
        """Open on the theme of the first that is chosen."""
        self._asked, self._perspective = asked, perspective
        self.questions = tuple(each for each in chosen if each in asked.item_by_id)
        of_first = asked.item_by_id[self.questions[0]].theme if self.questions else ""
        self._theme_id = of_first or self._theme_id or asked.themes[0].id
        self._list_themes(asked)
        self._fill()

    def show_theme(self, theme_id: str) -> None:
        self._theme_id = theme_id
        self._fill()

    def _list_themes(self, asked: Questionnaire) -> None:
        self.menu.clear()
        for theme in asked.themes:
            action = self.menu.addAction(theme.name.replace("&", "&&"))
            action.triggered.connect(partial(self._pick, theme.id))

    def _pick(self, theme_id: str, *_checked: bool) -> None:
        self.show_theme(theme_id)
        first = next(iter(self.switches.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self) -> None:
        wear(self.menu, self._look, "row")
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _fill(self) -> None:
        assert self._asked is not None
        empty(self._rows, orphan=True)
        of_theme = [each.id for each in self._asked.items if each.theme == self._theme_id]
        shown = [*(each for each in self.questions if each not in of_theme), *of_theme]
        self.switches = {each: self._switch(each, self._asked) for each in shown}
        for switch in self.switches.values():
            self._rows.addWidget(switch)
            switch.show()
        self._mind_room()

    def _switch(self, item_id: str, asked: Questionnaire) -> Switch:
        theme = asked.theme_by_id[asked.item_by_id[item_id].theme].name
        switch = Switch(self._look, asked.wording(item_id, self._perspective), theme)
        switch.setChecked(item_id in self.questions)
        switch.toggled.connect(partial(self._turn, item_id))
        return switch

    def _turn(self, item_id: str, on: bool) -> None:
        rest = tuple(each for each in self.questions if each != item_id)
        self.questions = (*rest, item_id)[:MOST_QUESTIONS] if on else rest
        self._mind_room()
        self.changed.emit()

    def _mind_room(self) -> None:
        full = len(self.questions) >= MOST_QUESTIONS
        for each, switch in self.switches.items():
            switch.setEnabled(not full or each in self.questions)


class PromiseForm(Card):
    """Signals: ``edited`` after each key, ``became`` when somebody says what became of it, ``take_back_asked``."""

    edited = Signal()
    became = Signal()
    take_back_asked = Signal()

    def __init__(self, look: Look, *, together: bool) -> None:
        super().__init__(look, gap=14)
        self._shown = Promise("")
        what, sign, when = promise_labels(together=together)
        self.what = TextBox(look, what, limit=NOTE_LIMIT)
        self.who = Field(look, who_label(), limit=NAME_LIMIT)
        self.sign = TextBox(look, sign, limit=NOTE_LIMIT)
        self.when = DateField(look, when)
        self.questions = QuestionsToMove(look)
        self.fold = Fold(look, _("Questions to move"), self.questions)
        self.fold.stand_flush()
        self.status_label = Text(look, _("What became of it?"), "small_strong")
        self.status = status_row(look)
        self.again = RetestLines(look)
        self.take_back = Button(look, _("Take it back"), "quiet", height=36)
        self.take_back.stand_flush()
        self.take_back.clicked.connect(self.take_back_asked)
        self._lay_out()
        for changed in (self.what.changed, self.who.changed, self.sign.changed, self.when.changed):
            changed.connect(lambda *_words: self.edited.emit())
        self.questions.changed.connect(self._count_questions)
        self.questions.changed.connect(self.edited)
        self.status.chosen.connect(lambda _id: self.became.emit())
        self.status.cleared.connect(self._open_again)

    @property
    def lines(self) -> Sequence[QWidget]:
        """Where the keyboard writes."""
        return (
            self.what.box, self.who.line, self.sign.box, self.when.day_line, self.when.month_line, self.when.year_line,
        )  # fmt: skip

    @property
    def promise(self) -> Promise | None:
        """What stands here, or nothing where no words do."""
        words = self.what.words.strip()
        if not words:
            return None
        return replace(
            self._shown,
            text=words,
            look_again_on=self.when.day,
            sign=self.sign.words.strip(),
            who=self.who.words.strip(),
            status=PromiseStatus(self.status.choice or PromiseStatus.OPEN),
            questions=self.questions.questions,
        )

    @property
    def number(self) -> int:
        return self._shown.number

    def show_promise(
        self, promise: Promise, today: date, asked: Questionnaire, perspective: Perspective, *, is_kept: bool = False
    ) -> None:
        """``today`` gives the day to look again, twelve weeks on, to a promise that is new; one that is kept without a
        day stays so."""
        self._shown = promise
        self.what.show_words(promise.text)
        self.who.show_words(promise.who)
        self.sign.show_words(promise.sign)
        usual = None if is_kept else next_check_from(today)
        self.when.show_day(promise.look_again_on or usual, today)
        self.questions.show_questions(promise.questions, asked, perspective)
        self.status.show_choice(promise.status.value)
        self._count_questions()

    def show_kept(self, *, kept: bool) -> None:
        """What is kept can be taken back, and asked about."""
        for each in (self.take_back, self.status_label, self.status):
            each.setVisible(kept)

    def _lay_out(self) -> None:
        for box in (self.what, self.sign):
            written = QVBoxLayout()
            written.setSpacing(self._look.px(6))
            written.addWidget(Text(self._look, box.box.accessibleName(), "small_strong"))
            written.addWidget(box)
            self.column.addLayout(written)
            if box is self.what:
                self.column.addWidget(self.who)
        self.column.addWidget(self.when)
        self.column.addWidget(self.fold)
        self.column.addWidget(self.questions)
        became = QVBoxLayout()
        became.setSpacing(self._look.px(6))
        became.addWidget(self.status_label)
        became.addWidget(self.status)
        self.column.addLayout(became)
        self.column.addWidget(self.again)
        self.column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)

    def _count_questions(self) -> None:
        number = len(self.questions.questions)
        said = _("{number} of {limit} chosen").format(number=number, limit=MOST_QUESTIONS)
        self.fold.setAccessibleDescription(said)
        announce(self.fold, said)

    def _open_again(self) -> None:
        self.status.show_choice(PromiseStatus.OPEN.value)
        self.became.emit()
