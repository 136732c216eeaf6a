"""A table comes as text or as a workbook: both are read alike, and what is too large or damaged is told."""

import zipfile
from collections.abc import Mapping
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
import python_calamine

from tests.exchange.tables import BOTH, STAFF, TABLES, answers, look, workbook
from trustcheck.app.ports import Cancelled, Refused
from trustcheck.exchange.tables import text_tables, xlsx

ROWS = [["perspective", "A1", "A2", "B1", "B2"], ["leader", 4, "dk", "na", None], ["staff", 1, 2, 3, 5]]
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EXPECTED = [("leader", {"A1": 4, "A2": -1, "B1": -2}), ("staff", {"A1": 1, "A2": 2, "B1": 3, "B2": 5})]


def as_text(separator: str) -> str:
    return "\n".join(separator.join("" if cell is None else str(cell) for cell in row) for row in ROWS)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_text_is_read_with_commas_semicolons_or_tabs(tmp_path: Path, separator: str, mark: str) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(mark + as_text(separator), "utf-8")

    assert answers(look(file)) == EXPECTED


def test_a_workbook_is_read_like_the_text(tmp_path: Path) -> None:
    file = tmp_path / "answers.xlsx"
    file.write_bytes(workbook(ROWS))

    assert answers(look(file)) == EXPECTED


def test_a_file_is_known_by_what_is_in_it_and_not_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_bytes(workbook(ROWS))

    assert answers(look(file)) == EXPECTED


def test_a_number_in_a_workbook_counts_as_it_is_shown(tmp_path: Path) -> None:
    """A spreadsheet keeps 4 as 4.0, and other programs write it as the text 4.0; 4.5 is no answer."""
    file = tmp_path / "answers.xlsx"
    file.write_bytes(workbook([["A1", "A2", "B1", "B2"], [4.0, 4.5, "4.0", True]]))

    preview = look(file, STAFF).preview

    assert [(each.column, each.line, "4.5" in each.sentence) for each in preview.mistakes.first] == [("A2", 2, True)]
    assert [each.id for each in preview.waiting] == ["word:TRUE"]


def test_the_first_sheet_with_anything_in_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "answers.xlsx"
    file.write_bytes(workbook([], ROWS, [["something", "else"]]))

    assert answers(look(file)) == EXPECTED


