"""The program that listens: started while a room is open, told everything through a pipe, gone when that closes."""

import logging
import os
import secrets
import socket
import sys
import time
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any

from trustcheck import assets, words
from trustcheck.app.collecting.room_order import RoomOrder, order_from
from trustcheck.room.answering import PhonePages
from trustcheck.room.code_tries import CodeTries
from trustcheck.room.drafts import Drafts
from trustcheck.room.handing_over import SheetPipe

USUAL_PORT = 8020
_LOOKS = 1.0
"""Seconds between two looks at the time."""


def serve() -> None:
    """Open the room that the first line orders, and keep it until the time is over or nobody holds the pipe."""
    # What a server writes of its requests (addresses, times) is written nowhere.
    logging.disable(logging.CRITICAL)
    pipe = SheetPipe(sys.stdin.buffer, sys.stdout.buffer)
    order = order_from(sys.stdin.buffer.readline())
    folder = assets.path("locales")
    words.speak((order.language,), assets.languages(folder), partial(assets.catalogue, folder))
    drafts = Drafts(order, CodeTries(secrets.token_bytes(16), time.monotonic), _clock())
    try:
        server, host = _listening(order, drafts, pipe)
    except OSError as refused:
        pipe.say(refused=refused.errno or 0)
        return
    pipe.say(open=host)
    Thread(target=_end_in_time, args=(order.seconds, pipe), daemon=True).start()
    Thread(target=_listen_to_program, args=(pipe, drafts), daemon=True).start()
    server.run()


def _listening(order: RoomOrder, drafts: Drafts, pipe: SheetPipe) -> tuple[Any, str]:
    """A server on one address, and what stands in the address line of a phone. Raises :class:`OSError`."""
    from waitress.server import create_server

    door = _bound(order)
    host = f"{order.address}:{door.getsockname()[1]}"
    pages = PhonePages(drafts, pipe, host, lambda code: pipe.say(begun=code))
    server = create_server(
        pages.application,
        sockets=[door],
        threads=8,
        connection_limit=500,
        channel_timeout=30,
        cleanup_interval=10,
        max_request_header_size=16 * 1024,
        max_request_body_size=32 * 1024,
        asyncore_use_poll=True,
        ident=None,
        expose_tracebacks=False,
    )
    return server, host


def _bound(order: RoomOrder) -> socket.socket:
    """The one door of the room, at the port that is wanted, or at the usual one or any other."""
    ports = (order.port,) if order.port else (USUAL_PORT, 0)
    for port in ports:
        door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            # A room that is opened again is where the cards say. On Windows this would let others listen as well.
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((order.address, port))
            # Two rooms that only bound the port would both think that it is theirs.
            door.listen()
        except OSError:
            door.close()
            if port == ports[-1]:
                raise
        else:
            return door
    raise AssertionError


def _listen_to_program(pipe: SheetPipe, drafts: Drafts) -> None:
    pipe.listen(lambda code, kept: drafts.settle(code, kept=kept), drafts.let_in, drafts.show)
    # Nobody is there who could keep a sheet: what is half filled goes with this program.
    os._exit(0)


def _end_in_time(seconds: float, pipe: SheetPipe) -> None:
    clock = _clock()
    ends = clock() + seconds
    while clock() < ends:
        time.sleep(_LOOKS)
    try:
        pipe.say(closed="time")
    finally:
        os._exit(0)


def _clock() -> Callable[[], float]:
    """Seconds that run on while the computer sleeps, where the system counts them."""
    kind = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic if kind is None else partial(time.clock_gettime, kind)
