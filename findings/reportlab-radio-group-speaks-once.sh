#!/usr/bin/env bash
# Package   reportlab 5.1.0 (PyPI), read back with pikepdf 10.18.0.
# Expected  acroForm.radio(tooltip=...) gives each button of a group the words a screen reader speaks, as the same call
#           does for a checkbox; a group is required only where that is asked for.
# Happens   The words of the first button become those of the whole group, the buttons have none, and the words of the
#           others are nowhere in the file. The group is marked as required, and as one that never goes back to empty.
# Matters   Each answer of a questionnaire is a button. A blind person hears the first answer's name on all five, and
#           viewers that honour the mark do not let anybody leave a question out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check reportlab==5.1.0 pikepdf==10.18.0 2>/dev/null
cat >"$folder/seen.py" <<'PY'
import sys

import pikepdf
from reportlab.pdfgen.canvas import Canvas

path = sys.argv[1]
answers = ("Seldom", "Sometimes", "Often")
canvas = Canvas(path)
canvas.drawString(72, 750, "1. News arrives in time.")
for at, words in enumerate(answers):
    canvas.acroForm.radio(name="Q1", value=words, tooltip=f"1. News arrives in time. {words}", x=72 + 60 * at, y=700)
canvas.save()
with pikepdf.open(path) as file:
    group = file.Root.AcroForm.Fields[0]
    spoken = [str(kid.get("/TU", "")) for kid in group.Kids]
    flags = int(group.Ff)
    print("group:", str(group.TU), "| buttons:", spoken, "| required:", bool(flags & 1 << 1))
    print("in the file:", [words for words in answers if words in str(group.TU) or any(words in each for each in spoken)])
    assert str(group.TU).endswith("Seldom")
    assert spoken == ["", "", ""]
    assert flags & 1 << 1
    assert flags & 1 << 14
PY
"$folder/venv/bin/python" "$folder/seen.py" "$folder/form.pdf" || exit 1
