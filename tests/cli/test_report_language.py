"""A report in a language of its own: its words change, its numbers do not."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.commands import Run
from trustcheck import assets
from trustcheck.catalog.file_catalog import FileCatalog

LANGUAGES = assets.languages(assets.path("locales"))


def read(path: Path) -> tuple[str, str]:
    found = PdfReader(path)
    return found.trailer["/Root"]["/Lang"], " ".join(" ".join(each.extract_text().split()) for each in found.pages)


@pytest.mark.parametrize("edition", ["individual", "leaders"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_change_and_numbers_stay(
    run: Run, sample_folder: Path, tmp_path: Path, language: str, edition: str
) -> None:
    told = {}
    for each in ("en", language):
        out = tmp_path / f"{each}.pdf"
        asked = ("--edition", edition, "--language", each, "--date", "2026-11-30")
        done = run("report", sample_folder / "sample.trustcheck", "-o", out, *asked)
        assert done.code == 0, done.err
        told[each] = read(out)

    assert [tag for tag, _words in told.values()] == ["en-GB", language]
    original = FileCatalog().questionnaire("trust-and-openness")
    translated = FileCatalog().questionnaire("trust-and-openness", language)
    for theme, said in zip(original.themes, translated.themes, strict=True):
        assert theme.name in told["en"][1]
        assert said.name in told[language][1]
    # Days go up to 31 and stand otherwise in each language; every other number of two digits is a score or a count.
    numbers = [set(re.findall(r"(?<![\d.,/-])[3-9]\d(?![\d.,%/-])", words)) for _tag, words in told.values()]
    assert numbers[0] == numbers[1]


def test_a_language_that_is_not_there_is_refused_and_nothing_written(
    run: Run, sample_folder: Path, tmp_path: Path
) -> None:
    done = run("report", sample_folder / "sample.trustcheck", "-o", tmp_path / "out.pdf", "--language", "qx")

    assert done.code == 1
    assert "There is no report in 'qx'." in done.err
    assert not (tmp_path / "out.pdf").exists()
