"""A room for phones beside an open check: opened, told about, and closed with the check or the file at the latest."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from trustcheck.app.carrying.file_names import PDF, refuse_another_type
from trustcheck.app.collecting.phone_room import (
    CheckForPhones,
    NewsOfRoom,
    PhonesIn,
    Room,
    RoomNews,
    phone_codes,
)
from trustcheck.app.ports import Paper, Progress, Refused
from trustcheck.app.presenting.boxes import boxes_made
from trustcheck.ui.collecting.collect_words import counted
from trustcheck.ui.collecting.room_page import RoomPage
from trustcheck.ui.collecting.room_wall import RoomWall
from trustcheck.ui.collecting.room_words import Network, RoomView, closed_by_itself, here_only
from trustcheck.ui.kit.asking import file_name_of, folder_for
from trustcheck.ui.kit.background import run
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised


class RoomDesk(QObject):
    """Begin with :meth:`begin`. Signals: ``left`` to go back to collecting, ``sheet_arrived`` when one came in.

    The room stays open while the window shows something else. Its codes are kept for as long as the file is open and
    the check takes sheets, so that a card still opens a room that had to be opened again.
    """

    left = Signal()
    sheet_arrived = Signal()
    _news = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._check: CheckForPhones | None = None
        self._phones: PhonesIn | None = None
        self._room: Room | None = None
        self._page: RoomPage | None = None
        self._wall: RoomWall | None = None
        self._networks: tuple[Network, ...] = ()
        self._begun: set[str] = set()
        # A code lets one person in: it is either shown or printed, and never both.
        self._shown: set[str] = set()
        self._printed: set[str] = set()
        self._answered = 0
        # The room speaks from a thread of its own.
        self._news.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def door(self) -> str:
        """What is typed into a phone; empty while no room is open."""
        return self._room.door if self._room is not None else ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Those that still let somebody in."""
        return self._phones.unused if self._phones is not None else ()

    @property
    def process(self) -> int:
        """The number of the program that listens; 0 while none does."""
        return self._room.pid if self._room is not None else 0

    def has_room(self, round_id: int) -> bool:
        """Whether the room that is open is the one of this check."""
        return self._room is not None and self._is_of(round_id)

    def begin(self, round_id: int) -> None:
        """The page of the room of a check; it may be open already. While another check's room is open there is none."""
        if self._room is not None and not self._is_of(round_id):
            self._context.refuse(_another_is_open())
            return
        store, rooms = self._file.store, self._context.application.rooms

        def look(_progress: Progress) -> tuple[CheckForPhones, int, tuple[Network, ...]]:
            check = CheckForPhones(*store.groups.setup(round_id))
            found = tuple(Network(name, address) for name, address in rooms().addresses())
            return check, store.groups.arrived(round_id).all_finished, (*found, here_only())

        if self._context.drained():
            run(look, self._arrive, self._context.refuse, owner=self)

    def close(self, said: str = "") -> None:
        """Close the room, if one is open; sheets that were handed over before are on the disk then."""
        room, self._room = self._room, None
        if room is not None:
            room.close()
        self._file.close_room, self._file.room_door = None, ""
        self._take_off_the_wall()
        if self._page is not None:
            self._page.show_room(self._view(said))

    def close_room_of(self, round_id: int) -> None:
        """The check is about to be closed; where that is stopped, its codes still open another room."""
        if self._is_of(round_id):
            self.close()

    def forget_check(self, round_id: int) -> None:
        """The check takes no sheets any more: neither does a code. The room of another one stays open."""
        if not self._is_of(round_id):
            return
        self.close()
        self._phones, self._check = None, None
        for codes in (self._begun, self._shown, self._printed):
            codes.clear()

    def _is_of(self, round_id: int) -> bool:
        return self._check is not None and self._check.summary.id == round_id

    def _arrive(self, found: tuple[CheckForPhones, int, tuple[Network, ...]]) -> None:
        check, self._answered, self._networks = found
        if self._check is not None and self._check.summary.id != check.summary.id:
            self.forget_check(self._check.summary.id)
        self._check = check
        page = self._page = RoomPage(self._window.look)
        page.destroyed.connect(lambda: self._page_gone(page))
        page.open_asked.connect(self._open)
        page.close_asked.connect(lambda: self.close(_("The room is closed.")))
        page.wall_asked.connect(self._show_on_wall)
        page.cards_asked.connect(self._make_cards)
        page.next_asked.connect(self._another_code)
        page.left.connect(self.left)
        page.show_room(self._view())
        self._window.add_page(Place.ROOM, page)
        self._window.go_to(Place.ROOM)
        self._context.arrived()

    def _page_gone(self, page: RoomPage) -> None:
        """Another one may stand in its place by now."""
        if self._page is page:
            self._page = None

    def _open(self, network: int, count: int) -> None:
        check, rooms = self._check, self._context.application.rooms()
        assert check is not None
        if self._phones is None:
            self._phones = PhonesIn(self._file.store.sheets, check, ())
        missing = count - len(self._phones.unused)
        if missing > 0:
            self._phones.add(phone_codes(rooms.choose, missing, self._phones.all_codes))
        speak_as, shown = self._context.application.speak_as, tuple(self._shown)
        with speak_as(check.questionnaire):
            address, phones = self._networks[network].address, self._phones
            order = check.order(address, phones.unused, rooms.inks(), used=phones.used, shown=shown, speak_as=speak_as)
        file, tell = self._file, self._news.emit

        def work(_progress: Progress) -> Room:
            room = rooms.open(order, phones.keep, tell)
            # The file may be let go of before anybody here hears of the room.
            file.close_room = room.close
            if file.is_closed:
                room.close()
            return room

        run(work, partial(self._opened, phones), self._not_opened, owner=self)

    def _opened(self, phones: PhonesIn, room: Room) -> None:
        if phones is not self._phones:
            # Its check was forgotten while it opened.
            room.close()
            if self._file.close_room == room.close:
                self._file.close_room = self.close if self._room is not None else None
            return
        self._room = room
        self._file.close_room, self._file.room_door = self.close, room.door
        if self._page is not None:
            self._page.show_room(self._view())
            self._window.put_keyboard_in(self._page)

    def _not_opened(self, refused: Refused) -> None:
        if self._page is not None:
            self._page.show_room(self._view(str(refused)))

    def _make_cards(self) -> None:
        """Cards for everybody who has not come in yet, with the address of the room that is open.

        None has a code that stood on the screen. Made again they have the same codes.
        """
        check, phones, application = self._check, self._phones, self._context.application
        assert check is not None
        assert phones is not None
        store, whose = self._file.store, check.summary.organisation.id
        name = _("{organisation} cards for phones").format(organisation=file_name_of(check.summary.organisation.name))
        path = self._context.dialogs.cards_to_save(str(folder_for(store, whose) / f"{name}.pdf"))
        if not path or not self.door:
            return
        codes = tuple(each for each in phones.unused if each not in self._begun | self._shown) or self._one_more()
        self._printed.update(codes)
        door, paper = self.door, Paper(application.settings.load().paper)

        def work(_progress: Progress) -> str:
            refuse_another_type(path, PDF)
            report = application.rooms().make_cards(check, door, codes, paper)
            application.write_whole(path, report.pdf)
            said = ngettext(
                "One card is made: {path}. Delete the file when it is printed.",
                "{count} cards are made: {path}. Delete the file when they are printed.",
                len(codes),
            ).format(count=len(codes), path=path)
            return f"{said} {boxes_made(report.unprintable)}".strip()

        run(work, self._say, lambda no: self._say(str(no)), owner=self)

    def _say(self, words: str) -> None:
        if self._page is not None:
            self._page.say(words)

    def _another_code(self) -> None:
        """Somebody took the code on the screen and has not used it yet, or more people came than were expected."""
        shown = self._next_code
        if shown:
            self._begun.add(shown)
        if not self._next_code:
            self._one_more()
        self._show_progress()

    def _one_more(self) -> tuple[str, ...]:
        """A code beyond those that were asked for, in a room that is open."""
        assert self._phones is not None
        assert self._room is not None
        more = phone_codes(self._context.application.rooms().choose, 1, self._phones.all_codes)
        self._phones.add(more)
        self._room.let_in(more)
        return more

    def _hear(self, news: NewsOfRoom) -> None:
        if news.what is RoomNews.CLOSED:
            if self._room is not None:
                self.close(closed_by_itself())
                self.sheet_arrived.emit()
            return
        if news.what is RoomNews.BEGUN:
            self._begun.add(news.code)
        elif news.what is RoomNews.NOT_KEPT:
            self._say(_("A sheet could not be saved. It is still on its phone, which says so and can try again."))
        elif news.what is RoomNews.KEPT:
            self._answered += 1
            self.sheet_arrived.emit()
        self._show_progress()

    def _show_progress(self) -> None:
        view = self._view()
        if view.is_open and self._page is not None:
            self._page.show_progress(view)
        if view.is_open and self._wall is not None:
            self._wall.show_room(view)

    @property
    def _next_code(self) -> str:
        return next((each for each in self.codes if each not in self._begun | self._printed), "")

    def _show_code(self) -> str:
        """The code for whoever comes next; whatever stood on the screen once is on no card."""
        shown = self._next_code if self._room is not None else ""
        if shown and shown not in self._shown:
            assert self._room is not None
            self._shown.add(shown)
            self._room.show(shown)
        return shown

    def _view(self, said: str = "") -> RoomView:
        check = self._check
        if check is None:
            return RoomView("")
        return RoomView(
            check.summary.organisation.name,
            self._networks,
            len(self.codes) or check.codes_wanted(self._answered),
            self.door,
            self._show_code(),
            _("{count}.").format(count=capitalised(counted(self._answered, check.setup.all_invited))),
            said,
        )

    def _show_on_wall(self) -> None:
        self._take_off_the_wall()
        # It stays while the window shows something else.
        self._wall = wall = RoomWall(self._window.look, self._window)
        wall.left.connect(partial(self._wall_left, wall))
        wall.show_room(self._view())
        wall.cover(self._window.screen())

    def _wall_left(self, wall: RoomWall) -> None:
        wall.deleteLater()
        if self._wall is wall:
            self._wall = None

    def _take_off_the_wall(self) -> None:
        if self._wall is not None:
            self._wall.close()


def _another_is_open() -> Refused:
    # Whose room it is stays unsaid: the window may be on a wall.
    return Refused(
        _("A room for phones is open for another check."),
        _("It stays open, and its phones go on as they were."),
        _("Go to that check and close its room first."),
    )
