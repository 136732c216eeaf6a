"""Workbooks written from what the format allows: nothing of a sound one is kept but the names of its parts."""

from collections.abc import Sequence
from functools import cache
from random import Random

from tests.fuzz.door import Door
from tests.fuzz.packing_by_hand import DEFLATED, STORED, archive, part
from tests.fuzz.text_doors import table

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADS = ("A1", "A2", "B1", "B2", "perspective", "Name", "", "Leaders here do A2.")
BODIES = ("leader", "staff", "Often", "dk", "n/a", "4", "5", "", "Seldom", "1")
ODD = (
    "-1", "1e3", "1e400", "NaN", " 3 ", "=1+1", "&amp;", "&#x0;", "&#55296;", "x" * 40_000, "2026-11-22T00:00:00",
    "TRUE", "#DIV/0!", "\u202e", "_x000D_", "9" * 400, "&a;", "]]>", "<b/>",
)  # fmt: skip
PLACES = ("A0", "a1", "$A$1", "ZZZ9", "XFD1048576", "A1:B2", "1A", "", "A99999999999", "R1C1", "Ä1", "A-1", "B1\t")
KINDS = ("s", "str", "inlineStr", "b", "e", "n", "d", "", "x", "S")
INDEXES = ("0", "1", "7", "-1", "4294967296", "1.5", "", "x", "99999999999999999999")
BEFORE = (
    "", "", "", "", "\ufeff", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', '<?xml version="1.1"?>',
    '<?xml version="1.0" encoding="UTF-16"?>', "<!-- -- -->", "<!DOCTYPE a>", "<?x?>", '<!DOCTYPE a [<!ENTITY e "1">]>',
)  # fmt: skip
TARGETS = (
    "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml", "worksheets/gone.xml", "",
    "workbook.xml", "file:///dev/zero", "worksheets\\sheet1.xml", "WORKSHEETS/SHEET1.XML", "#A1", "%2e%2e/x",
)  # fmt: skip
BESIDE_CELLS = (
    '<dimension ref="A1:E3"/>', '<dimension ref="E3:A1"/>', '<dimension ref=""/>', "<sheetData/>",
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', '<hyperlinks><hyperlink ref="A1"/></hyperlinks>',
)  # fmt: skip
CODES = ("General", "0", "yyyy-mm-dd", "[h]:mm", "[$-F800]", "&quot;", "\\", "[" * 300, ";;;", "@", "[Red]0;[>=1e999]x")
TYPES = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'


def _often(chance: Random, usual: str, others: Sequence[str], share: float = 0.01) -> str:
    return chance.choice(others) if chance.random() < share else usual


def _element(chance: Random, name: str, inside: str, /, **given: str) -> str:
    """Attributes in any order and either quote, now and then one twice, with a prefix, or the element never closed."""
    said = [f"{key.rstrip('_')}={quote}{value}{quote}" for key, value in given.items() for quote in _quotes(chance)]
    chance.shuffle(said)
    if chance.random() < 0.002:
        said += said[:1]
    name = f"x:{name}" if chance.random() < 0.001 else name
    opened = " ".join([name, *said])
    if not inside and chance.random() < 0.8:
        return f"<{opened}/>"
    return f"<{opened}>{inside}" + ("" if chance.random() < 0.001 else f"</{name}>")


def _quotes(chance: Random) -> str:
    return '"' if chance.random() < 0.9 else "'"


def _cell(chance: Random, column: int, row: int) -> str:
    kind = chance.choice(KINDS) if chance.random() < 0.04 else chance.choice(("s", "str", "inlineStr", "n"))
    value = _often(chance, chance.choice(HEADS if row == 1 else BODIES), ODD, 0.03)
    inside = f"<v>{_often(chance, str(chance.randrange(6)), INDEXES) if kind in ('s', 'n') else value}</v>"
    if kind == "inlineStr":
        inside = f"<is><t xml:space='preserve'>{value}</t></is>"
    if chance.random() < 0.05:
        inside = (
            chance.choice(('<f t="shared" si="0" ref="A1:Z99">1</f>', "<f>A1</f>", '<f t="array">', "<f/>")) + inside
        )
    given = {
        "r": _often(chance, f"{chr(64 + column)}{row}", PLACES, 0.005),
        "t": kind,
        "s": _often(chance, "0", INDEXES),
    }
    kept = {key: each for key, each in given.items() if each and (key == "r" or chance.random() < 0.97)}
    return _element(chance, "c", inside, **(kept if chance.random() < 0.998 else {}))


