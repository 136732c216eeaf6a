"""The second page of a new check: what everybody reads before the first question, and what is decided for all."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.collecting.promises_read import notes_policy, small_group
from trustcheck.app.collecting.set_up import Missing, SetUpPart, refused_uses, takes_notes
from trustcheck.domain.checks.group_round import NORMAL_IMPORTANCE, NOTES_FROM, GroupSetup, NotesUse
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, Theme
from trustcheck.ui.answering.target_choice import TargetChoice
from trustcheck.ui.answering.theme_lines import ThemeLines
from trustcheck.ui.kit.choices import CardFace, ChoiceGroup
from trustcheck.ui.kit.fields import Field, LabelledBox
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Strip
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

# How much each theme matters, decided before anybody sees a score; folded away, since normal suits most.


_LEVELS = (1, NORMAL_IMPORTANCE, 3)


class ImportanceChoice(ThemeLines):
    def __init__(self, look: Look) -> None:
        why = _("It decides which suggestions come first, and is set before anybody sees a score. Normal suits most.")
        super().__init__(look, _("How much each theme matters"), why)

    def show_importance(self, importance: Mapping[str, int], questionnaire: Questionnaire) -> None:
        self.offer(questionnaire, self._choice)
        for theme_id, choice in self.themes.items():
            choice.show_choice(_LEVELS.index(importance.get(theme_id, NORMAL_IMPORTANCE)))
        if any(level != NORMAL_IMPORTANCE for level in importance.values()):
            self.fold.show_open(is_open=True)

    @property
    def importance(self) -> dict[str, int]:
        """The themes that matter more or less than usual."""
        chosen = {theme_id: _LEVELS[choice.choice or 0] for theme_id, choice in self.themes.items()}
        return {theme_id: level for theme_id, level in chosen.items() if level != NORMAL_IMPORTANCE}

    def _choice(self, theme: Theme) -> Segmented:
        said = _("How much does {theme} matter?").format(theme=theme.name)
        return Segmented(self._look, said, (_("Low"), _("Normal"), _("High")))


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
        self.guesses = Switch(look, _("Leaders guess what staff will answer"), _guesses_detail())
        self.dots = Switch(look, _("Ask whether dots may stand on the wall"), _dots_detail())
        self.importance = ImportanceChoice(look)
        self.targets = TargetChoice(look)
        self._fill()

    def show_setup(self, setup: GroupSetup, questionnaire: Questionnaire) -> None:
        """Show a set-up whose first page is filled: what is asked here follows from it."""
        for held, words in ((self.leaders, setup.leaders_are), (self.staff, setup.staff_are)):
            held.show_words(words)
        self.routes.show_words(setup.routes)
        self.notes.show_choice(_NOTES.index(setup.notes))
        self.one_leader.setChecked(setup.one_leader_agreed)
        self.rows.setChecked(setup.rows_may_leave)
        self.guesses.setChecked(setup.guesses)
        self.dots.setChecked(setup.dots)
        self.importance.show_importance(setup.importance, questionnaire)
        self.targets.show_targets(setup.targets, questionnaire)
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
                self.guesses,
                self.dots,
                self.importance,
                self.targets,
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
        self.targets.setVisible(setup.form is Form.FULL)
        self.guesses.setVisible(setup.compares and setup.form is Form.FULL)

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
            guesses=self.guesses.isChecked(),
            dots=self.dots.isChecked(),
            importance=self.importance.importance,
            targets=self.targets.targets,
        )

    def complain(self, missing: tuple[Missing, ...]) -> QWidget | None:
        """Say at each field what is missing from it; the first of these fields, or ``None`` when none is here."""
        said = {each.part: each.sentence for each in missing}
        self.leaders.complain(said.get(SetUpPart.LEADERS, ""))
        self.staff.complain(said.get(SetUpPart.STAFF, ""))
        self.routes.complain(said.get(SetUpPart.ROUTES, ""))
        places: dict[SetUpPart, QWidget] = {
            SetUpPart.LEADERS: self.leaders.line,
            SetUpPart.STAFF: self.staff.line,
            SetUpPart.ROUTES: self.routes.text_box.box,
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
            self.guesses,
            self.dots,
            self.importance,
            self.targets,
            Text(self._look, refused_uses(), "caption", "ink3"),
        ):
            column.addWidget(part)


def _guesses_detail() -> str:
    return _(
        "After their own answers, one tap for each theme. The result shows what leaders believe, what they expected and"
        " what staff say. Staff can answer months later: open the check again for them."
    )


def _dots_detail() -> str:
    return _(
        "For a session in one room. Everybody is asked before the first question; dots stand there only if all agree"
        " and at least five answer, for up to three questions."
    )


def _note_faces() -> tuple[CardFace, ...]:
    """In the order of ``_NOTES``."""
    return (
        CardFace(_("No notes"), detail=notes_policy(NotesUse.NONE)),
        CardFace(_("For the facilitator"), detail=notes_policy(NotesUse.FACILITATOR)),
        CardFace(_("For the group"), detail=notes_policy(NotesUse.GROUP)),
    )
