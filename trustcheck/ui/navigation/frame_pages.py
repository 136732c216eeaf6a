"""The pages that belong to the program and to no check: welcome, opening, settings, help, about."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from trustcheck.ui.home.welcome_page import WelcomePage
from trustcheck.ui.shell.opening_page import OpeningPage
from trustcheck.ui.shell.pages import page_made, stands_always
from trustcheck.ui.shell.places import OVER_QUESTIONNAIRES, Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trustcheck.ui.answering.question_page import QuestionPage
    from trustcheck.ui.authoring.authoring_desk import AuthoringDesk
    from trustcheck.ui.authoring.authoring_page import AuthoringPage
    from trustcheck.ui.authoring.translation_desk import TranslationDesk
    from trustcheck.ui.authoring.translation_page import TranslationPage
    from trustcheck.ui.datafile.data_files import DataFiles
    from trustcheck.ui.datafile.merging import MergeDesk
    from trustcheck.ui.datafile.program import Program
    from trustcheck.ui.help.about_page import AboutPage
    from trustcheck.ui.help.help_page import HelpPage
    from trustcheck.ui.help.settings_page import SettingsPage
    from trustcheck.ui.kit.asking import FileDialogs
    from trustcheck.ui.questionnaires.questionnaire_desk import QuestionnaireDesk
    from trustcheck.ui.questionnaires.questionnaires_page import QuestionnairesPage
    from trustcheck.ui.questionnaires.reading_page import ReadingPage


class FramePages:
    """Makes each page when it is first wanted: the first thing to paint is the window, not ten pages."""

    def __init__(self, program: "Program", files: "DataFiles", merging: "MergeDesk", dialogs: "FileDialogs") -> None:
        self._program, self._window, self._files, self._merging = program, program.window, files, merging
        self._dialogs = dialogs
        self._questionnaires: QuestionnaireDesk | None = None
        self._authoring: AuthoringDesk | None = None
        self._translation: TranslationDesk | None = None
        self._told_unkept = False
        self._came_from: Place | None = Place.HOME
        self._over: Place | None = None

    def show_welcome(self) -> None:
        if not self._window.has_page(Place.WELCOME):
            page = WelcomePage(self._window.look)
            page.just_me.connect(self._files.just_me)
            page.my_organisation.connect(self._files.work_with_organisations)
            page.advise_others.connect(self._files.work_with_organisations)
            page.open_asked.connect(self._files.ask)
            page.sample_asked.connect(self._files.open_sample)
            page.show_place(self._program.application.own_data_file)
            self._window.add_page(Place.WELCOME, page)
        self._window.go_to(Place.WELCOME)

    def ask_about_new_file(self, path: str, then: Callable[[str], None]) -> None:
        """Whether the file that is to be made gets a passphrase; ``then`` makes it."""
        from trustcheck.ui.datafile.new_file_page import NewFilePage

        page = NewFilePage(self._window.look)
        page.show_place(path)
        page.decided.connect(then)
        page.back.connect(self._program.go_home)
        self._window.add_page(Place.NEW_FILE, page)
        self._window.go_to(Place.NEW_FILE)

    def show_opening(self, words: str = "") -> None:
        """A file is being opened; ``words`` where something else is done with it, which nobody can cancel."""
        page = OpeningPage(self._window.look, words)
        page.cancel_asked.connect(self._files.cancel)
        self._window.add_page(Place.OPENING, page)
        self._window.go_to(Place.OPENING)
        page.wait()

    def show(self, place: Place) -> None:
        """Settings, help or about, over whatever was there."""
        self._leave(place)
        if not self._window.has_page(place):
            self._window.add_page(place, self._made(place))
        page = self._window.page(place)
        if place is Place.SETTINGS:
            self._fill_settings(cast("SettingsPage", page))
        elif place is Place.ABOUT:
            cast("AboutPage", page).show_version(self._program.application.version)
        elif place is Place.QUESTIONNAIRES:
            self._desk.fill(cast("QuestionnairesPage", page))
        self._window.go_to(place)

    def show_help(self, topic: str) -> None:
        if not self._window.has_page(Place.HELP):
            self._window.add_page(Place.HELP, self._made(Place.HELP))
        if topic:
            cast("HelpPage", self._window.page(Place.HELP)).show_topic(topic)
        self.show(Place.HELP)

    def add_questionnaires(self, paths: tuple[str, ...]) -> None:
        """What was dropped on the window is kept, and shown among the others."""
        self.show(Place.QUESTIONNAIRES)
        self._desk.add(cast("QuestionnairesPage", self._window.page(Place.QUESTIONNAIRES)), paths)

    @property
    def _desk(self) -> "QuestionnaireDesk":
        """Made when questionnaires are first looked at."""
        if self._questionnaires is None:
            from trustcheck.ui.questionnaires.questionnaire_desk import QuestionnaireDesk

            self._questionnaires = QuestionnaireDesk(self._program, self._dialogs)
            self._questionnaires.removing.connect(self._forget_draft)
        return self._questionnaires

    def _forget_draft(self, name: str) -> None:
        if self._authoring is not None:
            self._authoring.forget(name)
        if self._translation is not None:
            self._translation.forget(name)

    def _authoring_begins(self, page: "QuestionnairesPage") -> None:
        from trustcheck.ui.questionnaires.questionnaires_page import Start

        def begin(start: Start) -> None:
            desk = self._authoring_desk
            {
                Start.BESIDE: desk.begin_beside,
                Start.COPY: desk.begin_copy,
                Start.NOTHING: desk.begin_from_nothing,
            }[start]()

        def change(name: str) -> None:
            self._authoring_desk.change(name)

        def translate(name: str) -> None:
            self._translation_desk.begin(name)

        page.write_asked.connect(begin)
        page.change_asked.connect(change)
        page.translate_asked.connect(translate)

    @property
    def _authoring_desk(self) -> "AuthoringDesk":
        """Made when somebody first writes a questionnaire."""
        if self._authoring is None:
            from trustcheck.ui.authoring.authoring_desk import AuthoringDesk

            self._authoring = AuthoringDesk(self._program, self._dialogs)
            self._authoring.left.connect(self._list_questionnaires)
        return self._authoring

    @property
    def _translation_desk(self) -> "TranslationDesk":
        """Made when somebody first translates one."""
        if self._translation is None:
            from trustcheck.ui.authoring.translation_desk import TranslationDesk

            self._translation = TranslationDesk(self._program, self._dialogs)
            self._translation.left.connect(self._list_questionnaires)
        return self._translation

    def may_close(self) -> bool:
        """Whether nothing that somebody wrote would be lost now, or they were told and close once more."""
        # Each of them, whether or not one could not.
        kept = [each.keep() for each in (self._authoring, self._translation) if each is not None]
        # Whoever was told once, and went on and could keep it, is told again of the next time.
        was_told, self._told_unkept = self._told_unkept, not all(kept)
        if all(kept) or was_told:
            return True
        why = self._window.notice.words
        self._window.say(_("{why} Close once more to leave without what you wrote last.").format(why=why))
        return False

    def _list_questionnaires(self, said: str) -> None:
        """Back among all of them, with what came of writing one."""
        if not self._window.has_page(Place.QUESTIONNAIRES):
            self._window.add_page(Place.QUESTIONNAIRES, self._made(Place.QUESTIONNAIRES))
        page = cast("QuestionnairesPage", self._window.page(Place.QUESTIONNAIRES))
        self._desk.fill(page, lambda: page.say(said, well=True))
        self._window.go_to(Place.QUESTIONNAIRES, backwards=True)
        self._program.arrived()

    def back(self) -> None:
        """Where the person was before."""
        if self._over is not None and self._window.has_page(self._over):
            self._window.go_to(self._over, backwards=True)
        elif self._came_from is not None and self._window.has_page(self._came_from):
            self._window.go_to(self._came_from, backwards=True)
        else:
            self._program.go_home()

    def leave_what_lies_over(self) -> None:
        """As the button on the page does, which leads back to what it lies over."""
        page = self._window.page(self._window.place)
        cast("ReadingPage | AuthoringPage | TranslationPage | QuestionPage", page).left.emit()

    @property
    def stands_at(self) -> Place | None:
        """Where the person is, or was before they turned to one of these pages."""
        at = self._window.place
        return self._came_from if stands_always(at) or at in OVER_QUESTIONNAIRES else at

    def _leave(self, to: Place) -> None:
        """Remember where the person was, once, however many of these pages they turn to. What lies over the
        questionnaires is come back to from another page, and never from them.
        """
        at = self._window.place
        if at in OVER_QUESTIONNAIRES:
            self._over = at
        elif not stands_always(at):
            self._came_from = None if at in (Place.OPENING, Place.PROTECTING) else at
            self._over = None
            self._program.list_pages()
        if to is Place.QUESTIONNAIRES:
            self._over = None

    def _made(self, place: Place) -> "QWidget":
        page = page_made(place, self._window.look, "always")
        if place is Place.SETTINGS:
            self._listen_to_settings(cast("SettingsPage", page))
        elif place is Place.QUESTIONNAIRES:
            self._desk.listen_to(cast("QuestionnairesPage", page))
            self._authoring_begins(cast("QuestionnairesPage", page))
        return page

    def _listen_to_settings(self, page: "SettingsPage") -> None:
        page.changed.connect(self._program.prefer)
        page.copies.back_up_asked.connect(self._files.safe.back_up)
        page.copies.put_back_asked.connect(self._files.safe.put_back)
        page.elsewhere.asked.connect(self._merging.show)
        page.folder_asked.connect(self.show_folder)
        page.passphrase_asked.connect(self._files.passphrases.ask)

    def _fill_settings(self, page: "SettingsPage") -> None:
        flow = self._program.flow
        path = flow.file.path if flow is not None else self._program.application.own_data_file
        synchronised_by = flow.file.store.safety.synchronised_by if flow is not None else ""
        page.show_settings(self._program.application.settings.load(), path, synchronised_by)
        self._files.safe.show_on(page)
        page.show_protection(self._files.passphrases.protection)

    def show_folder(self, path: str) -> None:
        """Let the system show where a file lies."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
