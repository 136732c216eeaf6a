"""Questionnaires, answers, facts, tables as text, and settings."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.exchange.tables import ASKED, BOTH, TABLES
from tests.fuzz.door import Door
from tests.fuzz.harm import any_of, bytes_harmed, lines_moved, noise, pieces_put
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Practice
from trustcheck.exchange.tables.answers_file import read_answers
from trustcheck.exchange.tables.strict_reading import read_facts
from trustcheck.settings import Settings, SettingsStore, WindowState

QUESTIONNAIRE = b"""\
format: 1
id: our-shop
version: 1.0.0
language: en-GB
title: Our shop
frame: Think of the last three months.
scale: [Never, Seldom, Often, Always]
tokens:
  leaders: {staff: leaders here, leader: we leaders}
pillars: [{id: work, name: How we work}]
bands: [37.5, 62.5, 87.5]
themes:
  - id: AS
    pillar: work
    name: Asking
items:
  - {id: AS1, theme: AS, text: "{Leaders} ask before they decide."}
  - {id: AS2, theme: AS, text: People here guess instead of asking., reverse: true}
  - id: AS3
    theme: AS
    text: |
      People here ask
      one another.
order: [AS2, AS1, AS3]
pulse: [AS1]
practices:
  - {id: P1, theme: AS, text: There is a box for questions., partly: It lies in a drawer.}
"""
YAML = (
    b":", b": ", b"- ", b"[", b"]", b"{", b"}", b'"', b"'", b"&a ", b"*a", b"!!int ", b"!!python/name:os.system ", b"#",
    b"|\n", b">\n", b"? ", b"---\n", b"...\n", b"%YAML 1.1\n", b"<<: ", b"true", b"null", b"~", b".inf", b'"\\ud800"',
    b"{x}", b"{leaders", b"AS1", b"12:30", b"0x10", b"2026-01-01", b"id: AS1\n", b"items:\n", b"[[[[[[[[[[",
)  # fmt: skip
CSV = (
    b",", b";", b'"', b'""', b"\r\n", b"\n", b"perspective", b"leader", b"staff", b"A1", b"B2", b"4", b"dk", b"na",
    b"=1", b"+1", b"-1", b"@x", b"Often", b"yes", b"partly", b"id", b"answer", b"evidence", b"K1", b"1.0",
)  # fmt: skip
TOML = (
    b"=", b"[", b"]", b"[[a]]\n", b'"', b'"""', b"'''", b"{a = 1}", b"#", b".", b"true", b"1979-05-27", b"inf", b"0x",
    b'"\\uD800"', b"look", b"text_size", b"[" * 200, b"a." * 200,
)  # fmt: skip
SAVED_EVERY = 10
"""Saving waits for the disk; one file in so many is saved over."""
ANSWERS = b"perspective,A1,A2,B1,B2\nleader,4,5,dk,1\nstaff,1,,na,2\nstaff,2,3,4,5\n"
WITH_FACTS = replace(ASKED, practices=tuple(Practice(each, "A", "A fact.", "Partly.") for each in ("K1", "K2")))
FACTS = b"id,answer,evidence\nK1,yes,the minutes\nK2,partly,\n"


def let_questionnaire_in(path: Path) -> bool:
    return bool(FileCatalog().questionnaire(str(path)).items)


def let_answers_in(path: Path) -> bool:
    found = read_answers(str(path), ASKED)
    assert all(item in ASKED.item_by_id for each in found.responses for item, _answer in each)
    return True


def let_facts_in(path: Path) -> bool:
    return read_facts(str(path), WITH_FACTS).keys() <= WITH_FACTS.practice_by_id.keys()


def table(path: Path) -> bool:
    """Read, planned and looked through, as the window does before anybody is asked."""
    read = TABLES.read(str(path))
    found = TABLES.look_through(read, TABLES.plan(read, BOTH, ASKED), BOTH, ASKED)
    for sheet in found.sheets:
        assert sheet.response.answers.keys() <= set(ASKED.order)
    return True


def let_settings_in(path: Path) -> bool:
    """Whatever lies there, the program starts, and what is chosen next is kept."""
    store = SettingsStore(path.parent)
    before = path.read_bytes()
    loaded = store.load()
    assert type(loaded) is Settings
    assert type(store.load_window()) is WindowState
    broken = path.with_suffix(".broken.toml")
    assert (path if path.exists() else broken).read_bytes() == before
    if len(before) % SAVED_EVERY == 0:
        store.save(Settings(look="dark"))
        assert store.load() == Settings(look="dark")
    broken.unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    return True


def let_window_in(path: Path) -> bool:
    store = SettingsStore(path.parent)
    is_saved = path.stat().st_size % SAVED_EVERY == 0
    store.load_window()
    if is_saved:
        store.save_window(WindowState(geometry="here"))
        assert store.load_window() == WindowState(geometry="here")
    path.with_suffix(".broken.toml").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    return True


def _door(sound: bytes, pieces: tuple[bytes, ...], let_in: Callable[[Path], bool], name: str = "hostile") -> Door:
    spoil = any_of(pieces_put(pieces), pieces_put(pieces), lines_moved, bytes_harmed, noise)

    def case(chance: Random) -> bytes:
        return spoil(sound, chance)

    return Door(case, lambda: sound, let_in, name, changes_what_it_takes=name.endswith(".toml"))


DOORS = {
    "questionnaire": _door(QUESTIONNAIRE, YAML, let_questionnaire_in),
    "answers": _door(ANSWERS, CSV, let_answers_in),
    "facts": _door(FACTS, CSV, let_facts_in),
    "table as text": _door(ANSWERS, CSV, table),
    "settings": _door(
        b'look = "light"\ntext_size = 150\nsound = "birds"\nprepared_by = "Ada"\n',
        TOML, let_settings_in, "settings.toml",
    ),
    "window state": _door(
        b'geometry = "AdnQywAD"\nmaximised = true\nlast_folder = "here"\n', TOML, let_window_in, "window.toml",
    ),
}  # fmt: skip
