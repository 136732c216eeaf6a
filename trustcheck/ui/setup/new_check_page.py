"""A new check for several people, in two steps and a last look: how they answer, what everybody reads, and open it."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.collecting.set_up import Missing, missing, settled
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.choices import CardFace, ChoiceGroup
from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.into_view import tab_in_reading_order
from trustcheck.ui.kit.layout import FlowLayout, empty
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.setup.how_people_answer import HowPeopleAnswer
from trustcheck.ui.setup.leaders_language import LeadersLanguage
from trustcheck.ui.setup.set_up_view import (
    NewCheckView,
    PlannedCheck,
    ReadyCheck,
    SetUpStep,
    StepWords,
    asks_words,
    how_far,
    ready_table,
    ready_words,
    state_of,
    step_words,
    where_words,
    which_words,
)
from trustcheck.ui.setup.what_everybody_reads import WhatEverybodyReads
from trustcheck.words import gettext as _

# Which questions a new check asks: those of last time first, and the newest where they are others.


class WhichQuestions(QWidget):
    """Signals: ``chosen`` when a person takes another questionnaire."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._questionnaires: tuple[Questionnaire, ...] = ()
        self.choice: Segmented | ChoiceGroup | None = None
        """``None`` where there is nothing to choose."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))

    @property
    def questionnaire(self) -> Questionnaire:
        at = self.choice.choice or 0 if self.choice is not None else 0
        return self._questionnaires[at]

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read or to choose."""
        return self._column.count() > 0

    def show_view(self, view: NewCheckView) -> None:
        empty(self._column)
        self._questionnaires, self.choice = view.questionnaires, None
        if len(view.questionnaires) > 1:
            self._offer(view)
        if view.had_one_before and not view.is_change:
            said = _("The same questions as last time, so that you can compare.")
            same = Text(self._look, said, "body", "ink2")
            self._column.addWidget(same)
            if self.choice is not None:
                self.choice.chosen.connect(lambda at: same.setVisible(at == 0))

    def _offer(self, view: NewCheckView) -> None:
        places = range(len(view.questionnaires))
        if len({each.id for each in view.questionnaires}) > 1:
            faces = [CardFace(which_words(view, at), detail=asks_words(view, at)) for at in places]
            self.choice = ChoiceGroup(self._look, _("Which questions?"), faces, in_a_row=2, titled=False)
        else:
            self.choice = Segmented(self._look, _("Which questions?"), [which_words(view, at) for at in places])
        self.choice.show_choice(0)
        self.choice.chosen.connect(self.chosen)
        self._column.addWidget(Text(self._look, _("Which questions?"), "small_strong"))
        self._column.addWidget(self.choice)


# The buttons below the steps of a new check: in whole words, or in short ones where those would need many lines.


_GAP = 12


