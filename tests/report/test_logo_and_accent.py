"""A client's picture and colour: taken when they are good, refused with a sentence when they are not."""

import zlib
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from tests.report.group_portraits import northgate
from tests.report.portraits import A4
from tests.report.reading import tree_of
from trustcheck.app.ports import Edition, Refused
from trustcheck.report.maker import make_report
from trustcheck.report.pdf import logo as logos
from trustcheck.report.pdf.logo import decoded
from trustcheck.report.sections.group.outline import dress


def picture(size: tuple[int, int] = (300, 90), kind: str = "PNG", mode: str = "RGB", colour: Any = 90) -> bytes:
    file = BytesIO()
    Image.new(mode, size, colour).save(file, kind)
    return file.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    checked = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + checked


def bomb() -> bytes:
    """A small file that says it is forty thousand pixels wide and high."""
    head = (40_000).to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_picture_of_either_kind_is_taken(kind: str, mode: str) -> None:
    pixels = decoded(picture(kind=kind, mode=mode))

    assert (pixels.width, pixels.height) == (300, 90)
    assert len(zlib.decompress(pixels.data)) == 300 * 90 * 3


def test_what_a_picture_says_wrongly_beside_its_pixels_is_passed_over() -> None:
    """The reader would tell the terminal of it."""
    sound = picture()
    moving = chunk(b"acTL", bytes(8))
    pixels = decoded(sound[:33] + moving + sound[33:])

    assert (pixels.width, pixels.height) == (300, 90)


def test_what_is_see_through_becomes_white() -> None:
    pixels = decoded(picture((4, 4), mode="RGBA", colour=(200, 0, 0, 0)))

    assert zlib.decompress(pixels.data) == b"\xff" * 48


def test_a_large_picture_is_made_small_enough_and_keeps_its_shape() -> None:
    pixels = decoded(picture((3000, 1000)))

    assert (pixels.width, pixels.height) == (900, 300)
    assert pixels.fitted(*logos.BOX) == (150.0, 50.0)


@pytest.mark.parametrize(
    ("hostile", "said"),
    [
        (b"<svg onload='x'/>", "neither a PNG nor a JPEG"),
        (b"%PDF-1.7", "neither a PNG nor a JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "cannot be read"),
        (b"\xff\xd8\xff" + b"\xe0" * 5000, "cannot be read"),
        (picture()[:60], "cannot be read"),
        (picture(kind="JPEG")[:200], "cannot be read"),
        (bomb(), "sixteen million"),
        (picture((2000, 2)), "thin line"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * logos.MOST_BYTES, "five megabytes"),
    ],
    ids=["svg", "pdf", "empty png", "empty jpeg", "cut png", "cut jpeg", "bomb", "line", "too large"],
)
def test_a_hostile_picture_is_refused_with_a_sentence(hostile: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        decoded(hostile)

    assert said in refused.value.sentence
    assert refused.value.safe
    assert refused.value.todo


def test_what_a_picture_says_of_its_maker_stays_behind() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Secret Person")
    file = BytesIO()
    Image.new("RGB", (60, 20), 90).save(file, "PNG", pnginfo=info)

    pdf = make_report(northgate(), replace(A4, logo=file.getvalue())).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = b"".join(each.read_raw_bytes() for each in opened.objects if isinstance(each, pikepdf.Stream))
    assert b"Secret" not in pdf + streams


@pytest.mark.parametrize("edition", [Edition.LEADERS, Edition.STAFF, Edition.FACILITATOR])
def test_the_logo_stands_on_the_first_page_with_words_for_those_who_cannot_see_it(edition: Edition) -> None:
    options = replace(A4, edition=edition, logo=picture((600, 100)))
    pdf = make_report(northgate(), options).pdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        images = [list(page.Resources.get("/XObject", {}).values()) for page in opened.pages]
        assert [len(each) for each in images] == [1] + [0] * (len(images) - 1)
        assert (int(images[0][0].Width), int(images[0][0].Height)) == (600, 100)
    assert "The logo of Northgate Housing" in [figure.alt for figure in tree_of(pdf).all("Figure")]


def test_a_report_is_not_made_with_a_bad_picture() -> None:
    with pytest.raises(Refused):
        make_report(northgate(), replace(A4, logo=b"GIF89a"))


def inks(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return "\n".join(page.Contents.read_bytes().decode("latin-1") for page in opened.pages)


def test_a_readable_colour_is_that_of_words_and_lines_a_pale_one_of_lines_only() -> None:
    strong, pale = "0.4784 0.1216 0.3608", "1 0.8353 0"
    with_strong = inks(make_report(northgate(), replace(A4, accent="#7A1F5C")).pdf)
    with_pale = inks(make_report(northgate(), replace(A4, accent="#FFD500")).pdf)

    assert f"BT {strong} rg" in with_strong
    assert f"BT {pale} rg" not in with_pale
    assert f"{pale} rg" in with_pale


def test_what_is_no_colour_is_not_worn() -> None:
    assert dress(replace(A4, accent="red; drop")).accent == ""
