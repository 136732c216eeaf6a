"""A new check for several people, in two steps and a last look: how they answer, what everybody reads, and open it."""

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.set_up import Missing, missing, settled
from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.set_up_view import NewCheckView, PlannedCheck, ReadyCheck, Step, step_words, which_words
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.focus_frame import FocusFrame
from trustcheck.ui.widgets.how_people_answer import HowPeopleAnswer
from trustcheck.ui.widgets.listing import Listing
from trustcheck.ui.widgets.ready_lines import ready_table
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.what_everybody_reads import WhatEverybodyReads


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
        self.step = Step.HOW
        self._view: NewCheckView | None = None
        self._setup = GroupSetup(Form.FULL, (Perspective.LEADER, Perspective.STAFF), {}, "")
        self.where = Text(look, "", "small", "ink3")
        self.heading, self.lead = Text(look, "", "title"), Text(look, "", "lead", "ink2")
        self.how, self.words = HowPeopleAnswer(look), WhatEverybodyReads(look)
        self._which, self._decided = QWidget(), QWidget()
        self.which: Segmented | None = None
        for held in (self._which, self._decided):
            layout = QVBoxLayout(held)
            layout.setContentsMargins(0, 0, 0, 0)
        self.cancel = Button(look, _("Cancel"), "outline")
        self.back = Button(look, _("Back"), "outline", icon="arrow-left")
        self.forward = Button(look, "", "primary", trailing="arrow-right")
        for part in (self._head(), self._which, self.how, self.words, self._decided):
            self.add(part)
        self.column.addStretch(1)
        self._stand_below()
        self.cancel.clicked.connect(self.left)
        self.back.clicked.connect(self._back)
        self.forward.clicked.connect(self._forward)

    def show_new(self, view: NewCheckView) -> None:
        """Begin with the first step."""
        self._view, self._setup = view, view.setup
        self._offer(view)
        self.how.show_setup(view.setup, self._questionnaire)
        self.words.show_setup(view.setup, self._questionnaire)
        self.complain(())
        self._turn_to(Step.HOW)

    def show_ready(self, ready: ReadyCheck) -> None:
        """A last look at a prepared check, before people may answer."""
        layout = self._decided.layout()
        assert layout is not None
        while (entry := layout.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        layout.addWidget(Listing(self.look, _("What was decided"), ready_table(ready.planned), (1, 4)))
        self._say_where(ready.organisation, _("being prepared"))
        self._turn_to(Step.READY)

    def complain(self, found: tuple[Missing, ...]) -> None:
        """Say where something is missing, and put the keyboard there."""
        first, second = self.how.complain(found), self.words.complain(found)
        place = first or second
        if place is None:
            return
        if self.step is not (Step.HOW if first else Step.WORDS):
            self._turn_to(Step.HOW if first else Step.WORDS)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, found[0].sentence, assertive=True)

    def first_focus(self) -> QWidget | None:
        if self.step is Step.HOW:
            return self.how.way.cards[self.how.way.choice]
        return self.words.leaders.line if self.step is Step.WORDS else self.forward

    def announcement(self) -> str:
        return f"{self.heading.text()} {self.lead.text()}"

    def arrange(self) -> None:
        self.column.setSpacing(self.look.px(12))

    @property
    def name(self) -> str:  # type: ignore[override]
        return self.heading.text()

    @property
    def chosen(self) -> GroupSetup:
        """What both steps say now."""
        return settled(self.words.read(self.how.read(self._setup)))

    @property
    def _questionnaire(self) -> Questionnaire:
        assert self._view is not None
        at = self.which.choice or 0 if self.which is not None else 0
        return self._view.questionnaires[at]

    def _head(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(2))
        for text in (self.where, self.heading, self.lead):
            column.addWidget(text)
        return held

    def _stand_below(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(12))
        row.addWidget(self.cancel)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.forward)
        self.footer.addLayout(row)

    def _offer(self, view: NewCheckView) -> None:
        """Which questions are asked, where there is a choice; otherwise which they are."""
        layout = self._which.layout()
        assert layout is not None
        while (entry := layout.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.which = None
        if len(view.questionnaires) > 1:
            layout.addWidget(Text(self.look, _("Which questions?"), "small_strong"))
            names = [which_words(view, at) for at in range(len(view.questionnaires))]
            self.which = Segmented(self.look, _("Which questions?"), names)
            self.which.show_choice(0)
            self.which.chosen.connect(self._ask_another)
            layout.addWidget(self.which)
        elif view.had_one_before and not view.is_change:
            said = _("The same questions as last time, so that you can compare.")
            layout.addWidget(Text(self.look, said, "body", "ink2"))

    def _ask_another(self) -> None:
        self._setup = self.chosen
        self.how.show_setup(self._setup, self._questionnaire)
        self.words.show_setup(self._setup, self._questionnaire)

    def _turn_to(self, step: Step) -> None:
        self.step = step
        if self._view is not None and step is not Step.READY:
            what = _("changing the check") if self._view.is_change else _("new check")
            self._say_where(
                self._view.organisation, _("{what}, step {number} of 2").format(what=what, number=int(step) + 1)
            )
        heading, lead, forward = step_words()[step]
        self.heading.setText(heading)
        self.lead.setText(lead)
        self.forward.say(forward)
        # One press is one check: it can be pressed again once what it asked for is there.
        self.forward.setEnabled(True)
        self._which.setVisible(step is Step.HOW and bool(self._which.findChildren(Text)))
        self.how.setVisible(step is Step.HOW)
        self.words.setVisible(step is Step.WORDS)
        self._decided.setVisible(step is Step.READY)
        self.cancel.say(_("Leave it for now") if step is Step.READY else _("Cancel"))
        self.cancel.setVisible(step is not Step.WORDS)
        self.back.say(_("Change something") if step is Step.READY else _("Back"))
        self.back.setVisible(step is not Step.HOW)
        self.area.verticalScrollBar().setValue(0)

    def _say_where(self, organisation: str, what: str) -> None:
        self.where.setText(_("{organisation}: {what}").format(organisation=organisation, what=what))

    def _back(self) -> None:
        if self.step is Step.READY:
            self.change_asked.emit()
        else:
            self._turn_to(Step.HOW)
            self._arrive()

    def _forward(self) -> None:
        if self.step is Step.READY:
            self.forward.setEnabled(False)
            self.opened.emit()
            return
        found = missing(self.chosen, self._questionnaire)
        self.complain(())
        if self.step is Step.HOW and self.how.complain(found) is None:
            self.words.follow(self.chosen)
            self._turn_to(Step.WORDS)
            self._arrive()
        elif found:
            self.complain(found)
        else:
            self.forward.setEnabled(False)
            self.planned.emit(PlannedCheck(self._questionnaire, self.chosen))

    def try_again(self) -> None:
        """What the last button asked for did not work: it may be asked once more."""
        self.forward.setEnabled(True)
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrive(self) -> None:
        """Another step is another page: the keyboard goes there, and it is read out."""
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.announcement())
