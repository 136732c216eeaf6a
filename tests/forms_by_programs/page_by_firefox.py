"""PAGE DEEDS FOLDER: answers a page in Firefox with the keyboard alone; what it saves lies in the folder afterwards.

The deeds are a list of JSON: ``["press", KEY]``, ``["sees", WORDS]``, ``["asks", SCRIPT]``, ``["saved"]``. Prints what
the scripts said, as JSON.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from marionette import Marionette, running, until

page, deeds, into = sys.argv[1:4]
_KEYS = {"Tab": "\ue004", "Enter": "\ue007", "ArrowDown": "\ue015"}
_WISHES = {
    "browser.download.folderList": 2,
    "browser.download.dir": into,
    "browser.download.useDownloadDir": True,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
}


def press(firefox: Marionette, key: str) -> None:
    strokes = [{"type": each, "value": _KEYS.get(key, key)} for each in ("keyDown", "keyUp")]
    firefox.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": strokes}])


def asks(firefox: Marionette, script: str) -> Any:
    return firefox.ask("WebDriver:ExecuteScript", script=f"return {script}", args=[])


def do(firefox: Marionette, deed: str, what: str = "") -> list[Any]:
    if deed == "press":
        press(firefox, what)
    elif deed == "sees":
        until(lambda: what in asks(firefox, "document.body.innerText"))
    elif deed == "asks":
        return [asks(firefox, what)]
    else:
        until(lambda: [each for each in Path(into).iterdir() if each.stat().st_size and each.suffix != ".part"])
    return []


with TemporaryDirectory(ignore_cleanup_errors=True) as folder, running(Path(folder), _WISHES) as firefox:
    firefox.ask("WebDriver:Navigate", url=Path(page).resolve().as_uri())
    heard = [each for deed in json.loads(deeds) for each in do(firefox, *deed)]
print(json.dumps(heard))
