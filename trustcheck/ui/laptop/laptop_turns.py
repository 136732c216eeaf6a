"""Between two people, and one person's turn: what follows what while a laptop goes round."""

from contextlib import ExitStack
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from trustcheck.app.answering.beside import guesses_asked
from trustcheck.app.answering.cards import cards_asked
from trustcheck.app.answering.group_sitting import GroupSitting, new_walk, resumed_walk
from trustcheck.app.answering.personal import Saving
from trustcheck.app.answering.sealing import Draft, SheetSeal, find_sheet, new_seal
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.portraits.another_language import speaks
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import Arrived, GroupSetup, NotesUse
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.settings import Settings
from trustcheck.ui.answering.card_sitting import CardSitting
from trustcheck.ui.answering.note_fold import note_words
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.answering.review_page import Ending, ReviewPage
from trustcheck.ui.answering.sitting import Sitting
from trustcheck.ui.kit.background import run
from trustcheck.ui.kit.idle import Idle
from trustcheck.ui.laptop.before_page import BeforePage, BeforeView
from trustcheck.ui.laptop.come_back_page import ComeBackPage
from trustcheck.ui.laptop.hand_over_page import HandOverPage, HandOverView
from trustcheck.ui.laptop.put_away_page import PutAwayPage
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _
from trustcheck.words import language
from trustcheck.words.numbers import minutes

# One person's turn at a laptop that is passed round: pages made for them alone, and destroyed after them.


_THEIR_PAGES = (Place.QUESTION, Place.CARD, Place.REVIEW, Place.PUT_AWAY)


class GroupAnswering(QObject):
    """Signals: ``finished`` when everything is put away, ``left`` when it is locked away half filled (or nothing was
    answered).
    """

    finished = Signal()
    left = Signal()

    def __init__(self, context: Context, group_sitting: GroupSitting, setup: GroupSetup) -> None:
        window, queue = context.window, context.file.queue
        super().__init__(window)
        self._context, self._sheet, self._queue, self._window = context, group_sitting, queue, window
        self._finishing = False
        pages = (
            QuestionPage(window.look, takes_notes=setup.notes is not NotesUse.NONE, notes=note_words(setup.notes)),
            ReviewPage(window.look, putting_away()),
        )
        cards = CardSitting(group_sitting, queue, window) if group_sitting.steps_after else None
        self._sitting = Sitting(group_sitting, queue, window, context.application.today, pages, cards)
        self._sitting.left.connect(self._ask_to_leave)
        self._sitting.finished.connect(self._finish)
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
        if not self._context.drained():
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

    def asked_of(self, perspective: Perspective) -> Questionnaire:
        return self.setup.asks(perspective, self.questionnaire)


class Turns(QObject):
    """Signals: ``facilitator_asked``."""

    facilitator_asked = Signal()

    def __init__(self, context: Context, of: GoingRound, patience: Patience) -> None:
        window = context.window
        super().__init__(window)
        self._context, self._window, self._file, self._now = context, window, context.file, of
        self._patience, self._sealing = patience, context.application.sealing()
        self._arrived = Arrived({})
        self._page: HandOverPage | None = None
        self._thanked = self._left = False
        self._answering: GroupAnswering | None = None
        self._spoken = ExitStack()
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
        self._spoken.close()
        self.idle.wait(0)
        self._window.clipboard.empty()
        if self._page is None:
            self._page = self._made_page()
        self._thanked, self._left = thanked, left
        self._fill(self._arrived)
        self._window.go_to(Place.HAND_OVER)
        for place in _BETWEEN:
            self._window.drop_page(place)
        self._context.arrived()
        store, round_id = self._file.store, self._now.id
        run(lambda _progress: store.groups.arrived(round_id), self._fill, self._context.refuse, owner=self)

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
        seal = new_seal(self._sealing)
        self._file.queue.put(Saving(seal.prepare))
        self._go_to(Place.BEFORE, self._promising(self._now.questionnaire, seal))
        self.idle.wait(self._patience.read)

    def _promising(self, asked: Questionnaire, seal: SheetSeal) -> BeforePage:
        now, page = self._now, BeforePage(self._window.look)
        definitions = new_walk(asked, now.setup, Perspective.STAFF).definitions()
        page.show_before(BeforeView(asked, now.setup, definitions, seal.phrase))
        page.view_chosen.connect(lambda choice: self._promise_again(page, choice, seal))
        page.begun.connect(
            lambda perspective, agreed: self._sit_down(
                new_walk(now.asked_of(perspective), now.setup, perspective, agreed=agreed), seal, begun=False
            )
        )
        page.cancelled.connect(self.show)
        return page

    def _promise_again(self, page: BeforePage, choice: int, seal: SheetSeal) -> None:
        """In the language of the view that was chosen, where what was promised so far stood in another one."""
        assert page.perspective is not None
        asked, before = self._now.asked_of(page.perspective), language()
        self._speak_as(asked)
        if language() == before:
            return
        again = self._promising(asked, seal)
        again.show_choice(choice)
        again.dots.setChecked(page.dots.isChecked())
        self._go_to(Place.BEFORE, again)

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
                asked = now.asked_of(draft.response.perspective)
                self._sit_down(resumed_walk(asked, now.setup, draft), seal, begun=True)

        def otherwise(refused: Refused) -> None:
            page.tell_not_found()
            self._context.refuse(refused)

        run(lambda _p: find_sheet(sealing, store.sheets.sealed_sheets(now.id), typed), tried, otherwise, owner=page)

    def _sit_down(self, here: Walkthrough, seal: SheetSeal, *, begun: bool) -> None:
        file, now = self._file, self._now
        self._speak_as(here.questionnaire)
        cards = cards_asked(now.setup, here.questionnaire)
        guesses = guesses_asked(here.questionnaire, now.setup, here.response.perspective)
        sheet = GroupSitting(
            file.store.sheets, now.id, here, seal, file.queue.put, begun=begun, cards=cards, guesses=guesses
        )
        answering = GroupAnswering(self._context, sheet, now.setup)
        answering.finished.connect(lambda: self._stand_up(thanked=True))
        answering.left.connect(lambda: self._stand_up(left=sheet.is_begun))
        answering.prefer(self._context.application.settings.load())
        self._answering = answering
        self.idle.wait(self._patience.hide)
        answering.show()
        for place in _BETWEEN:
            self._window.drop_page(place)
        self._context.arrived()

    def _speak_as(self, asked: Questionnaire) -> None:
        """Whose questions are in another language than the window's reads all of it in that one."""
        self._spoken.close()
        if not speaks(asked, language()):
            self._spoken.enter_context(self._context.application.speak_as(asked))

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
        self._context.arrived()
