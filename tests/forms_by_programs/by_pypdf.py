"""FORM STEPS OUT: fills a form with pypdf."""

import json
import sys
from pathlib import Path

import pypdf
from pypdf.generic import NameObject

form, steps, out = sys.argv[1:4]
writer = pypdf.PdfWriter(clone_from=form)
for deed, name, value, *_place in json.loads(Path(steps).read_text("utf-8")):
    said = NameObject(f"/{value}") if deed == "choose" else value
    writer.update_page_form_field_values(list(writer.pages), {name: said}, auto_regenerate=False)
writer.write(out)
