#!/usr/bin/env bash
# Package   pypdfium2 5.15.2 (PyPI) with the PDFium it brings. Form by pikepdf 10.18.0.
# Expected  init_forms() before a page is rendered, and its answers are on the picture; may_draw_forms=True is the
#           default and says as much.
# Happens   Where the page object was fetched first and init_forms() came after it, the picture has no answer at all:
#           no cross, no note, no error, no warning. The same calls in the other order show everything.
# Matters   A form that came back filled looks as if its writer had sent it empty, to whoever previews it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0 2>/dev/null
cat >"$folder/seen.py" <<'PY'
import sys

import pikepdf
import pypdfium2
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


def dark(path, first):
    document = pypdfium2.PdfDocument(path)
    if first == "form":
        document.init_forms()
    page = document[0]
    if first == "page":
        document.init_forms()
    return sum(each < 128 for each in bytes(page.render(grayscale=True, may_draw_forms=True).buffer))


path = f"{sys.argv[1]}/form.pdf"
form(path, chosen="2")
seen = {first: dark(path, first) for first in ("form", "page")}
print("dark pixels by what came first:", seen)
assert seen["form"] > 300
assert seen["page"] == 0
PY
"$folder/venv/bin/python" "$folder/seen.py" "$folder" || exit 1
