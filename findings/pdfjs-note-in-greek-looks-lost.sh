#!/usr/bin/env bash
# Package   pdfjs-dist 5.6.205 (npm; the viewer of Firefox), with the usual form whose notes are written in Helvetica.
#           Form by pikepdf 10.18.0; looked at with pypdfium2 5.15.2 and, where it is, poppler.
# Expected  What pdf.js saves looks elsewhere as it looked there. Where its font has no such letters, it says so.
# Happens   saveDocument() keeps a Greek note whole as the field's value, and draws it with a composite font named
#           Helvetica of which no letter travels in the file: PDFium and poppler draw blanks. A Latin note is drawn.
# Matters   Whoever opens the saved form to see whether all is there sees an empty box, and writes it once more or asks
#           where the answers went. A form whose fields name an embedded font with Greek letters is drawn everywhere.
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm"; exit 1; }
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0 2>/dev/null
(cd "$folder" && npm install --silent --no-fund --no-audit --ignore-scripts pdfjs-dist@5.6.205 >/dev/null)
cat >"$folder/save.mjs" <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [form, note, out] = process.argv.slice(2);
const file = await getDocument({
  data: new Uint8Array(readFileSync(form)), verbosity: 0, standardFontDataUrl: "node_modules/pdfjs-dist/standard_fonts/",
}).promise;
const [field] = await (await file.getPage(1)).getAnnotations();
file.annotationStorage.setValue(field.id, { value: note });
writeFileSync(out, await file.saveDocument());
process.exit(0);
JS
cat >"$folder/seen.py" <<'PY'
import shutil
import subprocess
import sys

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream, String


def form(path, *, note="", drawn=b"/Tx BMC EMC"):
    """Room for a note, with a picture of what stands in it."""
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(300, 300))
    page.Contents = Stream(file, b"q Q\n")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    fonts = Dictionary(Helv=file.make_indirect(font))

    def picture(code, width, height):
        return Stream(file, code, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, width, height]),
                      Resources=Dictionary(Font=fonts))

    place = {"Type": Name.Annot, "Subtype": Name.Widget, "F": 4, "P": page.obj}
    text = file.make_indirect(Dictionary(
        **place, FT=Name.Tx, Ff=1 << 12, T=String("note"), V=String(note), Rect=Array([20, 20, 280, 120]),
        DA=String("/Helv 12 Tf 0 g"), AP=Dictionary(N=picture(drawn, 260, 100))))
    page.Annots = Array([text])
    file.Root.AcroForm = Dictionary(Fields=Array([text]), DR=Dictionary(Font=fonts))
    file.save(path)


def dark(path):
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    found = {"PDFium": sum(each < 128 for each in bytes(document[0].render(scale=2, grayscale=True).buffer))}
    if program := shutil.which("pdftoppm"):
        words = [program, "-gray", "-r", "144", path]
        picture = subprocess.run(words, capture_output=True, check=True, timeout=60).stdout
        found["poppler"] = sum(each < 128 for each in picture[-360_000:])
    return found


folder = sys.argv[1]
form(f"{folder}/form.pdf")
seen = {}
for script, note in (("Latin", "Twice in March"), ("Greek", "Δύο φορές τον Μάρτιο")):
    out = f"{folder}/{script}.pdf"
    subprocess.run(["node", "save.mjs", "form.pdf", note, out], cwd=folder, check=True, timeout=60)
    with pikepdf.open(out) as file:
        assert str(file.Root.AcroForm.Fields[0].V) == note
    seen[script] = dark(out)
print("dark pixels of the note:", seen)
assert all(each > 200 for each in seen["Latin"].values())
assert all(each == 0 for each in seen["Greek"].values())
PY
"$folder/venv/bin/python" "$folder/seen.py" "$folder" || exit 1
