"""Exporting from the open data file and importing into it: the two pages, over whatever was there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.app.carrying.importing import Arrival
    from trustcheck.app.ports import Store
    from trustcheck.app.refusals import Progress
    from trustcheck.app.store.export_model import Parcel
    from trustcheck.ui.datafile.export_page import ExportPage
    from trustcheck.ui.datafile.import_page import ImportPage
    from trustcheck.ui.datafile.program import Program
    from trustcheck.ui.datafile.transfer_words import ExportWanted
    from trustcheck.ui.flow.check_flow import CheckFlow
    from trustcheck.ui.kit.asking import FileDialogs

_PAGES = (Place.EXPORT, Place.IMPORT)
_NOBODYS = 0
"""In the place of the id of an organisation."""


class Transfers(QObject):
    """Begin with :meth:`show_export` or :meth:`show_import`; both need an open file."""

    def __init__(self, program: Program, dialogs: FileDialogs) -> None:
        super().__init__(program.window)
        self._program, self._dialogs = program, dialogs
        self._application, self._window = program.application, program.window
        self._came_from = Place.HOME
        self._work: Task | None = None
        self._parcel: Parcel | None = None

    def show_export(self) -> None:
        """What can leave, from where the person stands."""
        flow = self._ready()
        if flow is None:
            return
        from trustcheck.ui.datafile.export_page import ExportPage
        from trustcheck.ui.datafile.transfer_words import ExportView

        page = ExportPage(self._window.look, self._application.exports().formats)
        page.show_export(ExportView(self._at_hand(flow), len(flow.file.store.organisations.all())))
        page.export_asked.connect(lambda wanted: self._export(page, flow, wanted))
        page.cancel_asked.connect(self._stop)
        page.left.connect(self.leave)
        self._arrive(Place.EXPORT, page)

    def show_import(self) -> None:
        """Choose an export to take in."""
        flow = self._ready()
        if flow is None or flow.file.is_sample:
            return
        from trustcheck.ui.datafile.import_page import ImportPage

        page = ImportPage(self._window.look)
        page.file_asked.connect(lambda: self._look_at(page, flow))
        page.take_asked.connect(lambda: self._take(page, flow))
        page.cancel_asked.connect(lambda: self._stop_for(page))
        page.left.connect(self.leave)
        page.home_asked.connect(self._program.go_home)
        self._arrive(Place.IMPORT, page)

    def _ready(self) -> CheckFlow | None:
        """The open file once everything that was answered is in it."""
        self._stop()
        flow = self._program.flow
        if flow is not None and not flow.file.queue.drain():
            self._program.say_unsaved()
            return None
        return flow

    def _at_hand(self, flow: CheckFlow) -> str:
        """The organisation whose page or check the person came from; empty where it is none."""
        if (group := flow.group_at_work) is not None and group.at is not None:
            return group.at.organisation.name
        if self._window.place is Place.ORGANISATION:
            at_hand = flow.group.organisations.organisation_id
            return next((each.name for each in flow.file.store.organisations.all() if each.id == at_hand), "")
        if flow.reading is not None:
            return flow.reading.result.round.summary.organisation.name
        return ""

    def _arrive(self, place: Place, page: ExportPage | ImportPage) -> None:
        if self._window.place not in _PAGES:
            self._came_from = self._window.place
        self._program.list_pages()
        self._window.add_page(place, page)
        self._window.go_to(place)
        self._program.arrived()

    def leave(self) -> None:
        """Where the person was before."""
        self._stop()
        if self._window.has_page(self._came_from):
            self._window.go_to(self._came_from, backwards=True)
            self._program.arrived()
        else:
            self._program.go_home()

    def _stop(self) -> None:
        """Stop what is under way; nothing of it is left behind."""
        if self._work is not None and self._work.is_running:
            self._work.cancel()
        self._work = None

    def _stop_for(self, page: ImportPage) -> None:
        self._stop()
        page.show_stopped()

    def _export(self, page: ExportPage, flow: CheckFlow, wanted: ExportWanted) -> None:
        from trustcheck.ui.datafile.transfer_words import dialog_filter
        from trustcheck.ui.kit.asking import file_name_of, folder_for, remember_folder

        whose = _id_of(flow.file.store, wanted.organisation)
        folder = folder_for(flow.file.store, whose)
        name = file_name_of(wanted.organisation) if wanted.organisation else _("TrustCheck")
        suggested = str(folder / f"{name}.{wanted.as_what.ending}")
        path = self._dialogs.export_to_save(suggested, dialog_filter(wanted.as_what))
        if not path:
            return
        store, application = flow.file.store, self._application

        def work(progress: Progress) -> str:
            from trustcheck.app.carrying.export_making import parcel_of
            from trustcheck.app.carrying.file_names import refuse_another_type

            refuse_another_type(path, wanted.as_what.ending)
            parcel = parcel_of(store, wanted.organisation, progress)
            content = application.exports().make(parcel, wanted.as_what)
            # The last moment at which somebody can have thought better of it.
            progress(1, 1)
            application.write_whole(path, content)
            return path

        def made(where: str) -> None:
            page.show_made(where)
            remember_folder(store, whose, Path(where).parent)

        page.show_making()
        self._work = run(work, made, lambda no: page.show_refused(str(no)), page.show_making, owner=page)

    def _look_at(self, page: ImportPage, flow: CheckFlow) -> None:
        from trustcheck.ui.kit.asking import folder_for

        path = self._dialogs.export_to_open(str(folder_for(flow.file.store, _NOBODYS)))
        if not path:
            return
        store, application = flow.file.store, self._application

        def work(_progress: Progress) -> tuple[Parcel, tuple[Arrival, ...]]:
            from trustcheck.app.carrying.importing import arrivals, settled

            parcel = application.exports().read(path)
            names = [each.name for each in store.organisations.all()]
            return settled(parcel), arrivals(parcel, names)

        def found(read: tuple[Parcel, tuple[Arrival, ...]]) -> None:
            self._parcel, arriving = read
            page.show_found(arriving)

        page.show_reading()
        self._work = run(work, found, page.show_refused, owner=page)

    def _take(self, page: ImportPage, flow: CheckFlow) -> None:
        store, parcel = flow.file.store, self._parcel
        if parcel is None:
            return

        def taken(names: tuple[str, ...]) -> None:
            self._parcel = None
            page.show_taken(names)

        page.show_taking()
        self._work = run(
            lambda progress: store.carrying.bring_in(parcel, progress),
            taken,
            page.show_refused,
            page.show_taking,
            owner=page,
        )


def _id_of(store: Store, name: str) -> int:
    """Whose files these are; nobody's where they are everybody's."""
    return next((each.id for each in store.organisations.all() if each.name == name), _NOBODYS)
