"""The curtain between clients: while one client's check is open, no page in the window holds another one's name.

Pages are destroyed, not hidden: what is not there is read by no screen reader, comes back by no key, and is in no
picture of the screen.
"""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trustcheck.ui.shell.places import OF_MANY, OUTSIDE, Place


class Curtain(QObject):
    """Signals: ``turned`` with the id of another organisation before pages go that are not its own, for whoever still
    holds something of them; ``drawn`` when a check opens; ``dropping`` with each :class:`Place` whose page goes.
    """

    # Ids are longer than the int of a signal.
    turned = Signal(object)
    drawn = Signal()
    dropping = Signal(object)

    def __init__(self, stack: QStackedWidget, pages: dict[Place, QWidget]) -> None:
        super().__init__(stack)
        self._stack, self._pages = stack, pages
        self._whose = 0
        self._leaving: QWidget | None = None
        stack.currentChanged.connect(lambda _index: self._drop_what_was_left())

    def turn_to(self, organisation_id: int) -> None:
        """Only pages of this organisation stay, and those of many; to be called before any of its own are made."""
        if organisation_id != self._whose:
            self._whose = organisation_id
            self.turned.emit(organisation_id)
            self._drop(set(self._pages) - OUTSIDE - OF_MANY)

    def draw(self, organisation_id: int) -> None:
        """One of its checks opens: the list of all goes too, and every other page that may name more than one."""
        self.turn_to(organisation_id)
        self.drawn.emit()
        self._drop(OF_MANY & set(self._pages))

    def _drop(self, places: Collection[Place]) -> None:
        for place in places:
            if self._pages[place] is self._stack.currentWidget():
                # The person looks at it until the next one is there.
                self._leaving = self._pages[place]
            else:
                self.dropping.emit(place)

    def _drop_what_was_left(self) -> None:
        leaving, self._leaving = self._leaving, None
        for place, page in list(self._pages.items()):
            if page is leaving and page is not self._stack.currentWidget():
                self.dropping.emit(place)
