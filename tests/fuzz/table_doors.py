"""Tables of answers in OpenDocument and JSON: spoilt sound ones, and others written from what the formats allow."""

import json
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from tests.exchange.opendocument import KIND, cell, opendocument, row, sheet
from tests.fuzz.door import Door
from tests.fuzz.harm import any_of, bytes_harmed, noise, pieces_put
from tests.fuzz.text_doors import table

PEOPLE = (("perspective", "A1", "A2", "B1"), ("leader", 5, "Often", 1), ("staff", 2, "dk", 4))
TAGS = (
    b"<table:table-row>", b"</table:table-row>", b"<table:table>", b"</table:table>", b"<text:p>", b"</text:p>",
    b"<table:covered-table-cell/>", b' table:number-columns-repeated="16384"', b' table:visibility="collapse"',
    b' table:number-rows-repeated="1048576"', b' office:value="1e999"', b"<text:s text:c='99999999'/>", b"&a;",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?x?>", b' table:formula="of:=1"',
)  # fmt: skip
SIGNS = (
    b"{", b"}", b"[", b"]", b",", b":", b'"', b"null", b"NaN", b"-Infinity", b"1e999", b'"\\ud800"', b"\\u0000",
    b'"A1"', b'"A1":5,', b"[" * 5_000, b'{"a":' * 5_000, b"\n", b"//", b"'",
)  # fmt: skip


def _sound_workbook() -> bytes:
    return opendocument(sheet(*(row(*cells) for cells in PEOPLE)))


def _packed(body: bytes, chance: Random) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", KIND)
        for _each in range(chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 0))):
            packed.writestr("content.xml", body)
    return content.getvalue()


_spoil_tags = any_of(pieces_put(TAGS), pieces_put(TAGS), bytes_harmed)


def _spoilt_workbook(chance: Random) -> bytes:
    if chance.random() < 0.2:
        return bytes_harmed(_sound_workbook(), chance)
    with ZipFile(BytesIO(_sound_workbook())) as packed:
        return _packed(_spoil_tags(packed.read("content.xml"), chance), chance)


VALUES = ("perspective", "A1", "B2", "leader", "staff", "Often", "n/a", "", "#N/A", "Err:5", "=1", 5, 1, 4.0, -1, 1e300)
KINDS = ("float", "string", "date", "time", "boolean", "percentage", "x", "")
REPEATED = ("1", "0", "2", "16384", "1048576", "-1", "9" * 30, "x", "")


def _any_cell(chance: Random) -> str:
    said = {}
    if chance.random() < 0.1:
        said["table_number_columns_repeated"] = chance.choice(REPEATED)
    if chance.random() < 0.1:
        said["office_value_type"] = chance.choice(KINDS)
        said["office_date_value"] = chance.choice(("2026-11-30", "2026-11-30T00:00:00", "x", ""))
    if chance.random() < 0.05:
        said |= {"table_formula": chance.choice(("of:=1/0", "", "=", "x")), "calcext_value_type": "error"}
    made = cell(chance.choice(VALUES), **said)
    return made.replace("<text:p>", "<text:p>a</text:p><text:p>") if chance.random() < 0.03 else made


def _any_row(chance: Random) -> str:
    said = [f'table:number-rows-repeated="{chance.choice(REPEATED)}"'] if chance.random() < 0.1 else []
    said += [f'table:visibility="{chance.choice(("filter", "collapse", "visible", "x"))}"'] * (chance.random() < 0.1)
    made = row(*(_any_cell(chance) for _each in range(chance.choice((1, 4, 4, 6)))), said=" ".join(said))
    return f"<table:table-row-group>{made}</table:table-row-group>" if chance.random() < 0.1 else made


def _any_workbook(chance: Random) -> bytes:
    sheets = [
        sheet(*(_any_row(chance) for _each in range(chance.choice((0, 1, 3, 6)))), name=chance.choice("AAB"))
        for _sheet in range(chance.choice((0, 1, 1, 1, 2, 3)))
    ]
    heads = sheet(row(*PEOPLE[0]), *(_any_row(chance) for _each in range(3))) if chance.random() < 0.7 else ""
    return opendocument(heads, *sheets, between=chance.choice(("", "\n  ")))


def _sound_entries() -> bytes:
    return json.dumps([dict(zip(PEOPLE[0], each, strict=True)) for each in PEOPLE[1:]]).encode()


def _spoilt_entries(chance: Random) -> bytes:
    return any_of(pieces_put(SIGNS), pieces_put(SIGNS), bytes_harmed, noise)(_sound_entries(), chance)


def _any_value(chance: Random, deep: int = 0) -> object:
    kinds = ("text", "text", "text", "number", "none", "list", "object", "truth")
    match chance.choice(kinds[: 4 if deep > 3 else None]):
        case "list":
            return [_any_value(chance, deep + 1) for _each in range(chance.choice((0, 1, 3)))]
        case "object":
            return {chance.choice(("A1", "0", "1", "x", "data")): _any_value(chance, deep + 1) for _each in range(2)}
        case "number":
            return chance.choice((5, 1, 4.0, 2.5, -1, 10**40, float("nan")))
        case "none":
            return None
        case "truth":
            return chance.random() < 0.5
    return chance.choice(("leader", "staff", "Often", "dk", "5", "", " 4 ", "\ud800", "\0", "=1"))


def _any_entries(chance: Random) -> bytes:
    people = [
        {key: _any_value(chance) for key in ("perspective", "A1", "A2", "B1") if chance.random() < 0.9}
        for _each in range(chance.choice((0, 1, 2, 5)))
    ]
    match chance.randrange(6):
        case 0:
            said: object = {"responses": people, "count": len(people)}
        case 1:
            said = {key: [each.get(key) for each in people] for key in ("perspective", "A1", "A2")}
        case 2:
            said = {str(at): each for at, each in enumerate(people)}
        case 3:
            said = _any_value(chance)
        case _:
            said = people
    return json.dumps(said, ensure_ascii=chance.random() < 0.9).encode("utf-8", "replace")


DOORS = {
    "opendocument": Door(_spoilt_workbook, _sound_workbook, table),
    "opendocument by its grammar": Door(_any_workbook, _sound_workbook, table),
    "answers in JSON": Door(_spoilt_entries, _sound_entries, table, "hostile.json"),
    "answers in JSON by their grammar": Door(_any_entries, _sound_entries, table, "hostile"),
}
