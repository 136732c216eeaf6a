"""Before question 1: what happens, who can see it, and the four things worth saying first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.collecting.set_up import in_a_list
from trustcheck.app.ports import Store
from trustcheck.app.questionnaires.how_much import how_long, how_much
from trustcheck.domain.checks.round import RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.ui.answering.question_help import DefinitionLines
from trustcheck.ui.answering.target_choice import TargetChoice
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.choices import CardFace, ChoiceGroup
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.into_view import tab_in_reading_order
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.kit.layout import Columns, empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day

# What somebody should know before the first question: who sees it, where it lies, what it may not be used for.


class GoodToKnow(Card):
    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(24, 20), gap=12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._lines, self._words = QVBoxLayout(), tuple[str, ...]()
        self.definitions = DefinitionLines(look)
        self.column.addWidget(Text(look, _("Good to know"), "section"))
        self.column.addLayout(self._lines)
        self.column.addWidget(Text(look, _("Words that mean the same to everybody"), "small_strong", "ink2"))
        self.column.addWidget(self.definitions)
        self.column.addStretch(1)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said here, line by line."""
        return (*self._words, *self.definitions.words)

    def show_lines(
        self, questionnaire: Questionnaire, perspective: Perspective, *, goes_on_by_itself: bool, is_protected: bool
    ) -> None:
        lines = _lines(questionnaire, goes_on_by_itself=goes_on_by_itself, is_protected=is_protected)
        self._words = tuple(words for _icon, words in lines)
        empty(self._lines)
        self._lines.setSpacing(self._look.px(12))
        for icon, words in lines:
            self._lines.addWidget(self._line(icon, words))
        self.definitions.show_definitions(questionnaire.definitions_for(perspective))

    def _line(self, icon: str, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(12))
        row.addWidget(Icon(self._look, icon, "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._look, words, "small"), 1)
        return holder


def _lines(questionnaire: Questionnaire, *, goes_on_by_itself: bool, is_protected: bool) -> Sequence[tuple[str, str]]:
    by_itself = _("After a click or a digit the next question comes by itself. Settings turn that off.")
    before = questionnaire.before or (
        _("I don\u2019t know is an answer too. It is counted, and never scored."),
        _("The answers are for thinking and talking, not for {uses}.").format(uses=in_a_list()),
    )
    return (
        ("list-checks", _("One question at a time. Skip, go back, change your mind: nothing is final.")),
        *([("arrow-right", by_itself)] if goes_on_by_itself else []),
        *(("check", words) for words in before),
        ("eye", _("Who sees it: you. Nobody else, unless you show it.")),
        ("lock", _kept(is_protected=is_protected)),
    )


def _kept(*, is_protected: bool) -> str:
    if is_protected:
        return _("It stays in one file on this computer, encrypted: whoever has your passphrase can read it.")
    return _("It stays in one file on this computer. It is not encrypted: whoever can open your files can read it.")


# Which questions are asked, where there are others than those that come with the program.


class WhichOne(QWidget):
    """Signals: ``chosen`` with a questionnaire. There only while there is something to choose."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.choice: ChoiceGroup | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def offer(self, questionnaires: Sequence[Questionnaire]) -> None:
        """The first of them is chosen."""
        empty(self._column)
        self.choice = None
        if len(questionnaires) > 1:
            faces = [CardFace(each.title, detail=_in_short(each, questionnaires)) for each in questionnaires]
            self.choice = ChoiceGroup(self._look, _("Which questions?"), faces, in_a_row=2)
            self.choice.chosen.connect(lambda at: self.chosen.emit(questionnaires[at]))
            self._column.addWidget(self.choice)
        self.setVisible(self.choice is not None)


def _in_short(asked: Questionnaire, among: Sequence[Questionnaire]) -> str:
    """How much it asks; and what tells it apart where another has the same name."""
    said = how_much(len(asked.items))
    if sum(each.id == asked.id for each in among) > 1:
        return _("{questions}; version {version}, {language}").format(
            questions=said, version=asked.version, language=native_name(asked.language)
        )
    return said


Earlier = Mapping[tuple[str, Perspective], date]
_PERSPECTIVES = (Perspective.STAFF, Perspective.LEADER)
_FORMS = (Form.FULL, Form.PULSE)


@dataclass(frozen=True)
class StartView:
    """What the page begins with. Empty words are filled with what suits most people."""

    questionnaire: Questionnaire
    place: str = ""
    leaders_are: str = ""
    perspective: Perspective = Perspective.STAFF
    form: Form = Form.FULL
    goes_on_by_itself: bool = False
    """Whether the next question comes by itself after an answer: said before it happens."""
    is_protected: bool = False
    """Whether the data file has a passphrase."""
    others: tuple[Questionnaire, ...] = ()
    """What can be asked instead of ``questionnaire``, in the order in which it is offered."""
    earlier: Earlier = field(default_factory=dict)
    """By place and perspective, when the last check was closed that this one may start from."""


@dataclass(frozen=True, slots=True)
class StartChoice:
    """What somebody chose before question 1."""

    place: str
    perspective: Perspective
    form: Form
    leaders_are: str
    from_last_time: bool = False
    """The answers and facts of the last check stand as proposals."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """What is aimed for, before any score; empty where everything is as usual."""


class StartPage(FocusFrame):
    """Signals: ``begun`` with a :class:`StartChoice`, ``cancelled``."""

    begun = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=1040)
        self.name, self._waits = _("Before you begin"), False
        self._view: StartView | None = None
        self._suggested = ""
        self.heading, self.lead = Text(look, self.name, "title"), Text(look, "", "lead", "ink2")
        self.place = Field(look, _("What shall we call the place you have in mind?"))
        self.which = WhichOne(look)
        self.which.chosen.connect(self._ask)
        self.who = ChoiceGroup(look, _("Where do you stand?"), _who_faces())
        hint = _("It stands under every question, so that the word keeps its meaning.")
        self.leaders = Field(look, _("Who is meant by leaders?"), hint=hint)
        self.how_much = ChoiceGroup(
            look, _("How much time do you have?"), (CardFace(_("All questions")), CardFace(_("Short form")))
        )
        self.last_time = Switch(look, _("Start from last time"), " ")
        self.last_time.hide()
        self.aims = TargetChoice(look)
        self.know = GoodToKnow(look)
        self.cancel = Button(look, _("Cancel"), "outline")
        self.begin = Button(look, _("Begin"), "primary", trailing="arrow-right")
        self._fill()
        self.who.chosen.connect(self._on_perspective)
        self.how_much.chosen.connect(self._say_how_long)
        self.place.changed.connect(self._offer_last_time)
        self.cancel.clicked.connect(self.cancelled)
        self.begin.clicked.connect(self._begin)

    def show_start(self, view: StartView) -> None:
        self._view = view
        self.place.show_words(view.place or _("My workplace"))
        self.which.offer((view.questionnaire, *view.others))
        self.who.show_choice(_PERSPECTIVES.index(view.perspective))
        self.leaders.show_words(view.leaders_are)
        self._ask(view.questionnaire)
        inner = self.area.widget()
        if inner is not None:
            # What was built for the choice is younger than what stands below it.
            tab_in_reading_order(inner)

    def _ask(self, questionnaire: Questionnaire) -> None:
        """These questions, whatever was asked before; the rest stays as somebody chose it."""
        assert self._view is not None
        form = self.chosen.form if self._view.questionnaire is not questionnaire else self._view.form
        self._view = replace(self._view, questionnaire=questionnaire)
        self.how_much.show_choice(_FORMS.index(form) if questionnaire.pulse else 0)
        self.how_much.setVisible(bool(questionnaire.pulse))
        self.aims.show_targets({}, questionnaire)
        for card, each in zip(self.how_much.cards, _FORMS, strict=True):
            card.explain(_how_long(questionnaire, each))
        for card, face in zip(self.who.cards, _who_faces(), strict=True):
            card.explain(face.detail if questionnaire.speaks_to_both else "")
        self._on_perspective()
        self._say_how_long()

    def first_focus(self) -> QWidget | None:
        return self.place.line

    def announcement(self) -> str:
        return f"{self.name}. {self.lead.text()}"

    def arrange(self) -> None:
        self.column.setSpacing(self.look.px(14))
        self.answers.setSpacing(self.look.px(20))

    @property
    def questionnaire(self) -> Questionnaire:
        """What will be asked."""
        assert self._view is not None
        return self._view.questionnaire

    @property
    def chosen(self) -> StartChoice:
        """What the page says now; an empty line stands for its suggestion."""
        return StartChoice(
            place=self.place.words or _("My workplace"),
            perspective=_PERSPECTIVES[self.who.choice],
            form=_FORMS[self.how_much.choice],
            leaders_are=self.leaders.words or self._suggested,
            from_last_time=self.last_time.isChecked() and not self.last_time.isHidden(),
            targets=self.aims.targets if _FORMS[self.how_much.choice] is Form.FULL else {},
        )

    def _fill(self) -> None:
        form = QWidget()
        self.answers = QVBoxLayout(form)
        self.answers.setContentsMargins(0, 0, 0, 0)
        for part in (self.place, self.which, self.who, self.leaders, self.how_much, self.last_time, self.aims):
            self.answers.addWidget(part)
        self.answers.addStretch(1)
        self.add(self.heading)
        self.add(self.lead)
        self.add(Columns(self.look, form, self.know, narrow=820, gap=40))
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.begin)
        self.footer.addLayout(row)

    def _on_perspective(self) -> None:
        """Other words for other readers. What somebody wrote about leaders themselves is left as it is."""
        suggestion = _leaders_seen_by(self.chosen.perspective)
        if self.leaders.words in ("", self._suggested):
            self.leaders.show_words(suggestion)
        self._suggested = suggestion
        self._offer_last_time()
        if self._view is not None:
            self.know.show_lines(
                self._view.questionnaire,
                self.chosen.perspective,
                goes_on_by_itself=self._view.goes_on_by_itself,
                is_protected=self._view.is_protected,
            )

    def _offer_last_time(self) -> None:
        """Only where the same person stood there in the same place."""
        earlier = self._view.earlier if self._view is not None else {}
        closed_on = earlier.get((self.chosen.place, self.chosen.perspective))
        self.last_time.setVisible(closed_on is not None)
        if closed_on is not None:
            detail = _("What you said on {day} stands there as a proposal. It counts once you confirm or change it.")
            self.last_time.say(self.last_time.text(), detail.format(day=day(closed_on)))

    def _say_how_long(self) -> None:
        if self._view is not None:
            self.lead.setText(_lead(self._view.questionnaire, self.chosen.form))
            self.aims.setVisible(self.chosen.form is Form.FULL)

    def wait(self, *, waiting: bool) -> None:
        """While the check is begun: pressed twice, it would begin two. The keyboard stays on the button, lest the
        second time press another one.
        """
        self._waits = waiting

    def _begin(self) -> None:
        if not self._waits:
            self.begun.emit(self.chosen)


def _who_faces() -> tuple[CardFace, CardFace]:
    return (
        CardFace(_("I work here"), detail=_("The questions speak of leaders as \u201cthey\u201d.")),
        CardFace(_("I lead here"), detail=_("The questions speak of leaders as \u201cwe\u201d.")),
    )


def _leaders_seen_by(perspective: Perspective) -> str:
    if perspective is Perspective.LEADER:
        return _("the people who lead this place, you among them")
    return _("the people who lead this place")


def _lead(questionnaire: Questionnaire, form: Form) -> str:
    asked = len(questionnaire.asked(form))
    return ngettext(
        "{number} question, {time}. You can stop at any time and go on later.",
        "{number} questions, {time}. You can stop at any time and go on later.",
        asked,
    ).format(number=asked, time=how_long(asked))


def _how_long(questionnaire: Questionnaire, form: Form) -> str:
    asked = len(questionnaire.asked(form))
    said = how_much(asked)
    if form is Form.FULL:
        return _("{questions}. Every theme has its answer.").format(questions=said)
    return _("{questions}. The large picture, without themes.").format(questions=said)


# The page before the first question of one's own check, filled as the last one was begun.


def start_view(
    store: Store, rounds: tuple[RoundSummary, ...], askable: Sequence[Questionnaire], at_hand: int, *, goes_on: bool
) -> StartView:
    """``rounds`` are the person's own, newest first; of what is ``askable``, that of last time comes first, otherwise
    the first. Where a client is ``at_hand``, only theirs are gone by: what is filled in must name no other.
    """
    first, *others = askable
    new = StartView(first, goes_on_by_itself=goes_on, is_protected=store.safety.is_protected, others=tuple(others))
    last = next((each for each in rounds if at_hand in (0, each.organisation.id)), None)
    if last is None:
        return new
    before = store.rounds.round(last.id)
    mine = [each for each in rounds if at_hand in (0, each.organisation.id)]
    first, *others = sorted(askable, key=lambda each: _unlike(each, before.questionnaire))
    return replace(
        new,
        questionnaire=first,
        others=tuple(others),
        place=last.organisation.name,
        leaders_are=before.leaders_are,
        perspective=last.perspective,
        form=last.form,
        earlier={key: each.closed_on for key, each in last_closed(mine).items() if each.closed_on is not None},
    )


def last_closed(rounds: Sequence[RoundSummary]) -> dict[tuple[str, Perspective], RoundSummary]:
    """Of one person's rounds, newest first, the one that another of the same place and perspective may start from."""
    found: dict[tuple[str, Perspective], RoundSummary] = {}
    for each in rounds:
        if each.state is RoundState.CLOSED and each.retests is None:
            found.setdefault((each.organisation.name, each.perspective), each)
    return found


def _unlike(asked: Questionnaire, then: Questionnaire) -> tuple[bool, bool]:
    """Sorts what was asked last time first, in the language of last time before others."""
    return asked.id != then.id, asked.language != then.language
