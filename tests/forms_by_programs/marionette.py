"""Firefox without a screen, told what to do through its own remote control: for programs that are run by themselves."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LONGEST = 60.0


class Marionette:
    """Firefox's own remote control: JSON behind its length, over a socket."""

    def __init__(self, port: int) -> None:
        self._line, self._count, self._rest = _connected(port), 0, b""
        self._read()

    def ask(self, command: str, **what: Any) -> Any:
        self._count += 1
        said = json.dumps([0, self._count, command, what]).encode()
        self._line.sendall(f"{len(said)}:".encode() + said)
        _kind, _number, problem, answer = self._read()
        if problem:
            raise RuntimeError(command, problem["message"])
        return answer["value"] if isinstance(answer, dict) and "value" in answer else answer

    def find(self, css: str) -> list[Any]:
        return list(self.ask("WebDriver:FindElements", using="css selector", value=css))

    def _read(self) -> Any:
        while b":" not in self._rest:
            self._rest += self._line.recv(65536)
        length, _colon, self._rest = self._rest.partition(b":")
        while len(self._rest) < int(length):
            self._rest += self._line.recv(65536)
        said, self._rest = self._rest[: int(length)], self._rest[int(length) :]
        return json.loads(said)


def _connected(port: int) -> socket.socket:
    ends = time.monotonic() + LONGEST
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=LONGEST)
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.3)


def identity(element: dict[str, str]) -> str:
    return next(iter(element.values()))


def until(found: Any) -> Any:
    ends = time.monotonic() + LONGEST
    while not (result := found()):
        if time.monotonic() > ends:
            raise TimeoutError
        time.sleep(0.2)
    return result


@contextmanager
def running(folder: Path, wishes: Mapping[str, Any]) -> Iterator[Marionette]:
    """A Firefox with a fresh profile in ``folder``, which ends with the block."""
    profile = folder / "profile"
    profile.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    wanted = {"marionette.port": port, "datareporting.policy.dataSubmissionEnabled": False, **wishes}
    rows = "".join(f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in wanted.items())
    (profile / "user.js").write_text(rows, "utf-8")
    program = shutil.which("firefox-esr") or shutil.which("firefox") or "firefox"
    words = [program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    words += ["--profile", str(profile), "--width", "1200", "--height", "1200"]
    browser = subprocess.Popen(
        words, env={**os.environ, "HOME": str(folder)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        firefox = Marionette(port)
        firefox.ask("WebDriver:NewSession")
        yield firefox
    finally:
        browser.kill()
        browser.wait(30)
