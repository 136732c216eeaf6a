"""Requests that no browser sends: sound ones of a person on their way, spoilt by chance, over a real connection.

Run as ``spoilt_requests.py DOOR COUNT SEED CODE``. Says as one line of JSON how often each answer came; ``closed``
where the room said nothing and let go.
"""

import json
import socket
import sys
from collections import Counter
from random import Random

from tests.fuzz.harm import bytes_harmed, lines_moved, pieces_put
from tests.room.over_http import Connected
from tests.room.phones import Phone

PATIENCE = 40
PIECES = (
    b"\r\n", b"\r\n\r\n", b"Host: evil.example\r\n", b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"chunked",
    b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n", b"Cookie: room=x\r\n",
    b"Origin: null\r\n", b"Expect: 100-continue\r\n", b"Connection: upgrade\r\n", b"Upgrade: websocket\r\n",
    b"Range: bytes=0-\r\n", b"%00", b"%ff", b"..%2f", b"/../", b"//", b"?code=", b"&answer=5", b"&key=", b"answer[]=1",
    b"HTTP/0.9", b"HTTP/9.9", b"TRACE", b"CONNECT", b"ffffffffffffffff\r\n", b"0\r\n\r\n", b"--x\r\n", b";q=1,",
    b"multipart/form-data; boundary=x", b"application/json",
)  # fmt: skip


def sound(phone: Phone) -> list[bytes]:
    """What a phone sends on its way, as bytes."""
    head = f"Host: {phone.door}\r\nCookie: {phone.cookie}\r\nConnection: close\r\n"
    posts = (
        ("/begin", "code=CCCCCCCCC"),
        ("/before", f"key={phone.key}&view=staff"),
        ("/q/1", f"key={phone.key}&answer=4&note=Once+in+May&go=on"),
        ("/q/16", f"key={phone.key}&answer=-1&go=review"),
    )
    asked = [f"GET {path} HTTP/1.1\r\n{head}\r\n" for path in ("/", "/q/3", "/review", "/look.css", "/?code=CCCCCCCCC")]
    sent = [
        f"POST {path} HTTP/1.1\r\n{head}Origin: http://{phone.door}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        for path, body in posts
    ]
    return [each.encode() for each in (*asked, *sent)]


def answer_to(door: str, request: bytes) -> str:
    """The number of the status; ``closed`` for none. Raises :class:`TimeoutError` where the room keeps it waiting."""
    host, _colon, port = door.partition(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
        heard = b""
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while more := connection.recv(1 << 16):
                heard += more
        except TimeoutError:
            raise
        except OSError:
            # The room has let go already.
            pass
    first = heard.split(b"\r\n", 1)[0].split(b" ")
    return first[1].decode("ascii", "replace") if len(first) > 1 else "closed"


def main(door: str, count: int, seed: int, code: str) -> None:
    phone = Phone(Connected(door), door)
    phone.come_in(code)
    chance, requests, answers = Random(seed), sound(phone), Counter[str]()
    ways = (bytes_harmed, lines_moved, pieces_put(PIECES))
    for _each in range(count):
        answers[answer_to(door, chance.choice(ways)(chance.choice(requests), chance))] += 1
    print(json.dumps(answers))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
