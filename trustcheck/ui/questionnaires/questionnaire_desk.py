"""Questionnaires at work: listed, added from files, read in full, and removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

from trustcheck.app.questionnaires.shelf import shelf
from trustcheck.app.questionnaires.versions import are_versions, changes
from trustcheck.app.refusals import Refused
from trustcheck.ui.kit.background import run
from trustcheck.ui.questionnaires.questionnaire_words import titled
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trustcheck.app.application import Application
    from trustcheck.app.questionnaires.library import OwnQuestionnaire
    from trustcheck.app.questionnaires.shelf import Shelved
    from trustcheck.app.questionnaires.versions import VersionChanges
    from trustcheck.app.refusals import Progress
    from trustcheck.domain.questionnaire.model import Questionnaire
    from trustcheck.ui.kit.asking import FileDialogs
    from trustcheck.ui.questionnaires.questionnaires_page import QuestionnairesPage
    from trustcheck.ui.questionnaires.reading_page import ReadingPage
    from trustcheck.ui.shell.main_window import MainWindow


class Around(Protocol):
    """What the desk needs of the program around it."""

    @property
    def application(self) -> Application: ...

    @property
    def window(self) -> MainWindow: ...

    def list_pages(self) -> None: ...

    def arrived(self) -> None: ...


class QuestionnaireDesk(QObject):
    """Its list is a page of the program's own; what it leads to lies over that.

    Signals: ``removing`` with the name of a file among one's own, before it is taken away.
    """

    removing = Signal(str)

    def __init__(self, around: Around, dialogs: FileDialogs) -> None:
        super().__init__(around.window)
        self._around, self._dialogs = around, dialogs
        self._application, self._window = around.application, around.window
        self._library = around.application.library()
        self._listed: tuple[Shelved, ...] = ()

    def listen_to(self, page: QuestionnairesPage) -> None:
        page.file_asked.connect(lambda: self._add_chosen(page))
        page.read_asked.connect(self.read)
        page.remove_asked.connect(lambda shelved: self._remove(page, shelved))

    def fill(self, page: QuestionnairesPage, then: Callable[[], None] | None = None) -> None:
        """List what there is now; ``then`` once it is there."""
        catalog, library = self._application.catalog, self._library

        def show(listed: Sequence[Shelved]) -> None:
            self._listed = tuple(listed)
            if self._window.shows(Place.QUESTIONNAIRES, page):
                page.show_list(listed, library.folder)
                if then is not None:
                    then()

        run(lambda _progress: shelf(catalog, library), show, self._refuse_on(page), owner=self)

    def add(self, page: QuestionnairesPage, paths: Sequence[str]) -> None:
        """Keep copies of these files, each wholly or not at all."""
        library = self._library

        def work() -> tuple[list[OwnQuestionnaire], list[str]]:
            added, refused = [], []
            for path in paths:
                try:
                    added.append(library.add(path))
                except Refused as why:
                    refused.append(_("{file}: {why}").format(file=Path(path).name, why=str(why)))
            return added, refused

        def tell(done: tuple[list[OwnQuestionnaire], list[str]]) -> None:
            added, refused = done
            said = [_added(each) for each in added] + refused
            self.fill(page, lambda: page.say("\n".join(said), well=not refused))

        run(lambda _progress: work(), tell, self._refuse_on(page), owner=self)

    def read(self, shelved: Shelved) -> None:
        """The whole questionnaire, as it stands in its file."""
        from trustcheck.ui.questionnaires.reading_page import ReadingPage

        page = ReadingPage(self._window.look)
        page.left.connect(self._back)
        page.language_asked.connect(lambda spoken: self._read_in(page, shelved, spoken))
        page.compare_asked.connect(lambda other: self._compare(page, shelved, other))
        page.show_questionnaire(shelved, [each for each in self._listed if _is_version(each, shelved)])
        self._around.list_pages()
        self._window.add_page(Place.QUESTIONNAIRE, page)
        self._window.go_to(Place.QUESTIONNAIRE)
        self._around.arrived()

    def _read_in(self, page: ReadingPage, shelved: Shelved, spoken: str) -> None:
        catalog, library = self._application.catalog, self._library

        def found(_progress: Progress) -> Questionnaire:
            if shelved.is_own:
                return library.questionnaire(shelved.name, spoken)
            assert shelved.asked is not None
            return catalog.questionnaire(shelved.asked.id, spoken)

        def show(asked: Questionnaire) -> None:
            if self._window.shows(Place.QUESTIONNAIRE, page):
                page.show_words(shelved, asked)

        run(found, show, lambda refused: self._window.say(str(refused)), owner=self)

    def _compare(self, page: ReadingPage, shelved: Shelved, other: Shelved) -> None:
        """The one that is read beside another version of it, which speaks the same language where it comes with the
        program.
        """
        now, then, catalog = shelved.asked, other.asked, self._application.catalog
        assert now is not None
        assert then is not None

        def found(_progress: Progress) -> VersionChanges:
            return changes(then if other.is_own else catalog.questionnaire(then.id, now.language), now)

        def show(changed: VersionChanges) -> None:
            if self._window.shows(Place.QUESTIONNAIRE, page):
                page.show_changes(changed)

        run(found, show, lambda refused: self._window.say(str(refused)), owner=self)

    def _back(self) -> None:
        self._window.go_to(Place.QUESTIONNAIRES, backwards=True)
        self._around.arrived()

    def _add_chosen(self, page: QuestionnairesPage) -> None:
        path = self._dialogs.questionnaire_to_open(str(Path.home()))
        if path:
            self.add(page, (path,))

    def _remove(self, page: QuestionnairesPage, shelved: Shelved) -> None:
        library = self._library
        said = _("{title} is removed.").format(title=titled(shelved))

        def tell() -> None:
            page.add_button.setFocus()
            page.say(said, well=True)

        def gone(_none: None) -> None:
            self.fill(page, tell)

        self.removing.emit(shelved.name)
        run(lambda _progress: library.remove(shelved.name), gone, self._refuse_on(page), owner=self)

    def _refuse_on(self, page: QuestionnairesPage) -> Callable[[Refused], None]:
        def refuse(refused: Refused) -> None:
            if shiboken6.isValid(page):
                page.say(str(refused), well=False)

        return refuse


def _added(own: OwnQuestionnaire) -> str:
    """What came in, and the languages it can be asked in now."""
    assert own.questionnaire is not None
    count = len(own.languages)
    said = ngettext(
        "{title} is here, and can be asked in {number} language.",
        "{title} is here, and can be asked in {number} languages.",
        count,
    )
    return said.format(title=own.questionnaire.title, number=count)


def _is_version(one: Shelved, other: Shelved) -> bool:
    return one.asked is not None and other.asked is not None and are_versions(one.asked, other.asked)
