"""What people could not see: questions that many had to leave with *I don't know*. That is a finding of its own."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from trustcheck.app.group_result import GroupResult, Shown, Unseen
from trustcheck.app.number_words import capitalised, in_words
from trustcheck.app.presenting.group_items import on_average
from trustcheck.app.presenting.group_seen import is_seen
from trustcheck.app.presenting.group_words import counted
from trustcheck.domain.view_names import people_first
from trustcheck.ui.look import Look
from trustcheck.ui.pages.group_page import GroupPage
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.figure_button import FigureButton
from trustcheck.ui.widgets.room_question import RoomQuestion
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.worked_out import Part
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class UnseenPage(GroupPage):
    """Signals: ``theme_asked`` with the id of the theme a question belongs to."""

    theme_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("What people could not see")
        self._headline = ""

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: GroupResult) -> None:
        """Show the questions, the most unknown first."""
        self.forget_asker()
        self.clear()
        self.result = result
        self._headline = _headline(result)
        self.title(self._headline)
        lead = _(
            "\u201cI don\u2019t know\u201d is an answer. From three in ten on it says that people cannot see something."
        )
        self.column.addWidget(Text(self.look, lead, "lead", "ink2"))
        for each in result.unseen:
            self.column.addWidget(self._card(each))
        if result.unseen:
            asks = _("A question for the room: what would people have to see to be able to answer?")
            self.column.addWidget(RoomQuestion(self.look, asks))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _card(self, shown: Unseen) -> Card:
        assert self.result is not None
        card = Card(self.look, gap=6)
        name = self.result.questionnaire.theme_by_id[shown.item.theme].name
        card.column.addWidget(Text(self.look, name, "small_strong", "accent"))
        line = QHBoxLayout()
        line.setSpacing(self.look.px(16))
        share, who = f"{shown.dont_know} %", counted(shown.n, shown.perspective)
        words = _("{share} of {people} could not see this: {question}").format(
            share=share, people=who, question=shown.wording
        )
        caption = _("of {people}").format(people=who)
        button = FigureButton(self.look, share, caption, words, role="card_title", perspective=shown.perspective)
        self.answers(button, partial(self._explain, shown))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(self.look, shown.wording, "strong"), 1)
        card.column.addLayout(line)
        look_at = Button(self.look, _("Look at the theme"), "quiet", trailing="chevron-right", height=32)
        look_at.stand_flush()
        look_at.setAccessibleDescription(name)
        look_at.clicked.connect(partial(self.theme_asked.emit, shown.item.theme))
        card.column.addWidget(look_at, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _explain(self, shown: Unseen) -> None:
        """The share of one question; beside it the mean of those who could answer, where it is shown."""
        assert self.result is not None
        lines = [
            _(
                "{people} answered this question with a point of the scale or with \u201cI don\u2019t know\u201d."
            ).format(people=capitalised(counted(shown.n, shown.perspective))),
            _(
                "{share} % of them said \u201cI don\u2019t know\u201d. Skipped and "
                "\u201cdoesn\u2019t apply here\u201d are not counted."
            ).format(share=shown.dont_know),
            _("It stands here from 30 % on, of at least five people and never fewer than the threshold."),
        ]
        view = self._value(shown)
        if isinstance(view, Shown):
            lines.append(
                _(
                    "Those who could answer said {answer} on average; no \u201cI don\u2019t know\u201d is in that."
                ).format(answer=on_average(shown.item, view.mean, self.result.questionnaire.scale))
            )
        self.answer(shown.wording, [Part(people_first(shown.perspective), tuple(lines))])

    def _value(self, shown: Unseen) -> object:
        assert self.result is not None
        theme = self.result.theme(shown.item.theme)
        found = next((each for each in theme.items if each.item.id == shown.item.id), None)
        return None if found is None else found.views[shown.perspective]


def _headline(result: GroupResult) -> str:
    if not any(is_seen(result, each) for each in result.perspectives):
        return _("Too few answers to say what stayed in the dark")
    number = len({each.item.id for each in result.unseen})
    if not number:
        return _("Nothing stayed in the dark for many")
    said = ngettext("{number} thing many could not see", "{number} things many could not see", number)
    return said.format(number=capitalised(in_words(number)))
