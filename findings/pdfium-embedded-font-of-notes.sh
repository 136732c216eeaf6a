#!/usr/bin/env bash
# Package   pypdfium2 5.15.2 (PyPI) with the PDFium it brings: the engine of Chromium's viewer. Form by pikepdf 10.18.0,
#           its font a part of the DejaVu Sans that matplotlib 3.10.7 brings, made by fonttools 4.60.1.
# Expected  A field names in /DA the font in which it is written. One that travels in the file and has the letters is
#           used for what is typed, whatever it is called.
# Happens   For Greek it is passed over, and a font of the computer is named that does not travel: elsewhere the note may
#           be blank. The same font under the name Wingdings is used: of the name in /DA, and of nothing else, PDFium
#           takes a font for one whose letters are not those of a code page, and asks it first.
# Matters   A note in Greek or Cyrillic that was typed into Chrome's or Edge's viewer depends on the fonts of whoever
#           opens the form, however carefully its maker put a font in. The value is whole: read that, not the picture.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0 fonttools==4.60.1 matplotlib==3.10.7 2>/dev/null
cat >"$folder/seen.py" <<'PY'
import sys
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from io import BytesIO
from pathlib import Path

import matplotlib
import pikepdf
import pypdfium2
import pypdfium2.raw as c
from fontTools import subset, ttLib
from pikepdf import Array, Dictionary, Name, Stream, String

NOTE = "Δύο φορές"


def form(path, *, note="", drawn=b"/Tx BMC EMC", font, tag):
    """Room for a note, with a picture of what stands in it."""
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(300, 300))
    page.Contents = Stream(file, b"q Q\n")
    fonts = Dictionary({f"/{tag}": font(file)})

    def picture(code, width, height):
        return Stream(file, code, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, width, height]),
                      Resources=Dictionary(Font=fonts))

    place = {"Type": Name.Annot, "Subtype": Name.Widget, "F": 4, "P": page.obj}
    text = file.make_indirect(Dictionary(
        **place, FT=Name.Tx, Ff=1 << 12, T=String("note"), V=String(note), Rect=Array([20, 20, 280, 120]),
        DA=String(f"/{tag} 12 Tf 0 g"), AP=Dictionary(N=picture(drawn, 260, 100))))
    page.Annots = Array([text])
    file.Root.AcroForm = Dictionary(Fields=Array([text]), DR=Dictionary(Font=fonts))
    file.save(path)


def embedded(file):
    """A composite font of the letters of the note and of Latin ones, with a map from its codes back to letters."""
    path = Path(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf")
    font = ttLib.TTFont(path)
    cut = subset.Subsetter(subset.Options(retain_gids=True))
    cut.populate(text=NOTE + "abcdefghijklmnopqrstuvwxyz")
    cut.subset(font)
    packed = BytesIO()
    font.save(packed)
    codes = {letter: font.getGlyphID(name) for letter, name in font.getBestCmap().items()}
    lines = "\n".join(f"<{code:04X}> <{letter:04X}>" for letter, code in codes.items())
    map_ = f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 " \
        f"begincodespacerange <0000> <FFFF> endcodespacerange\n{len(codes)} beginbfchar\n{lines}\nendbfchar\n" \
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.DejaVuSans, Flags=4, FontBBox=Array([-1000, -400, 1800, 1200]),
        ItalicAngle=0, Ascent=928, Descent=-236, CapHeight=729, StemV=80, FontFile2=Stream(file, packed.getvalue()))
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.DejaVuSans, DW=600, CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=file.make_indirect(descriptor))
    return file.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.DejaVuSans, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([file.make_indirect(below)]), ToUnicode=Stream(file, map_.encode())))


def drawn_with(folder, tag):
    """The names under which the saved note's picture calls its fonts."""
    form(f"{folder}/{tag}.pdf", font=embedded, tag=tag)
    document = pypdfium2.PdfDocument(f"{folder}/{tag}.pdf")
    document.init_forms()
    page = document[0]
    for event in (c.FORM_OnMouseMove, c.FORM_OnLButtonDown, c.FORM_OnLButtonUp):
        event(document.formenv, page, 0, 100, 70)
    typed = create_string_buffer(NOTE.encode("utf-16-le") + b"\0\0")
    c.FORM_ReplaceSelection(document.formenv, page, cast(typed, POINTER(c_ushort)))
    c.FORM_ForceToKillFocus(document.formenv)
    document.save(f"{folder}/{tag}-saved.pdf")
    with pikepdf.open(f"{folder}/{tag}-saved.pdf") as file:
        note = file.Root.AcroForm.Fields[0]
        assert str(note.V) == NOTE
        used = [str(operands[0]) for operands, operator in pikepdf.parse_content_stream(note.AP.N) if str(operator) == "Tf"]
    return sorted(set(used))


seen = {tag: drawn_with(sys.argv[1], tag) for tag in ("Typed", "Wingdings")}
print("fonts of the drawn note:", seen)
assert seen["Typed"] != ["/Typed"]
assert seen["Wingdings"] == ["/Wingdings"]
PY
"$folder/venv/bin/python" "$folder/seen.py" "$folder" || exit 1
