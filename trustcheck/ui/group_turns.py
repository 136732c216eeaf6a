"""Between two people, and one person's turn: what follows what while a laptop goes round."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from trustcheck.app.application import Application
from trustcheck.app.collecting import Saving
from trustcheck.app.group_sitting import GroupSitting, new_walk, resumed_walk
from trustcheck.app.number_words import minutes
from trustcheck.app.ports import Refused
from trustcheck.app.sealing import Draft, SheetSeal, find_sheet, new_seal
from trustcheck.app.walkthrough import Walkthrough
from trustcheck.domain.group_round import Arrived, GroupSetup
from trustcheck.domain.questionnaire import Perspective, Questionnaire
from trustcheck.domain.round import RoundSummary
from trustcheck.settings import Settings
from trustcheck.ui.background import run
from trustcheck.ui.group_answering import GroupAnswering
from trustcheck.ui.idle import Idle
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.pages.before_page import BeforePage, BeforeView
from trustcheck.ui.pages.come_back_page import ComeBackPage
from trustcheck.ui.pages.hand_over_page import HandOverPage, HandOverView
from trustcheck.ui.places import Place

_BETWEEN = (Place.BEFORE, Place.COME_BACK)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without input: until a question hides, until somebody who still reads is asked, and, hidden, until the
    sheet is put away half filled."""

    hide: int = 60
    read: int = 180
    put_away: int = 600


@dataclass(frozen=True)
class GoingRound:
    """The check the laptop goes round for."""

    id: int
    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire


