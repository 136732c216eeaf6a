#!/usr/bin/env bash
# Package   python-calamine 0.9.1 (PyPI), with workbooks from openpyxl 3.1.5 (PyPI).
# Expected  A cell with an error (#N/A) and a formula whose value was never worked out can be told from a blank cell.
# Happens   All three are the empty text. Formulas that openpyxl writes have no value until a spreadsheet saved the file.
# Matters   In a table of answers an empty cell is a skipped question. Whoever looks answers up with a formula loses each
#           that was not found without a word, and a file made by a script arrives with nobody having answered anything.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5
"$folder/env/bin/python" - <<'P'
from io import BytesIO
import openpyxl
import python_calamine

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["answer", "error", "formula", "blank", "end"])
sheet.append([4, "#N/A", "=A2+1", None, "end"])
print("written:", [(cell.data_type, cell.value) for cell in sheet[2]])
written = BytesIO()
book.save(written)
written.seek(0)
read = python_calamine.CalamineWorkbook.from_filelike(written).get_sheet_by_index(0).to_python()[1]
print("read:   ", read)
raise SystemExit(sheet["B2"].data_type != "e" or read != [4.0, "", "", "", "end"])
P
