#!/usr/bin/env bash
# Package   Ghostscript 10.00.0 (Debian ghostscript), poppler 22.12 (Debian poppler-utils). Form by pikepdf 10.18.0.
# Expected  /NeedAppearances true (ISO 32000-1, table 218) says that the pictures of fields are out of date: whoever
#           shows the file makes them anew from the values. Many libraries only set it when they fill in a form.
# Happens   Ghostscript prints the picture, which still shows what stood there before; poppler draws the value.
# Matters   An answer that was corrected by a program is printed as it was before it was corrected, and the paper and
#           the screen of the same file differ.
command -v gs >/dev/null && command -v pdftotext >/dev/null || { echo "needs ghostscript and poppler-utils"; exit 1; }
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pikepdf==10.18.0 2>/dev/null
cat >"$folder/seen.py" <<'PY'
import subprocess
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String


def form(path, *, note="", drawn=b"/Tx BMC EMC", need=False):
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
    if need:
        file.Root.AcroForm.NeedAppearances = True
    file.save(path)


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


path = f"{sys.argv[1]}/form.pdf"
form(path, note="corrected", drawn=b"BT /Helv 12 Tf 4 80 Td (before) Tj ET", need=True)
printed = said("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=txtwrite", "-sOutputFile=-", path)
shown = said("pdftotext", path, "-")
print(f"Ghostscript {said('gs', '--version')} prints: {' '.join(printed.split())} | poppler shows: {shown}")
assert "before" in printed and "corrected" not in printed
assert "corrected" in shown and "before" not in shown
PY
"$folder/venv/bin/python" "$folder/seen.py" "$folder" || exit 1
