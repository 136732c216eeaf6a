"""Phones in the room: what is ordered for one open check, who lets people in, and what phones hand over.

Whatever comes from the room's process has been on a network: it is looked through like everything from outside.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import Enum, auto
from threading import Lock
from typing import Any, Protocol

from trustcheck.app.answering.beside import dots_asked, guesses_asked
from trustcheck.app.answering.cards import card_steps, cards_asked
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.collecting.form_identity import Choose, new_codes
from trustcheck.app.collecting.promises_read import how_much, promises, readers_of_notes
from trustcheck.app.collecting.room_order import (
    MINUTES,
    NOTE_LENGTH,
    PageKind,
    PhoneQuestion,
    PhoneView,
    RoomOrder,
    ViewWords,
)
from trustcheck.app.ports import Paper, Refused, Report, SheetStore
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse, Sheet
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.answers import Answer, Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _

SpeakAs = Callable[[Questionnaire], AbstractContextManager[None]]

PHONE_CODE_LENGTH = 9
"""Signs of a code: 22 to the power of nine are more than 40 bits."""
MOST_CODES = 500
USUAL_CODES = 20
"""Where nobody said how many are invited."""
HERE_ONLY = "127.0.0.1"
"""An address that only this computer itself can reach: to try a room out."""


class RoomNews(Enum):
    """What a room tells of itself while it is open."""

    BEGUN = auto()
    """Somebody came in with a code."""
    KEPT = auto()
    """A sheet is on the disk, and its person was told."""
    NOT_KEPT = auto()
    CLOSED = auto()
    """Its time is over, or its process has ended."""


@dataclass(frozen=True, slots=True)
class NewsOfRoom:
    """One piece of news; ``code`` where it is about a code that was typed."""

    what: RoomNews
    code: str = ""


class Room(Protocol):
    """A room that is open."""

    @property
    def door(self) -> str:
        """What is typed into a phone: an address and a port."""
        ...

    @property
    def pid(self) -> int:
        """The number of the program that listens."""
        ...

    def let_in(self, codes: Sequence[str]) -> None: ...

    def show(self, code: str) -> None:
        """Have a code that is on a screen open its sheet on one phone only."""
        ...

    def close(self) -> None:
        """End its process. Sheets that were acknowledged are on the disk; half-filled ones are gone."""
        ...


class RoomCardsMaker(Protocol):
    def __call__(self, check: "CheckForPhones", door: str, codes: Sequence[str], paper: Paper = Paper.A4) -> Report:
        """Cards to print and cut, one for each code."""
        ...


class RoomOpener(Protocol):
    def __call__(
        self, order: RoomOrder, keep: Callable[[Mapping[str, Any]], bool], tell: Callable[[NewsOfRoom], None]
    ) -> Room:
        """Open a room. ``keep`` says whether a sheet is on the disk; it and ``tell`` are called from a thread of the
        room's own. Raises :class:`Refused`."""
        ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the window and the command line need for a room."""

    open: RoomOpener
    addresses: Callable[[], tuple[tuple[str, str], ...]]
    """(name, address) of each network this computer is in."""
    choose: Choose
    """One sign of a text by chance, for codes."""
    inks: Callable[[], Mapping[str, Mapping[str, str]]]
    """The look of the window, light and dark."""
    make_cards: RoomCardsMaker


@dataclass(frozen=True)
class CheckForPhones:
    """An open check as phones are asked about it."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire

    def order(
        self,
        address: str,
        codes: Sequence[str],
        inks: Mapping[str, Mapping[str, str]],
        *,
        used: Sequence[str] = (),
        shown: Sequence[str] = (),
        port: int = 0,
        minutes: int = MINUTES,
        speak_as: SpeakAs = lambda _asked: nullcontext(),
    ) -> RoomOrder:
        """``speak_as`` has the words of a page be in the language of a questionnaire."""
        asked, setup = self.questionnaire, self.setup
        return RoomOrder(
            address=address,
            codes=tuple(codes),
            organisation=self.summary.organisation.name,
            language=asked.language,
            frame=asked.frame,
            scale=asked.scale,
            how_much=how_much(asked, setup),
            promises=_promised(asked, setup),
            views=tuple(self._view_in_words(each, speak_as) for each in setup.perspectives),
            dots=_dots_words(setup),
            notes=readers_of_notes(setup.notes),
            inks=inks,
            used=tuple(used),
            shown=tuple(shown),
            port=port,
            seconds=minutes * 60,
        )

    def codes_wanted(self, answered: int) -> int:
        """As many codes as people are still expected; a few where nobody said how many."""
        expected = self.setup.all_invited - answered if self.setup.all_invited else USUAL_CODES
        return min(max(expected, 1), MOST_CODES)

    def asked_of(self, perspective: Perspective) -> Questionnaire:
        return self.setup.asks(perspective, self.questionnaire)

    def questions(self, perspective: Perspective) -> tuple[PhoneQuestion, ...]:
        """Every page of one view: the questions, what leaders guess of staff, and scenario cards."""
        here = self._walk(perspective)
        return (
            *(
                PhoneQuestion(item_id, words, here.questionnaire.item_by_id[item_id].meaning)
                for item_id, words in zip(here.asked, here.wordings, strict=True)
            ),
            *self._guesses(perspective),
            *self._cards(perspective),
        )

    def _walk(self, perspective: Perspective) -> Walkthrough:
        setup = self.setup
        return Walkthrough(
            self.asked_of(perspective),
            Response(perspective, setup.form),
            leaders_are=setup.leaders_are,
            staff_are=setup.staff_are,
        )

    def _view_in_words(self, perspective: Perspective, speak_as: SpeakAs) -> PhoneView:
        with speak_as(self.asked_of(perspective)):
            return self._view(perspective)

    def _view(self, perspective: Perspective) -> PhoneView:
        definitions, asked = self._walk(perspective).definitions(), self.asked_of(perspective)
        return PhoneView(
            perspective.value,
            self.questions(perspective),
            tuple((each.word, each.text) for each in definitions),
            self._view_words(asked) if self.setup.translated else None,
        )

    def _view_words(self, asked: Questionnaire) -> ViewWords:
        setup = self.setup
        return ViewWords(
            asked.language,
            asked.frame,
            asked.scale,
            how_much(asked, setup),
            _promised(asked, setup),
            _dots_words(setup),
            readers_of_notes(setup.notes),
        )

    def _guesses(self, perspective: Perspective) -> tuple[PhoneQuestion, ...]:
        found = guesses_asked(self.asked_of(perspective), self.setup, perspective)
        if found is None:
            return ()
        choices = tuple(enumerate(found.scale, start=1))
        return tuple(
            PhoneQuestion(
                each.theme_id, f"{found.title} {each.name}", each.meaning, PageKind.GUESS, found.lead, choices
            )
            for each in found.themes
        )

    def _cards(self, perspective: Perspective) -> tuple[PhoneQuestion, ...]:
        asked = self.asked_of(perspective)
        steps = card_steps(cards_asked(self.setup, asked), asked, perspective)
        lead = _("Pick what would really happen here, and not what should.")
        return tuple(
            PhoneQuestion(each.id, each.text, asked=PageKind.CARD, lead=lead, choices=each.outcomes) for each in steps
        )