class Turns(QObject):
    """Signals: ``facilitator_asked``, ``went`` after another page was shown, ``refused`` with a :class:`Refused`,
    ``unsaved`` when somebody cannot leave because something is not on the disk.
    """

    facilitator_asked = Signal()
    went = Signal()
    refused = Signal(object)
    unsaved = Signal()

    def __init__(
        self, application: Application, window: MainWindow, file: OpenFile, of: GoingRound, patience: Patience
    ) -> None:
        super().__init__(window)
        self._application, self._window, self._file, self._now = application, window, file, of
        self._patience, self._sealing = patience, application.sealing()
        self._arrived = Arrived({})
        self._page: HandOverPage | None = None
        self._thanked = self._left = False
        self._answering: GroupAnswering | None = None
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        self.idle = Idle(program, self)
        self.idle.reached.connect(window.cover)
        self.away = QTimer(self)
        self.away.setSingleShot(True)
        self.away.timeout.connect(self._put_away_quietly)
        window.covered.connect(self._on_covered)
        window.uncovered.connect(self.away.stop)

    @property
    def is_somebody_here(self) -> bool:
        """Whether there is a person whose answers are on the screen or soon will be."""
        return self._answering is not None or self._window.place in _BETWEEN

    @property
    def summary(self) -> RoundSummary:
        return self._now.summary

    @property
    def organisation(self) -> str:
        return self.summary.organisation.name

    def prefer(self, settings: Settings) -> None:
        if self._answering is not None:
            self._answering.prefer(settings)

    def show(self, *, thanked: bool = False, left: bool = False) -> None:
        """Between two people. ``thanked``: somebody has put a sheet away; ``left``: somebody has left for now."""
        self.idle.wait(0)
        self._window.clipboard.empty()
        if self._page is None:
            self._page = self._made_page()
        self._thanked, self._left = thanked, left
        self._fill(self._arrived)
        self._window.go_to(Place.HAND_OVER)
        for place in _BETWEEN:
            self._window.drop_page(place)
        self.went.emit()
        store, round_id = self._file.store, self._now.id
        run(lambda _progress: store.arrived(round_id), self._fill, self.refused.emit, owner=self)

    def _made_page(self) -> HandOverPage:
        page = HandOverPage(self._window.look)
        page.next_person.connect(self._next_person)
        page.come_back.connect(self._ask_words)
        page.facilitator.connect(self.facilitator_asked)
        self._window.add_page(Place.HAND_OVER, page)
        return page

    def _fill(self, arrived: Arrived) -> None:
        assert self._page is not None
        self._arrived, now = arrived, self._now
        self._page.show_hand_over(
            HandOverView(
                self.organisation,
                arrived.all_finished,
                now.setup.all_invited,
                minutes(len(now.questionnaire.asked(now.setup.form))),
                now.setup.threshold,
                arrived.half_filled,
                now.setup.compares,
                thanked=self._thanked,
                left=self._left,
            )
        )

    def _next_person(self) -> None:
        """The promises first. The key of the sheet is made while they are read."""
        self._window.clipboard.empty()
        now, seal = self._now, new_seal(self._sealing)
        self._file.queue.put(Saving(seal.prepare))
        page = BeforePage(self._window.look)
        definitions = new_walk(now.questionnaire, now.setup, Perspective.STAFF).definitions()
        page.show_before(BeforeView(now.questionnaire, now.setup, definitions, seal.phrase))
        page.begun.connect(
            lambda perspective: self._sit_down(new_walk(now.questionnaire, now.setup, perspective), seal, begun=False)
        )
        page.cancelled.connect(self.show)
        self.idle.wait(self._patience.read)
        self._go_to(Place.BEFORE, page)

    def _ask_words(self) -> None:
        self._window.clipboard.empty()
        page = ComeBackPage(self._window.look)
        page.place.setText(self.organisation)
        page.tried.connect(lambda typed: self._try_words(page, typed))
        page.back.connect(self.show)
        self.idle.wait(self._patience.hide)
        self._go_to(Place.COME_BACK, page)

    def _try_words(self, page: ComeBackPage, typed: str) -> None:
        page.tell_looking()
        store, sealing, now = self._file.store, self._sealing, self._now

        def tried(found: tuple[SheetSeal, Draft] | None) -> None:
            if self._window.place is not Place.COME_BACK:
                return
            if found is None:
                page.tell_not_found()
            else:
                seal, draft = found
                self._sit_down(resumed_walk(now.questionnaire, now.setup, draft), seal, begun=True)

        def otherwise(refused: Refused) -> None:
            page.tell_not_found()
            self.refused.emit(refused)

        run(lambda _p: find_sheet(sealing, store.sealed_sheets(now.id), typed), tried, otherwise, owner=page)

    def _sit_down(self, here: Walkthrough, seal: SheetSeal, *, begun: bool) -> None:
        file, now = self._file, self._now
        sheet = GroupSitting(file.store, now.id, here, seal, file.queue.put, begun=begun)
        answering = GroupAnswering(sheet, now.setup, file.queue, self._window, self._application.today)
        answering.finished.connect(lambda: self._stand_up(thanked=True))
        answering.left.connect(lambda: self._stand_up(left=sheet.is_begun))
        answering.unsaved.connect(self.unsaved)
        answering.prefer(self._application.settings.load())
        self._answering = answering
        self.idle.wait(self._patience.hide)
        answering.show()
        for place in _BETWEEN:
            self._window.drop_page(place)
        self.went.emit()

    def _stand_up(self, *, thanked: bool = False, left: bool = False) -> None:
        self._answering = None
        self.show(thanked=thanked, left=left)

    # -- nobody there

    def _on_covered(self) -> None:
        if self.is_somebody_here:
            self.away.start(self._patience.put_away * 1000)

    def _put_away_quietly(self) -> None:
        """Somebody has gone: what they answered waits for their words, and the screen for the next person."""
        if self._answering is None:
            self.show()
        elif not self._answering.put_away():
            self.away.start(self._patience.hide * 1000)
            return
        self._window.uncover()
        self._window.put_keyboard_in(self._window.page(Place.HAND_OVER))

    def _go_to(self, place: Place, page: QWidget) -> None:
        self._window.add_page(place, page)
        self._window.go_to(place)
        self.went.emit()
