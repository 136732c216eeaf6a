"""The desks of one open check: where sheets come in, each in its own way, and where the facts are answered."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance

from trustcheck.app.collecting.table_files import NAMED, READ
from trustcheck.ui.collecting.collecting_desk import CollectingDesk
from trustcheck.ui.collecting.ways import CheckKnown, acts, take_returned, take_table
from trustcheck.ui.kit.background import run
from trustcheck.ui.laptop.hand_over import HandOver
from trustcheck.ui.results.facts_desk import FactsDesk
from trustcheck.ui.shell.context import Context

Desk = TypeVar("Desk", bound=QObject)

_TABLES = frozenset({*READ, *NAMED})


@runtime_checkable
class KeepsARoom(Protocol):
    """A desk whose sheets come in while the window shows something else, for one check at a time."""

    sheet_arrived: SignalInstance

    def has_room(self, round_id: int) -> bool: ...

    def close_room_of(self, round_id: int) -> None: ...

    def forget_check(self, round_id: int) -> None: ...


class Desks(QObject):
    """Every way ends at the page of the check again, with its count as it is then."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self._made: dict[Callable[[Context], QObject], QObject] = {}
        self.collecting = self.desk(CollectingDesk)
        # Stands there from the start: the laptop may be on its way round when the file is opened.
        self.hand_over = self.desk(HandOver)
        self.facts = self.desk(FactsDesk)
        self._connect()

    def collect(self, round_id: int, how: str) -> None:
        """Get sheets into an open check; ``how`` is the id of what is done for it."""
        act = acts()[how]
        if self.context.file.only_looks:
            self.context.file.queue.turned_away.emit()
        else:
            act.begin(self, round_id)

    def take_in(self, round_id: int, paths: tuple[str, ...]) -> None:
        """Files that were dropped on the window: a table, or forms that came back."""
        if self.context.file.queue.turns_away():
            return
        if len(paths) == 1 and Path(paths[0]).suffix.lower() in _TABLES:
            take_table(self, round_id, paths[0])
        else:
            take_returned(self, round_id, paths)

    def desk(self, kind: Callable[[Context], Desk]) -> Desk:
        """The one desk of this kind, made when it is first asked for; back from it is to the page of the check."""
        if kind not in self._made:
            made = self._made[kind] = kind(self.context)
            # It goes with this file, and what it knows of it with it.
            made.setParent(self)
            self._lead_back_from(made)
            self._tell_of_sheets(made)
        return cast("Desk", self._made[kind])

    def look_at(self, round_id: int, then: Callable[[CheckKnown], None]) -> None:
        """Read a check behind the window, and go on with what is known of it; or say why that cannot be."""
        store = self.context.file.store
        run(lambda _progress: store.groups.setup(round_id), then, self.context.refuse, owner=self)

    def _lead_back_from(self, desk: QObject) -> None:
        for name in ("done", "left"):
            says = getattr(desk, name, None)
            if isinstance(says, SignalInstance):
                says.connect(self._back_to_the_check)

    def _tell_of_sheets(self, desk: QObject) -> None:
        """Where sheets come in while the window shows something else: they are counted, and end with the check."""
        if isinstance(desk, KeepsARoom):
            desk.sheet_arrived.connect(self.collecting.recount)
            self.collecting.has_room = desk.has_room
            self.collecting.closing.connect(desk.close_room_of)
            # A closing that was stopped or refused has changed nothing.
            self.collecting.changed.connect(desk.forget_check)

    def _back_to_the_check(self) -> None:
        self.collecting.show(self.collecting.round_id)

    def _connect(self) -> None:
        desk = self.collecting
        desk.way_asked.connect(self.collect)
        desk.facts_asked.connect(self.facts.show)
        self.hand_over.handed_back.connect(desk.show)
