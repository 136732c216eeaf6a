"""Says once that the window before this one closed without saying goodbye, and where the answers are."""

from PySide6.QtCore import QObject

from trustcheck.app.ports import Refused, Store
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.ui.datafile.data_files import DataFiles
from trustcheck.ui.flow.check_flow import CheckFlow
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _


class LastTime(QObject):
    """Waits for the first data file that is somebody's own, and for the first page of it; then it has nothing to do."""

    def __init__(self, window: MainWindow, files: DataFiles) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._words = ""
        files.opened.connect(self._opened)

    def _opened(self, flow: CheckFlow) -> None:
        if flow.file.is_sample:
            return
        self._files.opened.disconnect(self._opened)
        store = flow.file.store
        where = store.safety.told_apart or where_answers_are(store)
        self._words = "{} {}".format(_("TrustCheck closed without saying goodbye."), where)
        # A list of organisations is read behind the window, and what is said before its page comes would go with it.
        self._window.stack.currentChanged.connect(self._say)
        self._say()

    def _say(self) -> None:
        if self._window.place not in (Place.OPENING, Place.LOCK):
            self._window.stack.currentChanged.disconnect(self._say)
            self._window.say(self._words)
            self.deleteLater()


def where_answers_are(store: Store) -> str:
    """One sentence about what is in the file. It names nobody: whoever sits here next may be somebody else."""
    try:
        going_round = store.groups.locked_round() is not None
        alone = next(iter(store.rounds.summaries(RoundKind.PERSONAL, RoundState.OPEN)), None)
        of_several = store.rounds.has_any(RoundKind.GROUP, RoundState.OPEN)
        number = 0 if alone is None or going_round else _answered_up_to(store, alone)
    except Refused:
        going_round, of_several, number = False, False, 0
    if number:
        return _("Your answers up to question {number} are here.").format(number=number)
    if going_round or of_several:
        return _("Every sheet that was put away is here. One that was half filled comes back with its three words.")
    return _("Everything that was saved is in this file.")


def _answered_up_to(store: Store, summary: RoundSummary) -> int:
    """The number of the furthest question with an answer, in the order in which they are asked; 0 without any."""
    found = store.rounds.round(summary.id)
    asked = found.questionnaire.asked(summary.form)
    return max((at for at, item in enumerate(asked, start=1) if found.response.answer(item) is not None), default=0)
