"""FORM STEPS OUT: fills a form in Firefox's own viewer by what a person does there, and saves it with its button."""

import json
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from marionette import Marionette, identity, running, until

form, steps, out = sys.argv[1:4]
STATES = ("1", "2", "3", "4", "5", "dk", "na", "blank")


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
    saved = Path(folder, "saved.pdf")
    with running(Path(folder), {"browser.shell.checkDefaultBrowser": False}) as firefox:
        firefox.ask("WebDriver:Navigate", url=Path(form).resolve().as_uri())
        until(lambda: firefox.find("section[data-annotation-id]"))
        fill(firefox, json.loads(Path(steps).read_text("utf-8")))
        save(firefox, saved)
        shutil.copyfile(saved, out)
