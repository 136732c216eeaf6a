"""What nobody caught, in the window: what waits is saved, and one calm sheet says so, once at a time."""

from collections import Counter
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from trustcheck.app.application import Application
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import announce
from trustcheck.ui.shell.hide_screen import OverWindow
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.datafile.data_files import DataFiles
    from trustcheck.ui.shell.saving import SavingQueue


# Lies over the whole window when something happened that nobody foresaw, until the person goes on.


MOST_TOLD = 99
"""Times that are counted on the sheet: what fails when it is painted must not be painted without end."""

_WIDEST = 720
_MARGIN = 16
_VEIL = 0.9


class TroubleSheet(OverWindow):
    """Signals: ``gone_on`` (also by Escape), ``close_asked``, ``copy_asked``, ``folder_asked`` as the buttons say."""

    gone_on = Signal()
    close_asked = Signal()
    copy_asked = Signal()
    folder_asked = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        from trustcheck.ui.navigation.trouble_card import TroubleCard

        super().__init__(window)
        self._look = look
        self.card = TroubleCard(look)
        self.setAccessibleName(self.card.title.text())
        self._middle = QHBoxLayout(self)
        self._middle.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        self._connect()

    @property
    def details(self) -> str:
        """What the details say, word for word."""
        return self.card.box.toPlainText()

    def ask(self, body: str, *, may_leave: bool) -> None:
        """Lie over the window. Without ``may_leave`` there is no way out of the page below."""
        words = f"{self.card.title.text()} {body}"
        self.card.body.setText(body)
        self.card.fold.show_open(is_open=False)
        self.card.close_button.setVisible(may_leave)
        self.card.folder_button.setVisible(may_leave)
        self.card.go_on.setAccessibleDescription(words)
        self.lie(self.card.go_on)
        announce(self, words, assertive=True)

    def tell_details(self, details: str, times: int) -> None:
        """What the details say, and how often something of the kind has happened while the sheet lies here."""
        if details != self.details:
            self.card.box.setPlainText(details)
        if times <= MOST_TOLD:
            self.card.show_times(times)

    def say_copied(self) -> None:
        self.card.copy_button.say(_("Details copied"))
        announce(self, _("Details copied"))

    def put_away(self) -> None:
        """Show the page again, and put the keyboard back."""
        self.card.copy_button.say(_("Copy details"))
        self.go()

    def _connect(self) -> None:
        card = self.card
        for said, told in (
            (card.go_on.clicked, self.gone_on),
            (card.left, self.gone_on),
            (card.close_button.clicked, self.close_asked),
            (card.copy_button.clicked, self.copy_asked),
            (card.folder_button.clicked, self.folder_asked),
        ):
            said.connect(told)
        card.grown.connect(self._fit)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        margin = self._look.px(_MARGIN)
        self._middle.setContentsMargins(margin, margin, margin, margin)
        self.card.fit(min(self.width() - 2 * margin, self._look.px(_WIDEST)), self.height() - 2 * margin)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab stays on the sheet: what lies below is not to be reached."""
        stops, focus = self.card.stops(), QApplication.focusWidget()
        if self.isHidden() or not stops:
            # Qt asks as well while it hides the sheet; the keyboard then goes back to where it was.
            return True
        at = stops.index(focus) if focus in stops else -1
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        stop = stops[(at + (1 if following else -1)) % len(stops)]
        stop.setFocus(reason)
        self.card.bring_into_view(stop)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes on; no other key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone_on.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = self._look.ink("canvas")
        veil.setAlphaF(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()


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
        import platform

        about = _("TrustCheck {version}, Python {python}, Qt {qt}, {system}").format(
            version=self._application.version,
            python=platform.python_version(),
            qt=PySide6.__version__,
            system=platform.system(),
        )
        return "\n".join([about, *dict.fromkeys(self._at_hand)])

    @property
    def _queue(self) -> "SavingQueue | None":
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
