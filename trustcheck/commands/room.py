"""``trustcheck room FILE --listen ADDRESS``: phones in the room without the window, for a kiosk or a test."""

from contextlib import suppress
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address
from queue import SimpleQueue

from trustcheck.app.application import Application
from trustcheck.app.collecting.phone_room import (
    CheckForPhones,
    NewsOfRoom,
    PhonesIn,
    RoomNews,
    phone_codes,
    shown_code,
    way_in,
)
from trustcheck.app.ports import Refused, Store
from trustcheck.commands.passphrase import opened
from trustcheck.commands.typed import harmless
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


@dataclass(frozen=True, slots=True)
class RoomRequest:
    """What the command line asked for. ``codes`` is 0 for as many as people are still expected."""

    file: str
    listen: str
    round: str
    codes: int
    minutes: int
    passphrase_fd: int | None = None


def run(application: Application, wanted: RoomRequest) -> int:
    """Keep a room open until its time is over or somebody presses Ctrl+C. Raises
    :class:`~trustcheck.app.ports.Refused`."""
    address, port = where(wanted.listen)
    store = opened(
        lambda typed: application.open_store(wanted.file, create=False, passphrase=typed), wanted.passphrase_fd
    )
    try:
        _keep_open(application, store, wanted, address, port)
    finally:
        store.close()
    return 0


_NOWHERE = IPv4Address(0)
"""All addresses of a computer at once, which is where no room listens."""


def where(listen: str) -> tuple[str, int]:
    """An address and a port (0 for the usual one). Raises :class:`~trustcheck.app.ports.Refused`."""
    address, _colon, port = listen.partition(":")
    given, number = _NOWHERE, -1
    # Where one of the two is none, the room is refused below.
    with suppress(AddressValueError, ValueError):
        given, number = IPv4Address(address), int(port) if port else 0
    if given.is_unspecified or not 0 <= number < 2**16:
        raise Refused(
            _("{listen} is not one address of this computer.").format(listen=harmless(repr(listen[:60]))),
            _("Nothing was opened."),
            _("Name one, 192.168.0.7 or 192.168.0.7:8020 for example; a room never listens on all of them."),
        )
    return str(given), number


def _keep_open(application: Application, store: Store, wanted: RoomRequest, address: str, port: int) -> None:
    rooms, chosen = application.rooms(), _chosen(store, wanted)
    check = CheckForPhones(*store.groups.setup(chosen.id))
    answered = store.groups.arrived(chosen.id).all_finished
    codes = phone_codes(rooms.choose, wanted.codes or check.codes_wanted(answered))
    phones, news = PhonesIn(store.sheets, check, codes), SimpleQueue[NewsOfRoom]()
    with application.speak_as(check.questionnaire):
        order = check.order(
            address, codes, rooms.inks(), port=port, minutes=wanted.minutes, speak_as=application.speak_as
        )
    room = rooms.open(order, phones.keep, news.put)
    try:
        _say_open(room.door, codes, wanted.minutes)
        # Ctrl+C is how a room is closed.
        with suppress(KeyboardInterrupt):
            _say_what_comes(news, answered)
    finally:
        room.close()
    print(_("The room is closed."))


def _say_open(door: str, codes: tuple[str, ...], minutes: int) -> None:
    print(_("Open at {address} for {minutes} minutes; Ctrl+C closes it.").format(address=way_in(door), minutes=minutes))
    print(
        _(
            "Whoever is on this network with the right tools could read along. A phone hotspot of this computer, paper"
            " or the laptop itself do not have that weakness."
        )
    )
    for code in codes:
        print(shown_code(code), flush=True)


def _say_what_comes(news: "SimpleQueue[NewsOfRoom]", answered: int) -> None:
    while (each := news.get()).what is not RoomNews.CLOSED:
        if each.what is RoomNews.KEPT:
            answered += 1
            words = ngettext("{number} sheet is put away.", "{number} sheets are put away.", answered)
            print(words.format(number=answered), flush=True)
        elif each.what is RoomNews.NOT_KEPT:
            print(_("A sheet could not be saved; its person can try again."), flush=True)


def _chosen(store: Store, wanted: RoomRequest) -> RoundSummary:
    """The one open check of several people, or the one that was named."""
    there = store.rounds.summaries(RoundKind.GROUP, RoundState.OPEN)
    found = [each for each in there if wanted.round in ("", str(each.id))]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{each.id} ({harmless(each.organisation.name)})" for each in there[:10])
    raise Refused(
        _("{file} has {number} checks that this could mean.").format(file=wanted.file, number=len(found)),
        _("Nothing was opened."),
        _("Open one in the window first.")
        if not there
        else _("Name one with --round: {listed}.").format(listed=listed),
    )
