#!/usr/bin/env bash
# Package   pypdfium2 5.15.2 (PyPI) with the PDFium it brings: the engine of Chromium's viewer. Form by pikepdf 10.18.0.
# Expected  A group of radio buttons without the flag NoToggleToOff (ISO 32000-1, table 226): "if clear, clicking the
#           selected button deselects it, leaving no button selected".
# Happens   The button stays chosen however often it is clicked. pdf.js, and so Firefox, does the same.
# Matters   "You may leave out what you like" holds until the first click: nobody who slipped can leave the question
#           blank again, and a questionnaire gets an answer that nobody wanted to give.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0 2>/dev/null
cat >"$folder/seen.py" <<'PY'
import sys

import pikepdf
import pypdfium2
import pypdfium2.raw as c
from pikepdf import Array, Dictionary, Name, Stream, String


def form(path, *, chosen="Off"):
    """One question with three radio buttons, each drawn in the file."""
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(300, 300))
    page.Contents = Stream(file, b"q Q\n")

    def picture(code, width, height):
        return Stream(file, code, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, width, height]))

    group = file.make_indirect(Dictionary(FT=Name.Btn, Ff=1 << 15, T=String("Q1"), V=Name(f"/{chosen}")))
    place = {"Type": Name.Annot, "Subtype": Name.Widget, "F": 4, "P": page.obj}
    group.Kids = Array([
        file.make_indirect(Dictionary(
            **place, Rect=Array([x, 250, x + 20, 270]), Parent=group,
            AS=Name(f"/{state}") if state == chosen else Name.Off,
            AP=Dictionary(N=Dictionary({f"/{state}": picture(b"0 0 20 20 re f", 20, 20),
                                        "/Off": picture(b"0 0 20 20 re S", 20, 20)}))))
        for state, x in (("1", 20), ("2", 60), ("3", 100))])
    page.Annots = group.Kids
    file.Root.AcroForm = Dictionary(Fields=Array([group]))
    file.save(path)


folder = sys.argv[1]
form(f"{folder}/form.pdf")
document = pypdfium2.PdfDocument(f"{folder}/form.pdf")
document.init_forms()
page, seen = document[0], []
for time in range(3):
    for event in (c.FORM_OnMouseMove, c.FORM_OnLButtonDown, c.FORM_OnLButtonUp):
        event(document.formenv, page, 0, 30, 260)
    c.FORM_ForceToKillFocus(document.formenv)
    document.save(f"{folder}/{time}.pdf")
    with pikepdf.open(f"{folder}/{time}.pdf") as file:
        group = file.Root.AcroForm.Fields[0]
        assert not int(group.Ff) & 1 << 14
        seen.append(str(group.V))
print("clicked once, twice, three times:", seen)
assert seen == ["/1", "/1", "/1"]
PY
"$folder/venv/bin/python" "$folder/seen.py" "$folder" || exit 1
