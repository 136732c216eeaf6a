#!/usr/bin/env bash
# Package   python-docx 1.2.0 (PyPI).
# Expected  The text of a paragraph is what a reader of the document sees.
# Happens   What was inserted while changes were tracked, and what stands in a content control, is left out without a word
#           and without a gap: "Staff must not post." is read as "Staff must post."
# Matters   Policies and questionnaires go round as drafts with tracked changes and as forms with content controls. Whoever
#           counts what such a text forbids, or takes its questions in, can read the opposite of what stands there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$folder/env/bin/python" - <<'P'
import zipfile
from io import BytesIO

from docx import Document

SEEN = "Staff must not post."
PLAIN = b"<w:r><w:t>Staff must not post.</w:t></w:r>"
RUN = b'<w:r><w:t xml:space="preserve">%s</w:t></w:r>'
WAYS = {
    "inserted with tracking": b'<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">%s</w:ins>',
    "in a content control": b"<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>",
}

document, plain = Document(), BytesIO()
document.add_paragraph(SEEN)
document.save(plain)
as_expected = True
for way, around in WAYS.items():
    said = RUN % b"Staff must " + around % (RUN % b"not ") + RUN % b"post."
    made = BytesIO()
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(made, "w") as after:
        for part in before.infolist():
            after.writestr(part, before.read(part).replace(PLAIN, said))
    read = Document(made)
    letters = "".join(each.text for each in read.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"))
    print(f"{way}: the document says {letters!r}, paragraph.text {read.paragraphs[0].text!r}")
    as_expected &= letters == SEEN and read.paragraphs[0].text == "Staff must post."
raise SystemExit(not as_expected)
P
