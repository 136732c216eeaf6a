"""A phone that asks for pages and fills in their forms, however they are fetched; and the questions of one check."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode

from trustcheck.app.collecting.room_order import PhoneQuestion, PhoneView, RoomOrder

DOOR = "127.0.0.1:8020"
CODES = ("CDFGHJKMN", "PQRTVWXY3", "4679CDFGH")
SCALE = ("Almost never", "Seldom", "Sometimes", "Often", "Almost always")


@dataclass(frozen=True, slots=True)
class Page:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def heading(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return unescape(found.group(1)) if found else ""

    @property
    def told(self) -> str:
        found = re.search(r'class="told" role="alert">(.*?)</p>', self.text)
        return unescape(found.group(1)) if found else ""

    @property
    def words(self) -> str:
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text.split("<body>")[-1])).split())

    @property
    def chosen(self) -> str | None:
        found = re.search(r'name="answer" value="([^"]*)"[^>]* checked>', self.text)
        return found.group(1) if found else None


Ask = Callable[[str, str, str | None, Mapping[str, str]], Page]
"""Method, path, what is sent (``None`` for nothing) and headers."""


@dataclass
class Phone:
    """Keeps the one cookie, follows where it is led, and sends what a form holds."""

    ask: Ask
    door: str = DOOR
    cookie: str = ""
    page: Page = field(default_factory=lambda: Page(0, {}, ""))
    at: str = "/"
    key: str = ""

    def open(self, path: str = "/") -> Page:
        return self._go("GET", path, None)

    def send(self, path: str, **fields: str) -> Page:
        """Press a button of the page that is shown, or of the one before."""
        return self._go("POST", path, urlencode({"key": self.key, **fields}))

    def come_in(self, code: str, view: str = "staff") -> Page:
        """Type a code and choose a view, as far as the first question."""
        self.open()
        self.send("/begin", code=code)
        return self.send("/before", view=view) if self.at == "/before" else self.page

    def answer(self, *given: str) -> Page:
        for each in given:
            self.send(self.at, answer=each, go="on")
        return self.page

    def finish(self) -> Page:
        self.send("/finish")
        while self.at == "/waiting":
            self.open("/waiting")
        return self.page

    def _go(self, method: str, path: str, sent: str | None) -> Page:
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if method == "POST":
            headers |= {"Origin": f"http://{self.door}", "Content-Type": "application/x-www-form-urlencoded"}
        self.page, self.at = self.ask(method, path, sent, headers), path
        if key := re.search(r'name="key" value="([^"]+)"', self.page.text):
            self.key = key.group(1)
        if set_cookie := self.page.headers.get("Set-Cookie", ""):
            self.cookie = set_cookie.split(";")[0]
        if self.page.status == 303:
            return self._go("GET", self.page.headers["Location"], None)
        return self.page


def order(**otherwise: object) -> RoomOrder:
    """Three questions for leaders and staff of Northgate Housing."""
    said = {"A1": "{} listen.", "A2": "{} admit mistakes.", "B1": "{} answer critics in public."}
    usual: dict[str, object] = {
        "address": "127.0.0.1",
        "codes": CODES,
        "organisation": "Northgate Housing",
        "language": "en-GB",
        "frame": "Think of the last three months.",
        "scale": SCALE,
        "how_much": "3 questions, about one minute.",
        "promises": ("Nobody sees a result while the check is open.",),
        "views": tuple(
            PhoneView(
                view,
                tuple(PhoneQuestion(each, words.format(who), f"Example of {each}") for each, words in said.items()),
                (("Leaders", "the board"),),
            )
            for view, who in (("leader", "We"), ("staff", "Leaders"))
        ),
        "notes": "Leave out names. Only the facilitator reads notes.",
    }
    return RoomOrder(**{**usual, **otherwise})
