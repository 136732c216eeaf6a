"""Nothing goes online: every test runs with the ways out shut, and this is the proof that they are."""

import re
import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import offline

PACKAGE = Path(__file__).resolve().parents[2] / "trustcheck"


@pytest.mark.parametrize(
    ("way_out", "heard"),
    [
        (socket.socket, "socket.__new__"),
        (lambda: socket.create_connection(("192.0.2.1", 9)), "socket.getaddrinfo"),
        (lambda: urllib.request.urlopen("http://192.0.2.1/"), "urllib.Request"),
    ],
)
def test_a_way_out_is_shut_and_remembered(way_out: Callable[[], object], heard: str) -> None:
    with pytest.raises(ConnectionRefusedError):
        way_out()

    assert offline.tried == [heard]
    offline.tried.clear()


def test_the_window_uses_no_network_of_the_toolkit_and_opens_nothing_but_folders() -> None:
    """The toolkit's own ways out are not heard by the interpreter."""
    texts = {path.name: path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
    ways = re.compile(r"QtNetwork|QtWebEngine|setOpenExternalLinks|openUrl\((?!QUrl\.fromLocalFile)")

    assert "openUrl(" in texts["report_page.py"]
    assert [(name, ways.findall(text)) for name, text in texts.items() if ways.search(text)] == []
