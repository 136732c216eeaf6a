"""The desks of one open check: where sheets come in, each in its own way, and where the facts are answered."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from trustcheck.app.application import Application
from trustcheck.ui.collecting.collecting_desk import CollectingDesk
from trustcheck.ui.collecting.ways import CheckKnown, acts, take_returned, take_table
from trustcheck.ui.datafile.opening import OpenFile
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.background import run
from trustcheck.ui.laptop.hand_over import HandOver
from trustcheck.ui.results.facts_desk import FactsDesk
from trustcheck.ui.shell.main_window import MainWindow

Desk = TypeVar("Desk", bound=QObject)

_TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx"})


class Desks(QObject):
    """Every way ends at the page of the check again, with its count as it is then.

    Signals: ``turned`` with the id of a check that was opened, closed or reopened, ``set_up_asked`` and
    ``result_asked`` with its id; ``went`` after another page was shown, ``refused`` with a :class:`Refused`,
    ``unsaved`` when something could not be left because it is not on the disk.
    """

    # Ids are longer than the int of a signal.
    turned = Signal(object)
    set_up_asked = Signal(object)
    result_asked = Signal(object)
    went = Signal()
    refused = Signal(object)
    unsaved = Signal()

    def __init__(
        self, application: Application, window: MainWindow, dialogs: FileDialogs, file: OpenFile, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.application, self.window, self.dialogs, self.file = application, window, dialogs, file
        self._made: dict[type[QObject], QObject] = {}
        self.collecting = self.desk(CollectingDesk, lambda: CollectingDesk(application, window, file))
        # Stands there from the start: the laptop may be on its way round when the file is opened.
        self.hand_over = self.desk(HandOver, lambda: HandOver(application, window, file))
        self.facts = self.desk(FactsDesk, lambda: FactsDesk(window, file))
        self._connect()

    def collect(self, round_id: int, how: str) -> None:
        """Get sheets into an open check; ``how`` is the id of what is done for it."""
        act = acts()[how]
        if self.file.only_looks:
            self.file.queue.turned_away.emit()
        else:
            act.begin(self, round_id)

    def take_in(self, round_id: int, paths: tuple[str, ...]) -> None:
        """Files that were dropped on the window: a table, or forms that came back."""
        if self.file.queue.turns_away():
            return
        if len(paths) == 1 and Path(paths[0]).suffix.lower() in _TABLES:
            take_table(self, round_id, paths[0])
        else:
            take_returned(self, round_id, paths)

    def desk(self, kind: type[Desk], make: Callable[[], Desk]) -> Desk:
        """The one desk of this kind, made when it is first asked for; back from it is to the page of the check."""
        made = self._made.get(kind)
        if not isinstance(made, kind):
            made = self._made[kind] = make()
            # It goes with this file, and what it knows of it with it.
            made.setParent(self)
            self._hear(made)
        return made

    def look_at(self, round_id: int, then: Callable[[CheckKnown], None]) -> None:
        """Read a check behind the window, and go on with what is known of it; or say why that cannot be."""
        store = self.file.store
        run(lambda _progress: store.groups.setup(round_id), then, self.refused.emit, owner=self)

    def arrived(self) -> None:
        self.went.emit()

    def _hear(self, made: QObject) -> None:
        back = self._back_to_the_check
        heard = {"went": self.went, "refused": self.refused, "unsaved": self.unsaved, "done": back, "left": back}
        for name, hear in heard.items():
            says = getattr(made, name, None)
            if isinstance(says, SignalInstance):
                says.connect(hear)

    def _back_to_the_check(self) -> None:
        self.collecting.show(self.collecting.round_id)

    def _connect(self) -> None:
        desk = self.collecting
        desk.way_asked.connect(self.collect)
        desk.facts_asked.connect(self.facts.show)
        desk.setup_asked.connect(self.set_up_asked)
        desk.result_asked.connect(self.result_asked)
        desk.changed.connect(self.turned)
        self.hand_over.handed_back.connect(desk.show)
