"""The page on which a questionnaire of one's own is translated: each sentence beside its original."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.authoring.translating import Sentence, Translating
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.authoring.parts import BEFORE, CARDS, WHOLE, entries, part_of
from trustcheck.ui.authoring.written_field import WrittenField
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.results.theme_chooser import OWN_QUESTIONS, ChooserPage, ChooserWords
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_PARTS = (WHOLE, BEFORE, OWN_QUESTIONS, CARDS)
_LONGEST_TAG = 8
_SHOWN = 5
"""Mistakes of a table at once: more are mended after these."""


class TranslationPage(ChooserPage):
    """Signals: ``written`` with the place of a sentence and its words, ``rested`` when a field is left, ``undo_asked``,
    ``language_asked`` with a tag, ``save_asked`` and ``table_asked`` for a table of the sentences, ``left`` to the
    list.
    """

    written = Signal(str, str)
    rested = Signal()
    undo_asked = Signal()
    language_asked = Signal(str)
    save_asked = Signal()
    table_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Translate a questionnaire")
        self.fields: dict[str, WrittenField] = {}
        self._asked: Questionnaire | None = None
        self._translating: Translating | None = None
        self._languages: tuple[str, ...] = ()
        self._said = ""
        self._mistakes: tuple[str, ...] = ()
        self._can_undo = False
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo_asked)

    def chooser_words(self) -> ChooserWords:
        return ChooserWords(
            _("Parts of the questionnaire"), _("Choose a part"), _("Part {at} of {all}"),
            _("Choose a part: {theme}, {at} of {all}"),
        )  # fmt: skip

    def show_translating(
        self, asked: Questionnaire, translating: Translating, languages: Sequence[str], *, can_undo: bool
    ) -> None:
        """``asked`` is the original; ``languages`` are those that can be chosen without being typed."""
        self._asked, self._translating, self._languages = asked, translating, tuple(languages)
        self._can_undo, self._said = can_undo, ""
        missing = Counter(part_of(asked, each.key) for each in translating.missing)
        there = {part_of(asked, each.key) for each in translating.sentences}
        at = self.verticalScrollBar().value()
        parts = [each for each in _PARTS if each in there]
        self.show_themes(entries(asked, parts, {part: str(number) for part, number in missing.items()}), self.theme_id)
        self.verticalScrollBar().setValue(at)

    def show_written(self, translating: Translating) -> None:
        """The same after words were written in a field."""
        self._translating, self._can_undo, self._said = translating, True, ""
        self._show_state()
        for each in translating.sentences:
            if each.key in self.fields:
                self._say(self.fields[each.key], each)

    def show_mistakes(self, mistakes: Sequence[str]) -> None:
        """What is wrong in the file as it lies there, beside sentences that are missing."""
        self._mistakes = tuple(mistakes)
        self._status.setText(self._state())

    def say(self, words: str) -> None:
        """What came of the last thing that was asked for."""
        self._said = words
        self._status.setText(self._state())
        announce(self, words)

    def say_mistakes(self, mistakes: Sequence[str]) -> None:
        """Why a table is not taken in."""
        more = len(mistakes) - _SHOWN
        said = [_("Nothing comes in until these are mended:"), *mistakes[:_SHOWN]]
        if more > 0:
            said.append(ngettext("And {number} more.", "And {number} more.", more).format(number=more))
        self.say("\n".join(said))

    def view_of(self, theme_id: str) -> QWidget:
        assert self._asked is not None
        assert self._translating is not None
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(12))
        self._add_bar(column)
        self._add_languages(column)
        self.fields = {}
        column.addWidget(Text(self.look, self._names[theme_id], "title"))
        for each in self._translating.sentences:
            if part_of(self._asked, each.key) == theme_id:
                column.addWidget(self._row(each))
        self._show_state()
        return held

    def _add_bar(self, column: QVBoxLayout) -> None:
        back = Button(self.look, _("All questionnaires"), "quiet", icon="arrow-left", height=36)
        back.stand_flush()
        back.clicked.connect(self.left)
        self.undo = Button(self.look, _("Undo"), "quiet", height=36)
        self.undo.clicked.connect(self.undo_asked)
        self.save = Button(self.look, _("Save as a table\u2026"), "outline", icon="download", height=36)
        self.save.clicked.connect(self.save_asked)
        self.take = Button(self.look, _("Take in a table\u2026"), "outline", height=36)
        self.take.clicked.connect(self.table_asked)
        column.addWidget(ButtonRow(self.look, back, self.undo, self.save, self.take))
        self._status = Text(self.look, "", "small", "ink2")
        self._status.can_be_copied()
        column.addWidget(self._status)

    def _add_languages(self, column: QVBoxLayout) -> None:
        assert self._translating is not None
        card = Card(self.look, padding=(20, 14), gap=8)
        tags = self._languages
        card.column.addWidget(Text(self.look, _("Into which language?"), "caption", "ink2"))
        choice = Segmented(self.look, _("Into which language?"), [native_name(each) for each in tags])
        choice.show_choice(tags.index(self._translating.language) if self._translating.language in tags else None)
        choice.chosen.connect(lambda at: self.language_asked.emit(tags[at]))
        card.column.addWidget(choice)
        self.other = Field(
            self.look, _("Another one, by its code"), hint=_("Like nl, or pt-BR, and then Enter."), limit=_LONGEST_TAG
        )
        self.other.line.returnPressed.connect(lambda: self.language_asked.emit(self.other.words))
        card.column.addWidget(self.other)
        column.addWidget(card)

    def _row(self, sentence: Sentence) -> QWidget:
        assert self._translating is not None
        original = QWidget()
        column = QVBoxLayout(original)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(4))
        column.addWidget(Text(self.look, sentence.key, "caption", "ink3"))
        words = Text(self.look, sentence.original, "body")
        words.can_be_copied()
        column.addWidget(words)
        column.addStretch(1)
        spoken = native_name(self._translating.language)
        field = WrittenField(self.look, (sentence.key,), spoken, sentence.translated, about=sentence.original)
        field.changed.connect(lambda said: self.written.emit(sentence.key, said))
        field.rested.connect(self.rested)
        field.undo_asked.connect(self.undo_asked)
        self.fields[sentence.key] = field
        self._say(field, sentence)
        card = Card(self.look, padding=(20, 14), gap=8)
        card.setAccessibleName(sentence.original)
        card.column.addWidget(Columns(self.look, original, field, narrow=560))
        return card

    def _say(self, field: WrittenField, sentence: Sentence) -> None:
        field.show_words(sentence.translated)
        assert self._translating is not None
        field.say((), (_("Still missing."),) if sentence in self._translating.missing else ())

    def _show_state(self) -> None:
        self.undo.setEnabled(self._can_undo)
        self._status.setText(self._state())

    def _state(self) -> str:
        assert self._translating is not None
        number = len(self._translating.missing)
        missing = ngettext("{number} sentence is still missing.", "{number} sentences are still missing.", number)
        whole = "" if self._mistakes else _("Every sentence is there: checks can be asked in this language.")
        told = (self._said, missing.format(number=number) if number else whole, *self._mistakes[:_SHOWN])
        return "\n".join(each for each in told if each)
