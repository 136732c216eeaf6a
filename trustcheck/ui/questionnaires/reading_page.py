"""One questionnaire, read in full."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trustcheck.app.questionnaires.how_much import how_much
from trustcheck.app.questionnaires.shelf import Shelved
from trustcheck.app.questionnaires.versions import VersionChanges
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.questionnaires.questionnaire_words import titled, what_is_in_it, which_one
from trustcheck.ui.questionnaires.reading_words import ReadingPart, in_full
from trustcheck.ui.questionnaires.version_words import changed_parts
from trustcheck.words import gettext as _


class ReadingPage(Page):
    """Signals: ``language_asked`` with one of its languages, ``compare_asked`` with another version of it, ``left`` to
    the list.
    """

    language_asked = Signal(str)
    compare_asked = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=1000)
        self.back = Button(look, _("All questionnaires"), "quiet", icon="arrow-left")
        self.back.clicked.connect(self.left)
        self.column.addWidget(self.back)
        self.heading = self.title("")
        self.about = Text(look, "", "body", "ink2")
        self.column.addWidget(self.about)
        self.languages: Segmented | None = None
        self.others: list[Button] = []
        self._choice, self._parts = QVBoxLayout(), QVBoxLayout()
        self._parts.setSpacing(look.px(10))
        self.column.addLayout(self._choice)
        self.column.addLayout(self._parts)
        self.column.addStretch(1)

    def first_focus(self) -> Button:
        return self.back

    def show_questionnaire(self, shelved: Shelved, others: Sequence[Shelved] = ()) -> None:
        """``others`` are versions of it that it can be compared with."""
        assert shelved.asked is not None
        self.name = titled(shelved)
        self._offer_languages(shelved)
        self._offer_versions(others)
        self.show_words(shelved, shelved.asked)

    def show_changes(self, found: VersionChanges) -> None:
        """What is other in it than in another version, in the place of its words."""
        said = _("Beside version {version} of {title}").format(version=found.then.version, title=found.then.title)
        self.about.setText(said)
        self.clear(self._parts)
        for part in changed_parts(found):
            self._show(part)
        announce(self, said)

    def show_words(self, shelved: Shelved, asked: Questionnaire) -> None:
        """The same questionnaire in another language."""
        self.heading.setText(asked.title)
        self.about.setText("\n".join((which_one(shelved), how_much(len(asked.items)), what_is_in_it(asked))))
        self.clear(self._parts)
        for part in in_full(asked):
            self._show(part)

    def _offer_languages(self, shelved: Shelved) -> None:
        assert shelved.asked is not None
        if len(shelved.languages) < 2:
            return
        names = [native_name(each) for each in shelved.languages]
        self.languages = Segmented(self.look, _("In which language?"), names)
        if shelved.asked.language in shelved.languages:
            self.languages.show_choice(shelved.languages.index(shelved.asked.language))
        self.languages.chosen.connect(lambda at: self.language_asked.emit(shelved.languages[at]))
        self._choice.addWidget(self.languages)

    def _offer_versions(self, others: Sequence[Shelved]) -> None:
        for each in others:
            assert each.asked is not None
            words = _("Compare with version {version}").format(version=each.asked.version)
            button = Button(self.look, words, "outline", height=40)
            button.clicked.connect(lambda _checked=False, other=each: self.compare_asked.emit(other))
            self.others.append(button)
        if self.others:
            self._choice.addWidget(ButtonRow(self.look, *self.others))

    def _show(self, part: ReadingPart) -> None:
        heading = Text(self.look, part.heading, "section")
        heading.setContentsMargins(0, self.look.px(14), 0, 0)
        self._parts.addWidget(heading)
        for words in part.lines:
            line = Text(self.look, words, "body")
            line.can_be_copied()
            self._parts.addWidget(line)
        if part.table is not None:
            self._parts.addWidget(Listing(self.look, part.heading, part.table, part.shares))
