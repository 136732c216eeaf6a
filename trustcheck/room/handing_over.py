"""The pipe to the program that has the data file: finished sheets go out, and word comes back whether they are kept."""

import json
from collections.abc import Callable, Mapping
from threading import Condition, Lock
from typing import Any, BinaryIO

from trustcheck.room.drafts import PhoneDraft


class SheetPipe:
    """Safe to use from any thread. :meth:`listen` is one of its own."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source, self._target = source, target
        self._writing = Lock()
        self._settled = Condition()

    def say(self, **said: Any) -> None:
        """One line to the program. Raises :class:`OSError` where it has ended."""
        with self._writing:
            self._target.write(f"{json.dumps(said)}\n".encode("ascii"))
            self._target.flush()

    def send(self, draft: PhoneDraft, given: Mapping[str, Mapping[str, int]]) -> None:
        """Hand a finished sheet over with what was ``given`` of each kind; nobody is told before it is on the disk."""
        self.say(sheet=draft.code, view=draft.view, notes=draft.notes, dots=draft.dots, **given)

    def wait(self, is_settled: Callable[[], bool], seconds: float) -> bool:
        """Whether word of a sheet has come within so many seconds."""
        with self._settled:
            return self._settled.wait_for(is_settled, seconds)

    def listen(
        self,
        settle: Callable[[str, bool], None],
        let_in: Callable[[list[str]], None],
        show: Callable[[list[str]], None],
    ) -> None:
        """Hear of sheets, of more codes and of those on a screen until the program has ended or closes the room."""
        for line in self._source:
            said = json.loads(line)
            if "codes" in said:
                let_in(said["codes"])
            if "shown" in said:
                show(said["shown"])
            if "sheet" in said:
                with self._settled:
                    settle(said["sheet"], said["kept"])
                    self._settled.notify_all()
