"""The window: a sidebar, one page at a time, and a place for one calm sentence. It knows no use case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from trustcheck.app.collecting.table_files import NAMED, READ, REPLY_ENDING
from trustcheck.ui.shell.places import GOING_ROUND, OUTSIDE, WITHOUT_SIDEBAR, Place
from trustcheck.words import gettext as _

# Types only: the window is painted before what stands in it is loaded.
if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication

    from trustcheck.ui.kit.look import Look
    from trustcheck.ui.shell.notice import NoticeAction

# What is dropped on the window: a data file to open, or answers to take in.


_ANSWERS = frozenset({".pdf", REPLY_ENDING, *READ, *NAMED})
_QUESTIONNAIRES = frozenset({".yaml", ".yml"})


def data_file_in(carried: QMimeData) -> str:
    """The path of the one data file that is carried; empty for anything else."""
    paths = _paths(carried)
    return paths[0] if len(paths) == 1 and paths[0].endswith(".trustcheck") else ""


def answers_in(carried: QMimeData) -> tuple[str, ...]:
    """The paths of files that may hold answers, or of one folder of them; empty where anything else is among them."""
    paths = _paths(carried)
    if len(paths) == 1 and Path(paths[0]).is_dir():
        return tuple(paths)
    are_answers = paths and all(Path(each).suffix.lower() in _ANSWERS for each in paths)
    return tuple(paths) if are_answers else ()


def has_replies(carried: QMimeData) -> bool:
    """Whether sealed replies are carried, wherever the window stands."""
    return any(Path(each).suffix.lower() == REPLY_ENDING for each in _paths(carried))


def questionnaires_in(carried: QMimeData) -> tuple[str, ...]:
    """The paths of questionnaire files; empty where anything else is among them."""
    paths = _paths(carried)
    return tuple(paths) if all(Path(each).suffix.lower() in _QUESTIONNAIRES for each in paths) else ()


def _paths(carried: QMimeData) -> list[str]:
    return [path for url in carried.urls() if (path := url.toLocalFile())]


SMALLEST = (720, 560)
FIRST = (1280, 800)
_NARROW_BELOW = 1000
_MET = "met"
"""Whether somebody has been on a page before."""


class MainWindow(QMainWindow):
    """Signals: ``chosen`` with the id of a menu command, ``asked`` with a :class:`Place`, ``dropped`` with the path of
    a data file that was dropped on the window, ``answers_dropped`` with the paths of files to take in,
    ``questionnaires_dropped`` with those of questionnaires to keep.

    ``may_close`` is asked before closing; it returns whether everything is saved. Answers are taken only while
    ``takes_answers``, and nothing is while the window ``keeps_closed``. While it ``is_locked`` it shows no page of a
    data file; while it ``is_interrupted`` something lies over the page that wants to be read first.
    """

    chosen = Signal(str)
    asked = Signal(str)
    dropped = Signal(str)
    covered = Signal()
    uncovered = Signal()
    answers_dropped = Signal(object)
    questionnaires_dropped = Signal(object)

    look: Look

    def __init__(self, look: Look | None = None, application: QApplication | None = None) -> None:
        """Without a look it stands empty until :meth:`furnish`: it is painted first, and furnished then."""
        super().__init__()
        self.may_close = lambda: True
        self.takes_answers, self.keeps_closed = False, False
        self.is_locked, self.is_interrupted = False, False
        self.is_furnished = False
        self.setWindowTitle("TrustCheck")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        self.place = Place.OPENING
        if look is not None and application is not None:
            self.furnish(look, application)

    def furnish(self, look: Look, application: QApplication) -> None:
        """Put everything in its place that stands in the window; what stood there before is gone."""
        from trustcheck.ui.kit.focus_ring import FocusRing
        from trustcheck.ui.kit.look import wear
        from trustcheck.ui.shell.client_isolation import Curtain
        from trustcheck.ui.shell.clipboard import OwnClipboard
        from trustcheck.ui.shell.commands import Commands
        from trustcheck.ui.shell.hide_screen import HideScreen
        from trustcheck.ui.shell.window_parts import PageChange, WindowMiddle

        self.look, middle = look, WindowMiddle(look)
        self.sidebar, self.notice, self.standing = middle.sidebar, middle.notice, middle.standing
        self.sidebar.asked.connect(self.asked)
        self._notes, self.stack, self._nothing = middle.notes, middle.stack, middle.nothing
        self._pages: dict[Place, QWidget] = {}
        self.curtain = Curtain(self.stack, self._pages)
        self.curtain.turned.connect(lambda _whose: self.notice.forget())
        self.curtain.drawn.connect(self.notice.forget)
        self.curtain.dropping.connect(self.drop_page)
        self.setCentralWidget(middle)
        self.commands = Commands(self, self.chosen.emit)
        look.changed.connect(lambda: wear(self.menuBar(), look, "body"))
        wear(self.menuBar(), look, "body")
        self._ring = FocusRing(look, application, self)
        self._change = PageChange(look, self.stack)
        self._cover = HideScreen(look, self)
        self._cover.left.connect(self._settle_menus)
        self._cover.left.connect(self.uncovered)
        self.clipboard = OwnClipboard(self)
        self.covered.connect(self.clipboard.clean)
        look.changed.connect(self._fit)
        self.setAcceptDrops(True)
        self.is_furnished = True
        self._fit()

    def add_page(self, place: Place, page: QWidget) -> None:
        """Give the page of a place, replacing the one that stood there."""
        self.drop_page(place)
        self._pages[place] = page
        self.stack.addWidget(page)

    def drop_page(self, place: Place) -> None:
        """Destroy the page of a place, with everything that was written on it."""
        old = self._pages.pop(place, None)
        if old is not None:
            self._ring.let_go(old)
            self._change.forget()
            if old is self.stack.currentWidget():
                # Of itself the stack would show the page beside it, whatever that is and whoever looks.
                self.stack.setCurrentWidget(self._nothing)
            self.stack.removeWidget(old)
            old.deleteLater()

    def forget_pages(self) -> None:
        """Destroy every page but the one that is shown, and every word beside them: nothing of a file stays behind."""
        for place in [each for each in self._pages if each is not self.place]:
            self.drop_page(place)
        self._change.forget()
        self.notice.forget()
        self.sidebar.show_entries("", (), ())
        self.takes_answers = False

    def has_page(self, place: Place) -> bool:
        return place in self._pages

    def shows(self, place: Place, page: QWidget) -> bool:
        """Whether this very page stands at a place, and none that was made after it."""
        return self._pages.get(place) is page

    def page(self, place: Place) -> QWidget:
        return self._pages[place]

    def go_to(self, place: Place, *, backwards: bool = False) -> None:
        """Show a page and put the keyboard in it: who only listens hears first where we are.

        While the window keeps closed or is locked, what arrives late from before (a long result) stays out of sight.
        """
        if (self.keeps_closed and place not in GOING_ROUND) or (self.is_locked and place not in OUTSIDE):
            return
        page = self._pages[place]
        arriving = self.stack.currentWidget() is not page
        if arriving:
            self._change.leave(backwards=backwards)
            self.notice.hide()
        self.place = place
        self.sidebar.setVisible(place not in WITHOUT_SIDEBAR)
        self.sidebar.select(place)
        self._settle_menus()
        self.stack.setCurrentWidget(page)
        self._change.raise_()
        self._arrive_at(page)

    def _arrive_at(self, page: QWidget) -> None:
        """A page is called what it announces; whoever listens hears that with what has the keyboard."""
        from trustcheck.ui.kit.text import announce_line
        from trustcheck.ui.shell.window_parts import name_page

        words = page.announcement() if hasattr(page, "announcement") else ""
        name_page(page, words)
        self.put_keyboard_in(page)
        if not page.property(_MET):
            page.setProperty(_MET, True)
            announce_line(page, words)

    def _settle_menus(self) -> None:
        self.menuBar().setVisible(self._shows_menus())

    def _shows_menus(self) -> bool:
        if self.keeps_closed or self.is_covered:
            return False
        return self.place not in WITHOUT_SIDEBAR or self.place in (Place.WELCOME, Place.OPENING, Place.LOCK)

    def put_keyboard_in(self, page: QWidget) -> None:
        """The focus goes where the page wants it to begin, or to the first thing that takes it."""
        from trustcheck.ui.shell.window_parts import put_keyboard_in

        put_keyboard_in(self, page)

    def say(self, words: str, deed: NoticeAction | None = None, *, done: bool = False) -> None:
        """One sentence at the top of the window, read aloud at once; ``deed`` is a button beside it. What is ``done``
        asks for nothing and waits its turn.
        """
        from trustcheck.ui.kit.text import announce

        self.notice.say(words, deed, done=done)
        announce(self.notice, words, assertive=not done)

    def cover(self) -> None:
        """Hide everything on the screen until somebody asks for it back."""
        if not self.is_covered:
            self._cover.cover()
            self._settle_menus()
            self.covered.emit()

    def uncover(self) -> None:
        """Show again what was hidden."""
        if self.is_covered:
            self._cover.uncover()

    @property
    def is_covered(self) -> bool:
        return self._cover.isVisible()

    @property
    def where_it_stands(self) -> str:
        """The window's place and size as Qt describes them, in base64. Set, it stands where it stood then, or where it
        can be seen if that screen has gone.
        """
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    @where_it_stands.setter
    def where_it_stands(self, geometry: str) -> None:
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))

    def _fit(self) -> None:
        self.sidebar.stand_narrow(self.width() < _NARROW_BELOW * self.look.scale)
        self._notes.stand_in(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_furnished:
            self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried = event.mimeData()
        wanted = data_file_in(carried) or questionnaires_in(carried) or self._answers_in(carried)
        if (wanted or has_replies(carried)) and not self.keeps_closed:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.is_covered or self.keeps_closed or self.is_interrupted:
            return
        carried = event.mimeData()
        path, asked, answers = data_file_in(carried), questionnaires_in(carried), self._answers_in(carried)
        too_early_or_late = not answers and has_replies(carried)
        if path or asked or answers or too_early_or_late:
            event.acceptProposedAction()
        if path:
            self.dropped.emit(path)
        elif asked:
            self.questionnaires_dropped.emit(asked)
        elif answers:
            self.answers_dropped.emit(answers)
        elif too_early_or_late:
            self.say(
                _(
                    "A sealed reply opens in its own check, and only while that is open: go to the check first. Once a"
                    " check is closed, its key is erased, and its data file opens no reply any more."
                )
            )

    def _answers_in(self, carried: QMimeData) -> tuple[str, ...]:
        return answers_in(carried) if self.takes_answers else ()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            if self.is_furnished:
                self._cover.give_back()
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt brings the menus back where the page stands alone."""
        from PySide6.QtCore import Qt

        if (
            self.is_furnished
            and event.key() == Qt.Key.Key_Alt
            and not (self._shows_menus() or self.keeps_closed or self.is_covered)
        ):
            self.menuBar().setVisible(not self.menuBar().isVisible())
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.is_furnished and event.type() == QEvent.Type.PaletteChange:
            QTimer.singleShot(0, self, self.update)
