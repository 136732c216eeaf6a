#!/usr/bin/env bash
# Package   python-calamine 0.9.1 (PyPI).
# Expected  An OpenDocument workbook is read the same with line breaks and spaces between its tags and without them: in
#           its tables they mean nothing. Gnumeric writes them, LibreOffice does not.
# Happens   With them the whole file is refused: "Expecting 'table-cell', found 'Text(...)'", and where it is handed in
#           as bytes and not as a path, "Cannot detect file format".
# Matters   Town halls and schools that keep to free programs send ODS. A reader that passes this error on tells people
#           that a sound file is broken.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1
"$folder/env/bin/python" - <<'P'
from zipfile import ZipFile
import python_calamine

KIND = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text"))
CELL = '<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell>'
BODY = (
    f'<office:document-content {NAMES} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="A">'
    f"<table:table-row>{CELL}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)


def read(between):
    with ZipFile("answers.ods", "w") as packed:
        packed.writestr("mimetype", KIND)
        packed.writestr("content.xml", BODY.replace("><table:", f">{between}<table:"))
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        packed.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifest}"/>')
    try:
        return python_calamine.CalamineWorkbook.from_path("answers.ods").get_sheet_by_index(0).to_python()
    except python_calamine.CalamineError as problem:
        return str(problem)


close, apart = read(""), read("\n  ")
print("without line breaks:", close)
print("with line breaks:   ", apart)
raise SystemExit(close != [[4.0]] or not str(apart).startswith("Expecting"))
P