def _sheet(chance: Random) -> str:
    width, rows = chance.choice((1, 3, 5)), []
    for row in range(1, chance.choice((1, 2, 3, 6)) + 1):
        cells = [_cell(chance, column, row) for column in range(1, width + 1)]
        if chance.random() < 0.05:
            chance.shuffle(cells)
        hidden = _often(chance, "0", ("1", "true", ""), 0.1)
        rows.append(_element(chance, "row", "".join(cells), r=_often(chance, str(row), INDEXES, 0.03), hidden=hidden))
    if chance.random() < 0.05:
        chance.shuffle(rows)
    inside = [f"<sheetData>{''.join(rows)}</sheetData>"]
    for each in chance.sample(BESIDE_CELLS, chance.choice((0, 0, 1, 2))):
        inside.insert(chance.randrange(len(inside) + 1), each)
    return _element(chance, "worksheet", "".join(inside), xmlns=MAIN)


def _words(chance: Random) -> str:
    rich = ("<r><t>A1</t></r><r><t>x</t></r>", "<rPh><t>A1</t></rPh>", "<t/>", "", "<t><t>A1</t></t>")
    each = [
        f"<si>{_often(chance, f'<t>{chance.choice((*HEADS, *BODIES, *BODIES, *ODD))}</t>', rich)}</si>"
        for _at in range(6)
    ]
    number = _often(chance, str(len(each)), INDEXES)
    return _element(chance, "sst", "".join(each), xmlns=MAIN, count=number, uniqueCount=number)


def _styles(chance: Random) -> str:
    format_ = f'<numFmts count="1"><numFmt numFmtId="164" formatCode="{chance.choice(CODES)}"/></numFmts>'
    return _element(
        chance,
        "styleSheet",
        f'{format_}<cellXfs><xf numFmtId="{_often(chance, "164", INDEXES)}"/></cellXfs>',
        xmlns=MAIN,
    )


def _book(chance: Random, sheets: int) -> str:
    names = [_often(chance, f"S{at}", ("", "S1", "x" * 300)) for at in range(1, sheets + 1)]
    each = [
        _element(chance, "sheet", "", name=name, sheetId=str(at), **{"r:id": f"rId{at}"})
        for at, name in enumerate(names, start=1)
    ]
    properties = _often(chance, "", ('<workbookPr date1904="1"/>', '<workbookPr date1904="x"/>', "<definedNames/>"))
    inside = f"{properties}<sheets>{''.join(each)}</sheets>"
    return _element(chance, "workbook", inside, xmlns=MAIN, **{"xmlns:r": LINKS})


def _relations(chance: Random, of: Sequence[tuple[str, str]]) -> str:
    targets = [_often(chance, target, TARGETS) for _kind, target in of]
    each = [
        _element(chance, "Relationship", "", Id=f"rId{at}", Type=f"{LINKS}/{kind}", Target=target)
        for at, ((kind, _target), target) in enumerate(zip(of, targets, strict=True), start=1)
    ]
    return _element(chance, "Relationships", "".join(each), xmlns=f"{PACKAGE}/relationships")


def _parts(chance: Random) -> dict[str, str]:
    sheets = [f"worksheets/sheet{at}.xml" for at in range(1, chance.choice((1, 1, 1, 2, 5)) + 1)]
    inner = [
        *(("worksheet", each) for each in sheets),
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
    ]
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations(chance, [("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(chance, len(sheets)),
        "xl/_rels/workbook.xml.rels": _relations(chance, inner),
        **{f"xl/{each}": _sheet(chance) for each in sheets},
        "xl/sharedStrings.xml": _words(chance),
        "xl/styles.xml": _styles(chance),
    }


def _case(chance: Random) -> bytes:
    parts = list(_parts(chance).items())
    if chance.random() < 0.1:
        chance.shuffle(parts)
    if chance.random() < 0.05:
        del parts[chance.randrange(len(parts))]
    if chance.random() < 0.02:
        parts.append(chance.choice(parts))
    before = _often(chance, "", BEFORE, 0.15)
    coded, way = _often(chance, "utf-8", ("utf-16", "latin-1"), 0.03), chance.choice((DEFLATED, STORED))
    packed = [part(name, (before + text).encode(coded, "replace"), way) for name, text in parts]
    return archive(packed, chance if chance.random() < 0.25 else None)


@cache
def _sound() -> bytes:
    """As the grammar writes it where chance has no odd wish: the first one that the door lets in is as good as any."""
    sheet = '<row r="1"><c r="A1" t="str"><v>perspective</v></c><c r="B1" t="str"><v>A1</v></c></row>'
    sheet += '<row r="2"><c r="A2" t="str"><v>staff</v></c><c r="B2"><v>4</v></c></row>'
    parts = _parts(Random(1)) | {
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
    }
    return archive([part(name, text.encode()) for name, text in parts.items()])


DOORS = {"workbook by its grammar": Door(_case, _sound, table)}
