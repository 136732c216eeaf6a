"""The desks of one open check: where sheets come in, each in its own way, and where the facts are answered."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.app.sources import SourceAct
from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.round import RoundSummary
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import run
from trustcheck.ui.collecting_desk import CollectingDesk
from trustcheck.ui.facts_desk import FactsDesk
from trustcheck.ui.forms import Forms
from trustcheck.ui.hand_over import HandOver
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.saving_table import SavingTable
from trustcheck.ui.taking_in import TakingIn
from trustcheck.ui.typing_in import TypingIn

if TYPE_CHECKING:
    from collections.abc import Callable

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
        self._file = file
        self.collecting = CollectingDesk(application, window, file)
        self.hand_over = HandOver(application, window, file)
        self.typing_in = TypingIn(application, window, file)
        self.forms = Forms(application, window, file, dialogs)
        self.taking_in = TakingIn(application, window, file, dialogs)
        self.saving_table = SavingTable(application, window, file, dialogs)
        self.facts = FactsDesk(window, file)
        for part in (
            self.collecting,
            self.hand_over,
            self.typing_in,
            self.forms,
            self.taking_in,
            self.saving_table,
            self.facts,
        ):
            # They go with this file, and what they know of it with them.
            part.setParent(self)
        self._ways: dict[SourceAct, Callable[[int], None]] = {
            SourceAct.GO_ROUND: self.hand_over.begin,
            SourceAct.PRINT: self.forms.make,
            SourceAct.MAKE_FILES: lambda round_id: self.forms.make(round_id, to_send=True),
            SourceAct.TYPE_IN: self.typing_in.begin,
            SourceAct.TAKE_RETURNED: self.forms.take_back,
            SourceAct.TAKE_TABLE: self._take_table,
            SourceAct.SAVE_TABLE: self.saving_table.ask,
        }
        if file.only_looks:
            self._ways = dict.fromkeys(self._ways, lambda _round_id: file.queue.turned_away.emit())
        self._connect()

    def collect(self, round_id: int, how: SourceAct) -> None:
        """Get sheets into an open check in one of the ways."""
        self._ways[how](round_id)

    def take_in(self, round_id: int, paths: tuple[str, ...]) -> None:
        """Files that were dropped on the window: a table, or forms that came back."""
        if self._file.queue.turns_away():
            return
        if len(paths) == 1 and Path(paths[0]).suffix.lower() in _TABLES:
            self._take_table(round_id, paths[0])
        else:
            self.forms.take_back(round_id, paths)

    def _take_table(self, round_id: int, path: str = "") -> None:
        store = self._file.store

        def begin(known: tuple[RoundSummary, GroupSetup, Questionnaire]) -> None:
            summary, setup, questionnaire = known
            self.taking_in.begin(round_id, setup, questionnaire, path, summary.organisation.id)
            self.went.emit()

        run(lambda _progress: store.group_setup(round_id), begin, self.refused.emit, owner=self)

    def _connect(self) -> None:
        desk = self.collecting
        self.saving_table.refused.connect(self.refused)
        for part in (desk, self.hand_over, self.typing_in, self.forms, self.facts):
            part.went.connect(self.went)
            part.refused.connect(self.refused)
            part.unsaved.connect(self.unsaved)
        desk.way_asked.connect(lambda round_id, act: self.collect(round_id, SourceAct(act)))
        desk.facts_asked.connect(self.facts.show)
        desk.setup_asked.connect(self.set_up_asked)
        desk.result_asked.connect(self.result_asked)
        desk.changed.connect(self.turned)
        self.hand_over.handed_back.connect(desk.show)
        for way in (self.typing_in, self.forms, self.taking_in):
            way.done.connect(lambda _round_id: desk.show(desk.round_id))
            way.left.connect(lambda: desk.show(desk.round_id))
