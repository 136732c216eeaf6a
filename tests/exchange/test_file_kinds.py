"""What is no table is named as what it is, with what to do: nobody is told that a sound file is damaged."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.exchange.tables import TABLES
from trustcheck.app.ports import Refused


def archive(*names: str, kind: str = "") -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as packed:
        if kind:
            packed.writestr("mimetype", kind)
        for name in names:
            packed.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "told", "todo"),
    [
        (archive("CSV/Trust survey.csv", "__MACOSX/a.csv"), "is a ZIP archive. In it: CSV/Trust survey.csv.", "Unpack"),
        (archive(*(f"{at}.xlsx" for at in range(7))), "0.xlsx, 1.xlsx, 2.xlsx, 3.xlsx, 4.xlsx and 2 more.", "Unpack"),
        (archive("a\x1b[2Jb.csv"), "In it: a\ufffd[2Jb.csv.", "Unpack it"),
        (archive("photo.jpg"), "is a ZIP archive, and no table lies in it.", "Choose the file"),
        (archive(), "is a ZIP archive, and no table lies in it.", "Choose the file"),
        (archive("word/document.xml", "[Content_Types].xml"), "a document that is no spreadsheet.", "as XLSX"),
        (archive(kind="application/vnd.oasis.opendocument.text"), "a document that is no spreadsheet.", "as XLSX"),
        (archive("xl/workbook.bin", "[Content_Types].xml"), "is a workbook of the binary kind (XLSB).", "as XLSX"),
        (archive("Index/Document.iwa"), "is a file of Numbers.", "as XLSX"),
        (b"%PDF-1.7\n", "is a PDF.", "as XLSX"),
        (b"$FL2@(#) SPSS DATA FILE", "is a file of SPSS.", "as XLSX"),
        (b"\r\n<html xmlns:x='x'><table>", "is a web page, whatever its name says.", "as XLSX"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook>', "is an XML file.", "as XLSX"),
    ],
)
def test_it_is_named_as_what_it_is(tmp_path: Path, content: bytes, told: str, todo: str) -> None:
    file = tmp_path / "export"
    file.write_bytes(content)

    with pytest.raises(Refused) as refused:
        TABLES.read(str(file))

    assert told in str(refused.value)
    assert todo in str(refused.value)


def test_an_archive_of_a_hundred_thousand_names_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "many.zip"
    file.write_bytes(b"PK\x03\x04" + b"PK\x01\x02" * 100_000)

    with pytest.raises(Refused, match="far more than a table"):
        TABLES.read(str(file))