def phone_codes(choose: Choose, count: int, without: Sequence[str] = ()) -> tuple[str, ...]:
    """``count`` codes of 40 bits by chance."""
    return new_codes(choose, count, without, PHONE_CODE_LENGTH)


def shown_code(code: str) -> str:
    """A code as it is read and typed: three signs at a time."""
    return "-".join(code[at : at + 3] for at in range(0, len(code), 3))


def way_in(door: str, code: str = "") -> str:
    """What a phone opens; with a code it stands there already. Opening it changes nothing."""
    return f"http://{door}/?code={code}" if code else f"http://{door}/"


class PhonesIn:
    """The codes of one check's rooms, in memory alone, and the sheets that come with them: each counts once.

    A room that is opened again, because its process ended or another network was chosen, has the same codes. They are
    forgotten with this value. Safe to use from any thread.
    """

    def __init__(self, sheets: SheetStore, check: CheckForPhones, codes: Sequence[str]) -> None:
        self._sheets, self._check = sheets, check
        # Whoever looks at the codes never waits for the disk.
        self._lock, self._saving = Lock(), Lock()
        self._codes = dict.fromkeys(codes)
        self._kept: set[str] = set()

    @property
    def unused(self) -> tuple[str, ...]:
        """Codes without a sheet that is put away, in the order in which they were made."""
        with self._lock:
            return tuple(each for each in self._codes if each not in self._kept)

    @property
    def used(self) -> tuple[str, ...]:
        """Codes whose sheets are put away."""
        with self._lock:
            return tuple(self._kept)

    @property
    def all_codes(self) -> tuple[str, ...]:
        with self._lock:
            return tuple(self._codes)

    def add(self, codes: Sequence[str]) -> None:
        with self._lock:
            self._codes.update(dict.fromkeys(codes))

    def keep(self, said: Mapping[str, Any]) -> bool:
        """Whether the sheet of a code is on the disk, now or since it was sent before."""
        code = said.get("sheet")
        with self._saving:
            if not isinstance(code, str) or code not in self.all_codes:
                return False
            if code in self.used:
                return True
            sheet = phone_sheet(self._check, said)
            if sheet is None:
                return False
            try:
                self._sheets.add(self._check.summary.id, (sheet,))
            except Refused:
                return False
            with self._lock:
                self._kept.add(code)
            return True


