"""A form that came back, with nothing in it but its fields: a damaged file is read as slowly as it is long."""

import time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from tests.builders import questionnaire
from tests.forms import filled, order, some_answers
from tests.fuzz.door import Door
from tests.fuzz.harm import any_of, bytes_harmed, noise, pieces_put
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.exchange.forms.returned import read_returned

PDF = (
    b"/Kids", b"/Fields", b"/V", b"/T", b"/Parent", b"/Root", b" obj", b"endobj", b" R", b"<<", b">>", b"[", b"]", b"(",
    b")", b"/JS", b"/AA", b"trailer", b"startxref", b"xref", b"stream\n", b"endstream", b"/Prev 0", b"/Length 9999999",
    b"/Filter[/FlateDecode/FlateDecode]", b"1 0 R", b"7 0 R", b"<FEFF>",
)  # fmt: skip
KEPT = ("/FT", "/Ff", "/T", "/V", "/AS")
"""What is read of a field."""


@cache
def sound_form() -> bytes:
    whole = PdfReader(BytesIO(filled(_order(), {**some_answers(_order()), "note1": "Once we did."})))
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    fields = ArrayObject(_bare(each.get_object(), writer) for each in whole.root_object["/AcroForm"]["/Fields"])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _bare(field: Any, writer: PdfWriter) -> Any:
    bare = DictionaryObject({NameObject(key): field[key] for key in KEPT if key in field})
    if "/Kids" in field:
        bare[NameObject("/Kids")] = ArrayObject(_bare(each.get_object(), writer) for each in field["/Kids"])
    return writer._add_object(bare)


@cache
def _order() -> FormOrder:
    return order(asks=questionnaire({"people": {"A": 3}}))


def let_form_in(path: Path) -> bool:
    (file,) = read_returned(_order(), [str(path)], (), clock=time.thread_time).files
    assert file.sheet is not None or file.why is not None
    if file.sheet is not None:
        assert all(-2 <= answer.code <= 5 for each in file.odd for answer in each.says)
        assert all(-2 <= answer.code <= 5 for _item, answer in file.sheet.response)
        assert all(len(note) <= 4000 for note in file.sheet.notes.values())
    return file.is_taken(apart=False)


DOORS = {
    "returned form": Door(
        lambda chance: any_of(pieces_put(PDF), pieces_put(PDF), bytes_harmed, noise)(sound_form(), chance),
        sound_form,
        let_form_in,
    )
}
