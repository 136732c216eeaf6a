#!/usr/bin/env bash
# Package   python-calamine 0.9.1 (PyPI), with workbooks from XlsxWriter 3.3.1 (PyPI).
# Expected  A cell that holds the number 3 in the custom format `0\ h`, shown by spreadsheets as "3 h", is read as 3: the
#           backslash puts a space there, and nothing in the format is a part of a day.
# Happens   It is read as the third of January 1900. Written `0" h"` the very same look is read as 3, and `0\ d` is a day
#           again, so that it depends on who wrote the format down.
# Matters   People give scales a unit ("3 of 5", "3 h"), and spreadsheets that save other programs' files write the space
#           with a backslash. An answer arrives as a day, and a reader that turns days into text or drops them loses it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 xlsxwriter==3.3.1
"$folder/env/bin/python" - <<'P'
from datetime import date
from io import BytesIO
import python_calamine
import xlsxwriter

formats = ["0", '0" h"', "0\\ h", "0\\ d"]
written = BytesIO()
with xlsxwriter.Workbook(written) as book:
    sheet = book.add_worksheet()
    for line, each in enumerate(formats):
        sheet.write_number(line, 0, 3, book.add_format({"num_format": each}))
written.seek(0)
read = [row[0] for row in python_calamine.CalamineWorkbook.from_filelike(written).get_sheet_by_index(0).to_python()]
for each, cell in zip(formats, read):
    print(f"3 in the format {each!r}: {cell!r}")
raise SystemExit(read != [3.0, 3.0, date(1900, 1, 3), date(1900, 1, 3)])
P