class StepButtons(QWidget):
    """``cancel`` and ``back`` at the beginning of the line, ``forward`` at its end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cancel = Button(look, "", "outline")
        self.back = Button(look, "", "outline", icon="arrow-left")
        self.forward = Button(look, "", "primary", trailing="arrow-right")
        self._words = ("", "", "")
        line = FlowLayout(look, self, gap=_GAP)
        line.spread()
        for button in self._all:
            line.addWidget(button)

    def say(self, cancel: str, back: str, forward: str) -> None:
        self._words = (cancel, back, forward)

    def fit(self, width: int) -> None:
        """Stand in ``width`` pixels."""
        self._show(self._words)
        shown = [button for button in self._all if not button.isHidden()]
        gaps = self._look.px(_GAP) * (len(shown) - 1)
        if sum(button.sizeHint().width() for button in shown) + gaps > width:
            self._show(tuple(_short(each) for each in self._words))
        # The footer asks how high it is before it knows how wide.
        self.setFixedHeight(self.heightForWidth(width))

    def _show(self, words: tuple[str, ...]) -> None:
        for button, said in zip(self._all, words, strict=True):
            button.say(said)

    @property
    def _all(self) -> tuple[Button, Button, Button]:
        return self.cancel, self.back, self.forward


def _short(words: str) -> str:
    return {
        _("Leave it for now"): _("Not now"),
        _("Change something"): _("Change"),
        _("Next: what everybody reads"): _("Next"),
        _("Prepare the check"): _("Prepare"),
        _("Open the check"): _("Open"),
    }.get(words, words)


class NewCheckPage(FocusFrame):
    """Signals: ``planned`` with a :class:`PlannedCheck` when everything is decided, ``opened`` when people may answer,
    ``change_asked`` to go back to the steps from the last look, ``left`` to the organisation.
    """

    planned = Signal(object)
    opened = Signal()
    change_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=1040)
        self.step = SetUpStep.HOW
        self._view: NewCheckView | None = None
        self._ready: ReadyCheck | None = None
        self._setup = GroupSetup(Form.FULL, (Perspective.LEADER, Perspective.STAFF), {}, "")
        self.where = Text(look, "", "small", "ink3")
        self.heading, self.lead = Text(look, "", "title"), Text(look, "", "lead", "ink2")
        self.how, self.words = HowPeopleAnswer(look), WhatEverybodyReads(look)
        self.which, self._decided = WhichQuestions(look), QVBoxLayout()
        self.language = LeadersLanguage(look)
        self._buttons = StepButtons(look)
        self.cancel, self.back, self.forward = self._buttons.cancel, self._buttons.back, self._buttons.forward
        self._last_look = QWidget()
        self._last_look.setLayout(self._decided)
        self._decided.setContentsMargins(0, 0, 0, 0)
        for part in (self._head(), self.which, self.how, self.language, self.words, self._last_look):
            self.add(part)
        self.column.addStretch(1)
        self.footer.addWidget(self._buttons)
        self.cancel.clicked.connect(self.left)
        self.back.clicked.connect(self._back)
        self.forward.clicked.connect(self._forward)
        self.which.chosen.connect(self._ask_another)
        self.how.changed.connect(self._show_language)
        self.words.importance.fold.turned.connect(self._show_importance)

    def show_new(self, view: NewCheckView) -> None:
        """Begin with the first step."""
        self._view, self._setup = view, view.setup
        self.which.show_view(view)
        self._show_setup()
        for part in (self.how, self.words):
            part.leave_open(is_open=view.is_open)
        self.complain(())
        self._turn_to(SetUpStep.HOW)

    def show_ready(self, ready: ReadyCheck) -> None:
        """A last look at a prepared check, before people may answer."""
        self._ready = ready
        empty(self._decided)
        self._decided.addWidget(Listing(self.look, _("What was decided"), ready_table(ready.planned), (1, 4)))
        self._turn_to(SetUpStep.READY)

    def complain(self, found: tuple[Missing, ...]) -> None:
        """Say where something is missing, and put the keyboard there."""
        first, second = self.how.complain(found), self.words.complain(found)
        place = first or second
        if place is None:
            return
        if self.step is not (SetUpStep.HOW if first else SetUpStep.WORDS):
            self._turn_to(SetUpStep.HOW if first else SetUpStep.WORDS)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, found[0].sentence, assertive=True)

    def first_focus(self) -> QWidget | None:
        if self.step is SetUpStep.READY:
            return self.forward
        return self.how.first_focus() if self.step is SetUpStep.HOW else self.words.first_focus()

    def announcement(self) -> str:
        return f"{self.heading.text()} {self.lead.text()}"

    def arrange(self) -> None:
        self.column.setSpacing(self.look.px(12))
        self._buttons.fit(self.room)

    @property
    def name(self) -> str:  # type: ignore[override]
        return self.heading.text()

    @property
    def chosen(self) -> GroupSetup:
        """What both steps say now."""
        said = replace(self.words.read(self.how.read(self._setup)), translated=self.language.translated)
        if self._view is None or not self._view.is_open:
            return settled(said)
        # What people were promised stays, whoever else is invited now.
        return replace(self._setup, invited=said.invited, minutes=said.minutes, routes=said.routes)

    def _head(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(2))
        for text in (self.where, self.heading, self.lead):
            column.addWidget(text)
        return held

    def _ask_another(self) -> None:
        self._setup = self.chosen
        self._show_setup()
        self._show_language()

    def _show_setup(self) -> None:
        asked = self.which.questionnaire
        self.how.show_setup(self._setup, asked)
        self.words.show_setup(self._setup, asked)
        self.language.offer(self._setup, asked, self._view.translations(asked) if self._view is not None else ())

    def _show_language(self) -> None:
        is_asked = self.language.choice is not None and not (self._view is not None and self._view.is_open)
        compares = self.how.read(self._setup).compares
        self.language.setVisible(self.step is SetUpStep.HOW and is_asked and compares)

    def _turn_to(self, step: SetUpStep) -> None:
        self.step = step
        self.where.setText(self._whose(step))
        heading, lead, forward = self._words(step)
        self.heading.setText(heading)
        self.lead.setText(lead)
        ready = step is SetUpStep.READY
        self._buttons.say(
            _("Leave it for now") if ready else _("Cancel"), _("Change something") if ready else _("Back"), forward
        )
        # One press is one check: it can be pressed again once what it asked for is there.
        self.forward.setEnabled(True)
        self.which.setVisible(step is SetUpStep.HOW and self.which.has_words)
        self.how.setVisible(step is SetUpStep.HOW)
        self._show_language()
        self.words.setVisible(step is SetUpStep.WORDS)
        self._last_look.setVisible(step is SetUpStep.READY)
        state = self._ready.state if self._ready is not None else RoundState.PREPARING
        self.cancel.setVisible(step is not SetUpStep.WORDS)
        is_over = ready and state is RoundState.CLOSED
        self.back.setVisible(step is not SetUpStep.HOW and not is_over)
        self._buttons.fit(self.room)
        self.area.verticalScrollBar().setValue(0)

    def _show_importance(self, is_open: bool) -> None:
        """What was unfolded below the edge comes up."""
        inner = self.area.widget()
        if is_open and inner is not None:
            self._lay_out()
            place = self.words.importance.mapTo(inner, QPoint(0, 0))
            self.area.verticalScrollBar().setValue(place.y() - self.look.px(16))
            self._tab_as_one_reads()

    def _tab_as_one_reads(self) -> None:
        inner = self.area.widget()
        if inner is not None:
            tab_in_reading_order(inner)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What was built for a questionnaire is younger than the buttons below it.
        self._tab_as_one_reads()

    def _words(self, step: SetUpStep) -> StepWords:
        if step is SetUpStep.READY and self._ready is not None:
            return ready_words(self._ready.state)
        return step_words(step, is_open=self._view is not None and self._view.is_open)

    def _whose(self, step: SetUpStep) -> str:
        if step is SetUpStep.READY and self._ready is not None:
            return where_words(self._ready.organisation, state_of(self._ready.state))
        return where_words(self._view.organisation, how_far(self._view, step)) if self._view is not None else ""

    def _back(self) -> None:
        if self.step is SetUpStep.READY:
            self.change_asked.emit()
        else:
            self._turn_to(SetUpStep.HOW)
            self._arrive()

    def _forward(self) -> None:
        if self.step is SetUpStep.READY:
            self.forward.setEnabled(False)
            self.opened.emit()
            return
        found = missing(self.chosen, self.which.questionnaire)
        self.complain(())
        if self.step is SetUpStep.HOW and self.how.complain(found) is None:
            self.words.follow(self.chosen)
            self._turn_to(SetUpStep.WORDS)
            self._arrive()
        elif found:
            self.complain(found)
        else:
            self.forward.setEnabled(False)
            self.planned.emit(PlannedCheck(self.which.questionnaire, self.chosen))

    def try_again(self) -> None:
        """What the last button asked for did not work: it may be asked once more."""
        self.forward.setEnabled(True)
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrive(self) -> None:
        """Another step is another page: the keyboard goes there, and it is read out."""
        self.setAccessibleName(self.announcement())
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.announcement())
