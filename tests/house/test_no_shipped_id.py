"""The program knows the questionnaire that comes with it by what is in its file, never by an id in the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from trustcheck.catalog.file_catalog import FileCatalog

ROOT = Path(__file__).parents[2] / "trustcheck"
READS_OLD_CHECKS = ROOT / "domain" / "questionnaire" / "roles.py"
"""Checks that were kept before roles were named in the file are read as they were."""
WORDS_TOO = {"people", "openness"}
"""Ids of pillars that are words of the code as well."""
OF_ELSEWHERE = {"boxes.py: SC"}
"""An id by chance: the Simplified Chinese of fonts."""


def named_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.fixture(scope="module")
def ids() -> set[str]:
    catalog = FileCatalog()
    asked = [catalog.questionnaire(each) for each in catalog.shipped()]
    parts = ("pillars", "themes", "items", "practices", "suggestions", "scenarios")
    return {one.id for each in asked for part in parts for one in getattr(each, part)} | set(catalog.shipped())


def test_no_id_of_the_shipped_questionnaire_is_named_in_the_code(ids: set[str]) -> None:
    files = [each for each in sorted(ROOT.rglob("*.py")) if each != READS_OLD_CHECKS]

    found = {f"{file.name}: {each}" for file in files for each in named_in(file) if each in ids - WORDS_TOO}

    assert found - OF_ELSEWHERE == set()


def test_what_would_be_found_is_found(ids: set[str]) -> None:
    assert {each for each in named_in(READS_OLD_CHECKS) if each in ids} >= {"SS", "TT1", "trust-and-openness"}
