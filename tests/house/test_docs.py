"""What the papers name is there: the files of ``docs/ARCHITECTURE.md`` and ``docs/STEP_BY_STEP.md``, the tests
of ``docs/TRUST.md``.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = "domain|app|charts|storage|exchange|report|room|ui|commands|catalog|words"


def said_in(paper: str) -> str:
    return (ROOT / paper).read_text("utf-8")


def test_every_module_that_the_architecture_names_is_there() -> None:
    papers = said_in("docs/ARCHITECTURE.md") + said_in("docs/STEP_BY_STEP.md")
    named = set(re.findall(rf"`((?:{ROOMS})/[\w/]+\.py)`", papers))

    assert len(named) > 40
    assert sorted(name for name in named if not (ROOT / "trustcheck" / name).is_file()) == []


def test_every_room_inside_a_room_is_named() -> None:
    named = set(re.findall(rf"^\| `((?:{ROOMS})/\w+)` \|", said_in("docs/ARCHITECTURE.md"), re.MULTILINE))
    doors = (path.parent.relative_to(ROOT / "trustcheck") for path in (ROOT / "trustcheck").rglob("__init__.py"))
    rooms = {path.as_posix() for path in doors if len(path.parts) == 2}

    assert rooms - named <= {"storage/migrations"}
    assert named <= rooms


def test_the_four_routes_lead_through_files_that_are_there() -> None:
    said = said_in("docs/ARCHITECTURE.md").split("## Four routes\n")[1].split("\n## ")[0]
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
