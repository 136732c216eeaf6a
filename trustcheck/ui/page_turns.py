"""From page to page no faster than pages are made: who holds a key down goes where they stop, and not everywhere
between.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from trustcheck.ui.places import Place


class PageTurns(QObject):
    """Makes one page at a time. Of those that are asked for before the person can have seen it, only the last is made:
    the others would be left again at once, and stay in memory until then.
    """

    def __init__(self, make: Callable[[Place], None], parent: QObject) -> None:
        """``make`` makes a page and shows it."""
        super().__init__(parent)
        self._make = make
        self._wanted: Place | None = None
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(0)
        self._seen.timeout.connect(self._go_on)

    @property
    def is_turning(self) -> bool:
        """Whether the page that was made last has yet to be seen."""
        return self._seen.isActive()

    def turn_to(self, place: Place) -> None:
        if self.is_turning:
            self._wanted = place
        else:
            self._turn(place)

    def forget(self) -> None:
        """Go nowhere else."""
        self._wanted = None

    def _turn(self, place: Place) -> None:
        # First, lest a page that cannot be made is asked for without end.
        self._wanted = None
        self._seen.start()
        self._make(place)

    def _go_on(self) -> None:
        if self._wanted is not None:
            self._turn(self._wanted)
