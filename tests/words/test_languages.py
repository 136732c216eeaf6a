"""A language is there as soon as its catalogue is: chosen or the system's, with its own days, numbers and plurals."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.catalogues import speak, spoken, write_catalogue
from trustcheck import assets, bootstrap, words
from trustcheck.settings import Settings, SettingsStore
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day, weekday
from trustcheck.words.numbers import count_of
from trustcheck.words.sentences import in_a_row, leading

SAID = {
    "Settings": "Yoluk",
    "November": "Eleventhing",
    "Sunday": "Restday",
    "{day} {month} {year}": "{year}, {month} {day}.",
    "{weekday}, {day}": "{day} ({weekday})",
    "two": "bo",
    "six": "hexo",
    "{count} of {number}": "{number}: {count}",
    "{several} and {last}": "{several} ku {last}",
}
NUMBERED = {("{number} check", "{number} checks"): ("{number} a", "{number} b", "{number} c")}
THREE_FORMS = "nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);"


@pytest.fixture
def catalogues(tmp_path: Path) -> Iterator[Path]:
    """A folder with two invented languages, one of them with a country of its own."""
    write_catalogue(tmp_path, "qx", {**SAID, **NUMBERED}, THREE_FORMS)
    write_catalogue(tmp_path, "qy", {"Settings": "Mavu"})
    write_catalogue(tmp_path, "qy_ZZ", {"Settings": "Mavu-Zed"})
    yield tmp_path
    speak(tmp_path, (words.ENGLISH,))


def test_a_colon_stands_as_the_language_sets_it(catalogues: Path) -> None:
    assert leading("Instead") == "Instead:"
    with spoken(assets.path("locales"), "fr"):
        assert leading("Au lieu de cela") == "Au lieu de cela\u00a0:"


def test_words_days_and_numbers_change_and_come_back(catalogues: Path) -> None:
    def said() -> list[str]:
        sunday = date(2026, 11, 22)
        return [_("Settings"), day(sunday), weekday(sunday), count_of(2, 6), in_a_row(("A", "B", "C"))]

    english = ["Settings", "22 November 2026", "Sunday, 22 November 2026", "two of six", "A, B and C"]
    assert said() == english
    with spoken(catalogues, "qx"):
        assert said() == [
            "Yoluk",
            "2026, Eleventhing 22.",
            "2026, Eleventhing 22. (Restday)",
            "hexo: bo",
            "A, B ku C",
        ]
    assert said() == english


@pytest.mark.parametrize(("number", "meant"), [(1, "1 a"), (3, "3 b"), (7, "7 c")])
def test_a_language_has_as_many_plural_forms_as_it_needs(catalogues: Path, number: int, meant: str) -> None:
    with spoken(catalogues, "qx"):
        assert ngettext("{number} check", "{number} checks", number).format(number=number) == meant


def test_a_sentence_without_a_translation_is_said_in_english(catalogues: Path) -> None:
    with spoken(catalogues, "qy"):
        assert _("Overview") == "Overview"
        assert day(date(2026, 11, 22)) == "22 November 2026"


def test_every_catalogue_that_lies_there_is_a_language(catalogues: Path) -> None:
    (catalogues / "return.en-GB.txt").write_text("no catalogue")
    (catalogues / "qz").mkdir()

    assert assets.languages(catalogues) == ("qx", "qy", "qy_ZZ")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "qx"}, "qx"),
        ({"LANG": "qx_AA.UTF-8@euro"}, "qx"),
        ({"LANG": "qy_ZZ.UTF-8"}, "qy_ZZ"),
        ({"LANG": "qy_AA.UTF-8"}, "qy"),
        ({"LANG": "qx", "LC_ALL": "qy"}, "qy"),
        ({"LANG": "qy", "LANGUAGE": "unheard:qx:qy"}, "qx"),
        ({"LANG": "qy", "LANGUAGE": ""}, "qy"),
        # Who prefers English is not spoken to in the language that comes after it.
        ({"LANGUAGE": "en_GB:qx"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "../qx"}, "en"),
    ],
)
def test_the_language_of_the_system_is_spoken(catalogues: Path, environment: dict[str, str], language: str) -> None:
    assert speak(catalogues, words.of_the_system(environment)) == language


@pytest.mark.parametrize("content", [b"", b"no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_catalogue_that_cannot_be_read_leaves_english(catalogues: Path, content: bytes) -> None:
    (catalogues / "qx" / "LC_MESSAGES" / "trustcheck.mo").write_bytes(content)

    assert speak(catalogues, ("qx",)) == "en"
    assert _("Settings") == "Settings"


@pytest.mark.parametrize(
    ("chosen", "said"), [("", "Yoluk"), ("qy", "Mavu"), ("en", "Settings"), ("unheard", "Settings")]
)
def test_what_was_chosen_goes_before_the_system(
    catalogues: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, said: str
) -> None:
    monkeypatch.setattr(assets, "path", lambda *_parts: catalogues)
    SettingsStore(tmp_path / "mine").save(Settings(language=chosen))

    bootstrap.speak({"LANG": "qx", "TRUSTCHECK_DATA": str(tmp_path / "mine")})

    assert _("Settings") == said
