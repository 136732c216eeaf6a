"""FORM STEPS OUT: fills a form with PDFium by mouse and keyboard, as the viewers built on it do."""

import json
import sys
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as c

form, steps, out = sys.argv[1:4]
document = pypdfium2.PdfDocument(form)
document.init_forms()
environment = document.formenv
pages = [document[at] for at in range(len(document))]


def wide(text: str) -> Any:
    return cast(create_string_buffer(text.encode("utf-16-le") + b"\0\0"), POINTER(c_ushort))


def name_of(annotation: Any) -> str:
    length = c.FPDFAnnot_GetFormFieldName(environment, annotation, None, 0)
    buffer = create_string_buffer(length)
    c.FPDFAnnot_GetFormFieldName(environment, annotation, cast(buffer, POINTER(c_ushort)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def state_of(annotation: Any) -> str:
    length = c.FPDFAnnot_GetFormFieldExportValue(environment, annotation, None, 0)
    buffer = create_string_buffer(length)
    c.FPDFAnnot_GetFormFieldExportValue(environment, annotation, cast(buffer, POINTER(c_ushort)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def click(page: Any, annotation: Any) -> None:
    box = c.FS_RECTF()
    c.FPDFAnnot_GetRect(annotation, box)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    c.FORM_OnMouseMove(environment, page, 0, x, y)
    c.FORM_OnLButtonDown(environment, page, 0, x, y)
    c.FORM_OnLButtonUp(environment, page, 0, x, y)


places: dict[tuple[str, str], tuple[Any, Any]] = {}
for page in pages:
    for at in range(c.FPDFPage_GetAnnotCount(page)):
        annotation = c.FPDFPage_GetAnnot(page, at)
        kind = c.FPDFAnnot_GetFormFieldType(environment, annotation)
        is_button = kind == c.FPDF_FORMFIELD_RADIOBUTTON
        places[name_of(annotation), state_of(annotation) if is_button else ""] = (page, annotation)
for deed, name, value, *_place in json.loads(Path(steps).read_text("utf-8")):
    page, annotation = places[name, value if deed == "choose" else ""]
    click(page, annotation)
    if deed == "type":
        c.FORM_SelectAllText(environment, page)
        c.FORM_ReplaceSelection(environment, page, wide(value.replace("\n", "\r")))
    c.FORM_ForceToKillFocus(environment)
document.save(out)
