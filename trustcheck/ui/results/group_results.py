"""The result of the check at hand: worked out behind the window, read, and gone once the check is opened again."""

from PySide6.QtCore import QObject, Signal

from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.portraits.retests import group_retests
from trustcheck.app.portraits.since_last_time import LookBack, look_back
from trustcheck.app.ports import Progress
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.retest import Retest
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.ui.results.group_reading import GroupReading
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.working_out import WorkingOut
from trustcheck.words import gettext as _


class GroupResults(QObject):
    """Signals: ``opened`` with the :class:`Place` to begin at when a result can be read."""

    opened = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._window, self._file = context, context.window, context.file
        self.reading: GroupReading | None = None
        self.working_out = WorkingOut(context.window, _("Working the result out"), self)
        self._read_last: GroupReading | None = None
        """Its pages stand in the window still, also when it was put down."""
        context.window.curtain.turned.connect(self._turn_to)

    def read(self, round_id: int, at: Place = Place.OVERVIEW) -> None:
        """Work the result of a closed check out, and open one of its pages."""
        store = self._file.store

        def work(progress: Progress) -> tuple[GroupRound, GroupResult, LookBack, tuple[Retest, ...]]:
            released = store.groups.round(round_id)
            progress(1, 3)
            result = group_result_of(released)
            progress(2, 3)
            back, retests = look_back(store, released), group_retests(store, released)
            progress(3, 3)
            return released, result, back, retests

        self.working_out.do(work, lambda found: self._open(*found, at), self._context.refuse)

    def _turn_to(self, organisation_id: int) -> None:
        """Another client is on the screen."""
        if self._read_last is not None and self._read_last.result.summary.organisation.id != organisation_id:
            self.forget()

    def put_down(self) -> None:
        """Read it no longer; another page is on its way."""
        self.working_out.stop()
        self.reading = None

    def forget(self) -> None:
        """No page holds a result any more, shown or not."""
        self.working_out.stop()
        self.reading = None
        if self._read_last is not None:
            self._read_last.drop_pages()
            self._read_last = None

    def _open(
        self, released: GroupRound, result: GroupResult, back: LookBack, retests: tuple[Retest, ...], at: Place
    ) -> None:
        """Nothing is opened where the laptop was passed on meanwhile."""
        if self._window.keeps_closed:
            return
        self.reading = self._read_last = GroupReading(self._context, released, result, back, retests)
        first = self.reading.first_place()
        self.opened.emit(first if at is Place.OVERVIEW else at)