def phone_sheet(check: CheckForPhones, said: Mapping[str, Any]) -> Sheet | None:
    """What a phone handed over as a sheet of this check; ``None`` for anything that no page could have sent.

    It has no code: nothing leads from a card to a sheet.
    """
    setup, asked = check.setup, check.questionnaire
    view = next((each for each in setup.perspectives if each.value == said.get("view")), None)
    if view is None:
        return None
    offered = {kind: _offered(check, view, kind) for kind in PageKind}
    given: dict[PageKind, Any] = {kind: said.get(kind.value) for kind in PageKind}
    written: Any = said.get("notes")
    if not all(_is_offered(given[kind], offered[kind]) for kind in PageKind) or not _are_notes(written, offered):
        return None
    beside = SaidBeside(setup.dots and said.get("dots") is True, given[PageKind.GUESS], given[PageKind.CARD])
    notes = written if setup.notes is not NotesUse.NONE else {}
    answers = {item_id: Answer(code) for item_id, code in given[PageKind.QUESTION].items()}
    sheet = Sheet(Response(view, setup.form, answers, beside), notes)
    return sheet if sheet.says_something and beside.fits(asked) else None


def _offered(check: CheckForPhones, view: Perspective, kind: PageKind) -> dict[str, frozenset[int]]:
    """By id the codes that the pages of one kind have."""
    scale = range(1, check.questionnaire.high + 1)
    declined = (Answer.DONT_KNOW.code, Answer.NOT_APPLICABLE.code)
    return {
        each.id: frozenset(code for code, _words in each.choices) or frozenset((*scale, *declined))
        for each in check.questions(view)
        if each.asked is kind
    }


def _is_offered(given: Any, offered: Mapping[str, frozenset[int]]) -> bool:
    return isinstance(given, dict) and all(
        id_ in offered and type(code) is int and code in offered[id_] for id_, code in given.items()
    )


def _are_notes(written: Any, offered: Mapping[PageKind, Mapping[str, frozenset[int]]]) -> bool:
    return isinstance(written, dict) and all(
        item_id in offered[PageKind.QUESTION] and isinstance(words, str) and 0 < len(words) <= NOTE_LENGTH
        for item_id, words in written.items()
    )


def _promised(asked: Questionnaire, setup: GroupSetup) -> tuple[str, ...]:
    """What everybody reads before the first question, a line each."""
    return tuple(words for _icon, words in promises(asked, setup))


def _dots_words(setup: GroupSetup) -> tuple[str, str, str] | None:
    """Whether dots may stand on a wall: what is asked, what it means, and the words for agreeing."""
    dots = dots_asked(setup)
    return (dots.asked, dots.explained, dots.agree) if dots else None
