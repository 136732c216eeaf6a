"""FORM STEPS OUT: fills a form with PyMuPDF, and so with MuPDF. Outside the project: it must be installed."""

import json
import sys
from importlib import import_module
from pathlib import Path

pymupdf = import_module("pymupdf")
form, steps, out = sys.argv[1:4]
document = pymupdf.open(form)
for deed, name, value, *_place in json.loads(Path(steps).read_text("utf-8")):
    for page in document:
        for widget in page.widgets():
            if widget.field_name != name:
                continue
            if deed == "type" or widget.on_state() == value:
                widget.field_value = value
                widget.update()
document.save(out)
