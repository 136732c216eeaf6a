"""Making the forms of one check: one PDF to print, or a file for each person."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.app.file_names import PDF, refuse_another_type
from trustcheck.app.form_identity import FILE_CODE_LENGTH, new_codes
from trustcheck.app.ports import Paper, Progress
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import Task, run
from trustcheck.ui.folders_used import folder_for, remember_folder
from trustcheck.ui.form_check import FormCheck
from trustcheck.ui.form_words import FormsView, FormsWanted, boxes_said
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.pages.forms_page import FormsPage
from trustcheck.ui.places import Place
from trustcheck.words import ngettext

Making = Callable[[Progress], str]
"""Makes forms, and says in one sentence what was made."""


class MakingForms(QObject):
    """Signals: ``went`` after the page was shown, ``left`` to go back to collecting."""

    went = Signal()
    left = Signal()

    def __init__(self, application: Application, window: MainWindow, file: OpenFile, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._application, self._window, self._file, self._dialogs = application, window, file, dialogs
        self._work: Task | None = None

    def show(self, check: FormCheck) -> None:
        """The page on which the forms of a check are made."""
        self.cancel()
        page, setup = FormsPage(self._window.look), check.setup
        paper = Paper(self._application.settings.load().paper)
        page.show_forms(FormsView(check.summary.organisation.name, setup.perspectives, dict(setup.invited), paper))
        page.make_asked.connect(lambda wanted: self._make(page, check, wanted))
        page.cancel_asked.connect(self.cancel)
        page.left.connect(self._leave)
        self._window.add_page(Place.FORMS, page)
        self._window.go_to(Place.FORMS)
        self.went.emit()

    def cancel(self) -> None:
        """Stop what is being made; nothing of it is left behind."""
        if self._work is not None and self._work.is_running:
            self._work.cancel()
        self._work = None

    def _leave(self) -> None:
        self.cancel()
        self.left.emit()

    def _make(self, page: FormsPage, check: FormCheck, wanted: FormsWanted) -> None:
        store, whose = self._file.store, check.summary.organisation.id
        folder, name = folder_for(store, whose), check.file_name(wanted.perspective)
        if wanted.to_send:
            place = self._dialogs.folder_for_forms(str(folder))
            work = self._files(check, wanted, place, name)
        else:
            place = self._dialogs.forms_to_save(str(folder / f"{name}.pdf"))
            work = self._paper(check, wanted, place)
        if not place:
            return

        def made(said: str) -> None:
            page.show_made(said, place)
            remember_folder(store, whose, Path(place) if wanted.to_send else Path(place).parent)

        page.show_making(0, wanted.count)
        self._work = run(work, made, lambda no: page.show_refused(str(no)), page.show_making, owner=page)

    def _paper(self, check: FormCheck, wanted: FormsWanted, path: str) -> Making:
        application = self._application
        order = check.order(wanted.perspective, wanted.paper, large_print=wanted.large_print)

        def work(progress: Progress) -> str:
            refuse_another_type(path, PDF)
            forms = application.forms()
            made = forms.make_paper(order, new_codes(forms.choose, wanted.count, check.taken), progress)
            application.write_whole(path, made.pdf)
            words = ngettext(
                "One form is made, {pages} pages: {path}", "{count} forms are made, {pages} pages: {path}", wanted.count
            )
            said = words.format(count=wanted.count, pages=made.pages, path=path)
            return " ".join(part for part in (said, boxes_said(made.unprintable)) if part)

        return work

    def _files(self, check: FormCheck, wanted: FormsWanted, folder: str, name: str) -> Making:
        """All are made before the first is written: stopping leaves nothing behind."""
        application = self._application
        order = check.order(wanted.perspective, wanted.paper, large_print=wanted.large_print)

        def work(progress: Progress) -> str:
            forms, contents = application.forms(), {}
            codes = new_codes(forms.choose, wanted.count, length=FILE_CODE_LENGTH)
            for done, code in enumerate(codes, 1):
                contents[str(Path(folder) / f"{name} {code}.pdf")] = forms.make_fillable(order, code)
                progress(done, wanted.count)
            for path, content in contents.items():
                application.write_whole(path, content)
            words = ngettext("One file is made: {path}", "{count} files are made in {path}", wanted.count)
            return words.format(count=wanted.count, path=next(iter(contents)) if wanted.count == 1 else folder)

        return work
