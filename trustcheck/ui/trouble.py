"""What nobody caught, in the window: what waits is saved, and one calm sheet says so, once at a time."""

import platform
from collections import Counter
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from trustcheck.app.application import Application
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.saving import SavingQueue
from trustcheck.ui.widgets.trouble_sheet import MOST_TOLD, TroubleSheet
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.data_files import DataFiles

_PATIENCE = 3000
"""Milliseconds the disk is waited for."""

_INTERRUPTIONS = 3
"""Times that one and the same failure may lie in the way: a page that cannot be painted must not hold anybody up."""

_KINDS = 5
"""Different failures the details have room for."""


class Trouble(QObject):
    """Hears of it by :meth:`tell`, from any thread; knows what to save from :meth:`watch` on."""

    _told = Signal(str)

    def __init__(self, window: MainWindow, application: Application) -> None:
        super().__init__(window)
        self._window, self._application = window, application
        self._files: DataFiles | None = None
        self._sheet: TroubleSheet | None = None
        self._begun_by: Counter[str] = Counter()
        self._at_hand: list[str] = []
        self._telling = False
        # Never in the middle of what failed: a page may be half painted, and a thread must not touch a widget.
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        # What is met behind the cover waits there.
        window.uncovered.connect(self._interrupt)

    def watch(self, files: "DataFiles") -> None:
        """Save what waits for the file that these have open."""
        self._files = files

    def tell(self, details: str) -> None:
        """Something was met; ``details`` name places and quote nothing."""
        self._told.emit(details)

    def wait_for_the_disk(self) -> None:
        """Let the writer end what it has begun, when the program is about to be ended."""
        if (queue := self._queue) is not None:
            queue.drain(_PATIENCE)

    def _details(self) -> str:
        """What *Copy details* copies: versions, and the places where it happened."""
        about = _("TrustCheck {version}, Python {python}, Qt {qt}, {system}").format(
            version=self._application.version,
            python=platform.python_version(),
            qt=PySide6.__version__,
            system=platform.system(),
        )
        return "\n".join([about, *dict.fromkeys(self._at_hand)])

    @property
    def _queue(self) -> SavingQueue | None:
        flow = self._files.flow if self._files is not None else None
        return flow.file.queue if flow is not None else None

    @property
    def _is_told(self) -> bool:
        return self._sheet is not None and not self._sheet.isHidden()

    def _hear(self, details: str) -> None:
        if self._telling:
            # What fails while something is told is kept in the log and told to nobody: that would not end. A sheet that
            # failed stays put away for the same reason.
            return
        self._telling = True
        if not self._at_hand:
            self._begun_by[details] += 1
        if self._at_hand or self._begun_by[details] <= _INTERRUPTIONS:
            self._take_down(details)
            self._interrupt()
        self._telling = False

    def _take_down(self, details: str) -> None:
        known = set(self._at_hand)
        if len(self._at_hand) <= MOST_TOLD and (details in known or len(known) < _KINDS):
            self._at_hand.append(details)

    def _interrupt(self) -> None:
        if not self._at_hand or self._window.is_covered or not self._window.isVisible():
            return
        if self._sheet is None:
            self._sheet = self._made()
        if not self._is_told:
            self._sheet.ask(self._body(), may_leave=not self._window.keeps_closed)
            self._window.is_interrupted = True
        self._sheet.tell_details(self._details(), len(self._at_hand))

    def _made(self) -> TroubleSheet:
        sheet = TroubleSheet(self._window.look, self._window)
        sheet.gone_on.connect(self._go_on)
        sheet.close_asked.connect(self._close)
        sheet.copy_asked.connect(self._copy)
        sheet.folder_asked.connect(self._open_folder)
        return sheet

    def _body(self) -> str:
        queue = self._queue
        if queue is None:
            safe = _("No data file is open, so nothing of yours was touched.")
            return f"{safe} {self._afterwards()}"
        if queue.has_trouble:
            queue.try_again()
        if not queue.drain(_PATIENCE):
            return _(
                "Something is not saved yet. It is still on the screen, and everything that was saved before is safe."
                " Go on, and press Try again at the top before you leave."
            )
        safe = _(
            "Everything that waited to be saved is on this computer. Should your last step not show, do it once more."
        )
        return f"{safe} {self._afterwards()}"

    def _afterwards(self) -> str:
        if self._window.keeps_closed:
            return _("If this happens again, tell whoever passed you this computer.")
        return _("If this happens again, close TrustCheck and open it again.")

    def _go_on(self) -> None:
        self._window.is_interrupted = False
        self._at_hand.clear()
        if not self._window.has_page(self._window.place) and self._files is not None:
            self._files.stand_again()
        if self._sheet is not None:
            self._sheet.put_away()
        focus = QApplication.focusWidget()
        if (focus is None or not focus.isVisible()) and self._window.has_page(self._window.place):
            # What had it is gone.
            self._window.put_keyboard_in(self._window.page(self._window.place))

    def _close(self) -> None:
        if not self._window.keeps_closed:
            self._go_on()
            self._window.close()

    def _copy(self) -> None:
        if self._sheet is not None:
            self._window.clipboard.hand_out(self._sheet.details)
            self._sheet.say_copied()

    def _open_folder(self) -> None:
        if not self._window.keeps_closed:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._application.folders.data)))
