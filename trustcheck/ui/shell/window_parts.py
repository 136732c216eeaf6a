"""What stands in the window beside the sidebar: the notes above, and the pages, of which one is seen, and how one
gives way to the next.
"""

from PySide6.QtCore import QEasingCurve, QObject, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QGroupBox, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from trustcheck.ui.kit.into_view import bring_near, takes_keyboard
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.note_bar import NoteBar
from trustcheck.ui.shell.hide_screen import lying_over
from trustcheck.ui.shell.notice import Notice
from trustcheck.ui.shell.sidebar import Sidebar
from trustcheck.ui.shell.standing_notes import StandingNotes

# The notes above the page share what room there is, so that the page keeps some of its own.


_PART = 0.4
"""The part of the window's height that their words may take."""
_BUTTONS = 74
"""What every further note takes beside its words, in pixels at 100 %."""


class NotesAbove(QObject):
    def __init__(self, look: Look, *notes: NoteBar) -> None:
        super().__init__()
        self._look, self._notes, self._height = look, notes, 0
        for note in notes:
            note.came_or_went.connect(self._share)

    def stand_in(self, height: int) -> None:
        """The window is ``height`` pixels tall."""
        self._height = height
        self._share()

    def _share(self) -> None:
        """The one that says least takes what it needs, and leaves the rest to the others."""
        standing = sorted((note for note in self._notes if not note.isHidden()), key=lambda note: note.wanted)
        most = round(self._height * _PART)
        for note in self._notes:
            # One that is about to come must not begin with more than there is.
            if note.isHidden():
                note.stand_within(most)
        room = most - (len(standing) - 1) * self._look.px(_BUTTONS)
        for at, note in enumerate(standing):
            most = max(room // (len(standing) - at), 1)
            note.stand_within(most)
            room -= min(note.wanted, most)


# The pages, of which one is seen. They scroll, so what stands above them is given its height first.


class PageStack(QStackedWidget):
    """Asks for no height: a page would like more than there is, and a note above it would be cut off for that. What has
    the keyboard stays in sight when a note comes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            # The page has its new height a little later.
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        focus, page = QApplication.focusWidget(), self.currentWidget()
        if focus is None or page is None or not page.isAncestorOf(focus):
            return
        if focus.visibleRegion().boundingRect() != focus.rect():
            bring_near(self._look, focus)


def put_keyboard_in(window: QMainWindow, page: QWidget) -> None:
    """The focus goes where the page wants it to begin, or to the first thing that takes it."""
    first = page.first_focus() if hasattr(page, "first_focus") else None
    first = first or next((each for each in page.findChildren(QWidget) if takes_keyboard(each, page)), None)
    over = lying_over(window)
    if first is not None and over:
        over[0].keep_for(first)
    elif first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def name_page(page: QWidget, words: str) -> None:
    """The group in which the keyboard begins is called ``words``: the outermost there is on the page."""
    at, group = page.first_focus() if hasattr(page, "first_focus") else None, None
    while at is not None:
        group = at if isinstance(at, QGroupBox) else group
        at = at.parentWidget() if at is not page else None
    if group is not None:
        group.setAccessibleName(words)


class WindowMiddle(QWidget):
    """The sidebar, and beside it the notes above the pages."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.sidebar, self.notice, self.standing = Sidebar(look), Notice(look), StandingNotes(look)
        self.notes = NotesAbove(look, self.standing.looking, self.standing.unsaved, self.notice)
        self.stack, self.nothing = PageStack(look), QWidget()
        self.stack.addWidget(self.nothing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.standing)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)


# From page to page: the old one fades and moves a little in reading direction. Nothing loops, nothing waits for it.


_MILLISECONDS = 160
_WAY = 8


class PageChange(QWidget):
    """A picture of the page that is left, lying over the one that comes, until it has faded."""

    def __init__(self, look: Look, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._look, self._stack, self.picture = look, stack, QPixmap()
        self._backwards = False
        self._way = QVariantAnimation(self)
        self._way.setDuration(_MILLISECONDS)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(self.update)
        self._way.finished.connect(self.forget)
        self.hide()

    def leave(self, *, backwards: bool) -> None:
        """Begin to fade the page that is shown now; to be called just before the next one is shown."""
        page = self._stack.currentWidget()
        if page is None or self._look.taste.less_motion or not self._stack.isVisible():
            return
        self._backwards, self.picture = backwards, page.grab()
        self.setGeometry(self._stack.rect())
        self.show()
        self.raise_()
        self._way.stop()
        self._way.start()

    def forget(self) -> None:
        """Let go of the picture at once: what it shows may be nobody else's to see."""
        self._way.stop()
        self.picture = QPixmap()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        done = float(self._way.currentValue() or 0.0)
        painter = QPainter(self)
        painter.setOpacity(1.0 - done)
        painter.drawPixmap(round(_WAY * done) * (1 if self._backwards else -1), 0, self.picture)
        painter.end()
