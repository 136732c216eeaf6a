"""The result of the check at hand: worked out behind the window, read, and gone once the check is opened again."""

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import Progress
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.ui.results.group_reading import GroupReading, GroupReadingRoom
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.working_out import WorkingOut
from trustcheck.words import gettext as _


class GroupResults(QObject):
    """Signals: ``opened`` with the :class:`Place` to begin at when a result can be read, ``asked`` with another one,
    ``how_asked``, ``new_check_asked``, ``cancelled`` when somebody does not wait for it, ``refused`` with a
    :class:`Refused`.
    """

    opened = Signal(str)
    asked = Signal(str)
    how_asked = Signal()
    new_check_asked = Signal()
    cancelled = Signal()
    refused = Signal(object)

    def __init__(self, application: Application, window: MainWindow, file: OpenFile, parent: QObject) -> None:
        super().__init__(parent)
        self._application, self._window, self._file = application, window, file
        self.reading: GroupReading | None = None
        self._working_out = WorkingOut(window, _("Working the result out"), self)
        self._working_out.cancelled.connect(self.cancelled)
        self._read_last: GroupReading | None = None
        """Its pages stand in the window still, also when it was put down."""
        window.curtain.turned.connect(self._turn_to)

    def read(self, round_id: int, at: Place = Place.OVERVIEW) -> None:
        """Work the result of a closed check out, and open one of its pages."""
        store = self._file.store

        def work(progress: Progress) -> tuple[GroupRound, GroupResult]:
            released = store.groups.round(round_id)
            progress(1, 2)
            result = group_result_of(released)
            progress(2, 2)
            return released, result

        self._working_out.do(work, lambda found: self._open(*found, at), self.refused.emit)

    def _turn_to(self, organisation_id: int) -> None:
        """Another client is on the screen."""
        if self._read_last is not None and self._read_last.result.summary.organisation.id != organisation_id:
            self.forget()

    def put_down(self) -> None:
        """Read it no longer; another page is on its way."""
        self._working_out.stop()
        self.reading = None

    def forget(self) -> None:
        """No page holds a result any more, shown or not."""
        self._working_out.stop()
        self.reading = None
        if self._read_last is not None:
            self._read_last.drop_pages()
            self._read_last = None

    def _open(self, released: GroupRound, result: GroupResult, at: Place) -> None:
        """Nothing is opened where the laptop was passed on meanwhile."""
        if self._window.keeps_closed:
            return
        room = GroupReadingRoom(self._file.store, self._file.queue, group_result_of, self._application.today)
        self.reading = self._read_last = GroupReading(room, self._window, released, result)
        self.reading.asked.connect(self.asked)
        self.reading.how_asked.connect(self.how_asked)
        self.reading.new_check_asked.connect(self.new_check_asked)
        self.reading.refused.connect(self.refused)
        self.opened.emit(at)
