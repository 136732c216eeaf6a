"""Small fonts made for one test: each sign is a bar, and Arabic letters have the shapes in which they join."""

from collections.abc import Iterable
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

ALEF, LAM = 0x627, 0x644
SHAPES = ("init", "medi", "fina")


def make_font(path: Path, signs: str, *, allowed: int = 0) -> None:
    """``allowed`` is what it says of being embedded (OS/2, fsType)."""
    codes = sorted({ord(each) for each in signs})
    letters = [code for code in codes if 0x620 <= code <= 0x6FF and chr(code).isalpha()]
    joined = [f"{_name(code)}.{shape}" for code in letters for shape in SHAPES]
    names = [".notdef", *map(_name, codes), *joined, "lam_alef"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({code: _name(code) for code in codes})
    builder.setupGlyf({name: _bar(number) for number, name in enumerate(names)})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    builder.setupOS2(fsType=allowed)
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, "\n".join(_joining(letters)))
    builder.save(path)


def _joining(letters: Iterable[int]) -> Iterable[str]:
    yield "languagesystem DFLT dflt; languagesystem arab dflt;"
    if not letters:
        return
    for shape in SHAPES:
        rules = " ".join(f"sub {_name(each)} by {_name(each)}.{shape};" for each in letters)
        yield f"feature {shape} {{ {rules} }} {shape};"
    if {ALEF, LAM} <= set(letters):
        yield f"feature rlig {{ sub {_name(LAM)}.medi {_name(ALEF)}.fina by lam_alef; }} rlig;"


def _name(code: int) -> str:
    return f"u{code:04X}"


def _bar(number: int) -> object:
    """Each of another height."""
    pen = TTGlyphPen(None)
    top = 100 + number
    pen.moveTo((50, 0))
    for place in ((50, top), (450, top), (450, 0)):
        pen.lineTo(place)
    pen.closePath()
    return pen.glyph()
