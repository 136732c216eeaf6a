"""Every sentence can be extracted, and a catalogue that is shipped says all of them: a language is never half."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.catalogues import PACKAGE, Message, messages
from trustcheck import assets

SHIPPED = sorted(assets.path("locales").glob("*/LC_MESSAGES/trustcheck.po"))
_GAP = re.compile(r"\{\w*\}")
_KEY = re.compile(r"(?<!&)&(?=\w)")

each_language = pytest.mark.parametrize("path", SHIPPED, ids=[each.parts[-3] for each in SHIPPED])


def texts(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


@cache
def extracted() -> frozenset[Message]:
    """What a translator is given, in the form that a catalogue keeps it."""
    found = Catalog()
    for _path, _line, message, _comments, _context in extract_from_dir(PACKAGE):
        found.add(message)
    return frozenset(each.id for each in found if each.id)


@cache
def kept(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def test_every_sentence_in_the_code_reaches_a_translator() -> None:
    given = {text for each in extracted() for text in texts(each)}

    assert len(given) > 3000
    assert {text for each in messages() for text in texts(each)} == given


@each_language
def test_a_catalogue_says_every_sentence_and_no_other(path: Path) -> None:
    said = {each.id for each in kept(path) if each.id and all(texts(each.string)) and not each.fuzzy}

    assert said == extracted()
    assert not kept(path).obsolete


@each_language
def test_a_translation_keeps_the_gaps_of_its_sentence(path: Path) -> None:
    assert [each.string for each in kept(path) if each.id and _gaps(each.string) != _gaps(each.id)] == []


@each_language
def test_a_translation_keeps_what_the_program_reads_in_its_sentence(path: Path) -> None:
    """The key of a menu, the blanks that join it to its neighbours, its lines, and the dots of an entry that asks."""

    def read_by_program(text: str) -> tuple[object, ...]:
        blanks = (text[:1] == " ", text[-1:] == " ")
        return bool(_KEY.search(text)), blanks, text.count("\n"), text.endswith("…")

    changed = [
        (english, said)
        for each in kept(path)
        if each.id
        for english, said in zip(texts(each.id), texts(each.string), strict=True)
        if read_by_program(english) != read_by_program(said)
    ]
    assert changed == []


def _gaps(message: Message) -> list[str]:
    """Of the form for several where there are two: one may say its number as a word."""
    return sorted(_GAP.findall(texts(message)[-1]))
