"""One person's turn at a laptop that is passed round: pages made for them alone, and destroyed after them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, SignalInstance

from trustcheck.app.group_sitting import GroupSitting
from trustcheck.domain.group_round import GroupSetup, NotesUse
from trustcheck.settings import Settings
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.pages.put_away_page import PutAwayPage
from trustcheck.ui.pages.question_page import QuestionPage
from trustcheck.ui.pages.review_page import Ending, ReviewPage
from trustcheck.ui.places import Place
from trustcheck.ui.promises_read import note_words
from trustcheck.ui.saving import SavingQueue
from trustcheck.ui.sitting import Sitting
from trustcheck.words import gettext as _

_THEIR_PAGES = (Place.QUESTION, Place.REVIEW, Place.PUT_AWAY)


class GroupAnswering(QObject):
    """Signals: ``finished`` when everything is put away, ``left`` when it is locked away half filled (or nothing was
    answered), ``unsaved`` when something has not reached the disk and the person has to stay.
    """

    finished = Signal()
    left = Signal()
    unsaved = Signal()

    def __init__(
        self,
        group_sitting: GroupSitting,
        setup: GroupSetup,
        queue: SavingQueue,
        window: MainWindow,
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._sheet, self._queue, self._window = group_sitting, queue, window
        self._finishing = False
        pages = (
            QuestionPage(window.look, takes_notes=setup.notes is not NotesUse.NONE, notes=note_words(setup.notes)),
            ReviewPage(window.look, putting_away()),
        )
        self._sitting = Sitting(group_sitting, queue, window, today, pages)
        self._sitting.left.connect(self._ask_to_leave)
        self._sitting.finished.connect(self._finish)
        self._sitting.hide_asked.connect(window.cover)
        queue.saved.connect(self._on_saved)

    def prefer(self, settings: Settings) -> None:
        self._sitting.prefer(settings)

    def show(self) -> None:
        self._sitting.show()

    def back(self) -> None:
        """One question back; from the words for coming back to the answers."""
        if self._window.place is Place.PUT_AWAY:
            self._sitting.show()
        else:
            self._sitting.back()

    def put_away(self) -> bool:
        """Leave for now, in the person's place; whether everything is on the disk. Otherwise nothing is done."""
        return self._end(self.left)

    def _ask_to_leave(self) -> None:
        if not self._sheet.is_begun:
            self._leave()
            return
        page = PutAwayPage(self._window.look)
        page.show_phrase(self._sheet.phrase)
        page.back.connect(self.back)
        page.done.connect(self._leave)
        self._window.add_page(Place.PUT_AWAY, page)
        self._window.go_to(Place.PUT_AWAY)

    def _leave(self) -> None:
        self._end(self.left)

    def _finish(self) -> None:
        self._finishing = True
        self._end(self.left if self._sheet.is_empty else self.finished)

    def _on_saved(self) -> None:
        """What could not be put away at first has reached the disk now."""
        if self._finishing:
            self._finish()

    def _end(self, how: SignalInstance) -> bool:
        """Another page first, and then everything this person saw or wrote is destroyed."""
        if not self._queue.drain():
            self.unsaved.emit()
            return False
        how.emit()
        self._forget()
        return True

    def _forget(self) -> None:
        self._finishing = False
        for place in _THEIR_PAGES:
            self._window.drop_page(place)
        self._window.clipboard.clean()
        self._queue.saved.disconnect(self._on_saved)
        self.deleteLater()


def putting_away() -> Ending:
    """How answering ends where the next person waits."""
    return Ending(
        _("Finish and put away"),
        _("After this no screen reopens your answers, for you or for anyone else."),
        _("After this no screen reopens your answers, for you or for anyone else."),
        _("Have another look at your answers, or put them away."),
        _("Nothing has an answer on the scale yet, so there would be nothing to count."),
        is_final=True,
    )
