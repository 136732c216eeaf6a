"""The second page of a new check: what everybody reads before the first question, and what is decided for all."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.refused_uses import refused_uses
from trustcheck.app.set_up import Missing, Part, takes_notes
from trustcheck.domain.group_round import NOTES_FROM, GroupSetup, NotesUse
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
from trustcheck.ui.look import Look
from trustcheck.ui.promises_read import notes_policy, small_group
from trustcheck.ui.widgets.choice_group import ChoiceGroup
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.importance_choice import ImportanceChoice
from trustcheck.ui.widgets.labelled_box import LabelledBox
from trustcheck.ui.widgets.radio_card import Face
from trustcheck.ui.widgets.strip import Strip
from trustcheck.ui.widgets.switch import Switch
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_NOTES = (NotesUse.NONE, NotesUse.FACILITATOR, NotesUse.GROUP)


class WhatEverybodyReads(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._is_open = look, False
        self.small_group = Strip(look, "users")
        hint = _("For example: the seven members of the management team. Staff and leaders must mean the same people.")
        self.leaders = Field(look, _("Who is meant by leaders?"), hint=hint)
        self.staff = Field(look, _("Who is meant by staff?"), hint=_("For example: everybody else who works here."))
        self.routes = LabelledBox(
            look,
            _("Where can somebody turn with a concern?"),
            hint=_(
                "A questionnaire cannot act on danger, harassment or crime. Name people, and how to reach them. It is"
                " kept with the organisation, so that the next check has it already."
            ),
        )
        self.notes = ChoiceGroup(look, _("What happens to notes?"), _note_faces(), narrow=640)
        too_few = _("Notes are read from {number} answers on: in a smaller group the wording gives people away.")
        self.no_notes = Text(look, too_few.format(number=NOTES_FROM), "body", "ink2")
        self.one_leader = Switch(
            look,
            _("The only leader wants to see where they stand"),
            _("They agreed to it. Only their own report says so, and nobody else\u2019s."),
        )
        self.rows = Switch(
            look,
            _("Answers may leave as rows"),
            _("For an export with one row for each person, without names or notes. Everybody reads so beforehand."),
        )
        self.importance = ImportanceChoice(look)
        self._fill()

    def show_setup(self, setup: GroupSetup, questionnaire: Questionnaire) -> None:
        """Show a set-up whose first page is filled: what is asked here follows from it."""
        for held, words in ((self.leaders, setup.leaders_are), (self.staff, setup.staff_are)):
            held.show_words(words)
        self.routes.show_words(setup.routes)
        self.notes.show_choice(_NOTES.index(setup.notes))
        self.one_leader.setChecked(setup.one_leader_agreed)
        self.rows.setChecked(setup.rows_may_leave)
        self.importance.show_importance(setup.importance, questionnaire)
        self.follow(setup)

    def leave_open(self, *, is_open: bool) -> None:
        """Leave only what may change once people answer."""
        self._is_open = is_open

    def first_focus(self) -> QWidget:
        return self.routes.text_box.box if self._is_open else self.leaders.line

    def follow(self, setup: GroupSetup) -> None:
        """Show what the numbers on the first page leave to decide."""
        if self._is_open:
            for part in (
                self.leaders,
                self.staff,
                self.notes,
                self.no_notes,
                self.one_leader,
                self.rows,
                self.importance,
            ):
                part.hide()
            return
        self.leaders.show()
        self.small_group.say(small_group(setup), calm=False)
        self.staff.setVisible(Perspective.STAFF in setup.perspectives)
        self.notes.setVisible(takes_notes(setup))
        self.no_notes.setVisible(not takes_notes(setup))
        self.one_leader.setVisible(setup.compares and setup.invited.get(Perspective.LEADER) == 1)
        self.importance.setVisible(setup.form is Form.FULL)

    def read(self, setup: GroupSetup) -> GroupSetup:
        """``setup`` with what stands on this page."""
        return replace(
            setup,
            leaders_are=self.leaders.words,
            staff_are=self.staff.words,
            routes=self.routes.words,
            notes=_NOTES[self.notes.choice],
            one_leader_agreed=self.one_leader.isChecked(),
            rows_may_leave=self.rows.isChecked(),
            importance=self.importance.importance,
        )

    def complain(self, missing: tuple[Missing, ...]) -> QWidget | None:
        """Say at each field what is missing from it; the first of these fields, or ``None`` when none is here."""
        said = {each.part: each.sentence for each in missing}
        self.leaders.complain(said.get(Part.LEADERS, ""))
        self.staff.complain(said.get(Part.STAFF, ""))
        self.routes.complain(said.get(Part.ROUTES, ""))
        places: dict[Part, QWidget] = {
            Part.LEADERS: self.leaders.line,
            Part.STAFF: self.staff.line,
            Part.ROUTES: self.routes.text_box.box,
        }
        return next((place for part, place in places.items() if part in said), None)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(18))
        for part in (
            self.small_group,
            self.leaders,
            self.staff,
            self.one_leader,
            self.routes,
            self.notes,
            self.no_notes,
            self.rows,
            self.importance,
            Text(self._look, refused_uses(), "caption", "ink3"),
        ):
            column.addWidget(part)


def _note_faces() -> tuple[Face, ...]:
    """In the order of ``_NOTES``."""
    return (
        Face(_("No notes"), detail=notes_policy(NotesUse.NONE)),
        Face(_("For the facilitator"), detail=notes_policy(NotesUse.FACILITATOR)),
        Face(_("For the group"), detail=notes_policy(NotesUse.GROUP)),
    )
