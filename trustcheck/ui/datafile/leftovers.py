"""What a program that was ended by force left half written where something is saved now: taken away, and told."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.app.store.safekeeping import told

if TYPE_CHECKING:
    from trustcheck.ui.datafile.program import Program


class LeftBehind(QObject):
    """Told on the next page: on this one stands where the new file is."""

    _cleared = Signal(int)

    def __init__(self, program: "Program") -> None:
        super().__init__(program.window)
        self._program = program
        # From a worker's thread to this one.
        self._cleared.connect(self._tell)

    def watched(self, application: Application) -> Application:
        """The program, which takes such files away before it writes another one beside them."""
        write, clear = application.write_whole, application.clear_left_behind

        def write_whole(path: str, content: bytes) -> None:
            cleared = clear(path)
            write(path, content)
            if cleared:
                self._cleared.emit(cleared)

        return replace(application, write_whole=write_whole)

    def _tell(self, cleared: int) -> None:
        self._program.files.safe.say_next(told(cleared), done=True)
