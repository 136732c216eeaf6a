"""The page on which a questionnaire is written, one of its parts at a time."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.authoring.author import FoundMistake
from trustcheck.app.authoring.editing import Editing, ids_in
from trustcheck.app.authoring.edits import as_finished
from trustcheck.app.authoring.hints import NONE, HintWords
from trustcheck.app.authoring.places import Where
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.authoring.before_part import BeforePart
from trustcheck.ui.authoring.other_parts import CardsPart, OrderPart, QuestionnairePart
from trustcheck.ui.authoring.part_view import PartView
from trustcheck.ui.authoring.parts import BEFORE, CARDS, ORDER, TABLE, WHOLE, entries, part_of
from trustcheck.ui.authoring.question_parts import OwnQuestionsPart, ThemePart
from trustcheck.ui.authoring.staying import StandsAt, same_place, stands_at
from trustcheck.ui.authoring.table_part import TablePart
from trustcheck.ui.authoring.trying_out import why_not_tried
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.results.theme_chooser import OWN_QUESTIONS, ChooserPage, ChooserWords
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_PARTS = (WHOLE, BEFORE, OWN_QUESTIONS, ORDER, CARDS, TABLE)


class AuthoringPage(ChooserPage):
    """Signals: ``written`` with a place and a value, ``rested``, ``deed_asked`` with a deed, ``undo_asked``,
    ``redo_asked``, ``save_asked`` for a finished version, ``try_asked`` to answer it as people will, ``left`` to the
    list; ``template_asked`` and ``table_asked`` for a table of questions, ``table_taken`` to take it in.
    """

    written = Signal(object, object)
    rested = Signal()
    deed_asked = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()
    save_asked = Signal()
    try_asked = Signal()
    left = Signal()
    template_asked = Signal()
    table_asked = Signal()
    table_taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Write a questionnaire")
        self.editing: Editing | None = None
        self._words: HintWords = NONE
        self.view: PartView | None = None
        self.mistakes: tuple[FoundMistake, ...] = ()
        self._said = ""
        self.undo = self.redo = self.save = Button(look, "")
        self._keys()

    def chooser_words(self) -> ChooserWords:
        return ChooserWords(
            _("Parts of the questionnaire"), _("Choose a part"), _("Part {at} of {all}"),
            _("Choose a part: {theme}, {at} of {all}"),
        )  # fmt: skip

    def show_editing(self, editing: Editing, words: HintWords, part: str = "", *, stays: bool = False) -> None:
        """The questionnaire as it is now, at a part of it: the one asked for, or the one that was there. The keyboard
        goes into what came, unless it ``stays``.
        """
        before, self.editing, self._words, self._said = self.editing, editing, words, ""
        at, scrolled = stands_at(self, self.view), self.verticalScrollBar().value()
        self.show_themes(entries(editing.asked, _PARTS, {}), part)
        if before is None or part or self.view is None:
            return
        self.view.unfold(at.unfolded)
        self.verticalScrollBar().setValue(scrolled)
        self._stand_at(at, frozenset() if stays else _came(before.asked, editing.asked))

    def show_written(self, editing: Editing) -> None:
        """The same after words were written in a field: nothing but what they change is drawn again."""
        self.editing, self._said = editing, ""
        if self.view is not None:
            self.view.refresh(editing.asked)
        self._show_steps()

    def show_mistakes(self, mistakes: Sequence[FoundMistake]) -> None:
        """What stands in the way of asking it, each where it is."""
        self.mistakes = tuple(mistakes)
        if self.view is not None:
            self.view.show_mistakes(mistakes)
        self._status.setText(self._state())
        self.first.setVisible(bool(mistakes))

    def say(self, words: str) -> None:
        """What came of the last thing that was asked for."""
        self._said = words
        self._status.setText(self._state())
        announce(self, words)

    def show_first_mistake(self) -> None:
        """Go to the part and the field that stands first in the way."""
        assert self.editing is not None
        for each in self.mistakes:
            part = part_of(self.editing.asked, each.key)
            if part != self.theme_id:
                self._show(part)
            if self.view is not None and (field := self.view.field_at(each.key)) is not None:
                self.view.show_mistakes(self.mistakes)
                field.focus()
                self.bring_into_view(field)
                return
        if self.mistakes:
            self.say(self.mistakes[0].sentence)

    def view_of(self, theme_id: str) -> QWidget:
        assert self.editing is not None
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(12))
        self._add_bar(column)
        self.view = view = _view(self.look, self.editing.asked, self._words, theme_id)
        view.written.connect(self.written)
        view.rested.connect(self.rested)
        view.deed_asked.connect(self.deed_asked)
        view.undo_asked.connect(self.undo_asked)
        view.redo_asked.connect(self.redo_asked)
        view.show_mistakes(self.mistakes)
        if isinstance(view, TablePart):
            view.template_asked.connect(self.template_asked)
            view.table_asked.connect(self.table_asked)
            view.taken.connect(self.table_taken)
        if isinstance(view, QuestionnairePart):
            view.scale_before = self.editing.longest_scale
        column.addWidget(view)
        return held

    def _add_bar(self, column: QVBoxLayout) -> None:
        assert self.editing is not None
        version = as_finished(self.editing.asked).version
        back = Button(self.look, _("All questionnaires"), "quiet", icon="arrow-left", height=36)
        back.stand_flush()
        back.clicked.connect(self.left)
        self.undo = Button(self.look, _("Undo"), "quiet", height=36)
        self.undo.clicked.connect(self.undo_asked)
        self.redo = Button(self.look, _("Redo"), "quiet", height=36)
        self.redo.clicked.connect(self.redo_asked)
        self.try_it = Button(self.look, _("See it as people will"), "outline", icon="eye", height=36)
        self.try_it.clicked.connect(self.try_asked)
        self.save = Button(self.look, _("Save version {version}").format(version=version), "primary", height=36)
        self.save.clicked.connect(self.save_asked)
        column.addWidget(ButtonRow(self.look, back, self.undo, self.redo, self.try_it, self.save))
        self._status = Text(self.look, "", "small", "ink2")
        column.addWidget(self._status)
        self.first = Button(self.look, _("Show the first"), "quiet", trailing="chevron-right", height=32)
        self.first.stand_flush()
        self.first.clicked.connect(self.show_first_mistake)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self.first.setVisible(bool(self.mistakes))
        self._show_steps()

    def _state(self) -> str:
        kept = self._said or _("What you write is kept at once, and can be taken back step by step.")
        assert self.editing is not None
        number = len(self.mistakes)
        said = ngettext("{number} thing is still to be done.", "{number} things are still to be done.", number)
        told = (kept, why_not_tried(self.editing.asked), said.format(number=number) if number else "")
        return " ".join(each for each in told if each)

    def _show_steps(self) -> None:
        assert self.editing is not None
        self.try_it.setEnabled(not (why := why_not_tried(self.editing.asked)))
        self.try_it.setAccessibleDescription(why)
        self.try_it.setToolTip(why)
        self._status.setText(self._state())
        self.undo.setEnabled(self.editing.can_undo)
        self.redo.setEnabled(self.editing.can_redo)

    def _stand_at(self, at: StandsAt, came: Collection[Where]) -> None:
        """Put the keyboard into what came, or where it was, or by which it can be taken back."""
        assert self.view is not None
        fields = [field for where, field in self.view.fields.items() if where[:2] in came]
        if fields:
            fields[0].focus()
            self.bring_into_view(fields[0])
        elif at.kind is not None:
            steps = (each for each in (self.undo, self.redo) if each.isEnabled())
            stands = same_place(self, self.view, at) or next(steps, None) or self.first_focus()
            assert stands is not None
            stands.setFocus()
            self.bring_into_view(stands)

    def _keys(self) -> None:
        keys = QKeySequence.StandardKey
        for key, said in ((keys.Undo, self.undo_asked), (keys.Redo, self.redo_asked), (keys.Save, self.save_asked)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(said)


def _view(look: Look, asked: Questionnaire, words: HintWords, part: str) -> PartView:
    if part in asked.theme_by_id:
        return ThemePart(look, asked, words, part)
    kinds: dict[str, type[PartView]] = {
        WHOLE: QuestionnairePart,
        BEFORE: BeforePart,
        ORDER: OrderPart,
        CARDS: CardsPart,
        OWN_QUESTIONS: OwnQuestionsPart,
        TABLE: TablePart,
    }
    return kinds[part](look, asked, words)


def _came(before: Questionnaire, after: Questionnaire) -> frozenset[Where]:
    """The entries that were not there before; those without an id come at the end of their list."""
    lists = ("pillars", "themes", "items", "practices", "suggestions", "scenarios")
    new = ids_in(after) - ids_in(before)
    named = {(name, each.id) for name in lists for each in getattr(after, name) if each.id in new}
    counts = {name: (len(getattr(before, name)), len(getattr(after, name))) for name in ("before", "definitions")}
    return frozenset(named | {(name, place) for name, (was, now) in counts.items() for place in range(was, now)})


def focused_place(page: AuthoringPage) -> Where:
    """The place in which somebody writes; empty where the keyboard is elsewhere."""
    fields = page.view.fields if page.view is not None else {}
    return next((where for where, each in fields.items() if each.text_box.box.hasFocus()), ())
