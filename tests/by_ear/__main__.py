"""A whole check by ear: ``python -m tests.by_ear [FOLDER]`` drives the window by keyboard and hears the real Orca.

It needs Debian's ``xvfb openbox xdotool orca at-spi2-core dbus`` and four minutes. It prints what is spoken at each
step, and fails where something that matters is not. FOLDER gets Orca's log; ``BY_EAR_DISPLAY`` names another display
than :97. It is no part of the suite: ``tests/journeys/test_heard.py`` holds the same there.
"""

import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path

from tests.by_ear.room import NEEDED, Room

_INSIDE = "BY_EAR_INSIDE"


class Journey:
    """One step after the other; each says what must be heard in it."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.missed: list[str] = []

    def press(self, *keys: str, hears: str = "", also: str = "") -> str:
        self._room.press(*keys)
        return self.hear(" ".join(keys), hears, also)

    def hear(self, doing: str, wanted: str, also: str = "") -> str:
        """``also`` may come in the same breath; both must."""
        try:
            said = self._room.ears.wait_for(wanted)
        except AssertionError as missed:
            said = str(missed)
            self.missed.append(f"{doing}: {said}")
        if also and also not in said:
            self.missed.append(f"{doing}: never heard {also!r}, but: {said!r}")
        print(f"{doing:12} {said}", flush=True)
        return said

    def tab_to(self, name: str, key: str = "Tab") -> None:
        for _step in range(40):
            if name in self.press(key):
                return
        self.missed.append(f"{key} never came to {name!r}")


def alone(room: Room) -> list[str]:
    """One person's short check, with a disk that is full for a while, up to the preview of the report."""
    person = Journey(room)
    room.open_program()
    person.hear("start", "Just me push button", "Welcome to TrustCheck")
    person.press("space", hears="What shall we call the place you have in mind?", also="Before you begin.")
    person.tab_to("All questions")
    person.press("Right", hears="Short form")
    person.press("space", hears="selected")
    person.tab_to("Begin")
    person.press("space", hears="Almost never, 1 of 5", also="Question 1 of 12.")
    person.press("Return", hears="Nothing chosen yet.")
    person.press("Right", hears="Seldom, 2 of 5")
    person.press("space", hears="Saved", also="selected")
    person.press("Return", hears="Almost never, 1 of 5", also="Question 2 of 12.")
    full_disk(room, person)
    for number in range(3, 13):
        person.press("Return", hears="Almost never, 1 of 5", also=f"Question {number} of 12.")
        person.press("Down", "Down", "space", hears="Saved")
    person.press("Return", hears="See my result", also="All 12 questions are answered.")
    result(person)
    print()
    return person.missed


def full_disk(room: Room, person: Journey) -> None:
    room.let_no_file_grow_above(0)
    person.press("Right", "space", hears="Try again", also="This answer is not saved yet. The disk says it is full.")
    person.press("Return", hears="This answer is not saved yet.")
    room.let_no_file_grow_above(resource.RLIM_INFINITY)
    person.press("Return", hears="Saved", also="Question 2 of 12.")


def result(person: Journey) -> None:
    person.press("space", hears="Overview.", also="One person\u2019s view.")
    person.tab_to("Show as table")
    person.press("space", hears="Hide the table")
    for _step in range(6):
        if "table with" in person.press("Tab"):
            break
    person.press("Down", hears="Openness")
    person.press("Right", hears="Score column header")
    person.press("ctrl+3", hears="Say and do.")
    person.press("ctrl+4", hears="Suggestions.")
    person.press("ctrl+e", hears="Preview of the report, page 1 of", also="Report panel")
    person.press("Next", hears="page 2 of")


def main() -> int:
    missing = [each for each in NEEDED if shutil.which(each) is None]
    if missing:
        print(f"needs {', '.join(missing)} (Debian: xvfb openbox xdotool orca at-spi2-core dbus)")
        return 2
    if _INSIDE not in os.environ:
        os.environ[_INSIDE] = "1"
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, "-m", "tests.by_ear", *sys.argv[1:]])
    folder = Path(sys.argv[1] if sys.argv[1:] else tempfile.mkdtemp(prefix="by-ear-"))
    folder.mkdir(parents=True, exist_ok=True)
    with Room(folder.resolve(), os.environ.get("BY_EAR_DISPLAY", ":97")) as room:
        missed = alone(room)
    print("\n".join(missed) or "Everything that matters was spoken.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