def test_commas_inside_headings_do_not_split_a_table_with_semicolons(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("When, as it were, leaders, all of them, do A1;A1;Note, or not\nx, y;4;z\n", "utf-8")

    assert answers(look(file, STAFF)) == [("staff", {"A1": 4})]


def test_empty_rows_do_not_count_and_lines_are_those_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text('A1,Note\n,\n\n4,"two\nlines"\n4.5,\n', "utf-8")

    preview = look(file, STAFF).preview

    assert [each.line for each in preview.mistakes.first] == [6]
    assert preview.with_answers == 2


def test_what_stands_beyond_the_headings_is_named_with_its_line_and_what_is_missing_is_blank(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("A1,A2\n1,2\n5\n1,2,,\n1,2,3\n", "utf-8")

    found = look(file, STAFF)

    assert [each.line for each in found.preview.mistakes.first] == [5]
    file.write_text("A1,A2\n1,2\n5\n1,2,,\n", "utf-8")
    assert answers(look(file, STAFF)) == [
        ("staff", {"A1": 1, "A2": 2}),
        ("staff", {"A1": 1, "A2": 2}),
        ("staff", {"A1": 5}),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"A1\n\xff\xfe", "line 2: this is not UTF-8"),
        (b'A1\n"4', "line 2: the quoting or the text breaks off"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and " + "EncryptedPackage".encode("utf-16-le"),
            "is locked with a password",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and " + "Workbook".encode("utf-16-le"), "the old Excel format"),
        (b"PK\x03\x04 and nothing", "damaged"),
        (workbook([["A1"], [4]])[:-30], "damaged"),
        (workbook([]), "is empty"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "answers.csv"
    file.write_bytes(content)

    with pytest.raises(Refused) as refused:
        TABLES.read(str(file))

    assert words in str(refused.value)
    assert "\n" not in refused.value.sentence


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be read"):
        TABLES.read(str(tmp_path / "nowhere.csv"))


def test_a_table_with_too_many_columns_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("," * 1000 + "A1\n", "utf-8")

    with pytest.raises(Refused, match="more than 1,000 columns"):
        TABLES.read(str(file))


def test_a_table_with_too_many_rows_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("A1\n" + "4\n" * text_tables.MOST_ROWS, "utf-8")

    with pytest.raises(Refused, match="more than 110,000 rows"):
        TABLES.read(str(file))


def test_a_few_bytes_that_stand_for_millions_of_cells_are_not_read(tmp_path: Path) -> None:
    """A wide row of headings and a hundred thousand rows of one cell each."""
    file = tmp_path / "answers.csv"
    file.write_text("A1" + "," * 900 + "\n" + "4\n" * 100_000, "utf-8")

    with pytest.raises(Refused, match="more than 8,000,000 cells"):
        TABLES.read(str(file))


@pytest.mark.parametrize("row", ["," * 200_000, '"\n",' * 200_000], ids=["in one line", "over many lines"])
def test_a_row_of_far_too_many_cells_is_refused_before_it_is_read(tmp_path: Path, row: str) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("A1,A2\n" + row, "utf-8")

    with pytest.raises(Refused, match="more than 1,000 columns"):
        TABLES.read(str(file))


def test_of_a_column_with_ever_new_words_only_the_first_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    rows = [f"{1 + at % 5},words of person {at}" for at in range(5_000)]
    file.write_text("A1,Anything else?\n" + "\n".join(rows), "utf-8")

    table = TABLES.read(str(file))

    assert len(table.columns[1].texts) == text_tables.MOST_KINDS + 1
    assert table.columns[1].text(4_000) == "\u2026"
    assert table.columns[0].text(4_000) == "5"
    assert len(look(file, STAFF).sheets) == 5_000


def changed(content: bytes, part: str, made: bytes, name: str = "") -> bytes:
    """A workbook with one part replaced, or kept under another name as well."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for each in before.namelist():
            after.writestr(each, made if each == part and not name else before.read(each))
        if name:
            after.writestr(name, made)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
OPENING = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ENDING = b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>', "110,000 rows"),
        (b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>', "1,000 columns"),
        (b'<row r="1"><c r="A1"><v>1</v></c><c r="ALL90000"><v>1</v></c></row>', "8,000,000 cells|too far apart"),
        (b'<row r="1"><c><v>1</v></c></row>', "not written the way"),
        (b"<row/>" * 120_000, "is empty"),
        (b"<row>" + b"<x a='<c r=\"A1\"'/>" + b"<c a='r=\"A1\"'><v>1</v></c></row>", "not written the way"),
        (b"\0" * 100, "not written the way"),
    ],
)
def test_cells_far_apart_are_seen_before_room_is_made_for_them(tmp_path: Path, cells: bytes, words: str) -> None:
    file = tmp_path / "far.xlsx"
    file.write_bytes(changed(workbook([["A1"], [4]]), SHEET, OPENING + cells + ENDING))

    with pytest.raises(Refused, match=words):
        TABLES.read(str(file))


def test_a_part_that_unpacks_a_thousandfold_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    file.write_bytes(changed(workbook([["A1"], [4]]), SHEET, OPENING + b" " * 30_000_000 + ENDING))

    with pytest.raises(Refused, match="far more than a table"):
        TABLES.read(str(file))


WORDS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" %s><si><t>A1</t></si></sst>'


@pytest.mark.parametrize(
    "announced",
    [
        b'count="1" uniqueCount="4294967295"',
        b"uniqueCount = '4294967295'",
        b'a=">" uniqueCount="4294967295"',
        b'uniqueCount="&#52;294967295"',
        b'count="4294967295"',
        b"a='" + b"x" * 1_048_500 + b"' uniqueCount=" + b" " * 200 + b"'4294967295'",
    ],
)
def test_billions_of_words_that_are_announced_and_not_there_end_nothing(tmp_path: Path, announced: bytes) -> None:
    """A reader that believes such a number ends the program, and no program can catch that."""
    file = tmp_path / "announced.xlsx"
    file.write_bytes(changed(workbook([["A1"], [4]]), "xl/sharedStrings.xml", WORDS % announced))

    with pytest.raises(Refused, match=r"not written the way|far more than a table"):
        TABLES.read(str(file))


def test_a_workbook_larger_than_any_table_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_UNPACKED", 1000)
    file = tmp_path / "large.xlsx"
    file.write_bytes(workbook([["A1"], [4]]))

    with pytest.raises(Refused, match="far more than a table"):
        TABLES.read(str(file))


def test_a_part_that_lies_about_its_length_is_damaged(tmp_path: Path) -> None:
    content = workbook([["A1"], [4]])
    with zipfile.ZipFile(BytesIO(content)) as packed:
        true = packed.getinfo(SHEET).file_size.to_bytes(4, "little")
    file = tmp_path / "lie.xlsx"
    file.write_bytes(content.replace(true, (9).to_bytes(4, "little")))

    with pytest.raises(Refused, match="damaged"):
        TABLES.read(str(file))


@pytest.mark.parametrize("part", [SHEET, "xl/styles.xml", "docProps/app.xml"])
@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_a_workbook_packed_in_another_way_is_refused_before_any_part_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, way: int
) -> None:
    """What unpacks such a part may ask for gigabytes first, and fail in ways of its own."""
    file = tmp_path / "packed.xlsx"
    file.write_bytes(packed_anew(workbook([["A1"], [4]]), {part: way}))
    opened: list[object] = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda _packed, part, *_mode: opened.append(part))

    with pytest.raises(Refused, match="damaged, or is no workbook"):
        TABLES.read(str(file))
    assert opened == []


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "deflated"])
def test_both_ways_to_pack_a_workbook_are_read(tmp_path: Path, way: int) -> None:
    file = tmp_path / "packed.xlsx"
    file.write_bytes(packed_anew(workbook([["A1"], [4]]), {SHEET: way}))

    assert TABLES.read(str(file)).rows == 2


def packed_anew(content: bytes, ways: Mapping[str, int]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        assert ways.keys() <= {*before.namelist()}
        for name in before.namelist():
            after.writestr(name, before.read(name), ways.get(name))
    return target.getvalue()


@pytest.mark.parametrize("breaks", ["unpacking", "the reader of cells"])
@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (MemoryError(), "needs more memory than there is"),
        (AttributeError("odd"), "damaged"),
        (LookupError("odd"), "damaged"),
    ],
    ids=["memory", "attribute", "lookup"],
)
def test_whatever_breaks_below_becomes_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, breaks: str, problem: Exception, words: str
) -> None:
    def fail(*_given: object) -> None:
        raise problem

    at = (zipfile.ZipExtFile, "read") if breaks == "unpacking" else (python_calamine, "CalamineWorkbook")
    monkeypatch.setattr(*at, fail if breaks == "unpacking" else SimpleNamespace(from_filelike=fail))
    file = tmp_path / "sound.xlsx"
    file.write_bytes(workbook([["A1"], [4]]))

    with pytest.raises(Refused, match=words):
        TABLES.read(str(file))


@pytest.mark.parametrize(("folder", "is_read"), [("xl/media", True), ("xl/worksheets", False)])
def test_hundreds_of_sheets_are_no_table_and_pictures_beside_them_do_not_matter(
    tmp_path: Path, folder: str, is_read: bool
) -> None:
    content = BytesIO(workbook([["A1"], [4]]))
    with zipfile.ZipFile(content, "a") as packed:
        for at in range(200):
            packed.writestr(f"{folder}/{at}.xml", b"x")
    file = tmp_path / "many.xlsx"
    file.write_bytes(content.getvalue())

    with nullcontext() if is_read else pytest.raises(Refused, match="far more than a table"):
        assert TABLES.read(str(file)).rows == 2


def test_two_parts_whose_names_differ_by_case_alone_are_damage(tmp_path: Path) -> None:
    file = tmp_path / "twice.xlsx"
    file.write_bytes(changed(workbook([["A1"], [4]]), SHEET, b"", "xl/worksheets/SHEET1.xml"))

    with pytest.raises(Refused, match="damaged"):
        TABLES.read(str(file))


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_tables, "FIRST_PIECE", 2_003)
    monkeypatch.setattr(text_tables, "PIECE", 2_000)
    file = tmp_path / "answers.csv"
    file.write_text("A1\n" + "4\n" * 5_000, "utf-8")
    told: list[tuple[int, int]] = []

    def stop_in_the_middle(done: int, of: int) -> None:
        told.append((done, of))
        if done >= 2_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        TABLES.read(str(file), stop_in_the_middle)

    assert told == [(1001, 5001), (2001, 5001)]


def test_the_same_file_is_known_again_and_another_is_not(tmp_path: Path) -> None:
    for name, text in (("a.csv", "A1\n4\n"), ("b.csv", "A1\n4\n"), ("c.csv", "A1\n5\n")):
        (tmp_path / name).write_text(text, "utf-8")

    first, second, third = (TABLES.read(str(tmp_path / name)).digest for name in ("a.csv", "b.csv", "c.csv"))

    assert first == second != third
    assert BOTH.compares
