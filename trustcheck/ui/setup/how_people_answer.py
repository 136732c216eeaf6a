"""The first page of a new check: in which way, who and how many, how much is asked, and whether the time suffices."""

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.collecting.set_up import INVITED, Missing, SetUpPart, time_needed, warnings
from trustcheck.domain.checks.group_round import GroupSetup, Way
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.ui.collecting.ways import ways
from trustcheck.ui.kit.choices import CardFace, ChoiceCard, ChoiceGroup
from trustcheck.ui.kit.fields import NumberField
from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Strip
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words, minutes

# How people will answer: four large cards, each a radio button with its sign.


_ICON = 26
_BESIDE = 44


class WayCard(ChoiceCard):
    """A choice card with an icon before its words."""

    indent = _BESIDE

    def __init__(self, look: Look, face: CardFace, icon: str) -> None:
        super().__init__(look, face)
        self._icon = icon

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(72))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self._look.px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = ReadingPainter(self)
        ink = "accent" if self.isChecked() else "ink2"
        picture = self._look.icon(self._icon, ink, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(self._look.px(18), self._look.px(16), picture)
        painter.end()


class WayChoice(ChoiceGroup):
    def __init__(self, look: Look) -> None:
        self._ways = {each.planned: each for each in ways()}
        faces = tuple(CardFace(each.planned, detail=each.planned_detail) for each in self._ways.values())
        super().__init__(look, _("How will people answer?"), faces, narrow=560, in_a_row=2, titled=False)

    def _card(self, face: CardFace) -> ChoiceCard:
        return WayCard(self._look, face, self._ways[face.words].icon)

    @property
    def way(self) -> Way:
        return self._in_order()[self.choice]

    def show_way(self, way: Way) -> None:
        self.show_choice(self._in_order().index(way))

    def _in_order(self) -> list[Way]:
        return [each.way for each in self._ways.values()]


_BOTH = (Perspective.LEADER, Perspective.STAFF)
_WHO = (_BOTH, (Perspective.LEADER,), (Perspective.STAFF,))
_FORMS = (Form.FULL, Form.PULSE)


class HowPeopleAnswer(QWidget):
    """Signals: ``changed`` after anything was chosen or typed."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._questionnaire: Questionnaire | None = None
        self._is_open = False
        self.way = WayChoice(look)
        self.who = Segmented(
            look, _("Who answers?"), (_("Leaders and staff, side by side"), _("Leaders only"), _("Staff only"))
        )
        self.how_much = Segmented(look, _("How much do you ask?"), (_("All questions"), _("Short form")))
        self.cards = Segmented(look, _("What would really happen?"), (_("Not asked"), ""))
        self.leaders = NumberField(look, _("How many leaders?"))
        self.staff = NumberField(look, _("How many staff?"))
        self.minutes = NumberField(look, _("Minutes you have"), digits=4)
        self.threshold = NumberField(look, _("Show results from"), digits=2)
        self.time, self.few = Strip(look, "clock"), Strip(look, "users")
        self._fill()
        self._connect()

    def show_setup(self, setup: GroupSetup, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self.way.show_way(setup.way)
        self.who.show_choice(_WHO.index(setup.perspectives) if setup.perspectives in _WHO else 0)
        # What has no short form is asked in full, whatever was asked last time.
        self.how_much.show_choice(_FORMS.index(setup.form) if questionnaire.pulse else 0)
        for form, segment in zip(_FORMS, self.how_much.segments, strict=True):
            segment.say(_how_long(questionnaire, form))
        self._how_much.setVisible(bool(questionnaire.pulse))
        self.cards.show_choice(int(setup.drill))
        self.cards.segments[1].say(_how_many_cards(questionnaire))
        self._cards.setVisible(bool(questionnaire.scenarios))
        self.leaders.show_number(setup.invited.get(Perspective.LEADER) or None)
        self.staff.show_number(setup.invited.get(Perspective.STAFF) or None)
        self.minutes.show_number(setup.minutes or None)
        self.threshold.show_number(setup.threshold)
        self._say()

    def read(self, setup: GroupSetup) -> GroupSetup:
        """``setup`` with what stands on this page. A number that is missing is 0."""
        who = _WHO[self.who.choice or 0]
        invited = {each: self._fields[each].number or 0 for each in who}
        return replace(
            setup,
            way=self.way.way,
            perspectives=who,
            invited=invited,
            form=_FORMS[self.how_much.choice or 0],
            drill=bool(self.cards.choice) and self._has_cards,
            minutes=self.minutes.number or 0,
            threshold=self.threshold.number or 0,
        )

    def leave_open(self, *, is_open: bool) -> None:
        """Leave only what may change once people answer."""
        self._is_open = is_open
        for part in self._settled:
            part.setVisible(not is_open)
        self._how_much.setVisible(not is_open and self._questionnaire is not None and bool(self._questionnaire.pulse))
        self._cards.setVisible(not is_open and self._has_cards)

    @property
    def _has_cards(self) -> bool:
        return self._questionnaire is not None and bool(self._questionnaire.scenarios)

    def first_focus(self) -> QWidget:
        if not self._is_open:
            return self.way.cards[self.way.choice]
        return next(field.line for field in (self.leaders, self.staff) if not field.isHidden())

    def complain(self, missing: tuple[Missing, ...]) -> QWidget | None:
        """Say at each field what is missing from it; the first of these fields, or ``None`` when none is here."""
        said = {each.part: each.sentence for each in missing}
        places = {**{INVITED[each]: field for each, field in self._fields.items()}, **self._others}
        for part, field in places.items():
            field.complain(said.get(part, ""))
        return next((field.line for part, field in places.items() if part in said), None)

    @property
    def _fields(self) -> dict[Perspective, NumberField]:
        return {Perspective.LEADER: self.leaders, Perspective.STAFF: self.staff}

    @property
    def _others(self) -> dict[SetUpPart, NumberField]:
        return {SetUpPart.THRESHOLD: self.threshold, SetUpPart.MINUTES: self.minutes}

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(12))
        who = _under(self._look, _("Who answers?"), self.who)
        self._how_much = _under(self._look, _("How much do you ask?"), self.how_much)
        self._cards = _under(self._look, _("When criticism comes: ask what would really happen?"), self.cards)
        for part in (self.way, who, self._how_much, self._cards):
            column.addWidget(part)
        numbers = QWidget()
        line = FlowLayout(self._look, numbers, gap=24)
        line.stand_at_top()
        for field in (self.leaders, self.staff, self.threshold, self.minutes):
            line.addWidget(field)
        column.addWidget(numbers)
        five = _(
            "Five is a sound minimum where people know each other. You can go down to three; then everyone is told "
            "before they start."
        )
        hint = Text(self._look, five, "caption", "ink3")
        column.addWidget(hint)
        self._settled = (self.way, who, self._how_much, self.threshold, hint)
        column.addWidget(self.time)
        column.addWidget(self.few)

    def _connect(self) -> None:
        for choice in (self.way, self.who, self.how_much, self.cards):
            choice.chosen.connect(self._changed)
        for field in (self.leaders, self.staff, self.minutes, self.threshold):
            field.changed.connect(self._changed)

    def _changed(self, _what: object = None) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Whether the time suffices, and who cannot be shown, as the fields stand now."""
        if self._questionnaire is None:
            return
        who = _WHO[self.who.choice or 0]
        for perspective, field in self._fields.items():
            field.setVisible(perspective in who)
        setup = self.read(GroupSetup(Form.FULL, _BOTH, {}, ""))
        needed = time_needed(setup, self._questionnaire)
        self.time.say(needed.sentence, calm=needed.fits)
        self.few.say(" ".join(warnings(setup)), calm=False)


def _under(look: Look, question: str, choice: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(6))
    column.addWidget(Text(look, question, "small_strong"))
    column.addWidget(choice)
    return held


def _how_long(questionnaire: Questionnaire, form: Form) -> str:
    asked = len(questionnaire.asked(form))
    said = _("All {number} questions, about {minutes} minutes")
    if form is Form.PULSE:
        said = _("Short form, {number} questions, about {minutes} minutes")
    return said.format(number=asked, minutes=in_words(minutes(asked)))


def _how_many_cards(questionnaire: Questionnaire) -> str:
    number = len(questionnaire.scenarios)
    said = ngettext("{number} scenario card after the questions", "{number} scenario cards after the questions", number)
    return capitalised(said.format(number=in_words(number)))
