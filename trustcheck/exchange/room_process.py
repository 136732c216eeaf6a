"""Opens a room for phones in a program of its own, which alone listens on a network, and hears of sheets from it.

Sheets come and word of them goes through pipes. The program ends with the room, and where this one ends without a word.
"""

import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from threading import Lock, Thread, Timer
from typing import Any

from trustcheck.app.collecting.phone_room import HERE_ONLY, NewsOfRoom, RoomNews
from trustcheck.app.collecting.room_order import RoomOrder
from trustcheck.app.ports import Refused
from trustcheck.exchange.own_program import started
from trustcheck.words import gettext as _

WAITS = 20.0
"""Seconds after which a program that says nothing is not waited for any longer."""
LONGEST_LINE = 1024 * 1024
"""Bytes of what a room may say at once; a sheet of 200 questions with notes has half of it at most."""
_PROGRAM = "from trustcheck.room.{module} import {function}\n{function}()"


class RoomProcess:
    """An open room. ``keep`` and ``tell`` are called from a thread of its own."""

    def __init__(
        self, order: RoomOrder, keep: Callable[[Mapping[str, Any]], bool], tell: Callable[[NewsOfRoom], None]
    ) -> None:
        """Open it. Raises :class:`Refused` where it cannot be opened at this address."""
        self._keep, self._tell = keep, tell
        self._writing, self._is_closing = Lock(), False
        self._child = _started("child", "serve")
        self._say_line(order.line())
        opened = self._opened()
        self.door: str = opened.get("open", "")
        self._hearing = Thread(target=self._hear, daemon=True)
        self._is_closing = not self.door
        self._hearing.start()
        if not self.door:
            self.close()
            raise _no_room(order.address)

    @property
    def pid(self) -> int:
        return self._child.pid

    def let_in(self, codes: Sequence[str]) -> None:
        self._say(codes=list(codes))

    def show(self, code: str) -> None:
        self._say(shown=[code])

    def close(self) -> None:
        """End it, once what it handed over before is on the disk. Not to be called from ``keep`` or ``tell``."""
        self._is_closing = True
        with self._writing:
            if self._child.stdin is not None and not self._child.stdin.closed:
                _quietly(self._child.stdin.close)
        ending = Timer(WAITS, self._child.kill)
        ending.start()
        self._child.wait()
        ending.cancel()
        self._hearing.join()
        assert self._child.stdout is not None
        self._child.stdout.close()

    def _opened(self) -> dict[str, Any]:
        waiting = Timer(WAITS, self._child.kill)
        waiting.start()
        try:
            return self._line() or {}
        finally:
            waiting.cancel()

    def _hear(self) -> None:
        try:
            while (said := self._line()) is not None:
                if "sheet" in said:
                    self._take(said)
                elif isinstance(code := said.get("begun"), str):
                    self._tell(NewsOfRoom(RoomNews.BEGUN, code))
        finally:
            # A room that is heard no more is closed, whatever ended the hearing: nobody could be thanked.
            self._child.kill()
            self._child.wait()
            if not self._is_closing:
                self._tell(NewsOfRoom(RoomNews.CLOSED))

    def _take(self, said: dict[str, Any]) -> None:
        """Word goes back only once the sheet is on the disk."""
        kept = self._keep(said)
        self._say(sheet=said["sheet"], kept=kept)
        self._tell(NewsOfRoom(RoomNews.KEPT if kept else RoomNews.NOT_KEPT, str(said["sheet"])))

    def _line(self) -> dict[str, Any] | None:
        """What the room says next; ``None`` once it has ended, or says what no room of ours would."""
        assert self._child.stdout is not None
        line = self._child.stdout.readline(LONGEST_LINE)
        try:
            said = json.loads(line) if line.endswith(b"\n") else None
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict):
            self._child.kill()
            return None
        return said

    def _say(self, **said: Any) -> None:
        self._say_line(json.dumps(said))

    def _say_line(self, line: str) -> None:
        # Where it has ended meanwhile, that is told by whoever hears it.
        with self._writing:
            _quietly(lambda: self._write(f"{line}\n".encode("ascii")))

    def _write(self, line: bytes) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(line)
        self._child.stdin.flush()


def own_addresses() -> tuple[tuple[str, str], ...]:
    """(name, address) of each network this computer is in, found in the room's own program; none where that fails."""
    child = _started("addresses", "tell")
    try:
        said, _nothing = child.communicate(timeout=WAITS)
        return tuple((str(name), str(address)) for name, address in json.loads(said))
    except (subprocess.TimeoutExpired, ValueError, OSError):
        child.kill()
        child.communicate()
        return ()


def _started(module: str, function: str) -> subprocess.Popen[bytes]:
    # Ctrl+C at a terminal is for the program that has the data file, which ends this one in order.
    child = started(_PROGRAM.format(module=module, function=function), on_its_own=True)
    if child is None:
        raise _no_program()
    return child


def _no_program() -> Refused:
    return Refused(
        _("The program that listens for phones could not be started."),
        _("Everything that was saved is safe."),
        _("Use paper, or pass the laptop round."),
    )


def _no_room(address: str) -> Refused:
    where = _("this computer alone") if address == HERE_ONLY else address
    return Refused(
        _("No room could be opened at {address}.").format(address=where),
        _("Everything that was saved is safe."),
        _("Choose another network, or close what else uses this address."),
    )


def _quietly(work: Callable[[], object]) -> None:
    try:
        work()
    except (OSError, ValueError):
        return
