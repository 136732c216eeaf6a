"""Making the forms of one check, leaders' and staff's in one go: to print, or a file for each person."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trustcheck.app.carrying.file_names import PDF, refuse_another_type
from trustcheck.app.collecting.form_identity import FILE_CODE_LENGTH, new_codes
from trustcheck.app.ports import Paper, Progress, Report
from trustcheck.app.presenting.boxes import boxes_made
from trustcheck.ui.collecting.form_words import FormCheck, FormsView, FormsWanted, form_check, printed
from trustcheck.ui.collecting.forms_page import FormsPage
from trustcheck.ui.kit.asking import folder_for, free_name, remember_folder
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import ngettext

Making = Callable[[Progress], str]
"""Makes forms, and says in one sentence what was made."""


def look_at(context: Context, round_id: int, then: Callable[[FormCheck], None], owner: QObject) -> None:
    """Once everything is on the disk: read what forms ask of a check behind the window, and go on with it."""
    if context.drained():
        store = context.file.store
        run(lambda _progress: form_check(store, round_id), then, context.refuse, owner=owner)


class MakingForms(QObject):
    """Begin with :meth:`begin`. Signals: ``left`` to go back to collecting."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._work: Task | None = None

    def begin(self, round_id: int, *, to_send: bool = False) -> None:
        """The page on which the forms of a check are made: to print first, or ``to_send`` as files."""
        look_at(self._context, round_id, lambda check: self._show(check, to_send=to_send), self)

    def _show(self, check: FormCheck, *, to_send: bool) -> None:
        self.cancel()
        page, setup = FormsPage(self._window.look), check.setup
        paper = Paper(self._context.application.settings.load().paper)
        name, invited = check.summary.organisation.name, dict(setup.invited)
        page.show_forms(FormsView(name, setup.perspectives, invited, paper, to_send))
        page.make_asked.connect(lambda wanted: self._make(page, check, wanted))
        page.cancel_asked.connect(self.cancel)
        page.left.connect(self._leave)
        self._window.add_page(Place.FORMS, page)
        self._window.go_to(Place.FORMS)
        self._context.arrived()

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
        folder, several = folder_for(store, whose), wanted.to_send or len(wanted.counts) > 1
        if several:
            place = self._context.dialogs.folder_for_forms(str(folder))
        else:
            place = self._context.dialogs.forms_to_save(
                str(folder / f"{check.file_name(next(iter(wanted.counts)))}.pdf")
            )
        if not place:
            return
        work = (self._files if wanted.to_send else self._paper)(check, wanted, place)

        def made(said: str) -> None:
            page.show_made(said, place)
            remember_folder(store, whose, Path(place) if several else Path(place).parent)

        page.show_making(0, wanted.count)
        self._work = run(work, made, lambda no: page.show_refused(str(no)), page.show_making, owner=page)

    def _paper(self, check: FormCheck, wanted: FormsWanted, place: str) -> Making:
        """A file for each view, all of them made before the first is written: stopping leaves nothing behind."""
        application = self._context.application

        def work(progress: Progress) -> str:
            if len(wanted.counts) == 1:
                refuse_another_type(place, PDF)
            forms, made = application.forms(), dict[str, Report]()
            codes = new_codes(forms.choose, wanted.count, check.taken)
            for perspective, count in wanted.counts.items():
                order = check.order(perspective, wanted.paper, large_print=wanted.large_print)
                before = wanted.count - len(codes)
                path = place if len(wanted.counts) == 1 else _beside(place, check.file_name(perspective))
                made[path] = forms.make_paper(order, codes[:count], _after(before, wanted.count, progress))
                codes = codes[count:]
            for path, report in made.items():
                application.write_whole(path, report.pdf)
            pages = sum(report.pages for report in made.values())
            boxes = tuple(dict.fromkeys(each for report in made.values() for each in report.unprintable))
            return " ".join(part for part in (printed(wanted, pages, place), boxes_made(boxes)) if part)

        return work

    def _files(self, check: FormCheck, wanted: FormsWanted, folder: str) -> Making:
        """All are made before the first is written: stopping leaves nothing behind."""
        application = self._context.application

        def work(progress: Progress) -> str:
            forms, contents = application.forms(), dict[str, bytes]()
            codes = iter(new_codes(forms.choose, wanted.count, length=FILE_CODE_LENGTH))
            for perspective, count in wanted.counts.items():
                order = check.order(perspective, wanted.paper, large_print=wanted.large_print)
                for code in islice(codes, count):
                    path = str(Path(folder) / f"{check.file_name(perspective)} {code}.pdf")
                    contents[path] = forms.make_fillable(order, code)
                    progress(len(contents), wanted.count)
            for path, content in contents.items():
                application.write_whole(path, content)
            words = ngettext("One file is made: {path}", "{count} files are made in {path}", wanted.count)
            return words.format(count=wanted.count, path=next(iter(contents)) if wanted.count == 1 else folder)

        return work


def _after(before: int, of: int, progress: Progress) -> Progress:
    """Counts on where the forms of another view were made before."""
    return lambda done, _of: progress(before + done, of)


def _beside(folder: str, name: str) -> str:
    """A file in the folder; what lies there already is never replaced unasked."""
    return str(free_name(Path(folder) / f"{name}.pdf"))
