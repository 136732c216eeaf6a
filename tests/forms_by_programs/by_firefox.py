"""FORM STEPS OUT: fills a form in Firefox's own viewer by what a person does there, and saves it with its button."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

form, steps, out = sys.argv[1:4]
STATES = ("1", "2", "3", "4", "5", "dk", "na", "blank")
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


def number_of(firefox: Marionette, field: dict[str, str]) -> int:
    named = firefox.ask("WebDriver:GetElementAttribute", id=identity(field), name="data-element-id")
    return int(str(named).removesuffix("R"))


def fill(firefox: Marionette, deeds: list[list[Any]]) -> None:
    at = 0
    for deed, name, value, page, *_place in deeds:
        for _each in range(abs(page - at)):
            (button,) = firefox.find("#next" if page > at else "#previous")
            firefox.ask("WebDriver:ElementClick", id=identity(button))
            time.sleep(0.5)
        at = page
        fields = until(lambda css=f'[name="{name}"]': firefox.find(css))
        if deed == "choose":
            # The viewer orders fields by their place on the page: their numbers in the file are the order of states.
            fields.sort(key=lambda each: number_of(firefox, each))
            firefox.ask("WebDriver:ElementClick", id=identity(fields[STATES.index(value)]))
        else:
            firefox.ask("WebDriver:ElementClick", id=identity(fields[0]))
            firefox.ask("WebDriver:ElementSendKeys", id=identity(fields[0]), text=value)


# Without a screen there is no dialog to choose a file: one stands in for it that has always chosen already.
CHOSEN = """
const Ci = Components.interfaces, manager = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
const path = arguments[0];
class Picker {
  QueryInterface = ChromeUtils.generateQI(["nsIFilePicker"]);
  init() {} appendFilter() {} appendFilters() {} appendRawFilter() {}
  defaultString = ""; defaultExtension = ""; filterIndex = 0; displayDirectory = null; addToRecentDocs = false;
  get file() {
    const file = Components.classes["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    return file;
  }
  get fileURL() { return Services.io.newFileURI(this.file); }
  open(done) { Services.tm.dispatchToMainThread(() => done.done(Ci.nsIFilePicker.returnOK)); }
}
const factory = {
  QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
  createInstance: (iid) => new Picker().QueryInterface(iid),
};
manager.registerFactory(Services.uuid.generateUUID(), "picker", "@mozilla.org/filepicker;1", factory);
"""


def save(firefox: Marionette, path: Path) -> None:
    firefox.ask("Marionette:SetContext", value="chrome")
    firefox.ask("WebDriver:ExecuteScript", script=CHOSEN, args=[str(path)])
    firefox.ask("Marionette:SetContext", value="content")
    (button,) = firefox.find("#downloadButton")
    firefox.ask("WebDriver:ElementClick", id=identity(button))
    until(lambda: path.exists() and path.stat().st_size)
    time.sleep(1.5)


with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    profile, saved = Path(folder, "profile"), Path(folder, "saved.pdf")
    profile.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    wanted = {
        "marionette.port": port,
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
    }
    rows = "".join(f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in wanted.items())
    (profile / "user.js").write_text(rows, "utf-8")
    program = shutil.which("firefox-esr") or shutil.which("firefox") or "firefox"
    words = [program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    words += ["--profile", str(profile), "--width", "1200", "--height", "1200"]
    browser = subprocess.Popen(
        words, env={**os.environ, "HOME": folder}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        firefox = Marionette(port)
        firefox.ask("WebDriver:NewSession")
        firefox.ask("WebDriver:Navigate", url=Path(form).resolve().as_uri())
        until(lambda: firefox.find("section[data-annotation-id]"))
        fill(firefox, json.loads(Path(steps).read_text("utf-8")))
        save(firefox, saved)
        shutil.copyfile(saved, out)
    finally:
        browser.kill()
        browser.wait(30)
