"""What the papers name is there: the files of ``docs/ARCHITECTURE.md`` and ``docs/STEP_BY_STEP.md``, the tests
of ``docs/TRUST.md``.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS_IN_THREE_MINUTES = 800
"""As people read who read to know."""
ROOMS = "domain|app|charts|storage|exchange|report|room|ui|commands|catalog|words"


def said_in(paper: str) -> str:
    return (ROOT / paper).read_text("utf-8")


def test_every_module_that_the_architecture_names_is_there() -> None:
    papers = said_in("docs/ARCHITECTURE.md") + said_in("docs/STEP_BY_STEP.md")
    named = set(re.findall(rf"`((?:{ROOMS})/[\w/]+\.py)`", papers))

    assert len(named) > 40
    assert sorted(name for name in named if not (ROOT / "trustcheck" / name).is_file()) == []


def test_the_house_is_read_in_three_minutes_and_every_room_stands_in_it() -> None:
    house = said_in("docs/ARCHITECTURE.md")
    named = set(re.findall(r"^\| `(\w+)` \|", house, re.MULTILINE))
    rooms = {path.parent.name for path in (ROOT / "trustcheck").glob("*/__init__.py")}

    assert len(house.split()) <= WORDS_IN_THREE_MINUTES
    assert rooms - named == {"assets", "commands", "settings", "words"} & rooms
    assert named <= rooms


def test_every_door_says_in_its_first_line_what_may_be_put_behind_it() -> None:
    doors = [path for path in (ROOT / "trustcheck").glob("*/*/__init__.py") if "migrations" not in path.parts]
    said = {path.parent.as_posix(): path.read_text("utf-8").splitlines()[0] for path in doors}

    assert len(said) > 50
    assert [door for door, line in said.items() if not re.fullmatch(r'""".{20,}"""', line)] == []


def test_the_four_routes_lead_through_files_that_are_there() -> None:
    said = said_in("docs/STEP_BY_STEP.md").split("## Four routes\n")[1].split("\n## ")[0]
    titles = re.findall(r"^### (.+)$", said, re.MULTILINE)
    routes = re.split(r"^### .+$", said, flags=re.MULTILINE)[1:]

    assert titles == ["A new page", "A new way to collect", "A new export", "A new language"]
    for title, route in zip(titles, routes, strict=True):
        named = re.findall(rf"`((?:{ROOMS})/[\w/]+\.py)`", route)
        assert named, title
        assert [each for each in named if not (ROOT / "trustcheck" / each).is_file()] == [], title
        assert re.findall(r"^(\d)\.", route, re.MULTILINE)[:2] == ["1", "2"], title


def test_every_test_that_stands_behind_a_promise_is_there() -> None:
    papers = said_in("docs/TRUST.md") + said_in("docs/ACCESSIBILITY.md")
    named = set(re.findall(r"`(tests/[\w/]+\.py)", papers))

    assert len(named) > 40
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []
