"""Forbids, for as long as the tests run, whatever would leave this computer, and remembers what was tried."""

import socket
import sys

_LEAVES = (
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "urllib.Request",
    "http.client.connect",
)

tried: list[str] = []
"""What was tried since somebody last looked. A hook cannot be taken away again, so one serves all tests."""


def forbid() -> None:
    """From now on every way out raises ``ConnectionRefusedError``, and is remembered where that is swallowed."""
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[object, ...]) -> None:
    # Doors between programs of one computer (AF_UNIX) may be opened: the display is behind one.
    opens_a_way_out = event == "socket.__new__" and details[1] in (socket.AF_INET, socket.AF_INET6, -1)
    if opens_a_way_out or event in _LEAVES:
        tried.append(event)
        raise ConnectionRefusedError(event)
