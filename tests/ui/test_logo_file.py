"""A logo is taken as a picture or not at all, and nothing of its file stays but the pixels."""

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from trustcheck.app.ports import Refused
from trustcheck.report.pdf.logo import decoded
from trustcheck.ui.organisations.logo_file import LARGEST_FILE, picture_of, read_logo

pytestmark = pytest.mark.usefixtures("qapp")


def picture(width: int = 600, height: int = 200) -> QImage:
    made = QImage(width, height, QImage.Format.Format_ARGB32)
    made.fill(QColor("#0b5f63"))
    return made


def saved(made: QImage, path: Path) -> str:
    assert made.save(str(path))
    return str(path)


def refused(path: Path | str) -> str:
    with pytest.raises(Refused) as said:
        read_logo(str(path))
    assert "The logo is as it was." in str(said.value)
    return said.value.sentence


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_png_and_a_jpeg_are_kept_as_png(qapp: QApplication, tmp_path: Path, name: str) -> None:
    kept = read_logo(saved(picture(), tmp_path / name))

    assert kept.startswith(b"\x89PNG")
    assert picture_of(kept).size() == picture().size()


def test_the_name_of_a_file_says_nothing_its_content_does(tmp_path: Path) -> None:
    path = tmp_path / "logo.txt"
    path.write_bytes(Path(saved(picture(), tmp_path / "logo.png")).read_bytes())

    assert picture_of(read_logo(str(path))).width() == 600


def test_nothing_of_the_file_stays_but_the_pixels(tmp_path: Path) -> None:
    made = picture()
    made.setText("Author", "Mallory of Accounts")
    path = tmp_path / "logo.png"
    saved(made, path)
    path.write_bytes(path.read_bytes() + b"<script>behind the picture</script>")
    assert b"Mallory" in path.read_bytes()

    kept = read_logo(str(path))

    assert b"Mallory" not in kept
    assert b"script" not in kept
    assert set(_chunks(kept)) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}
    assert picture_of(kept).pixelColor(5, 5) == QColor("#0b5f63")


def test_a_see_through_logo_stays_see_through(tmp_path: Path) -> None:
    made = QImage(400, 100, QImage.Format.Format_ARGB32)
    made.fill(0)

    assert picture_of(read_logo(saved(made, tmp_path / "logo.png"))).pixelColor(1, 1).alpha() == 0


def test_a_very_large_picture_is_kept_at_a_sensible_size(tmp_path: Path) -> None:
    kept = picture_of(read_logo(saved(picture(3600, 1200), tmp_path / "logo.png")))

    assert (kept.width(), kept.height()) == (1200, 400)


def test_a_tiny_picture_would_look_like_a_stamp(tmp_path: Path) -> None:
    said = refused(saved(picture(40, 40), tmp_path / "logo.png"))

    assert said == "That picture is 40 pixels wide and would look like a stamp. 600 or more looks good."
    assert read_logo(saved(picture(200, 40), tmp_path / "wide enough.png"))


@pytest.mark.parametrize("size", [(4000, 3), (200, 1), (1200, 11)])
def test_a_thin_line_is_refused_before_a_report_would_be(tmp_path: Path, size: tuple[int, int]) -> None:
    said = refused(saved(picture(*size), tmp_path / "logo.png"))

    assert said == "That picture is a thin line and would not be seen."


def test_the_thinnest_picture_that_is_taken_can_be_printed(tmp_path: Path) -> None:
    assert decoded(read_logo(saved(picture(4000, 40), tmp_path / "logo.png"))).width == 900


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    for name, content in {
        "page.png": b"<html>",
        "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"/>',
        "nothing.png": b"",
        "moving.gif": b"GIF89a" + bytes(200),
    }.items():
        (tmp_path / name).write_bytes(content)
        assert refused(tmp_path / name) == "That file is not a PNG or JPEG picture."


def test_a_file_that_is_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.png").write_bytes(b"\x89PNG" + bytes(LARGEST_FILE))

    assert "larger than two megabytes" in refused(tmp_path / "large.png")
    assert refused(tmp_path / "gone.png") == "That file could not be read."


def test_what_is_no_file_is_neither_waited_for_nor_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")

    for odd in (str(tmp_path / "pipe.png"), "/dev/zero"):
        assert refused(odd) == "That is no file with a picture in it."
    for name in ("a\0b.png", "\ud800.png"):
        assert refused(name) == "That file could not be read."


def test_a_small_file_that_unfolds_into_a_huge_picture_is_refused_before_it_does(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(_png(60_000, 60_000, b""))

    assert "more than 4,000 pixels a side" in refused(tmp_path / "bomb.png")


def test_a_damaged_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "damaged.png").write_bytes(_png(600, 200, b"not deflated"))

    assert refused(tmp_path / "damaged.png") == "That picture is damaged."


def _png(width: int, height: int, pixels: bytes) -> bytes:
    """A PNG of true colour that claims a size, whatever its pixels are."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _chunks(png: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return found
