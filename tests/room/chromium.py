"""Real phones: a headless Chromium that somebody taps, types and turns pages in.

It is told what to do through a pipe (the DevTools protocol), as the tests themselves may open no connection. Each phone
is a profile of its own that keeps nothing.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = "needs Chromium (chromium): these are its taps and pages"
PATIENCE = 60.0
"""Seconds after which a thing that does not come is not waited for any longer."""
_OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--remote-debugging-pipe",
    "--password-store=basic", "--disable-dev-shm-usage",
)  # fmt: skip
_BEGINS = """
import fcntl, os, sys
source, target = (fcntl.fcntl(int(each), fcntl.F_DUPFD, 10) for each in sys.argv[1:3])
os.dup2(source, 3)
os.dup2(target, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
_KEYS = {"Enter": ("\r", 13), "Tab": ("", 9), "ArrowDown": ("", 40), "Escape": ("", 27), " ": (" ", 32)}


class Chromium:
    """One browser for several phones."""

    def __init__(self, folder: Path) -> None:
        assert PROGRAM is not None
        (their_source, self._target), (self._source, their_target) = os.pipe(), os.pipe()
        for each in (their_source, their_target):
            os.set_inheritable(each, True)
        self._process = subprocess.Popen(
            [
                sys.executable, "-c", _BEGINS, str(their_source), str(their_target), PROGRAM, *_OPTIONS,
                f"--user-data-dir={folder}", "about:blank",
            ],
            pass_fds=(their_source, their_target),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(their_source)
        os.close(their_target)
        self._numbers, self._heard = iter(range(1, 10**9)), b""
        self._events: deque[dict[str, Any]] = deque(maxlen=1000)

    def phone(
        self, *, dark: bool = False, with_script: bool = True, width: int = 390, height: int = 780
    ) -> "RealPhone":
        context = self.tell("Target.createBrowserContext")["browserContextId"]
        return RealPhone(self, context, dark=dark, with_script=with_script, size=(width, height))

    def close(self) -> None:
        self.tell("Browser.close")
        self._process.wait(PATIENCE)
        os.close(self._target)
        os.close(self._source)

    def tell(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """Have something done, and wait for the answer."""
        number = next(self._numbers)
        said = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        os.write(self._target, json.dumps(said).encode() + b"\0")
        while (heard := self._next()).get("id") != number:
            if "method" in heard:
                self._events.append(heard)
        assert "error" not in heard, (method, heard["error"])
        return dict(heard["result"])

    def said(self, method: str) -> list[dict[str, Any]]:
        """What it told of by itself so far."""
        return [each["params"] for each in self._events if each["method"] == method]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._heard:
            ready, _nothing, _none = select.select([self._source], [], [], PATIENCE)
            assert ready, "the browser says nothing"
            more = os.read(self._source, 1 << 16)
            assert more, "the browser has ended"
            self._heard += more
        line, _end, self._heard = self._heard.partition(b"\0")
        return dict(json.loads(line))


class RealPhone:
    """One tab, or another one of the same phone (:meth:`another_tab`)."""

    def __init__(
        self, browser: Chromium, context: str, *, dark: bool, with_script: bool, size: tuple[int, int]
    ) -> None:
        self._browser, self._context = browser, context
        self._manner = {"dark": dark, "with_script": with_script, "size": size}
        target = browser.tell("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        self._session = browser.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.tell(f"{domain}.enable")
        width, height = size
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
        self.tell("Emulation.setTouchEmulationEnabled", enabled=True)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.tell("Emulation.setEmulatedMedia", features=[scheme])
        if not with_script:
            self.tell("Emulation.setScriptExecutionDisabled", value=True)

    def another_tab(self) -> "RealPhone":
        return RealPhone(self._browser, self._context, **self._manner)

    def tell(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._browser.tell(method, self._session, **parameters)

    def finds(self, script: str) -> Any:
        """What a line of script says of the page, as somebody with its tools would ask."""
        return self.tell("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    # -- what somebody does

    def opens(self, address: str) -> None:
        self.tell("Page.navigate", url=address)

    def taps(self, words: str) -> None:
        """Tap what has these words: a button, a link, an answer, or what is folded behind them."""
        self.waits(lambda: bool(self._place_of(words)))
        # Of two tabs only the one in front takes a tap.
        self.tell("Page.bringToFront")
        x, y = self._place_of(words)
        self.tell("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.tell("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def types(self, words: str) -> None:
        self.tell("Input.insertText", text=words)

    def presses(self, key: str) -> None:
        text, code = _KEYS.get(key, (key, ord(key.upper()[0])))
        named = {"key": key, "windowsVirtualKeyCode": code} | ({"text": text} if text else {})
        self.tell("Input.dispatchKeyEvent", type="keyDown", **named)
        self.tell("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def goes_back(self) -> None:
        history = self.tell("Page.getNavigationHistory")
        entries = history["entries"]
        self.tell("Page.navigateToHistoryEntry", entryId=entries[history["currentIndex"] - 1]["id"])

    def reloads(self) -> None:
        self.tell("Page.reload")

    def has_network(self, *, there: bool, slow: bool = False) -> None:
        speed = 4000 if slow else -1
        self.tell(
            "Network.emulateNetworkConditions",
            offline=not there,
            latency=400 if slow else 0,
            downloadThroughput=speed,
            uploadThroughput=speed,
        )

    def saves_into(self, folder: Path) -> None:
        """Where what it downloads goes, unasked."""
        where = {"behavior": "allow", "browserContextId": self._context, "downloadPath": str(folder)}
        self._browser.tell("Browser.setDownloadBehavior", **where)

    # -- what somebody sees

    @property
    def words(self) -> str:
        return str(self.finds("document.body ? document.body.innerText : ''") or "")

    @property
    def heading(self) -> str:
        found = self.finds(
            "document.readyState == 'complete' && ("
            "[...document.querySelectorAll('h1')].find(each => each.getClientRects().length) || {}).innerText"
        )
        return str(found or "")

    @property
    def chosen(self) -> str:
        return str(self.finds("(document.querySelector('input:checked') || {}).value || ''"))

    def read_aloud(self) -> list[dict[str, Any]]:
        """What a screen reader is given."""
        return [each for each in self.tell("Accessibility.getFullAXTree")["nodes"] if not each["ignored"]]

    def sees(self, words: str) -> None:
        """Wait until it can be read."""
        self.waits(lambda: words in self.words and bool(self.heading))

    def waits(self, thing: Any) -> None:
        ends = time.monotonic() + PATIENCE
        while not thing():
            assert time.monotonic() < ends, self.words
            time.sleep(0.01)

    def picture(self, path: Path) -> None:
        shot = self.tell("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    def complaints(self) -> list[str]:
        """What the browser complained about: scripts and styles that a page may not have, and the like."""
        entries = [each["entry"] for each in self._browser.said("Log.entryAdded")]
        return [each["text"] for each in entries if "Content Security Policy" in each["text"]]

    def _place_of(self, words: str) -> Any:
        script = """(() => {
            const all = [...document.querySelectorAll('button, a, label.answer, summary, textarea, input.code')];
            const named = each => (each.querySelector('span:not(.key)') || each).innerText || '';
            const called = each => (each.getAttribute('aria-label') || named(each)).trim();
            const is = each => each.getClientRects().length && called(each) === %s;
            const found = document.readyState === 'complete' && (all.find(is) || document.querySelector(%s));
            if (!found) { return null; }
            found.scrollIntoView({block: 'center', behavior: 'instant'});
            const box = found.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        })()"""
        selector = words if words.startswith(("#", ".", "input", "textarea")) else "nothing-of-this-kind"
        return self.finds(script % (json.dumps(words), json.dumps(selector)))
